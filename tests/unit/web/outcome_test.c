/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * outcome_test.c - what a coach and an administrator read of the plans that
 * were handed in, from the rows of the database.
 */
#include "check.h"
#include "golden.h"
#include "learning.h"
#include "practice.h"

#include <stdlib.h>
#include <time.h>

static const char *const TEAMS[] = {"id", "name", NULL};
static const char *const TEAM_ROWS[] = {"1", "Noord & <co>", "2", "Zuid"};
static const char *const COLUMNS[] = {"person_id", "person", "course", "casus",
    "number", "kans_dreigend", "slaagkans", "horizon_jaren", "disconto_pct",
    "handed_in_s", "texts", "articles", "argued_count", "lines", "team_count",
    "team", NULL};
enum { COLUMN_COUNT = 16, PLANS_MAX = 1200 };

#define TUESDAY "1794920580"
#define MONTHS(id, scenario, code, wet, betaler, rol, cents) \
	id "\037" scenario "\037HH\037" code "\037wonen\037" wet "\037" \
	   "dienst\037" rol "\037" betaler "\037" cents "\037maand\0372026" \
	   "\037published\037variabel\037" "1\037maand\037" "12\037maand" \
	   "\037" "1\037\037"
#define HUIDIG MONTHS("h1", "huidig", "HULP", "Wmo 2015", "gemeente", \
    "lopend", "10000")
#define DREIGEND MONTHS("d1", "dreigend", "ONTR", "BW boek 7", \
    "corporatie", "lopend", "50000")
#define DOORBRAAK MONTHS("b1", "doorbraak", "HULP", "Wmo 2015", "gemeente", \
    "lopend", "4000")
#define OTHER MONTHS("b2", "doorbraak", "ANDERS", "Jeugdwet", "rijk", \
    "interventie", "4000")
#define RS "\036"

/* Of everything one: complete, without a running line, without a threat. */
#define COMPLETE \
	"wens betrokkenheid zelf legitimiteit rendement kans_uitleg weging"
static const char *const ROWS[] = {
    "12", "Bea", "de-basis", "ontruiming", "2", "0.35", NULL, "1", "0",
    TUESDAY, COMPLETE " perspectief", "PW-49-b WMO-2.3.5", "2",
    HUIDIG RS DREIGEND RS DOORBRAAK, "0", NULL, /* */
    "11", "Ali <b>", "de-basis", "ontruiming", "1", "0.5", NULL, "1", "0",
    TUESDAY, COMPLETE, "PW-49-b", "0", HUIDIG RS DREIGEND RS OTHER, "0",
    NULL, /* */
    "13", "Cem", "de-basis", "ontruiming", "1", NULL, NULL, "1", "0", TUESDAY,
    "wens betrokkenheid", "PW-49-b", "1", HUIDIG RS DOORBRAAK, "0", NULL};

static struct exchange *
answered(struct exchange *ex, const char *roles)
{
	reply_session(ex->batch, roles);
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	return ex;
}

static struct exchange *
coach_gets(const char *path, int teams, int plans, const char *const *rows)
{
	struct exchange *ex = practice_asks(path, NULL);

	assert_int_equal(dispatch_start(ex), TURN_ASK);
	reply(ex->batch, QUERY_OUTCOME_TEAMS, teams, TEAMS, TEAM_ROWS);
	reply(ex->batch, QUERY_OUTCOME_PLANS, plans, COLUMNS, rows);
	return answered(ex, "2");
}

static struct exchange *
admin_gets(int plans, const char *const *rows)
{
	struct exchange *ex =
	    practice_asks("/beheer/uitkomsten", NULL);

	assert_int_equal(dispatch_start(ex), TURN_ASK);
	reply(ex->batch, QUERY_OUTCOME_PLANS, plans, COLUMNS, rows);
	return answered(ex, "8");
}

/* --- the coach ------------------------------------------------------------ */

static void
a_coach_sees_what_the_plans_show_together(void **state)
{
	struct exchange *ex = coach_gets("/team/uitkomsten", 2, 3, ROWS);
	const char *page = main_of(ex->arena, ex->response.body);

	(void)state;
	assert_int_equal(ex->response.code, 200);
	golden_check("uitkomsten.bezig", page);
	assert_contains(page, "In 1 van de 3 plannen ontbreekt een lopende "
			      "regel zonder reden (W1).");
	/* 3 x 1.200 now; 480 each in the plan, and 480 at Ali's for others. */
	assert_contains(page, "kosten deze 3 plannen samen €\u00a02.160 "
			      "minder dan wat er nu loopt.");
	assert_contains(page, "€\u00a0720 minder per plan (3 plannen).");
	/* Cem says nothing of the threat. */
	assert_contains(page, "per plan (2 plannen).");
	assert_contains(page, "href=\"/team/12/de-basis/ontruiming/2\"");
	assert_contains(page, "Ali &lt;b&gt;");
	assert_contains(page, "verzonnen");
}

