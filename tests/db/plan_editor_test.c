/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * plan_editor_test.c - many lines put in at once, and what becomes of the
 * lines of huidig: once, undone in one press, never over another's work.
 */
#include "check.h"
#include "db/db.h"
#include "db/plan_acts.h"
#include "store/plan_editor.h"

static struct plan_saved
take_over(struct world *w, const char *act, const struct plan_line *lines,
    size_t count)
{
	struct plan_key key = key_of(&w->ali);
	const struct plan_line *list[PLAN_LINES_MAX + 1];
	struct batch *b = db_as(w, &w->ali);

	for (size_t i = 0; i < count; i++)
		list[i] = &lines[i];
	plan_ask_put_start(b, &key, act, list, count);
	db_run_ok(w, b);
	return plan_read_saved(b, QUERY_PLAN_START_PUT);
}

static struct plan_saved
answer(struct world *w, const char *act, enum scenario scenario,
    const struct plan_change *changes, size_t count)
{
	struct plan_key key = key_of(&w->ali);
	struct batch *b = db_as(w, &w->ali);

	plan_ask_changes(b, &key, act, scenario, changes, count);
	db_run_ok(w, b);
	return plan_read_saved(b, QUERY_PLAN_CHANGE_PUT);
}

static struct plan_editor
editor(struct world *w, const struct person *p)
{
	struct plan_key key = key_of(p);
	struct batch *b = db_as(w, p);

	plan_ask_editor(b, &key);
	db_run_ok(w, b);
	return plan_read_editor(b);
}

static void
undo(struct world *w, const char *act)
{
	struct plan_key key = key_of(&w->ali);
	struct batch *b = db_as(w, &w->ali);

	plan_ask_undo_copy(b, &key, act);
	db_run_ok(w, b);
}

static struct plan_copied
copied(struct world *w, const char *act)
{
	struct plan_key key = key_of(&w->ali);
	struct batch *b = db_as(w, &w->ali);

	plan_ask_copied(b, &key, act);
	db_run_ok(w, b);
	return plan_read_copied(b);
}

static size_t
lines_in(struct world *w, enum scenario scenario)
{
	struct plan_record r = newest(w, &w->ali);
	size_t n = 0;

	for (size_t i = 0; i < r.plan.line_count; i++)
		n += r.plan.lines[i].scenario == scenario;
	return n;
}

static void
what_the_dossier_says_is_put_in_once_and_undone(void **state)
{
	struct world *w = *state;
	struct plan_line lines[2] = { line_of("x", SCENARIO_HUIDIG),
		line_of("y", SCENARIO_HUIDIG) };
	struct plan_line read;

	lines[1].code = "BEW";
	lines[0].kans = lines[1].kans = NULL;
	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_true(take_over(w, "d1", lines, 2).is_saved);
	assert_true(take_over(w, "d1", lines, 2).is_saved);
	assert_true(take_over(w, "d2", lines, 2).is_saved);
	assert_int_equal(lines_in(w, SCENARIO_HUIDIG), 2);
	read = newest(w, &w->ali).plan.lines[1];
	assert_string_equal(read.code, "BEW");
	assert_string_equal(read.hoeveelheid, lines[1].hoeveelheid);
	assert_int_equal(read.start_maand, lines[1].start_maand);
	assert_int_equal(copied(w, "d1").lines, 2);
	undo(w, "d1");
	assert_int_equal(lines_in(w, SCENARIO_HUIDIG), 0);
}

static void
more_than_fits_is_refused_whole(void **state)
{
	struct world *w = *state;
	struct plan_line lines[PLAN_LINES_MAX + 1];

	for (int i = 0; i <= PLAN_LINES_MAX; i++) {
		lines[i] = line_of("x", SCENARIO_HUIDIG);
		lines[i].code = arena_printf(w->arena, "C%d", i);
	}
	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_true(take_over(w, "d1", lines, PLAN_LINES_MAX + 1).is_full);
	assert_int_equal(lines_in(w, SCENARIO_HUIDIG), 0);
	assert_true(take_over(w, "d1", lines, PLAN_LINES_MAX).is_saved);
}

