/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * review_test.c - what an author is told of a case beyond what stops the
 * program. The examples stand in tests/cases/case_review.tsv; each is tried
 * on a copy of the good course. Our own cases are without fault.
 */
#include "check.h"
#include "content.h"
#include "course_copy.h"

enum { COLUMNS = 6 };

struct told {
	struct content_faults faults, advice;
};

static struct told
review(struct arena *a, const char *folder)
{
	struct told told;
	struct library *l;
	enum status status =
	    library_review(&l, folder, a, &told.faults, &told.advice);

	assert_int_equal(status, told.faults.count == 0 ? ST_OK : ST_INVALID);
	library_free(l);
	return told;
}

static bool
is_told(const struct content_faults *list, long line, const char *part)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->fault[i].line == line &&
		    strstr(list->fault[i].text, part) != NULL)
			return true;
	return false;
}

/* Tries one row of the table; gives whether it went as expected. */
static bool
try_row(char *row, int number)
{
	struct arena *a = arena_new();
	char *cell[COLUMNS];
	const char *was;
	struct told told;
	bool is_fault, is_good;

	row[strcspn(row, "\n")] = '\0';
	for (int i = 0; i < COLUMNS; i++) {
		cell[i] = strsep(&row, "\t");
		assert_non_null(cell[i]);
	}
	is_fault = strcmp(cell[3], "fout") == 0;
	was = change_file(a, cell[0], unescape(cell[1]), unescape(cell[2]));
	told = review(a, copy);
	write_file(arena_printf(a, "%s/%s", copy, cell[0]), was, strlen(was));
	is_good = is_told(is_fault ? &told.faults : &told.advice,
		      strtol(cell[4], NULL, 10), cell[5]) &&
		  told.faults.count == (is_fault ? 1 : 0);
	if (!is_good)
		print_error("row %d expects %s, %s: %s; told is:\n%s%s", number,
		    cell[3], cell[4], cell[5],
		    faults_as_text(a, told.faults.count, told.faults.fault),
		    faults_as_text(a, told.advice.count, told.advice.fault));
	arena_free(a);
	return is_good;
}

static void
test_each_slip_in_a_case_is_told_with_its_line(void **state)
{
	FILE *table = fopen("tests/cases/case_review.tsv", "r");
	char *row = NULL;
	size_t size = 0;
	int number = 0, tried = 0, failed = 0;

	(void)state;
	assert_non_null(table);
	while (getline(&row, &size, table) > 0) {
		number++;
		if (row[0] == '#')
			continue;
		tried++;
		failed += !try_row(row, number);
	}
	free(row);
	(void)fclose(table);
	assert_int_equal(failed, 0);
	assert_true(tried > 8);
}

static void
test_a_good_case_is_told_nothing(void **state)
{
	struct told told = review(*state, copy);

	assert_int_equal(told.faults.count, 0);
	assert_int_equal(told.advice.count, 0);
}

/* An amount that says itself that it is not exact, a day within the case. */
static void
test_what_is_right_is_left_alone(void **state)
{
	struct told told;

	change_file(*state, "kort/casussen/ilse/plan.json",
	    "\"rendement\": \"€ 900.\"",
	    "\"rendement\": \"€ 900, twee keer € 1.800, ongeveer € 901.\"");
	change_file(*state, "kort/casussen/ilse/plan.json", "vrijdag",
	    "vrijdag 4 december 2026");
	told = review(*state, copy);
	assert_string_equal(
	    faults_as_text(*state, told.faults.count, told.faults.fault), "");
}

static void
test_a_case_that_the_course_does_not_name_is_told(void **state)
{
	struct told told;

	change_file(*state, "kort/inhoud.md", "## Casussen", "## Anders");
	told = review(*state, copy);
	assert_true(
	    is_told(&told.faults, 1, "deze casus staat niet in inhoud.md"));
}

static void
test_our_own_cases_are_without_fault(void **state)
{
	struct told told = review(*state, "courses");

	assert_string_equal(
	    faults_as_text(*state, told.faults.count, told.faults.fault), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    COPY_TEST(test_each_slip_in_a_case_is_told_with_its_line),
	    COPY_TEST(test_a_good_case_is_told_nothing),
	    COPY_TEST(test_what_is_right_is_left_alone),
	    COPY_TEST(test_a_case_that_the_course_does_not_name_is_told),
	    ARENA_TEST(test_our_own_cases_are_without_fault),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
