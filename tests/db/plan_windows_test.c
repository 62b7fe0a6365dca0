/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * plan_windows_test.c - two windows on one plan, and acts that are sent
 * again: nothing is overwritten unseen, nothing is done twice.
 */
#include "check.h"
#include "db/db.h"
#include "db/plan_acts.h"

static const char *
text_of(struct world *w, enum plan_field field)
{
	return newest(w, &w->ali).plan.text[field];
}

static const char *
basis_of(struct world *w, enum plan_field field)
{
	return newest(w, &w->ali).text_stamp[field];
}

/* Both texts of one page, as its form sends them; gives is_saved. */
static bool
save_both(struct world *w, const char *situatie, const char *basis_situatie,
    const char *knelt, const char *basis_knelt)
{
	static const char *const FIELDS[] = {"situatie", "knelt"};
	const char *const texts[] = {situatie, knelt};
	const char *const bases[] = {basis_situatie, basis_knelt};
	const struct plan_texts all = {2, FIELDS, texts, bases, 0};
	struct plan_key key = key_of(&w->ali);
	struct batch *b = db_as(w, &w->ali);

	plan_ask_save(b, &key, &all);
	db_run_ok(w, b);
	return plan_read_saved(b, QUERY_PLAN_SAVE).is_saved;
}

/* --- texts ---------------------------------------------------------------- */

static void
a_later_save_does_not_overwrite_another_window(void **state)
{
	struct world *w = *state;
	const char *seen;

	assert_int_equal(start(w, &w->ali), ST_OK);
	seen = basis_of(w, FIELD_WENS);
	assert_string_equal(seen, PLAN_NO_STAMP);
	assert_int_equal(
	    save_text(w, &w->ali, 0, seen, "wens", "hier", NULL), ST_OK);
	assert_int_equal(save_text(w, &w->ali, 99, seen, "wens", "daar", NULL),
	    ST_CONFLICT);
	assert_string_equal(text_of(w, FIELD_WENS), "hier");
	/* Whoever has seen both may choose. */
	seen = basis_of(w, FIELD_WENS);
	assert_int_equal(
	    save_text(w, &w->ali, 0, seen, "wens", "daar", NULL), ST_OK);
	assert_string_equal(text_of(w, FIELD_WENS), "daar");
}

/* Two windows on one page, each at work on a text of its own. */
static void
two_texts_of_one_page_in_two_windows_are_no_conflict(void **state)
{
	struct world *w = *state;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_true(
	    save_both(w, "vier mensen", PLAN_NO_STAMP, "", PLAN_NO_STAMP));
	assert_true(save_both(w, "", PLAN_NO_STAMP, "schuld", PLAN_NO_STAMP));
	assert_string_equal(text_of(w, FIELD_SITUATIE), "vier mensen");
	assert_string_equal(text_of(w, FIELD_KNELT), "schuld");
}

static void
a_conflict_about_one_text_saves_none_of_the_form(void **state)
{
	struct world *w = *state;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_true(save_both(w, "eerst", PLAN_NO_STAMP, "", PLAN_NO_STAMP));
	assert_false(
	    save_both(w, "later", PLAN_NO_STAMP, "nieuw", PLAN_NO_STAMP));
	assert_string_equal(text_of(w, FIELD_SITUATIE), "eerst");
	assert_string_equal(text_of(w, FIELD_KNELT), "");
}

/* A save whose answer never came back is the form's own. */
static void
a_form_knows_what_it_sent_itself(void **state)
{
	struct world *w = *state;
	const char *both;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(save_text(w, &w->ali, 0, PLAN_NO_STAMP, "wens",
			     "hier wo", NULL),
	    ST_OK);
	both = arena_printf(
	    w->arena, "%s %s", PLAN_NO_STAMP, basis_of(w, FIELD_WENS));
	assert_int_equal(
	    save_text(w, &w->ali, 0, both, "wens", "hier wonen", NULL), ST_OK);
	assert_string_equal(text_of(w, FIELD_WENS), "hier wonen");
}

static void
the_same_text_twice_is_one_revision(void **state)
{
	struct world *w = *state;
	struct plan_saved one, two;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(
	    save_text(w, &w->ali, 0, PLAN_NO_STAMP, "wens", "x", &one), ST_OK);
	assert_int_equal(
	    save_text(w, &w->ali, 0, PLAN_NO_STAMP, "wens", "x", &two), ST_OK);
	assert_int_equal(one.revision, two.revision);
}

/* --- the chance, lines, actions ------------------------------------------- */

