/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_PAPER_H
#define LMS_WEB_PLAN_PAPER_H
/* A plan with its sum as one page to print. */
#include "web/plan/take.h"

struct paper_from {
	struct plan_place place;
	const struct plan_record *record;
	const char *maker, *back_text;
	const struct safe_url *back;
	bool is_coach;
};

void paper_answer(struct exchange *, const struct paper_from *);
#endif
