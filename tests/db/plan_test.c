/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * plan_test.c - a practice plan through its life: begun, saved, handed in,
 * begun anew from what was handed in.
 */
#include "check.h"
#include "db/db.h"
#include "db/plan_acts.h"

/* --- beginning and reading ------------------------------------------------ */

static void
a_plan_that_was_not_begun_is_not_there(void **state)
{
	struct world *w = *state;
	struct plan_record record;

	assert_false(read_plan(w, &w->ali, PLAN_NEWEST, &record));
	assert_int_equal(
	    save(w, &w->ali, 0, "situatie", "x", NULL), ST_NOT_FOUND);
	assert_int_equal(hand_in(w, &w->ali, 0), ST_NOT_FOUND);
}

static void
beginning_twice_gives_one_draft(void **state)
{
	struct world *w = *state;
	struct plan_record record;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(save(w, &w->ali, 0, "wens", "rust", NULL), ST_OK);
	assert_int_equal(start(w, &w->ali), ST_OK);
	record = newest(w, &w->ali);
	assert_int_equal(record.number, 1);
	assert_int_equal(record.handed_in_s, 0);
	assert_int_equal(record.person_id, w->ali.id);
	assert_int_equal(record.plan.horizon_jaren, 3);
	assert_string_equal(record.plan.disconto_pct, "2.8");
	assert_string_equal(record.plan.text[FIELD_WENS], "rust");
	assert_string_equal(record.plan.text[FIELD_SITUATIE], "");
	assert_null(record.plan.kans_dreigend);
}

static void
what_was_saved_is_read_back_exactly(void **state)
{
	struct world *w = *state;
	static const char TEXT[] =
	    "Één 'zin', met \"tekens\" {als} \\ deze,\nNULL\n\ten €.";
	struct plan_record record;
	struct plan_line want = line_of("l1", SCENARIO_DREIGEND);
	const struct plan_line *have;
	struct plan_saved saved;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(save(w, &w->ali, 0, "situatie", TEXT, NULL), ST_OK);
	put_line(w, &w->ali, "l1", SCENARIO_DREIGEND);
	put_article(w, &w->ali, "wmo-2.3.5");
	assert_int_equal(
	    try_argument(w, &w->ali, 99, "wmo-2.3.5", TEXT, &saved), ST_OK);
	put_action(w, &w->ali, "a1");
	assert_int_equal(set_chance(w, &w->ali, "0.35"), ST_OK);
	record = newest(w, &w->ali);
	assert_string_equal(record.plan.text[FIELD_SITUATIE], TEXT);
	assert_string_equal(record.plan.kans_dreigend, "0.35");
	assert_int_equal(record.plan.line_count, 1);
	have = &record.plan.lines[0];
	assert_int_equal(have->scenario, want.scenario);
	assert_string_equal(have->omschrijving, want.omschrijving);
	assert_int_equal(have->tarief_eurocent, want.tarief_eurocent);
	assert_string_equal(have->hoeveelheid, want.hoeveelheid);
	assert_string_equal(have->duur_aantal, want.duur_aantal);
	assert_string_equal(have->kans, want.kans);
	assert_int_equal(have->start_maand, want.start_maand);
	assert_int_equal(have->payer_count, 1);
	assert_string_equal(have->payers[0].betaler, "gemeente");
	assert_string_equal(record.plan.articles[0].part[ARGUMENT_RUIMTE], TEXT);
	assert_string_equal(record.plan.actions[0].wie, "Noor");
}

/* --- saving --------------------------------------------------------------- */

static void
every_save_makes_a_new_revision(void **state)
{
	struct world *w = *state;
	struct plan_saved one, two;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(save(w, &w->ali, 0, "wens", "a", &one), ST_OK);
	assert_int_equal(
	    save(w, &w->ali, one.revision, "wens", "b", &two), ST_OK);
	assert_int_equal(one.revision, 1);
	assert_int_equal(two.revision, 2);
	assert_true(two.saved_s > 1700000000);
}

static void
saving_the_same_again_changes_nothing(void **state)
{
	struct world *w = *state;
	struct plan_saved one, again;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(save(w, &w->ali, 0, "wens", "a", &one), ST_OK);
	assert_int_equal(save(w, &w->ali, 0, "wens", "a", &again), ST_OK);
	assert_int_equal(again.revision, one.revision);
}