static void
a_chance_changed_elsewhere_is_not_overwritten(void **state)
{
	struct world *w = *state;
	const enum plan_figure kans = FIGURE_KANS;
	const char *seen;

	assert_int_equal(start(w, &w->ali), ST_OK);
	seen = newest(w, &w->ali).figure_stamp[kans];
	assert_int_equal(set_figure_as(w, &w->ali, kans, seen, "0.3"), ST_OK);
	assert_int_equal(set_figure_as(w, &w->ali, kans, seen, "0.3"), ST_OK);
	assert_int_equal(
	    set_figure_as(w, &w->ali, kans, seen, "0.5"), ST_CONFLICT);
	/* This window never touched it: left as it is. */
	assert_int_equal(set_figure_as(w, &w->ali, kans, seen, ""), ST_OK);
	assert_string_equal(newest(w, &w->ali).plan.kans_dreigend, "0.3");
}

/* One form, three figures: what this window did not touch stays. */
static void
a_figure_changed_elsewhere_stays_beside_ones_own(void **state)
{
	struct world *w = *state;
	struct plan_record seen;
	struct plan_key key = key_of(&w->ali);
	struct plan_figures form = {.count = FIGURE_COUNT,
	    .value = {"", "0.7", "3"}};
	struct batch *b = db_as(w, &w->ali);

	assert_int_equal(start(w, &w->ali), ST_OK);
	seen = newest(w, &w->ali);
	for (int f = 0; f < FIGURE_COUNT; f++) {
		form.name[f] = plan_figure_name((enum plan_figure)f);
		form.basis[f] = seen.figure_stamp[f];
	}
	assert_int_equal(set_chance(w, &w->ali, "0.3"), ST_OK);
	assert_int_equal(set_figure(w, &w->ali, FIGURE_HORIZON, "5"), ST_OK);
	plan_ask_figures(b, &key, &form, "2.8");
	db_run_ok(w, b);
	assert_true(plan_read_saved(b, QUERY_PLAN_FIGURES).is_saved);
	seen = newest(w, &w->ali);
	assert_string_equal(seen.plan.kans_dreigend, "0.3");
	assert_string_equal(seen.plan.slaagkans, "0.7");
	assert_int_equal(seen.plan.horizon_jaren, 5);
}

static void
a_line_changed_elsewhere_is_not_overwritten(void **state)
{
	struct world *w = *state;
	struct plan_line line = line_of("l1", SCENARIO_HUIDIG);
	struct plan_saved saved;
	const char *seen;

	assert_int_equal(start(w, &w->ali), ST_OK);
	put_line(w, &w->ali, "l1", SCENARIO_HUIDIG);
	put_line(w, &w->ali, "l2", SCENARIO_HUIDIG);
	seen = stamp_of(w, &w->ali, "regel", "l1");
	line.hoeveelheid = "2";
	assert_true(change_line(w, &w->ali, seen, &line).is_saved);
	line.hoeveelheid = "3";
	saved = change_line(w, &w->ali, seen, &line);
	assert_false(saved.is_saved);
	assert_false(saved.is_full);
	assert_string_equal(
	    newest(w, &w->ali).plan.lines[0].hoeveelheid, "2");
	/* The stamp that came back is the one to choose with. */
	assert_true(change_line(w, &w->ali, saved.stamp, &line).is_saved);
	assert_string_equal(
	    newest(w, &w->ali).plan.lines[0].hoeveelheid, "3");
	/* Another line was never in question. */
	line.id = "l2";
	assert_true(change_line(w, &w->ali,
	    stamp_of(w, &w->ali, "regel", "l2"), &line).is_saved);
}

static void
a_line_that_was_taken_out_elsewhere_does_not_come_back_unseen(void **state)
{
	struct world *w = *state;
	struct plan_line line = line_of("l1", SCENARIO_HUIDIG);
	struct plan_saved saved;
	const char *seen;

	assert_int_equal(start(w, &w->ali), ST_OK);
	put_line(w, &w->ali, "l1", SCENARIO_HUIDIG);
	seen = stamp_of(w, &w->ali, "regel", "l1");
	take_out(w, &w->ali, "regel", "l1");
	line.hoeveelheid = "2";
	saved = change_line(w, &w->ali, seen, &line);
	assert_false(saved.is_saved);
	assert_int_equal(newest(w, &w->ali).plan.line_count, 0);
	assert_true(change_line(w, &w->ali, saved.stamp, &line).is_saved);
	assert_int_equal(newest(w, &w->ali).plan.line_count, 1);
}

