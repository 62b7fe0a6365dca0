/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * answer_test.c - answers, readings and visits: each is one act, however
 * often it is sent.
 */
#include "store/progress.h"
#include "store/quiz.h"

#include "check.h"
#include "db/db.h"

static const bool RIGHT[] = {false, true, false};
static const struct question QUESTION = {
    .id = "v1", .version = "aaaa", .option_count = 3, .is_right = RIGHT};
static const struct question EDITED = {
    .id = "v1", .version = "bbbb", .option_count = 3, .is_right = RIGHT};

enum { WRONG = 1u << 0, GOOD = 1u << 1 };

/* Sends one attempt. */
static enum quiz_saved
answer(struct world *w, const struct person *p, const struct question *q,
    int attempt, option_set chosen)
{
	const struct quiz_answer sent = {"c", "m", q, attempt, chosen};
	struct batch *b = batch_new(w->arena);

	quiz_ask_save(b, p->token_hash, ANY_ROLE, &sent);
	db_run_ok(w, b);
	return quiz_read_saved(b, &sent);
}

static struct quiz_state
state_of(struct world *w, const struct person *p)
{
	struct quiz_state state;
	struct batch *b = db_as(w, p);

	quiz_ask_module(b, p->token_hash, ANY_ROLE, "c", "m");
	db_run_ok(w, b);
	quiz_read_module(&state, b);
	return state;
}

static int64_t
count_rows(struct world *w, const char *table, const struct person *p)
{
	const char *const v[] = {db_text(w, p->id)};

	return db_id(db_sql(w,
	    arena_printf(w->arena,
		"SELECT count(*) FROM %s WHERE person_id = $1", table),
	    1, v));
}

static void
a_module_begins_unread_and_unanswered(void **state)
{
	struct world *w = *state;
	struct quiz_state quiz = state_of(w, &w->ali);

	assert_false(quiz.is_read);
	assert_int_equal(quiz.count, 0);
	assert_null(quiz_state_find(&quiz, &QUESTION));
}

static void
an_answer_is_stored_with_its_verdict(void **state)
{
	struct world *w = *state;
	enum quiz_saved saved = answer(w, &w->ali, &QUESTION, 1, GOOD);
	struct quiz_state quiz = state_of(w, &w->ali);
	const struct quiz_record *r = quiz_state_find(&quiz, &QUESTION);

	assert_int_equal(saved, QUIZ_SAVED);
	assert_non_null(r);
	assert_int_equal(r->attempts, 1);
	assert_int_equal(r->chosen, GOOD);
	assert_true(r->is_right_first);
	assert_true(r->is_right_once);
	assert_true(r->answered_s > 1700000000);
}

static void
an_answer_that_is_sent_twice_is_one_attempt(void **state)
{
	struct world *w = *state;

	answer(w, &w->ali, &QUESTION, 1, GOOD);
	assert_int_equal(answer(w, &w->ali, &QUESTION, 1, GOOD), QUIZ_SAVED);
	assert_int_equal(count_rows(w, "answer", &w->ali), 1);
}

/* Two windows: the first answer stands, and the second is told so. */
static void
another_answer_to_the_same_attempt_changes_nothing(void **state)
{
	struct world *w = *state;
	struct quiz_state quiz;

	answer(w, &w->ali, &QUESTION, 1, WRONG);
	assert_int_equal(answer(w, &w->ali, &QUESTION, 1, GOOD), QUIZ_OTHER);
	quiz = state_of(w, &w->ali);
	assert_int_equal(quiz_state_find(&quiz, &QUESTION)->chosen, WRONG);
	assert_int_equal(count_rows(w, "answer", &w->ali), 1);
}

/* What asks for the session itself refuses as the session's statement does. */
static void
an_answer_without_a_session_or_role_is_refused(void **state)
{
	struct world *w = *state;
	const struct quiz_answer sent = {"c", "m", &QUESTION, 1, GOOD};
	const unsigned char nobody[32] = {1};
	struct batch *b = batch_new(w->arena);

	quiz_ask_save(b, nobody, ANY_ROLE, &sent);
	assert_int_equal(db_run(w, b), ST_NO_SESSION);
	b = batch_new(w->arena);
	quiz_ask_save(b, w->ali.token_hash, ROLE_ADMIN, &sent);
	assert_int_equal(db_run(w, b), ST_DENIED);
	b = batch_new(w->arena);
	quiz_ask_module(b, nobody, ANY_ROLE, "c", "m");
	assert_int_equal(db_run(w, b), ST_NO_SESSION);
	assert_int_equal(count_rows(w, "answer", &w->ali), 0);
}

