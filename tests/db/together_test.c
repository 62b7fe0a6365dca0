/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * together_test.c - several who ask the same in one statement: each gets what
 * it would get alone, or nothing; never what is somebody else's.
 */
#include "store/together.h"
#include "store/quiz.h"

#include "check.h"
#include "db/db.h"
#include "db/statements.h"

static const bool RIGHT[] = {false, true, false};
static const struct question FIRST = {
    .id = "v1", .version = "aaaa", .option_count = 3, .is_right = RIGHT};
static const struct question SECOND = {
    .id = "v2", .version = "bbbb", .option_count = 3, .is_right = RIGHT};

enum { WRONG = 1u << 0, GOOD = 1u << 1 };

static struct batch *
asks_module(struct world *w, const struct person *p)
{
	struct batch *b = batch_new(w->arena);

	quiz_ask_module(b, p->token_hash, ANY_ROLE, "c", "m");
	return b;
}

static struct batch *
answers(struct world *w, const struct person *p, const struct question *q,
    int attempt, option_set chosen)
{
	const struct quiz_answer sent = {"c", "m", q, attempt, chosen};
	struct batch *b = batch_new(w->arena);

	quiz_ask_save(b, p->token_hash, ANY_ROLE, &sent);
	return b;
}

/* The SQLSTATE when it failed, for all; else "". */
static const char *
go_together(struct world *w, struct batch *const *batches, int n)
{
	const char *code = "";
	PGresult *r;

	statement_prepare(w,
	    (enum query)(STATEMENTS[batches[0]->ask[0].query].twin - 1));
	assert_int_equal(PQenterPipelineMode(w->app), 1);
	assert_true(together_send(w->app, batches, n));
	assert_int_equal(PQpipelineSync(w->app), 1);
	r = PQgetResult(w->app);
	if (PQresultStatus(r) == PGRES_TUPLES_OK)
		together_share(r, batches, n);
	else
		code = arena_strdup(w->arena,
		    PQresultErrorField(r, PG_DIAG_SQLSTATE));
	PQclear(r);
	assert_null(PQgetResult(w->app));
	r = PQgetResult(w->app);
	assert_int_equal(PQresultStatus(r), PGRES_PIPELINE_SYNC);
	PQclear(r);
	assert_int_equal(PQexitPipelineMode(w->app), 1);
	return code;
}

static int64_t
stored(struct world *w, const struct person *p)
{
	const char *const v[] = {db_text(w, p->id)};

	return db_id(db_sql(w,
	    "SELECT count(*) FROM answer WHERE person_id = $1", 1, v));
}

static void
assert_same_rows(const struct batch *a, const struct batch *b)
{
	char one[4096], other[4096];
	long n = batch_write_rows(a, 0, one, sizeof(one));

	assert_true(n > 0);
	assert_int_equal(batch_write_rows(b, 0, other, sizeof(other)), n);
	assert_memory_equal(one, other, (size_t)n);
}

/* In other organisations, with many rows, some and none. */
static void
each_gets_what_it_would_get_alone(void **state)
{
	struct world *w = *state;
	const struct person *who[] = {&w->yara, &w->ali, &w->admin, &w->bea,
	    &w->ali};
	struct batch *together[5], *alone;

	db_run_ok(w, answers(w, &w->ali, &FIRST, 1, WRONG));
	db_run_ok(w, answers(w, &w->ali, &FIRST, 2, GOOD));
	db_run_ok(w, answers(w, &w->ali, &SECOND, 1, GOOD));
	db_run_ok(w, answers(w, &w->yara, &SECOND, 1, WRONG));
	alone = batch_new(w->arena);
	quiz_ask_save_reading(alone, w->bea.token_hash, "c", "m");
	db_run_ok(w, alone);

	for (int i = 0; i < 5; i++)
		together[i] = asks_module(w, who[i]);
	assert_string_equal(go_together(w, together, 5), "");
	for (int i = 0; i < 5; i++) {
		alone = asks_module(w, who[i]);
		db_run_ok(w, alone);
		assert_same_rows(together[i], alone);
	}
}

static void
who_has_no_session_or_right_gets_nothing(void **state)
{
	struct world *w = *state;
	const struct person nobody = {.token_hash = {1}};
	struct batch *together[] = {asks_module(w, &nobody),
	    asks_module(w, &w->ali), batch_new(w->arena)};

	quiz_ask_module(
	    together[2], w->bea.token_hash, ROLE_ADMIN, "c", "m");
	assert_string_equal(go_together(w, together, 3), "");
	assert_null(together[0]->ask[0].reply);
	assert_int_equal(batch_rows(together[1], QUERY_QUIZ_MODULE), 1);
	assert_null(together[2]->ask[0].reply);
}

static void
a_session_that_ended_gives_nothing(void **state)
{
	struct world *w = *state;
	struct batch *together[] = {
	    asks_module(w, &w->ali), asks_module(w, &w->bea)};
	const char *const v[] = {db_text(w, w->ali.id)};

	db_sql(w, "UPDATE session SET expires_at = now() WHERE person_id = $1",
	    1, v);
	assert_string_equal(go_together(w, together, 2), "");
	assert_null(together[0]->ask[0].reply);
	assert_int_equal(batch_rows(together[1], QUERY_QUIZ_MODULE), 1);
}

