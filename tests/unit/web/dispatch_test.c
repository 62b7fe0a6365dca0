/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * dispatch_test.c - the order of steps that no handler can skip: match,
 * session, question, answer.
 */
#include "own_routes.h"

/* --- match and access ----------------------------------------------------- */

static void
a_route_without_access_is_denied_to_everybody(void **state)
{
	struct exchange *ex = *state;

	log_in(ex);
	assert_int_equal(get(ex, "/vergeten"), TURN_ANSWER);
	assert_refused(ex, 403);
}

static void
an_unknown_path_is_404_with_a_way_out(void **state)
{
	struct exchange *ex = *state;

	assert_int_equal(get(ex, "/weg"), TURN_ANSWER);
	assert_refused(ex, 404);
	assert_contains(ex->response.body, "Deze pagina is er niet");
	assert_contains(ex->response.body, "href=\"/\"");
	assert_int_equal(strlen(ex->response.body), ex->response.body_len);
}

static void
another_verb_is_405_and_names_the_right_one(void **state)
{
	struct exchange *ex = *state;

	assert_int_equal(post(ex, "/team", "", "x"), TURN_ANSWER);
	assert_refused(ex, 405);
	assert_string_equal(header_of(ex, "allow"), "GET, HEAD");
	assert_contains(ex->response.body, ">405<");
}

static void
another_verb_on_a_form_names_both(void **state)
{
	struct exchange *ex = *state;

	ex->method = METHOD_OTHER;
	ex->path = "/open";
	assert_int_equal(dispatch_start(ex), TURN_ANSWER);
	assert_refused(ex, 405);
	assert_string_equal(header_of(ex, "allow"), "GET, HEAD, POST");
}

static void
a_post_route_names_post_only(void **state)
{
	struct exchange *ex = *state;

	assert_int_equal(get(ex, "/twee"), TURN_ANSWER);
	assert_refused(ex, 405);
	assert_string_equal(header_of(ex, "allow"), "POST");
}

static void
parameters_are_found_by_name(void **state)
{
	struct exchange *ex = *state;

	assert_int_equal(get(ex, "/cursus/de%20basis/3"), TURN_ANSWER);
	assert_string_equal(ex->response.body, "3 van de basis");
}

static void
ask_for_a_parameter_that_is_not_there(void *arg)
{
	const struct exchange *ex = arg;

	(void)exchange_param(ex, "casus");
}

static void
asking_for_a_parameter_the_route_lacks_is_a_bug(void **state)
{
	struct exchange *ex = *state;

	assert_int_equal(get(ex, "/cursus/a/b"), TURN_ANSWER);
	assert_aborts(ask_for_a_parameter_that_is_not_there, ex);
}

/* A longer route that nearly fits comes first in the table. */
static void
a_route_gets_no_parameters_of_another(void **state)
{
	struct exchange *ex = *state;

	assert_int_equal(get(ex, "/x/vast"), TURN_ANSWER);
	assert_string_equal(ex->param[0], "x");
	assert_null(ex->param[1]);
}

/* --- session -------------------------------------------------------------- */

static void
without_a_session_a_page_leads_to_the_log_in_form(void **state)
{
	struct exchange *ex = *state;

	assert_int_equal(get(ex, "/mijn"), TURN_ANSWER);
	assert_refused(ex, 303);
	assert_string_equal(
	    header_of(ex, "location"), "/inloggen?verder=%2Fmijn");
}

static void
a_page_may_greet_who_has_no_session(void **state)
{
	struct exchange *ex = *state;

	assert_int_equal(get(ex, "/"), TURN_ANSWER);
	assert_refused(ex, 200);
	assert_string_equal(ex->response.body, "welkom, bezoeker");
	assert_null(header_of(ex, "location"));
	assert_null(header_of(ex, "set-cookie"));
}

static void
without_a_session_a_form_is_401(void **state)
{
	struct exchange *ex = *state;

	assert_int_equal(post(ex, "/mijn", "", "x"), TURN_ANSWER);
	assert_refused(ex, 401);
	assert_contains(ex->response.body, "href=\"/inloggen\"");
}

