/* SPDX-License-Identifier: EUPL-1.2 */
/* maandreeks.h - exact cumulative cost per month, for the terugverdientijd:
 * rekenregels §5. */
#ifndef LMS_CALC_MAANDREEKS_H
#define LMS_CALC_MAANDREEKS_H

#include "calc/scenario.h"

#define RK_MAX_MAANDEN (12 * RK_MAX_HORIZON)

/*
 * stand[m] is the exact, undiscounted cost of months 1 .. m + 1 times one
 * positive whole number, the same for all scenarios of the plan.
 */
struct rk_maandreeks {
	struct rk_getal stand[RK_MAX_MAANDEN];
};

/* After rk_scenario_bereken() of all three. */
void rk_maandreeksen(
    struct rk_maandreeks uit[RK_SCENARIOS], const struct rk_berekening *);

/*
 * Months until the reference has cost at least as much as the plan, and stays
 * so: 0 if the plan is never behind, else the month after the last month in
 * which it is, RK_NIET_TERUGVERDIEND if it is behind at the end.
 */
int rk_terugverdientijd(struct rk_rekenaar *, const struct rk_maandreeks *ref,
    const struct rk_maandreeks *plan, int maanden);

#endif
