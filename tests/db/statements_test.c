/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * statements_test.c - every statement of app/store, as the application's
 * role: it fits the schema, and the role may do all that it does.
 *
 * Each is run in a transaction that is rolled back, on a draft with an
 * article. Parameters come from CASES, or else from their type.
 */
#include "check.h"
#include "db/db.h"

enum {
	BOOL_OID = 16,
	BYTEA_OID = 17,
	INT8_OID = 20,
	INT4_OID = 23,
	TEXT_OID = 25,
	TEXTS_OID = 1009
};

#define OTHERWISE "?" /* as the type says */

static const struct test_case {
	enum query query;
	const char *values[BATCH_VALUES_MAX]; /* of $2, $3, … */
} CASES[] = {
    {QUERY_SESSION_REQUIRE, {"1"}},
    {QUERY_PLAN_VERSION, {"c", "k", NULL, "0"}},
    {QUERY_PLAN_VERSION, {"c", "k", "1", "0"}},
    {QUERY_PLAN_LINES, {"c", "k", NULL, "0"}},
    {QUERY_PLAN_ARTICLES, {"c", "k", NULL, "0"}},
    {QUERY_PLAN_ACTIONS, {"c", "k", NULL, "0"}},
    {QUERY_PLAN_REMOVED, {"c", "k", "regel", "l1"}},
    {QUERY_PLAN_START, {"c", "nieuw", "1", "0"}},
    {QUERY_PLAN_SAVE, {"c", "k", "9", "{situatie}", "{tekst}"}},
    {QUERY_PLAN_TRY_SAVE, {"c", "k", "9", "{situatie}", "{tekst}"}},
    {QUERY_PLAN_TRY_SAVE, {"c", "k", "0", "{knelt}", "{anders}"}},
    {QUERY_PLAN_CHANCE, {"c", "k", "0.5"}},
    {QUERY_PLAN_HAND_IN, {"c", "k", OTHERWISE}},
    {QUERY_PLAN_LINE_PUT,
	{"c", "k", "l2", "dreigend", "HH", "CODE", "Wat", "wonen", "Wmo 2015",
	    "dienst", "lopend", "gemeente", "100", "uur", "2026", "bron",
	    "direct", "1", "week", "4", "week", "1", NULL}},
    {QUERY_PLAN_ARTICLE_PUT, {"c", "k", "jw-2.3"}},
    {QUERY_PLAN_ARGUMENT_SAVE, {"c", "k", "9", "wmo-2.3.5", "omdat"}},
    {QUERY_PLAN_ACTION_PUT, {"c", "k", "a2", "bellen", "Noor", "nu"}},
    {QUERY_PLAN_PART_REMOVE, {"c", "k", "regel", "l1"}},
    {QUERY_PLAN_PART_REMOVE, {"c", "k", "artikel", "wmo-2.3.5"}},
    {QUERY_PLAN_PART_REMOVE, {"c", "k", "actie", "a1"}},
    {QUERY_PLAN_PART_RESTORE, {"c", "k", "regel", "l1"}},
    {QUERY_PLAN_PART_RESTORE, {"c", "k", "actie", "a1"}},
};

static void
exec_as_app(struct world *w, const char *sql)
{
	PGresult *r = PQexec(w->app, sql);

	arena_defer(w->arena, db_clear_result, r);
	if (PQresultStatus(r) == PGRES_FATAL_ERROR)
		fail_msg("%s", PQresultErrorMessage(r));
}

static const PGresult *
prepare(struct world *w, enum query q)
{
	const struct statement *s = &STATEMENTS[q];
	PGresult *r = PQprepare(w->app, s->name, s->sql, 0, NULL);

	arena_defer(w->arena, db_clear_result, r);
	if (PQresultStatus(r) != PGRES_COMMAND_OK)
		fail_msg("%s: %s", s->name, PQresultErrorMessage(r));
	r = PQdescribePrepared(w->app, s->name);
	arena_defer(w->arena, db_clear_result, r);
	return r;
}

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
	    " 'week', 1, NULL, NULL)::plan_line)"};

	for (size_t i = 0; i < sizeof(ACTS) / sizeof(ACTS[0]); i++) {
		char sql[512];
		const char *at = strstr(ACTS[i], "%s");

		snprintf(sql, sizeof(sql), "%.*s%s%s", (int)(at - ACTS[i]),
		    ACTS[i], token, at + 2);
		exec_as_app(w, sql);
	}
}

