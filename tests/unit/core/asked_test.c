/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * asked_test.c - what the acts of asking come to: time spent and lost, who
 * came first, how each talk stands.
 */
#include "core/asked.h"

#include "check.h"

static const struct asked_entry ILSE = {ASKED_TALK, "ilse", 30, true},
				BOSS = {ASKED_TALK, "boss", 20, false},
				TOO_EARLY = {ASKED_EARLY, "boss", 10, false},
				ANEW = {ASKED_ANEW, "", 0, false};

static void
test_nobody_was_asked(void **state)
{
	struct plan_asked asked = asked_of(NULL, 0);

	(void)state;
	assert_int_equal(asked.count, 0);
	assert_false(asked.has_resident);
	assert_false(asked.is_resident_first);
	assert_int_equal(asked_left(&asked, 60), 60);
	assert_int_equal(asked_talk_state(&asked, "boss", 20, 60), TALK_FREE);
}

static void
test_the_resident_first_is_known_and_time_adds_up(void **state)
{
	const struct asked_entry list[] = {ILSE, BOSS};
	struct plan_asked asked = asked_of(list, 2);

	(void)state;
	assert_true(asked.is_resident_first);
	assert_int_equal(asked.minutes, 50);
	assert_int_equal(asked.early_minutes, 0);
	assert_int_equal(asked_talk_state(&asked, "boss", 20, 60), TALK_HAD);
	assert_int_equal(asked_talk_state(&asked, "oma", 10, 60), TALK_FREE);
	assert_int_equal(asked_talk_state(&asked, "oma", 11, 60), TALK_NO_TIME);
}

static void
test_asking_too_early_costs_and_leaves_the_talk_to_be_had(void **state)
{
	const struct asked_entry list[] = {TOO_EARLY, ILSE};
	struct plan_asked asked = asked_of(list, 2);

	(void)state;
	assert_false(asked.is_resident_first);
	assert_true(asked.has_resident);
	assert_int_equal(asked.minutes, 40);
	assert_int_equal(asked.early_minutes, 10);
	assert_int_equal(
	    asked_talk_state(&asked, "boss", 20, 60), TALK_TOO_EARLY);
	assert_int_equal(
	    asked_talk_state(&asked, "boss", 20, 59), TALK_NO_TIME);
	assert_false(asked_has(&asked, ASKED_TALK, "boss"));
}

static void
test_beginning_anew_forgets_all_but_that_it_happened(void **state)
{
	const struct asked_entry list[] = {TOO_EARLY, ANEW, ILSE};
	struct plan_asked asked = asked_of(list, 3);

	(void)state;
	assert_int_equal(asked.restarts, 1);
	assert_int_equal(asked.act_count, 3);
	assert_int_equal(asked.count, 1);
	assert_true(asked.is_resident_first);
	assert_int_equal(asked.minutes, 30);
	assert_false(asked_has(&asked, ASKED_EARLY, "boss"));
	asked = asked_of(list, 2);
	assert_int_equal(asked.count, 0);
	assert_false(asked.is_resident_first);
}

static void
test_a_case_that_gives_less_time_later_leaves_none(void **state)
{
	struct plan_asked asked = asked_of(&ILSE, 1);

	(void)state;
	assert_int_equal(asked_left(&asked, 20), 0);
}

static void
test_acts_have_the_names_of_the_database(void **state)
{
	(void)state;
	assert_int_equal(asked_act_by_name("gesprek"), ASKED_TALK);
	assert_int_equal(asked_act_by_name("te_vroeg"), ASKED_EARLY);
	assert_int_equal(asked_act_by_name("opnieuw"), ASKED_ANEW);
	assert_int_equal(asked_act_by_name("iets"), ASKED_ACT_COUNT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_nobody_was_asked),
	    cmocka_unit_test(test_the_resident_first_is_known_and_time_adds_up),
	    cmocka_unit_test(
		test_asking_too_early_costs_and_leaves_the_talk_to_be_had),
	    cmocka_unit_test(
		test_beginning_anew_forgets_all_but_that_it_happened),
	    cmocka_unit_test(
		test_a_case_that_gives_less_time_later_leaves_none),
	    cmocka_unit_test(test_acts_have_the_names_of_the_database),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
