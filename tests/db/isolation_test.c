/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * isolation_test.c - what is whose. Ali's work holds the word CANARY wherever
 * it can; every statement of app/store is then run by everybody else, with the
 * same course, case and ids.
 */
#include "store/plan.h"
#include "store/progress.h"
#include "store/quiz.h"

#include "check.h"
#include "db/db.h"
#include "db/statements.h"

/* Ali, or who is named by `who`, did something of everything. */
static void
fill(struct world *w, const struct person *who, int64_t organisation,
    const char *word)
{
	static const char *const SQL[] = {
	    "INSERT INTO visit (organisation_id, person_id, course, place)"
	    " VALUES ($1, $2, 'c', 'casus/k/plan/' || $3)",
	    "INSERT INTO reading (organisation_id, person_id, course, module)"
	    " VALUES ($1, $2, 'c', 'k')",
	    "INSERT INTO answer (organisation_id, person_id, course, module,"
	    " question, version, attempt, chosen, is_right)"
	    " VALUES ($1, $2, 'c', 'k', 'x', 'x', 1, 1, true)",
	    "INSERT INTO plan (organisation_id, person_id, course, casus)"
	    " VALUES ($1, $2, 'c', 'k')",
	    "INSERT INTO plan_version (organisation_id, plan_id, number,"
	    " kans_dreigend) SELECT p.organisation_id, p.id, 1, $3 FROM plan p"
	    " WHERE p.organisation_id = $1 AND p.person_id = $2",
	    "INSERT INTO plan_text SELECT p.organisation_id, p.id, 1,"
	    " 'situatie', $3, 1 FROM plan p"
	    " WHERE p.organisation_id = $1 AND p.person_id = $2",
	    "INSERT INTO plan_line SELECT p.organisation_id, p.id, 1, l.id,"
	    " 'huidig', 1, 'HH', $3, $3, 'd', 'w', 'dienst', 'lopend', 'g', 1,"
	    " 'uur', 2026, 'bron', 'direct', '1', 'week', '1', 'week', 1, '1',"
	    " l.removed FROM plan p, (VALUES ('l1', NULL::timestamptz),"
	    " ('weg', now())) AS l (id, removed)"
	    " WHERE p.organisation_id = $1 AND p.person_id = $2",
	    "INSERT INTO plan_article SELECT p.organisation_id, p.id, 1,"
	    " 'wmo-2.3.5', $3, 1 FROM plan p"
	    " WHERE p.organisation_id = $1 AND p.person_id = $2",
	    "INSERT INTO plan_action SELECT p.organisation_id, p.id, 1, 'a1',"
	    " 1, $3, $3, $3 FROM plan p"
	    " WHERE p.organisation_id = $1 AND p.person_id = $2",
	};
	const char *const v[] = {
	    db_text(w, organisation), db_text(w, who->id), word};

	for (size_t i = 0; i < sizeof(SQL) / sizeof(SQL[0]); i++) {
		int n = strstr(SQL[i], "$3") != NULL ? 3 : 2;

		db_sql(w, SQL[i], n, v);
	}
}

static void
hand_in(struct world *w, const struct person *p)
{
	const char *const v[] = {db_text(w, p->id)};

	db_sql(w,
	    "UPDATE plan_version v SET handed_in_at = now() FROM plan p"
	    " WHERE p.id = v.plan_id AND p.person_id = $1",
	    1, v);
}

/* All rows about Ali in one text. */
static const char *
snapshot(struct world *w)
{
	static const char *const TABLES[] = {"membership", "session", "visit",
	    "reading", "answer", "plan", "team_person"};
	static const char *const PARTS[] = {"plan_version", "plan_text",
	    "plan_line", "plan_article", "plan_action"};
	const char *const v[] = {db_text(w, w->ali.id)};
	const char *all = "";

	for (size_t i = 0; i < sizeof(TABLES) / sizeof(TABLES[0]); i++)
		all = arena_printf(w->arena, "%s;%s", all,
		    PQgetvalue(db_sql(w,
				   arena_printf(w->arena,
				       "SELECT string_agg(t::text, ';'"
				       " ORDER BY t::text) FROM %s t"
				       " WHERE person_id = $1",
				       TABLES[i]),
				   1, v),
			0, 0));
	for (size_t i = 0; i < sizeof(PARTS) / sizeof(PARTS[0]); i++)
		all = arena_printf(w->arena, "%s;%s", all,
		    PQgetvalue(db_sql(w,
				   arena_printf(w->arena,
				       "SELECT string_agg(t::text, ';'"
				       " ORDER BY t::text) FROM %s t"
				       " JOIN plan p ON p.id = t.plan_id"
				       " WHERE p.person_id = $1",
				       PARTS[i]),
				   1, v),
			0, 0));
	return all;
}