static void
without_a_session_a_script_gets_json(void **state)
{
	struct exchange *ex = *state;

	ex->part = "ja";
	assert_int_equal(get(ex, "/mijn"), TURN_ANSWER);
	assert_refused(ex, 401);
	assert_string_equal(ex->response.type, "application/json");
	assert_contains(ex->response.body, "\"melding\":\"Je bent niet");
}

static void
what_is_no_token_is_no_session(void **state)
{
	struct exchange *ex = *state;
	const char *const bad[] = {
	    "",
	    "__Host-sid",
	    "__Host-sid=",
	    "__Host-sid=kort",
	    arena_printf(ex->arena, "__Host-sid=%sx", token),
	    arena_printf(ex->arena, "__Host-sid=%.42s!", token),
	    arena_printf(ex->arena, "x__Host-sid=%s", token),
	    arena_printf(ex->arena, "__host-sid=%s", token),
	    arena_printf(ex->arena, "sid=%s", token),
	    arena_printf(ex->arena, "__Host-bezoeker=%s", token),
	    arena_printf(ex->arena, "a=__Host-sid=%s", token),
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		ex->cookie = bad[i];
		ex->response = (struct response){0};
		assert_int_equal(get(ex, "/mijn"), TURN_ANSWER);
		assert_refused(ex, 303);
	}
}

static void
the_session_cookie_is_found_among_others(void **state)
{
	struct exchange *ex = *state;

	ex->cookie = arena_printf(
	    ex->arena, "a=b;  __Host-sidx=y; __Host-sid=%s;c=d", token);
	assert_int_equal(get(ex, "/mijn"), TURN_ASK);
	assert_string_equal(ex->csrf, good_csrf(ex));
}

/* The statement raises when the role is missing, and the rest is skipped. */
static void
the_first_statement_asks_for_session_and_role(void **state)
{
	static const struct {
		const char *path, *roles;
	} WANT[] = {{"/mijn", "15"}, {"/team", "2"}, {"/auteur", "4"},
	    {"/beheer", "8"}};
	struct exchange *ex = *state;
	unsigned char hash[TOKEN_BYTES];

	log_in(ex);
	token_hash(hash, token);
	for (size_t i = 0; i < sizeof(WANT) / sizeof(WANT[0]); i++) {
		const struct batch_ask *ask = NULL;

		assert_int_equal(get(ex, WANT[i].path), TURN_ASK);
		ask = &ex->batch->ask[0];
		assert_int_equal(ask->query, QUERY_SESSION_REQUIRE);
		assert_int_equal(ask->lengths[0], TOKEN_BYTES);
		assert_memory_equal(ask->values[0], hash, TOKEN_BYTES);
		assert_string_equal(ask->values[1], WANT[i].roles);
	}
	assert_int_equal(calls.show, 0);
}

static void
the_handler_sees_who_asks(void **state)
{
	struct exchange *ex = *state;

	log_in(ex);
	assert_int_equal(get(ex, "/mijn"), TURN_ASK);
	assert_int_equal(answer_with(ex, "3"), TURN_ANSWER);
	assert_string_equal(ex->response.body, "Noor de Wit 7 3");
	assert_int_equal(calls.show, 1);
}

static void
a_session_that_is_over_leads_to_the_log_in_form(void **state)
{
	struct exchange *ex = *state;

	log_in(ex);
	assert_int_equal(get(ex, "/mijn"), TURN_ASK);
	batch_fail(ex->batch, "LM401");
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	assert_int_equal(ex->response.code, 303);
	assert_string_equal(
	    header_of(ex, "location"), "/inloggen?verder=%2Fmijn");
	assert_int_equal(calls.show, 0);
}

/* --- the order of turns --------------------------------------------------- */

