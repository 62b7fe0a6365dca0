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
    "joined_s", "visited_s", NULL};
static const char *const PROGRESS[] = {"person_id", "course", "module",
    "read_s", "answered_count", "right_count", "right_first_count", NULL};
static const char *const PLANS[] = {"person_id", "course", "casus", "number",
    "is_draft", "saved_s", "handed_in_s", "handed_in_number", "is_looked_at",
    "place", NULL};
static const char *const STUCK[] = {"person_id", "course", "module",
    "question", "version", "tries", "tried_s", NULL};
static const char *const ATTEMPTS[] = {"course", "module", "question",
    "version", "is_right", "answered_s", NULL};
static const char *const VERSIONS[] = {"course", "casus", "number",
    "handed_in_s", "looked_s", "reader", "verdict", "verdict_by", "verdict_s",
    NULL};
static const char *const ANSWERED[] = {"person_id", "course", "casus", "number",
    "answered_s", "is_question", NULL};
static const char *const COACHES[] = {"team", "person", NULL};

/* Now is Monday 23 November 2026, 14:03. */
#define NOW "1795438980"
#define TUESDAY "1794920580"	   /* six days ago */
#define THREE_WEEKS_AGO "1793624580"
#define FIVE_WEEKS_AGO "1792414980"
#define IN_MAY "1778000000"

static const char *const MEMBER_ROWS[] = {
    "1", "Noord & <co>", "11", "Ali <b>", IN_MAY, NOW,	/* stands still */
    "1", "Noord & <co>", "12", "Bea", IN_MAY, TUESDAY,	/* handed in */
    "1", "Noord & <co>", "13", "Cem", IN_MAY, NOW,	/* improves it */
    "1", "Noord & <co>", "16", "Kim", IN_MAY, TUESDAY,	/* is stuck */
    "1", "Noord & <co>", "17", "Lot", IN_MAY, FIVE_WEEKS_AGO,
    "2", "Zuid", "12", "Bea", IN_MAY, TUESDAY,		/* again */
    "2", "Zuid", "14", "Dé", TUESDAY, NULL,		/* is new */
    "2", "Zuid", "18", "Eva", THREE_WEEKS_AGO, NULL};	/* never came */
enum { MEMBER_COUNT = 8 };
static const char *const PROGRESS_ROWS[] = {
    "12", "de-basis", "zes-stappen", TUESDAY, "2", "2", "1", /* */
    "16", "de-basis", "zes-stappen", NULL, "1", "0", "0", /* */
    "17", "de-basis", "rekenen", FIVE_WEEKS_AGO, "0", "0", "0"};
static const char *const PLAN_ROWS[] = {
    "13", "de-basis", "ontruiming", "3", "t", NOW, "1795431000", "2", "t",
    "casus/ontruiming/plan/1", /* */
    "11", "de-basis", "ontruiming", "1", "t", THREE_WEEKS_AGO, NULL, "0", "f",
    "casus/ontruiming/plan/3", /* */
    "12", "de-basis", "ontruiming", "1", "f", TUESDAY, TUESDAY, "1", "f",
    "casus/ontruiming/plan/6"};
static const char *const STUCK_ROWS[] = {
    "16", "de-basis", "zes-stappen", "v2", "0000000000000002", "3", TUESDAY,
    /* An older text of the question, and one that is gone. */
    "17", "de-basis", "zes-stappen", "v2", "ffffffffffffffff", "9", NOW, /* */
    "17", "de-basis", "weg", "v2", "0000000000000002", "9", NOW};

/* Of Cem, who goes on with a new version. */
static const char *const ANSWERED_ROWS[] = {
    "13", "de-basis", "ontruiming", "2", NOW, "t"};

static struct exchange *
answered(struct exchange *ex, const char *roles)
{
	reply_session(ex->batch, roles);
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	return ex;
}

static struct exchange *
coach_gets(const char *path, int members)
{
	struct exchange *ex = practice_asks(path, NULL);
	int all = members > 0 ? 3 : 0;

	assert_int_equal(dispatch_start(ex), TURN_ASK);
	reply(ex->batch, QUERY_TEAM_MEMBERS, members, MEMBERS, MEMBER_ROWS);
	reply(ex->batch, QUERY_PROGRESS_MODULES, all, PROGRESS, PROGRESS_ROWS);
	reply(ex->batch, QUERY_PROGRESS_PLANS, all, PLANS, PLAN_ROWS);
	reply(ex->batch, QUERY_TEAM_STUCK, all, STUCK, STUCK_ROWS);
	reply(ex->batch, QUERY_REVIEW_ANSWERED, members > 0, ANSWERED,
	    ANSWERED_ROWS);
	return answered(ex, "2");
}

