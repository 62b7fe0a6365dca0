/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * explain_test.c - how a figure came about, through dispatch: of a draft, of
 * what was handed in, of the expert, for the maker and for the coach.
 */
#include "check.h"
#include "golden.h"
#include "learning.h"
#include "practice.h"

#include <stdlib.h>
#include <time.h>

#define DRAFT PRACTICE "/rendement/uitleg"
#define VERSION PRACTICE "/versie/1/uitleg"
#define MEMBER_VERSION "/team/7/de-basis/ontruiming/1/uitleg"

static const char *const SOME[] = {"wens", "Hier blijven", NULL};
static const struct practice_plan BUSY = {NULL, SOME, true, NULL};
static const struct practice_plan HANDED_IN = {
    "1795438950", SOME, true, NULL};

static struct exchange *
asks(const char *path, const char *query, const struct practice_plan *plan,
    const char *part)
{
	struct exchange *ex = practice_asks(path, NULL);

	ex->query = query;
	ex->part = part;
	assert_int_equal(dispatch_start(ex), TURN_ASK);
	practice_replies(ex->batch, plan);
	return ex;
}

/* Of a version, after its maker asked for the expert's sum. */
static struct exchange *
page_with_expert(const char *path, const char *query)
{
	static const char *const COLUMNS[] = {"number", "rule", "is_found",
	    "level", "answer", "agrees", "answered_s", "stamp", NULL};
	static const char *const ROW[] = {
	    "1", "-som", "f", "2", "", "f", NULL, "leeg"};
	struct exchange *ex = asks(path, query, &HANDED_IN, NULL);

	reply(ex->batch, QUERY_PLAN_FEEDBACK, 1, COLUMNS, ROW);
	learner_gets(ex);
	return ex;
}

static struct exchange *
page_of(const char *path, const char *query, const struct practice_plan *plan)
{
	struct exchange *ex = asks(path, query, plan, NULL);

	learner_gets(ex);
	return ex;
}

/* 66,00 x 1,5 x 52 */
static void
a_line_of_the_draft_says_how_it_came_about(void **state)
{
	struct exchange *ex =
	    page_of(DRAFT, "cijfer=scenarios.huidig%5B0%5D", &BUSY);

	(void)state;
	assert_int_equal(ex->response.code, 200);
	golden_check("uitleg.regel", main_of(ex->arena, ex->response.body));
	assert_contains(ex->response.body, "66,00 × 1,5 × 52 = 5.148,00");
}

static void
a_part_leads_to_its_own_explanation(void **state)
{
	struct exchange *ex = page_of(
	    VERSION, "cijfer=tov_dreigende_situatie.totale_baten", &HANDED_IN);

	(void)state;
	assert_int_equal(ex->response.code, 200);
	golden_check("uitleg.baten", main_of(ex->arena, ex->response.body));
	assert_contains(ex->response.body,
	    "href=\"" VERSION
	    "?cijfer=tov_dreigende_situatie.vrijval\" data-uitleg");
}

static void
the_expert_is_explained_beside_what_was_handed_in(void **state)
{
	static const char QUERY[] = "van=expert&cijfer=scenarios.huidig.totaal";
	struct exchange *ex = page_with_expert(VERSION, QUERY);

	(void)state;
	assert_contains(ex->response.body, "Plan van de expert");
	assert_contains(ex->response.body, "€\u00a03.432,00");
	assert_contains(ex->response.body,
	    "?van=expert&amp;cijfer=scenarios.huidig.regels.H1");
	/* Not before it was asked for. */
	ex = page_of(VERSION, QUERY, &HANDED_IN);
	assert_int_equal(ex->response.code, 404);
	assert_lacks(ex->response.body, "3.432,00");
	/* Not of a draft: the expert's plan is for afterwards. */
	ex = page_of(DRAFT, QUERY, &BUSY);
	assert_lacks(ex->response.body, "3.432,00");
	assert_contains(ex->response.body, "Jouw plan");
}

static void
the_coach_reads_it_as_the_maker_does(void **state)
{
	struct exchange *ex = asks(MEMBER_VERSION,
	    "cijfer=break_even_kans", &HANDED_IN, NULL);

	(void)state;
	reply_session(ex->batch, "2");
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	assert_int_equal(ex->response.code, 200);
	assert_contains(ex->response.body, "Plan van Noor de Wit");
	assert_contains(
	    ex->response.body, "href=\"/team/7/de-basis/ontruiming/1\"");
	golden_check("uitleg.kans", main_of(ex->arena, ex->response.body));
}

