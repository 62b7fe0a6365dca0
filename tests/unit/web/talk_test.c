/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * talk_test.c - whom to ask about a case: what the page offers, what a press
 * sends to the database, and what may be read by then. The case is that of
 * tests/fixtures/courses/goed: 60 minutes, three talks of 70 in all.
 */
#include "check.h"
#include "content.h"
#include "golden.h"
#include "learning.h"

#include "web/talk.h"

#define ILSE "/cursus/kort/casus/ilse"

static struct library *library;

static int
open_library(void **state)
{
	struct content_faults faults;
	struct arena *a = arena_new();
	enum status status = library_open(&library, GOOD_COURSES, a, &faults);

	(void)state;
	arena_free(a);
	return status == ST_OK ? 0 : -1;
}

static int
close_library(void **state)
{
	(void)state;
	library_free(library);
	return 0;
}

static const char *const ACTS[] = {
    "is_open", "act", "document", "minutes", "is_resident", NULL};

/* Rows of the acts: kept with the plan, the oldest first. */
static const char *const NOBODY[] = {"f", NULL, NULL, NULL, NULL};
static const char *const TOO_EARLY[] = {
    "f", "te_vroeg", "04-werkgever", "10", "f"};
static const char *const BOTH[] = {"f", "te_vroeg", "04-werkgever", "10", "f",
    "f", "gesprek", "03-ilse", "30", "t"};
static const char *const OPEN[] = {
    "t", "opnieuw", "", "0", "f", "t", "gesprek", "03-ilse", "30", "t"};

static struct exchange *
asks(const char *path, const char *body)
{
	struct exchange *ex = learner_asks(path, body);

	ex->library = library;
	return ex;
}

/* The page of the case, of somebody without a plan or with these acts. */
static const char *
casus_page(const char *path, int rows, const char *const *acts)
{
	static const char *const COLUMNS[] = {"number", NULL};
	struct exchange *ex = asks(path, NULL);

	assert_int_equal(dispatch_start(ex), TURN_ASK);
	reply(ex->batch, QUERY_PLAN_VERSIONS, 0, COLUMNS, NULL);
	reply(ex->batch, QUERY_PLAN_VERSION, 0, COLUMNS, NULL);
	reply(ex->batch, QUERY_PLAN_ASKED, rows, ACTS, acts);
	learner_gets(ex);
	assert_int_equal(ex->response.code, 200);
	return main_of(ex->arena, ex->response.body);
}

/* A talk's own page: its body, or where it leads. `roles` as in the base. */
static const char *
talk_page(
    const char *slug, const char *roles, int rows, const char *const *acts)
{
	struct exchange *ex =
	    asks(slug[0] == '3'	  ? ILSE "/document/03-ilse"
		 : slug[0] == '4' ? ILSE "/document/04-werkgever"
				  : ILSE "/document/05-garage",
		NULL);

	assert_int_equal(dispatch_start(ex), TURN_ASK);
	reply(ex->batch, QUERY_PLAN_ASKED, rows, ACTS, acts);
	reply_session(ex->batch, roles);
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	return ex->response.code == 303 ? header_of(ex, "location")
					: main_of(ex->arena, ex->response.body);
}

/* A press on "Vraag" that the database answers so: where it leads. */
static const char *
pressed(const char *outcome)
{
	static const char *const COLUMNS[] = {"outcome", NULL};
	static const char *const NUMBER[] = {"number", NULL};
	static const char *const ONE[] = {"1"};
	const char *const row[] = {outcome};
	struct exchange *ex =
	    asks(ILSE "/gesprek", "gesprek=04-werkgever&na=2");

	assert_int_equal(dispatch_start(ex), TURN_ASK);
	reply(ex->batch, QUERY_PLAN_START, 1, NUMBER, ONE);
	reply(ex->batch, QUERY_PLAN_TALK_ASK, 1, COLUMNS, row);
	learner_gets(ex);
	assert_int_equal(ex->response.code, 303);
	return header_of(ex, "location");
}

static void
the_choice_says_what_each_talk_costs_and_what_time_is_left(void **state)
{
	const char *page = casus_page(ILSE, 2, BOTH);

	(void)state;
	golden_check("casus.gesprekken", page);
	assert_contains(page, "Je hebt nog 20 minuten.");
	assert_contains(page, "te vroeg gevraagd, 10 minuten kwijt.");
	assert_contains(page, "name=\"na\" value=\"2\"");
	assert_null(strstr(page, "een week later beginnen"));
}

static void
before_the_first_press_there_is_nothing_to_begin_anew(void **state)
{
	const char *page = casus_page(ILSE, 0, NULL);

	(void)state;
	assert_contains(page, "Je hebt nog 1 uur.");
	assert_null(strstr(page, "Ja, begin opnieuw"));
}

static void
a_press_that_did_nothing_says_why(void **state)
{
	(void)state;
	assert_contains(casus_page(ILSE "?gesprek=anders", 1, TOO_EARLY),
	    "in een ander venster iemand anders");
	assert_contains(casus_page(ILSE "?gesprek=tijd", 1, TOO_EARLY),
	    "Daar is geen tijd meer voor.");
	assert_null(
	    strstr(casus_page(ILSE "?gesprek=x", 1, TOO_EARLY), "role=\"stat"));
}

