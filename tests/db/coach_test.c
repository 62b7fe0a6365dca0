/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * coach_test.c - what a coach reads: what the own team handed in, here.
 */
#include "store/quiz.h"

#include "check.h"
#include "db/db.h"
#include "db/work.h"

/* --- the coach ------------------------------------------------------------ */

static void
a_coach_sees_a_plan_only_once_it_is_handed_in(void **state)
{
	struct world *w = *state;
	struct plan_record record;

	fill(w, &w->ali, w->town, "CANARY");
	assert_false(coach_reads(w, &w->coach, &w->ali, 0, &record));
	assert_false(coach_reads(w, &w->coach, &w->ali, 1, &record));
	hand_in(w, &w->ali);
	assert_true(coach_reads(w, &w->coach, &w->ali, 0, &record));
	assert_string_equal(record.plan.text[FIELD_SITUATIE], "CANARY");
	assert_int_equal(record.plan.line_count, 1); /* not what was removed */
	assert_int_equal(record.person_id, w->ali.id);
	assert_string_equal(record.person, name_of(w, &w->ali));
}

static void
a_coach_never_sees_the_draft_after_it(void **state)
{
	struct world *w = *state;
	struct plan_key key = {
	    .token_hash = w->ali.token_hash, .course = "c", .casus = "k"};
	struct plan_record record;
	struct batch *b = db_as(w, &w->ali);

	fill(w, &w->ali, w->town, "CANARY");
	hand_in(w, &w->ali);
	plan_ask_revise(b, &key);
	db_run_ok(w, b);
	assert_true(coach_reads(w, &w->coach, &w->ali, 0, &record));
	assert_int_equal(record.number, 1);
	assert_false(coach_reads(w, &w->coach, &w->ali, 2, &record));
}

static void
coaches_of_others_see_nothing(void **state)
{
	struct world *w = *state;
	struct plan_record record;

	fill(w, &w->ali, w->town, "CANARY");
	hand_in(w, &w->ali);
	assert_false(coach_reads(w, &w->other_coach, &w->ali, 0, &record));
	assert_false(coach_reads(w, &w->teacher, &w->ali, 0, &record));
	assert_false(coach_reads(w, &w->bea, &w->ali, 0, &record));
	assert_false(coach_reads(w, &w->admin, &w->ali, 0, &record));
}

static void
who_is_no_longer_coach_sees_nothing(void **state)
{
	struct world *w = *state;
	struct plan_record record;
	const char *const v[] = {db_text(w, w->coach.id)};

	fill(w, &w->ali, w->town, "CANARY");
	hand_in(w, &w->ali);
	db_sql(w, "UPDATE membership SET roles = 1 WHERE person_id = $1", 1, v);
	assert_false(coach_reads(w, &w->coach, &w->ali, 0, &record));
	db_sql(w, "UPDATE membership SET roles = 3 WHERE person_id = $1", 1, v);
	assert_true(coach_reads(w, &w->coach, &w->ali, 0, &record));
	db_sql(w,
	    "UPDATE team_person SET is_coach = false WHERE person_id = $1", 1,
	    v);
	assert_false(coach_reads(w, &w->coach, &w->ali, 0, &record));
}

/* Two coaches of one team watch over the learners, not over each other. */
static void
a_fellow_coach_is_no_member_of_the_team(void **state)
{
	struct world *w = *state;
	struct plan_record record;

	db_join_team(w, w->town, w->north, &w->other_coach, true);
	fill(w, &w->coach, w->town, "CANARY");
	hand_in(w, &w->coach);
	assert_false(coach_reads(w, &w->other_coach, &w->coach, 0, &record));
	assert_false(coach_reads(w, &w->coach, &w->coach, 0, &record));
}

/* --- one person in two organisations -------------------------------------- */

static void
what_is_done_in_one_organisation_stays_there(void **state)
{
	static const struct progress_question QUESTION = {"c", "k", "x", "x"};
	struct world *w = *state;
	struct plan_key key = {
	    .token_hash = w->ali.token_hash, .course = "c", .casus = "k"};
	struct plan_record record;
	struct progress_rows rows;
	struct progress_visit visit;
	struct quiz_state quiz;
	struct batch *b;

	fill(w, &w->ali, w->town, "CANARY");
	db_join(w, w->school, &w->ali, ROLE_LEARNER);
	b = db_as(w, &w->ali);
	session_ask_switch(b, w->ali.token_hash, w->school);
	db_run_ok(w, b);
	b = db_as(w, &w->ali);
	plan_ask(b, &key, PLAN_NEWEST);
	progress_ask(b, w->ali.token_hash, PEOPLE_SELF, &QUESTION, 1);
	progress_ask_last_visit(b, w->ali.token_hash);
	quiz_ask_module(b, w->ali.token_hash, ANY_ROLE, "c", "k");
	db_run_ok(w, b);
	assert_false(plan_read(&record, b));
	progress_read(&rows, b);
	assert_int_equal(rows.module_count + rows.plan_count, 0);
	assert_false(progress_read_last_visit(&visit, b));
	quiz_read_module(&quiz, b);
	assert_false(quiz.is_read);
	assert_int_equal(quiz.count, 0);
}

static void
the_same_case_can_be_done_in_both(void **state)
{
	struct world *w = *state;
	struct plan_key key = {
	    .token_hash = w->ali.token_hash, .course = "c", .casus = "k"};
	struct plan_record record;
	struct batch *b;

	fill(w, &w->ali, w->town, "stad");
	db_join(w, w->school, &w->ali, ROLE_LEARNER);
	fill(w, &w->ali, w->school, "school");
	b = db_as(w, &w->ali);
	plan_ask(b, &key, PLAN_NEWEST);
	db_run_ok(w, b);
	assert_true(plan_read(&record, b));
	assert_string_equal(record.plan.text[FIELD_SITUATIE], "stad");
	assert_int_equal(record.plan.line_count, 1);
}

/* The coach of one organisation does not see what a member did in another. */
static void
a_coach_sees_only_what_was_done_here(void **state)
{
	struct world *w = *state;
	struct plan_record record;
	struct progress_rows rows;

	db_join(w, w->school, &w->ali, ROLE_LEARNER);
	fill(w, &w->ali, w->school, "CANARY");
	hand_in(w, &w->ali);
	assert_false(coach_reads(w, &w->coach, &w->ali, 0, &record));
	assert_false(coach_reads(w, &w->teacher, &w->ali, 0, &record));
	rows = rows_of(team_of(w, &w->coach), &w->ali);
	assert_null(progress_find_plan(&rows, "c", "k"));
	db_join_team(w, w->school, w->class, &w->ali, false);
	assert_true(coach_reads(w, &w->teacher, &w->ali, 0, &record));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DB_TEST(a_coach_sees_a_plan_only_once_it_is_handed_in),
	    DB_TEST(a_coach_never_sees_the_draft_after_it),
	    DB_TEST(coaches_of_others_see_nothing),
	    DB_TEST(who_is_no_longer_coach_sees_nothing),
	    DB_TEST(a_fellow_coach_is_no_member_of_the_team),
	    DB_TEST(what_is_done_in_one_organisation_stays_there),
	    DB_TEST(the_same_case_can_be_done_in_both),
	    DB_TEST(a_coach_sees_only_what_was_done_here),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
