/* SPDX-License-Identifier: EUPL-1.2 */
/* plan_sum_test.c - a plan handed to the calculation core, and found back. */
#include "core/plan_sum.h"

#include "core/tariff.h"

#include "check.h"

static const struct plan_payer GEMEENTE[] = {{"gemeente", NULL}};
static const struct plan_payer SHARED[] = {
    {"gemeente", "1/3"}, {"corporatie", "2/3"}};
static const struct household_member MEMBERS[] = {
    {"P1", "Marlies", "ouder", 38}};

/* 100 euros a month for a year. */
#define LINE(i, s)                                                             \
	{                                                                      \
		.id = (i), .scenario = SCENARIO_##s, .persoon = "P1",          \
		.code = "WMO", .omschrijving = "Hulp", .domein = "wonen",      \
		.wet = "Wmo 2015", .aard = "dienst", .rol = "lopend",          \
		.tarief_eurocent = 10000, .eenheid = "maand",                  \
		.hoeveelheid = "1", .per = "maand", .duur_aantal = "12",       \
		.duur_eenheid = "maand", .start_maand = 1, .payer_count = 1,   \
		.payers = GEMEENTE                                             \
	}

static const struct plan_line LINES[] = {
    LINE("h1", HUIDIG), LINE("h2", HUIDIG), LINE("b1", DOORBRAAK)};

static struct plan
plan_of(const struct plan_line *lines, size_t count)
{
	return (struct plan){.lines = lines,
	    .line_count = count,
	    .text = {[FIELD_PLAN_B] = ""},
	    .horizon_jaren = 1,
	    .disconto_pct = "0"};
}

static struct plan_sum
sum_of(struct arena *a, const struct plan *plan)
{
	struct plan_sum sum;

	plan_sum(&sum, a, plan, MEMBERS, 1, NULL);
	return sum;
}

static void
scenarios_are_counted_where_they_begin(void **state)
{
	struct plan plan = plan_of(LINES, 3);
	struct plan_sum sum = sum_of(*state, &plan);

	assert_non_null(sum.result);
	assert_int_equal(sum.count[SCENARIO_HUIDIG], 2);
	assert_int_equal(sum.count[SCENARIO_DREIGEND], 0);
	assert_int_equal(sum.count[SCENARIO_DOORBRAAK], 1);
	assert_int_equal(sum.first[SCENARIO_DOORBRAAK], 2);
	assert_int_equal(sum.result->scenarios[SCENARIO_HUIDIG].totaal, 240000);
	assert_int_equal(sum.result->modi[RK_TOV_HUIDIG].totale_baten, 120000);
}

static void
each_line_has_its_total(void **state)
{
	struct plan_line lines[3];
	struct plan plan = plan_of(lines, 3);
	struct plan_sum sum;

	memcpy(lines, LINES, sizeof(lines));
	lines[1].hoeveelheid = "2.5";
	lines[2].hoeveelheid = "1/3";
	sum = sum_of(*state, &plan);
	assert_int_equal(plan_sum_line(&sum, &plan, 0), 120000);
	assert_int_equal(plan_sum_line(&sum, &plan, 1), 300000);
	assert_int_equal(plan_sum_line(&sum, &plan, 2), 40000);
	assert_int_equal(plan_sum_index(&sum, SCENARIO_DOORBRAAK, 0), 2);
}

static void
a_plan_without_lines_costs_nothing(void **state)
{
	struct plan plan = plan_of(NULL, 0);
	struct plan_sum sum = sum_of(*state, &plan);

	assert_non_null(sum.result);
	for (int s = 0; s < SCENARIO_COUNT; s++)
		assert_int_equal(sum.result->scenarios[s].totaal, 0);
}

static void
payers_can_share(void **state)
{
	struct plan_line line = LINE("b1", DOORBRAAK);
	struct plan plan = plan_of(&line, 1);
	const struct rk_verdeling *list;
	struct plan_sum sum;

	line.payers = SHARED;
	line.payer_count = 2;
	sum = sum_of(*state, &plan);
	assert_non_null(sum.result);
	list = &sum.result->modi[RK_TOV_HUIDIG].baten_per_betaler;
	assert_int_equal(list->aantal, 2);
	for (size_t i = 0; i < 2; i++)
		assert_int_equal(list->posten[i].eurocent,
		    strcmp(list->posten[i].naam, "gemeente") == 0 ? -40000
								  : -80000);
}

/* What the core refuses has a place and a reason, and no amounts. */
static void
a_refusal_names_the_line(void **state)
{
	struct plan_line lines[3];
	struct plan plan = plan_of(lines, 3);
	struct plan_sum sum;

	memcpy(lines, LINES, sizeof(lines));
	lines[1].hoeveelheid = "veel";
	sum = sum_of(*state, &plan);
	assert_null(sum.result);
	assert_int_equal(sum.faults.aantal, 1);
	assert_ptr_equal(
	    plan_sum_at(&sum, &plan, sum.faults.lijst[0].pad), &lines[1]);
	assert_int_equal(plan_sum_line(&sum, &plan, 0), 0);
}

