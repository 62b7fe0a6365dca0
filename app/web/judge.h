/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_JUDGE_H
#define LMS_WEB_JUDGE_H
/* The rules of a case laid on a plan of it. */
#include "content/library.h"
#include "core/rule_judge.h"

/* As rules_judge, with the sums made for it. Pure. */
const enum holds *
judge_plan(struct arena *, const struct casus *, const struct plan *);
#endif
