/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * course_faults_test.c - whoever breaks a course hears where, what, and how
 * to mend it. The examples stand in tests/cases/course_faults.tsv; each is
 * tried on a copy of the good course.
 */
#include "check.h"
#include "content.h"

#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { COLUMNS = 6, TEXT_MAX = 64 * 1024 };

static char copy[PATH_MAX];

static void
write_file(const char *path, const char *bytes, size_t n)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, n, f), n);
	assert_int_equal(fclose(f), 0);
}

static size_t
read_file(const char *path, char *bytes)
{
	FILE *f = fopen(path, "r");
	size_t n;

	if (f == NULL)
		fail_msg("%s is not there", path);
	n = fread(bytes, 1, TEXT_MAX - 1, f);
	(void)fclose(f);
	bytes[n] = '\0';
	return n;
}

static int
copy_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
	static char bytes[TEXT_MAX];
	char to[PATH_MAX + 512];

	(void)st;
	(void)at;
	snprintf(to, sizeof(to), "%s%s", copy, path + strlen(GOOD_COURSES));
	if (type == FTW_D)
		return mkdir(to, 0700) != 0 && access(to, X_OK) != 0;
	write_file(to, bytes, read_file(path, bytes));
	return 0;
}

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st;
	(void)type;
	(void)at;
	return remove(path);
}

static int
make_copy(void **state)
{
	const char *folder = getenv("TMPDIR");

	snprintf(copy, sizeof(copy), "%s/leer-cursus-XXXXXX",
	    folder != NULL ? folder : "/tmp");
	assert_non_null(mkdtemp(copy));
	assert_int_equal(nftw(GOOD_COURSES, copy_one, 8, FTW_PHYS), 0);
	return check_arena_setup(state);
}

static int
remove_copy(void **state)
{
	(void)nftw(copy, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	return check_arena_teardown(state);
}

/* "\n" and "\xff" in a cell stand for those bytes. */
static char *
unescape(char *text)
{
	char *to = text;

	for (char *from = text; *from != '\0'; from++) {
		if (strncmp(from, "\\n", 2) == 0) {
			*to++ = '\n';
			from++;
		} else if (strncmp(from, "\\xff", 4) == 0) {
			*to++ = '\xff';
			from += 3;
		} else {
			*to++ = *from;
		}
	}
	*to = '\0';
	return text;
}

/* Replaces a text that stands in the file, tries, and puts it back. */
static struct content_faults
faults_after(
    struct arena *a, const char *file, const char *old, const char *instead)
{
	static char was[TEXT_MAX];
	struct content_faults faults = {0};
	struct library *l;
	enum status status;
	const char *path = arena_printf(a, "%s/%s", copy, file);
	size_t n = read_file(path, was);
	const char *at = strstr(was, old), *now;

	if (at == NULL)
		fail_msg("%s does not hold \"%s\"", file, old);
	now = arena_printf(
	    a, "%.*s%s%s", (int)(at - was), was, instead, at + strlen(old));
	write_file(path, now, strlen(now));
	status = library_open(&l, copy, a, &faults);
	assert_int_equal(status, faults.count == 0 ? ST_OK : ST_INVALID);
	library_free(l);
	write_file(path, was, n);
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

#define COPY_TEST(f) cmocka_unit_test_setup_teardown(f, make_copy, remove_copy)

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
