/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * feedback_test.c - what the feedback page says of a handed-in plan, beside
 * the expert's: its words. Its sums: feedback_sum_test.c.
 */
#include "check.h"

#include "feedback_page.h"

static void
words_come_before_euros(void **state)
{
	const char *html = html_of(*state, false);

	assert_true(place_of(html, ">Betrokkenheid<") <
		    place_of(html, ">Legitimiteit<"));
	assert_true(
	    place_of(html, ">Legitimiteit<") < place_of(html, ">Rendement<"));
	assert_true(place_of(html, "wegen even zwaar") < place_of(html, "€"));
	assert_true(place_of(html, ">Rendement<") <
		    place_of(html, "De rekensom naast die van de expert"));
}

static void
the_three_values_have_the_same_weight(void **state)
{
	const char *html = html_of(*state, false);
	int n = 0;

	while ((html = strstr(html,
		    "<section class=\"lms-value\"><h2 class=\"nl-heading "
		    "nl-heading--level-2\">")) != NULL) {
		html++;
		n++;
	}
	assert_int_equal(n, 3);
}

/* My plan stops WMO-BEG without a word: W1. */
static void
what_was_forgotten_is_asked_with_its_lines(void **state)
{
	const struct feedback_view *v = view_of(*state, false);
	const char *html = html_of(*state, false);

	assert_true(v->signals.count > 0);
	assert_string_equal(v->signals.list[0].kind, "Vergeten?");
	assert_true(v->signals.list[0].line_count > 0);
	assert_string_equal(
	    v->signals.list[0].lines[0], "Begeleiding <nu> (huidig)");
	assert_contains(html, "Begeleiding &lt;nu&gt; (huidig)");
}

static struct plan_line
with_code(const char *code)
{
	struct plan_line line = MINE[0];

	line.id = line.code = line.omschrijving = code;
	return line;
}

/* Six that were forgotten, then that all rests on practice tariffs. */
static void
a_handful_of_remarks_is_open_and_the_rest_is_folded(void **state)
{
	struct page *p = *state;
	const struct plan_line lines[] = {with_code("A"), with_code("B"),
	    with_code("C"), with_code("D"), with_code("E"), with_code("F")};
	const struct feedback_view *v;
	const char *html;
	size_t fold;

	p->record.plan.lines = lines;
	p->record.plan.line_count = 6;
	v = view_of(p, false);
	assert_int_equal(v->signals.open_count, 4);
	assert_true(v->signals.count > 6);
	assert_string_equal(
	    v->signals.list[v->signals.count - 1].kind, "Oefentarieven");
	html = html_of(p, false);
	fold = place_of(html, "Nog 4 opmerkingen</summary>");
	assert_true(place_of(html, "<p>D loopt nu") < fold);
	assert_true(place_of(html, "<p>E loopt nu") > fold);
	assert_true(place_of(html, ">Oefentarieven<") > fold);
	/* Long lists of lines are folded once more. */
	assert_contains(html, "Bekijk de 6 regels");
}

/* 25 hours a day cannot be: it comes first. */
static void
what_cannot_be_comes_first(void **state)
{
	struct page *p = *state;
	struct plan_line lines[5];
	const struct feedback_view *v;

	memcpy(lines, MINE, sizeof(lines));
	lines[4].eenheid = "uur";
	lines[4].per = "dag";
	lines[4].hoeveelheid = "25";
	p->record.plan.lines = lines;
	v = view_of(p, false);
	assert_string_equal(v->signals.list[0].kind, "Kan dit?");
	assert_string_equal(
	    v->signals.list[0].lines[0], "Extra hulp (doorbraak)");
}

static void
differences_with_the_expert_are_listed_not_judged(void **state)
{
	const char *html = html_of(*state, false);

	assert_contains(html, "Anders is niet meteen fout");
	assert_contains(html, "<li>Begeleiding die doorloopt</li>");
	assert_contains(html, "<li>Extra hulp</li>");
}

static void
articles_of_the_expert_come_with_their_meaning(void **state)
{
	const struct feedback_view *v = view_of(*state, false);
	const char *html = html_of(*state, false);

	assert_int_equal(v->article_missing_count, 1);
	assert_contains(html, "Wmo 2015, artikel 2.3.5");
	assert_contains(html, "Het college beslist tot maatwerk.");
	assert_contains(html, "Omdat het gezin het zelf niet redt.");
}

static void
no_article_is_told_in_words(void **state)
{
	struct page *p = *state;

	assert_contains(
	    view_of(p, false)->words_legitimiteit, "nog geen wetsartikel");
	p->record.plan.articles = EXPERT_ARTICLES;
	p->record.plan.article_count = 1;
	assert_contains(view_of(p, false)->words_legitimiteit,
	    "1 artikel. 1 daarvan staat ook bij de expert");
}

