/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * dispatch_test.c - the order of steps that no handler can skip.
 *
 * dispatch.c and route.c are compiled here once more, under other names and
 * on a table of our own: so it can hold a route that nobody may use, and
 * handlers that misbehave. The table of the site has route_test.c.
 */
#define dispatch_start own_dispatch_start
#define dispatch_resume own_dispatch_resume
#define dispatch_work own_dispatch_work
#define dispatch_refuse_work own_dispatch_refuse_work
#define exchange_new own_exchange_new
#define exchange_param own_exchange_param
#define route_match own_route_match
#define route_trips own_route_trips
#define ROUTES OWN_ROUTES
#define ROUTE_COUNT OWN_ROUTE_COUNT
#include "web/dispatch.c"
#include "web/route.c"

#include "check.h"
#include "dies.h"
#include "reply.h"

/* --- a table with handlers that count ------------------------------------- */

static struct calls {
	int ask, show, prepare, work, again;
} calls;

static void
page(struct exchange *ex, int code, const char *text)
{
	struct html h = html_new(ex->arena);

	html_text(&h, text);
	respond_page(ex, code, &h);
}

static void
ask_one(struct exchange *ex)
{
	calls.ask++;
	batch_add(ex->batch, QUERY_HEALTH);
}

static void
show_one(struct exchange *ex)
{
	calls.show++;
	page(ex, 200, "een pagina");
}

static void
show_parameters(struct exchange *ex)
{
	calls.show++;
	page(ex, 200,
	    arena_printf(ex->arena, "%s van %s", exchange_param(ex, "stap"),
		exchange_param(ex, "cursus")));
}

static void
show_session(struct exchange *ex)
{
	calls.show++;
	page(ex, 200,
	    arena_printf(ex->arena, "%s %lld %u", ex->session.name,
		(long long)ex->session.person_id, ex->session.roles));
}

static void
show_faulty_form(struct exchange *ex)
{
	calls.show++;
	page(ex, 422, "kijk na");
}

static void
show_nothing(struct exchange *ex)
{
	(void)ex;
	calls.show++;
}

static void
ask_and_answer(struct exchange *ex)
{
	calls.ask++;
	respond_redirect(ex, URL_LITERAL("/elders"));
}

static void
prepare(struct exchange *ex)
{
	static int work_data;

	calls.prepare++;
	ex->work_data = &work_data;
}

static void
work(void *data)
{
	calls.work++;
	*(int *)data = 5;
}

static void
ask_more(struct exchange *ex)
{
	calls.again++;
	assert_int_equal(*(int *)ex->work_data, 5);
	assert_true(is_asked(ex->earlier, QUERY_HEALTH));
	assert_false(is_asked(ex->batch, QUERY_HEALTH));
	batch_add(ex->batch, QUERY_SESSION_DELETE_EXPIRED);
}

const struct route OWN_ROUTES[] = {
    {.method = GET, .path = "/", .access = MEMBER, .show = show_one},
    {.method = GET, .path = "/vergeten", .ask = ask_one, .show = show_one},
    {.method = GET, .path = "/open", .access = ANYONE, .show = show_one},
    {.method = POST,
	.path = "/open",
	.access = ANYONE,
	.ask = ask_one,
	.show = show_one},
    {.method = GET, .path = "/mijn", .access = MEMBER, .show = show_session},
    {.method = POST,
	.path = "/mijn",
	.access = LEARNER,
	.ask = ask_one,
	.show = show_one},
    {.method = GET, .path = "/team", .access = COACH, .show = show_one},
    {.method = GET, .path = "/auteur", .access = AUTHOR, .show = show_one},
    {.method = GET, .path = "/beheer", .access = ADMIN, .show = show_one},
    {.method = GET,
	.path = "/:cursus/:stap/lang",
	.access = ANYONE,
	.show = show_one},
    {.method = GET,
	.path = "/:cursus/vast",
	.access = ANYONE,
	.show = show_one},
    {.method = GET,
	.path = "/cursus/:cursus/:stap",
	.access = ANYONE,
	.show = show_parameters},
    {.method = GET,
	.path = "/fout",
	.access = ANYONE,
	.show = show_faulty_form},
    {.method = GET, .path = "/stil", .access = ANYONE, .show = show_nothing},
    {.method = GET,
	.path = "/meteen",
	.access = MEMBER,
	.ask = ask_and_answer,
	.show = show_one},
    {.method = POST,
	.path = "/twee",
	.access = ANYONE,
	.ask = ask_one,
	.prepare_work = prepare,
	.work = work,
	.ask_again = ask_more,
	.show = show_one},
};
const size_t OWN_ROUTE_COUNT = sizeof(OWN_ROUTES) / sizeof(OWN_ROUTES[0]);