static void
an_answer_before_asking_asks_nothing(void **state)
{
	struct exchange *ex = *state;

	log_in(ex);
	assert_int_equal(get(ex, "/meteen"), TURN_ANSWER);
	assert_int_equal(ex->response.code, 303);
	assert_int_equal(calls.ask, 1);
	assert_int_equal(calls.show, 0);
}

static void
a_handler_that_does_not_answer_is_our_fault(void **state)
{
	struct exchange *ex = *state;

	assert_int_equal(get(ex, "/stil"), TURN_ANSWER);
	assert_int_equal(ex->response.code, 500);
	assert_contains(ex->response.body, "De fout ligt bij ons");
}

static void
start_work(struct exchange *ex)
{
	ex->cookie = arena_printf(ex->arena, "__Host-bezoeker=%s", token);
	assert_int_equal(post(ex, "/twee", "", good_csrf(ex)), TURN_ASK);
	assert_int_equal(dispatch_resume(ex), TURN_WORK);
	assert_int_equal(calls.prepare, 1);
}

static void
work_stands_between_two_questions(void **state)
{
	struct exchange *ex = *state;

	start_work(ex);
	dispatch_work(ex);
	assert_int_equal(calls.work, 1);
	assert_int_equal(dispatch_resume(ex), TURN_ASK);
	assert_int_equal(calls.again, 1);
	assert_int_equal(calls.show, 0);
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	assert_int_equal(calls.show, 1);
	assert_int_equal(ex->response.code, 200);
}

static void
the_second_question_can_fail_as_well(void **state)
{
	struct exchange *ex = *state;

	start_work(ex);
	dispatch_work(ex);
	assert_int_equal(dispatch_resume(ex), TURN_ASK);
	ex->batch->status = ST_UNAVAILABLE;
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	assert_int_equal(ex->response.code, 503);
	assert_int_equal(calls.show, 0);
}

static void
work_that_finds_no_place_is_refused_politely(void **state)
{
	struct exchange *ex = *state;

	start_work(ex);
	assert_int_equal(dispatch_refuse_work(ex), TURN_ANSWER);
	assert_int_equal(ex->response.code, 503);
	assert_contains(ex->response.body, "Het is even druk");
	assert_non_null(header_of(ex, "retry-after"));
	assert_int_equal(calls.work + calls.again + calls.show, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DISPATCH_TEST(a_route_without_access_is_denied_to_everybody),
	    DISPATCH_TEST(an_unknown_path_is_404_with_a_way_out),
	    DISPATCH_TEST(another_verb_is_405_and_names_the_right_one),
	    DISPATCH_TEST(another_verb_on_a_form_names_both),
	    DISPATCH_TEST(a_post_route_names_post_only),
	    DISPATCH_TEST(parameters_are_found_by_name),
	    DISPATCH_TEST(asking_for_a_parameter_the_route_lacks_is_a_bug),
	    DISPATCH_TEST(a_route_gets_no_parameters_of_another),
	    DISPATCH_TEST(without_a_session_a_page_leads_to_the_log_in_form),
	    DISPATCH_TEST(a_page_may_greet_who_has_no_session),
	    DISPATCH_TEST(without_a_session_a_form_is_401),
	    DISPATCH_TEST(without_a_session_a_script_gets_json),
	    DISPATCH_TEST(what_is_no_token_is_no_session),
	    DISPATCH_TEST(the_session_cookie_is_found_among_others),
	    DISPATCH_TEST(the_first_statement_asks_for_session_and_role),
	    DISPATCH_TEST(the_handler_sees_who_asks),
	    DISPATCH_TEST(a_session_that_is_over_leads_to_the_log_in_form),
	    DISPATCH_TEST(an_answer_before_asking_asks_nothing),
	    DISPATCH_TEST(a_handler_that_does_not_answer_is_our_fault),
	    DISPATCH_TEST(work_stands_between_two_questions),
	    DISPATCH_TEST(the_second_question_can_fail_as_well),
	    DISPATCH_TEST(work_that_finds_no_place_is_refused_politely),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