static void
a_number_leads_to_the_plans_behind_it(void **state)
{
	static const struct {
		const char *query, *there, *not_there;
	} CASES[] = {{"signaal=W1", "/team/11/", "/team/12/"},
	    {"wet=Jeugdwet", "/team/11/", "/team/12/"},
	    {"betaler=corporatie", "/team/12/", "/team/13/"},
	    {"artikel=WMO-2.3.5", "/team/12/", "/team/11/"},
	    {"zonder=dreigend", "/team/13/", "/team/12/"},
	    {"zonder=kans", "/team/13/", "/team/12/"},
	    {"zonder=argument", "/team/11/", "/team/12/"},
	    {"zonder=perspectief", "/team/11/", "/team/12/"},
	    {"met=perspectief", "/team/12/", "/team/11/"}};
	const char *page = coach_gets("/team/uitkomsten?team=2", 2, 3, ROWS)
			       ->response.body;

	(void)state;
	assert_contains(
	    page, "href=\"/team/uitkomsten?team=2&amp;signaal=W1#plannen\"");
	for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
		char path[128];

		snprintf(path, sizeof(path), "/team/uitkomsten?%s",
		    CASES[i].query);
		page = coach_gets(path, 2, 3, ROWS)->response.body;
		assert_contains(page, CASES[i].there);
		assert_lacks(page, CASES[i].not_there);
		assert_contains(page, "Toon alle plannen");
		/* The numbers stay those of all plans. */
		assert_contains(page, "van de 3 plannen");
	}
}

static void
words_of_others_in_the_address_are_escaped(void **state)
{
	const char *page =
	    coach_gets("/team/uitkomsten?wet=%3Cscript%3E", 1, 3, ROWS)
		->response.body;

	(void)state;
	assert_contains(page, "regels voor &lt;script&gt;");
	assert_contains(page, "Er zijn geen plannen achter dit getal.");
	assert_lacks(page, "<script>");
}

static void
other_numbers_of_years_stand_apart(void **state)
{
	const char *rows[3 * COLUMN_COUNT];
	const char *page;

	(void)state;
	memcpy(rows, ROWS, sizeof(rows));
	rows[7] = "3";
	page = coach_gets("/team/uitkomsten", 1, 3, rows)->response.body;
	assert_contains(page, "Plannen over één jaar");
	assert_contains(page, "Plannen over drie jaar");
	assert_contains(page, "tellen we niet bij elkaar op");
}

static void
what_the_core_refuses_is_said_and_not_added(void **state)
{
	const char *rows[3 * COLUMN_COUNT];
	const char *page;

	(void)state;
	memcpy(rows, ROWS, sizeof(rows));
	rows[13] = MONTHS("h1", "huidig", "HULP", "Wmo 2015", "gemeente",
	    "onzin", "10000");
	page = coach_gets("/team/uitkomsten", 1, 3, rows)->response.body;
	assert_contains(page, "In 1 van de 3 plannen kan de rekenkern de som "
			      "niet maken");
	assert_contains(page, "kosten deze 2 plannen samen");
}

static void
the_empty_page_says_what_to_do(void **state)
{
	struct exchange *ex = coach_gets("/team/uitkomsten", 2, 0, NULL);

	(void)state;
	golden_check("uitkomsten.leeg", main_of(ex->arena, ex->response.body));
	assert_contains(
	    coach_gets("/team/uitkomsten", 0, 0, NULL)->response.body,
	    "De beheerder van je organisatie deelt teams in.");
}

static void
a_team_or_case_that_is_not_theirs_is_not_there(void **state)
{
	static const char *const PATHS[] = {"/team/uitkomsten?team=x",
	    "/team/uitkomsten?team=0", "/team/uitkomsten?casus=ontruiming",
	    "/team/uitkomsten?cursus=de-basis",
	    "/team/uitkomsten?cursus=de-basis&casus=weg"};

	(void)state;
	assert_int_equal(
	    coach_gets("/team/uitkomsten?team=99", 2, 0, NULL)->response.code,
	    404);
	for (size_t i = 0; i < sizeof(PATHS) / sizeof(PATHS[0]); i++) {
		struct exchange *ex = practice_asks(PATHS[i], NULL);

		assert_int_equal(dispatch_start(ex), TURN_ANSWER);
		assert_false(is_asked(ex->batch, QUERY_OUTCOME_PLANS));
		assert_int_equal(ex->response.code, 404);
	}
}

