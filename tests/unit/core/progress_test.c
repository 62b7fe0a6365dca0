/* SPDX-License-Identifier: EUPL-1.2 */
/* The examples of tests/cases/progress.tsv, and until when content holds. */
#include "core/progress.h"

#include "core/validity.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
/* cmocka needs the four above first. */
#include <cmocka.h>

enum { PARTS_MAX = 8, LINE_MAX_BYTES = 256 };

static const char *const STATES[] = {"niets", "bezig", "klaar"};

/* "G FG -": the attempts at each question. */
static size_t
read_questions(struct question_facts *out, char *text)
{
	char *rest = text, *word;
	size_t n = 0;

	while ((word = strsep(&rest, " ")) != NULL) {
		if (*word == '\0')
			continue;
		assert_true(n < PARTS_MAX);
		out[n] = (struct question_facts){0};
		if (*word != '-') {
			out[n].attempts = (int)strlen(word);
			out[n].is_right_first = word[0] == 'G';
			out[n].is_right_once = strchr(word, 'G') != NULL;
		}
		n++;
	}
	return n;
}

static void
try_module(
    char *is_read, char *answers, char *out, size_t size, const char **state)
{
	struct question_facts facts[PARTS_MAX];
	size_t n = read_questions(facts, answers);
	struct module_progress p = progress_of_module(
	    progress_count(facts, n, strcmp(is_read, "ja") == 0));

	*state = STATES[p.state];
	snprintf(out, size, "lezen=%s open=%d geprobeerd=%d score=%d/%d",
	    p.must_read ? "ja" : "nee", p.open_count, p.try_count, p.score,
	    p.score_max);
}

static void
try_course(
    char *modules, char *casussen, char *out, size_t size, const char **state)
{
	struct module_facts m[PARTS_MAX] = {0};
	struct casus_facts c[PARTS_MAX] = {0};
	size_t m_count = 0, c_count = 0;
	struct course_progress p;
	char *word;

	while ((word = strsep(&modules, " ")) != NULL)
		if (*word != '\0') {
			m[m_count].question_count = 1;
			m[m_count].is_read = strcmp(word, "niets") != 0;
			m[m_count].right_count = strcmp(word, "klaar") == 0;
			m_count++;
		}
	while ((word = strsep(&casussen, " ")) != NULL)
		if (*word != '\0') {
			c[c_count].is_begun = strcmp(word, "niets") != 0;
			c[c_count].is_handed_in =
			    strcmp(word, "ingeleverd") == 0;
			c_count++;
		}
	p = progress_of_course(m, m_count, c, c_count);
	*state = STATES[p.state];
	snprintf(out, size, "klaar=%d/%d modules=%d casussen=%d",
	    p.complete_count, p.part_count, p.open_module_count,
	    p.open_casus_count);
}

static void
the_examples_hold(void **unused)
{
	FILE *f = fopen("tests/cases/progress.tsv", "r");
	char line[LINE_MAX_BYTES], have[LINE_MAX_BYTES];
	int count = 0;

	(void)unused;
	assert_non_null(f);
	for (int number = 1; fgets(line, sizeof(line), f) != NULL; number++) {
		char *rest = line, *column[5];
		const char *state;

		line[strcspn(line, "\n")] = '\0';
		if (*line == '#' || strncmp(line, "kind", 4) == 0)
			continue;
		for (int i = 0; i < 5; i++) {
			column[i] = strsep(&rest, "\t");
			if (column[i] == NULL)
				fail_msg("line %d: five columns", number);
		}
		if (strcmp(column[0], "module") == 0)
			try_module(
			    column[1], column[2], have, sizeof(have), &state);
		else
			try_course(
			    column[1], column[2], have, sizeof(have), &state);
		if (strcmp(state, column[3]) != 0 ||
		    strcmp(have, column[4]) != 0)
			fail_msg("progress.tsv:%d: %s %s", number, state, have);
		count++;
	}
	(void)fclose(f);
	assert_true(count >= 20);
}

/* Seconds from date -u -d 2027-07-01 +%s and the like. */
static void
content_holds_through_its_last_day(void **unused)
{
	const int64_t DAY = 86400, JULY_1 = 1814400000;

	(void)unused;
	assert_false(validity_is_over("2027-07-01", JULY_1 - DAY));
	assert_false(validity_is_over("2027-07-01", JULY_1));
	assert_false(validity_is_over("2027-07-01", JULY_1 + DAY - 1));
	assert_true(validity_is_over("2027-07-01", JULY_1 + DAY));
	/* Leap days: 29 February 2028 is 1835395200. */
	assert_false(validity_is_over("2028-02-29", 1835395200 + DAY - 1));
	assert_true(validity_is_over("2028-02-29", 1835395200 + DAY));
	assert_true(validity_is_over("2028-02-28", 1835395200));
	assert_true(validity_is_over("1970-01-01", DAY));
	assert_false(validity_is_over("1970-01-01", 0));
}

static void
no_date_never_ends(void **unused)
{
	(void)unused;
	assert_false(validity_is_over(NULL, INT64_MAX));
	assert_false(validity_is_over("", INT64_MAX));
	assert_false(validity_is_over("altijd", INT64_MAX));
	assert_false(validity_is_over("2027-13-01", INT64_MAX));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_examples_hold),
	    cmocka_unit_test(content_holds_through_its_last_day),
	    cmocka_unit_test(no_date_never_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
