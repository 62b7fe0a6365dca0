/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * team_test.c - whose work somebody sees: a coach that of the own team, a
 * learner their own and the same of it, others nothing.
 */
#include "check.h"
#include "db/db.h"
#include "db/work.h"

static void
a_coach_sees_the_progress_of_their_own_team(void **state)
{
	struct world *w = *state;
	const struct progress_module *module;
	const struct progress_plan *plan;
	struct progress_rows rows;
	struct batch *b;

	fill(w, &w->ali, w->town, "1");
	fill(w, &w->cor, w->town, "1");
	b = team_of(w, &w->coach);
	assert_true(is_listed(b, &w->ali));
	assert_true(is_listed(b, &w->bea)); /* who did nothing yet */
	assert_false(is_listed(b, &w->cor));
	assert_false(is_listed(b, &w->coach));
	rows = rows_of(b, &w->ali);
	module = progress_find_module(&rows, "c", "k");
	assert_non_null(module);
	assert_true(module->facts.is_read);
	assert_true(module->read_s > 0);
	assert_int_equal(module->facts.right_first_count, 1);
	plan = progress_find_plan(&rows, "c", "k");
	assert_non_null(plan);
	assert_int_equal(plan->handed_in_s, 0);
	assert_int_equal(plan->step, 1);
	rows = rows_of(b, &w->cor);
	assert_int_equal(rows.module_count + rows.plan_count, 0);
}

/* Nothing of anybody: no member, no row, no act. */
static void
assert_sees_nothing(const struct batch *b)
{
	const struct member_record *members;
	const struct stuck_record *stuck;
	const struct attempt_record *attempts;
	const struct version_record *versions;
	struct progress_rows rows;

	progress_read(&rows, b);
	assert_int_equal(team_read_members(b, &members), 0);
	assert_int_equal(rows.module_count + rows.plan_count, 0);
	assert_int_equal(team_read_stuck(b, &stuck), 0);
	assert_int_equal(team_read_attempts(b, &attempts), 0);
	assert_int_equal(team_read_versions(b, &versions), 0);
}

/* Three tries at a question, all wrong. */
static void
get_stuck(struct world *w, const struct person *p)
{
	const char *const v[] = {db_text(w, w->town), db_text(w, p->id)};

	db_sql(w,
	    "INSERT INTO answer (organisation_id, person_id, course, module,"
	    " question, version, attempt, chosen, is_right)"
	    " SELECT $1, $2, 'c', 'k', 'y', 'y', n, 1, false"
	    " FROM generate_series(1, 3) n",
	    2, v);
}

static void
who_coaches_nobody_has_an_empty_team(void **state)
{
	struct world *w = *state;

	fill(w, &w->ali, w->town, "1");
	get_stuck(w, &w->ali);
	hand_in(w, &w->ali);
	assert_sees_nothing(team_of(w, &w->ali));
	assert_sees_nothing(team_of(w, &w->bea));
	assert_sees_nothing(team_of(w, &w->admin));
	/* These coach others, who did nothing yet. */
	assert_false(is_listed(team_of(w, &w->other_coach), &w->ali));
	assert_int_equal(
	    rows_of(team_of(w, &w->other_coach), &w->ali).plan_count, 0);
	assert_false(is_listed(team_of(w, &w->teacher), &w->ali));
}

static void
the_acts_of_a_member_are_for_their_coach_alone(void **state)
{
	struct world *w = *state;
	const struct attempt_record *attempts;
	const struct version_record *versions;
	const struct stuck_record *stuck;
	struct batch *b;

	fill(w, &w->ali, w->town, "1");
	get_stuck(w, &w->ali);
	hand_in(w, &w->ali);
	b = work_of(w, &w->coach, w->ali.id);
	assert_int_equal(team_read_attempts(b, &attempts), 4);
	assert_int_equal(team_read_versions(b, &versions), 1);
	assert_int_equal(versions[0].looked_s, 0);
	assert_int_equal(team_read_stuck(b, &stuck), 1);
	assert_int_equal(stuck[0].tries, 3);
	assert_string_equal(stuck[0].question, "y");
	assert_false(is_listed(b, &w->bea)); /* only whom was asked for */
	assert_sees_nothing(work_of(w, &w->other_coach, w->ali.id));
	assert_sees_nothing(work_of(w, &w->teacher, w->ali.id));
	assert_sees_nothing(work_of(w, &w->bea, w->ali.id));
	assert_sees_nothing(work_of(w, &w->admin, w->ali.id));
	assert_sees_nothing(work_of(w, &w->coach, w->coach.id));
	/* A learner who names oneself is not a coach of oneself. */
	assert_sees_nothing(work_of(w, &w->ali, w->ali.id));
}

static void
a_learner_sees_of_themselves_what_the_coach_sees(void **state)
{
	struct world *w = *state;
	const struct attempt_record *attempts[2];
	const struct version_record *versions[2];
	const struct member_record *members[2];
	const struct coach_record *coaches;
	struct batch *seen[2], *b;

	fill(w, &w->ali, w->town, "1");
	fill(w, &w->bea, w->town, "1");
	hand_in(w, &w->ali);
	seen[0] = work_of(w, &w->coach, w->ali.id);
	seen[1] = work_of(w, &w->ali, PEOPLE_SELF);
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(team_read_members(seen[i], &members[i]), 1);
		assert_int_equal(team_read_attempts(seen[i], &attempts[i]), 1);
		assert_int_equal(team_read_versions(seen[i], &versions[i]), 1);
		assert_int_equal(rows_of(seen[i], &w->ali).plan_count, 1);
		assert_int_equal(rows_of(seen[i], &w->bea).plan_count, 0);
	}
	assert_string_equal(members[0]->team, members[1]->team);
	assert_int_equal(members[0]->visited_s, members[1]->visited_s);
	assert_int_equal(attempts[0]->answered_s, attempts[1]->answered_s);
	assert_int_equal(versions[0]->handed_in_s, versions[1]->handed_in_s);
	b = db_as(w, &w->ali);
	team_ask_coaches(b, w->ali.token_hash);
	db_run_ok(w, b);
	assert_int_equal(team_read_coaches(b, &coaches), 1);
	assert_string_equal(coaches->person, name_of(w, &w->coach));
}

