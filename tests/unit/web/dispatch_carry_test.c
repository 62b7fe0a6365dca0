/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * dispatch_carry_test.c - a form that comes when its session is over is
 * carried, if it is certain that a page of ours made it.
 */
#include "own_routes.h"

static const char TYPED[] = "wat=bel+de+%22buren%22&keuze=1&keuze=2";

static void
assert_carries(const struct exchange *ex)
{
	assert_int_equal(ex->response.code, 401);
	assert_contains(ex->response.body, "action=\"/inloggen\"");
	assert_contains(ex->response.body, "name=\"bewaard\" value=\"/mijn\"");
	assert_contains(ex->response.body,
	    "name=\"bewaard.wat\" value=\"bel de &quot;buren&quot;\"");
	assert_contains(
	    ex->response.body, "name=\"bewaard.keuze\" value=\"2\"");
	assert_lacks(ex->response.body, "bewaard.csrf");
	assert_lacks(ex->response.body, good_csrf(ex));
	assert_int_equal(calls.show, 0);
}

static enum turn
send_expired(struct exchange *ex)
{
	log_in(ex);
	assert_int_equal(post(ex, "/mijn", TYPED, good_csrf(ex)), TURN_ASK);
	batch_fail(ex->batch, "LM401");
	return dispatch_resume(ex);
}

static void
a_form_of_a_session_that_is_over_is_carried(void **state)
{
	struct exchange *ex = *state;

	assert_int_equal(send_expired(ex), TURN_ANSWER);
	assert_carries(ex);
	/* The log-in form belongs to the visitor that this browser now is. */
	assert_memory_equal(
	    header_of(ex, "set-cookie"), "__Host-bezoeker=", 16);
	assert_contains(ex->response.body, ex->csrf);
}

static void
the_visitor_of_an_earlier_log_in_form_stays_the_same(void **state)
{
	struct exchange *ex = *state;
	char visitor[TOKEN_TEXT_BYTES];

	token_new(visitor);
	ex->cookie = arena_printf(ex->arena,
	    "__Host-sid=%s; __Host-bezoeker=%s", token, visitor);
	assert_int_equal(post(ex, "/mijn", TYPED, good_csrf(ex)), TURN_ASK);
	batch_fail(ex->batch, "LM401");
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	assert_carries(ex);
	assert_null(header_of(ex, "set-cookie"));
	assert_string_equal(ex->csrf, token_for_forms(ex->arena, visitor));
}

static void
a_script_is_told_and_carries_nothing(void **state)
{
	struct exchange *ex = *state;

	ex->part = "opslaan";
	assert_int_equal(send_expired(ex), TURN_ANSWER);
	assert_int_equal(ex->response.code, 401);
	assert_string_equal(ex->response.type, "application/json");
	assert_lacks(ex->response.body, "buren");
}

static void
without_a_cookie_only_a_page_of_ours_is_carried(void **state)
{
	struct exchange *ex = *state;

	assert_int_equal(post(ex, "/mijn", TYPED, good_csrf(ex)), TURN_ANSWER);
	assert_refused(ex, 401);
	assert_lacks(ex->response.body, "buren");
	ex->response = (struct response){0};
	ex->is_own_page = true;
	assert_int_equal(post(ex, "/mijn", TYPED, good_csrf(ex)), TURN_ANSWER);
	assert_carries(ex);
}

static void
a_form_of_another_session_is_offered_to_who_is_there_now(void **state)
{
	struct exchange *ex = *state;

	log_in(ex);
	assert_int_equal(post(ex, "/mijn", TYPED, "x"), TURN_ANSWER);
	assert_refused(ex, 403);
	assert_lacks(ex->response.body, "buren");
	ex->response = (struct response){0};
	ex->is_own_page = true;
	assert_int_equal(post(ex, "/mijn", TYPED, "x"), TURN_ASK);
	assert_int_equal(ex->batch->count, 1);
	assert_int_equal(answer_with(ex, "1"), TURN_ANSWER);
	assert_int_equal(ex->response.code, 403);
	assert_contains(ex->response.body, "Ja, verder als Noor de Wit");
	assert_contains(ex->response.body, "bel de &quot;buren&quot;</p>");
	assert_contains(ex->response.body, good_csrf(ex));
	assert_int_equal(calls.ask + calls.show, 0);
}

static void
nobody_being_there_now_leads_to_the_log_in_form(void **state)
{
	struct exchange *ex = *state;

	log_in(ex);
	ex->is_own_page = true;
	assert_int_equal(post(ex, "/mijn", TYPED, "x"), TURN_ASK);
	batch_fail(ex->batch, "LM401");
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	assert_carries(ex);
}

static void
a_form_that_is_too_large_is_refused_whole(void **state)
{
	struct exchange *ex = *state;
	const char *large =
	    arena_printf(ex->arena, "wat=bel+de+buren&n=%0*d", 225 * 1024, 0);

	log_in(ex);
	assert_int_equal(post(ex, "/mijn", large, good_csrf(ex)), TURN_ASK);
	batch_fail(ex->batch, "LM401");
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	assert_int_equal(ex->response.code, 401);
	assert_lacks(ex->response.body, "buren");
}

static void
a_page_of_somebody_notes_that_the_session_is_used(void **state)
{
	struct exchange *ex = *state;
	const char *cookie;

	log_in(ex);
	assert_int_equal(get(ex, "/mijn"), TURN_ASK);
	assert_true(is_asked(ex->batch, QUERY_SESSION_NOTE_USE));
	assert_int_equal(answer_with(ex, "1"), TURN_ANSWER);
	cookie = header_of(ex, "set-cookie");
	assert_memory_equal(cookie, "__Host-gebruikt=", 16);
	/* With that cookie not again. */
	ex->response = (struct response){0};
	ex->used = NULL;
	ex->cookie = arena_printf(
	    ex->arena, "__Host-sid=%s; %.32s", token, cookie);
	assert_int_equal(get(ex, "/mijn"), TURN_ASK);
	assert_false(is_asked(ex->batch, QUERY_SESSION_NOTE_USE));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DISPATCH_TEST(a_form_of_a_session_that_is_over_is_carried),
	    DISPATCH_TEST(the_visitor_of_an_earlier_log_in_form_stays_the_same),
	    DISPATCH_TEST(a_script_is_told_and_carries_nothing),
	    DISPATCH_TEST(without_a_cookie_only_a_page_of_ours_is_carried),
	    DISPATCH_TEST(
		a_form_of_another_session_is_offered_to_who_is_there_now),
	    DISPATCH_TEST(nobody_being_there_now_leads_to_the_log_in_form),
	    DISPATCH_TEST(a_form_that_is_too_large_is_refused_whole),
	    DISPATCH_TEST(a_page_of_somebody_notes_that_the_session_is_used),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