/* --- requests ------------------------------------------------------------- */

static char token[TOKEN_TEXT_BYTES];

static int
setup(void **state)
{
	calls = (struct calls){0};
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

#define DISPATCH_TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

static void
log_in(struct exchange *ex)
{
	ex->cookie = arena_printf(ex->arena, "__Host-sid=%s", token);
}

static enum turn
get(struct exchange *ex, const char *path)
{
	ex->method = GET;
	ex->path = path;
	return dispatch_start(ex);
}

/* A form with these fields and this form token. */
static enum turn
post(
    struct exchange *ex, const char *path, const char *before, const char *csrf)
{
	ex->method = POST;
	ex->path = path;
	ex->content_type = "application/x-www-form-urlencoded";
	ex->body = arena_printf(ex->arena, "%s&csrf=%s", before, csrf);
	ex->body_len = strlen(ex->body);
	return dispatch_start(ex);
}

static const char *
good_csrf(const struct exchange *ex)
{
	return token_for_forms(ex->arena, token);
}

static enum turn
answer_with(struct exchange *ex, const char *roles)
{
	reply_session(ex->batch, roles);
	return dispatch_resume(ex);
}

static const char *
header_of(const struct exchange *ex, const char *name)
{
	const char *value = NULL;

	for (int i = 0; i < ex->response.header_count; i++)
		if (strcmp(ex->response.header[i].name, name) == 0) {
			assert_null(value); /* never doubled */
			value = ex->response.header[i].value;
		}
	return value;
}

static void
assert_refused(const struct exchange *ex, int code)
{
	assert_int_equal(ex->response.code, code);
	assert_int_equal(calls.ask, 0);
	assert_int_equal(calls.show, 0);
	assert_null(ex->batch);
}

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
the_first_page_needs_no_way_back(void **state)
{
	struct exchange *ex = *state;

	assert_int_equal(get(ex, "/"), TURN_ANSWER);
	assert_string_equal(header_of(ex, "location"), "/inloggen");
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
	    ex->arena, "a=b;  __Host-sid=oud; __Host-sid=%s;c=d", token);
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

/* --- what the database says ----------------------------------------------- */

static void
what_the_database_says_becomes_a_page(void **state)
{
	static const struct {
		const char *sqlstate;
		int code;
		const char *title;
	} WANT[] = {{"LM403", 403, "Deze pagina is niet voor jou"},
	    {"LM404", 404, "Deze pagina is er niet"},
	    {"LM409", 409, "Ergens anders gewijzigd"},
	    {"LM410", 409, "Dit plan is al ingeleverd"},
	    {"40001", 409, "Ergens anders gewijzigd"},
	    {"57P01", 503, "Even geduld"}, {"57014", 503, "Even geduld"},
	    {"53300", 503, "Even geduld"}, {"08006", 503, "Even geduld"},
	    {"42501", 500, "Er ging iets mis"},
	    {"23505", 500, "Er ging iets mis"}, {"", 500, "Er ging iets mis"}};
	struct exchange *ex = *state;

	log_in(ex);
	for (size_t i = 0; i < sizeof(WANT) / sizeof(WANT[0]); i++) {
		ex->response = (struct response){0};
		assert_int_equal(get(ex, "/mijn"), TURN_ASK);
		batch_fail(ex->batch, WANT[i].sqlstate);
		assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
		assert_int_equal(ex->response.code, WANT[i].code);
		assert_contains(ex->response.body, WANT[i].title);
		assert_int_equal(
		    header_of(ex, "retry-after") != NULL, WANT[i].code == 503);
	}
	assert_int_equal(calls.show, 0);
}

static void
a_database_that_is_away_asks_for_patience(void **state)
{
	struct exchange *ex = *state;

	log_in(ex);
	assert_int_equal(get(ex, "/mijn"), TURN_ASK);
	ex->batch->status = ST_UNAVAILABLE;
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	assert_int_equal(ex->response.code, 503);
	assert_string_equal(header_of(ex, "retry-after"), "2");
	assert_contains(ex->response.body, "Even geduld");
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

/* --- the answer ----------------------------------------------------------- */

static const char *
etag_of_page(struct exchange *ex)
{
	ex->response = (struct response){0};
	assert_int_equal(get(ex, "/open"), TURN_ANSWER);
	return header_of(ex, "etag");
}

static void
a_page_that_did_not_change_is_not_sent_again(void **state)
{
	struct exchange *ex = *state;
	const char *tag = etag_of_page(ex);
	const char *const seen[] = {tag, arena_printf(ex->arena, "W/%s", tag),
	    arena_printf(ex->arena, "\"x\", W/%s", tag)};

	assert_non_null(tag);
	assert_string_equal(ex->response.body, "een pagina");
	for (size_t i = 0; i < sizeof(seen) / sizeof(seen[0]); i++) {
		ex->if_none_match = seen[i];
		assert_string_equal(etag_of_page(ex), tag);
		assert_int_equal(ex->response.code, 304);
		assert_int_equal(ex->response.body_len, 0);
	}
}

static void
a_page_that_changed_is_sent(void **state)
{
	struct exchange *ex = *state;

	ex->if_none_match = etag_of_page(ex);
	ex->response = (struct response){0};
	assert_int_equal(get(ex, "/cursus/a/b"), TURN_ANSWER);
	assert_int_equal(ex->response.code, 200);
	assert_string_not_equal(header_of(ex, "etag"), ex->if_none_match);
}

static void
only_a_whole_page_that_went_well_has_a_tag(void **state)
{
	struct exchange *ex = *state;

	assert_int_equal(get(ex, "/fout"), TURN_ANSWER);
	assert_int_equal(ex->response.code, 422);
	assert_null(header_of(ex, "etag"));
	ex->part = "ja";
	assert_null(etag_of_page(ex));
}

static void
every_answer_is_private(void **state)
{
	static const char *const PATHS[] = {
	    "/open", "/fout", "/weg", "/mijn", "/vergeten", "/stil", "/twee"};
	struct exchange *ex = *state;

	for (size_t i = 0; i < sizeof(PATHS) / sizeof(PATHS[0]); i++) {
		ex->response = (struct response){0};
		assert_int_equal(get(ex, PATHS[i]), TURN_ANSWER);
		assert_string_equal(
		    header_of(ex, "cache-control"), "private, no-cache");
	}
}

static void
split_a_header(void *arg)
{
	respond_header(arg, "location", "/x\r\nset-cookie: a=b");
}

static void
a_header_cannot_be_split(void **state)
{
	assert_aborts(split_a_header, *state);
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
	    DISPATCH_TEST(the_first_page_needs_no_way_back),
	    DISPATCH_TEST(without_a_session_a_form_is_401),
	    DISPATCH_TEST(without_a_session_a_script_gets_json),
	    DISPATCH_TEST(what_is_no_token_is_no_session),
	    DISPATCH_TEST(the_session_cookie_is_found_among_others),
	    DISPATCH_TEST(the_first_statement_asks_for_session_and_role),
	    DISPATCH_TEST(the_handler_sees_who_asks),
	    DISPATCH_TEST(a_session_that_is_over_leads_to_the_log_in_form),
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
	    DISPATCH_TEST(a_visitors_token_fits_the_forms_for_anyone),
	    DISPATCH_TEST(a_visitors_form_without_cookie_is_refused),
	    DISPATCH_TEST(a_session_is_no_visitor),
	    DISPATCH_TEST(what_the_database_says_becomes_a_page),
	    DISPATCH_TEST(a_database_that_is_away_asks_for_patience),
	    DISPATCH_TEST(an_answer_before_asking_asks_nothing),
	    DISPATCH_TEST(a_handler_that_does_not_answer_is_our_fault),
	    DISPATCH_TEST(work_stands_between_two_questions),
	    DISPATCH_TEST(the_second_question_can_fail_as_well),
	    DISPATCH_TEST(work_that_finds_no_place_is_refused_politely),
	    DISPATCH_TEST(a_page_that_did_not_change_is_not_sent_again),
	    DISPATCH_TEST(a_page_that_changed_is_sent),
	    DISPATCH_TEST(only_a_whole_page_that_went_well_has_a_tag),
	    DISPATCH_TEST(every_answer_is_private),
	    DISPATCH_TEST(a_header_cannot_be_split),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
