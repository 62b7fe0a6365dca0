/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * statements_test.c - every statement of app/store, as the application's
 * role: it fits the schema, and the role may do all that it does.
 *
 * Each is run in a transaction that is rolled back, on a draft with one of
 * everything.
 */
#include "check.h"
#include "db/db.h"
#include "db/statements.h"

/* A draft with a text, a line, an article and an action, all as the app. */
static void
make_draft(struct world *w, const char *token)
{
	static const char *const ACTS[] = {"SELECT start_plan('%s', 'c', 'k')",
	    "SELECT save_plan_texts('%s', 'c', 'k', 0, '{knelt}', '{iets}')",
	    "SELECT put_plan_article('%s', 'c', 'k', 'wmo-2.3.5')",
	    "SELECT put_plan_action('%s', 'c', 'k', 'a1', 'x', 'y', 'z')",
	    "SELECT put_plan_line('%s', 'c', 'k', ROW(NULL, NULL, NULL, 'l1',"
	    " 'huidig', NULL, 'HH', 'C', 'o', 'd', 'w', 'dienst', 'lopend',"
	    " 'gemeente', 1, 'uur', 2026, 'bron', 'direct', '1', 'week', '1',"
	    " 'week', 1, NULL, NULL, NULL)::plan_line)"};

	for (size_t i = 0; i < sizeof(ACTS) / sizeof(ACTS[0]); i++) {
		char sql[512];
		const char *at = strstr(ACTS[i], "%s");

		snprintf(sql, sizeof(sql), "%.*s%s%s", (int)(at - ACTS[i]),
		    ACTS[i], token, at + 2);
		statement_exec(w, sql);
	}
}

/* About a version that was handed in, not about a draft. */
static bool
is_afterwards(enum query q)
{
	return q == QUERY_FEEDBACK_KEEP || q == QUERY_FEEDBACK_OPEN ||
	       q == QUERY_FEEDBACK_ANSWER || q == QUERY_PEER_SAVE ||
	       q == QUERY_REVIEW_ANSWER;
}

/* What a coach does with what was handed in. */
static bool
is_of_coach(enum query q)
{
	return q == QUERY_REVIEW_PUT || q == QUERY_REVIEW_SEND ||
	       q == QUERY_REVIEW_TAKE_BACK;
}

/* A remark that the coach sent, as the app. */
static void
make_review(struct world *w, const char *coach)
{
	const char *ali = db_text(w, w->ali.id);

	statement_exec(w,
	    arena_printf(w->arena,
		"SELECT put_review_note('%s', 'c', 'k', %s, 1, 'tekst:knelt',"
		" 'leeg', 'Hoe?')",
		coach, ali));
	statement_exec(w,
	    arena_printf(w->arena,
		"SELECT send_plan_review('%s', 'c', 'k', %s, 1, 1,"
		" review_stamp(v.organisation_id, v.plan_id, 1, %s, 1),"
		" 'leeg', '', 'vraag') FROM visible_version('%s', 'c', 'k',"
		" %s, 1) v",
		coach, ali, db_text(w, w->coach.id), coach, ali));
}

/* A coach's, and of what a reader sent: peer_test.c runs them as such. */
static bool
is_of_others(enum query q)
{
	return q == QUERY_PEER_ROUND || q == QUERY_PEER_REPLY;
}

/* Its result must be good. */
static void
run_as_ali(struct world *w, enum query q, const struct statement_case *with)
{
	const char *token = statement_token(w, &w->ali);
	const PGresult *r;

	if (q == QUERY_CLOCK_CHECK) /* has no session: see below */
		return;
	statement_exec(w, "BEGIN");
	make_draft(w, token);
	if (is_afterwards(q) || is_of_coach(q)) {
		statement_exec(
		    w, "UPDATE plan_version SET handed_in_at = now()");
		make_review(w, statement_token(w, &w->coach));
	}
	if (is_of_coach(q))
		token = statement_token(w, &w->coach);
	if (q == QUERY_SESSION_INSERT) /* a token that is not there yet */
		token = arena_printf(w->arena, "\\x%064d", 0);
	r = statement_run(w, q, with, token);
	if (is_of_others(q))
		assert_string_equal(
		    PQresultErrorField(r, PG_DIAG_SQLSTATE), "LM404");
	else if (PQresultStatus(r) != PGRES_TUPLES_OK &&
		 PQresultStatus(r) != PGRES_COMMAND_OK)
		fail_msg("%s: %s %s", STATEMENTS[q].name,
		    PQresultErrorField(r, PG_DIAG_SQLSTATE),
		    PQresultErrorMessage(r));
	statement_exec(w, "ROLLBACK");
}

static void
every_statement_runs_with_the_rights_of_the_application(void **state)
{
	statement_each(*state, run_as_ali);
}

