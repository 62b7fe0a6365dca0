/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * plan_sign_test.c - what a line says of itself: asked once, kept beside the
 * line through copies, versions, files and the way back, and never lost to
 * another window.
 */
#include "check.h"
#include "content/plan_file.h"
#include "db/db.h"
#include "db/plan_acts.h"
#include "store/plan_editor.h"
#include "store/plan_take.h"

static const struct plan_line *
line_in(struct world *w, enum scenario s)
{
	static struct plan_record r;

	r = newest(w, &w->ali);
	for (size_t i = 0; i < r.plan.line_count; i++)
		if (r.plan.lines[i].scenario == s)
			return &r.plan.lines[i];
	fail_msg("no line in %s", scenario_name(s));
	return NULL;
}

static enum plan_sign
sign_in(struct world *w, enum scenario s)
{
	return line_in(w, s)->verlengde_jeugdhulp;
}

static struct plan_saved
say(struct world *w, const char *basis, enum plan_sign sign)
{
	struct plan_line line = line_of("l1", SCENARIO_HUIDIG);

	line.stopreden = NULL;
	line.verlengde_jeugdhulp = sign;
	return change_line(w, &w->ali, basis, &line);
}

static const char *
stamp(struct world *w)
{
	return newest(w, &w->ali).line_stamp[0];
}

static void
an_answer_is_stored_and_can_be_taken_back(void **state)
{
	struct world *w = *state;
	int64_t revision;

	start(w, &w->ali);
	assert_true(say(w, PLAN_NO_STAMP, SIGN_YES).is_saved);
	assert_int_equal(sign_in(w, SCENARIO_HUIDIG), SIGN_YES);
	/* The same form once more is no second act. */
	revision = newest(w, &w->ali).revision;
	assert_true(say(w, PLAN_NO_STAMP, SIGN_YES).is_saved);
	assert_int_equal(newest(w, &w->ali).revision, revision);
	/* A form that did not ask leaves it. */
	assert_true(say(w, stamp(w), SIGN_NONE).is_saved);
	assert_int_equal(sign_in(w, SCENARIO_HUIDIG), SIGN_YES);
	assert_true(say(w, stamp(w), SIGN_NO).is_saved);
	assert_int_equal(sign_in(w, SCENARIO_HUIDIG), SIGN_NO);
	assert_true(newest(w, &w->ali).revision > revision);
}

static void
an_answer_in_another_window_is_not_overwritten(void **state)
{
	struct world *w = *state;
	struct plan_line line = line_of("l1", SCENARIO_HUIDIG);
	struct plan_saved saved;
	const char *before;

	start(w, &w->ali);
	say(w, PLAN_NO_STAMP, SIGN_NO);
	before = stamp(w);
	assert_true(say(w, before, SIGN_YES).is_saved);
	line.stopreden = NULL;
	line.hoeveelheid = "3";
	line.verlengde_jeugdhulp = SIGN_NO;
	saved = change_line(w, &w->ali, before, &line);
	assert_false(saved.is_saved);
	assert_string_equal(saved.stamp, stamp(w));
	assert_int_equal(sign_in(w, SCENARIO_HUIDIG), SIGN_YES);
	assert_string_equal(line_in(w, SCENARIO_HUIDIG)->hoeveelheid, "1.5");
}

static void
a_line_that_is_refused_keeps_its_answer(void **state)
{
	struct world *w = *state;
	struct plan_key key = key_of(&w->ali);
	struct plan_line line = line_of("l1", SCENARIO_HUIDIG);
	const struct plan_price gone = {
	    .choice = "tabel", .from_eurocent = 1, .from_jaar = 2026};
	struct batch *b;

	start(w, &w->ali);
	say(w, PLAN_NO_STAMP, SIGN_YES);
	line.stopreden = NULL;
	line.verlengde_jeugdhulp = SIGN_NO;
	b = db_as(w, &w->ali);
	plan_ask_price_line(b, &key, stamp(w), &line, &gone);
	db_run_ok(w, b);
	assert_true(plan_read_saved(b, QUERY_PLAN_LINE_PUT).is_gone);
	assert_int_equal(sign_in(w, SCENARIO_HUIDIG), SIGN_YES);
}

