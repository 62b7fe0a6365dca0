/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_PLAN_SUM_H
#define LMS_CORE_PLAN_SUM_H
/*
 * The sum of a plan, by the calculation core. Pure and cheap: made anew
 * whenever a plan is shown, never stored.
 */
#include "base/arena.h"
#include "calc/gevoeligheid.h"
#include "calc/uitleg.h"
#include "core/plan.h"

struct plan_sum {
	/* What the core was given: in the arena, as long as the result. */
	const struct rk_plan *input;
	/* NULL when the core refuses the plan; then `faults` says why. */
	const struct rk_resultaat *result;
	struct rk_fouten faults;
	const struct rk_tarieventabel *signals; /* as given */
	/* Where each scenario begins in plan->lines, and how many it has. */
	size_t first[SCENARIO_COUNT], count[SCENARIO_COUNT];
};

/*
 * Fills the sum. Everything in it lives in the arena or is borrowed from the
 * plan, the members and the table (tariff_signals(); NULL: the general one),
 * which must live as long. enum scenario and enum
 * rk_scenario_naam have the same values in the same order.
 */
void plan_sum(struct plan_sum *, struct arena *, const struct plan *,
    const struct household_member *, size_t member_count,
    const struct rk_tarieventabel *signals);

/* What the outcome does when a judgement differs; NULL without a result. */
const struct rk_gevoeligheid *plan_sum_sensitivity(const struct plan_sum *,
    struct arena *);
/* How a figure came about, by its path; NULL when there is no such figure. */
const struct rk_uitleg *plan_sum_explain(const struct plan_sum *,
    struct arena *, const char *figure);
/* Total of plan->lines[i] over the horizon, in cents; 0 without a result. */
int64_t plan_sum_line(const struct plan_sum *, const struct plan *, size_t i);
/* Index in plan->lines of line `regel` of a scenario (rk_fout, rk paths). */
size_t plan_sum_index(const struct plan_sum *, enum scenario, int regel);
/* The line a signal's path names ("scenarios.huidig[2]"); NULL for none. */
const struct plan_line *plan_sum_at(const struct plan_sum *,
    const struct plan *, const char *path);
#endif