static const char *
name_of(struct world *w, const struct person *p)
{
	const char *const v[] = {db_text(w, p->id)};

	return PQgetvalue(
	    db_sql(w, "SELECT name FROM person WHERE id = $1", 1, v), 0, 0);
}

static void
assert_shows_nothing(struct world *w, enum query q, const PGresult *r)
{
	const char *code = PQresultErrorField(r, PG_DIAG_SQLSTATE);
	const char *name = name_of(w, &w->ali);

	if (code != NULL && strncmp(code, "LM", 2) != 0)
		fail_msg("%s: %s", STATEMENTS[q].name, PQresultErrorMessage(r));
	for (int row = 0; row < PQntuples(r); row++)
		for (int col = 0; col < PQnfields(r); col++) {
			const char *cell = PQgetvalue(r, row, col);

			if (strstr(cell, "CANARY") != NULL ||
			    strcmp(cell, name) == 0)
				fail_msg(
				    "%s shows %s", STATEMENTS[q].name, cell);
		}
}

/* Who tries, and where; see statement_each. */
static struct person *trier;
static int64_t trier_at;

static void
try_to_see(struct world *w, enum query q, const struct statement_case *with)
{
	if (q == QUERY_SESSION_INSERT)
		return; /* comes after the password: says whose itself */
	db_log_in(w, trier, trier_at);
	assert_shows_nothing(
	    w, q, statement_run(w, q, with, statement_token(w, trier)));
}

static void
everybody_tries(struct world *w,
    void (*f)(struct world *, enum query, const struct statement_case *))
{
	struct {
		struct person *person;
		int64_t organisation;
	} others[] = {{&w->bea, w->town}, {&w->cor, w->town},
	    {&w->other_coach, w->town}, {&w->admin, w->town},
	    {&w->yara, w->school}, {&w->teacher, w->school}};

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		trier = others[i].person;
		trier_at = others[i].organisation;
		statement_each(w, f);
	}
}

static void
nobody_else_sees_a_word_of_it(void **state)
{
	struct world *w = *state;

	fill(w, &w->ali, w->town, "CANARY");
	everybody_tries(w, try_to_see);
}

static void
nobody_else_sees_what_was_handed_in(void **state)
{
	struct world *w = *state;

	fill(w, &w->ali, w->town, "CANARY");
	hand_in(w, &w->ali);
	everybody_tries(w, try_to_see);
}

static void
nobody_else_changes_a_row_of_it(void **state)
{
	struct world *w = *state;
	const char *before;

	fill(w, &w->ali, w->town, "CANARY");
	before = snapshot(w);
	assert_contains(before, "CANARY");
	everybody_tries(w, try_to_see);
	assert_string_equal(snapshot(w), before);
}

static void
try_to_change(struct world *w, enum query q, const struct statement_case *with)
{
	if (q == QUERY_SESSION_INSERT)
		return;
	db_log_in(w, trier, trier_at);
	(void)statement_run(w, q, with, statement_token(w, trier));
}

static void
not_even_the_coach_changes_a_row_of_it(void **state)
{
	struct world *w = *state;
	const char *before;

	fill(w, &w->ali, w->town, "CANARY");
	hand_in(w, &w->ali);
	before = snapshot(w);
	trier = &w->coach;
	trier_at = w->town;
	statement_each(w, try_to_change);
	assert_string_equal(snapshot(w), before);
}

/* With a token that was good: Ali's own. */
static void
try_expired(struct world *w, enum query q, const struct statement_case *with)
{
	if (q == QUERY_SESSION_INSERT || q == QUERY_SESSION_DELETE ||
	    q == QUERY_SESSION_DELETE_EXPIRED)
		return;
	assert_shows_nothing(
	    w, q, statement_run(w, q, with, statement_token(w, &w->ali)));
}

static void
an_expired_session_sees_and_changes_nothing(void **state)
{
	struct world *w = *state;
	const char *const v[] = {db_text(w, w->ali.id)};
	const char *before;

	fill(w, &w->ali, w->town, "CANARY");
	db_sql(w, "UPDATE session SET expires_at = now() WHERE person_id = $1",
	    1, v);
	before = snapshot(w);
	statement_each(w, try_expired);
	assert_string_equal(snapshot(w), before);
}

