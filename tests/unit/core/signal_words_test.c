/* SPDX-License-Identifier: EUPL-1.2 */
/* signal_words_test.c - every remark of the core has a name of its own. */
#include "core/signal_words.h"

#include "check.h"

static const char *const CODES[] = {"E3", "W1", "W2", "W3", "W4", "W5", "W6",
    "W7", "W8", "W10", "W11", "W12"};

static void
every_code_has_a_name(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(CODES) / sizeof(CODES[0]); i++)
		assert_string_not_equal(signal_words_kind(CODES[i]), "Let op");
	assert_string_equal(signal_words_kind("W1"), "Vergeten?");
	assert_string_equal(signal_words_kind("W99"), "Let op");
}

static void
a_plan_b_is_not_a_matter_of_lines(void **state)
{
	(void)state;
	assert_false(signal_words_is_about_lines("W12"));
	assert_true(signal_words_is_about_lines("W1"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_code_has_a_name),
	    cmocka_unit_test(a_plan_b_is_not_a_matter_of_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
