/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * route_test.c - the table of addresses, and how a path finds its row.
 */
#include "web/routes.h"

#include "check.h"

static size_t
count_params(const struct route *route)
{
	size_t n = 0;

	for (const char *p = route->path; *p != '\0'; p++)
		n += *p == ':';
	return n;
}

/* The route's path with p1, p2, … for its parameters. */
static char *
path_of(struct arena *a, const struct route *route)
{
	const char *in = route->path;
	char *out = arena_alloc(a, strlen(in) + 8 * count_params(route) + 1);
	char *at = out;
	int n = 0;

	while (*in != '\0') {
		if (*in != ':') {
			*at++ = *in++;
			continue;
		}
		in += strcspn(in, "/");
		*at++ = 'p';
		*at++ = (char)('1' + n++);
	}
	*at = '\0';
	return out;
}

/* --- the table ------------------------------------------------------------ */

static void
every_route_says_who_may_use_it(void **state)
{
	(void)state;
	assert_true(ROUTE_COUNT > 5);
	for (size_t i = 0; i < ROUTE_COUNT; i++)
		if (ROUTES[i].access == ACCESS_UNSET)
			fail_msg("%s", ROUTES[i].path);
}

/* What anyone may do is a short list that is changed on purpose. */
static void
only_these_routes_are_for_anyone(void **state)
{
	static const char *const OPEN[] = {"/inloggen", "/rondleiding", "/over",
	    "/gezondheid", "/toegankelijkheid", "/.well-known/security.txt"};

	(void)state;
	for (size_t i = 0; i < ROUTE_COUNT; i++) {
		bool is_open = false;

		for (size_t o = 0; o < sizeof(OPEN) / sizeof(OPEN[0]); o++)
			is_open |= strcmp(ROUTES[i].path, OPEN[o]) == 0;
		if (is_open != (ROUTES[i].access == ANYONE))
			fail_msg("%s", ROUTES[i].path);
	}
}

static void
everything_about_a_team_is_for_coaches(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROUTE_COUNT; i++)
		if (strncmp(ROUTES[i].path, "/team", 5) == 0)
			assert_int_equal(ROUTES[i].access, COACH);
}

/* What a log-in form carries must hold no password, and log nobody out. */
static void
what_is_done_to_an_account_is_never_carried(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROUTE_COUNT; i++) {
		const struct route *r = &ROUTES[i];
		bool is_about_account = strncmp(r->path, "/account", 8) == 0 ||
					strcmp(r->path, "/uitloggen") == 0;

		if (r->method == POST && r->access != ANYONE &&
		    r->is_about_account != is_about_account)
			fail_msg("%s", r->path);
		if (r->work != NULL && r->access != ANYONE)
			assert_true(r->is_about_account);
	}
}

static void
every_route_has_a_verb_and_an_answer(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROUTE_COUNT; i++) {
		assert_true(
		    ROUTES[i].method == GET || ROUTES[i].method == POST);
		if (ROUTES[i].show == NULL)
			fail_msg("%s", ROUTES[i].path);
	}
}

static void
work_is_prepared_where_it_is_done(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROUTE_COUNT; i++) {
		const struct route *r = &ROUTES[i];

		if ((r->prepare_work == NULL) != (r->work == NULL))
			fail_msg("%s", r->path);
	}
}

static void
every_path_is_wellformed(void **state)
{
	static const char CHARS[] = "abcdefghijklmnopqrstuvwxyz0123456789-";

	(void)state;
	for (size_t i = 0; i < ROUTE_COUNT; i++) {
		const char *at = ROUTES[i].path;

		/* A name that a standard gives (RFC 8615) is its own. */
		if (strcmp(at, "/") == 0 ||
		    strncmp(at, "/.well-known/", 13) == 0)
			continue;
		assert_true(count_params(&ROUTES[i]) <= ROUTE_PARAMS_MAX);
		while (*at != '\0') {
			if (*at++ != '/')
				fail_msg("%s", ROUTES[i].path);
			at += *at == ':';
			if (strspn(at, CHARS) == 0)
				fail_msg("%s", ROUTES[i].path);
			at += strspn(at, CHARS);
		}
	}
}

/* exchange_param finds them by name. */
static void
parameters_of_a_route_differ_in_name(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROUTE_COUNT; i++) {
		const char *one = ROUTES[i].path;

		while ((one = strchr(one, ':')) != NULL) {
			size_t n = strcspn(++one, "/");
			const char *two = one;

			while ((two = strchr(two, ':')) != NULL) {
				two++;
				if (strcspn(two, "/") == n &&
				    memcmp(one, two, n) == 0)
					fail_msg("%s", ROUTES[i].path);
			}
		}
	}
}

/* Also proves that no two routes are equal: the second would be hidden. */
static void
every_route_is_reached_by_its_own_path(void **state)
{
	for (size_t i = 0; i < ROUTE_COUNT; i++) {
		const char *params[ROUTE_PARAMS_MAX] = {0};
		const struct route *found = NULL;
		const char *path = path_of(*state, &ROUTES[i]);
		size_t n = count_params(&ROUTES[i]);

		assert_int_equal(
		    route_match(&found, params, *state, ROUTES[i].method, path),
		    ST_OK);
		if (found != &ROUTES[i])
			fail_msg("%s leads to %s", path, found->path);
		for (size_t p = 0; p < n; p++)
			assert_string_equal(
			    params[p], arena_printf(*state, "p%zu", p + 1));
	}
}

