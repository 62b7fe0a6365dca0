/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pages_test.c - the pages of a plan through dispatch, from the rows of the
 * database to the page that comes of them.
 */
#include "check.h"
#include "golden.h"
#include "learning.h"
#include "practice.h"

#include <stdlib.h>
#include <time.h>

static const char *const NOTHING[] = {NULL};
static const char *const SOME[] = {"situatie", "Vier <mensen>\nin één huis",
    "wens", "Hier blijven", "plan_b", "Dan bellen we.", NULL};

static const struct practice_plan EMPTY = {NULL, NOTHING, false, NULL};
static const struct practice_plan BUSY = {NULL, SOME, true, NULL};
static const struct practice_plan STOPS = {
    NULL, SOME, true, "Mo kan het <zelf>."};
static const struct practice_plan HANDED_IN = {
    "1795438950", SOME, true, NULL};

/* What an act on the draft gave. */
static const char *const SAVED[] = {
    "outcome", "revision", "saved_s", "stamp", "stamps", NULL};

/* The page of a plan, and its code. */
static const char *
page_of(const char *path, const struct practice_plan *plan, int code)
{
	struct exchange *ex = practice_asks(path, NULL);

	assert_int_equal(dispatch_start(ex), TURN_ASK);
	practice_replies(ex->batch, plan);
	learner_gets(ex);
	assert_int_equal(ex->response.code, code);
	return code == 303 ? header_of(ex, "location")
			   : main_of(ex->arena, ex->response.body);
}

/* What a refused form brings back: nothing was sent to save it. */
static struct exchange *
refused(const char *path, const char *body, const struct practice_plan *plan)
{
	struct exchange *ex = practice_asks(path, body);

	assert_int_equal(dispatch_start(ex), TURN_ASK);
	practice_replies(ex->batch, plan);
	learner_gets(ex);
	return ex;
}

static void
an_empty_plan_says_what_a_step_asks(void **state)
{
	(void)state;
	golden_check("plan.huishouden.leeg",
	    page_of(PRACTICE "/huishouden", &EMPTY, 200));
}

static void
the_three_values_weigh_the_same(void **state)
{
	const char *page = page_of(PRACTICE "/onderbouwing", &BUSY, 200);

	(void)state;
	golden_check("plan.onderbouwing.bezig", page);
	assert_contains(page, "1 artikel gekozen");
	assert_contains(page, "2 regels in de rekensom");
}

static void
the_law_shows_what_is_picked_and_what_is_found(void **state)
{
	(void)state;
	golden_check("plan.legitimiteit.bezig",
	    page_of(PRACTICE "/legitimiteit", &BUSY, 200));
	assert_contains(
	    page_of(PRACTICE "/legitimiteit?zoek=MAATWERK", &BUSY, 200),
	    ">1 artikel<");
}

static void
the_sum_stands_beside_the_lines(void **state)
{
	(void)state;
	golden_check("plan.rendement.bezig",
	    page_of(PRACTICE "/rendement?scenario=dreigend&regel=d1", &BUSY,
		200));
}

static void
a_line_that_stops_says_why(void **state)
{
	(void)state;
	golden_check("plan.rendement.stopt",
	    page_of(PRACTICE "/rendement?scenario=huidig&regel=h1", &STOPS,
		200));
}

static void
an_action_is_changed_under_the_list(void **state)
{
	(void)state;
	golden_check("plan.actieplan.bezig",
	    page_of(PRACTICE "/actieplan?actie=a1", &BUSY, 200));
}

static void
before_handing_in_each_step_says_what_is_open(void **state)
{
	(void)state;
	golden_check(
	    "plan.inleveren.bezig", page_of(PRACTICE "/inleveren", &BUSY, 200));
}

static void
what_was_handed_in_leads_to_the_case(void **state)
{
	(void)state;
	assert_string_equal(
	    page_of(PRACTICE "/huishouden", &HANDED_IN, 303),
	    "/cursus/de-basis/casus/ontruiming");
}

