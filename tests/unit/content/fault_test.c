/* SPDX-License-Identifier: EUPL-1.2 */
/* fault_test.c - the list of what is wrong with a course. */
#include "check.h"
#include "content.h"

#include <stdio.h>

static void
test_faults_are_grouped_by_file_and_ordered_by_line(void **state)
{
	struct faults f = faults_new(*state);
	static const char *const EXPECTED[] = {"b 1 vier", "b 3 een",
	    "b 3 vijf", "b 9 zes", "a 1 drie", "a 2 twee"};

	fault_add(&f, "b", 3, "een");
	fault_add(&f, "a", 2, "twee");
	fault_add(&f, "a", 0, "%s", "drie");
	fault_add(&f, "b", 1, "vier");
	fault_add(&f, "b", 3, "vijf");
	fault_add(&f, "b", 9, "zes");
	faults_sort(&f);
	assert_int_equal(f.count, 6);
	for (size_t i = 0; i < f.count; i++) {
		char line[64];

		snprintf(line, sizeof(line), "%s %d %s", f.fault[i].file,
		    f.fault[i].line, f.fault[i].text);
		assert_string_equal(line, EXPECTED[i]);
	}
}

static void
test_no_more_than_five_hundred_are_kept(void **state)
{
	struct faults f = faults_new(*state);

	faults_sort(&f);
	for (int i = 0; i < 600; i++)
		fault_add(&f, "x", 600 - i, "fout %d", i);
	assert_int_equal(f.count, 500);
	faults_sort(&f);
	assert_int_equal(f.fault[0].line, 101);
	assert_int_equal(f.fault[499].line, 600);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(test_faults_are_grouped_by_file_and_ordered_by_line),
	    ARENA_TEST(test_no_more_than_five_hundred_are_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
