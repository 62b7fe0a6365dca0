/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_OUTCOME_PLANS_H
#define LMS_WEB_OUTCOME_PLANS_H
/* From the rows of plans to their sums and the list of them. */
#include "web/outcome_years.h"

/* Everything that is made of the rows. */
struct outcome_making {
	struct exchange *ex;
	struct outcome_view *v;
	struct outcome o;
	struct outcome_filter filter;
	/* By years; only for outsiders. */
	struct outcome_groups groups[RK_MAX_HORIZON + 1];
	size_t meant_count; /* what is listed may be less */
};

/* Reads the answer of outcome_ask_plans(), and fills o, groups and the list. */
void outcome_add_plans(struct outcome_making *);
#endif
