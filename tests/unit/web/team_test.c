/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * team_test.c - what a coach sees of the team, from the rows of the database.
 */
#include "check.h"
#include "golden.h"
#include "learning.h"
#include "practice.h"

#include <stdlib.h>
#include <time.h>

static const char *const MEMBERS[] = {"team_id", "team", "person_id", "person",
    "course", "place", "visited_s", NULL};
static const char *const PROGRESS[] = {"person_id", "course", "module",
    "is_read", "answered_count", "right_count", "right_first_count", NULL};
static const char *const PLANS[] = {"person_id", "course", "casus", "number",
    "is_draft", "saved_s", "handed_in_s", "handed_in_number", "place", NULL};

#define NOW "1795438980"
static const char *const MEMBER_ROWS[] = {
    "1", "Noord & <co>", "11", "Ali <b>", "de-basis",
    "casus/ontruiming/plan/3", NOW, /* a draft */
    "1", "Noord & <co>", "12", "Bea", "de-basis", "rekenen", NOW, /* handed in */
    "1", "Noord & <co>", "13", "Cem", "de-basis", "casus/ontruiming/plan/1",
    NOW,						 /* improves it */
    "2", "Zuid", "14", "Dé", NULL, NULL, NULL};		 /* never here */
static const char *const PROGRESS_ROWS[] = {
    "12", "de-basis", "zes-stappen", "t", "2", "2", "1"};
static const char *const PLAN_ROWS[] = {
    "11", "de-basis", "ontruiming", "1", "t", NOW, NULL, "0",
    "casus/ontruiming/plan/3", /* */
    "12", "de-basis", "ontruiming", "1", "f", NOW, "1795430000", "1",
    "casus/ontruiming/plan/6", /* */
    "13", "de-basis", "ontruiming", "3", "t", NOW, "1795431000", "2",
    "casus/ontruiming/plan/1"};

static struct exchange *
coach_gets(const char *path, int members)
{
	struct exchange *ex = practice_asks(path, NULL);

	assert_int_equal(dispatch_start(ex), TURN_ASK);
	reply(ex->batch, QUERY_TEAM_MEMBERS, members, MEMBERS, MEMBER_ROWS);
	reply(ex->batch, QUERY_TEAM_PROGRESS, members > 0, PROGRESS,
	    PROGRESS_ROWS);
	reply(ex->batch, QUERY_TEAM_PLANS, members > 0 ? 3 : 0, PLANS,
	    PLAN_ROWS);
	reply_session(ex->batch, "2");
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	return ex;
}

static void
the_team_shows_who_is_where(void **state)
{
	struct exchange *ex = coach_gets("/team", 4);
	const char *page = main_of(ex->arena, ex->response.body);

	(void)state;
	assert_int_equal(ex->response.code, 200);
	golden_check("team.bezig", page);
	/* A draft is never linked to, what was handed in before it is. */
	assert_lacks(page, "/team/11/");
	assert_contains(page, "href=\"/team/12/de-basis/ontruiming/1\"");
	assert_contains(page, "href=\"/team/13/de-basis/ontruiming/2\"");
	assert_lacks(page, "/ontruiming/3\"");
}

static void
what_was_handed_in_last_comes_first(void **state)
{
	struct exchange *ex = coach_gets("/team", 4);
	const char *cem = strstr(ex->response.body, "Cem: ");
	const char *bea = strstr(ex->response.body, "Bea: ");

	(void)state;
	assert_non_null(cem);
	assert_non_null(bea);
	assert_true(cem < bea);
	assert_lacks(ex->response.body, "Ali &lt;b&gt;: ");
}

static void
a_coach_without_a_team_is_told_who_can_help(void **state)
{
	struct exchange *ex = coach_gets("/team", 0);

	(void)state;
	golden_check("team.leeg", main_of(ex->arena, ex->response.body));
}

static void
a_member_has_a_page(void **state)
{
	struct exchange *ex = coach_gets("/team/13", 4);

	(void)state;
	assert_int_equal(ex->response.code, 200);
	golden_check("teamlid.bezig", main_of(ex->arena, ex->response.body));
}

static void
every_member_page_names_the_team(void **state)
{
	(void)state;
	assert_contains(coach_gets("/team/11", 4)->response.body,
	    "Noord &amp; &lt;co&gt;");
	assert_contains(coach_gets("/team/12", 4)->response.body,
	    "Noord &amp; &lt;co&gt;");
	assert_contains(coach_gets("/team/14", 4)->response.body,
	    "nog niet hier geweest");
}

static void
somebody_of_another_team_is_not_there(void **state)
{
	static const char *const PATHS[] = {"/team/15", "/team/0", "/team/-1",
	    "/team/x", "/team/99999999999999999999"};

	(void)state;
	for (size_t i = 0; i < sizeof(PATHS) / sizeof(PATHS[0]); i++)
		assert_int_equal(coach_gets(PATHS[i], 4)->response.code, 404);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_team_shows_who_is_where),
	    cmocka_unit_test(what_was_handed_in_last_comes_first),
	    cmocka_unit_test(a_coach_without_a_team_is_told_who_can_help),
	    cmocka_unit_test(a_member_has_a_page),
	    cmocka_unit_test(every_member_page_names_the_team),
	    cmocka_unit_test(somebody_of_another_team_is_not_there),
	};

	if (setenv("TZ", "Europe/Amsterdam", 1) != 0 || !secret_start())
		return 1;
	tzset();
	practice_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
