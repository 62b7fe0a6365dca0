/* SPDX-License-Identifier: EUPL-1.2 */
/* json_where_test.c - on which line a value of a JSON text stands. */
#include "check.h"
#include "content/json_where.h"

static const char TEXT[] = "{\n"
			   " \"a\": \"x\\\"]}\",\n" /* 2 */
			   " \"lijst\": [1, {\"b\": 2},\n"
			   "  {\"b\":\n" /* 4 */
			   "   [[],\n"
			   "    {\"diep\": null}]\n" /* 6 */
			   "  }\n"
			   " ],\n"
			   " \"ab\": {}\n" /* 9 */
			   "}\n";

static void
test_a_path_leads_to_the_line_of_its_value(void **state)
{
	static const struct {
		const char *path;
		int line;
	} CASES[] = {{"", 1}, {"a", 2}, {"lijst", 3}, {"lijst[0]", 3},
	    {"lijst[1].b", 3}, {"lijst[2]", 4}, {"lijst[2].b", 5},
	    {"lijst[2].b[1].diep", 6}, {"ab", 9}};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		assert_int_equal(
		    json_where(TEXT, CASES[i].path), CASES[i].line);
}

static void
test_what_is_not_there_is_sought_as_far_as_it_goes(void **state)
{
	(void)state;
	assert_int_equal(json_where(TEXT, "weg"), 1);
	assert_int_equal(json_where(TEXT, "lijst[9]"), 3);
	assert_int_equal(json_where(TEXT, "lijst[2].weg"), 4);
	assert_int_equal(json_where(TEXT, "lijst.weg"), 3);
	assert_int_equal(json_where(TEXT, "a[0].b"), 2);
}

static void
test_nonsense_ends_within_the_text(void **state)
{
	static const char *const TEXTS[] = {"", "{", "[", "{\"a\"",
	    "{\"a\":", "[1,", "\"", "{\"a\":[[[[", "}", "]", ",", "{,",
	    "{\"a\" 1}", "[\"\\", "{\"a\":1 \"b\":2}", "nonsense"};
	static const char *const PATHS[] = {"a", "a.b", "[0]", "[1]", "[", "]",
	    ".", "..", "a[", "a[x", "a[99999999999999999999]", "[-1]"};

	(void)state;
	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(*TEXTS); i++)
		for (size_t k = 0; k < sizeof(PATHS) / sizeof(*PATHS); k++)
			assert_int_equal(json_where(TEXTS[i], PATHS[k]), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_a_path_leads_to_the_line_of_its_value),
	    cmocka_unit_test(
		test_what_is_not_there_is_sought_as_far_as_it_goes),
	    cmocka_unit_test(test_nonsense_ends_within_the_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