/* So many plans like the first row's. */
static const char *const *
many(int n, const char *team)
{
	static const char *rows[PLANS_MAX * COLUMN_COUNT];

	assert_true(n <= PLANS_MAX);
	for (int i = 0; i < n; i++) {
		memcpy(&rows[i * COLUMN_COUNT], ROWS,
		    COLUMN_COUNT * sizeof(*rows));
		rows[i * COLUMN_COUNT + 14] = "1";
		rows[i * COLUMN_COUNT + 15] = team;
	}
	return rows;
}

static void
a_limit_says_that_it_bites(void **state)
{
	const char *page =
	    coach_gets("/team/uitkomsten", 1, 1001, many(1001, NULL))
		->response.body;

	(void)state;
	assert_contains(page, "Dit gaat over de 1.000 nieuwste plannen.");
	assert_contains(page, "kosten deze 1000 plannen samen");
	assert_contains(page, "Dit zijn er 200 van de 1000, op naam.");
}

/* --- the administrator ---------------------------------------------------- */

static void
an_administrator_sees_nothing_of_nine_plans(void **state)
{
	const char *page = admin_gets(9, many(9, "Noord"))->response.body;

	(void)state;
	assert_contains(page, "te weinig plannen (minder dan 10)");
	assert_lacks(page, "€");
	assert_lacks(page, "Wmo");
}

static void
an_administrator_sees_sums_and_nobody(void **state)
{
	struct exchange *ex = admin_gets(12, many(12, "Noord"));
	const char *page = main_of(ex->arena, ex->response.body);

	(void)state;
	golden_check("uitkomsten.organisatie", page);
	assert_contains(page, "kosten deze 12 plannen samen");
	assert_lacks(page, "Bea");
	assert_lacks(page, "/team/");
	assert_lacks(page, "Bekijk d");
}

/* The text between a row's name and the next row. */
static const char *
row_of(struct arena *a, const char *page, const char *name)
{
	const char *at = strstr(page, name), *end;

	assert_non_null(at);
	end = strstr(at, "</tr>");
	assert_non_null(end);
	return arena_strndup(a, at, (size_t)(end - at));
}

/* 20 + 12 + 3: the 3 is hidden, and the 12 that would give it away. */
static void
a_small_team_cannot_be_computed(void **state)
{
	const char *rows[35 * COLUMN_COUNT];
	struct exchange *ex;
	const char *page, *row;

	(void)state;
	memcpy(rows, many(35, "Noord"), sizeof(rows));
	for (int i = 20; i < 35; i++)
		rows[i * COLUMN_COUNT + 15] = i < 32 ? "Oost" : "West";
	/* One of another law: its row says nothing either. */
	rows[13] = HUIDIG RS DREIGEND RS OTHER;
	ex = admin_gets(35, rows);
	page = main_of(ex->arena, ex->response.body);
	row = row_of(ex->arena, page, "\nNoord\n");
	assert_contains(row, ">20<");
	assert_contains(row, "€");
	row = row_of(ex->arena, page, "\nOost\n");
	assert_contains(row, "te weinig plannen (minder dan 10)");
	assert_lacks(row, "€");
	assert_lacks(row, "12");
	assert_lacks(row_of(ex->arena, page, "\nWest\n"), "€");
	assert_lacks(row_of(ex->arena, page, "\nJeugdwet\n"), "€");
	/* One signal and one article too few to be named. */
	assert_lacks(page, "W1");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    LEARNING_TEST(a_coach_sees_what_the_plans_show_together),
	    LEARNING_TEST(a_number_leads_to_the_plans_behind_it),
	    LEARNING_TEST(words_of_others_in_the_address_are_escaped),
	    LEARNING_TEST(other_numbers_of_years_stand_apart),
	    LEARNING_TEST(what_the_core_refuses_is_said_and_not_added),
	    LEARNING_TEST(the_empty_page_says_what_to_do),
	    LEARNING_TEST(a_team_or_case_that_is_not_theirs_is_not_there),
	    LEARNING_TEST(a_limit_says_that_it_bites),
	    LEARNING_TEST(an_administrator_sees_nothing_of_nine_plans),
	    LEARNING_TEST(an_administrator_sees_sums_and_nobody),
	    LEARNING_TEST(a_small_team_cannot_be_computed),
	};

	if (setenv("TZ", "Europe/Amsterdam", 1) != 0 || !secret_start())
		return 1;
	tzset();
	practice_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
