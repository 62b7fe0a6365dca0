/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * feedback_test.c - what is opened and answered of the feedback is kept with
 * the version, seen by who may see that version, and never overwritten by a
 * window that knows less.
 */
#include "check.h"
#include "db/db.h"
#include "db/plan_acts.h"
#include "store/feedback.h"
#include "store/sealed.h"

static const char *const FOUND[] = {"wens", "op-tijd"};

/* Ali handed in version 1; these rules held. */
static void
begin(struct world *w)
{
	struct plan_key key = key_of(&w->ali);
	struct batch *b;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(
	    hand_in(w, &w->ali, newest(w, &w->ali).revision), ST_OK);
	for (int i = 0; i < 2; i++) { /* said twice, kept once */
		b = db_as(w, &w->ali);
		feedback_ask_keep(b, &key, 1, FOUND, 2);
		db_run_ok(w, b);
	}
}

static enum status
open_item(struct world *w, const struct person *p, int number, const char *rule,
    enum feedback_level level)
{
	struct plan_key key = key_of(p);
	struct batch *b = db_as(w, p);

	feedback_ask_open(b, &key, number, rule, level);
	return db_run(w, b);
}

static bool
answer(struct world *w, const char *basis, const char *text, bool agrees)
{
	struct plan_key key = key_of(&w->ali);
	struct batch *b = db_as(w, &w->ali);

	feedback_ask_answer(b, &key, 1, "wens", basis, text, agrees);
	db_run_ok(w, b);
	return feedback_is_saved(b);
}

/* Of Ali's plan, as somebody sees it. */
static size_t
acts(struct world *w, const struct person *p, bool is_member, int number,
    const struct feedback_record **out)
{
	struct plan_key key = key_of(p);
	struct batch *b = db_as(w, p);

	sealed_ask(
	    b, p->token_hash, key.course, key.casus, is_member ? w->ali.id : 0);
	feedback_ask(b, &key, is_member ? w->ali.id : 0, number);
	db_run_ok(w, b);
	return feedback_read(b, out);
}

static const struct feedback_record *
wish_item(struct world *w)
{
	const struct feedback_record *list;
	size_t n = acts(w, &w->ali, false, 1, &list);

	return feedback_find(list, n, 1, "wens");
}

static void
what_held_is_kept_with_the_version(void **state)
{
	struct world *w = *state;
	const struct feedback_record *list;

	begin(w);
	assert_int_equal(acts(w, &w->ali, false, 1, &list), 2);
	assert_string_equal(list[0].rule, "op-tijd");
	assert_true(list[0].is_found);
	assert_int_equal(list[0].level, LEVEL_QUESTION);
	/* The draft after it brings the same. */
	assert_int_equal(revise(w, &w->ali), 2);
	assert_int_equal(acts(w, &w->ali, false, PLAN_NEWEST, &list), 2);
	assert_int_equal(list[0].number, 1);
}

static void
what_was_shown_stays_shown(void **state)
{
	struct world *w = *state;

	begin(w);
	assert_int_equal(open_item(w, &w->ali, 1, "wens", LEVEL_EXPERT), ST_OK);
	assert_int_equal(open_item(w, &w->ali, 1, "wens", LEVEL_HINT), ST_OK);
	assert_int_equal(wish_item(w)->level, LEVEL_EXPERT);
	assert_true(wish_item(w)->is_found);
	/* A rule that did not hold then is opened, but was not found. */
	assert_int_equal(open_item(w, &w->ali, 1, "nieuw", LEVEL_HINT), ST_OK);
}

static void
only_the_maker_opens_and_answers_what_was_handed_in(void **state)
{
	struct world *w = *state;
	const struct feedback_record *list;

	begin(w);
	assert_int_equal(
	    open_item(w, &w->ali, 2, "wens", LEVEL_HINT), ST_NOT_FOUND);
	assert_int_equal(
	    open_item(w, &w->coach, 1, "wens", LEVEL_HINT), ST_NOT_FOUND);
	assert_int_equal(revise(w, &w->ali), 2);
	assert_int_equal(
	    open_item(w, &w->ali, 2, "wens", LEVEL_HINT), ST_NOT_FOUND);
	assert_int_equal(acts(w, &w->coach, true, 1, &list), 2);
	assert_int_equal(acts(w, &w->bea, true, 1, &list), 0);
}

static void
an_answer_is_saved_once_and_not_overwritten_unseen(void **state)
{
	struct world *w = *state;
	const char *first;

	begin(w);
	assert_string_equal(wish_item(w)->stamp, PLAN_NO_STAMP);
	assert_true(answer(w, PLAN_NO_STAMP, "Ik vraag het.", false));
	assert_true(answer(w, PLAN_NO_STAMP, "Ik vraag het.", false));
	first = wish_item(w)->stamp;
	assert_string_equal(wish_item(w)->answer, "Ik vraag het.");
	assert_true(wish_item(w)->answered_s > 0);
	assert_false(answer(w, PLAN_NO_STAMP, "Anders.", false));
	assert_string_equal(wish_item(w)->answer, "Ik vraag het.");
	/* The same words with another meaning are another answer. */
	assert_true(answer(w, first, "Ik vraag het.", true));
	assert_true(wish_item(w)->agrees);
	assert_false(answer(w, first, "Anders.", false));
	/* Taken back. */
	assert_true(answer(w, wish_item(w)->stamp, "", false));
	assert_string_equal(wish_item(w)->answer, "");
	assert_int_equal(wish_item(w)->answered_s, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DB_TEST(what_held_is_kept_with_the_version),
	    DB_TEST(what_was_shown_stays_shown),
	    DB_TEST(only_the_maker_opens_and_answers_what_was_handed_in),
	    DB_TEST(an_answer_is_saved_once_and_not_overwritten_unseen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
