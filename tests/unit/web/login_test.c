/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * login_test.c - logging in and out through dispatch, with the answers of
 * PostgreSQL made here: the way is ask, work, ask again, answer.
 */
#include "base/password.h"
#include "web/dispatch.h"
#include "web/routes.h"

#include "check.h"
#include "reply.h"

#include <stdlib.h>

static char token[TOKEN_TEXT_BYTES];
static char hash[PASSWORD_HASH_BYTES];
static const char PASSWORD[] = "lente-in-den-haag";

static int
setup(void **state)
{
	token_new(token);
	*state = exchange_new(NULL);
	return 0;
}

static int
teardown(void **state)
{
	const struct exchange *ex = *state;

	arena_free(ex->arena);
	return 0;
}

#define LOGIN_TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

static enum turn
send_form(
    struct exchange *ex, const char *path, const char *cookie, const char *rest)
{
	ex->method = POST;
	ex->path = path;
	ex->cookie = arena_printf(ex->arena, "%s=%s", cookie, token);
	ex->content_type = "application/x-www-form-urlencoded";
	ex->body = arena_printf(
	    ex->arena, "csrf=%s%s", token_for_forms(ex->arena, token), rest);
	ex->body_len = strlen(ex->body);
	return dispatch_start(ex);
}

static enum turn
log_in(struct exchange *ex, const char *fields)
{
	return send_form(ex, "/inloggen", "__Host-bezoeker", fields);
}

static const char GOOD_FIELDS[] =
    "&email=+noor%40gemeente.example+&wachtwoord=lente-in-den-haag";

/* PostgreSQL on a try: this account or none, after this wait. */
static void
reply_try(struct batch *b, bool is_there, const char *wait_s, const char *known)
{
	static const char *const COLUMNS[] = {"person_id", "password_hash",
	    "is_known", "wait_s", "keys", NULL};
	const char *const row[] = {is_there ? "7" : NULL,
	    is_there ? hash : NULL, known, wait_s, "{a,b,c}"};

	reply(b, QUERY_LOGIN_TRY, 1, COLUMNS, row);
}

