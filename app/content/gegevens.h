/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_GEGEVENS_H
#define LMS_CONTENT_GEGEVENS_H
/* The tables of tariffs and of articles of law (courses/gegevens/). */
#include "content/fault.h"
#include "core/tariff.h"

/* Read from a file with the columns of tarieven.csv; returns how many. */
size_t tariffs_read(
    const struct tariff **, struct arena *, struct faults *, const char *file);
/* The same for indexcijfers.csv: a row a year, without a gap. */
size_t index_read(const struct tariff_index **, struct arena *,
    struct faults *, const char *file);
/* The same for wetten.csv. */
/* Words that mean about the same: a line each, "woord | ook | ook". */
size_t synonyms_read(const char *const **, struct arena *, struct faults *,
    const char *file);
size_t laws_read(
    const struct law **, struct arena *, struct faults *, const char *file);
#endif
