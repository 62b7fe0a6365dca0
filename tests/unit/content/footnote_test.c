/* SPDX-License-Identifier: EUPL-1.2 */
/* footnote_test.c - notes: numbered, linked there and back. */
#include "check.h"
#include "content.h"

static void
test_a_note_links_there_and_back(void **state)
{
	assert_string_equal(render_good(*state, "Tekst.[^a]\n\n[^a]: Noot.\n"),
	    "<p>Tekst.<sup class=\"lms-noteref\"><a id=\"ref-1\" "
	    "href=\"#noot-1\" aria-label=\"Noot 1\">1</a></sup></p>\n"
	    "<section class=\"lms-footnotes\" aria-label=\"Noten\">\n<ol>\n"
	    "<li id=\"noot-1\">\n<p>Noot. <a href=\"#ref-1\" "
	    "aria-label=\"Terug naar de tekst bij noot 1\">↩\xef\xb8\x8e</a>"
	    "</p>\n</li>\n</ol>\n</section>");
}

static void
test_numbers_follow_the_text_not_the_names(void **state)
{
	const char *html = render_good(
	    *state, "x[^9] y[^b] z[^9]\n\n[^b]: Bee.\n[^9]: Negen.\n");

	assert_contains(html, "x<sup class=\"lms-noteref\"><a id=\"ref-1\"");
	assert_contains(html, "y<sup class=\"lms-noteref\"><a id=\"ref-2\"");
	assert_contains(html, "id=\"ref-1-2\" href=\"#noot-1\"");
	assert_contains(
	    html, "<li id=\"noot-1\">\n<p>Negen. <a href=\"#ref-1\"");
	assert_contains(html, "<a href=\"#ref-1-2\" aria-label=\"Terug naar de "
			      "tekst bij noot 1, plek 2\">");
}

static void
test_a_note_that_looks_like_a_link_definition_is_a_note(void **state)
{
	const char *html =
	    render_good(*state, "x[^1]\n\n[^1]: https://a.example/\n");

	assert_contains(html, "<li id=\"noot-1\">\n<p>https://a.example/ <a ");
	assert_lacks(html, "href=\"https://a.example/\"");
}

static void
test_a_note_may_go_on_on_further_lines(void **state)
{
	const char *html = render_good(*state,
	    "x[^1]\n\n[^1]: Een *woord*\n    en meer.\n\n    Nieuwe alinea.\n\n"
	    "Gewone tekst.\n");

	assert_contains(html, "<p>Een <em>woord</em>\nen meer.</p>\n"
			      "<p>Nieuwe alinea. <a href");
	assert_contains(html, "<p>Gewone tekst.</p>\n<section");
}

static void
test_a_note_may_stand_in_a_table_and_refer_to_another(void **state)
{
	const char *html = render_good(*state,
	    "| a[^1] | b |\n|---|---|\n| c | d[^2] |\n\n[^1]: Een, zie[^3].\n"
	    "[^2]: Twee.\n[^3]: Drie.\n");

	assert_contains(html, "aria-label=\"Tabel 1: a, b\"");
	assert_contains(html, "d<sup class=\"lms-noteref\"><a id=\"ref-2\"");
	assert_contains(
	    html, "<li id=\"noot-3\">\n<p>Drie. <a href=\"#ref-3\"");
}

static void
test_a_note_in_code_is_text(void **state)
{
	assert_string_equal(
	    render_good(*state, "`[^1]`\n\n```\n[^1]: x\n```\n"),
	    "<p><code>[^1]</code></p>\n<pre><code>[^1]: x\n</code></pre>");
}

static void
test_faults_of_notes_name_their_line(void **state)
{
	assert_string_equal(render_faults(*state,
				"a\nb[^x]\n\n[^y]: Los.\n[^z]:\n\n"
				"c[^z]\n\n[^z]: Weer.\n",
				NULL),
	    "5: deze voetnoot is leeg. Schrijf de tekst achter de dubbele "
	    "punt.\n"
	    "9: de voetnoot [^z] staat er twee keer. Geef één ervan een ander "
	    "nummer.\n"
	    "2: de voetnoot [^x] is er niet. Zet onderaan: [^x]: en de "
	    "tekst.\n"
	    "4: de voetnoot [^y] wordt nergens gebruikt. Zet [^y] in de tekst "
	    "of haal de noot weg.\n"
	    "9: de voetnoot [^z] wordt nergens gebruikt. Zet [^z] in de tekst "
	    "of haal de noot weg.\n");
}

static void
test_a_note_in_a_heading_or_link_is_a_fault(void **state)
{
	assert_contains(render_faults(*state, "## Kop[^1]\n\n[^1]: x\n", NULL),
	    "1: zet de voetnoot [^1] niet in een kop of link");
	assert_contains(
	    render_faults(
		*state, "a\n\n[x [^1]](https://a.example)\n\n[^1]: x\n", NULL),
	    "3: zet de voetnoot [^1] niet in een kop of link");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(test_a_note_links_there_and_back),
	    ARENA_TEST(test_numbers_follow_the_text_not_the_names),
	    ARENA_TEST(test_a_note_that_looks_like_a_link_definition_is_a_note),
	    ARENA_TEST(test_a_note_may_go_on_on_further_lines),
	    ARENA_TEST(test_a_note_may_stand_in_a_table_and_refer_to_another),
	    ARENA_TEST(test_a_note_in_code_is_text),
	    ARENA_TEST(test_faults_of_notes_name_their_line),
	    ARENA_TEST(test_a_note_in_a_heading_or_link_is_a_fault),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
