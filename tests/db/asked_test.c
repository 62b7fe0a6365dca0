/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * asked_test.c - whom somebody asks about a case: time is spent once, asking
 * before the resident costs, and what was chosen stays.
 */
#include "check.h"
#include "db/db.h"
#include "db/plan_acts.h"
#include "store/asked.h"

/* A case that gives 60 minutes. */
enum { BUDGET = 60 };

static const struct asked_wish ILSE = {
    .document = "ilse", .minutes = 30, .budget = BUDGET, .is_resident = true};
static const struct asked_wish BOSS = {
    .document = "boss", .minutes = 20, .early_minutes = 10, .budget = BUDGET};
static const struct asked_wish GARAGE = {
    .document = "garage", .minutes = 20, .budget = BUDGET};

/* One press on "Vraag", on a page that knows of `seen` acts. */
static enum asked_outcome
ask(struct world *w, const struct person *p, struct asked_wish wish, int seen)
{
	struct plan_key key = key_of(p);
	struct batch *b = db_as(w, p);

	wish.seen = seen;
	asked_ask_talk(b, &key, &wish);
	db_run_ok(w, b);
	return asked_read_outcome(b, QUERY_PLAN_TALK_ASK);
}

static enum asked_outcome
again(struct world *w, const struct person *p, int seen)
{
	struct plan_key key = key_of(p);
	struct batch *b = db_as(w, p);

	asked_ask_again(b, &key, seen);
	db_run_ok(w, b);
	return asked_read_outcome(b, QUERY_PLAN_TALK_AGAIN);
}

static struct plan_asked
asked_by(struct world *w, const struct person *p)
{
	struct plan_key key = key_of(p);
	struct batch *b = db_as(w, p);

	asked_ask(b, &key);
	db_run_ok(w, b);
	return asked_read(b);
}

static void
without_a_plan_nobody_was_asked(void **state)
{
	struct world *w = *state;
	struct plan_asked asked = asked_by(w, &w->ali);

	assert_int_equal(asked.act_count, 0);
	assert_false(asked.is_open);
	assert_int_equal(start(w, &w->ali), ST_OK);
	asked = asked_by(w, &w->ali);
	assert_int_equal(asked.act_count, 0);
	assert_false(asked.is_open);
}

static void
a_talk_costs_its_time_and_stays(void **state)
{
	struct world *w = *state;
	struct plan_asked asked;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(ask(w, &w->ali, ILSE, 0), ASKED_SAVED);
	assert_int_equal(ask(w, &w->ali, BOSS, 1), ASKED_SAVED);
	asked = asked_by(w, &w->ali);
	assert_int_equal(asked.minutes, 50);
	assert_int_equal(asked.early_minutes, 0);
	assert_true(asked.is_resident_first);
	assert_true(asked_has(&asked, ASKED_TALK, "boss"));
	/* A page of the plan brings the same. */
	assert_int_equal(newest(w, &w->ali).plan.asked.minutes, 50);
}

static void
asking_before_the_resident_loses_time_and_can_be_done_again(void **state)
{
	struct world *w = *state;
	struct plan_asked asked;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(ask(w, &w->ali, BOSS, 0), ASKED_SAVED);
	asked = asked_by(w, &w->ali);
	assert_int_equal(asked.minutes, 10);
	assert_int_equal(asked.early_minutes, 10);
	assert_false(asked_has(&asked, ASKED_TALK, "boss"));
	assert_int_equal(ask(w, &w->ali, ILSE, 1), ASKED_SAVED);
	assert_int_equal(ask(w, &w->ali, BOSS, 2), ASKED_SAVED);
	asked = asked_by(w, &w->ali);
	assert_int_equal(asked.minutes, 60);
	assert_true(asked_has(&asked, ASKED_TALK, "boss"));
	assert_true(asked.has_resident);
	assert_false(asked.is_resident_first);
}

static void
pressing_twice_spends_once(void **state)
{
	struct world *w = *state;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(ask(w, &w->ali, BOSS, 0), ASKED_SAVED);
	assert_int_equal(ask(w, &w->ali, BOSS, 0), ASKED_SAVED);
	assert_int_equal(ask(w, &w->ali, ILSE, 1), ASKED_SAVED);
	assert_int_equal(ask(w, &w->ali, ILSE, 1), ASKED_SAVED);
	/* Another window that wants what is had already. */
	assert_int_equal(ask(w, &w->ali, ILSE, 0), ASKED_SAVED);
	assert_int_equal(asked_by(w, &w->ali).minutes, 40);
	assert_int_equal(asked_by(w, &w->ali).act_count, 2);
}

static void
a_window_that_knows_less_spends_nothing(void **state)
{
	struct world *w = *state;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(ask(w, &w->ali, ILSE, 0), ASKED_SAVED);
	assert_int_equal(ask(w, &w->ali, GARAGE, 0), ASKED_CHANGED);
	assert_int_equal(again(w, &w->ali, 0), ASKED_CHANGED);
	assert_int_equal(asked_by(w, &w->ali).minutes, 30);
}

static void
there_is_no_more_time_than_the_case_gives(void **state)
{
	struct world *w = *state;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(ask(w, &w->ali, ILSE, 0), ASKED_SAVED);
	assert_int_equal(ask(w, &w->ali, GARAGE, 1), ASKED_SAVED);
	assert_int_equal(ask(w, &w->ali, BOSS, 2), ASKED_FULL);
	assert_int_equal(asked_by(w, &w->ali).minutes, 50);
}

