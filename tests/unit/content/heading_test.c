/* SPDX-License-Identifier: EUPL-1.2 */
/* heading_test.c - anchors, levels, and the title that is taken out. */
#include "check.h"
#include "content.h"

static void
test_the_title_is_taken_out(void **state)
{
	assert_string_equal(
	    render_good(*state, "# Titel\n\nTekst.\n"), "<p>Tekst.</p>");
}

static void
test_an_anchor_is_the_folded_text(void **state)
{
	assert_string_equal(
	    render_good(*state, "## Stap 1. Eén *huis* & ‘tuin’?\n"),
	    "<h2 id=\"stap-1-een-huis-tuin\">Stap 1. Eén <em>huis</em> &amp; "
	    "‘tuin’?</h2>");
	assert_string_equal(
	    render_good(*state, "## !!!\n"), "<h2 id=\"kop\">!!!</h2>");
}

static void
test_anchors_are_unique_and_never_those_of_the_site(void **state)
{
	const char *html = render_good(*state,
	    "## Slot\n\n## Slot\n\n## Inhoud\n\n## Vraag v1\n\n## Slot 2\n");

	assert_contains(html, "id=\"slot\"");
	assert_contains(html, "id=\"slot-2\">Slot<");
	assert_contains(html, "id=\"slot-2-2\">Slot 2<");
	assert_contains(html, "id=\"kop-inhoud\"");
	assert_contains(html, "id=\"kop-vraag-v1\"");
}

static void
test_the_contents_list_levels_two_and_three(void **state)
{
	static const char TEXT[] =
	    "## Een *a*\n\n### Twee\n\n#### Drie\n\n## Vier\n";
	struct faults f = faults_new(*state);
	struct source s;
	struct page p;

	assert_true(source_from(&s, *state, &f, "x", TEXT, strlen(TEXT)));
	p = page_new(*state, &f, &s, NULL, NULL);
	(void)page_whole(&p, page_tree(&p));
	assert_int_equal(p.heading_count, 3);
	assert_string_equal(p.headings[0].text, "Een a");
	assert_string_equal(p.headings[1].anchor, "twee");
	assert_int_equal(p.headings[1].level, 3);
	assert_string_equal(p.headings[2].text, "Vier");
}

static void
test_a_skipped_level_is_a_fault(void **state)
{
	assert_string_equal(render_faults(*state, "# T\n\n### Te diep\n", NULL),
	    "3: deze kop heeft niveau 3, maar de kop ervoor niveau 1. Sla geen "
	    "niveau over: gebruik 2 keer #.\n");
	assert_contains(render_faults(*state, "## a\n\n## b\n\n#### c\n", NULL),
	    "5: deze kop heeft niveau 4, maar de kop ervoor niveau 2");
}

static void
test_a_second_title_or_an_empty_heading_is_a_fault(void **state)
{
	assert_contains(render_faults(*state, "# T\n\ntekst\n\n# U\n", NULL),
	    "5: een kop met één # is alleen voor de titel");
	assert_contains(render_faults(*state, "tekst\n\n# U\n", NULL),
	    "3: een kop met één # is alleen voor de titel");
	assert_contains(
	    render_faults(*state, "##\n", NULL), "1: deze kop is leeg");
}

static void
test_a_page_with_too_many_headings_is_refused_soon(void **state)
{
	enum { COUNT = 600, EACH = 5 };
	char *text = arena_alloc(*state, EACH * COUNT + 1);

	for (size_t i = 0; i < COUNT; i++)
		memcpy(text + EACH * i, "## a\n", EACH);
	assert_string_equal(render_faults(*state, text, NULL),
	    "501: deze pagina heeft meer dan 500 koppen. Splits haar.\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(test_the_title_is_taken_out),
	    ARENA_TEST(test_an_anchor_is_the_folded_text),
	    ARENA_TEST(test_anchors_are_unique_and_never_those_of_the_site),
	    ARENA_TEST(test_the_contents_list_levels_two_and_three),
	    ARENA_TEST(test_a_skipped_level_is_a_fault),
	    ARENA_TEST(test_a_second_title_or_an_empty_heading_is_a_fault),
	    ARENA_TEST(test_a_page_with_too_many_headings_is_refused_soon),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
