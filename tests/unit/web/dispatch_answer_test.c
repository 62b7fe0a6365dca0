/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * dispatch_answer_test.c - what the database says becomes a page; what did
 * not change is not sent again.
 */
#include "own_routes.h"

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
	    {"25006", 503, "Even geduld"}, {"LM503", 503, "Even geduld"}, {"58030", 503, "Even geduld"},
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

/* --- the answer ----------------------------------------------------------- */

static const char *
etag_of_page(struct exchange *ex)
{
	ex->response = (struct response){0};
	assert_int_equal(get(ex, "/lees"), TURN_ANSWER);
	return header_of(ex, "etag");
}

static void
a_page_that_did_not_change_is_not_sent_again(void **state)
{
	struct exchange *ex = *state;
	const char *tag = etag_of_page(ex);
	const char *const seen[] = {tag,
	    arena_printf(ex->arena, "\"x\", %s", tag),
	    arena_printf(ex->arena, "%s,W/\"y\"", tag)};

	assert_non_null(tag);
	assert_memory_equal(tag, "W/\"", 3); /* compressed or not */
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
a_cookie_is_found_by_its_whole_name(void **state)
{
	struct exchange *ex = *state;
	size_t len = 0;

	ex->cookie = "ab=1; b=twee=2;c=; =leeg;d";
	assert_memory_equal(exchange_cookie(ex, "b", &len), "twee=2", 6);
	assert_int_equal(len, 6);
	assert_non_null(exchange_cookie(ex, "c", &len));
	assert_int_equal(len, 0);
	assert_null(exchange_cookie(ex, "a", &len));
	assert_null(exchange_cookie(ex, "d", &len));
	ex->cookie = NULL;
	assert_null(exchange_cookie(ex, "b", &len));
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
	    DISPATCH_TEST(what_the_database_says_becomes_a_page),
	    DISPATCH_TEST(a_database_that_is_away_asks_for_patience),
	    DISPATCH_TEST(a_page_that_did_not_change_is_not_sent_again),
	    DISPATCH_TEST(a_page_that_changed_is_sent),
	    DISPATCH_TEST(only_a_whole_page_that_went_well_has_a_tag),
	    DISPATCH_TEST(every_answer_is_private),
	    DISPATCH_TEST(a_cookie_is_found_by_its_whole_name),
	    DISPATCH_TEST(a_header_cannot_be_split),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
