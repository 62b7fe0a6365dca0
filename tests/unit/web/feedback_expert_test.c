/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * feedback_expert_test.c - the expert's plan on the feedback page: nothing of
 * it before it is asked for, then the part that was asked, and all of it on a
 * plain request. The sum of the maker's own plan is always there.
 */
#include "check.h"
#include "unit/web/feedback_page.h"

/* What only the expert's plan has. */
static const char *const OF_EXPERT[] = {"Begeleiding die doorloopt",
    "Omdat het gezin het zelf niet redt.", "Wmo 2015, artikel 2.3.5",
    "id=\"expert\"", "Expert, tegenover nu", "In het huis blijven.",
    "Spaarpot openmaken", "van=expert"};
enum { OF_EXPERT_COUNT = sizeof(OF_EXPERT) / sizeof(OF_EXPERT[0]) };

static const struct plan_action OF_THE_EXPERT[] = {
    {"a1", "Spaarpot openmaken", "Rachid", "morgen"}};

static int
setup_own(void **state)
{
	int code = setup(state);

	expert.actions = OF_THE_EXPERT;
	return code;
}

static int
end(void **state)
{
	expert.actions = ACTIONS;
	return teardown(state);
}

static void
nothing_of_the_expert_is_shown_before_it_is_asked(void **state)
{
	const char *html = html_of(*state, false);

	for (size_t i = 0; i < OF_EXPERT_COUNT; i++)
		assert_lacks(html, OF_EXPERT[i]);
	assert_contains(html, "Laat het hele plan van de expert zien");
	assert_contains(html, "name=\"deel\" value=\"plan\"");
	assert_contains(html, "name=\"deel\" value=\"stap-6\"");
}

static void
the_sum_of_ones_own_plan_is_always_there(void **state)
{
	struct page *p = *state;
	const char *html;

	p->record.plan.kans_dreigend = "0.5";
	html = html_of(p, false);
	assert_contains(html, "Baten tegenover dreigend");
	assert_contains(html, "id=\"gemaakt-kans-t\"");
	assert_contains(html, "Jouw plan, tegenover nu");
	assert_contains(html, "€\u00a05.000");
}

/* The expert's plan costs a thousand times as much. */
static void
pictures_are_not_scaled_to_what_is_hidden(void **state)
{
	struct page *p = *state;
	struct plan_line dear[5];
	int alone = view_of(p, false)->mine.threat.bar[0].width;

	memcpy(dear, EXPERT, sizeof(dear));
	dear[2].tarief_eurocent *= 1000;
	expert.lines = dear;
	assert_int_equal(view_of(p, false)->mine.threat.bar[0].width, alone);
	ask_expert(p, "-som");
	assert_true(view_of(p, false)->mine.threat.bar[0].width < alone);
	expert.lines = EXPERT;
}

static void
the_part_that_is_asked_is_shown_and_no_other(void **state)
{
	struct page *p = *state;
	const char *html;

	ask_expert(p, "-stap-6");
	html = html_of(p, false);
	assert_contains(html, "Spaarpot openmaken");
	assert_contains(html, "id=\"deel-stap-6\"\nopen\n>");
	assert_contains(html, "id=\"deel-stap-2\"\n>");
	assert_lacks(html, "In het huis blijven.");
	assert_lacks(html, "Begeleiding die doorloopt");
	assert_lacks(html, "name=\"deel\" value=\"stap-6\"");
	ask_expert(p, "-anders");
	html = html_of(p, false);
	assert_contains(html, "Begeleiding die doorloopt");
	assert_lacks(html, "van=expert");
	ask_expert(p, "-som");
	html = html_of(p, false);
	assert_contains(html, "van=expert");
	assert_lacks(html, "In het huis blijven.");
}

static void
the_whole_plan_is_one_request_away(void **state)
{
	struct page *p = *state;
	const char *html;

	ask_expert(p, "-plan");
	html = html_of(p, false);
	for (size_t i = 0; i < OF_EXPERT_COUNT; i++)
		assert_contains(html, OF_EXPERT[i]);
	assert_lacks(html, "name=\"deel\"");
	assert_contains(html, "Anders is niet meteen fout");
}

/* An earlier version: it is the same plan of the expert. */
static void
what_was_asked_stays_asked_in_the_next_version(void **state)
{
	struct page *p = *state;

	act(p, (struct feedback_record){
		   .number = 1, .rule = "-som", .level = LEVEL_EXPERT});
	assert_contains(html_of(p, false), "van=expert");
}

static void
questions_without_an_answer_are_pointed_at_first(void **state)
{
	static const char *const ASKED[] = {"q1", "q2", "q3"};
	struct page *p = *state;

	assert_contains(html_of(p, false), "4 vragen hierboven zijn nog");
	for (size_t i = 0; i < 3; i++)
		act(p, (struct feedback_record){.number = 2,
			   .rule = ASKED[i],
			   .level = i == 0 ? LEVEL_HINT : LEVEL_QUESTION,
			   .answer = "Zo.",
			   .answered_s = HANDED_IN_S});
	assert_contains(html_of(p, false), "1 vraag hierboven is nog");
	act(p, (struct feedback_record){
		   .number = 2, .rule = "q4", .level = LEVEL_HINT});
	assert_lacks(html_of(p, false), "nog zonder antwoord");
}

static void
the_coach_sees_it_and_what_was_asked_for(void **state)
{
	struct page *p = *state;
	const char *html;

	assert_contains(html_of(p, true), "vroeg nog niets op van het plan");
	ask_expert(p, "-som");
	html = html_of(p, true);
	for (size_t i = 0; i < OF_EXPERT_COUNT; i++)
		assert_contains(html, OF_EXPERT[i]);
	assert_contains(html, "Ali &lt;b&gt; bekeek dit deel.");
	assert_contains(html, "Ali &lt;b&gt; bekeek de delen waar dat bij");
	assert_lacks(html, "name=\"deel\"");
	ask_expert(p, "-plan");
	assert_contains(html_of(p, true), "bekeek het hele plan van de expert");
}

#define EXPERT_TEST(f) cmocka_unit_test_setup_teardown(f, setup_own, end)

static const struct CMUnitTest TESTS[] = {
    EXPERT_TEST(nothing_of_the_expert_is_shown_before_it_is_asked),
    EXPERT_TEST(the_sum_of_ones_own_plan_is_always_there),
    EXPERT_TEST(pictures_are_not_scaled_to_what_is_hidden),
    EXPERT_TEST(the_part_that_is_asked_is_shown_and_no_other),
    EXPERT_TEST(the_whole_plan_is_one_request_away),
    EXPERT_TEST(what_was_asked_stays_asked_in_the_next_version),
    EXPERT_TEST(questions_without_an_answer_are_pointed_at_first),
    EXPERT_TEST(the_coach_sees_it_and_what_was_asked_for),
};

FEEDBACK_MAIN(TESTS)