static void
two_windows_show_both_texts(void **state)
{
	static const char *const NO[] = {"changed", "8", "1795438920", NULL,
	    "{\"situatie\": \"5c7e\"}"};
	struct exchange *ex = practice_asks(PRACTICE "/huishouden",
	    "revisie=3&situatie=Twee+%3Cmensen%3E&basis_situatie=0ad"
	    "&knelt=&basis_knelt=leeg&naar=toekomst");

	(void)state;
	assert_int_equal(dispatch_start(ex), TURN_ASK);
	practice_replies(ex->batch, &BUSY);
	reply(ex->batch, QUERY_PLAN_SAVE, 1, SAVED, NO);
	learner_gets(ex);
	assert_int_equal(ex->response.code, 409);
	golden_check(
	    "plan.conflict", main_of(ex->arena, ex->response.body));
}

/* A line that somebody changed elsewhere, in words. */
static void
two_windows_show_both_lines(void **state)
{
	static const char *const NO[] = {"changed", "8", "1795438920", "5ch1",
	    NULL};
	struct exchange *ex = practice_asks(PRACTICE "/rendement/regel",
	    "id=h1&basis=0ad&scenario=huidig&tarief=HULP&persoon=P1"
	    "&hoeveelheid=3&per=week&duur_aantal=52&duur_eenheid=week"
	    "&start_maand=1&betaler=gemeente&stopreden=");

	(void)state;
	assert_int_equal(dispatch_start(ex), TURN_ASK);
	practice_replies(ex->batch, &BUSY);
	reply(ex->batch, QUERY_PLAN_LINE_PUT, 1, SAVED, NO);
	learner_gets(ex);
	assert_int_equal(ex->response.code, 409);
	golden_check(
	    "plan.conflict.regel", main_of(ex->arena, ex->response.body));
}

static void
what_was_written_after_handing_in_is_given_back(void **state)
{
	struct exchange *ex = practice_asks(PRACTICE "/toekomst",
	    "revisie=8&wens=Blijven+%3Cwonen%3E&basis_wens=leeg"
	    "&perspectief=&basis_perspectief=leeg");

	(void)state;
	assert_int_equal(dispatch_start(ex), TURN_ASK);
	batch_fail(ex->batch, "LM410");
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	assert_int_equal(ex->response.code, 409);
	golden_check(
	    "plan.geweigerd", main_of(ex->arena, ex->response.body));
	/* Also when the fault is in the form itself. */
	ex = refused(PRACTICE "/actieplan/actie",
	    "id=a1&basis=leeg&wat=bel+%3Cnu%3E&wie=&wanneer=", &HANDED_IN);
	assert_int_equal(ex->response.code, 409);
	assert_contains(ex->response.body, "bel &lt;nu&gt;");
}

static void
what_the_database_could_not_take_can_be_sent_again(void **state)
{
	struct exchange *ex = practice_asks(PRACTICE "/toekomst",
	    "revisie=8&wens=Blijven&basis_wens=leeg"
	    "&perspectief=&basis_perspectief=leeg&naar=doorbraak");

	(void)state;
	assert_int_equal(dispatch_start(ex), TURN_ASK);
	batch_fail(ex->batch, "57P01");
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	assert_int_equal(ex->response.code, 503);
	golden_check(
	    "plan.geweigerd.opnieuw", main_of(ex->arena, ex->response.body));
}

static void
the_history_names_versions_and_earlier_texts(void **state)
{
	static const char *const VERSIONS[] = {
	    "number", "saved_s", "handed_in_s", NULL};
	static const char *const ROWS[] = {"2", "1795438920", NULL, /* */
	    "1", "1795430000", "1795431000"};
	static const char *const PAST[] = {
	    "field", "id", "saved_s", "value", NULL};
	static const char *const STATES[] = {"wens", "9", "1795438000",
	    "Hier <wonen>", "wens", "4", "1795437000", "Hier"};

	(void)state;
	for (int of_one = 0; of_one < 2; of_one++) {
		struct exchange *ex =
		    practice_asks(PRACTICE "/geschiedenis", NULL);

		ex->query = of_one ? "tekst=wens" : NULL;
		assert_int_equal(dispatch_start(ex), TURN_ASK);
		practice_replies(ex->batch, &BUSY);
		reply(ex->batch, QUERY_PLAN_VERSIONS, 2, VERSIONS, ROWS);
		reply(ex->batch, QUERY_PAST_LIST, 2, PAST, STATES);
		learner_gets(ex);
		assert_int_equal(ex->response.code, 200);
		golden_check(of_one ? "plan.geschiedenis.tekst"
				    : "plan.geschiedenis",
		    main_of(ex->arena, ex->response.body));
	}
}

