/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * feedback_items_test.c - what the author's rules say on the feedback page:
 * under their value, a level at a time, with the answer, and what changed
 * since the version before.
 */
#include "check.h"
#include "unit/web/feedback_page.h"

static void
a_rule_shows_when_it_holds(void **state)
{
	struct page *p = *state;
	const char *html = html_of(p, false);

	assert_contains(html, "Je denkt aan &lt;extra&gt; hulp.");
	assert_lacks(html, "Wie helpt er extra?");
	p->record.plan.line_count--; /* without the line of extra help */
	html = html_of(p, false);
	assert_lacks(html, "Je denkt aan");
	assert_contains(html, "Wie helpt er extra?");
	assert_contains(html, "Ontbreekt dit nog?");
}

static void
only_the_question_is_there_until_more_is_asked(void **state)
{
	struct page *p = *state;
	const char *html = html_of(p, false);

	assert_contains(html, "Geef me een hint");
	assert_lacks(html, "Denk q1.");
	assert_lacks(html, "Zonder hen werkt het niet.");
	act(p, (struct feedback_record){
		   .number = 2, .rule = "q1", .level = LEVEL_HINT});
	html = html_of(p, false);
	assert_contains(html, "Hint: Denk q1.");
	assert_contains(html, "Laat zien hoe de expert het deed");
	assert_lacks(html, "Denk q2.");
	assert_lacks(html, "Zonder hen werkt het niet.");
}

static void
the_last_level_lays_both_plans_beside_each_other(void **state)
{
	struct page *p = *state;
	const char *html;

	act(p, (struct feedback_record){
		   .number = 2, .rule = "q1", .level = LEVEL_EXPERT});
	html = html_of(p, false);
	assert_contains(html, "Zonder hen werkt het niet.");
	assert_contains(html, "Bron: Boek, hoofdstuk 2, stand 2 november 2026");
	assert_contains(html, "<p class=\"lms-written\">In het huis blijven.");
	assert_contains(html, "Nog niets ingevuld.");
}

static void
an_answer_stands_in_its_form(void **state)
{
	struct page *p = *state;
	const char *html;

	act(p, (struct feedback_record){.number = 2,
		   .rule = "q2",
		   .answer = "Omdat het <moet>.",
		   .agrees = true,
		   .answered_s = HANDED_IN_S});
	html = html_of(p, false);
	assert_contains(html, ">Omdat het &lt;moet&gt;.</textarea>");
	assert_contains(html, "name=\"basis\" value=\"5c5c\"");
	assert_contains(html, "Opgeslagen op 23 november 2026 om");
}

static void
what_could_not_be_saved_stands_beside_what_is(void **state)
{
	struct page *p = *state;
	const struct feedback_typed typed = {
	    .rule = "q2", .text = "Nieuw.", .error = "In een ander venster."};
	const char *html;

	act(p, (struct feedback_record){
		   .number = 2, .rule = "q2", .answer = "Oud."});
	p->acts.typed = &typed;
	html = html_of(p, false);
	assert_contains(html, ">Nieuw.</textarea>");
	assert_contains(html, "<p class=\"lms-written\">Oud.</p>");
	assert_contains(html, "id=\"r-q2-fout\">In een ander venster.");
	assert_contains(html, "aria-describedby=\"r-q2-fout\"");
}

static void
the_coach_sees_what_was_asked_and_answered_and_has_no_form(void **state)
{
	struct page *p = *state;
	const char *html;

	act(p, (struct feedback_record){.number = 2,
		   .rule = "q1",
		   .level = LEVEL_HINT,
		   .answer = "Ik bel Noor."});
	html = html_of(p, true);
	assert_contains(html, "Ali &lt;b&gt; vroeg om een hint.");
	assert_contains(html, "Ik bel Noor.");
	assert_lacks(html, "name=\"antwoord\"");
	assert_lacks(html, "name=\"niveau\"");
}

static void
the_version_before_tells_what_improved(void **state)
{
	struct page *p = *state;
	const char *html = html_of(p, false);

	assert_lacks(html, "Wat er veranderde");
	act(p, (struct feedback_record){
		   .number = 1, .rule = "geen-extra", .is_found = true});
	html = html_of(p, false);
	assert_contains(html, "Wat er veranderde sinds versie 1");
	assert_contains(html, "Alles wat bij versie 1 openstond, is opgelost.");
	assert_contains(html, "<li>Wie helpt er extra?</li>");
	p->record.plan.line_count--;
	html = html_of(p, false);
	assert_contains(html, "Staat nog open</h3>");
	assert_contains(html, "staat nog open. Kijk welke");
}

static void
a_hint_that_was_opened_later_is_no_version_to_compare_with(void **state)
{
	struct page *p = *state;

	act(p, (struct feedback_record){
		   .number = 1, .rule = "geen-extra", .level = LEVEL_HINT});
	assert_lacks(html_of(p, false), "Wat er veranderde");
}

static const struct CMUnitTest TESTS[] = {
    PAGE_TEST(a_rule_shows_when_it_holds),
    PAGE_TEST(only_the_question_is_there_until_more_is_asked),
    PAGE_TEST(the_last_level_lays_both_plans_beside_each_other),
    PAGE_TEST(an_answer_stands_in_its_form),
    PAGE_TEST(what_could_not_be_saved_stands_beside_what_is),
    PAGE_TEST(the_coach_sees_what_was_asked_and_answered_and_has_no_form),
    PAGE_TEST(the_version_before_tells_what_improved),
    PAGE_TEST(a_hint_that_was_opened_later_is_no_version_to_compare_with),
};

FEEDBACK_MAIN(TESTS)