static void
the_wish_of_the_household_comes_first(void **state)
{
	struct page *p = *state;

	assert_contains(
	    view_of(p, false)->words_betrokkenheid, "staat nog niet");
	p->record.plan.text[FIELD_WENS] = "Rust <3";
	assert_contains(view_of(p, false)->words_betrokkenheid, "Rust <3");
	assert_contains(
	    view_of(p, false)->words_betrokkenheid, "Nog niet opgeschreven");
	p->record.plan.text[FIELD_BETROKKENHEID] = "Ja";
	assert_lacks(
	    view_of(p, false)->words_betrokkenheid, "Nog niet opgeschreven");
	assert_contains(html_of(p, false), "Rust &lt;3");
}

static void
each_question_of_the_author_stands_once_under_its_value(void **state)
{
	const char *html = html_of(*state, false);
	size_t last = place_of(html, ">Betrokkenheid<");

	for (size_t i = 0; i < 4; i++) {
		char strong[80];
		size_t at;

		snprintf(strong, sizeof(strong), "<strong>%s</strong>",
		    RULES[i].question);
		at = place_of(html, strong);
		assert_true(at > last);
		assert_null(strstr(html + at + 1, strong));
		last = at;
	}
}

static void
every_text_of_the_plan_stands_beside_the_experts(void **state)
{
	struct page *p = *state;
	const char *html;

	for (int f = 0; f < FIELD_COUNT; f++)
		p->record.plan.text[f] =
		    arena_printf(p->ex->arena, "<i>veld %d.", f);
	html = html_of(p, false);
	for (int f = 0; f < FIELD_COUNT; f++)
		assert_contains(
		    html, arena_printf(p->ex->arena,
			      "lms-written\">&lt;i&gt;veld %d.", f));
	assert_lacks(html, "<i>veld");
	assert_contains(html, "In het huis blijven.");
	assert_contains(html, "Bellen &amp; vragen (Noor, morgen)");
}

static void
the_maker_can_start_a_new_version(void **state)
{
	const char *html = html_of(*state, false);

	assert_contains(html, "Feedback op je plan");
	assert_contains(html, "Versie 2, ingeleverd op 23 november 2026 om");
	assert_contains(html,
	    "action=\"/cursus/de-basis/casus/dreigende-ontruiming/plan/"
	    "opnieuw\"");
	assert_contains(html, "name=\"csrf\" value=\"formtoken\"");
}

static void
the_coach_sees_whose_plan_it_is_and_cannot_change_it(void **state)
{
	const char *html = html_of(*state, true);

	assert_contains(html, "Plan van Ali &lt;b&gt;");
	assert_contains(html, "href=\"/team/9\"");
	assert_lacks(html, "plan/opnieuw");
	assert_lacks(html, "je plan");
}

static void
a_plan_the_core_refuses_still_gets_feedback(void **state)
{
	struct page *p = *state;
	const char *html;

	p->record.plan.horizon_jaren = 0;
	html = html_of(p, false);
	assert_contains(html, "kan dit plan nog niet uitrekenen");
	assert_contains(html, "Wie besliste mee?");
	assert_contains(html, "In het eerste jaar kost het plan"); /* expert */
}

static void
an_empty_plan_gets_feedback(void **state)
{
	struct page *p = *state;
	const char *html;

	p->record.plan.line_count = 0;
	p->record.plan.action_count = 0;
	html = html_of(p, false);
	assert_contains(html, "Nog niets ingevuld.");
	assert_contains(html, "Ontruiming");
}

static const struct CMUnitTest TESTS[] = {
    WHOLE_TEST(words_come_before_euros),
    PAGE_TEST(the_three_values_have_the_same_weight),
    PAGE_TEST(what_was_forgotten_is_asked_with_its_lines),
    PAGE_TEST(a_handful_of_remarks_is_open_and_the_rest_is_folded),
    PAGE_TEST(what_cannot_be_comes_first),
    WHOLE_TEST(differences_with_the_expert_are_listed_not_judged),
    WHOLE_TEST(articles_of_the_expert_come_with_their_meaning),
    WHOLE_TEST(no_article_is_told_in_words),
    PAGE_TEST(the_wish_of_the_household_comes_first),
    PAGE_TEST(each_question_of_the_author_stands_once_under_its_value),
    WHOLE_TEST(every_text_of_the_plan_stands_beside_the_experts),
    PAGE_TEST(the_maker_can_start_a_new_version),
    PAGE_TEST(the_coach_sees_whose_plan_it_is_and_cannot_change_it),
    WHOLE_TEST(a_plan_the_core_refuses_still_gets_feedback),
    WHOLE_TEST(an_empty_plan_gets_feedback),
};

FEEDBACK_MAIN(TESTS)