static void
reply_new_session(struct batch *b)
{
	static const char *const COLUMNS[] = {"organisation_id", "name", NULL};
	static const char *const MAC[] = {"mac", NULL};
	const char *const row[] = {"3", "Noor de Wit"};
	const char *const mac[] = {
	    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"};

	reply(b, QUERY_SESSION_INSERT, 1, COLUMNS, row);
	reply(b, QUERY_LOGIN_SETTLE, 1, MAC, mac);
}

static const char *
header_of(const struct exchange *ex, const char *name)
{
	for (int i = 0; i < ex->response.header_count; i++)
		if (strcmp(ex->response.header[i].name, name) == 0)
			return ex->response.header[i].value;
	return NULL;
}

static const struct batch_ask *
ask_of(const struct exchange *ex, enum query query)
{
	for (int i = 0; i < ex->batch->count; i++)
		if (ex->batch->ask[i].query == query)
			return &ex->batch->ask[i];
	print_error("%s was not asked\n", STATEMENTS[query].name);
	abort(); /* cmocka fails the test */
}

/* From the form up to the answer to the first question. */
static void
arrive_at_work(struct exchange *ex, const char *fields, int accounts)
{
	assert_int_equal(log_in(ex, fields), TURN_ASK);
	assert_int_equal(ex->batch->count, 1);
	reply_try(ex->batch, accounts > 0, "0", "f");
	assert_int_equal(dispatch_resume(ex), TURN_WORK);
	dispatch_work(ex);
}

/* --- the form ------------------------------------------------------------- */

static void
the_form_carries_its_token_and_the_way_back(void **state)
{
	struct exchange *ex = *state;

	ex->method = GET;
	ex->path = "/inloggen";
	ex->query = "verder=%2Fcursus%2Fde-basis";
	assert_int_equal(dispatch_start(ex), TURN_ANSWER);
	assert_int_equal(ex->response.code, 200);
	assert_contains(ex->response.body,
	    arena_printf(ex->arena, "name=\"csrf\" value=\"%s\"", ex->csrf));
	assert_contains(
	    ex->response.body, "name=\"verder\" value=\"/cursus/de-basis\"");
	assert_lacks(ex->response.body, "Uitloggen");
}

static void
the_way_back_stays_on_this_site(void **state)
{
	static const char *const BAD[] = {"verder=https%3A%2F%2Fkwaad.example",
	    "verder=%2F%2Fkwaad.example", "verder=%2F%5Ckwaad.example",
	    "verder=", "verder=%2Fa&verder=%2Fb"};
	struct exchange *ex = *state;

	for (size_t i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++) {
		ex->response = (struct response){0};
		ex->method = GET;
		ex->path = "/inloggen";
		ex->query = BAD[i];
		assert_int_equal(dispatch_start(ex), TURN_ANSWER);
		assert_lacks(ex->response.body, "name=\"verder\"");
		assert_lacks(ex->response.body, "kwaad");
	}
}

static void
what_is_typed_wrong_is_named_and_kept(void **state)
{
	struct exchange *ex = *state;

	assert_int_equal(
	    log_in(ex, "&email=%3Cnoor%3E&wachtwoord=&verder=%2Faccount"),
	    TURN_ANSWER);
	assert_int_equal(ex->response.code, 422);
	assert_contains(ex->response.body, "value=\"&lt;noor&gt;\"");
	assert_contains(ex->response.body, "naam@gemeente.nl");
	assert_contains(ex->response.body, "Vul je wachtwoord in.");
	assert_contains(
	    ex->response.body, "name=\"verder\" value=\"/account\"");
	assert_int_equal(ex->batch->count, 0);
}

static void
a_missing_or_doubled_field_is_a_fault_beside_it(void **state)
{
	static const char *const BAD[] = {"&wachtwoord=x",
	    "&email=a%40b&email=c%40d&wachtwoord=x",
	    "&email=a%40b&wachtwoord=x&wachtwoord=y"};
	struct exchange *ex = *state;

	for (size_t i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++) {
		ex->response = (struct response){0};
		assert_int_equal(log_in(ex, BAD[i]), TURN_ANSWER);
		assert_int_equal(ex->response.code, 422);
		assert_contains(ex->response.body, "aria-invalid=\"true\"");
	}
}

/* Argon2 over a novel would be a way to keep us busy. */
static void
a_password_too_long_is_not_hashed(void **state)
{
	struct exchange *ex = *state;
	char *fields = arena_printf(
	    ex->arena, "&email=a%%40b&wachtwoord=%0*d", PASSWORD_MAX + 1, 0);

	assert_int_equal(log_in(ex, fields), TURN_ANSWER);
	assert_int_equal(ex->response.code, 422);
	assert_contains(ex->response.body, "te lang");
}

static void
a_password_is_never_sent_back(void **state)
{
	struct exchange *ex = *state;

	arrive_at_work(ex, "&email=a%40b&wachtwoord=verkeerd-woord", 1);
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	assert_lacks(ex->response.body, "verkeerd-woord");
}

/* --- the three steps ------------------------------------------------------ */

static void
the_right_password_starts_a_session(void **state)
{
	struct exchange *ex = *state;
	const struct batch_ask *ask;

	arrive_at_work(ex, GOOD_FIELDS, 1);
	assert_string_equal(
	    ex->batch->ask[0].values[0], "noor@gemeente.example"); /* trimmed */
	assert_int_equal(dispatch_resume(ex), TURN_ASK);
	ask = ask_of(ex, QUERY_SESSION_INSERT);
	assert_int_equal(ask->lengths[0], TOKEN_BYTES);
	assert_string_equal(ask->values[1], "7");
	reply_new_session(ex->batch);
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	assert_int_equal(ex->response.code, 303);
	assert_string_equal(header_of(ex, "location"), "/");
}

static void
the_cookie_holds_a_token_whose_hash_is_kept(void **state)
{
	struct exchange *ex = *state;
	const char *cookie;
	unsigned char of_cookie[TOKEN_BYTES];
	size_t prefix = strlen("__Host-sid="), len = TOKEN_TEXT_BYTES - 1;

	arrive_at_work(ex, GOOD_FIELDS, 1);
	assert_int_equal(dispatch_resume(ex), TURN_ASK);
	reply_new_session(ex->batch);
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	cookie = header_of(ex, "set-cookie");
	assert_memory_equal(cookie, "__Host-sid=", prefix);
	assert_true(token_is_wellformed(cookie + prefix, len));
	assert_string_equal(cookie + prefix + len,
	    "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=5184000");
	token_hash(of_cookie, arena_strndup(ex->arena, cookie + prefix, len));
	assert_memory_equal(ask_of(ex, QUERY_SESSION_INSERT)->values[0],
	    of_cookie, TOKEN_BYTES);
}

static void
after_logging_in_you_go_where_you_were_going(void **state)
{
	struct exchange *ex = *state;

	arrive_at_work(ex,
	    arena_printf(
		ex->arena, "%s&verder=%%2Fcursus%%2Fde-basis", GOOD_FIELDS),
	    1);
	assert_int_equal(dispatch_resume(ex), TURN_ASK);
	reply_new_session(ex->batch);
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	assert_string_equal(header_of(ex, "location"), "/cursus/de-basis");
}

/* The membership ended between the two questions. */
static void
without_a_session_row_nobody_is_logged_in(void **state)
{
	static const char *const COLUMNS[] = {"organisation_id", NULL};
	struct exchange *ex = *state;

	arrive_at_work(ex, GOOD_FIELDS, 1);
	assert_int_equal(dispatch_resume(ex), TURN_ASK);
	reply(ex->batch, QUERY_SESSION_INSERT, 0, COLUMNS, NULL);
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	assert_int_equal(ex->response.code, 422);
	assert_null(header_of(ex, "set-cookie"));
	assert_contains(ex->response.body, "Inloggen is niet gelukt");
}

static void
a_wrong_password_is_refused_with_the_address_kept(void **state)
{
	struct exchange *ex = *state;

	arrive_at_work(ex, "&email=noor%40x.nl&wachtwoord=verkeerd", 1);
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	assert_int_equal(ex->response.code, 422);
	assert_contains(ex->response.body, "value=\"noor@x.nl\"");
	assert_contains(ex->response.body, "horen niet bij elkaar");
	assert_null(header_of(ex, "set-cookie"));
}

/* Same turns, same page: nothing tells whether an account exists. */
static void
an_unknown_address_gets_the_very_same_answer(void **state)
{
	struct exchange *known = *state, *unknown = exchange_new(NULL);
	static const char FIELDS[] = "&email=noor%40x.nl&wachtwoord=verkeerd";

	arrive_at_work(known, FIELDS, 1);
	assert_int_equal(dispatch_resume(known), TURN_ANSWER);
	arrive_at_work(unknown, FIELDS, 0);
	assert_int_equal(dispatch_resume(unknown), TURN_ANSWER);
	assert_int_equal(unknown->response.code, known->response.code);
	assert_string_equal(unknown->response.body, known->response.body);
	assert_int_equal(
	    unknown->response.header_count, known->response.header_count);
	arena_free(unknown->arena);
}

/* Not even the password that would fit: there is no account. */
static void
an_unknown_address_is_never_logged_in(void **state)
{
	struct exchange *ex = *state;

	arrive_at_work(ex, GOOD_FIELDS, 0);
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	assert_int_equal(ex->response.code, 422);
	assert_null(header_of(ex, "set-cookie"));
}

/* --- slowing down who guesses --------------------------------------------- */

static void
a_try_that_comes_too_soon_says_how_long_to_wait(void **state)
{
	struct exchange *ex = *state;

	assert_int_equal(log_in(ex, GOOD_FIELDS), TURN_ASK);
	reply_try(ex->batch, true, "32", "f");
	/* No work: waiting costs no Argon2. */
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	assert_int_equal(ex->response.code, 429);
	assert_string_equal(header_of(ex, "retry-after"), "32");
	assert_contains(ex->response.body, "Wacht 32 seconden");
	assert_contains(ex->response.body, "value=\"noor@gemeente.example\"");
	assert_null(header_of(ex, "set-cookie"));
}

static void
an_unknown_address_waits_with_the_same_words(void **state)
{
	struct exchange *known = *state, *unknown = exchange_new(NULL);

	assert_int_equal(log_in(known, GOOD_FIELDS), TURN_ASK);
	reply_try(known->batch, true, "1", "f");
	assert_int_equal(dispatch_resume(known), TURN_ANSWER);
	assert_int_equal(log_in(unknown, GOOD_FIELDS), TURN_ASK);
	reply_try(unknown->batch, false, "1", "f");
	assert_int_equal(dispatch_resume(unknown), TURN_ANSWER);
	assert_string_equal(unknown->response.body, known->response.body);
	assert_int_equal(unknown->response.code, known->response.code);
	assert_contains(known->response.body, "Wacht 1 seconde en");
	arena_free(unknown->arena);
}

static const char *
value_asked(const struct exchange *ex, int i)
{
	return ask_of(ex, QUERY_LOGIN_TRY)->values[i];
}

static void
a_try_is_counted_by_the_address_that_nginx_gives(void **state)
{
	struct exchange *ex = *state;

	ex->address = "2001:db8:1:2:3:4:5:6";
	assert_int_equal(log_in(ex, GOOD_FIELDS), TURN_ASK);
	assert_string_equal(value_asked(ex, 0), "noor@gemeente.example");
	assert_string_equal(value_asked(ex, 1), "2001:db8:1:2::");
	assert_null(value_asked(ex, 2));
	assert_null(value_asked(ex, 3));
}

static void
a_browser_that_logged_in_before_shows_its_cookie(void **state)
{
	static const char MAC[] =
	    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
	struct exchange *ex = *state;
	char nonce[TOKEN_TEXT_BYTES];
	const char *cookies[3];

	token_new(nonce);
	cookies[0] = arena_printf(ex->arena, "%s.%s", nonce, MAC);
	cookies[1] = arena_printf(ex->arena, "%s.%.63sg", nonce, MAC);
	cookies[2] = arena_printf(ex->arena, "%s_%s", MAC, nonce);
	for (size_t i = 0; i < 3; i++) {
		const char *name = arena_printf(ex->arena,
		    "__Host-apparaat=%s; __Host-bezoeker", cookies[i]);

		ex->response = (struct response){0};
		assert_int_equal(send_form(ex, "/inloggen", name, GOOD_FIELDS),
		    TURN_ASK);
		if (i > 0) {
			assert_null(value_asked(ex, 2));
			continue;
		}
		assert_string_equal(value_asked(ex, 2), nonce);
		assert_string_equal(value_asked(ex, 3), MAC);
	}
}

static void
logging_in_makes_this_browser_known_and_settles_the_try(void **state)
{
	struct exchange *ex = *state;
	const char *device = NULL;

	arrive_at_work(ex, GOOD_FIELDS, 1);
	assert_int_equal(dispatch_resume(ex), TURN_ASK);
	assert_string_equal(
	    ask_of(ex, QUERY_LOGIN_SETTLE)->values[1], "{a,b,c}");
	reply_new_session(ex->batch);
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	for (int i = 0; i < ex->response.header_count; i++)
		if (strncmp(ex->response.header[i].value, "__Host-apparaat=",
			16) == 0)
			device = ex->response.header[i].value;
	assert_non_null(device);
	assert_memory_equal(device + 16,
	    ask_of(ex, QUERY_LOGIN_SETTLE)->values[2], TOKEN_TEXT_BYTES - 1);
	assert_contains(device, ".0123456789abcdef");
	assert_contains(device, "; Secure; HttpOnly; SameSite=Lax; Max-Age=");
}

static void
logging_in_again_ends_the_older_session_of_this_browser(void **state)
{
	struct exchange *ex = *state;
	char older[TOKEN_TEXT_BYTES];
	unsigned char hash_of[TOKEN_BYTES];
	const char *name;

	token_new(older);
	token_hash(hash_of, older);
	name = arena_printf(
	    ex->arena, "__Host-sid=%s; __Host-bezoeker", older);
	assert_int_equal(
	    send_form(ex, "/inloggen", name, GOOD_FIELDS), TURN_ASK);
	reply_try(ex->batch, true, "0", "f");
	assert_int_equal(dispatch_resume(ex), TURN_WORK);
	dispatch_work(ex);
	assert_int_equal(dispatch_resume(ex), TURN_ASK);
	assert_memory_equal(
	    ask_of(ex, QUERY_SESSION_DELETE)->values[0], hash_of, TOKEN_BYTES);
}

/* --- logging out ---------------------------------------------------------- */

static void
logging_out_ends_the_session_here_and_there(void **state)
{
	struct exchange *ex = *state;
	unsigned char of_token[TOKEN_BYTES];

	assert_int_equal(
	    send_form(ex, "/uitloggen", "__Host-sid", ""), TURN_ASK);
	token_hash(of_token, token);
	assert_memory_equal(
	    ask_of(ex, QUERY_SESSION_DELETE)->values[0], of_token, TOKEN_BYTES);
	reply_session(ex->batch, "1");
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	assert_int_equal(ex->response.code, 303);
	assert_string_equal(
	    header_of(ex, "location"), "/inloggen?uitgelogd=ja");
	assert_string_equal(header_of(ex, "set-cookie"),
	    "__Host-sid=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0");
	assert_string_equal(header_of(ex, "clear-site-data"), "\"cache\"");
}

static void
after_logging_out_the_form_says_goodbye(void **state)
{
	struct exchange *ex = *state;

	ex->method = GET;
	ex->path = "/inloggen";
	ex->query = "uitgelogd=ja";
	assert_int_equal(dispatch_start(ex), TURN_ANSWER);
	assert_contains(ex->response.body, "Je bent uitgelogd.");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    LOGIN_TEST(the_form_carries_its_token_and_the_way_back),
	    LOGIN_TEST(the_way_back_stays_on_this_site),
	    LOGIN_TEST(what_is_typed_wrong_is_named_and_kept),
	    LOGIN_TEST(a_missing_or_doubled_field_is_a_fault_beside_it),
	    LOGIN_TEST(a_password_too_long_is_not_hashed),
	    LOGIN_TEST(a_password_is_never_sent_back),
	    LOGIN_TEST(the_right_password_starts_a_session),
	    LOGIN_TEST(the_cookie_holds_a_token_whose_hash_is_kept),
	    LOGIN_TEST(after_logging_in_you_go_where_you_were_going),
	    LOGIN_TEST(without_a_session_row_nobody_is_logged_in),
	    LOGIN_TEST(a_wrong_password_is_refused_with_the_address_kept),
	    LOGIN_TEST(an_unknown_address_gets_the_very_same_answer),
	    LOGIN_TEST(an_unknown_address_is_never_logged_in),
	    LOGIN_TEST(a_try_that_comes_too_soon_says_how_long_to_wait),
	    LOGIN_TEST(an_unknown_address_waits_with_the_same_words),
	    LOGIN_TEST(a_try_is_counted_by_the_address_that_nginx_gives),
	    LOGIN_TEST(a_browser_that_logged_in_before_shows_its_cookie),
	    LOGIN_TEST(
		logging_in_makes_this_browser_known_and_settles_the_try),
	    LOGIN_TEST(
		logging_in_again_ends_the_older_session_of_this_browser),
	    LOGIN_TEST(logging_out_ends_the_session_here_and_there),
	    LOGIN_TEST(after_logging_out_the_form_says_goodbye),
	};

	if (!secret_start() || !password_hash(hash, PASSWORD))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
