/* SPDX-License-Identifier: EUPL-1.2 */
/* The examples of tests/cases/attention.tsv: who needs the coach, and why. */
#include "core/attention.h"

#include "check.h"

#include <stdio.h>
#include <stdlib.h>

enum { LINE_MAX_BYTES = 256, WORDS_MAX = 8 };

static const int64_t DAY = 86400, NOW = 1795438980;
static const char *const KINDS[] = {
    "ingeleverd", "antwoord", "vraag", "stil", "weg", "nieuw", "niets"};

/* The moment of "name=days" among the facts; 0: never. */
static int64_t
moment(const char *facts, const char *name)
{
	size_t len = strlen(name);

	for (; *facts != '\0';
	     facts += strcspn(facts, " "), facts += strspn(facts, " "))
		if (strncmp(facts, name, len) == 0 && facts[len] == '=')
			return NOW - DAY * strtol(facts + len + 1, NULL, 10);
	return 0;
}

static bool
is_told(const char *facts, const char *word)
{
	return strstr(facts, word) != NULL;
}

static void
say(char *out, size_t size, struct attention a)
{
	if (a.kind == ATTENTION_NONE)
		snprintf(out, size, "niets");
	else
		snprintf(out, size, "%s:%d", KINDS[a.kind],
		    attention_days(a.since_s, NOW));
}

static struct attention
try_one(const char *kind, const char *facts)
{
	const char *tries = strstr(facts, "pogingen=");

	if (strcmp(kind, "plan") == 0)
		return attention_to_plan(
		    (struct plan_moments){moment(facts, "bewaard"),
			moment(facts, "ingeleverd"),
			is_told(facts, "gelezen=ja"), moment(facts, "gezien"),
			moment(facts, "antwoord")},
		    NOW);
	if (strcmp(kind, "persoon") == 0)
		return attention_to_person(
		    (struct person_moments){moment(facts, "lid"),
			moment(facts, "gezien"), is_told(facts, "bezig=ja")},
		    NOW);
	assert_string_equal(kind, "vraag");
	assert_non_null(tries);
	return attention_to_question(
	    (struct question_moments){(int)strtol(tries + 9, NULL, 10),
		is_told(facts, "goed=ja"), moment(facts, "dagen")});
}

static struct attention
read_reason(const char *word)
{
	struct attention a = {ATTENTION_NONE, 0};
	const char *colon = strchr(word, ':');

	for (int k = 0; k < ATTENTION_NONE && colon != NULL; k++)
		if (strncmp(word, KINDS[k], (size_t)(colon - word)) == 0)
			a = (struct attention){(enum attention_kind)k,
			    NOW - DAY * strtol(colon + 1, NULL, 10)};
	return a;
}

static int
by_press(const void *a, const void *b)
{
	return attention_compare(
	    *(const struct attention *)a, *(const struct attention *)b);
}

static void
try_order(char *out, size_t size, char *words)
{
	struct attention list[WORDS_MAX];
	size_t n = 0, at = 0;
	char *word;

	while ((word = strsep(&words, " ")) != NULL) {
		assert_true(n < WORDS_MAX);
		list[n++] = read_reason(word);
	}
	qsort(list, n, sizeof(*list), by_press);
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			out[at++] = ' ';
		say(out + at, size - at, list[i]);
		at += strlen(out + at);
	}
}

static void
the_examples_hold(void **unused)
{
	FILE *f = fopen("tests/cases/attention.tsv", "r");
	char line[LINE_MAX_BYTES], have[LINE_MAX_BYTES];
	int count = 0;

	(void)unused;
	assert_non_null(f);
	for (int number = 1; fgets(line, sizeof(line), f) != NULL; number++) {
		char *rest = line, *kind, *facts, *want;

		line[strcspn(line, "\n")] = '\0';
		if (*line == '#' || strncmp(line, "kind", 4) == 0)
			continue;
		kind = strsep(&rest, "\t");
		facts = strsep(&rest, "\t");
		want = strsep(&rest, "\t");
		if (want == NULL)
			fail_msg("line %d: three columns", number);
		if (strcmp(kind, "volgorde") == 0)
			try_order(have, sizeof(have), facts);
		else
			say(have, sizeof(have), try_one(kind, facts));
		if (strcmp(have, want) != 0)
			fail_msg("attention.tsv:%d: %s", number, have);
		count++;
	}
	(void)fclose(f);
	assert_true(count >= 30);
}

static void
a_moment_to_come_is_no_days_ago(void **unused)
{
	(void)unused;
	assert_int_equal(attention_days(NOW + 5 * DAY, NOW), 0);
	assert_int_equal(attention_days(NOW, NOW), 0);
	assert_int_equal(attention_days(NOW - DAY + 1, NOW), 0);
	assert_int_equal(attention_days(NOW - DAY, NOW), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_examples_hold),
	    cmocka_unit_test(a_moment_to_come_is_no_days_ago),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