static void
an_action_changed_elsewhere_is_not_overwritten(void **state)
{
	struct world *w = *state;
	const char *seen;

	assert_int_equal(start(w, &w->ali), ST_OK);
	put_action(w, &w->ali, "a1");
	seen = stamp_of(w, &w->ali, "actie", "a1");
	assert_true(
	    change_action(w, &w->ali, seen, "a1", "schrijven").is_saved);
	assert_false(change_action(w, &w->ali, seen, "a1", "gaan").is_saved);
	assert_string_equal(
	    newest(w, &w->ali).plan.actions[0].wat, "schrijven");
}

static void
what_changed_elsewhere_is_not_taken_out_unseen(void **state)
{
	struct world *w = *state;
	const char *seen;

	assert_int_equal(start(w, &w->ali), ST_OK);
	put_action(w, &w->ali, "a1");
	seen = stamp_of(w, &w->ali, "actie", "a1");
	change_action(w, &w->ali, seen, "a1", "schrijven");
	assert_false(take_out_as(w, &w->ali, "actie", "a1", seen).is_saved);
	assert_int_equal(newest(w, &w->ali).plan.action_count, 1);
	assert_true(take_out(w, &w->ali, "actie", "a1").is_saved);
	assert_true(take_out_as(w, &w->ali, "actie", "a1", seen).is_saved);
	assert_int_equal(newest(w, &w->ali).plan.action_count, 0);
}

/* --- sent again ----------------------------------------------------------- */

static void
a_new_line_sent_again_does_not_undo_what_came_after(void **state)
{
	struct world *w = *state;
	struct plan_line line = line_of("l1", SCENARIO_HUIDIG);

	assert_int_equal(start(w, &w->ali), ST_OK);
	put_line(w, &w->ali, "l1", SCENARIO_HUIDIG);
	line.hoeveelheid = "2";
	change_line(w, &w->ali, stamp_of(w, &w->ali, "regel", "l1"), &line);
	put_line(w, &w->ali, "l1", SCENARIO_HUIDIG); /* the back button */
	assert_string_equal(
	    newest(w, &w->ali).plan.lines[0].hoeveelheid, "2");
	take_out(w, &w->ali, "regel", "l1");
	put_line(w, &w->ali, "l1", SCENARIO_HUIDIG);
	assert_int_equal(newest(w, &w->ali).plan.line_count, 0);
}

static void
what_is_sent_again_makes_no_revision(void **state)
{
	struct world *w = *state;
	struct plan_key key = key_of(&w->ali);
	const char *seen;
	int64_t revision;
	struct batch *b;

	assert_int_equal(start(w, &w->ali), ST_OK);
	put_line(w, &w->ali, "l1", SCENARIO_HUIDIG);
	put_action(w, &w->ali, "a1");
	seen = stamp_of(w, &w->ali, "actie", "a1");
	put_article(w, &w->ali, "jw-2.3");
	assert_int_equal(copy_lines(w, &w->ali, "c1"), ST_OK);
	take_out(w, &w->ali, "actie", "a1");
	revision = newest(w, &w->ali).revision;
	put_line(w, &w->ali, "l1", SCENARIO_HUIDIG);
	put_action(w, &w->ali, "a1");
	assert_int_equal(copy_lines(w, &w->ali, "c1"), ST_OK);
	take_out_as(w, &w->ali, "actie", "a1", seen);
	b = db_as(w, &w->ali);
	plan_ask_put_article(b, &key, 0, "jw-2.3");
	db_run_ok(w, b);
	assert_int_equal(newest(w, &w->ali).revision, revision);
}

static void
an_old_form_does_not_pick_an_article_again(void **state)
{
	struct world *w = *state;
	struct plan_key key = key_of(&w->ali);
	int64_t seen;
	struct batch *b;

	assert_int_equal(start(w, &w->ali), ST_OK);
	seen = newest(w, &w->ali).revision;
	put_article(w, &w->ali, "jw-2.3");
	take_out(w, &w->ali, "artikel", "jw-2.3");
	b = db_as(w, &w->ali);
	plan_ask_put_article(b, &key, seen, "jw-2.3");
	db_run_ok(w, b);
	assert_int_equal(newest(w, &w->ali).plan.article_count, 0);
	put_article(w, &w->ali, "jw-2.3");
	assert_int_equal(newest(w, &w->ali).plan.article_count, 1);
}