static void
a_copy_and_a_new_version_say_the_same(void **state)
{
	struct world *w = *state;
	struct plan_key key = key_of(&w->ali);
	struct batch *b;

	start(w, &w->ali);
	say(w, PLAN_NO_STAMP, SIGN_YES);
	b = db_as(w, &w->ali);
	plan_ask_copy_lines(b, &key, "c1");
	db_run_ok(w, b);
	assert_int_equal(sign_in(w, SCENARIO_DREIGEND), SIGN_YES);
	assert_int_equal(sign_in(w, SCENARIO_DOORBRAAK), SIGN_YES);
	assert_int_equal(
	    hand_in(w, &w->ali, newest(w, &w->ali).revision), ST_OK);
	assert_int_equal(revise(w, &w->ali), 2);
	for (int s = 0; s < SCENARIO_COUNT; s++)
		assert_int_equal(sign_in(w, (enum scenario)s), SIGN_YES);
	/* What is handed in does not change with the draft. */
	assert_true(say(w, stamp(w), SIGN_NO).is_saved);
	struct plan_record first;

	assert_true(read_plan(w, &w->ali, 1, &first));
	assert_int_equal(first.plan.lines[0].verlengde_jeugdhulp, SIGN_YES);
}

static void
a_line_that_goes_on_says_the_same(void **state)
{
	struct world *w = *state;
	struct plan_key key = key_of(&w->ali);
	const struct plan_change on = {
	    .line_id = "l1", .answer = "door", .eenheid = "uur"};
	struct batch *b;

	start(w, &w->ali);
	say(w, PLAN_NO_STAMP, SIGN_YES);
	b = db_as(w, &w->ali);
	plan_ask_changes(b, &key, "a1", SCENARIO_DOORBRAAK, &on, 1);
	db_run_ok(w, b);
	assert_int_equal(sign_in(w, SCENARIO_DOORBRAAK), SIGN_YES);
}

static void
import(struct world *w, const char *act, const struct plan *plan)
{
	struct plan_key key = key_of(&w->ali);
	struct plan_import from = {
	    .act = act, .seen = newest(w, &w->ali).revision};
	struct plan_file_rows rows;
	struct batch *b = db_as(w, &w->ali);

	from.plan = plan_take_sealed(b, &key, plan);
	rows = plan_file_rows(w->arena, from.plan);
	from.lines = rows.lines;
	from.articles = rows.articles;
	from.actions = rows.actions;
	plan_ask_import(b, &key, &from);
	db_run_ok(w, b);
}

static void
a_file_brings_what_it_says_and_the_way_back_what_was(void **state)
{
	struct world *w = *state;
	struct plan_key key = key_of(&w->ali);
	struct plan_line line = line_of("f1", SCENARIO_HUIDIG);
	struct plan plan = {.horizon_jaren = 1,
	    .disconto_pct = "0",
	    .line_count = 1,
	    .lines = &line};
	const struct plan_line *have;
	struct batch *b;

	for (int f = 0; f < FIELD_COUNT; f++)
		plan.text[f] = "";
	start(w, &w->ali);
	say(w, PLAN_NO_STAMP, SIGN_YES);
	line.stopreden = NULL;
	line.verblijf24 = SIGN_YES;
	line.ernstig = SIGN_NO;
	line.gebeurtenis = "uitzetting";
	import(w, "i1", &plan);
	have = line_in(w, SCENARIO_HUIDIG);
	assert_string_equal(have->id, "f1");
	assert_int_equal(have->verlengde_jeugdhulp, SIGN_NONE);
	assert_int_equal(have->verblijf24, SIGN_YES);
	assert_int_equal(have->ernstig, SIGN_NO);
	assert_string_equal(have->gebeurtenis, "uitzetting");
	b = db_as(w, &w->ali);
	plan_ask_import_undo(b, &key, "i1");
	db_run_ok(w, b);
	have = line_in(w, SCENARIO_HUIDIG);
	assert_string_equal(have->id, "l1");
	assert_int_equal(have->verlengde_jeugdhulp, SIGN_YES);
	assert_int_equal(have->verblijf24, SIGN_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DB_TEST(an_answer_is_stored_and_can_be_taken_back),
	    DB_TEST(an_answer_in_another_window_is_not_overwritten),
	    DB_TEST(a_line_that_is_refused_keeps_its_answer),
	    DB_TEST(a_copy_and_a_new_version_say_the_same),
	    DB_TEST(a_line_that_goes_on_says_the_same),
	    DB_TEST(a_file_brings_what_it_says_and_the_way_back_what_was),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
