/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_FINDABLE_H
#define LMS_CONTENT_FINDABLE_H
/* What of a library can be searched: articles, headings, cases, terms, tariffs.
 */
#include "content/library.h"
#include "core/findable.h"

/* Everything is owned by the arena, or by the library. */
struct findable findable_of(struct arena *, const struct library *);
#endif