static void
a_route_uses_one_round_trip_unless_it_says_so(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROUTE_COUNT; i++) {
		const struct route *r = &ROUTES[i];
		int trips = route_trips(r);

		if (r->ask_again != NULL)
			assert_int_equal(trips, 2);
		else if (r->access != ANYONE || r->ask != NULL)
			assert_int_equal(trips, 1);
		else
			assert_int_equal(trips, 0);
		/* A password is checked, a plan judged, between two trips. */
		if (trips == 2 && r->work == NULL)
			assert_contains(r->path, "/plan/inleveren");
	}
}

/* --- matching ------------------------------------------------------------- */

static enum status
match(
    struct arena *a, enum method method, const char *path, const char **params)
{
	const struct route *found = NULL;
	enum status status = route_match(&found, params, a, method, path);

	assert_true((found != NULL) == (status == ST_OK));
	return status;
}

static void
parameters_are_decoded(void **state)
{
	const char *params[ROUTE_PARAMS_MAX] = {0};

	assert_int_equal(
	    match(*state, GET, "/cursus/de%20basis%21/%C3%A9%c3%a9n", params),
	    ST_OK);
	assert_string_equal(params[0], "de basis!");
	assert_string_equal(params[1], "één");
}

static void
a_route_gets_its_own_parameters_only(void **state)
{
	const char *params[ROUTE_PARAMS_MAX] = {0};

	assert_int_equal(match(*state, GET, "/cursus/x/y", params), ST_OK);
	assert_string_equal(params[1], "y");
	for (size_t i = 2; i < ROUTE_PARAMS_MAX; i++)
		assert_null(params[i]);
	memset(params, 0, sizeof(params));
	assert_int_equal(match(*state, GET, "/", params), ST_OK);
	for (size_t i = 0; i < ROUTE_PARAMS_MAX; i++)
		assert_null(params[i]);
}

static void
an_encoded_slash_is_no_separator(void **state)
{
	const char *params[ROUTE_PARAMS_MAX] = {0};

	assert_int_equal(
	    match(*state, GET, "/cursus%2Fde-basis", params), ST_NOT_FOUND);
	assert_int_equal(
	    match(*state, GET, "/cursus/a%2Fb", params), ST_INVALID);
}

static void
a_malformed_parameter_is_refused(void **state)
{
	static const char *const BAD[] = {"/cursus/%", "/cursus/%zz",
	    "/cursus/%00", "/cursus/%ff", "/cursus/a%0d%0ab"};
	const char *params[ROUTE_PARAMS_MAX] = {0};

	for (size_t i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++)
		assert_int_equal(
		    match(*state, GET, BAD[i], params), ST_INVALID);
}

static void
other_paths_are_not_found(void **state)
{
	static const char *const NONE[] = {"", "account", "/account/",
	    "//account", "/Account", "/accounts", "/accoun", "/account/x/y",
	    "/cursus/", "/cursus//antwoord", "*", "/./account", "/over?x=y",
	    "http://x/over"};
	const char *params[ROUTE_PARAMS_MAX] = {0};

	for (size_t i = 0; i < sizeof(NONE) / sizeof(NONE[0]); i++)
		assert_int_equal(
		    match(*state, GET, NONE[i], params), ST_NOT_FOUND);
}

static void
a_known_path_with_another_verb_is_told_apart(void **state)
{
	const char *params[ROUTE_PARAMS_MAX] = {0};

	assert_int_equal(
	    match(*state, GET, "/uitloggen", params), ST_WRONG_VERB);
	assert_int_equal(
	    match(*state, POST, "/account", params), ST_WRONG_VERB);
	assert_int_equal(
	    match(*state, METHOD_OTHER, "/over", params), ST_WRONG_VERB);
	assert_int_equal(
	    match(*state, METHOD_OTHER, "/weg", params), ST_NOT_FOUND);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_route_says_who_may_use_it),
	    cmocka_unit_test(only_these_routes_are_for_anyone),
	    cmocka_unit_test(everything_about_a_team_is_for_coaches),
	    cmocka_unit_test(what_is_done_to_an_account_is_never_carried),
	    cmocka_unit_test(every_route_has_a_verb_and_an_answer),
	    cmocka_unit_test(work_is_prepared_where_it_is_done),
	    cmocka_unit_test(every_path_is_wellformed),
	    cmocka_unit_test(parameters_of_a_route_differ_in_name),
	    ARENA_TEST(every_route_is_reached_by_its_own_path),
	    cmocka_unit_test(a_route_uses_one_round_trip_unless_it_says_so),
	    ARENA_TEST(parameters_are_decoded),
	    ARENA_TEST(a_route_gets_its_own_parameters_only),
	    ARENA_TEST(an_encoded_slash_is_no_separator),
	    ARENA_TEST(a_malformed_parameter_is_refused),
	    ARENA_TEST(other_paths_are_not_found),
	    ARENA_TEST(a_known_path_with_another_verb_is_told_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
