/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * glossary_test.c - begrippen.md is read as its author meant it, and its
 * terms become links where a module first uses them.
 */
#include "check.h"
#include "content.h"

#include "base/url.h"
#include "content/library.h"
#include "content/term.h"

static const struct course *
good_course(struct arena *a)
{
	struct content_faults faults;
	struct library *l;

	assert_int_equal(library_open(&l, GOOD_COURSES, a, &faults), ST_OK);
	arena_defer(a, (void (*)(void *))library_free, l);
	return library_course(l, "kort");
}

static void
a_glossary_has_its_terms_by_name(void **state)
{
	const struct glossary *g = good_course(*state)->glossary;

	assert_non_null(g);
	assert_string_equal(g->title, "Begrippen");
	assert_string_equal(g->valid_until, "2027-07-01");
	assert_int_equal(g->source_count, 1);
	assert_string_equal(markdown_text(g->intro),
	    "<p>Woorden van <em>deze</em> cursus.</p>");
	assert_int_equal(g->term_count, 3);
	assert_string_equal(g->by_name[0]->title, "Beleidsregel");
	assert_string_equal(g->by_name[1]->title, "Kan-bepaling");
	assert_string_equal(g->by_name[2]->title, "Stip");
}

static void
a_term_has_meaning_names_and_source(void **state)
{
	const struct term *t = good_course(*state)->glossary->by_name[1];

	assert_string_equal(t->slug, "kan-bepaling");
	assert_int_equal(t->letter, 'K');
	assert_string_equal(t->also, "bevoegdheid, vrije ruimte");
	assert_string_equal(
	    url_text(t->url), "/cursus/kort/begrippen#kan-bepaling");
	assert_string_equal(markdown_text(t->source),
	    "<a href=\"https://wetten.overheid.nl/BWBR0005537\" "
	    "rel=\"noopener\">Awb</a>, artikel 3:4");
}

/* It is shown on pages of modules too: "#beleidsregel" would lead nowhere. */
static void
a_link_in_a_meaning_names_the_page(void **state)
{
	const struct term *t = good_course(*state)->glossary->by_name[1];

	assert_string_equal(markdown_text(t->meaning),
	    "Een regel met ‘kan’ erin. Zie ook <a "
	    "href=\"/cursus/kort/begrippen#beleidsregel\">beleidsregel</a>.");
}

static void
the_first_use_in_a_module_is_a_link(void **state)
{
	const struct module *m = course_module(good_course(*state), "tweede");

	assert_contains(markdown_text(m->sections[0].html),
	    "<p>Een gemeente heeft <a class=\"lms-term\" "
	    "href=\"/cursus/kort/begrippen#beleidsregel\">beleidsregels</a>. "
	    "Zo’n beleidsregel staat <em>naast een <a class=\"lms-term\" "
	    "href=\"/cursus/kort/begrippen#kan-bepaling\">kan-bepaling</a>"
	    "</em> in <a href=\"/cursus/kort/begrippen#kan-bepaling\">de\n"
	    "wet</a>.</p>");
}

static void
a_module_knows_which_terms_it_uses(void **state)
{
	const struct course *c = good_course(*state);
	const struct module *m = course_module(c, "tweede");

	assert_int_equal(m->term_count, 2);
	assert_ptr_equal(m->terms[0], c->glossary->by_name[0]);
	assert_ptr_equal(m->terms[1], c->glossary->by_name[1]);
	assert_int_equal(course_module(c, "eerste")->term_count, 0);
}

/* Marks the one term "hulp" in a text of a page of its own. */
static const char *
marked(struct arena *a, const char *markdown)
{
	static const struct term_form FORM = {"hulp", 0};
	static const struct term_finder FINDER = {1, &FORM};
	struct term term = {.url = URL_LITERAL("#h")};
	struct glossary g = {
	    .term_count = 1, .terms = &term, .finder = &FINDER};
	bool is_used[1] = {false};
	struct page_terms terms = {&g, is_used};
	struct faults f = faults_new(a);
	struct source s;
	struct page p;
	cmark_node *root;
	const struct safe_html *html;

	assert_true(
	    source_from(&s, a, &f, "tekst", markdown, strlen(markdown)));
	p = page_new(a, &f, &s, NULL, NULL);
	p.terms = &terms;
	root = page_tree(&p);
	html = page_whole(&p, root);
	assert_string_equal(faults_as_text(a, f.count, f.fault), "");
	return markdown_text(html);
}

#define LINKED "<a class=\"lms-term\" href=\"#h\">hulp</a>"

static void
text_in_paragraphs_lists_and_callouts_is_marked(void **state)
{
	assert_contains(marked(*state, "Is er *hulp*?"), "<em>" LINKED);
	assert_contains(marked(*state, "* Geef hulp."), "Geef " LINKED);
	assert_contains(marked(*state, "> [!TIP]\n> Geef hulp."), LINKED);
	assert_contains(marked(*state, "a & b < hulp"), "&lt; " LINKED);
}

static void
a_word_is_explained_where_it_is_not_bold(void **state)
{
	assert_contains(marked(*state, "**Hulp** is zo. Vraag hulp."),
	    "<strong>Hulp</strong> is zo. Vraag " LINKED);
}

static void
headings_links_bold_code_tables_and_notes_are_left_alone(void **state)
{
	static const char *const TEXTS[] = {"## De hulp",
	    "[hulp](https://example.org)", "**hulp**", "Het `hulp` hier",
	    "    hulp", "| hulp | b |\n|---|---|\n| hulp | d |",
	    "> [!TIP] hulp\n> Tekst.", "Tekst.[^1]\n\n[^1]: hulp"};

	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(*TEXTS); i++)
		assert_lacks(marked(*state, TEXTS[i]), "lms-term");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(a_glossary_has_its_terms_by_name),
	    ARENA_TEST(a_term_has_meaning_names_and_source),
	    ARENA_TEST(a_link_in_a_meaning_names_the_page),
	    ARENA_TEST(the_first_use_in_a_module_is_a_link),
	    ARENA_TEST(a_module_knows_which_terms_it_uses),
	    ARENA_TEST(text_in_paragraphs_lists_and_callouts_is_marked),
	    ARENA_TEST(a_word_is_explained_where_it_is_not_bold),
	    ARENA_TEST(
		headings_links_bold_code_tables_and_notes_are_left_alone),
	};

	return cmocka_run_group_tests_name("glossary", tests, NULL, NULL);
}
