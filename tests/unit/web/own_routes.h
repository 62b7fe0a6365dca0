/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_TESTS_UNIT_WEB_OWN_ROUTES_H
#define LMS_TESTS_UNIT_WEB_OWN_ROUTES_H
/*
 * dispatch.c, header.c and route.c, compiled once more, under other names and on a
 * table of our own: so it can hold a route that nobody may use, and handlers
 * that misbehave. The table of the site has route_test.c.
 */
#define dispatch_start own_dispatch_start
#define dispatch_resume own_dispatch_resume
#define dispatch_work own_dispatch_work
#define dispatch_refuse_work own_dispatch_refuse_work
#define exchange_new own_exchange_new
#define exchange_param own_exchange_param
#define header_add_etag own_header_add_etag
#define header_add_verbs own_header_add_verbs
#define route_match own_route_match
#define route_trips own_route_trips
#define ROUTES OWN_ROUTES
#define ROUTE_COUNT OWN_ROUTE_COUNT
#include "web/cookie.h"
#include "web/dispatch.c"
#include "web/header.c"
#include "web/route.c"

#include "check.h"
#include "dies.h"
#include "reply.h"

/* --- a table with handlers that count ------------------------------------- */

static struct calls {
	int ask, show, prepare, work, again;
} calls;

static inline void
page(struct exchange *ex, int code, const char *text)
{
	struct html h = html_new(ex->arena);

	html_text(&h, text);
	respond_page(ex, code, &h);
}

static inline void
ask_one(struct exchange *ex)
{
	calls.ask++;
	batch_add(ex->batch, QUERY_HEALTH);
}

static inline void
show_one(struct exchange *ex)
{
	calls.show++;
	page(ex, 200, "een pagina");
}

static inline void
show_parameters(struct exchange *ex)
{
	calls.show++;
	page(ex, 200,
	    arena_printf(ex->arena, "%s van %s", exchange_param(ex, "stap"),
		exchange_param(ex, "cursus")));
}

static inline void
show_session(struct exchange *ex)
{
	calls.show++;
	page(ex, 200,
	    arena_printf(ex->arena, "%s %lld %u", ex->session.name,
		(long long)ex->session.person_id, ex->session.roles));
}

static inline void
show_faulty_form(struct exchange *ex)
{
	calls.show++;
	page(ex, 422, "kijk na");
}

static inline void
show_nothing(struct exchange *ex)
{
	(void)ex;
	calls.show++;
}

static inline void
ask_and_answer(struct exchange *ex)
{
	calls.ask++;
	respond_redirect(ex, URL_LITERAL("/elders"));
}

static inline void
prepare(struct exchange *ex)
{
	static int work_data;

	calls.prepare++;
	ex->work_data = &work_data;
}

static inline void
work(void *data)
{
	calls.work++;
	*(int *)data = 5;
}

static inline void
ask_more(struct exchange *ex)
{
	calls.again++;
	assert_int_equal(*(int *)ex->work_data, 5);
	assert_true(is_asked(ex->earlier, QUERY_HEALTH));
	assert_false(is_asked(ex->batch, QUERY_HEALTH));
	batch_add(ex->batch, QUERY_SESSION_DELETE_EXPIRED);
}

static inline void
show_form(struct exchange *ex)
{
	calls.show++;
	page(ex, 200, ex->csrf);
}

static inline void
greet_visitor(struct exchange *ex)
{
	page(ex, 200, "welkom, bezoeker");
}

const struct route OWN_ROUTES[] = {
    {.method = GET,
	.path = "/",
	.access = MEMBER,
	.show = show_one,
	.greet = greet_visitor},
    {.method = GET, .path = "/vergeten", .ask = ask_one, .show = show_one},
    {.method = GET, .path = "/open", .access = ANYONE, .show = show_form},
    {.method = GET, .path = "/lees", .access = ANYONE, .show = show_one},
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

static inline int
setup(void **state)
{
	calls = (struct calls){0};
	token_new(token);
	*state = exchange_new(NULL);
	return 0;
}

static inline int
teardown(void **state)
{
	const struct exchange *ex = *state;

	arena_free(ex->arena);
	return 0;
}

#define DISPATCH_TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

static inline void
log_in(struct exchange *ex)
{
	ex->cookie = arena_printf(ex->arena, "__Host-sid=%s", token);
}

static inline enum turn
get(struct exchange *ex, const char *path)
{
	ex->method = GET;
	ex->path = path;
	return dispatch_start(ex);
}

/* A form with these fields and this form token. */
static inline enum turn
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

static inline const char *
good_csrf(const struct exchange *ex)
{
	return token_for_forms(ex->arena, token);
}

static inline enum turn
answer_with(struct exchange *ex, const char *roles)
{
	reply_session(ex->batch, roles);
	return dispatch_resume(ex);
}

static inline const char *
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

static inline void
assert_refused(const struct exchange *ex, int code)
{
	assert_int_equal(ex->response.code, code);
	assert_int_equal(calls.ask, 0);
	assert_int_equal(calls.show, 0);
	assert_null(ex->batch);
}

#endif
