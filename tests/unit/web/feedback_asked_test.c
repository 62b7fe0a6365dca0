/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * feedback_asked_test.c - whom the maker asked, on the feedback page: the
 * order, why the resident first, and the way to the talks that were not had.
 */
#include "check.h"
#include "unit/web/feedback_page.h"

static const struct document TALKS[] = {
    {.slug = "brief", .title = "Brief"},
    {.slug = "marlies", .who = "Marlies", .minutes = 60, .is_resident = true},
    {.slug = "blok",
	.who = "Mirjam Blok, woonstichting",
	.minutes = 25,
	.early_minutes = 10},
    {.slug = "zus", .who = "De zus van <Fatou>", .minutes = 20},
    {.slug = "joris", .who = "Joris", .minutes = 30},
};
#define HAD(d)                                                                 \
	{                                                                      \
		.act = ASKED_TALK, .document = (d), .minutes = 20              \
	}

/* The page of who asked these, in this order. */
static const char *
page_of(
    struct page *p, const struct asked_entry *list, size_t count, bool is_coach)
{
	struct casus casus = CASUS;
	struct html h = html_new(p->ex->arena);

	casus.documents = TALKS;
	casus.document_count = 5;
	casus.talk_minutes = 100;
	p->record.plan.asked = asked_of(list, count);
	p->record.plan.asked.is_kept = p->record.plan.asked.is_open = true;
	page_feedback(&h, feedback_view_make(p->ex, &COURSE, &casus, &p->record,
			      &p->acts, is_coach));
	return h.bytes;
}

static void
the_order_of_asking_is_told_with_why(void **state)
{
	static const struct asked_entry ACTS[] = {
	    {ASKED_TALK, "marlies", 60, true}, HAD("blok"), HAD("zus")};
	const char *html = page_of(*state, ACTS, 3, false);

	assert_contains(html, "Je vroeg eerst Marlies, daarna Mirjam Blok en "
			      "de zus van &lt;Fatou&gt;.");
	assert_contains(html, "Zo begint het plan bij wat de inwoner zelf wil");
	assert_true(place_of(html, "Je vroeg eerst") <
		    place_of(html, ">Legitimiteit<"));
}

static void
asking_too_early_is_told_with_what_it_cost(void **state)
{
	static const struct asked_entry ACTS[] = {
	    {ASKED_EARLY, "blok", 10, false}, {ASKED_TALK, "marlies", 60, true},
	    HAD("blok")};
	const char *html = page_of(*state, ACTS, 3, false);

	assert_contains(html, "Je vroeg eerst Mirjam Blok, daarna Marlies.");
	assert_contains(html, "Wie bij de inwoner begint, weet wat die wil.");
	assert_contains(html, "Vragen vóór de inwoner kostte 10 minuten.");
}

static void
the_talks_one_did_not_have_are_one_press_away(void **state)
{
	static const struct asked_entry ACTS[] = {
	    {ASKED_TALK, "marlies", 60, true}, HAD("blok"), HAD("zus")};
	static const char CASUS_PAGE[] =
	    "href=\"/cursus/de-basis/casus/dreigende-ontruiming#praten\">";
	const char *html = page_of(*state, ACTS, 1, false);

	assert_contains(html, "Je vroeg alleen Marlies.");
	assert_contains(html, CASUS_PAGE);
	assert_contains(html, "Lees ook de 3 gesprekken die je niet had");
	html = page_of(*state, ACTS, 3, false);
	assert_contains(html, "Lees ook het gesprek dat je niet had");
	html = page_of(*state, NULL, 0, false);
	assert_contains(html, "Je vroeg nog niemand iets.");
	assert_contains(html, "Lees ook de 4 gesprekken die je niet had");
}

static void
the_coach_reads_the_order_with_the_name(void **state)
{
	static const struct asked_entry ACTS[] = {
	    {ASKED_TALK, "marlies", 60, true}, HAD("joris")};
	const char *html = page_of(*state, ACTS, 2, true);

	assert_contains(
	    html, "Ali &lt;b&gt; vroeg eerst Marlies, daarna Joris.");
	assert_lacks(html, "die je niet had");
}

static void
a_case_without_talks_says_nothing_of_them(void **state)
{
	assert_lacks(html_of(*state, false), "vroeg");
}

static const struct CMUnitTest TESTS[] = {
    PAGE_TEST(the_order_of_asking_is_told_with_why),
    PAGE_TEST(asking_too_early_is_told_with_what_it_cost),
    PAGE_TEST(the_talks_one_did_not_have_are_one_press_away),
    PAGE_TEST(the_coach_reads_the_order_with_the_name),
    PAGE_TEST(a_case_without_talks_says_nothing_of_them),
};

FEEDBACK_MAIN(TESTS)
