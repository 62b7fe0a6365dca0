/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * accessibility_test.c - the accessibility statement: its status follows from
 * what whoever runs the site filled in.
 */
#include "check.h"
#include "learning.h"

/* LEARNING_NOW_S is a day in November 2026. */
static const char *
statement_of(const struct site *site)
{
	struct exchange *ex = learner_asks("/toegankelijkheid", NULL);

	ex->site = site;
	assert_int_equal(dispatch_start(ex), TURN_ANSWER);
	assert_int_equal(ex->response.code, 200);
	return main_of(ex->arena, ex->response.body);
}

static void
nothing_filled_in_says_so_and_claims_nothing(void **unused)
{
	const char *page = statement_of(NULL);

	(void)unused;
	assert_contains(page, "heeft haar naam hier nog niet ingevuld");
	assert_contains(page, "<strong>D – voldoet niet.</strong>");
	assert_contains(page, "nog geen adres ingevuld");
	assert_null(strstr(page, "mailto:"));
}

static void
who_runs_the_site_is_named_with_an_address(void **unused)
{
	static const struct site MAIL = { "Gemeente <Y>", "a@y.example", NULL },
				 FORM = { "Y", "https://y.example/m", NULL };
	const char *page = statement_of(&MAIL);

	(void)unused;
	assert_contains(page, "Gemeente &lt;Y&gt; wil dat iedereen");
	assert_contains(page, "href=\"mailto:a@y.example\">a@y.example</a>");
	assert_null(strstr(page, "nog niet ingevuld"));
	assert_contains(statement_of(&FORM), "href=\"https://y.example/m\"");
}

/* The rule of digitoegankelijk.nl: planned within six months. */
static void
an_audit_that_is_near_gives_status_c(void **unused)
{
	static const struct site NEAR = { "Y", NULL, "2027-03-01" },
				 FAR = { "Y", NULL, "2027-09-01" },
				 PAST = { "Y", NULL, "2026-11-01" },
				 ODD = { "Y", NULL, "binnenkort" };
	const char *page = statement_of(&NEAR);

	(void)unused;
	assert_contains(page, "<strong>C – eerste maatregelen genomen.");
	assert_contains(page, "gepland op 1 maart 2027");
	assert_contains(statement_of(&FAR), "<strong>D – voldoet niet.");
	assert_contains(statement_of(&PAST), "<strong>D – voldoet niet.");
	assert_contains(statement_of(&ODD), "<strong>D – voldoet niet.");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		LEARNING_TEST(nothing_filled_in_says_so_and_claims_nothing),
		LEARNING_TEST(who_runs_the_site_is_named_with_an_address),
		LEARNING_TEST(an_audit_that_is_near_gives_status_c),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
