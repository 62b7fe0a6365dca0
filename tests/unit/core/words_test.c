/* SPDX-License-Identifier: EUPL-1.2 */
/* words_test.c - the examples of tests/cases/words.tsv and dutch_day.tsv. */
#include "core/dutch_day.h"
#include "core/words.h"

#include "check.h"

#include <stdio.h>
#include <stdlib.h>

enum { LINE_MAX_BYTES = 512, COLUMNS = 4 };

static void
words_example(struct arena *a, char *const *c, int line)
{
	struct words w = words_of(a, c[1]);
	const char *found = words_have(&w, a, c[2]) ? "ja" : "nee";

	if (strcmp(c[0], "deel") == 0)
		found = arena_printf(a, "%d", words_share(&w, a, c[2]));
	if (strcmp(found, c[3]) != 0)
		fail_msg("words.tsv:%d: %s in ‘%s’ geeft %s", line, c[2], c[1],
		    found);
}

static void
day_example(struct arena *a, char *const *c, int line)
{
	int32_t found = day_read(a, c[0], day_of_iso("2026-11-23"));

	if (found != (strcmp(c[1], "-") == 0 ? 0 : day_of_iso(c[1])))
		fail_msg(
		    "dutch_day.tsv:%d: ‘%s’ geeft dag %d", line, c[0], found);
}

/* Each line that is no comment. */
static void
each_example(struct arena *a, const char *path,
    void (*check)(struct arena *, char *const *, int))
{
	char text[LINE_MAX_BYTES], *column[COLUMNS];
	FILE *f = fopen(path, "r");
	int line = 0, count = 0;

	assert_non_null(f);
	while (fgets(text, sizeof(text), f) != NULL) {
		char *at = text;

		line++;
		if (*text == '#')
			continue;
		text[strcspn(text, "\n")] = '\0';
		for (int i = 0; i < COLUMNS; i++)
			column[i] = at == NULL ? NULL : strsep(&at, "\t");
		check(a, column, line);
		count++;
	}
	(void)fclose(f);
	assert_true(count > 15);
}

static void
words_are_compared_leniently(void **state)
{
	each_example(*state, "tests/cases/words.tsv", words_example);
}

static void
a_day_is_read_the_dutch_way(void **state)
{
	each_example(*state, "tests/cases/dutch_day.tsv", day_example);
}

static void
a_day_of_a_file_is_strict(void **state)
{
	(void)state;
	assert_int_equal(day_of_iso("1970-01-02"), 0); /* too old for a case */
	assert_int_equal(day_of_iso("2026-11-23"), 20780);
	assert_int_equal(day_of_iso("2026-1-23"), 0);
	assert_int_equal(day_of_iso("2026-02-29"), 0);
	assert_int_equal(day_of_iso("23-11-2026"), 0);
	assert_int_equal(day_of_iso("2026-11-23 "), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(words_are_compared_leniently),
	    ARENA_TEST(a_day_is_read_the_dutch_way),
	    ARENA_TEST(a_day_of_a_file_is_strict),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
