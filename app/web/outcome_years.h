/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_OUTCOME_YEARS_H
#define LMS_WEB_OUTCOME_YEARS_H
/* The sums of plans over one number of years, as the page shows them. */
#include "web/outcome.h"

/* Plans of one team, for outsiders: each plan is in one of these only. */
struct outcome_group {
	const char *name;
	struct rk_dashboard dashboard; /* its totale_baten only */
	size_t plan_count[RK_MODI];
	bool is_too_large; /* the sum does not fit */
};
struct outcome_groups {
	size_t count;
	struct outcome_group *items;
};

struct outcome_years_ask {
	struct arena *arena;
	const struct outcome_sum *sum;
	int years;
	bool is_outsider;
	const struct safe_url *base; /* of the page, with what was chosen */
	const struct outcome_groups *groups; /* for outsiders */
};
void outcome_years_make(
    struct outcome_years *, const struct outcome_years_ask *);
#endif
