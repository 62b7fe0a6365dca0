/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * course_faults_test.c - whoever breaks a course hears where, what, and how
 * to mend it. The examples stand in tests/cases/course_faults.tsv; each is
 * tried on a copy of the good course.
 */
#include "check.h"
#include "content.h"
#include "course_copy.h"

enum { COLUMNS = 6 };

/* Replaces a text that stands in the file, tries, and puts it back. */
static struct content_faults
faults_after(
    struct arena *a, const char *file, const char *old, const char *instead)
{
	struct content_faults faults = {0};
	struct library *l;
	enum status status;
	const char *was = change_file(a, file, old, instead);

	status = library_open(&l, copy, a, &faults);
	assert_int_equal(status, faults.count == 0 ? ST_OK : ST_INVALID);
	library_free(l);
	write_file(arena_printf(a, "%s/%s", copy, file), was, strlen(was));
	return faults;
}

static bool
is_told(const struct content_faults *faults, int line, const char *part)
{
	for (size_t i = 0; i < faults->count; i++)
		if (faults->fault[i].line == line &&
		    strstr(faults->fault[i].text, part) != NULL &&
		    strncmp(faults->fault[i].file, copy, strlen(copy)) == 0)
			return true;
	return false;
}

/* Tries one row of the table; gives whether it went as expected. */
static bool
try_row(char *row, int number)
{
	struct arena *a = arena_new();
	struct content_faults faults;
	char *cell[COLUMNS];
	bool is_good;

	row[strcspn(row, "\n")] = '\0';
	for (int i = 0; i < COLUMNS; i++) {
		cell[i] = strsep(&row, "\t");
		assert_non_null(cell[i]);
	}
	faults = faults_after(a, cell[0], unescape(cell[1]), unescape(cell[2]));
	is_good = faults.count == (size_t)strtol(cell[3], NULL, 10) &&
		  is_told(&faults, (int)strtol(cell[4], NULL, 10), cell[5]);
	if (!is_good) {
		print_error("row %d expects %s, %s: %s; told is:\n", number,
		    cell[3], cell[4], cell[5]);
		for (size_t i = 0; i < faults.count; i++)
			print_error("  %s:%d: %s\n",
			    faults.fault[i].file + strlen(copy),
			    faults.fault[i].line, faults.fault[i].text);
	}
	arena_free(a);
	return is_good;
}

static void
test_each_slip_of_an_author_is_told_with_its_line(void **state)
{
	FILE *table = fopen("tests/cases/course_faults.tsv", "r");
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
	assert_true(tried > 70);
}

static void
test_all_faults_of_all_files_are_told_at_once(void **state)
{
	struct content_faults faults;
	const char *html = "kort/inhoud.md";

	/* The outline is gone: everything that hangs on it is told too. */
	faults = faults_after(*state, html, "date: 2026-11-23", "datum: nu");
	assert_int_equal(faults.count, 2);
	assert_string_equal(
	    faults.fault[0].file, arena_printf(*state, "%s/%s", copy, html));
	assert_int_equal(faults.fault[0].line, 1);
	assert_int_equal(faults.fault[1].line, 4);
}

static void
test_an_image_that_carries_a_program_is_refused(void **state)
{
	struct content_faults faults = faults_after(*state,
	    "kort/media/pijl.svg", "<path", "<script>x()</script><path");

	assert_int_equal(faults.count, 1);
	assert_contains(faults.fault[0].file, "kort/media/pijl.svg");
	assert_contains(faults.fault[0].text, "‘<script’");
}

static void
test_a_file_over_a_mebibyte_is_refused(void **state)
{
	struct content_faults faults = {0};
	struct library *l;
	const char *path = arena_printf(*state, "%s/kort/inhoud.md", copy);
	char *bytes = arena_alloc(*state, SOURCE_BYTES_MAX + 1);

	memset(bytes, 'a', SOURCE_BYTES_MAX + 1);
	write_file(path, bytes, SOURCE_BYTES_MAX + 1);
	assert_int_equal(library_open(&l, copy, *state, &faults), ST_INVALID);
	assert_null(l);
	assert_contains(faults.fault[0].text, "groter dan 1 MiB");
}

static void
test_a_folder_that_is_no_course_is_told(void **state)
{
	struct content_faults faults = {0};
	struct library *l;

	assert_int_equal(mkdir(arena_printf(*state, "%s/leeg", copy), 0700), 0);
	assert_int_equal(
	    mkdir(arena_printf(*state, "%s/Mijn Cursus", copy), 0700), 0);
	assert_int_equal(library_open(&l, copy, *state, &faults), ST_INVALID);
	assert_int_equal(faults.count, 2);
	assert_contains(faults.fault[0].text, "de naam van deze map kan niet");
	assert_contains(faults.fault[1].file, "leeg/inhoud.md");
	assert_contains(faults.fault[1].text, "dit bestand is er niet");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    COPY_TEST(test_each_slip_of_an_author_is_told_with_its_line),
	    COPY_TEST(test_all_faults_of_all_files_are_told_at_once),
	    COPY_TEST(test_an_image_that_carries_a_program_is_refused),
	    COPY_TEST(test_a_file_over_a_mebibyte_is_refused),
	    COPY_TEST(test_a_folder_that_is_no_course_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
