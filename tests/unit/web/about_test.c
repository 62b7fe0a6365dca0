/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * about_test.c - security.txt: a contact that is sound or none, and a date
 * that has not passed, whenever it is asked for.
 */
#include "check.h"

#include "web/about.h"
#include "web/dispatch.h"

#include <string.h>
#include <time.h>

#define CONTACT "mailto:lek@voorbeeld.nl"

static struct exchange *
asked_at(int64_t now_s, const char *contact)
{
	struct exchange *ex = exchange_new(NULL);

	ex->method = GET;
	ex->path = "/.well-known/security.txt";
	ex->contact = contact;
	ex->now_s = now_s;
	assert_int_equal(dispatch_start(ex), TURN_ANSWER);
	return ex;
}

static void
it_expires_between_a_month_and_a_year_from_now(void **state)
{
	static const int64_t MOMENTS[] = {
	    0, 1795438980, 1795478399, 1795478400, 1900000000, 4102444799};

	(void)state;
	for (size_t i = 0; i < sizeof(MOMENTS) / sizeof(*MOMENTS); i++) {
		struct exchange *ex = asked_at(MOMENTS[i], CONTACT);
		const char *at = strstr(ex->response.body, "\nExpires: ");
		struct tm tm = {0};
		int64_t left_s;

		assert_int_equal(ex->response.code, 200);
		assert_non_null(at);
		assert_string_equal(strptime(at, "\nExpires: %Y-%m-%dT%TZ", &tm),
		    "\nPreferred-Languages: nl, en\n");
		left_s = (int64_t)timegm(&tm) - MOMENTS[i];
		assert_in_range(left_s, 30 * 24 * 3600, 365 * 24 * 3600);
		arena_free(ex->arena);
	}
}

static void
it_names_the_contact_and_sets_no_cookie(void **state)
{
	struct exchange *ex = asked_at(1795438980, CONTACT);

	(void)state;
	assert_int_equal(
	    strncmp(ex->response.body, "Contact: " CONTACT "\n", 33), 0);
	assert_string_equal(ex->response.type, "text/plain; charset=utf-8");
	for (int i = 0; i < ex->response.header_count; i++)
		assert_string_not_equal(
		    ex->response.header[i].name, "set-cookie");
	arena_free(ex->arena);
}

static void
without_a_contact_it_is_not_there(void **state)
{
	struct exchange *ex = asked_at(1795438980, NULL);

	(void)state;
	assert_int_equal(ex->response.code, 404);
	assert_null(strstr(ex->response.body, "Contact:"));
	arena_free(ex->arena);
}

static void
a_contact_is_a_uri_on_one_line(void **state)
{
	static const char *const GOOD[] = {
	    CONTACT, "https://voorbeeld.nl/lek", "tel:+31-30-1234567"};
	static const char *const BAD[] = {"", "lek@voorbeeld.nl", "mailto:",
	    "http://voorbeeld.nl", "mailto:a@b.nl\nExpires: nooit",
	    "mailto:a b@c.nl", "https://voorbeeld.nl/\x7f", "mailto:\xc3\xa9"};

	(void)state;
	for (size_t i = 0; i < sizeof(GOOD) / sizeof(*GOOD); i++)
		assert_true(security_contact_is_sound(GOOD[i]));
	for (size_t i = 0; i < sizeof(BAD) / sizeof(*BAD); i++)
		assert_false(security_contact_is_sound(BAD[i]));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(it_expires_between_a_month_and_a_year_from_now),
	    cmocka_unit_test(it_names_the_contact_and_sets_no_cookie),
	    cmocka_unit_test(without_a_contact_it_is_not_there),
	    cmocka_unit_test(a_contact_is_a_uri_on_one_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