static void
a_change_in_another_window_is_a_conflict(void **state)
{
	struct world *w = *state;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(save(w, &w->ali, 0, "wens", "hier", NULL), ST_OK);
	assert_int_equal(
	    save(w, &w->ali, 0, "wens", "daar", NULL), ST_CONFLICT);
	assert_string_equal(newest(w, &w->ali).plan.text[FIELD_WENS], "hier");
}

static void
two_windows_on_different_fields_do_not_conflict(void **state)
{
	struct world *w = *state;
	struct plan_record record;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(save(w, &w->ali, 0, "wens", "hier", NULL), ST_OK);
	assert_int_equal(save(w, &w->ali, 0, "knelt", "daar", NULL), ST_OK);
	record = newest(w, &w->ali);
	assert_string_equal(record.plan.text[FIELD_WENS], "hier");
	assert_string_equal(record.plan.text[FIELD_KNELT], "daar");
}

static void
a_conflict_saves_none_of_the_fields(void **state)
{
	struct world *w = *state;
	static const char *const FIELDS[] = {"knelt", "wens"};
	static const char *const TEXTS[] = {"nieuw", "anders"};
	static const char *const BASES[] = {NULL, NULL};
	struct plan_texts texts = {2, FIELDS, TEXTS, BASES, 0};
	struct plan_key key = key_of(&w->ali);
	struct batch *b;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(save(w, &w->ali, 0, "wens", "hier", NULL), ST_OK);
	b = db_as(w, &w->ali);
	plan_ask_save(b, &key, &texts);
	plan_ask(b, &key, PLAN_NEWEST); /* in the same round trip */
	db_run_ok(w, b);
	assert_false(plan_read_saved(b, QUERY_PLAN_SAVE).is_saved);
	assert_string_equal(newest(w, &w->ali).plan.text[FIELD_KNELT], "");
}

/* --- handing in ----------------------------------------------------------- */

static void
handing_in_freezes_the_version(void **state)
{
	struct world *w = *state;
	int64_t seen = full_plan(w, &w->ali);
	struct plan_key key = key_of(&w->ali);
	struct plan_part part = {"regel", "l1", "x"};
	struct plan_saved saved;
	struct batch *b;

	assert_int_equal(hand_in(w, &w->ali, seen), ST_OK);
	assert_int_equal(
	    save(w, &w->ali, 99, "wens", "later", NULL), ST_HANDED_IN);
	assert_int_equal(
	    try_argument(w, &w->ali, 99, "jw-2.3", "later", &saved),
	    ST_HANDED_IN);
	assert_int_equal(set_chance(w, &w->ali, "1"), ST_HANDED_IN);
	assert_int_equal(copy_lines(w, &w->ali, "c1"), ST_HANDED_IN);
	b = db_as(w, &w->ali);
	plan_ask_remove(b, &key, &part);
	assert_int_equal(db_run(w, b), ST_HANDED_IN);
	b = db_as(w, &w->ali);
	plan_ask_put_article(b, &key, seen, "wmo-2.3.5");
	assert_int_equal(db_run(w, b), ST_HANDED_IN);
	assert_string_equal(newest(w, &w->ali).plan.text[FIELD_WENS], "rust");
	assert_true(newest(w, &w->ali).handed_in_s > 0);
	assert_int_equal(newest(w, &w->ali).plan.line_count, 2);
}

static void
handing_in_what_changed_meanwhile_is_a_conflict(void **state)
{
	struct world *w = *state;
	int64_t seen = full_plan(w, &w->ali);

	assert_int_equal(
	    save(w, &w->ali, seen, "wens", "nog iets", NULL), ST_OK);
	assert_int_equal(hand_in(w, &w->ali, seen), ST_CONFLICT);
	assert_int_equal(newest(w, &w->ali).handed_in_s, 0);
}

static void
handing_in_twice_is_told(void **state)
{
	struct world *w = *state;
	int64_t seen = full_plan(w, &w->ali);

	assert_int_equal(hand_in(w, &w->ali, seen), ST_OK);
	assert_int_equal(hand_in(w, &w->ali, seen), ST_HANDED_IN);
}

