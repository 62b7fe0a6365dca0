/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_BASE_TEXT_H
#define LMS_BASE_TEXT_H
/* Plain text: UTF-8, euros, Dutch words for dates and times. */
#include "base/arena.h"
#include <stdbool.h>
#include <stdint.h>

/*
 * Strict UTF-8: no overlong forms, no surrogates, at most U+10FFFF, no NUL
 * and no control characters but tab, newline and carriage return.
 */
bool text_is_utf8(const char *, size_t len);
/* Number of code points; the text must be valid UTF-8. */
size_t text_length(const char *);
/* True when there is nothing but white space. */
bool text_is_blank(const char *);
/* A copy without white space at both ends and with CRLF made LF. */
char *text_trim(struct arena *, const char *);
/* Lower case without accents, for searching: "Één" gives "een". */
char *text_fold(struct arena *, const char *);

/* Cents as Dutch euros: 12448920 gives "€ 124.489,20", negative with "−".
 * The space is U+00A0, so that sign and number stay on one line. */
const char *text_euro(struct arena *, int64_t cents);
/* The same without the cents, rounded half away from zero: "€ 124.489". */
const char *text_euro_whole(struct arena *, int64_t cents);
/* What others wrote, with a no-break space between € and its number. */
const char *text_join_euro(struct arena *, const char *);

/* Seconds since 1970 as Amsterdam time: "14:03", "23 november 2026",
 * "23 november 2026 om 14:03". */
const char *text_time(struct arena *, int64_t when_s);
const char *text_date(struct arena *, int64_t when_s);
const char *text_date_time(struct arena *, int64_t when_s);
/* The year there: 2026. */
int text_year(int64_t when_s);
/* The day as somebody says it: "vandaag", "gisteren", "dinsdag" within a
 * week, else "op 3 maart", with the year when it is another one. */
const char *text_day(struct arena *, int64_t when_s, int64_t now_s);
/* "2026-11-23" as "23 november 2026"; other text comes back as it is. */
const char *text_iso_date(struct arena *, const char *iso);
#endif
