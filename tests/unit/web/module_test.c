/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * module_test.c - the page of a module and answering its questions, through
 * dispatch, with rows of our own instead of a database.
 */
#include "check.h"
#include "golden.h"
#include "learning.h"

#include <stdlib.h>
#include <time.h>

static const char *const STATE[] = {"is_read", "question", "version", "attempt",
    "chosen", "is_right", "answered_s", NULL};
static const char *const SAVED[] = {"chosen", NULL};

#define V1 "v1", "0000000000000001"
#define V2 "v2", "0000000000000002"
#define NOW "1795438980"
#define DAY_EARLIER "1795352580"
#define NOTHING_DONE "f", NULL, NULL, NULL, NULL, NULL, NULL
#define ANSWER_PATH "/cursus/de-basis/zes-stappen/antwoord"

/* The page of a module for somebody who did these things. */
static const char *
module_page(const char *path, int rows, const char *const *values)
{
	struct exchange *ex = learner_asks(path, NULL);

	assert_int_equal(dispatch_start(ex), TURN_ASK);
	reply(ex->batch, QUERY_QUIZ_MODULE, rows, STATE, values);
	learner_gets(ex);
	assert_int_equal(ex->response.code, 200);
	return ex->response.body;
}

static void
check_golden(const char *name, const char *page)
{
	struct arena *a = arena_new();

	golden_check(name, main_of(a, page));
	arena_free(a);
}

static void
a_newcomer_sees_text_and_open_questions(void **unused)
{
	static const char *const ROWS[] = {NOTHING_DONE};

	(void)unused;
	check_golden("module.nieuw",
	    module_page("/cursus/de-basis/zes-stappen", 1, ROWS));
}

static void
answers_come_back_with_feedback(void **unused)
{
	/* v1 wrong once (no answer given away), v2 wrong twice (all told). */
	static const char *const ROWS[] = {"t", V1, "1", "1", "f",
	    NOW, /* option 1 */
	    "t", V2, "1", "1", "f", DAY_EARLIER, "t", V2, "2", "3", "f",
	    DAY_EARLIER};

	(void)unused;
	check_golden("module.bezig",
	    module_page("/cursus/de-basis/zes-stappen", 3, ROWS));
}

static void
a_complete_module_shows_the_way_on(void **unused)
{
	static const char *const ROWS[] = {"t", V1, "1", "1", "f", NOW, "t", V1,
	    "2", "2", "t", NOW, "t", V2, "1", "5", "t", NOW};
	const char *page = module_page("/cursus/de-basis/zes-stappen", 3, ROWS);

	(void)unused;
	assert_contains(page, "Deze module is klaar");
	assert_contains(page, "Je score: 1 van de 2 vragen in één keer goed.");
	assert_contains(page, "href=\"/cursus/de-basis/rekenen\">Ga verder");
	assert_lacks(page, ">Gelezen</button>");
}

static void
an_old_answer_to_a_changed_question_does_not_count(void **unused)
{
	static const char *const ROWS[] = {
	    "t", "v1", "ffffffffffffffff", "1", "2", "t", NOW};
	const char *page = module_page("/cursus/de-basis/zes-stappen", 1, ROWS);

	(void)unused;
	assert_contains(page, "Deze vraag is veranderd sinds");
	assert_contains(page, "Beantwoord vraag 1<");
	assert_lacks(page, "Goed beantwoord");
}

static void
content_past_its_date_says_so(void **unused)
{
	static const char *const ROWS[] = {NOTHING_DONE};

	(void)unused;
	assert_contains(module_page("/cursus/de-basis/rekenen", 1, ROWS),
	    "gecontroleerd tot 1 januari 2026");
	assert_lacks(module_page("/cursus/de-basis/zes-stappen", 1, ROWS),
	    "gecontroleerd tot");
}

static void
trying_again_gives_an_empty_form_for_the_next_attempt(void **unused)
{
	static const char *const ROWS[] = {"t", V1, "1", "1", "f", NOW};
	const char *page =
	    module_page("/cursus/de-basis/zes-stappen?opnieuw=v1", 1, ROWS);

	(void)unused;
	assert_contains(page, "name=\"poging\" value=\"2\"");
	assert_lacks(page, "checked");
	assert_lacks(page, "Dat is de situatie.");
}