static void
a_line_goes_on_changes_or_stops(void **state)
{
	struct world *w = *state;
	const struct plan_change answers[] = {
		{ .line_id = "l1", .answer = "door", .eenheid = "uur" },
		{ .line_id = "l2", .answer = "meer", .eenheid = "uur",
		    .hoeveelheid = "3", .per = "week", .duur_aantal = "26",
		    .duur_eenheid = "week", .start_maand = "1" },
		{ .line_id = "l3", .answer = "stopt", .eenheid = "uur",
		    .reden = "Niet meer nodig." },
		{ .line_id = "weg", .answer = "door", .eenheid = "uur" },
		{ .line_id = "l4", .answer = "door", .eenheid = "maand" },
	};
	struct plan_line line;
	struct plan_record r;

	assert_int_equal(start(w, &w->ali), ST_OK);
	for (int i = 1; i <= 4; i++) {
		line = line_of(arena_printf(w->arena, "l%d", i),
		    SCENARIO_HUIDIG);
		line.code = line.id;
		line.stopreden = NULL;
		assert_true(change_line(w, &w->ali, "leeg", &line).is_saved);
	}
	assert_true(
	    answer(w, "v1", SCENARIO_DOORBRAAK, answers, 5).is_saved);
	assert_true(
	    answer(w, "v1", SCENARIO_DOORBRAAK, answers, 5).is_saved);
	assert_true(
	    answer(w, "v2", SCENARIO_DOORBRAAK, answers, 5).is_saved);
	r = newest(w, &w->ali);
	assert_int_equal(lines_in(w, SCENARIO_DOORBRAAK), 2);
	assert_int_equal(lines_in(w, SCENARIO_DREIGEND), 0);
	assert_string_equal(r.plan.lines[2].stopreden, "Niet meer nodig.");
	assert_string_equal(r.plan.lines[4].hoeveelheid, "1.5");
	assert_string_equal(r.plan.lines[5].hoeveelheid, "3");
	assert_string_equal(r.plan.lines[5].duur_aantal, "26");
	assert_int_equal(editor(w, &w->ali).answer_count, 3);
	assert_int_equal(copied(w, "v1").stops, 1);
	undo(w, "v1");
	r = newest(w, &w->ali);
	assert_int_equal(r.plan.line_count, 4);
	assert_null(r.plan.lines[2].stopreden);
	assert_int_equal(editor(w, &w->ali).answer_count, 0);
}

static void
a_reason_that_somebody_wrote_after_it_stays(void **state)
{
	struct world *w = *state;
	const struct plan_change stops = { .line_id = "l1",
		.answer = "stopt", .eenheid = "uur", .reden = "Klaar." };
	struct plan_line line = line_of("l1", SCENARIO_HUIDIG);

	assert_int_equal(start(w, &w->ali), ST_OK);
	line.stopreden = NULL;
	assert_true(change_line(w, &w->ali, "leeg", &line).is_saved);
	assert_true(
	    answer(w, "v1", SCENARIO_DOORBRAAK, &stops, 1).is_saved);
	line.stopreden = "Zij wil dit zelf niet meer.";
	assert_true(change_line(w, &w->ali,
	    stamp_of(w, &w->ali, "regel", "l1"), &line).is_saved);
	undo(w, "v1");
	assert_string_equal(newest(w, &w->ali).plan.lines[0].stopreden,
	    "Zij wil dit zelf niet meer.");
}

static void
somebody_sees_only_their_own_help(void **state)
{
	struct world *w = *state;
	struct plan_line line = line_of("x", SCENARIO_HUIDIG);

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(start(w, &w->bea), ST_OK);
	assert_true(take_over(w, "d1", &line, 1).is_saved);
	assert_int_equal(editor(w, &w->ali).used_count, 1);
	assert_string_equal(editor(w, &w->ali).used[0], line.code);
	assert_int_equal(editor(w, &w->bea).used_count, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DB_TEST(what_the_dossier_says_is_put_in_once_and_undone),
		DB_TEST(more_than_fits_is_refused_whole),
		DB_TEST(a_line_goes_on_changes_or_stops),
		DB_TEST(a_reason_that_somebody_wrote_after_it_stays),
		DB_TEST(somebody_sees_only_their_own_help),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
