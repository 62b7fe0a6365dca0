/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * dispatch_form_test.c - forms are read, and belong to whoever sends them.
 */
#include "own_routes.h"

/* --- forms ---------------------------------------------------------------- */

static void
a_form_without_its_token_is_refused(void **state)
{
	struct exchange *ex = *state;
	const char *const bad[] = {"", "x", token,
	    arena_printf(ex->arena, "%s&csrf=%s", good_csrf(ex), good_csrf(ex)),
	    arena_printf(ex->arena, "%sA", good_csrf(ex))};

	log_in(ex);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		ex->response = (struct response){0};
		assert_int_equal(post(ex, "/mijn", "a=1", bad[i]), TURN_ANSWER);
		assert_refused(ex, 403);
		assert_contains(ex->response.body, "formulier is verlopen");
	}
}

static void
a_form_token_of_another_session_is_refused(void **state)
{
	struct exchange *ex = *state;
	char other[TOKEN_TEXT_BYTES];

	log_in(ex);
	token_new(other);
	assert_int_equal(
	    post(ex, "/mijn", "a=1", token_for_forms(ex->arena, other)),
	    TURN_ANSWER);
	assert_refused(ex, 403);
}

/* The query string does not count: a link could carry it. */
static void
a_form_token_in_the_address_does_not_count(void **state)
{
	struct exchange *ex = *state;

	log_in(ex);
	ex->query = arena_printf(ex->arena, "csrf=%s", good_csrf(ex));
	assert_int_equal(post(ex, "/mijn", "a=1", ""), TURN_ANSWER);
	assert_refused(ex, 403);
}

static void
a_form_with_its_token_is_asked(void **state)
{
	struct exchange *ex = *state;

	log_in(ex);
	assert_int_equal(
	    post(ex, "/mijn", "a=%C3%A9&leeg=", good_csrf(ex)), TURN_ASK);
	assert_int_equal(calls.ask, 1);
	assert_string_equal(form_get(&ex->fields, "a"), "é");
	assert_string_equal(form_get(&ex->fields, "leeg"), "");
	assert_int_equal(ex->batch->ask[0].query, QUERY_SESSION_REQUIRE);
	assert_int_equal(answer_with(ex, "1"), TURN_ANSWER);
	assert_int_equal(ex->response.code, 200);
}

static void
a_broken_form_is_400_before_anything_is_asked(void **state)
{
	static const char *const BAD[] = {"a=%ff", "a=%zz", "a=%00", "a=\xc3("};
	struct exchange *ex = *state;

	log_in(ex);
	for (size_t i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++) {
		ex->response = (struct response){0};
		assert_int_equal(
		    post(ex, "/mijn", BAD[i], good_csrf(ex)), TURN_ANSWER);
		assert_refused(ex, 400);
	}
}

static void
a_broken_query_string_is_400(void **state)
{
	struct exchange *ex = *state;

	ex->query = "q=%ff";
	assert_int_equal(get(ex, "/open"), TURN_ANSWER);
	assert_refused(ex, 400);
}

static void
too_many_fields_are_413(void **state)
{
	struct exchange *ex = *state;
	const char *many = "v=1";

	log_in(ex);
	for (int i = 0; i < FORM_FIELDS_MAX; i++)
		many = arena_printf(ex->arena, "%s&v=1", many);
	assert_int_equal(post(ex, "/mijn", many, good_csrf(ex)), TURN_ANSWER);
	assert_refused(ex, 413);
}

static void
another_kind_of_body_is_400(void **state)
{
	static const char *const TYPES[] = {NULL, "", "application/json",
	    "multipart/form-data; boundary=x", "text/plain",
	    "application/x-www-form-urlencodedx"};
	struct exchange *ex = *state;

	log_in(ex);
	for (size_t i = 0; i < sizeof(TYPES) / sizeof(TYPES[0]); i++) {
		ex->response = (struct response){0};
		ex->method = POST;
		ex->path = "/mijn";
		ex->content_type = TYPES[i];
		ex->body = arena_printf(ex->arena, "csrf=%s", good_csrf(ex));
		ex->body_len = strlen(ex->body);
		assert_int_equal(dispatch_start(ex), TURN_ANSWER);
		assert_refused(ex, 400);
	}
}