static void
a_second_attempt_keeps_the_first(void **state)
{
	struct world *w = *state;
	struct quiz_state quiz;
	const struct quiz_record *r;

	answer(w, &w->ali, &QUESTION, 1, WRONG);
	assert_int_equal(answer(w, &w->ali, &QUESTION, 2, GOOD), QUIZ_SAVED);
	quiz = state_of(w, &w->ali);
	r = quiz_state_find(&quiz, &QUESTION);
	assert_non_null(r);
	assert_int_equal(r->attempts, 2);
	assert_int_equal(r->chosen, GOOD);
	assert_false(r->is_right_first);
	assert_true(r->is_right_once);
}

static void
an_attempt_cannot_be_skipped(void **state)
{
	struct world *w = *state;

	assert_int_equal(answer(w, &w->ali, &QUESTION, 2, GOOD), QUIZ_SKIPS);
	answer(w, &w->ali, &QUESTION, 1, WRONG);
	assert_int_equal(answer(w, &w->ali, &QUESTION, 9, GOOD), QUIZ_SKIPS);
	assert_int_equal(count_rows(w, "answer", &w->ali), 1);
}

static void
an_edited_question_starts_at_attempt_one(void **state)
{
	struct world *w = *state;
	struct quiz_state quiz;

	answer(w, &w->ali, &QUESTION, 1, GOOD);
	quiz = state_of(w, &w->ali);
	assert_null(quiz_state_find(&quiz, &EDITED));
	assert_true(quiz_state_is_outdated(&quiz, &EDITED));
	assert_int_equal(answer(w, &w->ali, &EDITED, 1, WRONG), QUIZ_SAVED);
	quiz = state_of(w, &w->ali);
	assert_int_equal(quiz.count, 2); /* the old one is kept */
	assert_false(quiz_state_is_outdated(&quiz, &EDITED));
}

static void
answers_to_an_old_version_do_not_count(void **state)
{
	struct world *w = *state;
	const struct progress_question now = {"c", "m", "v1", "bbbb"};
	struct progress_rows rows;
	struct batch *b = db_as(w, &w->ali);

	answer(w, &w->ali, &QUESTION, 1, GOOD);
	progress_ask(b, w->ali.token_hash, PEOPLE_SELF, &now, 1);
	db_run_ok(w, b);
	progress_read(&rows, b);
	assert_null(progress_find_module(&rows, "c", "m"));
}

static void
progress_counts_right_first_and_right_once(void **state)
{
	struct world *w = *state;
	const struct progress_question now = {"c", "m", "v1", "aaaa"};
	struct progress_rows rows;
	struct module_facts facts;
	struct batch *b = db_as(w, &w->ali);

	answer(w, &w->ali, &QUESTION, 1, WRONG);
	answer(w, &w->ali, &QUESTION, 2, GOOD);
	answer(w, &w->ali, &QUESTION, 3, WRONG); /* takes nothing away */
	progress_ask(b, w->ali.token_hash, PEOPLE_SELF, &now, 1);
	db_run_ok(w, b);
	progress_read(&rows, b);
	facts = progress_module_facts(
	    progress_find_module(&rows, "c", "m"), 1);
	assert_int_equal(facts.answered_count, 1);
	assert_int_equal(facts.right_count, 1);
	assert_int_equal(facts.right_first_count, 0);
	assert_int_equal(facts.question_count, 1);
}

static void
reading_a_module_twice_is_reading_it_once(void **state)
{
	struct world *w = *state;

	for (int i = 0; i < 2; i++) {
		struct batch *b = db_as(w, &w->ali);

		quiz_ask_save_reading(b, w->ali.token_hash, "c", "m");
		db_run_ok(w, b);
	}
	assert_true(state_of(w, &w->ali).is_read);
	assert_false(state_of(w, &w->bea).is_read);
	assert_int_equal(count_rows(w, "reading", &w->ali), 1);
}

/* --- the end of a membership ---------------------------------------------- */

static void
leave(struct world *w, const struct person *p)
{
	const char *const v[] = {db_text(w, p->id)};

	db_sql(w, "DELETE FROM membership WHERE person_id = $1", 1, v);
}