static void
a_figure_that_is_not_there_shows_the_way_back(void **state)
{
	static const char *const QUERIES[] = {NULL, "", "cijfer=",
	    "cijfer=scenarios.huidig%5B7%5D", "cijfer=a&cijfer=b",
	    "cijfer=%3Cscript%3E", "van=expert&cijfer=scenarios.dreigend%5B0%5D"};

	(void)state;
	for (size_t i = 0; i < sizeof(QUERIES) / sizeof(*QUERIES); i++) {
		struct exchange *ex = page_of(VERSION, QUERIES[i], &HANDED_IN);

		assert_int_equal(ex->response.code, 404);
		assert_contains(ex->response.body,
		    "Dit bedrag staat niet in de rekensom");
		assert_contains(ex->response.body,
		    "href=\"" PRACTICE "/versie/1\">Terug naar de feedback");
	}
}

static void
a_draft_is_not_explained_as_a_version(void **state)
{
	struct exchange *ex =
	    page_of(VERSION, "cijfer=scenarios.huidig.totaal", &BUSY);

	(void)state;
	assert_int_equal(ex->response.code, 404);
	assert_lacks(ex->response.body, "rekensom");
	ex = page_of(DRAFT, "cijfer=scenarios.huidig.totaal", &HANDED_IN);
	assert_int_equal(ex->response.code, 303);
}

static void
a_script_gets_the_explanation_alone(void **state)
{
	struct exchange *ex =
	    asks(DRAFT, "cijfer=scenarios.huidig.totaal", &BUSY, "uitleg");

	(void)state;
	learner_gets(ex);
	assert_int_equal(ex->response.code, 200);
	assert_int_equal(
	    strncmp(ex->response.body, "<section class=\"lms-stack\"", 26), 0);
	assert_contains(ex->response.body, "data-uitleg-tekst");
	assert_lacks(ex->response.body, "<main");
	/* What is not there is the whole page, so that it can be shown. */
	ex = asks(DRAFT, "cijfer=x", &BUSY, "uitleg");
	learner_gets(ex);
	assert_int_equal(ex->response.code, 404);
	assert_contains(ex->response.body, "<main");
}

static void
every_figure_on_a_page_can_be_pressed(void **state)
{
	static const char *const DRAFT_FIGURES[] = {"scenarios.huidig.totaal",
	    "scenarios.dreigend.totaal", "scenarios.doorbraak.totaal",
	    "scenarios.huidig%5B0%5D"};
	static const char *const FIGURES[] = {"scenarios.huidig.totaal",
	    "scenarios.dreigend.totaal", "scenarios.doorbraak.totaal",
	    "tov_huidige_situatie.totale_baten",
	    "tov_dreigende_situatie.totale_baten", "break_even_kans",
	    "tov_huidige_situatie.baten_per_betaler.gemeente"};
	struct exchange *ex = page_of(PRACTICE "/rendement", "", &BUSY);
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(DRAFT_FIGURES) / sizeof(*DRAFT_FIGURES); i++)
		assert_contains(ex->response.body,
		    arena_printf(ex->arena, "href=\"" DRAFT "?cijfer=%s\"",
			DRAFT_FIGURES[i]));
	ex = page_of(PRACTICE "/versie/1", "", &HANDED_IN);
	for (i = 0; i < sizeof(FIGURES) / sizeof(*FIGURES); i++) {
		const char *link = arena_printf(ex->arena,
		    "href=\"" VERSION "?cijfer=%s\"", FIGURES[i]);

		assert_contains(ex->response.body, link);
		/* And leads somewhere. */
		assert_int_equal(
		    page_of(VERSION,
			arena_printf(ex->arena, "cijfer=%s", FIGURES[i]),
			&HANDED_IN)
			->response.code,
		    200);
	}
	assert_lacks(ex->response.body, "?van=expert");
	assert_contains(
	    page_with_expert(PRACTICE "/versie/1", "")->response.body,
	    "?van=expert&amp;cijfer=");
}

#define EXPLAIN_TEST(f) cmocka_unit_test(f)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    EXPLAIN_TEST(a_line_of_the_draft_says_how_it_came_about),
	    EXPLAIN_TEST(a_part_leads_to_its_own_explanation),
	    EXPLAIN_TEST(the_expert_is_explained_beside_what_was_handed_in),
	    EXPLAIN_TEST(the_coach_reads_it_as_the_maker_does),
	    EXPLAIN_TEST(a_figure_that_is_not_there_shows_the_way_back),
	    EXPLAIN_TEST(a_draft_is_not_explained_as_a_version),
	    EXPLAIN_TEST(a_script_gets_the_explanation_alone),
	    EXPLAIN_TEST(every_figure_on_a_page_can_be_pressed)};

	if (setenv("TZ", "Europe/Amsterdam", 1) != 0 || !secret_start())
		return 1;
	tzset();
	practice_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