static void
who_is_in_no_team_sees_oneself_and_no_coach(void **state)
{
	struct world *w = *state;
	const struct member_record *members;
	const struct coach_record *coaches;
	struct batch *b = work_of(w, &w->admin, PEOPLE_SELF);

	assert_int_equal(team_read_members(b, &members), 1);
	assert_null(members->team);
	assert_int_equal(members->person_id, w->admin.id);
	b = db_as(w, &w->admin);
	team_ask_coaches(b, w->admin.token_hash);
	db_run_ok(w, b);
	assert_int_equal(team_read_coaches(b, &coaches), 0);
}

/* --- a plan that was handed in waits until a coach opens it ---------------- */

static void
look(struct world *w, const struct person *who, const struct person *maker,
    int number)
{
	struct plan_key key = {
	    .token_hash = who->token_hash, .course = "c", .casus = "k"};
	struct batch *b = db_as(w, who);

	team_ask_look(b, &key, maker->id, number);
	db_run_ok(w, b);
}

static bool
is_looked_at(struct world *w, const struct person *maker)
{
	struct progress_rows rows =
	    rows_of(work_of(w, maker, PEOPLE_SELF), maker);
	const struct progress_plan *plan =
	    progress_find_plan(&rows, "c", "k");

	assert_non_null(plan);
	return plan->is_looked_at;
}

static void
a_plan_waits_until_its_coach_opened_it(void **state)
{
	struct world *w = *state;
	const struct version_record *versions;
	struct plan_key key = {
	    .token_hash = w->ali.token_hash, .course = "c", .casus = "k"};
	struct batch *b;

	fill(w, &w->ali, w->town, "1");
	look(w, &w->coach, &w->ali, 1); /* a draft cannot be opened */
	hand_in(w, &w->ali);
	assert_false(is_looked_at(w, &w->ali));
	look(w, &w->other_coach, &w->ali, 1);
	look(w, &w->teacher, &w->ali, 1);
	look(w, &w->bea, &w->ali, 1);
	look(w, &w->ali, &w->ali, 1);
	assert_false(is_looked_at(w, &w->ali));
	look(w, &w->coach, &w->ali, 1);
	look(w, &w->coach, &w->ali, 1); /* again: nothing changes */
	assert_true(is_looked_at(w, &w->ali));
	b = work_of(w, &w->ali, PEOPLE_SELF);
	assert_int_equal(team_read_versions(b, &versions), 1);
	assert_true(versions->looked_s > 0);
	assert_string_equal(versions->reader, name_of(w, &w->coach));
	/* A new version waits anew. */
	b = db_as(w, &w->ali);
	plan_ask_revise(b, &key);
	db_run_ok(w, b);
	assert_true(is_looked_at(w, &w->ali));
	hand_in(w, &w->ali);
	assert_false(is_looked_at(w, &w->ali));
}

static void
a_question_that_went_right_in_the_end_is_not_stuck(void **state)
{
	struct world *w = *state;
	const char *const v[] = {db_text(w, w->town), db_text(w, w->ali.id)};
	const struct stuck_record *stuck;

	get_stuck(w, &w->ali);
	assert_int_equal(
	    team_read_stuck(team_of(w, &w->coach), &stuck), 1);
	db_sql(w,
	    "INSERT INTO answer (organisation_id, person_id, course, module,"
	    " question, version, attempt, chosen, is_right)"
	    " VALUES ($1, $2, 'c', 'k', 'y', 'y', 4, 1, true)",
	    2, v);
	assert_int_equal(
	    team_read_stuck(team_of(w, &w->coach), &stuck), 0);
}

/* In two teams of one coach: two members, but every act once. */
static void
somebody_in_two_teams_did_everything_once(void **state)
{
	struct world *w = *state;
	const struct member_record *members;
	struct batch *b;

	db_join_team(w, w->town, w->south, &w->ali, false);
	db_join_team(w, w->town, w->south, &w->coach, true);
	fill(w, &w->ali, w->town, "1");
	b = work_of(w, &w->coach, w->ali.id);
	assert_int_equal(team_read_members(b, &members), 2);
	assert_int_equal(rows_of(b, &w->ali).module_count, 1);
	assert_int_equal(rows_of(b, &w->ali).modules->facts.right_count, 1);
	assert_int_equal(rows_of(b, &w->ali).plan_count, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DB_TEST(a_coach_sees_the_progress_of_their_own_team),
	    DB_TEST(who_coaches_nobody_has_an_empty_team),
	    DB_TEST(the_acts_of_a_member_are_for_their_coach_alone),
	    DB_TEST(a_learner_sees_of_themselves_what_the_coach_sees),
	    DB_TEST(who_is_in_no_team_sees_oneself_and_no_coach),
	    DB_TEST(a_plan_waits_until_its_coach_opened_it),
	    DB_TEST(a_question_that_went_right_in_the_end_is_not_stuck),
	    DB_TEST(somebody_in_two_teams_did_everything_once),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