static void
a_path_finds_its_line_or_nothing(void **state)
{
	struct plan plan = plan_of(LINES, 3);
	struct plan_sum sum = sum_of(*state, &plan);

	assert_ptr_equal(
	    plan_sum_at(&sum, &plan, "scenarios.huidig[1]"), &LINES[1]);
	assert_ptr_equal(
	    plan_sum_at(&sum, &plan, "scenarios.doorbraak[0]"), &LINES[2]);
	assert_null(plan_sum_at(&sum, &plan, "scenarios.huidig[2]"));
	assert_null(plan_sum_at(&sum, &plan, "scenarios.dreigend[0]"));
	assert_null(plan_sum_at(&sum, &plan, "scenarios.huid[0]"));
	assert_null(plan_sum_at(&sum, &plan, "scenarios.huidig"));
	assert_null(plan_sum_at(&sum, &plan, "huishouden[0]"));
	assert_null(plan_sum_at(&sum, &plan, ""));
}

/* Whether the sum remarks this; the code of a signal. */
static bool
remarks(const struct plan_sum *sum, const char *code)
{
	for (size_t i = 0; i < sum->result->aantal_signalen; i++)
		if (strcmp(sum->result->signalen[i].code, code) == 0)
			return true;
	return false;
}

static void
the_core_hears_what_the_tariffs_are_worth(void **state)
{
	struct plan_line lines[3];
	struct plan plan = plan_of(lines, 3);
	struct plan_sum sum;

	memcpy(lines, LINES, sizeof(lines));
	sum = sum_of(*state, &plan);
	assert_false(remarks(&sum, "W7"));
	assert_false(remarks(&sum, "W8"));
	lines[0].zekerheid = lines[1].zekerheid = "illustrative";
	lines[0].prijspeil_jaar = 2023;
	lines[2].prijspeil_jaar = 2026;
	sum = sum_of(*state, &plan);
	assert_true(remarks(&sum, "W7"));
	assert_true(remarks(&sum, "W8"));
}

static void
the_core_hears_how_old_somebody_is(void **state)
{
	struct plan_line lines[3];
	struct plan plan = plan_of(lines, 3);
	struct plan_sum sum;

	memcpy(lines, LINES, sizeof(lines));
	lines[0].wet = "Jeugdwet"; /* Marlies is 38 */
	sum = sum_of(*state, &plan);
	assert_true(remarks(&sum, "W3"));
}

static void
a_plan_b_of_blanks_is_none(void **state)
{
	struct plan_line lines[3];
	struct plan plan = plan_of(lines, 3);
	struct plan_sum sum;

	memcpy(lines, LINES, sizeof(lines));
	lines[2].rol = "interventie";
	lines[2].hoeveelheid = "6"; /* 7.200 euro */
	plan.text[FIELD_PLAN_B] = " \r\n";
	sum = sum_of(*state, &plan);
	assert_true(remarks(&sum, "W12"));
	plan.text[FIELD_PLAN_B] = "Dan bellen we de corporatie.";
	sum = sum_of(*state, &plan);
	assert_false(remarks(&sum, "W12"));
}

/* Two shelters at once, of a code that only the case has. */
static void
a_code_of_the_case_itself_reaches_the_signals(void **state)
{
	static const struct tariff OWN[] = {{.code = "EIGEN-HUIS",
	    .eenheid = "maand",
	    .verblijf24 = "ja",
	    .gebeurtenis = "",
	    .ernstig = "",
	    .zekerheid = "illustrative",
	    .kasstroom = "variabel"}};
	struct plan_line lines[2] = {LINES[0], LINES[1]};
	struct plan plan = plan_of(lines, 2);
	struct plan_sum sum;

	lines[0].code = lines[1].code = "EIGEN-HUIS";
	sum = sum_of(*state, &plan);
	assert_false(remarks(&sum, "W2"));
	plan_sum(
	    &sum, *state, &plan, MEMBERS, 1, tariff_signals(*state, OWN, 1));
	assert_true(remarks(&sum, "W2"));
	for (size_t i = 0; i < sum.result->aantal_signalen; i++)
		if (strcmp(sum.result->signalen[i].code, "W2") == 0)
			assert_contains(
			    sum.result->signalen[i].tekst, "en over Marlies.");
	/* The general table is still there, and in its order. */
	for (size_t i = 1; i < sum.signals->aantal; i++)
		assert_true(strcmp(sum.signals->rijen[i - 1].code,
				sum.signals->rijen[i].code) < 0);
	assert_int_equal(
	    sum.signals->aantal, rk_tarieven_ingebouwd()->aantal + 1);
	assert_null(tariff_signals(*state, OWN, 0));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(scenarios_are_counted_where_they_begin),
	    ARENA_TEST(each_line_has_its_total),
	    ARENA_TEST(a_plan_without_lines_costs_nothing),
	    ARENA_TEST(payers_can_share),
	    ARENA_TEST(a_refusal_names_the_line),
	    ARENA_TEST(a_path_finds_its_line_or_nothing),
	    ARENA_TEST(the_core_hears_what_the_tariffs_are_worth),
	    ARENA_TEST(the_core_hears_how_old_somebody_is),
	    ARENA_TEST(a_plan_b_of_blanks_is_none),
	    ARENA_TEST(a_code_of_the_case_itself_reaches_the_signals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