/* Copying a whole version writes to every table of plans. */
static void
a_handed_in_plan_can_be_revised_with_those_rights(void **state)
{
	struct world *w = *state;
	const char *token = statement_token(w, &w->ali);

	statement_exec(w, "BEGIN");
	make_draft(w, token);
	statement_exec(w, arena_printf(w->arena,
			      "SELECT hand_in_plan('%s', 'c', 'k', 4)", token));
	statement_exec(w, arena_printf(w->arena,
			      "SELECT revise_plan('%s', 'c', 'k')", token));
	statement_exec(w, "ROLLBACK");
}

static void
the_application_may_not_touch_accounts_or_what_was_answered(void **state)
{
	static const char *const FORBIDDEN[] = {
	    "UPDATE person SET password_hash = 'x'",
	    "INSERT INTO person VALUES (DEFAULT, 'a@b', 'x', 'x')",
	    "DELETE FROM person",
	    "UPDATE membership SET roles = 15",
	    "INSERT INTO membership VALUES (1, 1, 8)",
	    "DELETE FROM membership",
	    "INSERT INTO organisation (name) VALUES ('x')",
	    "UPDATE team_person SET is_coach = true",
	    "UPDATE session SET person_id = 1",
	    "UPDATE session SET expires_at = 'infinity'",
	    "UPDATE answer SET is_right = true",
	    "DELETE FROM answer",
	    "DELETE FROM reading",
	    "DELETE FROM visit",
	    "DELETE FROM plan",
	    "DELETE FROM plan_version",
	    "DELETE FROM plan_text",
	    "INSERT INTO seal_key VALUES (1, 9, '0', '', now())",
	    "UPDATE seal_key SET wrapped = ''",
	    "DELETE FROM seal_key",
	    "SELECT * FROM schema_migration",
	    "SELECT * FROM login_key",
	    "SELECT * FROM login_try",
	    "DELETE FROM login_try",
	    "SELECT login_hash('x')",
	    "SELECT reset_password('x', 'y')",
	    "CREATE TABLE mine (a integer)",
	    "TRUNCATE session",
	    "DROP TABLE person",
	    "COPY person TO PROGRAM 'true'",
	};
	struct world *w = *state;

	for (size_t i = 0; i < sizeof(FORBIDDEN) / sizeof(FORBIDDEN[0]); i++) {
		PGresult *r = PQexec(w->app, FORBIDDEN[i]);
		const char *code = PQresultErrorField(r, PG_DIAG_SQLSTATE);

		if (code == NULL || strcmp(code, "42501") != 0)
			fail_msg("%s: %s", FORBIDDEN[i],
			    code == NULL ? "is allowed" : code);
		PQclear(r);
	}
}

/* A statement without a first token could not know who asks. */
static void
only_these_statements_ask_without_a_session(void **state)
{
	static const enum query OPEN[] = {QUERY_LOGIN_TRY, QUERY_LOGIN_SETTLE,
	    QUERY_SESSION_DELETE_EXPIRED, QUERY_PAST_TIDY, QUERY_HEALTH,
	    QUERY_CLOCK_NOW, QUERY_CLOCK_CHECK, QUERY_SEAL_MASTERS,
	    QUERY_SEARCH_WARM};
	struct world *w = *state;

	for (int q = 0; q < QUERY_COUNT; q++) {
		const PGresult *about = statement_prepare(w, (enum query)q);
		Oid first = PQnparams(about) > 0 ? PQparamtype(about, 0) : 0;
		bool has_token = first == BYTEA_OID || first == BYTEAS_OID;
		bool is_open = false;

		for (size_t i = 0; i < sizeof(OPEN) / sizeof(OPEN[0]); i++)
			is_open |= OPEN[i] == (enum query)q;
		if (has_token == is_open)
			fail_msg("%s", STATEMENTS[q].name);
	}
}

static void
an_act_is_undone_after_its_moment(void **state)
{
	struct world *w = *state;
	const struct statement *s = &STATEMENTS[QUERY_CLOCK_CHECK];
	int64_t now;

	(void)statement_prepare(w, QUERY_CLOCK_CHECK);
	now = db_number(w, STATEMENTS[QUERY_CLOCK_NOW].sql);
	for (int64_t late = -60000; late <= 60000; late += 120000) {
		const char *v[] = {db_text(w, now - late)};
		PGresult *r =
		    PQexecPrepared(w->app, s->name, 1, v, NULL, NULL, 0);

		arena_defer(w->arena, db_clear_result, r);
		if (late < 0)
			assert_int_equal(PQresultStatus(r), PGRES_TUPLES_OK);
		else
			assert_string_equal(
			    PQresultErrorField(r, PG_DIAG_SQLSTATE), "LM503");
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DB_TEST(every_statement_runs_with_the_rights_of_the_application),
	    DB_TEST(a_handed_in_plan_can_be_revised_with_those_rights),
	    DB_TEST(
		the_application_may_not_touch_accounts_or_what_was_answered),
	    DB_TEST(only_these_statements_ask_without_a_session),
	    DB_TEST(an_act_is_undone_after_its_moment),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
