/* SPDX-License-Identifier: EUPL-1.2 */
/* Judging an answer, and how much of the answer is told. */
#include "core/quiz.h"

#include <setjmp.h>
#include <stdarg.h>
/* cmocka needs the two above and stddef and stdint first. */
#include <cmocka.h>

static const bool SECOND[] = {false, true, false};
static const bool TWO_OF_FOUR[] = {true, false, true, false};
static const bool EITHER[] = {true, true, false};

static const struct question SINGLE = {.option_count = 3, .is_right = SECOND};
static const struct question MULTIPLE = {
    .option_count = 4, .is_multiple = true, .is_right = TWO_OF_FOUR};
static const struct question SINGLE_OF_TWO = {
    .option_count = 3, .is_right = EITHER};

static void
single_is_right_with_one_right_option(void **unused)
{
	(void)unused;
	assert_int_equal(question_judge(&SINGLE, 1 << 1), VERDICT_RIGHT);
	assert_int_equal(question_judge(&SINGLE, 1 << 0), VERDICT_WRONG);
	assert_int_equal(question_judge(&SINGLE, 0), VERDICT_WRONG);
	assert_int_equal(
	    question_judge(&SINGLE, 1 << 1 | 1 << 0), VERDICT_WRONG);
	assert_int_equal(question_judge(&SINGLE_OF_TWO, 1 << 0), VERDICT_RIGHT);
	assert_int_equal(question_judge(&SINGLE_OF_TWO, 1 << 1), VERDICT_RIGHT);
}

static void
multiple_is_right_with_exactly_the_right_set(void **unused)
{
	(void)unused;
	assert_int_equal(
	    question_judge(&MULTIPLE, 1 << 0 | 1 << 2), VERDICT_RIGHT);
	assert_int_equal(question_judge(&MULTIPLE, 1 << 0), VERDICT_PARTLY);
	assert_int_equal(question_judge(&MULTIPLE, 0xf), VERDICT_PARTLY);
	assert_int_equal(
	    question_judge(&MULTIPLE, 1 << 1 | 1 << 3), VERDICT_WRONG);
	assert_int_equal(question_judge(&MULTIPLE, 0), VERDICT_WRONG);
}

static void
all_is_told_after_two_tries_or_when_right(void **unused)
{
	(void)unused;
	assert_false(question_tells_all(0, false));
	assert_false(question_tells_all(1, false));
	assert_true(question_tells_all(1, true));
	assert_true(question_tells_all(2, false));
}

static void
the_first_mistake_does_not_give_the_answer_away(void **unused)
{
	(void)unused;
	for (size_t i = 0; i < 4; i++) {
		enum option_mark mark =
		    question_mark_option(&MULTIPLE, 1 << 0 | 1 << 1, i, false);

		assert_int_equal(mark, i == 0	? MARK_RIGHT
				       : i == 1 ? MARK_WRONG
						: MARK_NONE);
	}
	assert_int_equal(
	    question_mark_option(&SINGLE, 1 << 0, 1, false), MARK_NONE);
}

static void
what_was_missed_is_told_later(void **unused)
{
	(void)unused;
	assert_int_equal(
	    question_mark_option(&MULTIPLE, 1 << 0 | 1 << 1, 2, true),
	    MARK_MISSED);
	assert_int_equal(
	    question_mark_option(&MULTIPLE, 1 << 0 | 1 << 1, 3, true),
	    MARK_NONE);
	assert_int_equal(
	    question_mark_option(&SINGLE, 1 << 0, 1, true), MARK_MISSED);
	/* One of two right options of a single choice: nothing was missed. */
	assert_int_equal(
	    question_mark_option(&SINGLE_OF_TWO, 1 << 0, 1, true), MARK_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(single_is_right_with_one_right_option),
	    cmocka_unit_test(multiple_is_right_with_exactly_the_right_set),
	    cmocka_unit_test(all_is_told_after_two_tries_or_when_right),
	    cmocka_unit_test(the_first_mistake_does_not_give_the_answer_away),
	    cmocka_unit_test(what_was_missed_is_told_later),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
