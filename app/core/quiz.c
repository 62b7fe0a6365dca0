/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * quiz.c - judge one answer. There is no partial credit: a set of options is
 * the right set or it is not. Source of the rule: courses/README.md.
 */
#include "core/quiz.h"

option_set
question_right_options(const struct question *q)
{
	option_set right = 0;

	for (size_t i = 0; i < q->option_count; i++)
		if (q->is_right[i])
			right |= (option_set)1 << i;
	return right;
}

bool
question_is_right(const struct question *q, option_set chosen)
{
	option_set right = question_right_options(q);

	if (q->is_multiple)
		return chosen == right;
	return chosen != 0 && (chosen & (chosen - 1)) == 0 &&
	    (chosen & right) == chosen;
}
