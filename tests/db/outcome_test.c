/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * outcome_test.c - which handed-in plans are added up for whom, and that their
 * lines come as they were written.
 */
#include "store/outcome.h"

#include "check.h"
#include "core/plan_sum.h"
#include "db/db.h"
#include "db/plan_acts.h"

struct rows {
	size_t count;
	const struct outcome_record *list;
};

static struct rows
plans_of(struct world *w, const struct person *who, int64_t whose,
    const char *casus, int limit)
{
	struct batch *b = db_as(w, who);
	struct rows rows;

	outcome_ask_plans(b,
	    &(struct outcome_ask){.token_hash = who->token_hash,
		.whose = whose,
		.course = casus == NULL ? NULL : "c",
		.casus = casus,
		.limit = limit});
	db_run_ok(w, b);
	rows.count = outcome_read_plans(b, &rows.list);
	return rows;
}

static size_t
count(struct world *w, const struct person *who, int64_t whose)
{
	return plans_of(w, who, whose, NULL, 9).count;
}

/* One of everything, handed in. */
static void
make(struct world *w, const struct person *who)
{
	assert_int_equal(hand_in(w, who, full_plan(w, who)), ST_OK);
}

static void
a_coach_gets_what_the_own_team_handed_in(void **state)
{
	struct world *w = *state;
	const struct outcome_record *r;
	struct rows rows;

	make(w, &w->ali);
	full_plan(w, &w->bea); /* a draft */
	make(w, &w->cor);
	rows = plans_of(w, &w->coach, OUTCOME_COACHED, NULL, 9);
	assert_int_equal(rows.count, 1);
	r = rows.list;
	assert_int_equal(r->person_id, w->ali.id);
	assert_string_equal(r->casus, "k");
	assert_int_equal(r->number, 1);
	assert_int_equal(r->horizon_jaren, 3);
	assert_string_equal(r->kans_dreigend, "0.35");
	assert_true(r->handed_in_s > 0);
	assert_string_equal(r->texts, "wens");
	assert_string_equal(r->articles, "jw-2.3");
	assert_int_equal(r->argued_count, 1);
	assert_null(r->team);
	assert_int_equal(count(w, &w->coach, w->north), 1);
	assert_int_equal(count(w, &w->other_coach, OUTCOME_COACHED), 1);
}

static void
nobody_else_gets_them(void **state)
{
	struct world *w = *state;
	const struct person *const others[] = {&w->ali, &w->bea, &w->teacher,
	    &w->yara, &w->admin, &w->other_coach};

	make(w, &w->ali);
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		assert_int_equal(count(w, others[i], OUTCOME_COACHED), 0);
		assert_int_equal(count(w, others[i], w->north), 0);
		if (others[i] != &w->admin)
			assert_int_equal(
			    count(w, others[i], OUTCOME_EVERYBODY), 0);
	}
	assert_int_equal(count(w, &w->coach, OUTCOME_EVERYBODY), 0);
	/* A team of others, and one that is not there. */
	assert_int_equal(count(w, &w->coach, w->south), 0);
	assert_int_equal(count(w, &w->coach, w->class), 0);
	assert_int_equal(count(w, &w->coach, INT64_MAX), 0);
}

static void
an_administrator_gets_all_of_the_organisation_without_a_name(void **state)
{
	struct world *w = *state;
	struct rows rows;

	make(w, &w->ali);
	make(w, &w->cor);
	make(w, &w->yara); /* elsewhere */
	make(w, &w->coach); /* in no team as a member */
	db_join_team(w, w->town, w->south, &w->ali, false);
	rows = plans_of(w, &w->admin, OUTCOME_EVERYBODY, NULL, 9);
	assert_int_equal(rows.count, 3);
	for (size_t i = 0; i < rows.count; i++) {
		const struct outcome_record *r = &rows.list[i];

		assert_int_equal(r->person_id, 0);
		assert_string_equal(r->person, "");
		assert_in_range(r->team_count, 0, 2);
		assert_int_equal(r->team_count == 0, r->team == NULL);
	}
	/* Of each number of teams one. */
	assert_int_equal(rows.list[0].team_count + rows.list[1].team_count +
			     rows.list[2].team_count,
	    3);
}

static void
only_the_newest_that_was_handed_in_counts(void **state)
{
	struct world *w = *state;
	struct rows rows;

	make(w, &w->ali);
	assert_int_equal(revise(w, &w->ali), 2);
	put_line(w, &w->ali, "l3", SCENARIO_DREIGEND);
	rows = plans_of(w, &w->coach, OUTCOME_COACHED, NULL, 9);
	assert_int_equal(rows.count, 1);
	assert_int_equal(rows.list->number, 1);
	assert_int_equal(
	    hand_in(w, &w->ali, newest(w, &w->ali).revision), ST_OK);
	rows = plans_of(w, &w->coach, OUTCOME_COACHED, NULL, 9);
	assert_int_equal(rows.count, 1);
	assert_int_equal(rows.list->number, 2);
}

static void
a_case_and_a_limit_bound_it(void **state)
{
	struct world *w = *state;

	make(w, &w->ali);
	make(w, &w->bea);
	assert_int_equal(
	    plans_of(w, &w->coach, OUTCOME_COACHED, "k", 9).count, 2);
	assert_int_equal(
	    plans_of(w, &w->coach, OUTCOME_COACHED, "anders", 9).count, 0);
	assert_int_equal(
	    plans_of(w, &w->coach, OUTCOME_COACHED, NULL, 1).count, 1);
}