static void
the_standing_alone_is_a_fragment(void **unused)
{
	static const char *const ROWS[] = {NOTHING_DONE};
	struct exchange *ex =
	    learner_asks("/cursus/de-basis/zes-stappen", NULL);
	const char *part;

	(void)unused;
	ex->part = "vers";
	assert_int_equal(dispatch_start(ex), TURN_ASK);
	assert_false(is_asked(ex->batch, QUERY_PROGRESS_VISIT));
	reply(ex->batch, QUERY_QUIZ_MODULE, 1, STATE, ROWS);
	part = learner_gets(ex);
	assert_int_equal(strncmp(part, "<section class=\"lms-score\"", 26), 0);
	assert_lacks(part, "<main");
}

static void
what_is_not_there_asks_nothing(void **unused)
{
	static const char *const PATHS[] = {
	    "/cursus/geen", "/cursus/geen/x", "/cursus/de-basis/geen"};

	(void)unused;
	for (size_t i = 0; i < sizeof(PATHS) / sizeof(PATHS[0]); i++) {
		struct exchange *ex = learner_asks(PATHS[i], NULL);

		assert_int_equal(dispatch_start(ex), TURN_ANSWER);
		assert_int_equal(ex->response.code, 404);
	}
}

/* --- answering ------------------------------------------------------------ */

/* Sends an answer that is refused before it is stored. */
static struct exchange *
refused(const char *body, const char *part, int code)
{
	static const char *const ROWS[] = {NOTHING_DONE};
	struct exchange *ex = learner_asks(ANSWER_PATH, body);

	ex->part = part;
	assert_int_equal(dispatch_start(ex), TURN_ASK);
	assert_false(is_asked(ex->batch, QUERY_QUIZ_SAVE_ANSWER));
	reply(ex->batch, QUERY_QUIZ_MODULE, 1, STATE, ROWS);
	learner_gets(ex);
	assert_int_equal(ex->response.code, code);
	return ex;
}

/*
 * Sends an answer. The database then has `chosen` under this attempt (NULL:
 * nothing), and, for a script that sees the question again, this newest row.
 */
static struct exchange *
answered(const char *body, const char *part, const char *chosen,
    const char *const *newest)
{
	struct exchange *ex = learner_asks(ANSWER_PATH, body);

	ex->part = part;
	assert_int_equal(dispatch_start(ex), TURN_ASK);
	assert_int_equal(ex->batch->count, part != NULL ? 2 : 1);
	reply(ex->batch, QUERY_QUIZ_SAVE_ANSWER, chosen != NULL, SAVED, &chosen);
	if (part != NULL)
		reply(ex->batch, QUERY_QUIZ_MODULE, 1, STATE, newest);
	learner_gets(ex);
	return ex;
}

#define FORM_V1 "vraag=v1&versie=0000000000000001&poging="
#define FORM_V2 "vraag=v2&versie=0000000000000002&poging="

static void
a_stored_answer_leads_back_to_its_question(void **unused)
{
	struct exchange *ex = answered(FORM_V1 "1&keuze=2", NULL, "2", NULL);

	(void)unused;
	assert_int_equal(ex->response.code, 303);
	assert_string_equal(
	    header_of(ex, "location"), "/cursus/de-basis/zes-stappen#vraag-v1-uitslag");
}

static void
a_script_gets_only_the_question(void **unused)
{
	static const char *const SAME[] = {"f", V2, "1", "5", "t", NOW};
	struct exchange *ex =
	    answered(FORM_V2 "1&keuze=1&keuze=3", "vraag", "5", SAME);

	(void)unused;
	assert_int_equal(ex->response.code, 200);
	golden_check("vraag.goed", ex->response.body);
}

static void
the_answer_is_stored_as_a_set_and_judged(void **unused)
{
	static const char *const SAME[] = {"f", V2, "1", "5", "t", NOW};
	struct exchange *ex =
	    answered(FORM_V2 "1&keuze=1&keuze=3", "vraag", "5", SAME);
	const struct batch_ask *ask = &ex->batch->ask[0];

	(void)unused;
	assert_string_equal(ask->values[2], "de-basis");
	assert_string_equal(ask->values[3], "zes-stappen");
	assert_string_equal(ask->values[4], "v2");
	assert_string_equal(ask->values[5], "0000000000000002");
	assert_string_equal(ask->values[6], "1");
	assert_string_equal(ask->values[7], "5");
	assert_string_equal(ask->values[8], "t");
}

