/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * isolation_test.c - what is whose. Ali's work holds the word CANARY wherever
 * it can; every statement of app/store is then run by everybody else, with the
 * same course, case and ids.
 */
#include "check.h"
#include "db/db.h"
#include "db/statements.h"
#include "db/work.h"

/* All rows about Ali in one text. */
static const char *
snapshot(struct world *w)
{
	static const char *const TABLES[] = {"membership", "session", "visit",
	    "reading", "answer", "plan", "team_person"};
	static const char *const PARTS[] = {"plan_version", "plan_text",
	    "plan_line", "plan_article", "plan_action", "plan_copy",
	    "plan_text_past", "plan_review", "plan_review_note"};
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

/* Sent by the coach, with a remark and an answer. */
static void
review_it(struct world *w)
{
	const char *v[] = {db_text(w, w->ali.id), db_text(w, w->coach.id)};

	db_sql(w,
	    "INSERT INTO plan_review (organisation_id, plan_id, number,"
	    " reviewer_id, round, outcome, sent_at)"
	    " SELECT organisation_id, id, 1, $2, 1, 'vraag', now()"
	    " FROM plan WHERE person_id = $1",
	    2, v);
	db_sql(w,
	    "INSERT INTO plan_review_note (organisation_id, plan_id, number,"
	    " reviewer_id, round, passage, text, answer, answered_at)"
	    " SELECT organisation_id, id, 1, $2, 1, 'tekst:knelt', 'CANARY',"
	    " 'CANARY', now() FROM plan WHERE person_id = $1",
	    2, v);
}

/* Who tries, and where; see statement_each. */
static struct person *trier;
static int64_t trier_at;

/* An administrator's page adds everybody's plans up, without a name: what of
 * them comes along is in outcome_test.c, what is shown in web/outcome_test.c. */
static bool
is_added_up(
    struct world *w, enum query q, const struct statement_case *with)
{
	return q == QUERY_OUTCOME_PLANS && trier == &w->admin &&
	       strcmp(with->values[0], "-1") == 0;
}

static void
try_to_see(struct world *w, enum query q, const struct statement_case *with)
{
	if (q == QUERY_SESSION_INSERT)
		return; /* comes after the password: says whose itself */
	if (is_added_up(w, q, with))
		return;
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
	review_it(w);
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
	if (q == QUERY_REVIEW_PUT || q == QUERY_REVIEW_SEND)
		return; /* words of the coach's own, beside the plan */
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DB_TEST(nobody_else_sees_a_word_of_it),
	    DB_TEST(nobody_else_sees_what_was_handed_in),
	    DB_TEST(nobody_else_changes_a_row_of_it),
	    DB_TEST(not_even_the_coach_changes_a_row_of_it),
	    DB_TEST(an_expired_session_sees_and_changes_nothing),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