static const char *
token_text(struct world *w, const struct person *p)
{
	char *out = arena_alloc(w->arena, 2 * sizeof(p->token_hash) + 3);

	memcpy(out, "\\x", 2);
	for (size_t i = 0; i < sizeof(p->token_hash); i++)
		snprintf(out + 2 + 2 * i, 3, "%02x", p->token_hash[i]);
	return out;
}

static const char *
value_for(Oid type, int i, const char *token)
{
	switch (type) {
	case BYTEA_OID:
		return token;
	case BOOL_OID:
		return "t";
	case INT4_OID:
		return "1";
	case INT8_OID: /* ids, and the draft's revision */
		return "4";
	case TEXTS_OID:
		return "{x}";
	default:
		assert_int_equal(type, TEXT_OID);
		return i == 1 ? "c" : i == 2 ? "k" : "x";
	}
}

/* Runs one statement after make_draft; its result must be good. */
static void
run(struct world *w, enum query q, const struct test_case *with)
{
	const struct statement *s = &STATEMENTS[q];
	const char *token = token_text(w, &w->ali);
	const char *values[BATCH_VALUES_MAX] = {0};
	const PGresult *about = prepare(w, q);
	int n = PQnparams(about);
	PGresult *r;

	exec_as_app(w, "BEGIN");
	make_draft(w, token);
	if (q == QUERY_SESSION_INSERT) /* a token that is not there yet */
		token = arena_printf(w->arena, "\\x%064d", 0);
	for (int i = 0; i < n; i++) {
		const char *given =
		    i == 0 || with == NULL ? OTHERWISE : with->values[i - 1];
		bool is_typed = given != NULL && strcmp(given, OTHERWISE) == 0;

		if (i == 0 && with != NULL &&
		    PQparamtype(about, 0) != BYTEA_OID)
			fail_msg("%s: $1 is no token", s->name);
		values[i] = is_typed
				? value_for(PQparamtype(about, i), i, token)
				: given;
	}
	r = PQexecPrepared(w->app, s->name, n, values, NULL, NULL, 0);
	arena_defer(w->arena, db_clear_result, r);
	if (PQresultStatus(r) != PGRES_TUPLES_OK &&
	    PQresultStatus(r) != PGRES_COMMAND_OK)
		fail_msg("%s: %s %s", s->name,
		    PQresultErrorField(r, PG_DIAG_SQLSTATE),
		    PQresultErrorMessage(r));
	exec_as_app(w, "ROLLBACK");
	exec_as_app(w, arena_printf(w->arena, "DEALLOCATE %s", s->name));
}

static void
every_statement_runs_with_the_rights_of_the_application(void **state)
{
	struct world *w = *state;

	for (int q = 0; q < QUERY_COUNT; q++) {
		bool is_done = false;

		for (size_t c = 0; c < sizeof(CASES) / sizeof(CASES[0]); c++)
			if ((int)CASES[c].query == q) {
				run(w, (enum query)q, &CASES[c]);
				is_done = true;
			}
		if (!is_done)
			run(w, (enum query)q, NULL);
	}
}

/* Copying a whole version writes to every table of plans. */
static void
a_handed_in_plan_can_be_revised_with_those_rights(void **state)
{
	struct world *w = *state;
	const char *token = token_text(w, &w->ali);

	exec_as_app(w, "BEGIN");
	make_draft(w, token);
	exec_as_app(w, arena_printf(w->arena,
			   "SELECT hand_in_plan('%s', 'c', 'k', 4)", token));
	exec_as_app(w, arena_printf(w->arena,
			   "SELECT revise_plan('%s', 'c', 'k')", token));
	exec_as_app(w, "ROLLBACK");
}

static void
the_application_may_not_touch_accounts_or_what_was_answered(void **state)
{
	static const char *const FORBIDDEN[] = {
	    "UPDATE person SET password_hash = 'x'",
	    "INSERT INTO person (email, name, password_hash)"
	    " VALUES ('a@b', 'x', 'x')",
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
	    "SELECT * FROM schema_migration",
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
	static const enum query OPEN[] = {QUERY_SESSION_FIND_PERSON,
	    QUERY_SESSION_DELETE_EXPIRED, QUERY_HEALTH};
	struct world *w = *state;

	for (int q = 0; q < QUERY_COUNT; q++) {
		const PGresult *about = prepare(w, (enum query)q);
		bool has_token =
		    PQnparams(about) > 0 && PQparamtype(about, 0) == BYTEA_OID;
		bool is_open = false;

		for (size_t i = 0; i < sizeof(OPEN) / sizeof(OPEN[0]); i++)
			is_open |= OPEN[i] == (enum query)q;
		if (has_token == is_open)
			fail_msg("%s", STATEMENTS[q].name);
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
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