static void
the_type_of_a_form_may_name_its_characters(void **state)
{
	struct exchange *ex = *state;

	log_in(ex);
	ex->method = POST;
	ex->path = "/mijn";
	ex->content_type = "Application/X-WWW-Form-Urlencoded; charset=UTF-8";
	ex->body = arena_printf(ex->arena, "csrf=%s", good_csrf(ex));
	ex->body_len = strlen(ex->body);
	assert_int_equal(dispatch_start(ex), TURN_ASK);
}

/* --- visitors ------------------------------------------------------------- */

static void
a_visitor_gets_a_token_of_their_own(void **state)
{
	struct exchange *ex = *state;
	const char *cookie;
	size_t prefix = strlen("__Host-bezoeker=");

	assert_int_equal(get(ex, "/open"), TURN_ANSWER);
	cookie = header_of(ex, "set-cookie");
	assert_non_null(cookie);
	assert_memory_equal(cookie, "__Host-bezoeker=", prefix);
	assert_true(token_is_wellformed(
	    cookie + prefix, strcspn(cookie + prefix, ";")));
	assert_string_equal(
	    strchr(cookie, ';'), "; Path=/; Secure; HttpOnly; SameSite=Lax");
}

static void
a_visitor_who_gets_no_form_gets_no_cookie(void **state)
{
	struct exchange *ex = *state;

	assert_int_equal(get(ex, "/lees"), TURN_ANSWER);
	assert_int_equal(ex->response.code, 200);
	assert_null(header_of(ex, "set-cookie"));
}

static void
a_visitors_token_fits_the_forms_for_anyone(void **state)
{
	struct exchange *ex = *state;

	ex->cookie = arena_printf(ex->arena, "__Host-bezoeker=%s", token);
	assert_int_equal(get(ex, "/open"), TURN_ANSWER);
	assert_null(header_of(ex, "set-cookie")); /* has one already */
	assert_string_equal(ex->csrf, good_csrf(ex));
	ex->response = (struct response){0};
	assert_int_equal(post(ex, "/open", "a=1", good_csrf(ex)), TURN_ASK);
	assert_int_equal(calls.ask, 1);
	assert_false(is_asked(ex->batch, QUERY_SESSION_REQUIRE));
}

static void
a_visitors_form_without_cookie_is_refused(void **state)
{
	struct exchange *ex = *state;

	assert_int_equal(post(ex, "/open", "a=1", good_csrf(ex)), TURN_ANSWER);
	assert_refused(ex, 403);
}

/* Who is logged in elsewhere cannot use that session's token here. */
static void
a_session_is_no_visitor(void **state)
{
	struct exchange *ex = *state;

	log_in(ex);
	assert_int_equal(post(ex, "/open", "a=1", good_csrf(ex)), TURN_ANSWER);
	assert_refused(ex, 403);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DISPATCH_TEST(a_form_without_its_token_is_refused),
	    DISPATCH_TEST(a_form_token_of_another_session_is_refused),
	    DISPATCH_TEST(a_form_token_in_the_address_does_not_count),
	    DISPATCH_TEST(a_form_with_its_token_is_asked),
	    DISPATCH_TEST(a_broken_form_is_400_before_anything_is_asked),
	    DISPATCH_TEST(a_broken_query_string_is_400),
	    DISPATCH_TEST(too_many_fields_are_413),
	    DISPATCH_TEST(another_kind_of_body_is_400),
	    DISPATCH_TEST(the_type_of_a_form_may_name_its_characters),
	    DISPATCH_TEST(a_visitor_gets_a_token_of_their_own),
	    DISPATCH_TEST(a_visitor_who_gets_no_form_gets_no_cookie),
	    DISPATCH_TEST(a_visitors_token_fits_the_forms_for_anyone),
	    DISPATCH_TEST(a_visitors_form_without_cookie_is_refused),
	    DISPATCH_TEST(a_session_is_no_visitor),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