static void
a_line_with_faults_is_not_sent_to_the_database(void **state)
{
	struct exchange *ex = refused(PRACTICE "/rendement/regel",
	    "id=r1&basis=leeg&scenario=doorbraak&tarief=HULP&persoon=P9"
	    "&hoeveelheid=1.000&per=week&duur_aantal=&duur_eenheid=week"
	    "&start_maand=1&betaler=gemeente&rol=",
	    &BUSY);

	(void)state;
	assert_int_equal(ex->response.code, 422);
	assert_false(is_asked(ex->batch, QUERY_PLAN_LINE_PUT));
	golden_check(
	    "plan.rendement.fout", main_of(ex->arena, ex->response.body));
}

static void
a_text_that_is_too_long_is_not_sent_to_the_database(void **state)
{
	char body[20100] = "revisie=8&wens=Blijven&perspectief=";
	size_t at = strlen(body);
	struct exchange *ex;

	(void)state;
	memset(body + at, 'x', 20001);
	ex = refused(PRACTICE "/toekomst", body, &BUSY);
	assert_int_equal(ex->response.code, 422);
	assert_false(is_asked(ex->batch, QUERY_PLAN_SAVE));
	assert_contains(ex->response.body, "id=\"perspectief-fout\"");
	assert_contains(ex->response.body, "aria-invalid=\"true\"");
}

/* The sum alone, for the script. */
static void
the_sum_alone_is_a_fragment(void **state)
{
	struct exchange *ex = practice_asks(PRACTICE "/rendement/som", NULL);

	(void)state;
	ex->part = "vers";
	assert_int_equal(dispatch_start(ex), TURN_ASK);
	practice_replies(ex->batch, &BUSY);
	learner_gets(ex);
	assert_int_equal(ex->response.code, 200);
	golden_check("som.bezig", ex->response.body);
}

static void
the_case_leads_to_its_plan(void **state)
{
	static const char *const VERSIONS[] = {
	    "number", "saved_s", "handed_in_s", NULL};
	static const char *const ROWS[] = {"2", "1795438920", NULL, /* */
	    "1", "1795430000", "1795431000"};
	struct exchange *ex =
	    practice_asks("/cursus/de-basis/casus/ontruiming", NULL);

	(void)state;
	assert_int_equal(dispatch_start(ex), TURN_ASK);
	reply(ex->batch, QUERY_PLAN_VERSIONS, 2, VERSIONS, ROWS);
	practice_replies(ex->batch, &BUSY);
	learner_gets(ex);
	assert_int_equal(ex->response.code, 200);
	golden_check("casus.bezig", main_of(ex->arena, ex->response.body));
}

/* The page of rendement opens at the tab of this line. */
static void
assert_tab(const char *query, const char *removed_from, const char *title)
{
	static const char *const REMOVED[] = {"id", "name", "scenario", "stamp", NULL};
	struct exchange *ex = practice_asks(PRACTICE "/rendement", NULL);

	ex->query = query;
	assert_int_equal(dispatch_start(ex), TURN_ASK);
	practice_replies(ex->batch, &BUSY);
	if (removed_from != NULL) {
		const char *const row[] = {"r1", "Opvang", removed_from, "weg1"};

		reply(ex->batch, QUERY_PLAN_REMOVED, 1, REMOVED, row);
	}
	learner_gets(ex);
	assert_int_equal(ex->response.code, 200);
	assert_non_null(strstr(ex->response.body,
	    arena_printf(ex->arena, "id=\"regels\" tabindex=\"-1\">%s</h2>", title)));
}

