/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_VALIDITY_H
#define LMS_CORE_VALIDITY_H
/* Until when content holds ("geldig-tot"). Pure: the caller brings the time. */
#include <stdbool.h>
#include <stdint.h>

/*
 * Is the last day that content holds, "2027-07-01", over at `now_s` (seconds
 * since 1970, UTC)? False for NULL, "" and what is not a date.
 */
bool validity_is_over(const char *last_day, int64_t now_s);
/* Is this a day, like "2027-07-01"? */
bool validity_is_day(const char *);
#endif
