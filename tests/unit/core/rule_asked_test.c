/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rule_asked_test.c - a rule can ask whom the maker of a plan talked with.
 */
#include "check.h"

#include "core/rule_judge.h"

static const struct asked_entry ILSE = {ASKED_TALK, "ilse", 30, true},
				BOSS = {ASKED_TALK, "boss", 20, false},
				TOO_EARLY = {ASKED_EARLY, "boss", 10, false};

/* What one test says of a plan whose maker did these acts. */
static enum holds
judge(const struct rule_test *test, const struct asked_entry *acts, size_t n)
{
	const struct rule rule = {.id = "r", .when = test};
	const struct rule_set set = {.count = 1, .rule = &rule};
	struct plan plan = {.horizon_jaren = 1, .disconto_pct = "0"};
	const struct rule_subject subject = {.plan = &plan, .expert = &plan};
	struct arena *a = arena_new();
	enum holds out;

	for (int f = 0; f < FIELD_COUNT; f++)
		plan.text[f] = "";
	plan.asked = asked_of(acts, n);
	plan.asked.is_kept = true;
	out = rules_judge(a, &set, &subject)[0];
	arena_free(a);
	return out;
}

static void
test_the_resident_first(void **state)
{
	const struct rule_test first = {
	    .kind = TEST_ASKED, .resident_first = FLAG_YES};
	const struct rule_test not_first = {
	    .kind = TEST_ASKED, .resident_first = FLAG_NO};
	const struct asked_entry good[] = {ILSE, BOSS}, bad[] = {BOSS, ILSE};

	(void)state;
	assert_int_equal(judge(&first, good, 2), HOLDS_YES);
	assert_int_equal(judge(&first, bad, 2), HOLDS_NO);
	assert_int_equal(judge(&not_first, bad, 2), HOLDS_YES);
	assert_int_equal(judge(&not_first, NULL, 0), HOLDS_YES);
}

static void
test_who_was_asked_and_what_was_lost(void **state)
{
	static const char *const WHO[] = {"boss", "oma"};
	const struct rule_test talked = {.kind = TEST_ASKED, .codes = {2, WHO}};
	const struct rule_test lost = {
	    .kind = TEST_ASKED, .too_early = FLAG_YES};
	const struct asked_entry early[] = {TOO_EARLY, ILSE};
	const struct asked_entry both[] = {TOO_EARLY, ILSE, BOSS};

	(void)state;
	assert_int_equal(judge(&talked, early, 2), HOLDS_NO);
	assert_int_equal(judge(&talked, both, 3), HOLDS_YES);
	assert_int_equal(judge(&lost, both, 3), HOLDS_YES);
	assert_int_equal(judge(&lost, &ILSE, 1), HOLDS_NO);
}

static void
test_of_a_plan_that_says_nothing_of_it_nothing_is_said(void **state)
{
	const struct rule_test test = {
	    .kind = TEST_ASKED, .resident_first = FLAG_NO};
	const struct rule rule = {.id = "r", .when = &test};
	const struct rule_set set = {.count = 1, .rule = &rule};
	struct plan plan = {.horizon_jaren = 1, .disconto_pct = "0"};
	const struct rule_subject subject = {.plan = &plan, .expert = &plan};
	struct arena *a = arena_new();

	(void)state;
	for (int f = 0; f < FIELD_COUNT; f++)
		plan.text[f] = "";
	assert_int_equal(rules_judge(a, &set, &subject)[0], HOLDS_UNKNOWN);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_the_resident_first),
	    cmocka_unit_test(test_who_was_asked_and_what_was_lost),
	    cmocka_unit_test(
		test_of_a_plan_that_says_nothing_of_it_nothing_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
