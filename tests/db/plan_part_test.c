/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * plan_part_test.c - the lines, articles and actions of a draft.
 */
#include "check.h"
#include "db/db.h"
#include "db/plan_acts.h"
#include "store/past.h"

/* --- lines, articles, actions --------------------------------------------- */

static void
a_line_that_is_sent_twice_is_one_line(void **state)
{
	struct world *w = *state;
	struct plan_record record;

	assert_int_equal(start(w, &w->ali), ST_OK);
	put_line(w, &w->ali, "l1", SCENARIO_HUIDIG);
	put_line(w, &w->ali, "l1", SCENARIO_HUIDIG);
	put_action(w, &w->ali, "a1");
	put_action(w, &w->ali, "a1");
	put_article(w, &w->ali, "jw-2.3");
	put_article(w, &w->ali, "jw-2.3");
	record = newest(w, &w->ali);
	assert_int_equal(record.plan.line_count, 1);
	assert_string_equal(
	    record.plan.lines[0].stopreden, "De schuld is betaald.");
	assert_int_equal(record.plan.action_count, 1);
	assert_int_equal(record.plan.article_count, 1);
}

static void
a_scenario_holds_sixty_lines(void **state)
{
	struct world *w = *state;
	struct plan_line more = line_of("l7", SCENARIO_HUIDIG);

	assert_int_equal(start(w, &w->ali), ST_OK);
	for (int i = 0; i < PLAN_LINES_MAX; i++)
		assert_true(put_line(w, &w->ali,
		    arena_printf(w->arena, "l%d", i), SCENARIO_HUIDIG)
				.is_saved);
	assert_false(put_line(w, &w->ali, "x", SCENARIO_HUIDIG).is_saved);
	/* Changing one that is there, and another scenario, still works. */
	more.hoeveelheid = "3";
	assert_true(change_line(w, &w->ali,
	    stamp_of(w, &w->ali, "regel", "l7"), &more).is_saved);
	assert_true(put_line(w, &w->ali, "x", SCENARIO_DREIGEND).is_saved);
	assert_int_equal(
	    newest(w, &w->ali).plan.line_count, PLAN_LINES_MAX + 1);
}

static void
a_plan_holds_so_many_articles_and_actions(void **state)
{
	struct world *w = *state;

	assert_int_equal(start(w, &w->ali), ST_OK);
	for (int i = 0; i < PLAN_ARTICLES_MAX; i++)
		assert_true(
		    put_article(w, &w->ali, arena_printf(w->arena, "art-%d", i))
			.is_saved);
	assert_false(put_article(w, &w->ali, "nog-een").is_saved);
	for (int i = 0; i < PLAN_ACTIONS_MAX; i++)
		assert_true(
		    put_action(w, &w->ali, arena_printf(w->arena, "a%d", i))
			.is_saved);
	assert_false(put_action(w, &w->ali, "nogeen").is_saved);
}

static void
what_is_taken_out_can_be_put_back(void **state)
{
	struct world *w = *state;
	struct plan_key key = key_of(&w->ali);
	struct batch *b;

	assert_int_equal(start(w, &w->ali), ST_OK);
	put_line(w, &w->ali, "l1", SCENARIO_HUIDIG);
	take_out(w, &w->ali, "regel", "l1");
	assert_int_equal(newest(w, &w->ali).plan.line_count, 0);
	b = db_as(w, &w->ali);
	plan_ask_removed(b, &key, "regel", "l1");
	db_run_ok(w, b);
	assert_string_equal(plan_read_removed(b), "Begeleiding, 1½ uur");
	assert_true(put_back(w, &w->ali, "regel", "l1").is_saved);
	assert_int_equal(newest(w, &w->ali).plan.line_count, 1);
	assert_string_equal(newest(w, &w->ali).plan.lines[0].kans, "1/3");
	put_back_as(w, &w->ali, "regel", "weg", "weg1");
	assert_int_equal(newest(w, &w->ali).plan.line_count, 1);
}