/* --- the coach ------------------------------------------------------------ */

static bool
coach_reads(struct world *w, const struct person *coach,
    const struct person *member, int number, struct plan_record *record)
{
	struct plan_key key = {
	    .token_hash = coach->token_hash, .course = "c", .casus = "k"};
	struct batch *b = db_as(w, coach);

	plan_ask_member(b, &key, member->id, number);
	db_run_ok(w, b);
	return plan_read(record, b);
}

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

static bool
is_listed(const struct batch *b, const struct person *p)
{
	const struct progress_member *list;
	size_t n = progress_read_members(b, &list);

	for (size_t i = 0; i < n; i++)
		if (list[i].person_id == p->id)
			return true;
	return false;
}

static struct batch *
team_of(struct world *w, const struct person *coach)
{
	static const struct progress_question QUESTION = {"c", "k", "x", "x"};
	struct batch *b = db_as(w, coach);

	progress_ask_team(b, coach->token_hash, &QUESTION, 1);
	db_run_ok(w, b);
	return b;
}

static void
a_coach_sees_the_progress_of_their_own_team(void **state)
{
	struct world *w = *state;
	struct progress_rows rows;
	struct module_facts facts;
	const struct progress_plan *plan;
	struct batch *b;

	fill(w, &w->ali, w->town, "1");
	fill(w, &w->cor, w->town, "1");
	b = team_of(w, &w->coach);
	assert_true(is_listed(b, &w->ali));
	assert_true(is_listed(b, &w->bea)); /* who did nothing yet */
	assert_false(is_listed(b, &w->cor));
	assert_false(is_listed(b, &w->coach));
	progress_read_team(&rows, b);
	facts = progress_find_module(&rows, w->ali.id, "c", "k", 1);
	assert_true(facts.is_read);
	assert_int_equal(facts.right_first_count, 1);
	facts = progress_find_module(&rows, w->cor.id, "c", "k", 1);
	assert_false(facts.is_read);
	plan = progress_find_plan(&rows, w->ali.id, "c", "k");
	assert_non_null(plan);
	assert_int_equal(plan->handed_in_s, 0);
	assert_int_equal(plan->step, 1);
	assert_null(progress_find_plan(&rows, w->cor.id, "c", "k"));
}

static void
who_coaches_nobody_has_an_empty_team(void **state)
{
	struct world *w = *state;
	const struct progress_member *list;
	struct progress_rows rows;
	struct batch *b;

	fill(w, &w->ali, w->town, "1");
	b = team_of(w, &w->ali);
	progress_read_team(&rows, b);
	assert_int_equal(progress_read_members(b, &list), 0);
	assert_int_equal(rows.module_count + rows.plan_count, 0);
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
	progress_ask(b, w->ali.token_hash, &QUESTION, 1);
	progress_ask_last_visit(b, w->ali.token_hash);
	quiz_ask_module(b, w->ali.token_hash, "c", "k");
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
	progress_read_team(&rows, team_of(w, &w->coach));
	assert_null(progress_find_plan(&rows, w->ali.id, "c", "k"));
	db_join_team(w, w->school, w->class, &w->ali, false);
	assert_true(coach_reads(w, &w->teacher, &w->ali, 0, &record));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DB_TEST(nobody_else_sees_a_word_of_it),
	    DB_TEST(nobody_else_sees_what_was_handed_in),
	    DB_TEST(nobody_else_changes_a_row_of_it),
	    DB_TEST(not_even_the_coach_changes_a_row_of_it),
	    DB_TEST(an_expired_session_sees_and_changes_nothing),
	    DB_TEST(a_coach_sees_a_plan_only_once_it_is_handed_in),
	    DB_TEST(a_coach_never_sees_the_draft_after_it),
	    DB_TEST(coaches_of_others_see_nothing),
	    DB_TEST(who_is_no_longer_coach_sees_nothing),
	    DB_TEST(a_fellow_coach_is_no_member_of_the_team),
	    DB_TEST(a_coach_sees_the_progress_of_their_own_team),
	    DB_TEST(who_coaches_nobody_has_an_empty_team),
	    DB_TEST(what_is_done_in_one_organisation_stays_there),
	    DB_TEST(the_same_case_can_be_done_in_both),
	    DB_TEST(a_coach_sees_only_what_was_done_here),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
