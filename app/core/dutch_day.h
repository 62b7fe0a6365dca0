/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_DUTCH_DAY_H
#define LMS_CORE_DUTCH_DAY_H
/*
 * The day that somebody wrote down, read the Dutch way: "uiterlijk donderdag
 * 26 november 2026", "26-11-2026", "morgen", "binnen twee weken". Pure.
 * Examples: tests/cases/dutch_day.tsv.
 */
#include "base/arena.h"
#include <stdbool.h>
#include <stdint.h>

/* Days since 1 January 1970; 0 is no day. */

/* 0 when it is no day ("2026-02-30"). */
int32_t day_of_iso(const char *iso);
/*
 * The first day in a text, seen from `today`; 0 when it says none that can be
 * read. A date goes before a word as "morgen", that before a weekday. Without
 * a year it is the first such day from a month before `today` on.
 */
int32_t day_read(struct arena *, const char *text, int32_t today);
#endif