static void
beginning_again_after_handing_in_opens_nothing(void **state)
{
	struct world *w = *state;
	int64_t seen = full_plan(w, &w->ali);

	assert_int_equal(hand_in(w, &w->ali, seen), ST_OK);
	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(newest(w, &w->ali).number, 1);
	assert_true(newest(w, &w->ali).handed_in_s > 0);
}

/* --- a new version -------------------------------------------------------- */

static void
assert_same_plan(const struct plan *a, const struct plan *b)
{
	for (int f = 0; f < FIELD_COUNT; f++)
		assert_string_equal(a->text[f], b->text[f]);
	assert_string_equal(a->kans_dreigend, b->kans_dreigend);
	assert_int_equal(a->horizon_jaren, b->horizon_jaren);
	assert_string_equal(a->disconto_pct, b->disconto_pct);
	assert_int_equal(a->line_count, b->line_count);
	for (size_t i = 0; i < a->line_count; i++) {
		const struct plan_line *l = &a->lines[i], *m = &b->lines[i];

		assert_string_equal(l->id, m->id);
		assert_int_equal(l->scenario, m->scenario);
		assert_string_equal(l->code, m->code);
		assert_string_equal(l->hoeveelheid, m->hoeveelheid);
		assert_string_equal(l->kans, m->kans);
		if (l->scenario == SCENARIO_HUIDIG)
			assert_string_equal(l->stopreden, m->stopreden);
		else
			assert_null(l->stopreden);
		assert_int_equal(l->tarief_eurocent, m->tarief_eurocent);
	}
	assert_int_equal(a->article_count, b->article_count);
	for (size_t i = 0; i < a->article_count; i++) {
		assert_string_equal(a->articles[i].code, b->articles[i].code);
		for (int p = 0; p < ARGUMENT_PARTS; p++)
			assert_string_equal(
			    a->articles[i].part[p], b->articles[i].part[p]);
	}
	assert_int_equal(a->action_count, b->action_count);
	for (size_t i = 0; i < a->action_count; i++)
		assert_string_equal(a->actions[i].wat, b->actions[i].wat);
}

static void
a_new_version_begins_as_a_copy_of_everything(void **state)
{
	struct world *w = *state;
	int64_t seen = full_plan(w, &w->ali);
	struct plan_record one, two;

	assert_int_equal(hand_in(w, &w->ali, seen), ST_OK);
	assert_int_equal(revise(w, &w->ali), 2);
	assert_true(read_plan(w, &w->ali, 1, &one));
	two = newest(w, &w->ali);
	assert_int_equal(two.number, 2);
	assert_int_equal(two.handed_in_s, 0);
	assert_true(two.revision > one.revision);
	assert_same_plan(&two.plan, &one.plan);
}

/* Every column of a line, also those that nothing reads yet. */
static void
no_column_is_forgotten_in_the_copy(void **state)
{
	struct world *w = *state;
	static const char *const TABLES[] = {
	    "plan_text", "plan_line", "plan_article", "plan_action"};
	int64_t seen = full_plan(w, &w->ali);
	const char *const v[] = {db_text(w, w->ali.id)};

	assert_int_equal(hand_in(w, &w->ali, seen), ST_OK);
	assert_int_equal(revise(w, &w->ali), 2);
	for (size_t i = 0; i < sizeof(TABLES) / sizeof(TABLES[0]); i++) {
		const char *sql = arena_printf(w->arena,
		    "SELECT count(DISTINCT to_jsonb(t) - 'number'), count(*)"
		    " FROM %s t JOIN plan p ON p.id = t.plan_id"
		    " WHERE p.person_id = $1",
		    TABLES[i]);
		const PGresult *r = db_sql(w, sql, 1, v);
		int64_t kinds = strtoll(PQgetvalue(r, 0, 0), NULL, 10);
		int64_t rows = strtoll(PQgetvalue(r, 0, 1), NULL, 10);

		assert_true(rows > 0);
		if (rows != 2 * kinds)
			fail_msg("%s differs in the copy", TABLES[i]);
	}
}

