/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rule_test_asked.c - whom the maker of a plan asked, in which order.
 *
 * A plan that did not come from the choice itself (an expert's, one that was
 * taken in) says nothing of it: unknown.
 */
#include "core/rule_test.h"

static bool
has_talked(const struct plan_asked *asked, const struct rule_words *wanted)
{
	for (size_t i = 0; i < wanted->count; i++)
		if (asked_has(asked, ASKED_TALK, wanted->word[i]))
			return true;
	return wanted->count == 0;
}

static bool
fits(enum rule_flag flag, bool is_so)
{
	return flag == FLAG_ANY || (flag == FLAG_YES) == is_so;
}

enum holds
judge_asked(const struct judged *j, const struct rule_test *t)
{
	const struct plan_asked *asked = &j->subject->plan->asked;

	if (!asked->is_kept)
		return HOLDS_UNKNOWN;
	return has_talked(asked, &t->codes) &&
		       fits(t->resident_first, asked->is_resident_first) &&
		       fits(t->too_early, asked->early_minutes > 0)
		   ? HOLDS_YES
		   : HOLDS_NO;
}