/* The result comes in after somebody gave up. */
static void
who_left_gets_nothing_and_disturbs_nobody(void **state)
{
	struct world *w = *state;
	struct batch *both[] = {
	    asks_module(w, &w->ali), asks_module(w, &w->bea)};
	PGresult *r = PQmakeEmptyPGresult(NULL, PGRES_TUPLES_OK);
	char name[] = "name", slot[] = "slot", ali[] = "ali", bea[] = "bea";
	char one[] = "1", two[] = "2";
	PGresAttDesc columns[] = {{.name = name}, {.name = slot}};

	assert_int_equal(PQsetResultAttrs(r, 2, columns), 1);
	PQsetvalue(r, 0, 0, bea, 3);
	PQsetvalue(r, 0, 1, two, 1);
	PQsetvalue(r, 1, 0, ali, 3);
	PQsetvalue(r, 1, 1, one, 1);
	together_share(r, (struct batch *[]){NULL, both[1]}, 2);
	PQclear(r);
	assert_null(both[0]->ask[0].reply);
	assert_string_equal(
	    batch_get(both[1], QUERY_QUIZ_MODULE, 0, "name"), "bea");
	assert_false(batch_has_column(both[1], QUERY_QUIZ_MODULE, "slot"));
}

static void
answers_of_several_are_stored_in_one_go(void **state)
{
	struct world *w = *state;
	const struct quiz_answer sent = {"c", "m", &FIRST, 1, WRONG};
	struct batch *together[] = {answers(w, &w->ali, &FIRST, 1, WRONG),
	    answers(w, &w->yara, &FIRST, 1, WRONG),
	    answers(w, &w->ali, &SECOND, 1, WRONG)};

	assert_string_equal(go_together(w, together, 3), "");
	for (int i = 0; i < 3; i++)
		assert_int_equal(
		    quiz_read_saved(together[i], &sent), QUIZ_SAVED);
	assert_int_equal(stored(w, &w->ali), 2);
	assert_int_equal(stored(w, &w->yara), 1);
}

static void
an_attempt_that_skips_one_is_left_for_alone(void **state)
{
	struct world *w = *state;
	struct batch *together[] = {answers(w, &w->ali, &FIRST, 2, GOOD),
	    answers(w, &w->bea, &FIRST, 1, GOOD)};

	assert_string_equal(go_together(w, together, 2), "");
	assert_null(together[0]->ask[0].reply);
	assert_int_equal(stored(w, &w->ali), 0);
	assert_int_equal(stored(w, &w->bea), 1);
}

/* A double click: nothing is half done, and alone it is one act. */
static void
an_answer_that_comes_twice_fails_for_all_and_stores_nothing(void **state)
{
	struct world *w = *state;
	struct batch *together[] = {answers(w, &w->ali, &FIRST, 1, GOOD),
	    answers(w, &w->bea, &FIRST, 1, GOOD),
	    answers(w, &w->ali, &FIRST, 1, GOOD)};

	assert_string_equal(go_together(w, together, 3), "23505");
	assert_int_equal(stored(w, &w->bea), 0);
	for (int i = 0; i < 3; i++)
		db_run_ok(w, together[i]);
	assert_int_equal(stored(w, &w->ali), 1);
	assert_int_equal(stored(w, &w->bea), 1);
}

/* As alone: see answer_test.c. */
static void
an_answer_at_the_very_end_of_a_membership_is_not_left_behind(void **state)
{
	struct world *w = *state;
	struct batch *together[] = {answers(w, &w->ali, &FIRST, 1, GOOD),
	    answers(w, &w->bea, &FIRST, 1, GOOD)};
	const char *const v[] = {db_text(w, w->ali.id)};
	PGresult *r;

	statement_prepare(w, QUERY_QUIZ_SAVE_ANSWERS);
	db_sql(w, "BEGIN", 0, NULL);
	db_sql(w, "DELETE FROM membership WHERE person_id = $1", 1, v);
	assert_true(together_send(w->app, together, 2));
	db_wait_for_lock(w);
	db_sql(w, "COMMIT", 0, NULL);
	r = PQgetResult(w->app);
	assert_int_equal(PQresultStatus(r), PGRES_TUPLES_OK);
	assert_int_equal(PQntuples(r), 1);
	PQclear(r);
	assert_null(PQgetResult(w->app));
	assert_int_equal(stored(w, &w->ali), 0);
	assert_int_equal(stored(w, &w->bea), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DB_TEST(each_gets_what_it_would_get_alone),
	    DB_TEST(who_has_no_session_or_right_gets_nothing),
	    DB_TEST(a_session_that_ended_gives_nothing),
	    DB_TEST(who_left_gets_nothing_and_disturbs_nobody),
	    DB_TEST(answers_of_several_are_stored_in_one_go),
	    DB_TEST(an_attempt_that_skips_one_is_left_for_alone),
	    DB_TEST(an_answer_that_comes_twice_fails_for_all_and_stores_nothing),
	    DB_TEST(
		an_answer_at_the_very_end_of_a_membership_is_not_left_behind),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