static void
an_article_that_is_picked_again_has_its_argument(void **state)
{
	struct world *w = *state;
	struct plan_saved saved;

	assert_int_equal(start(w, &w->ali), ST_OK);
	put_article(w, &w->ali, "jw-2.3");
	assert_int_equal(
	    try_argument(w, &w->ali, 9, "jw-2.3", "omdat", &saved), ST_OK);
	take_out(w, &w->ali, "artikel", "jw-2.3");
	assert_int_equal(newest(w, &w->ali).plan.article_count, 0);
	put_article(w, &w->ali, "jw-2.3");
	assert_string_equal(
	    newest(w, &w->ali).plan.articles[0].part[ARGUMENT_RUIMTE], "omdat");
}

static void
an_argument_changed_elsewhere_is_not_overwritten(void **state)
{
	struct world *w = *state;
	struct plan_saved saved;
	int64_t seen;

	assert_int_equal(start(w, &w->ali), ST_OK);
	seen = put_article(w, &w->ali, "jw-2.3").revision;
	assert_int_equal(
	    try_argument(w, &w->ali, seen, "jw-2.3", "hier", &saved), ST_OK);
	assert_true(saved.is_saved);
	assert_int_equal(
	    try_argument(w, &w->ali, seen, "jw-2.3", "daar", &saved), ST_OK);
	assert_false(saved.is_saved);
	assert_string_equal(
	    newest(w, &w->ali).plan.articles[0].part[ARGUMENT_RUIMTE], "hier");
	assert_int_equal(
	    try_argument(w, &w->ali, 99, "niet-gekozen", "x", &saved),
	    ST_NOT_FOUND);
}

/* --- the parts of an argument --------------------------------------------- */

static struct plan_saved
argue(struct world *w, const struct person *p,
    const struct plan_argument *argument, const char **stamps)
{
	struct plan_key key = key_of(p);
	struct batch *b = db_as(w, p);

	plan_ask_save_argument(b, &key, 0, argument);
	db_run_ok(w, b);
	*stamps = plan_read_stamps(b, QUERY_PLAN_ARGUMENT_SAVE);
	return plan_read_saved(b, QUERY_PLAN_ARGUMENT_SAVE);
}

static const char *
part_of(struct world *w, enum argument_part part)
{
	return newest(w, &w->ali).plan.articles[0].part[part];
}

static void
the_parts_of_an_argument_stand_apart(void **state)
{
	struct world *w = *state;
	struct plan_argument one = {.code = "awb-4:84",
	    .text[ARGUMENT_HINDERNIS] = "de regel",
	    .basis[ARGUMENT_HINDERNIS] = PLAN_NO_STAMP};
	struct plan_argument other = {.code = "awb-4:84",
	    .text = {"iets anders", "het mag", "want"},
	    .basis = {PLAN_NO_STAMP, PLAN_NO_STAMP, PLAN_NO_STAMP}};
	const char *stamps;

	assert_int_equal(start(w, &w->ali), ST_OK);
	put_article(w, &w->ali, "awb-4:84");
	assert_true(argue(w, &w->ali, &one, &stamps).is_saved);
	assert_non_null(strstr(stamps, "\"hindernis\""));
	/* Another window knows nothing of that hindernis: all or nothing. */
	assert_false(argue(w, &w->ali, &other, &stamps).is_saved);
	assert_non_null(strstr(stamps, "\"hindernis\""));
	assert_null(strstr(stamps, "ruimte"));
	assert_string_equal(part_of(w, ARGUMENT_HINDERNIS), "de regel");
	assert_string_equal(part_of(w, ARGUMENT_RUIMTE), "");
	other.text[ARGUMENT_HINDERNIS] = NULL;
	assert_true(argue(w, &w->ali, &other, &stamps).is_saved);
	assert_string_equal(part_of(w, ARGUMENT_HINDERNIS), "de regel");
	assert_string_equal(part_of(w, ARGUMENT_AFWEGING), "want");
}

static void
write_as_of_old(struct world *w, const char *argument)
{
	const char *const v[] = {
	    argument, arena_printf(w->arena, "%lld", (long long)w->ali.id)};

	db_sql(w,
	    "UPDATE plan_article a SET argument = $1 FROM plan p"
	    " WHERE p.id = a.plan_id AND p.person_id = $2",
	    2, v);
}

