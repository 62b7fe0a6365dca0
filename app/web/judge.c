/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * judge.c - which rules of its case hold for a plan.
 */
#include "web/judge.h"

const enum holds *
judge_plan(struct arena *a, const struct casus *casus, const struct plan *plan)
{
	struct plan_sum mine, expert;
	const struct rule_subject subject = {
	    plan, &mine, casus->expert, &expert};

	plan_sum(&mine, a, plan, casus->members, casus->member_count,
	    casus->signals);
	plan_sum(&expert, a, casus->expert, casus->members, casus->member_count,
	    casus->signals);
	return rules_judge(a, &casus->rules, &subject);
}
