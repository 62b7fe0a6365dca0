/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * term_test.c - which words of a text are terms: the examples of
 * tests/cases/terms.tsv.
 */
#include "check.h"

#include "content/term.h"

#include <stdio.h>

enum { FORMS_MAX = 20, ROW_MAX = 1024 };

struct examples {
	struct arena *arena;
	struct term_form forms[FORMS_MAX];
	struct term_finder finder;
	size_t term_count;
	int tried, wrong;
};

/* "= a, b": one more term, with its forms. */
static void
learn(struct examples *e, char *list)
{
	char *form;

	while ((form = strsep(&list, ",")) != NULL) {
		assert_true(e->finder.count < FORMS_MAX);
		e->forms[e->finder.count++] = (struct term_form){
		    arena_strdup(e->arena, form + strspn(form, " ")),
		    e->term_count};
	}
	e->term_count++;
	e->finder.forms = e->forms;
}

static const char *
bracketed(struct examples *e, const char *text)
{
	bool is_used[FORMS_MAX] = {false};
	const char *out = "";
	size_t done = 0;
	struct term_match m;

	while (term_find(&m, &e->finder, is_used, text, done)) {
		is_used[m.term] = true;
		out = arena_printf(e->arena, "%s%.*s[%.*s]", out,
		    (int)(m.at - done), text + done, (int)m.len, text + m.at);
		done = m.at + m.len;
	}
	return arena_printf(e->arena, "%s%s", out, text + done);
}

/* "\n" in a cell stands for a newline. */
static const char *
with_newlines(char *cell)
{
	char *at;

	while ((at = strstr(cell, "\\n")) != NULL) {
		*at = '\n';
		memmove(at + 1, at + 2, strlen(at + 2) + 1);
	}
	return cell;
}

static void
try_row(struct examples *e, char *row, int number)
{
	char *rest = row;
	const char *text = with_newlines(strsep(&rest, "\t")), *got;

	assert_non_null(rest);
	rest = arena_strdup(e->arena, with_newlines(rest));
	got = bracketed(e, text);
	e->tried++;
	if (strcmp(got, rest) == 0)
		return;
	print_error(
	    "terms.tsv:%d: wanted \"%s\", got \"%s\"\n", number, rest, got);
	e->wrong++;
}

static void
the_words_of_the_examples_are_found(void **state)
{
	struct examples e = {.arena = *state};
	FILE *f = fopen("tests/cases/terms.tsv", "r");
	char row[ROW_MAX];

	assert_non_null(f);
	for (int n = 1; fgets(row, sizeof(row), f) != NULL; n++) {
		row[strcspn(row, "\n")] = '\0';
		if (row[0] == '=')
			learn(&e, row + 1);
		else if (row[0] != '#' && row[0] != '\0')
			try_row(&e, row, n);
	}
	(void)fclose(f);
	assert_true(e.tried > 30);
	assert_int_equal(e.wrong, 0);
}

static void
a_used_term_is_not_found_again_in_a_later_text(void **state)
{
	const struct term_form forms[] = {{"stip", 0}, {"pijl", 1}};
	const struct term_finder finder = {2, forms};
	bool is_used[] = {true, false};
	struct term_match m;

	(void)state;
	assert_true(term_find(&m, &finder, is_used, "een stip, een pijl", 0));
	assert_int_equal(m.term, 1);
	assert_int_equal(m.at, 14);
	assert_false(term_find(&m, &finder, is_used, "een stip, een pijl", 15));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(the_words_of_the_examples_are_found),
	    ARENA_TEST(a_used_term_is_not_found_again_in_a_later_text),
	};

	return cmocka_run_group_tests_name("term", tests, NULL, NULL);
}
