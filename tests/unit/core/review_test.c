/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * review_test.c - what of a reaction may be sent or taken back, which one
 * counts, and how it is said.
 */
#include "core/review.h"

#include "check.h"

static void
it_is_sent_with_an_outcome_and_words_where_they_are_needed(void **state)
{
	(void)state;
	assert_int_equal(
	    review_may_send(REVIEW_DRAFT, true, 3), REVIEW_LACKS_OUTCOME);
	assert_int_equal(
	    review_may_send(REVIEW_QUESTION, false, 3), REVIEW_LACKS_QUESTION);
	assert_int_equal(
	    review_may_send(REVIEW_QUESTION, true, 0), REVIEW_SENDS);
	assert_int_equal(
	    review_may_send(REVIEW_NOTES, false, 0), REVIEW_LACKS_WORDS);
	assert_int_equal(review_may_send(REVIEW_NOTES, false, 1), REVIEW_SENDS);
	assert_int_equal(review_may_send(REVIEW_NOTES, true, 0), REVIEW_SENDS);
	assert_int_equal(review_may_send(REVIEW_READY, false, 0), REVIEW_SENDS);
}

static void
it_is_taken_back_until_it_was_opened(void **state)
{
	struct review_state r = {.outcome = REVIEW_READY, .sent_s = 9};

	(void)state;
	assert_true(review_may_take_back(r));
	r.has_draft = true;
	assert_false(review_may_take_back(r));
	r.has_draft = false;
	r.is_opened = true;
	assert_false(review_may_take_back(r));
	r = (struct review_state){.outcome = REVIEW_DRAFT};
	assert_false(review_may_take_back(r));
}

static void
the_last_word_counts_and_remarks_change_nothing(void **state)
{
	const struct review_state all[] = {
	    {.outcome = REVIEW_READY, .sent_s = 20},
	    {.outcome = REVIEW_QUESTION, .sent_s = 30},
	    {.outcome = REVIEW_READY, .sent_s = 10},
	    {.outcome = REVIEW_NOTES, .sent_s = 40},
	    {.outcome = REVIEW_DRAFT},
	};

	(void)state;
	assert_int_equal(review_standing(all, 5), 1);
	assert_int_equal(review_standing(all, 1), 0);
	assert_int_equal(review_standing(all + 3, 2), -1);
	assert_int_equal(review_standing(NULL, 0), -1);
}

static void
it_is_said_in_words(void **state)
{
	static const struct {
		enum review_outcome outcome;
		bool has_words;
		size_t remarks;
		const char *said;
	} CASES[] = {
	    {REVIEW_QUESTION, true, 0, "één vraag"},
	    {REVIEW_QUESTION, true, 1, "één vraag en één opmerking"},
	    {REVIEW_QUESTION, true, 3, "één vraag en drie opmerkingen"},
	    {REVIEW_NOTES, true, 0, "één opmerking"},
	    {REVIEW_NOTES, true, 12, "13 opmerkingen"},
	    {REVIEW_NOTES, false, 12, "twaalf opmerkingen"},
	    {REVIEW_READY, false, 0, "het is klaar voor de praktijk"},
	    {REVIEW_READY, true, 1,
		"het is klaar voor de praktijk, met twee opmerkingen"},
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++)
		assert_string_equal(review_words(a, CASES[i].outcome,
					CASES[i].has_words, CASES[i].remarks),
		    CASES[i].said);
	arena_free(a);
}

static void
an_outcome_has_one_name(void **state)
{
	(void)state;
	for (int o = 0; o < REVIEW_DRAFT; o++)
		assert_int_equal(review_outcome_by_name(review_outcome_name(
				     (enum review_outcome)o)),
		    o);
	assert_int_equal(review_outcome_by_name(""), REVIEW_DRAFT);
	assert_int_equal(review_outcome_by_name("goed"), REVIEW_DRAFT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		it_is_sent_with_an_outcome_and_words_where_they_are_needed),
	    cmocka_unit_test(it_is_taken_back_until_it_was_opened),
	    cmocka_unit_test(the_last_word_counts_and_remarks_change_nothing),
	    cmocka_unit_test(it_is_said_in_words),
	    cmocka_unit_test(an_outcome_has_one_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