static void
what_was_taken_out_is_not_copied(void **state)
{
	struct world *w = *state;
	struct plan_record record;
	int64_t seen = full_plan(w, &w->ali);

	seen = take_out(w, &w->ali, "regel", "l1").revision;
	assert_int_equal(hand_in(w, &w->ali, seen), ST_OK);
	assert_int_equal(revise(w, &w->ali), 2);
	record = newest(w, &w->ali);
	assert_int_equal(record.plan.line_count, 1);
	assert_string_equal(record.plan.lines[0].id, "l2");
	assert_null(removed_stamp(w, &w->ali, "regel", "l1"));
}

static void
a_new_version_leaves_the_old_one_alone(void **state)
{
	struct world *w = *state;
	int64_t seen = full_plan(w, &w->ali);
	struct plan_record before, after;

	assert_int_equal(hand_in(w, &w->ali, seen), ST_OK);
	assert_true(read_plan(w, &w->ali, 1, &before));
	assert_int_equal(revise(w, &w->ali), 2);
	assert_int_equal(save(w, &w->ali, 99, "wens", "nieuwer", NULL), ST_OK);
	take_out(w, &w->ali, "regel", "l2");
	put_article(w, &w->ali, "wmo-2.3.5");
	assert_true(read_plan(w, &w->ali, 1, &after));
	assert_same_plan(&after.plan, &before.plan);
	assert_int_equal(after.revision, before.revision);
}

static void
asking_twice_for_a_new_version_gives_one_draft(void **state)
{
	struct world *w = *state;
	const struct plan_version *list;
	struct plan_key key = key_of(&w->ali);
	struct batch *b = db_as(w, &w->ali);

	assert_int_equal(hand_in(w, &w->ali, full_plan(w, &w->ali)), ST_OK);
	assert_int_equal(revise(w, &w->ali), 2);
	assert_int_equal(revise(w, &w->ali), 2);
	plan_ask_versions(b, &key);
	db_run_ok(w, b);
	assert_int_equal(plan_read_versions(b, &list), 2);
	assert_int_equal(list[0].number, 2);
	assert_int_equal(list[0].handed_in_s, 0);
	assert_int_equal(list[1].number, 1);
	assert_true(list[1].handed_in_s > 0);
}

/* A form that was made of version 1 knows a revision that version 2 keeps. */
static void
a_form_of_the_old_version_cannot_overwrite_the_new_one(void **state)
{
	struct world *w = *state;
	int64_t seen = full_plan(w, &w->ali);
	struct plan_saved saved;

	assert_int_equal(hand_in(w, &w->ali, seen), ST_OK);
	assert_int_equal(revise(w, &w->ali), 2);
	assert_int_equal(save(w, &w->ali, 99, "wens", "nieuw", &saved), ST_OK);
	assert_int_equal(
	    save(w, &w->ali, seen, "wens", "oud venster", NULL), ST_CONFLICT);
	assert_string_equal(newest(w, &w->ali).plan.text[FIELD_WENS], "nieuw");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DB_TEST(a_plan_that_was_not_begun_is_not_there),
	    DB_TEST(beginning_twice_gives_one_draft),
	    DB_TEST(what_was_saved_is_read_back_exactly),
	    DB_TEST(every_save_makes_a_new_revision),
	    DB_TEST(saving_the_same_again_changes_nothing),
	    DB_TEST(a_change_in_another_window_is_a_conflict),
	    DB_TEST(two_windows_on_different_fields_do_not_conflict),
	    DB_TEST(a_conflict_saves_none_of_the_fields),
	    DB_TEST(handing_in_freezes_the_version),
	    DB_TEST(handing_in_what_changed_meanwhile_is_a_conflict),
	    DB_TEST(handing_in_twice_is_told),
	    DB_TEST(beginning_again_after_handing_in_opens_nothing),
	    DB_TEST(a_new_version_begins_as_a_copy_of_everything),
	    DB_TEST(no_column_is_forgotten_in_the_copy),
	    DB_TEST(what_was_taken_out_is_not_copied),
	    DB_TEST(a_new_version_leaves_the_old_one_alone),
	    DB_TEST(asking_twice_for_a_new_version_gives_one_draft),
	    DB_TEST(a_form_of_the_old_version_cannot_overwrite_the_new_one),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