static void
beginning_anew_gives_the_time_back_and_keeps_what_was_chosen(void **state)
{
	struct world *w = *state;
	struct plan_asked asked;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(again(w, &w->ali, 0), ASKED_SAVED);
	assert_int_equal(asked_by(w, &w->ali).act_count, 0);
	assert_int_equal(ask(w, &w->ali, GARAGE, 0), ASKED_SAVED);
	assert_int_equal(again(w, &w->ali, 1), ASKED_SAVED);
	assert_int_equal(again(w, &w->ali, 1), ASKED_SAVED);
	asked = asked_by(w, &w->ali);
	assert_int_equal(asked.minutes, 0);
	assert_int_equal(asked.count, 0);
	assert_int_equal(asked.restarts, 1);
	assert_int_equal(asked.act_count, 2);
	assert_int_equal(ask(w, &w->ali, BOSS, 2), ASKED_SAVED);
	assert_int_equal(asked_by(w, &w->ali).early_minutes, 10);
}

static void
after_handing_in_all_is_open_and_nothing_is_spent(void **state)
{
	struct world *w = *state;
	struct plan_key key = key_of(&w->ali);
	struct asked_wish wish = GARAGE;
	struct batch *b;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(ask(w, &w->ali, ILSE, 0), ASKED_SAVED);
	assert_int_equal(hand_in(w, &w->ali, 0), ST_OK);
	assert_true(asked_by(w, &w->ali).is_open);
	b = db_as(w, &w->ali);
	wish.seen = 1;
	asked_ask_talk(b, &key, &wish);
	assert_int_equal(db_run(w, b), ST_HANDED_IN);
	assert_int_equal(revise(w, &w->ali), 2);
	assert_int_equal(ask(w, &w->ali, GARAGE, 1), ASKED_OPEN);
	assert_int_equal(again(w, &w->ali, 1), ASKED_OPEN);
	assert_true(asked_by(w, &w->ali).is_open);
	assert_int_equal(asked_by(w, &w->ali).minutes, 30);
}

static void
nobody_sees_or_spends_what_is_not_theirs(void **state)
{
	struct world *w = *state;
	struct plan_key key = key_of(&w->bea);
	struct asked_wish wish = ILSE;
	struct batch *b = db_as(w, &w->bea);

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(ask(w, &w->ali, ILSE, 0), ASKED_SAVED);
	assert_int_equal(asked_by(w, &w->bea).act_count, 0);
	assert_int_equal(asked_by(w, &w->yara).act_count, 0);
	asked_ask_talk(b, &key, &wish);
	assert_int_equal(db_run(w, b), ST_NOT_FOUND);
}

/* What a coach reads of a member: nothing before it is handed in. */
static void
a_coach_reads_who_was_asked_with_what_was_handed_in(void **state)
{
	struct world *w = *state;
	struct plan_key key = key_of(&w->coach);
	struct plan_record record;
	struct batch *b;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(ask(w, &w->ali, BOSS, 0), ASKED_SAVED);
	b = db_batch(w, &w->coach, ROLE_COACH);
	plan_ask_member(b, &key, w->ali.id, PLAN_NEWEST);
	db_run_ok(w, b);
	assert_int_equal(batch_rows(b, QUERY_PLAN_ASKED), 0);
	assert_int_equal(hand_in(w, &w->ali, 0), ST_OK);
	b = db_batch(w, &w->coach, ROLE_COACH);
	plan_ask_member(b, &key, w->ali.id, 1);
	db_run_ok(w, b);
	assert_true(plan_read(&record, b));
	assert_int_equal(record.plan.asked.count, 1);
	assert_int_equal(record.plan.asked.early_minutes, 10);
}

static void
what_was_asked_goes_with_the_plan(void **state)
{
	struct world *w = *state;
	const char *const v[] = {db_text(w, w->ali.id)};

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(ask(w, &w->ali, ILSE, 0), ASKED_SAVED);
	db_sql(w, "DELETE FROM membership WHERE person_id = $1", 1, v);
	assert_int_equal(db_id(db_sql(w,
			     "SELECT count(*) FROM plan_asked a WHERE NOT"
			     " EXISTS (SELECT FROM plan p WHERE p.id ="
			     " a.plan_id) OR a.plan_id IN (SELECT id FROM plan"
			     " WHERE person_id = $1)",
			     1, v)),
	    0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DB_TEST(without_a_plan_nobody_was_asked),
	    DB_TEST(a_talk_costs_its_time_and_stays),
	    DB_TEST(
		asking_before_the_resident_loses_time_and_can_be_done_again),
	    DB_TEST(pressing_twice_spends_once),
	    DB_TEST(a_window_that_knows_less_spends_nothing),
	    DB_TEST(there_is_no_more_time_than_the_case_gives),
	    DB_TEST(
		beginning_anew_gives_the_time_back_and_keeps_what_was_chosen),
	    DB_TEST(after_handing_in_all_is_open_and_nothing_is_spent),
	    DB_TEST(nobody_sees_or_spends_what_is_not_theirs),
	    DB_TEST(a_coach_reads_who_was_asked_with_what_was_handed_in),
	    DB_TEST(what_was_asked_goes_with_the_plan),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
