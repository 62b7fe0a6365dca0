/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_RULE_JUDGE_H
#define LMS_CORE_RULE_JUDGE_H
/*
 * Which rules of a case hold for a plan. Pure, and cheap enough to do again
 * whenever a page is shown. A test knows three answers: what it cannot see (a
 * day it cannot read, a sum that is not there) is unknown, and a rule on
 * something unknown keeps silent.
 */
#include "core/plan_sum.h"
#include "core/rule.h"

enum holds { HOLDS_NO, HOLDS_YES, HOLDS_UNKNOWN };

struct rule_subject {
	const struct plan *plan;
	const struct plan_sum *sum; /* of the plan */
	const struct plan *expert;
	const struct plan_sum *expert_sum;
};

/* A verdict per rule of the set, in its order. Lives in the arena. */
const enum holds *rules_judge(
    struct arena *, const struct rule_set *, const struct rule_subject *);
#endif
