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

enum verdict
question_judge(const struct question *q, option_set chosen)
{
	if (question_is_right(q, chosen))
		return VERDICT_RIGHT;
	if (q->is_multiple && (chosen & question_right_options(q)) != 0)
		return VERDICT_PARTLY;
	return VERDICT_WRONG;
}

bool
question_tells_all(int attempts, bool was_right_once)
{
	return was_right_once || attempts >= TRIES_BEFORE_ALL;
}

/*
 * A single choice may have several right options; who picked one of them
 * missed nothing.
 */
enum option_mark
question_mark_option(
    const struct question *q, option_set chosen, size_t option, bool tells_all)
{
	if ((chosen >> option & 1) != 0)
		return q->is_right[option] ? MARK_RIGHT : MARK_WRONG;
	if (tells_all && q->is_right[option] && !question_is_right(q, chosen))
		return MARK_MISSED;
	return MARK_NONE;
}