static void
answers_end_with_the_membership(void **state)
{
	struct world *w = *state;

	answer(w, &w->ali, &QUESTION, 1, GOOD);
	answer(w, &w->bea, &QUESTION, 1, GOOD);
	leave(w, &w->ali);
	assert_int_equal(count_rows(w, "answer", &w->ali), 0);
	assert_int_equal(count_rows(w, "answer", &w->bea), 1);
}

/* No foreign key says so: the lock of end_answers must. */
static void
an_answer_at_the_very_end_is_not_left_behind(void **state)
{
	struct world *w = *state;
	const struct quiz_answer sent = {"c", "m", &QUESTION, 1, GOOD};
	struct batch *b = batch_new(w->arena);
	const struct batch_ask *ask = &b->ask[0];
	PGresult *r;

	quiz_ask_save(b, w->ali.token_hash, ANY_ROLE, &sent);
	db_sql(w, "BEGIN", 0, NULL);
	leave(w, &w->ali);
	assert_int_equal(
	    PQsendQueryParams(w->app, STATEMENTS[ask->query].sql,
		ask->value_count, NULL, ask->values, ask->lengths,
		ask->formats, 0),
	    1);
	db_wait_for_lock(w);
	db_sql(w, "COMMIT", 0, NULL);
	r = PQgetResult(w->app);
	assert_string_equal(PQresultErrorField(r, PG_DIAG_SQLSTATE), "LM401");
	PQclear(r);
	assert_null(PQgetResult(w->app));
	assert_int_equal(count_rows(w, "answer", &w->ali), 0);
}

/* --- visits --------------------------------------------------------------- */

static void
visit(struct world *w, const struct person *p, const char *place)
{
	struct batch *b = db_as(w, p);

	progress_ask_visit(b, p->token_hash, "c", place);
	db_run_ok(w, b);
}

static const char *
last_place(struct world *w, const struct person *p)
{
	struct progress_visit last;
	struct batch *b = db_as(w, p);

	progress_ask_last_visit(b, p->token_hash);
	db_run_ok(w, b);
	return progress_read_last_visit(&last, b) ? last.place : NULL;
}

static void
the_last_place_is_remembered(void **state)
{
	struct world *w = *state;

	assert_null(last_place(w, &w->ali));
	visit(w, &w->ali, "m1");
	visit(w, &w->ali, "m2");
	visit(w, &w->ali, "m1");
	assert_string_equal(last_place(w, &w->ali), "m1");
	assert_int_equal(count_rows(w, "visit", &w->ali), 2);
	assert_null(last_place(w, &w->bea));
}

/* Most pages only read: staying somewhere writes nothing. */
static void
staying_at_a_place_writes_nothing(void **state)
{
	struct world *w = *state;
	const char *const v[] = {db_text(w, w->ali.id)};
	static const char SQL[] =
	    "SELECT xmin::text::bigint FROM visit WHERE person_id = $1";
	int64_t before;

	visit(w, &w->ali, "m1");
	before = db_id(db_sql(w, SQL, 1, v));
	visit(w, &w->ali, "m1");
	assert_int_equal(db_id(db_sql(w, SQL, 1, v)), before);
	db_sql(w,
	    "UPDATE visit SET visited_at = now() - interval '6 minutes'"
	    " WHERE person_id = $1",
	    1, v);
	before = db_id(db_sql(w, SQL, 1, v));
	visit(w, &w->ali, "m1");
	assert_true(db_id(db_sql(w, SQL, 1, v)) != before);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DB_TEST(a_module_begins_unread_and_unanswered),
	    DB_TEST(an_answer_is_stored_with_its_verdict),
	    DB_TEST(an_answer_that_is_sent_twice_is_one_attempt),
	    DB_TEST(another_answer_to_the_same_attempt_changes_nothing),
	    DB_TEST(an_answer_without_a_session_or_role_is_refused),
	    DB_TEST(a_second_attempt_keeps_the_first),
	    DB_TEST(an_attempt_cannot_be_skipped),
	    DB_TEST(an_edited_question_starts_at_attempt_one),
	    DB_TEST(answers_to_an_old_version_do_not_count),
	    DB_TEST(progress_counts_right_first_and_right_once),
	    DB_TEST(reading_a_module_twice_is_reading_it_once),
	    DB_TEST(answers_end_with_the_membership),
	    DB_TEST(an_answer_at_the_very_end_is_not_left_behind),
	    DB_TEST(the_last_place_is_remembered),
	    DB_TEST(staying_at_a_place_writes_nothing),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
