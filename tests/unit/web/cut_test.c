/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cut_test.c - a page in the pieces that differ from one reader to the next.
 */
#include "check.h"
#include "web/cut.h"

#include <string.h>

#define TOKEN "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

static struct arena *arena;

static struct cut
cut(const char *page, const char *token, const char *name)
{
	const char *at = name == NULL ? NULL : strstr(page, name);
	struct html_run run = {.kind = HTML_NAME};

	if (at != NULL) {
		run.at = (size_t)(at - page);
		run.len = strlen(name);
	}
	return cut_page(arena, page, strlen(page), token, &run, at != NULL);
}

static void
check_piece(const struct cut *c, size_t i, enum cut_kind kind, const char *text)
{
	assert_true(i < c->count);
	assert_int_equal(c->piece[i].kind, kind);
	assert_int_equal(c->piece[i].len, strlen(text));
	assert_memory_equal(c->piece[i].text, text, strlen(text));
}

static void
a_page_is_cut_at_tokens_and_at_the_name(void **unused)
{
	struct cut c = cut("kop " TOKEN " Noor, tekst " TOKEN, TOKEN, "Noor");

	(void)unused;
	assert_int_equal(c.count, 6);
	check_piece(&c, 0, CUT_TEXT, "kop ");
	check_piece(&c, 1, CUT_TOKEN, TOKEN);
	check_piece(&c, 2, CUT_TEXT, " ");
	check_piece(&c, 3, CUT_NAME, "Noor");
	check_piece(&c, 4, CUT_TEXT, ", tekst ");
	check_piece(&c, 5, CUT_TOKEN, TOKEN);
}

static void
a_page_without_either_is_one_piece(void **unused)
{
	struct cut c = cut("gewoon", NULL, NULL);

	(void)unused;
	assert_int_equal(c.count, 1);
	check_piece(&c, 0, CUT_TEXT, "gewoon");
	assert_int_equal(cut("", NULL, NULL).count, 0);
}

/* A word of the text that is somebody's name stays text. */
static void
only_the_place_of_the_name_counts(void **unused)
{
	const struct html_run runs[] = {{8, 4, HTML_NAME}, {13, 5, HTML_OWN}};
	struct cut c =
	    cut_page(arena, "Noor en Noor 14:03", 18, NULL, runs, 2);

	(void)unused;
	assert_int_equal(c.count, 4);
	check_piece(&c, 0, CUT_TEXT, "Noor en ");
	check_piece(&c, 1, CUT_NAME, "Noor");
	check_piece(&c, 2, CUT_TEXT, " ");
	check_piece(&c, 3, CUT_OWN, "14:03");
}

static void
equal_pages_have_equal_hashes_and_others_do_not(void **unused)
{
	struct cut one = cut("a Noor b", NULL, "Noor");
	struct cut same = cut("a Noor b", NULL, "Noor");
	struct cut name = cut("a Bram b", NULL, "Bram");
	struct cut text = cut("a Noor c", NULL, "Noor");
	struct cut uncut = cut("a Noor b", NULL, NULL);

	(void)unused;
	assert_true(cut_hash(&one) == cut_hash(&same));
	assert_true(cut_hash(&one) != cut_hash(&name));
	assert_true(cut_hash(&one) != cut_hash(&text));
	assert_true(cut_hash(&one) != cut_hash(&uncut));
}

static int
begin(void **unused)
{
	(void)unused;
	arena = arena_new();
	return 0;
}

static int
end(void **unused)
{
	(void)unused;
	arena_free(arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_page_is_cut_at_tokens_and_at_the_name),
	    cmocka_unit_test(a_page_without_either_is_one_piece),
	    cmocka_unit_test(only_the_place_of_the_name_counts),
	    cmocka_unit_test(equal_pages_have_equal_hashes_and_others_do_not),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