static void
another_answer_under_this_attempt_is_said(void **unused)
{
	static const char *const OTHER[] = {"f", V1, "1", "1", "f", NOW};
	struct exchange *ex =
	    answered(FORM_V1 "1&keuze=2", "vraag", "1", OTHER);

	(void)unused;
	assert_int_equal(ex->response.code, 200);
	assert_contains(ex->response.body, "Je had deze vraag al beantwoord");
	assert_contains(ex->response.body, "Nog niet goed");

	ex = answered(FORM_V1 "1&keuze=2", NULL, "1", NULL);
	assert_string_equal(header_of(ex, "location"),
	    "/cursus/de-basis/zes-stappen?elders=v1#vraag-v1-melding");
}

/* The script's request came through twice, with another attempt between. */
static void
an_older_attempt_sent_again_shows_the_newest(void **unused)
{
	static const char *const NEWER[] = {"f", V1, "2", "2", "t", NOW};
	struct exchange *ex =
	    answered(FORM_V1 "1&keuze=1", "vraag", "1", NEWER);

	(void)unused;
	assert_contains(ex->response.body, "Je had deze vraag al beantwoord");
	assert_contains(ex->response.body, "Goed beantwoord");
}

/* Nothing was stored: the attempt before it is not there. */
static void
an_answer_that_is_not_there_is_never_said_to_be_saved(void **unused)
{
	static const char *const EARLIER[] = {"f", V1, "1", "1", "f", NOW};
	struct exchange *ex =
	    answered(FORM_V1 "3&keuze=2", "vraag", NULL, EARLIER);

	(void)unused;
	assert_int_equal(ex->response.code, 409);
	assert_lacks(ex->response.body, "Opgeslagen om");

	ex = answered(FORM_V1 "3&keuze=2", NULL, NULL, NULL);
	assert_string_equal(header_of(ex, "location"),
	    "/cursus/de-basis/zes-stappen#vraag-v1");
}

static void
nothing_chosen_keeps_the_question_with_the_fault(void **unused)
{
	struct exchange *ex = refused(FORM_V1 "1", "vraag", 422);

	(void)unused;
	golden_check("vraag.fout", ex->response.body);

	ex = refused(FORM_V1 "1", NULL, 422);
	assert_contains(ex->response.body, "tabindex=\"-1\" autofocus>");
	assert_contains(ex->response.body, "<title>Fout: ");
	assert_contains(
	    ex->response.body, "href=\"#vraag-v1\">Kies eerst een antwoord.");
}

static void
what_was_chosen_is_kept_beside_a_fault(void **unused)
{
	struct exchange *ex =
	    refused(FORM_V2 "nul&keuze=2&keuze=4", "vraag", 422);

	(void)unused;
	assert_contains(ex->response.body, "value=\"2\"\nchecked");
	assert_contains(ex->response.body, "value=\"4\"\nchecked");
	assert_lacks(ex->response.body, "value=\"1\"\nchecked");
}

static void
broken_answers_are_refused(void **unused)
{
	static const struct {
		const char *body;
		int code;
	} CASES[] = {
	    {FORM_V1 "1&keuze=4", 422}, /* no such option */
	    {FORM_V1 "1&keuze=0", 422},
	    {FORM_V1 "1&keuze=-1", 422},
	    {FORM_V1 "1&keuze=twee", 422},
	    {FORM_V1 "1&keuze=99999999999999999999", 422},
	    {FORM_V1 "1&keuze=1&keuze=2", 422}, /* single choice */
	    {FORM_V1 "0&keuze=2", 422},
	    {FORM_V1 "1001&keuze=2", 422},
	    {FORM_V1 "1&poging=1&keuze=2", 422}, /* doubled field */
	    {"vraag=v1&versie=0000000000000001&keuze=2", 422},
	    {"vraag=v9&versie=0000000000000001&poging=1&keuze=2", 422},
	    {"keuze=2", 422},
	    {"vraag=v1&versie=oud&poging=1&keuze=2", 409},
	    {"vraag=v1&poging=1&keuze=2", 409},
	};

	(void)unused;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
		(void)refused(CASES[i].body, "vraag", CASES[i].code);
		(void)refused(CASES[i].body, NULL, CASES[i].code);
	}
}