static void
what_was_written_before_there_were_parts_is_the_ruimte(void **state)
{
	struct world *w = *state;
	struct plan_argument more = {.code = "jw-2.3",
	    .text = {"de regel", "", ""},
	    .basis = {PLAN_NO_STAMP, PLAN_NO_STAMP, PLAN_NO_STAMP}};
	const char *stamps;

	assert_int_equal(start(w, &w->ali), ST_OK);
	put_article(w, &w->ali, "jw-2.3");
	write_as_of_old(w, "van vroeger");
	assert_string_equal(part_of(w, ARGUMENT_RUIMTE), "van vroeger");
	/* A form from before it was written leaves it as it is. */
	assert_true(argue(w, &w->ali, &more, &stamps).is_saved);
	assert_string_equal(part_of(w, ARGUMENT_HINDERNIS), "de regel");
	assert_string_equal(part_of(w, ARGUMENT_RUIMTE), "van vroeger");
	more.text[ARGUMENT_HINDERNIS] = NULL;
	more.text[ARGUMENT_RUIMTE] = "nieuw";
	assert_false(argue(w, &w->ali, &more, &stamps).is_saved);
	assert_non_null(strstr(stamps, "\"ruimte\""));
	assert_string_equal(part_of(w, ARGUMENT_RUIMTE), "van vroeger");
	more.basis[ARGUMENT_RUIMTE] =
	    newest(w, &w->ali).article_stamp[0].part[ARGUMENT_RUIMTE];
	assert_true(argue(w, &w->ali, &more, &stamps).is_saved);
	assert_string_equal(part_of(w, ARGUMENT_RUIMTE), "nieuw");
	assert_int_equal(
	    db_number(w, arena_printf(w->arena,
			     "SELECT count(*) FROM plan_article a"
			     " JOIN plan p ON p.id = a.plan_id"
			     " WHERE a.argument <> '' AND p.person_id = %lld",
			     (long long)w->ali.id)),
	    0);
}

static void
the_program_before_this_one_overwrites_no_ruimte(void **state)
{
	struct world *w = *state;
	struct plan_saved saved;

	assert_int_equal(start(w, &w->ali), ST_OK);
	put_article(w, &w->ali, "jw-2.3");
	assert_int_equal(
	    try_argument(w, &w->ali, 99, "jw-2.3", "nieuw", &saved), ST_OK);
	assert_int_equal(
	    db_number(w, arena_printf(w->arena,
			     "SELECT count(*) FROM session s,"
			     " put_plan_argument(s.token_hash, '%s', '%s', 99,"
			     " 'jw-2.3', 'leeg', 'oud') p"
			     " WHERE s.person_id = %lld"
			     " AND (p.result).outcome = 'changed'",
			     key_of(&w->ali).course, key_of(&w->ali).casus,
			     (long long)w->ali.id)),
	    1);
	assert_string_equal(part_of(w, ARGUMENT_RUIMTE), "nieuw");
}

static void
earlier_states_of_a_part_can_be_put_back(void **state)
{
	static const char LONG[] = "Eerst stond hier een veel langere zin.";
	struct world *w = *state;
	struct plan_key key = key_of(&w->ali);
	const struct past_text *past;
	struct plan_saved saved;
	struct batch *b;

	assert_int_equal(start(w, &w->ali), ST_OK);
	put_article(w, &w->ali, "jw-2.3");
	assert_int_equal(
	    try_argument(w, &w->ali, 99, "jw-2.3", LONG, &saved), ST_OK);
	assert_int_equal(
	    try_argument(w, &w->ali, 99, "jw-2.3", "kort", &saved), ST_OK);
	b = db_as(w, &w->ali);
	past_ask(b, &key, "ruimte:jw-2.3");
	db_run_ok(w, b);
	assert_int_equal(past_read(b, &past), 1);
	assert_string_equal(past[0].value, LONG);
	b = db_as(w, &w->ali);
	past_ask_put_back(b, &key, "ruimte:jw-2.3", past[0].id,
	    newest(w, &w->ali).article_stamp[0].part[ARGUMENT_RUIMTE]);
	db_run_ok(w, b);
	assert_string_equal(part_of(w, ARGUMENT_RUIMTE), LONG);
}