static void
an_old_form_does_not_put_back_what_was_taken_out_once_more(void **state)
{
	static const char *const PARTS[][2] = {
	    {"regel", "l1"}, {"actie", "a1"}, {"artikel", "jw-2.3"}};
	struct world *w = *state;

	assert_int_equal(start(w, &w->ali), ST_OK);
	put_line(w, &w->ali, "l1", SCENARIO_HUIDIG);
	put_action(w, &w->ali, "a1");
	put_article(w, &w->ali, "jw-2.3");
	for (size_t i = 0; i < 3; i++) {
		const char *kind = PARTS[i][0], *id = PARTS[i][1];
		const char *old;

		take_out(w, &w->ali, kind, id);
		old = removed_stamp(w, &w->ali, kind, id);
		put_back_as(w, &w->ali, kind, id, old);
		assert_null(removed_stamp(w, &w->ali, kind, id));
		take_out(w, &w->ali, kind, id);
		put_back_as(w, &w->ali, kind, id, old);
		assert_non_null(removed_stamp(w, &w->ali, kind, id));
	}
}

/* --- the copy ------------------------------------------------------------- */

static int
copied(struct world *w, const char *act)
{
	struct plan_key key = key_of(&w->ali);
	struct batch *b = db_as(w, &w->ali);

	plan_ask_copied(b, &key, act);
	db_run_ok(w, b);
	return plan_read_copied(b).lines;
}

static void
undo_copy(struct world *w, const char *act)
{
	struct plan_key key = key_of(&w->ali);
	struct batch *b = db_as(w, &w->ali);

	plan_ask_undo_copy(b, &key, act);
	db_run_ok(w, b);
}

static void
a_copy_is_undone_but_for_what_was_changed_since(void **state)
{
	struct world *w = *state;
	struct plan_record r;
	struct plan_line line;

	assert_int_equal(start(w, &w->ali), ST_OK);
	put_line(w, &w->ali, "l1", SCENARIO_HUIDIG);
	put_line(w, &w->ali, "eigen", SCENARIO_DOORBRAAK);
	assert_int_equal(copy_lines(w, &w->ali, "c1"), ST_OK);
	/* The doorbraak had this provision for this person already. */
	assert_int_equal(copied(w, "c1"), 1);
	undo_copy(w, "c1");
	undo_copy(w, "c1");
	assert_int_equal(copied(w, "c1"), 0);
	r = newest(w, &w->ali);
	assert_int_equal(r.plan.line_count, 2);
	assert_string_equal(r.plan.lines[1].id, "eigen");
	/* Sent once more it copies nothing; a new press does. */
	assert_int_equal(copy_lines(w, &w->ali, "c1"), ST_OK);
	assert_int_equal(newest(w, &w->ali).plan.line_count, 2);
	assert_int_equal(copy_lines(w, &w->ali, "c2"), ST_OK);
	r = newest(w, &w->ali);
	assert_int_equal(r.plan.line_count, 3);
	line = r.plan.lines[1];
	assert_int_equal(line.scenario, SCENARIO_DREIGEND);
	line.hoeveelheid = "9";
	assert_true(
	    change_line(w, &w->ali, r.line_stamp[1], &line).is_saved);
	undo_copy(w, "c2");
	assert_int_equal(newest(w, &w->ali).plan.line_count, 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DB_TEST(a_later_save_does_not_overwrite_another_window),
	    DB_TEST(two_texts_of_one_page_in_two_windows_are_no_conflict),
	    DB_TEST(a_conflict_about_one_text_saves_none_of_the_form),
	    DB_TEST(a_form_knows_what_it_sent_itself),
	    DB_TEST(the_same_text_twice_is_one_revision),
	    DB_TEST(a_chance_changed_elsewhere_is_not_overwritten),
	    DB_TEST(a_figure_changed_elsewhere_stays_beside_ones_own),
	    DB_TEST(a_line_changed_elsewhere_is_not_overwritten),
	    DB_TEST(
		a_line_that_was_taken_out_elsewhere_does_not_come_back_unseen),
	    DB_TEST(an_action_changed_elsewhere_is_not_overwritten),
	    DB_TEST(what_changed_elsewhere_is_not_taken_out_unseen),
	    DB_TEST(a_new_line_sent_again_does_not_undo_what_came_after),
	    DB_TEST(what_is_sent_again_makes_no_revision),
	    DB_TEST(an_old_form_does_not_pick_an_article_again),
	    DB_TEST(an_old_form_does_not_put_back_what_was_taken_out_once_more),
	    DB_TEST(a_copy_is_undone_but_for_what_was_changed_since),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
