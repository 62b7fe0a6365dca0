/* SPDX-License-Identifier: EUPL-1.2 */
/* callout_test.c - "> [!TIP]" and its kin. */
#include "check.h"
#include "content.h"

static void
test_each_kind_has_its_class_and_title(void **state)
{
	static const char *const KINDS[][3] = {{"TIP", "tip", "Tip"},
	    {"LET OP", "let-op", "Let op"},
	    {"VOORBEELD", "voorbeeld", "Voorbeeld"}, {"WET", "wet", "Wet"},
	    {"tip", "tip", "Tip"}};

	for (size_t i = 0; i < sizeof(KINDS) / sizeof(*KINDS); i++)
		assert_string_equal(
		    render_good(
			*state, arena_printf(*state, "> [!%s]\n> Een *zin*.",
				    KINDS[i][0])),
		    arena_printf(*state,
			"<div class=\"lms-callout lms-callout--%s\" "
			"role=\"note\">\n"
			"<p class=\"lms-callout__title\">%s</p>\n"
			"<p>Een <em>zin</em>.</p>\n</div>",
			KINDS[i][1], KINDS[i][2]));
}

static void
test_text_behind_the_mark_joins_the_title(void **state)
{
	assert_contains(
	    render_good(*state, "> [!WET] Artikel *18* lid 1\n> Tekst.\n"),
	    "<p class=\"lms-callout__title\">Wet: Artikel <em>18</em> lid 1"
	    "</p>\n<p>Tekst.</p>");
}

static void
test_a_callout_holds_blocks(void **state)
{
	assert_contains(
	    render_good(*state, "> [!TIP]\n>\n> Een.\n>\n> - twee\n"),
	    "title\">Tip</p>\n<p>Een.</p>\n<ul>\n<li>twee</li>\n</ul>\n"
	    "</div>");
}

static void
test_another_quote_stays_a_quote(void **state)
{
	assert_string_equal(render_good(*state, "> Zei zij.\n"),
	    "<blockquote>\n<p>Zei zij.</p>\n</blockquote>");
}

static void
test_an_unknown_kind_and_an_empty_callout_are_faults(void **state)
{
	assert_string_equal(
	    render_faults(*state, "a\n\n> [!NOTE]\n> x\n", NULL),
	    "3: het kader ‘[!NOTE]’ bestaat niet. Kies [!TIP], [!LET OP], "
	    "[!VOORBEELD] of [!WET].\n");
	assert_string_equal(render_faults(*state, "a\n\n> [!TIP]\n", NULL),
	    "3: dit kader heeft geen tekst. Zet op de volgende regel ‘> ’ met "
	    "de tekst.\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(test_each_kind_has_its_class_and_title),
	    ARENA_TEST(test_text_behind_the_mark_joins_the_title),
	    ARENA_TEST(test_a_callout_holds_blocks),
	    ARENA_TEST(test_another_quote_stays_a_quote),
	    ARENA_TEST(test_an_unknown_kind_and_an_empty_callout_are_faults),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