/* --- the team ------------------------------------------------------------- */

static void
the_team_shows_who_needs_the_coach_and_who_is_where(void **state)
{
	struct exchange *ex = coach_gets("/team", MEMBER_COUNT);
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

/* The names of the list, in its order. */
static void
the_most_pressing_comes_first_and_everybody_once(void **state)
{
	static const char *const NAMES[] = {"<strong>Bea<", "<strong>Cem<", "<strong>Kim<",
	    "<strong>Ali &lt;b&gt;<", "<strong>Lot<", "<strong>Eva<"};
	const char *page = coach_gets("/team", MEMBER_COUNT)->response.body;
	const char *before = page;

	(void)state;
	for (size_t i = 0; i < sizeof(NAMES) / sizeof(NAMES[0]); i++) {
		const char *at = strstr(page, NAMES[i]);

		assert_non_null(at);
		assert_true(before < at);
		assert_null(strstr(at + 1, NAMES[i]));
		before = at;
	}
	/* Here for less than a week. */
	assert_lacks(page, "<strong>Dé<");
}

static void
what_needs_the_coach_leads_to_the_act(void **state)
{
	const char *page = coach_gets("/team", MEMBER_COUNT)->response.body;

	(void)state;
	assert_contains(page, "leverde dinsdag een plan in voor");
	assert_contains(
	    page, "href=\"/team/16#vraag-de-basis-zes-stappen-v2\"");
	assert_contains(page, "had vraag 2 van");
	assert_contains(page, "href=\"/team/11#plan-de-basis-ontruiming\"");
	assert_contains(page, "bewaarde al 3 weken niets in het plan voor");
	assert_contains(page, "Het staat bij stap 3: Doorbraak.");
	assert_contains(page, "is begonnen, maar was er 5 weken niet.");
	assert_contains(page, "heeft nog geen cursus geopend.");
}

static void
a_coach_of_two_teams_can_choose_one(void **state)
{
	const char *both = coach_gets("/team", MEMBER_COUNT)->response.body;
	const char *one =
	    coach_gets("/team?team=2", MEMBER_COUNT)->response.body;

	(void)state;
	assert_contains(both, "href=\"/team?team=2\"");
	assert_contains(both, "href=\"/team\" aria-current=\"page\"");
	assert_contains(one, "href=\"/team?team=2\" aria-current=\"page\"");
	assert_contains(one, "Zuid");
	assert_contains(one, "Eva");
	assert_contains(one, "<strong>Bea<");
	assert_lacks(one, "Ali");
	assert_lacks(one, "Kim");
	/* A team that is not theirs shows all of theirs. */
	assert_contains(
	    coach_gets("/team?team=99", MEMBER_COUNT)->response.body, "Kim");
	assert_contains(
	    coach_gets("/team?team=x", MEMBER_COUNT)->response.body, "Kim");
}

static void
one_team_has_no_filter(void **state)
{
	(void)state;
	assert_lacks(coach_gets("/team", 5)->response.body, "?team=");
}

static void
a_team_without_questions_says_so(void **state)
{
	struct exchange *ex = practice_asks("/team", NULL);

	(void)state;
	assert_int_equal(dispatch_start(ex), TURN_ASK);
	reply(ex->batch, QUERY_TEAM_MEMBERS, 1, MEMBERS, MEMBER_ROWS);
	reply(ex->batch, QUERY_PROGRESS_MODULES, 0, PROGRESS, NULL);
	reply(ex->batch, QUERY_PROGRESS_PLANS, 0, PLANS, NULL);
	reply(ex->batch, QUERY_TEAM_STUCK, 0, STUCK, NULL);
	answered(ex, "2");
	assert_contains(ex->response.body, "Er wacht niemand op jou.");
	assert_contains(ex->response.body, "Ali &lt;b&gt;");
}

static void
a_coach_without_a_team_is_told_who_can_help(void **state)
{
	struct exchange *ex = coach_gets("/team", 0);

	(void)state;
	golden_check("team.leeg", main_of(ex->arena, ex->response.body));
}

/* A large team: five in sight, the others folded. */
static void
what_does_not_fit_is_folded(void **state)
{
	enum { MANY = 1000, COLUMNS = 6 };
	static const char *rows[MANY * COLUMNS];
	struct exchange *ex = practice_asks("/team", NULL);
	const char *folded;

	(void)state;
	for (int i = 0; i < MANY; i++) {
		const char *const row[COLUMNS] = {"1", "Noord",
		    arena_printf(ex->arena, "%d", 100 + i),
		    arena_printf(ex->arena, "Naam %03d", i), IN_MAY, NULL};

		memcpy(&rows[i * COLUMNS], row, sizeof(row));
	}
	assert_int_equal(dispatch_start(ex), TURN_ASK);
	reply(ex->batch, QUERY_TEAM_MEMBERS, MANY, MEMBERS, rows);
	reply(ex->batch, QUERY_PROGRESS_MODULES, 0, PROGRESS, NULL);
	reply(ex->batch, QUERY_PROGRESS_PLANS, 0, PLANS, NULL);
	reply(ex->batch, QUERY_TEAM_STUCK, 0, STUCK, NULL);
	answered(ex, "2");
	folded = strstr(ex->response.body, "<summary>En nog 995</summary>");
	assert_non_null(folded);
	assert_true(strstr(ex->response.body, "<strong>Naam 004<") < folded);
	assert_true(strstr(ex->response.body, "<strong>Naam 005<") > folded);
}

/* --- one person ------------------------------------------------------------ */

static const char *const ATTEMPT_ROWS[] = {
    "de-basis", "zes-stappen", "v1", "0000000000000001", "t", TUESDAY, /* */
    "de-basis", "zes-stappen", "v2", "0000000000000002", "f", TUESDAY, /* */
    "de-basis", "zes-stappen", "v2", "0000000000000002", "f", TUESDAY, /* */
    "de-basis", "zes-stappen", "v2", "0000000000000002", "f", NOW, /* */
    "de-basis", "zes-stappen", "v2", "ffffffffffffffff", "t", NOW};
static const char *const VERSION_ROWS[] = {
    "de-basis", "ontruiming", "2", TUESDAY, NULL, NULL, NULL, NULL, NULL,
    "de-basis", "ontruiming", "1", FIVE_WEEKS_AGO, THREE_WEEKS_AGO,
    "Anouk <i>", "klaar", "Roos <i>", THREE_WEEKS_AGO};

/* The page of somebody who did a little of everything. */
static struct exchange *
person_page(const char *path, const char *roles)
{
	static const char *const MODULE[] = {"13", "de-basis", "zes-stappen",
	    TUESDAY, "2", "1", "1"};
	static const char *const STUCK_ROW[] = {"13", "de-basis",
	    "zes-stappen", "v2", "0000000000000002", "3", NOW};
	static const char *const COACH[] = {"Noord & <co>", "Anouk <i>"};
	const char *const plan[] = {"13", "de-basis", "ontruiming", "3", "t",
	    NOW, TUESDAY, "2", "f", "casus/ontruiming/plan/1"};
	struct exchange *ex = practice_asks(path, NULL);

	assert_int_equal(dispatch_start(ex), TURN_ASK);
	reply(ex->batch, QUERY_TEAM_MEMBERS, 1, MEMBERS, &MEMBER_ROWS[12]);
	reply(ex->batch, QUERY_PROGRESS_MODULES, 1, PROGRESS, MODULE);
	reply(ex->batch, QUERY_PROGRESS_PLANS, 1, PLANS, plan);
	reply(ex->batch, QUERY_TEAM_STUCK, 1, STUCK, STUCK_ROW);
	reply(ex->batch, QUERY_TEAM_ATTEMPTS, 5, ATTEMPTS, ATTEMPT_ROWS);
	reply(ex->batch, QUERY_TEAM_VERSIONS, 2, VERSIONS, VERSION_ROWS);
	if (is_asked(ex->batch, QUERY_TEAM_COACHES))
		reply(ex->batch, QUERY_TEAM_COACHES, 1, COACHES, COACH);
	return answered(ex, roles);
}

static void
a_member_has_a_page_with_the_acts(void **state)
{
	struct exchange *ex = person_page("/team/13", "2");
	const char *page = main_of(ex->arena, ex->response.body);

	(void)state;
	assert_int_equal(ex->response.code, 200);
	golden_check("teamlid.bezig", page);
	assert_contains(page, "Noord &amp; &lt;co&gt;");
	assert_contains(page, "3 keer geprobeerd, nog niet goed");
	assert_contains(page, "Geopend door Anouk &lt;i&gt; op");
	assert_contains(page, "Werkt aan een nieuwe versie, stap 1");
	assert_contains(page, "/team/13/de-basis/ontruiming/2\"");
	assert_lacks(page, "/team/13/de-basis/ontruiming/3\""); /* draft */
}

static void
the_learner_sees_the_same_with_own_addresses(void **state)
{
	struct exchange *ex = person_page("/dit-ziet-je-coach", "1");
	const char *page = main_of(ex->arena, ex->response.body);

	(void)state;
	assert_int_equal(ex->response.code, 200);
	golden_check("gedeeld.bezig", page);
	assert_contains(page, "Anouk &lt;i&gt;, coach van");
	assert_contains(page, "/cursus/de-basis/casus/ontruiming/plan/versie/2");
	assert_lacks(page, "\"/team/");
}

/* From "Laatst hier" on, the two pages are the same but for addresses. */
static const char *
acts_of(struct exchange *ex)
{
	const char *at = strstr(ex->response.body, "Laatst hier");
	const char *end;
	char *out, *to;

	assert_non_null(at);
	end = strstr(at, "Lees versie 1");
	assert_non_null(end);
	out = to = arena_strndup(ex->arena, at, (size_t)(end - at));
	for (const char *c = out; *c != '\0';) {
		if (strncmp(c, "href=\"", 6) == 0) {
			c += 6;
			c += strcspn(c, "\"");
		}
		*to++ = *c++;
	}
	*to = '\0';
	return out;
}

static void
what_the_learner_sees_is_what_the_coach_sees(void **state)
{
	(void)state;
	assert_string_equal(acts_of(person_page("/team/13", "2")),
	    acts_of(person_page("/dit-ziet-je-coach", "1")));
}

static void
somebody_who_never_came_has_a_way_forward(void **state)
{
	struct exchange *ex = practice_asks("/team/14", NULL);

	(void)state;
	assert_int_equal(dispatch_start(ex), TURN_ASK);
	reply(ex->batch, QUERY_TEAM_MEMBERS, 1, MEMBERS, &MEMBER_ROWS[36]);
	reply(ex->batch, QUERY_PROGRESS_MODULES, 0, PROGRESS, NULL);
	reply(ex->batch, QUERY_PROGRESS_PLANS, 0, PLANS, NULL);
	reply(ex->batch, QUERY_TEAM_STUCK, 0, STUCK, NULL);
	reply(ex->batch, QUERY_TEAM_ATTEMPTS, 0, ATTEMPTS, NULL);
	reply(ex->batch, QUERY_TEAM_VERSIONS, 0, VERSIONS, NULL);
	answered(ex, "2");
	assert_contains(ex->response.body, "Nog niet hier geweest");
	assert_contains(ex->response.body, "Vraag of het inloggen lukt.");
}

static void
somebody_of_another_team_is_not_there(void **state)
{
	static const char *const PATHS[] = {"/team/0", "/team/-1", "/team/x",
	    "/team/99999999999999999999"};
	struct exchange *ex = practice_asks("/team/15", NULL);

	(void)state;
	assert_int_equal(dispatch_start(ex), TURN_ASK);
	reply(ex->batch, QUERY_TEAM_MEMBERS, 0, MEMBERS, NULL);
	answered(ex, "2");
	assert_int_equal(ex->response.code, 404);
	for (size_t i = 0; i < sizeof(PATHS) / sizeof(PATHS[0]); i++) {
		ex = practice_asks(PATHS[i], NULL);
		assert_int_equal(dispatch_start(ex), TURN_ANSWER);
		assert_int_equal(ex->response.code, 404);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    LEARNING_TEST(the_team_shows_who_needs_the_coach_and_who_is_where),
	    LEARNING_TEST(the_most_pressing_comes_first_and_everybody_once),
	    LEARNING_TEST(what_needs_the_coach_leads_to_the_act),
	    LEARNING_TEST(a_coach_of_two_teams_can_choose_one),
	    LEARNING_TEST(one_team_has_no_filter),
	    LEARNING_TEST(a_team_without_questions_says_so),
	    LEARNING_TEST(a_coach_without_a_team_is_told_who_can_help),
	    LEARNING_TEST(what_does_not_fit_is_folded),
	    LEARNING_TEST(a_member_has_a_page_with_the_acts),
	    LEARNING_TEST(the_learner_sees_the_same_with_own_addresses),
	    LEARNING_TEST(what_the_learner_sees_is_what_the_coach_sees),
	    LEARNING_TEST(somebody_who_never_came_has_a_way_forward),
	    LEARNING_TEST(somebody_of_another_team_is_not_there),
	};

	if (setenv("TZ", "Europe/Amsterdam", 1) != 0 || !secret_start())
		return 1;
	tzset();
	practice_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