static void
the_sum_stays_at_the_scenario_of_the_line(void **state)
{
	(void)state;
	assert_tab("", NULL, "Huidige situatie");
	assert_tab("regel=d1", NULL, "Dreigende situatie");
	assert_tab("terug=d1", NULL, "Dreigende situatie");
	assert_tab("weg=b9", "doorbraak", "Doorbraak");
	assert_tab("weg=b9&scenario=dreigend", "doorbraak",
	    "Dreigende situatie");
}

static void
a_full_list_of_articles_says_so(void **state)
{
	static const char *const NO[] = {"full", "8", "1795438920", NULL, NULL};
	struct exchange *ex = practice_asks(
	    PRACTICE "/legitimiteit/kies", "revisie=8&code=WMO-2.3.5");

	(void)state;
	assert_int_equal(dispatch_start(ex), TURN_ASK);
	reply(ex->batch, QUERY_PLAN_ARTICLE_PUT, 1, SAVED, NO);
	practice_replies(ex->batch, &BUSY);
	learner_gets(ex);
	assert_int_equal(ex->response.code, 422);
	assert_non_null(strstr(ex->response.body,
	    "Gekozen artikelen: Er passen niet meer dan 30"));
}

static void
feedback_is_for_the_maker_and_for_the_coach(void **state)
{
	struct exchange *ex;

	(void)state;
	golden_check("feedback.maker",
	    page_of(PRACTICE "/versie/1", &HANDED_IN, 200));
	ex = practice_asks("/team/7/de-basis/ontruiming/1", NULL);
	assert_int_equal(dispatch_start(ex), TURN_ASK);
	practice_replies(ex->batch, &HANDED_IN);
	reply_session(ex->batch, "2");
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	assert_int_equal(ex->response.code, 200);
	golden_check("feedback.coach", main_of(ex->arena, ex->response.body));
}

/* Even when the statement would give one: a draft has no feedback. */
static void
a_draft_has_no_feedback(void **state)
{
	struct exchange *ex = practice_asks(PRACTICE "/versie/1", NULL);

	(void)state;
	assert_int_equal(dispatch_start(ex), TURN_ASK);
	practice_replies(ex->batch, &BUSY);
	learner_gets(ex);
	assert_int_equal(ex->response.code, 404);
}

#define PLAN_TEST(f) cmocka_unit_test(f)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    PLAN_TEST(an_empty_plan_says_what_a_step_asks),
	    PLAN_TEST(the_three_values_weigh_the_same),
	    PLAN_TEST(the_law_shows_what_is_picked_and_what_is_found),
	    PLAN_TEST(the_sum_stands_beside_the_lines),
	    PLAN_TEST(a_line_that_stops_says_why),
	    PLAN_TEST(an_action_is_changed_under_the_list),
	    PLAN_TEST(before_handing_in_each_step_says_what_is_open),
	    PLAN_TEST(what_was_handed_in_leads_to_the_case),
	    PLAN_TEST(two_windows_show_both_texts),
	    PLAN_TEST(two_windows_show_both_lines),
	    PLAN_TEST(what_was_written_after_handing_in_is_given_back),
	    PLAN_TEST(what_the_database_could_not_take_can_be_sent_again),
	    PLAN_TEST(the_history_names_versions_and_earlier_texts),
	    PLAN_TEST(a_line_with_faults_is_not_sent_to_the_database),
	    PLAN_TEST(a_text_that_is_too_long_is_not_sent_to_the_database),
	    PLAN_TEST(the_sum_alone_is_a_fragment),
	    PLAN_TEST(the_case_leads_to_its_plan),
	    PLAN_TEST(the_sum_stays_at_the_scenario_of_the_line),
	    PLAN_TEST(a_full_list_of_articles_says_so),
	    PLAN_TEST(feedback_is_for_the_maker_and_for_the_coach),
	    PLAN_TEST(a_draft_has_no_feedback),
	};

	if (setenv("TZ", "Europe/Amsterdam", 1) != 0 || !secret_start())
		return 1;
	tzset();
	practice_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
