/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_PLAN_INPUT_H
#define LMS_CORE_PLAN_INPUT_H
/*
 * What somebody types into the forms of a plan, read the Dutch way and
 * checked to what the calculation core accepts (rekenregels §11, Limits).
 * Examples: tests/cases/plan_input.tsv.
 */
#include "base/arena.h"
#include "core/plan.h"

/*
 * A quantity above 0 and at most 1,000,000: "1,5" and "1.5" give "1.5",
 * "1/3" stays. NULL when it is not one; "1.000" is refused, because it may
 * mean one or a thousand.
 */
const char *input_quantity(struct arena *, const char *text);
/*
 * A chance: "35", "35 %", "12,5%", "0,35" and "1/3" give "0.35", "0.35",
 * "0.125", "0.35" and "1/3". Without a % sign a number with decimals below 1
 * is taken as it is. NULL when it is not one.
 */
const char *input_chance(struct arena *, const char *text);
/* "0.125" as "12,5" for a form in percents; fractions stay as they are. */
const char *input_percent_of(struct arena *, const char *chance);
/* "1.5" as "1,5". */
const char *input_dutch(struct arena *, const char *number);

/* An id that the page made: 1–32 of a–z and 0–9. */
bool input_is_id(const char *);
#endif