static void
copying_the_present_situation_twice_copies_once(void **state)
{
	struct world *w = *state;
	struct plan_record record;

	assert_int_equal(start(w, &w->ali), ST_OK);
	put_line(w, &w->ali, "l1", SCENARIO_HUIDIG);
	assert_int_equal(copy_lines(w, &w->ali, "c1"), ST_OK);
	assert_int_equal(copy_lines(w, &w->ali, "c2"), ST_OK);
	record = newest(w, &w->ali);
	assert_int_equal(record.plan.line_count, SCENARIO_COUNT);
	for (int s = 0; s < SCENARIO_COUNT; s++)
		assert_int_equal(record.plan.lines[s].scenario, s);
	/* A line that was copied goes on: only the first says why it stops. */
	assert_string_equal(
	    record.plan.lines[0].stopreden, "De schuld is betaald.");
	assert_null(record.plan.lines[SCENARIO_DREIGEND].stopreden);
	assert_null(record.plan.lines[SCENARIO_DOORBRAAK].stopreden);
}

static void
copying_more_than_fits_copies_nothing(void **state)
{
	struct world *w = *state;

	assert_int_equal(start(w, &w->ali), ST_OK);
	for (int i = 0; i < PLAN_LINES_MAX; i++)
		put_line(w, &w->ali, arena_printf(w->arena, "d%d", i),
		    SCENARIO_DREIGEND);
	/* Another provision: it is not there yet, so it is copied. */
	put_line(w, &w->ali, "h1", SCENARIO_HUIDIG);
	db_sql(
	    w, "UPDATE plan_line SET code = 'ANDERS' WHERE id = 'h1'", 0, NULL);
	assert_int_equal(copy_lines(w, &w->ali, "c3"), ST_TOO_LARGE);
	assert_int_equal(
	    newest(w, &w->ali).plan.line_count, PLAN_LINES_MAX + 1);
}

static void
a_chance_can_be_given_and_taken_back(void **state)
{
	struct world *w = *state;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(set_chance(w, &w->ali, "1/3"), ST_OK);
	assert_string_equal(newest(w, &w->ali).plan.kans_dreigend, "1/3");
	assert_int_equal(set_chance(w, &w->ali, ""), ST_OK);
	assert_null(newest(w, &w->ali).plan.kans_dreigend);
}

static void
another_horizon_takes_over_the_rate_of_the_day(void **state)
{
	struct world *w = *state;
	struct plan_record record;

	assert_int_equal(start(w, &w->ali), ST_OK);
	record = newest(w, &w->ali);
	assert_string_equal(record.plan.disconto_pct, "2.8");
	/* A chance does not touch it. */
	assert_int_equal(set_chance(w, &w->ali, "1/3"), ST_OK);
	assert_string_equal(
	    newest(w, &w->ali).plan.disconto_pct, record.plan.disconto_pct);
	assert_int_equal(set_figure(w, &w->ali, FIGURE_HORIZON, "5"), ST_OK);
	record = newest(w, &w->ali);
	assert_int_equal(record.plan.horizon_jaren, 5);
	assert_string_equal(record.plan.disconto_pct, "2.25");
	assert_null(record.plan.slaagkans);
	assert_int_equal(
	    set_figure(w, &w->ali, FIGURE_SLAAGKANS, "0.75"), ST_OK);
	assert_string_equal(newest(w, &w->ali).plan.slaagkans, "0.75");
	assert_string_equal(newest(w, &w->ali).plan.kans_dreigend, "1/3");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DB_TEST(a_line_that_is_sent_twice_is_one_line),
	    DB_TEST(a_scenario_holds_sixty_lines),
	    DB_TEST(a_plan_holds_so_many_articles_and_actions),
	    DB_TEST(what_is_taken_out_can_be_put_back),
	    DB_TEST(an_article_that_is_picked_again_has_its_argument),
	    DB_TEST(an_argument_changed_elsewhere_is_not_overwritten),
	    DB_TEST(the_parts_of_an_argument_stand_apart),
	    DB_TEST(what_was_written_before_there_were_parts_is_the_ruimte),
	    DB_TEST(the_program_before_this_one_overwrites_no_ruimte),
	    DB_TEST(earlier_states_of_a_part_can_be_put_back),
	    DB_TEST(copying_the_present_situation_twice_copies_once),
	    DB_TEST(copying_more_than_fits_copies_nothing),
	    DB_TEST(a_chance_can_be_given_and_taken_back),
	    DB_TEST(another_horizon_takes_over_the_rate_of_the_day),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