static void
somebody_in_two_teams_counts_once(void **state)
{
	struct world *w = *state;
	const struct outcome_team *teams;
	struct batch *b = db_as(w, &w->coach);

	make(w, &w->ali);
	db_join_team(w, w->town, w->south, &w->ali, false);
	db_join_team(w, w->town, w->south, &w->coach, true);
	assert_int_equal(count(w, &w->coach, OUTCOME_COACHED), 1);
	assert_int_equal(count(w, &w->coach, w->north), 1);
	assert_int_equal(count(w, &w->coach, w->south), 1);
	outcome_ask_teams(b, w->coach.token_hash);
	db_run_ok(w, b);
	assert_int_equal(outcome_read_teams(b, &teams), 2);
	assert_int_equal(teams[0].id, w->north);
	assert_int_equal(teams[1].id, w->south);
}

static size_t
line_named(const struct plan *plan, const char *id)
{
	size_t i = 0;

	while (i < plan->line_count && strcmp(plan->lines[i].id, id) != 0)
		i++;
	assert_true(i < plan->line_count);
	return i;
}

static void
assert_same_line(const struct plan_line *a, const struct plan_line *b)
{
	assert_int_equal(a->scenario, b->scenario);
	assert_string_equal(a->persoon, b->persoon);
	assert_string_equal(a->code, b->code);
	assert_string_equal(a->domein, b->domein);
	assert_string_equal(a->wet, b->wet);
	assert_string_equal(a->aard, b->aard);
	assert_string_equal(a->rol, b->rol);
	assert_string_equal(a->payers->betaler, b->payers->betaler);
	assert_int_equal(a->tarief_eurocent, b->tarief_eurocent);
	assert_string_equal(a->eenheid, b->eenheid);
	assert_int_equal(a->prijspeil_jaar, b->prijspeil_jaar);
	assert_string_equal(a->zekerheid, b->zekerheid);
	assert_string_equal(a->kasstroom, b->kasstroom);
	assert_string_equal(a->hoeveelheid, b->hoeveelheid);
	assert_string_equal(a->per, b->per);
	assert_int_equal(a->duur_aantal == NULL, b->duur_aantal == NULL);
	assert_int_equal(a->kans == NULL, b->kans == NULL);
	assert_int_equal(a->stopreden == NULL, b->stopreden == NULL);
	assert_int_equal(a->start_maand, b->start_maand);
	assert_int_equal(a->verlengde_jeugdhulp, b->verlengde_jeugdhulp);
	assert_int_equal(a->verblijf24, b->verblijf24);
	assert_int_equal(a->ernstig, b->ernstig);
	assert_int_equal(a->gebeurtenis == NULL, b->gebeurtenis == NULL);
}

/* The feedback page and this one must compute the same. */
static void
the_lines_are_those_of_the_plan(void **state)
{
	static const struct household_member MEMBERS[] = {
	    {"P1", "Mo", "ouder", 38}};
	struct world *w = *state;
	struct plan_record record;
	struct plan_line line = line_of("b9", SCENARIO_DOORBRAAK);
	struct plan_sum sums[2];
	struct plan plan;
	struct rows rows;

	full_plan(w, &w->ali);
	line.per = "eenmalig";
	line.duur_aantal = line.duur_eenheid = line.kans = NULL;
	line.prijspeil_jaar = 2024;
	line.verlengde_jeugdhulp = SIGN_YES;
	change_line(w, &w->ali, PLAN_NO_STAMP, &line);
	put_line(w, &w->ali, "weg", SCENARIO_DREIGEND);
	take_out(w, &w->ali, "regel", "weg");
	assert_int_equal(
	    hand_in(w, &w->ali, newest(w, &w->ali).revision), ST_OK);
	record = newest(w, &w->ali);
	rows = plans_of(w, &w->coach, OUTCOME_COACHED, NULL, 9);
	outcome_read_lines(&plan, w->arena, rows.list);
	assert_int_equal(plan.line_count, record.plan.line_count);
	for (size_t i = 0; i < plan.line_count; i++)
		assert_same_line(&plan.lines[i],
		    &record.plan.lines[line_named(
			&record.plan, plan.lines[i].id)]);
	plan_sum(&sums[0], w->arena, &plan, MEMBERS, 1, NULL);
	plan_sum(&sums[1], w->arena, &record.plan, MEMBERS, 1, NULL);
	assert_non_null(sums[0].result);
	for (int m = 0; m < RK_MODI; m++)
		assert_int_equal(sums[0].result->modi[m].totale_baten,
		    sums[1].result->modi[m].totale_baten);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DB_TEST(a_coach_gets_what_the_own_team_handed_in),
	    DB_TEST(nobody_else_gets_them),
	    DB_TEST(
		an_administrator_gets_all_of_the_organisation_without_a_name),
	    DB_TEST(only_the_newest_that_was_handed_in_counts),
	    DB_TEST(a_case_and_a_limit_bound_it),
	    DB_TEST(somebody_in_two_teams_counts_once),
	    DB_TEST(the_lines_are_those_of_the_plan),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
