/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * reading_test.c - a plan as somebody else reads it, passage by passage.
 */
#include "check.h"

#include "../feedback_page.h"
#include "web/plan/reading.h"

static struct reading
reading_for(struct page *p)
{
	p->record.plan.text[FIELD_WENS] = "Thuis <blijven>.";
	p->record.plan.articles = EXPERT_ARTICLES;
	p->record.plan.article_count = 1;
	return reading_of(p->ex, &CASUS, &p->record.plan, "Dit plan");
}

static void
every_passage_has_a_key_of_its_own(void **state)
{
	struct reading r = reading_for(*state);

	assert_string_equal(
	    reading_find(&r, "tekst:wens")->text, "Thuis <blijven>.");
	assert_string_equal(reading_find(&r, "artikel:wmo-2.3.5")->label,
	    "Wmo 2015, artikel 2.3.5");
	assert_string_equal(
	    reading_find(&r, "regel:b1")->label, "Schuldhulp met pauze");
	assert_string_equal(reading_find(&r, "regel:b1")->kind, "Doorbraak");
	assert_string_equal(reading_find(&r, "actie:a1")->text, "Noor, morgen");
	assert_non_null(reading_find(&r, "som"));
	assert_null(reading_find(&r, "regel:weg"));
}

/* What is missing is worth a remark as well. */
static void
a_text_that_is_not_there_has_its_place(void **state)
{
	struct reading r = reading_for(*state);

	assert_string_equal(reading_find(&r, "tekst:plan_b")->text, "");
}

static void
the_page_shows_each_passage_once_and_escaped(void **state)
{
	struct page *p = *state;
	struct reading r = reading_for(p);
	struct html h = html_new(p->ex->arena);

	page_reading(&h, &r);
	assert_contains(h.bytes, "id=\"p-tekst-wens\"");
	assert_contains(h.bytes, "Thuis &lt;blijven&gt;.");
	assert_contains(h.bytes, "Hier staat nog niets.");
	assert_true(place_of(h.bytes, "Wat zij willen") <
		    place_of(h.bytes, "Bellen &amp; vragen"));
}

static void
print_key(struct html *h, const void *about, const struct reading_passage *p)
{
	html_text(h, about);
	html_text(h, p->key);
}

static void
what_is_said_of_a_passage_stands_beside_it(void **state)
{
	struct page *p = *state;
	struct reading r = reading_for(p);
	struct html h = html_new(p->ex->arena);

	r.beside = print_key;
	r.about = "bij ";
	page_reading(&h, &r);
	assert_contains(h.bytes, "bij tekst:wens");
	assert_true(
	    place_of(h.bytes, "Thuis") < place_of(h.bytes, "bij tekst:wens"));
}

static const struct CMUnitTest TESTS[] = {
    PAGE_TEST(every_passage_has_a_key_of_its_own),
    PAGE_TEST(a_text_that_is_not_there_has_its_place),
    PAGE_TEST(the_page_shows_each_passage_once_and_escaped),
    PAGE_TEST(what_is_said_of_a_passage_stands_beside_it),
};

FEEDBACK_MAIN(TESTS)