static void
after_handing_in_all_can_be_read_and_nobody_is_asked(void **state)
{
	const char *page = casus_page(ILSE, 2, OPEN);

	(void)state;
	assert_contains(page, "ook van wie je niet vroeg");
	assert_contains(page, ": niet gevraagd");
	assert_contains(page, "Je begon 1 keer opnieuw");
	assert_null(strstr(page, "/gesprek\""));
}

static void
a_press_leads_to_what_was_said_or_back_to_the_choice(void **state)
{
	(void)state;
	assert_string_equal(pressed("saved"), ILSE "/document/04-werkgever");
	assert_string_equal(pressed("open"), ILSE "/document/04-werkgever");
	assert_string_equal(pressed("full"), ILSE "?gesprek=tijd#praten");
	assert_string_equal(pressed("changed"), ILSE "?gesprek=anders#praten");
}

static void
a_press_takes_its_costs_from_the_case_and_not_from_the_form(void **state)
{
	struct exchange *ex =
	    asks(ILSE "/gesprek", "gesprek=04-werkgever&na=2");
	const struct batch_ask *ask;

	(void)state;
	assert_int_equal(dispatch_start(ex), TURN_ASK);
	ask = &ex->batch->ask[ex->batch->count - 1];
	assert_int_equal(ask->query, QUERY_PLAN_TALK_ASK);
	assert_string_equal(ask->values[3], "2");
	assert_string_equal(ask->values[5], "20");
	assert_string_equal(ask->values[6], "10");
	assert_string_equal(ask->values[8], "60");
}

static void
a_form_that_names_no_talk_is_refused(void **state)
{
	static const char *const BODIES[] = {"gesprek=02-brief&na=0",
	    "gesprek=weg&na=0", "gesprek=03-ilse", "gesprek=03-ilse&na=-1",
	    "gesprek=03-ilse&na=101", "gesprek=03-ilse&na=0&tijd=1"};

	(void)state;
	for (size_t i = 0; i < sizeof(BODIES) / sizeof(BODIES[0]); i++) {
		struct exchange *ex = asks(ILSE "/gesprek", BODIES[i]);

		assert_int_equal(dispatch_start(ex), TURN_ANSWER);
		assert_int_equal(ex->response.code, 400);
	}
}

static void
what_was_not_asked_cannot_be_read(void **state)
{
	(void)state;
	assert_string_equal(talk_page("3", "1", 0, NULL), ILSE "#praten");
	assert_string_equal(talk_page("5", "1", 2, BOTH), ILSE "#praten");
	assert_contains(talk_page("3", "1", 2, BOTH), "Ik wil blijven werken");
}

static void
who_asked_too_early_reads_why_and_not_the_rest(void **state)
{
	const char *page = talk_page("4", "1", 1, TOO_EARLY);

	(void)state;
	golden_check("gesprek.te_vroeg", page);
	assert_contains(page, "dat u belt?");
	assert_contains(page, "Betrokkenheid.");
	assert_null(strstr(page, "een week later beginnen"));
}

static void
after_handing_in_a_talk_says_that_it_was_not_asked(void **state)
{
	const char *page = talk_page("4", "1", 2, OPEN);

	(void)state;
	assert_contains(page, "een week later beginnen");
	assert_contains(page, "niet gevraagd");
}

static void
nothing_is_hidden_from_a_coach(void **state)
{
	const char *page = talk_page("4", "3", 1, NOBODY);

	(void)state;
	assert_contains(page, "een week later beginnen");
	assert_contains(page, "Je leest dit als coach.");
}

static void
minutes_are_said_as_people_do(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(talk_time(a, 0), "0 minuten");
	assert_string_equal(talk_time(a, 1), "1 minuut");
	assert_string_equal(talk_time(a, 60), "1 uur");
	assert_string_equal(talk_time(a, 80), "1 uur en 20 minuten");
	assert_string_equal(talk_time(a, 121), "2 uur en 1 minuut");
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    LEARNING_TEST(
		the_choice_says_what_each_talk_costs_and_what_time_is_left),
	    LEARNING_TEST(
		before_the_first_press_there_is_nothing_to_begin_anew),
	    LEARNING_TEST(a_press_that_did_nothing_says_why),
	    LEARNING_TEST(after_handing_in_all_can_be_read_and_nobody_is_asked),
	    LEARNING_TEST(a_press_leads_to_what_was_said_or_back_to_the_choice),
	    LEARNING_TEST(
		a_press_takes_its_costs_from_the_case_and_not_from_the_form),
	    LEARNING_TEST(a_form_that_names_no_talk_is_refused),
	    LEARNING_TEST(what_was_not_asked_cannot_be_read),
	    LEARNING_TEST(who_asked_too_early_reads_why_and_not_the_rest),
	    LEARNING_TEST(after_handing_in_a_talk_says_that_it_was_not_asked),
	    LEARNING_TEST(nothing_is_hidden_from_a_coach),
	    LEARNING_TEST(minutes_are_said_as_people_do),
	};

	return cmocka_run_group_tests(tests, open_library, close_library);
}