static void
an_old_version_shows_the_new_question(void **unused)
{
	struct exchange *ex =
	    refused("vraag=v1&versie=oud&poging=1&keuze=2", NULL, 409);

	(void)unused;
	assert_contains(ex->response.body, "Deze vraag is net veranderd.");
	assert_lacks(ex->response.body, "checked");
}

static void
a_fresh_form_stores_nothing(void **unused)
{
	struct exchange *ex =
	    learner_asks(ANSWER_PATH, "vraag=v1&poging=3&opnieuw=ja");

	(void)unused;
	ex->part = "vraag";
	assert_int_equal(dispatch_start(ex), TURN_ASK);
	assert_int_equal(ex->batch->count, 1);
	assert_contains(learner_gets(ex), "name=\"poging\" value=\"3\"");

	ex = learner_asks(ANSWER_PATH, "vraag=v1&poging=3&opnieuw=ja");
	assert_int_equal(dispatch_start(ex), TURN_ASK);
	learner_gets(ex);
	assert_string_equal(header_of(ex, "location"),
	    "/cursus/de-basis/zes-stappen?opnieuw=v1#vraag-v1-hoe");
}

/* --- gelezen -------------------------------------------------------------- */

static const char *
after_reading(const char *path, int rows, const char *const *values)
{
	struct exchange *ex = learner_asks(path, "x=");

	assert_int_equal(dispatch_start(ex), TURN_ASK);
	assert_true(is_asked(ex->batch, QUERY_QUIZ_SAVE_READING));
	reply(ex->batch, QUERY_QUIZ_MODULE, rows, STATE, values);
	learner_gets(ex);
	assert_int_equal(ex->response.code, 303);
	return header_of(ex, "location");
}

static void
reading_leads_to_what_is_open_or_comes_next(void **unused)
{
	static const char *const OPEN[] = {
	    "t", NULL, NULL, NULL, NULL, NULL, NULL};
	static const char *const DONE[] = {
	    "t", V1, "1", "2", "t", NOW, "t", V2, "1", "5", "t", NOW};

	(void)unused;
	assert_string_equal(
	    after_reading("/cursus/de-basis/zes-stappen/gelezen", 1, OPEN),
	    "/cursus/de-basis/zes-stappen#score");
	assert_string_equal(
	    after_reading("/cursus/de-basis/zes-stappen/gelezen", 2, DONE),
	    "/cursus/de-basis/rekenen");
	assert_string_equal(
	    after_reading("/cursus/de-basis/rekenen/gelezen", 1, OPEN),
	    "/cursus/de-basis/casus/ontruiming");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    LEARNING_TEST(a_newcomer_sees_text_and_open_questions),
	    LEARNING_TEST(answers_come_back_with_feedback),
	    LEARNING_TEST(a_complete_module_shows_the_way_on),
	    LEARNING_TEST(an_old_answer_to_a_changed_question_does_not_count),
	    LEARNING_TEST(content_past_its_date_says_so),
	    LEARNING_TEST(
		trying_again_gives_an_empty_form_for_the_next_attempt),
	    LEARNING_TEST(the_standing_alone_is_a_fragment),
	    LEARNING_TEST(what_is_not_there_asks_nothing),
	    LEARNING_TEST(a_stored_answer_leads_back_to_its_question),
	    LEARNING_TEST(a_script_gets_only_the_question),
	    LEARNING_TEST(the_answer_is_stored_as_a_set_and_judged),
	    LEARNING_TEST(another_answer_under_this_attempt_is_said),
	    LEARNING_TEST(an_older_attempt_sent_again_shows_the_newest),
	    LEARNING_TEST(
		an_answer_that_is_not_there_is_never_said_to_be_saved),
	    LEARNING_TEST(nothing_chosen_keeps_the_question_with_the_fault),
	    LEARNING_TEST(what_was_chosen_is_kept_beside_a_fault),
	    LEARNING_TEST(broken_answers_are_refused),
	    LEARNING_TEST(an_old_version_shows_the_new_question),
	    LEARNING_TEST(a_fresh_form_stores_nothing),
	    LEARNING_TEST(reading_leads_to_what_is_open_or_comes_next),
	};

	if (setenv("TZ", "Europe/Amsterdam", 1) != 0 || !secret_start())
		return 1;
	tzset();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
