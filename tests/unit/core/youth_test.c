/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * youth_test.c - the form asks for verlengde jeugdhulp exactly where the
 * calculation core would remark on its absence (W3), and an answer ends that.
 */
#include "core/youth.h"

#include "core/plan_sum.h"
#include "core/plan_words.h"

#include "check.h"

#include <string.h>

static const struct plan_payer GEMEENTE[] = {{"gemeente", NULL}};

/* Help over the whole horizon. */
static struct plan_line
help(const char *wet, const char *persoon)
{
	return (struct plan_line){.id = "h1",
	    .scenario = SCENARIO_HUIDIG,
	    .persoon = persoon,
	    .code = "JW-AMB-HBO",
	    .omschrijving = "Ambulante jeugdhulp",
	    .domein = "jeugd",
	    .wet = wet,
	    .aard = "dienst",
	    .rol = "lopend",
	    .tarief_eurocent = 7800,
	    .eenheid = "uur",
	    .hoeveelheid = "1",
	    .per = "week",
	    .duur_aantal = "5",
	    .duur_eenheid = "jaar",
	    .start_maand = 1,
	    .payer_count = 1,
	    .payers = GEMEENTE};
}

static bool
is_remarked(struct arena *a, const struct plan_line *line,
    const struct household_member *m, size_t n, int years)
{
	struct plan plan = {.lines = line,
	    .line_count = 1,
	    .text = {[FIELD_PLAN_B] = ""},
	    .horizon_jaren = years,
	    .disconto_pct = "0"};
	struct plan_sum sum;

	plan_sum(&sum, a, &plan, m, n, NULL);
	assert_non_null(sum.result);
	for (size_t i = 0; i < sum.result->aantal_signalen; i++)
		if (strcmp(sum.result->signalen[i].code, "W3") == 0)
			return true;
	return false;
}

static void
it_asks_where_the_core_remarks(void **state)
{
	static const char *const WHO[] = {"P1", "P2", "HH"};
	static const char *const LAWS[] = {"Jeugdwet", "Wmo 2015"};

	for (int age = 12; age <= 24; age++)
		for (int years = 1; years <= 5; years++)
			for (size_t i = 0; i < 6; i++) {
				const struct household_member m[] = {
				    {"P1", "Lina", "jongere", age},
				    {"P2", "Wim", "ouder", 40}};
				struct plan_line line =
				    help(LAWS[i % 2], WHO[i / 2]);

				assert_int_equal(youth_is_asked(line.wet,
						     line.persoon, m, 2, years),
				    is_remarked(*state, &line, m, 2, years));
			}
}

static void
an_answer_ends_the_remark_and_is_said(void **state)
{
	const struct household_member m[] = {{"P1", "Lina", "jongere", 18}};
	struct plan_line line = help("Jeugdwet", "P1");

	assert_true(is_remarked(*state, &line, m, 1, 1));
	assert_null(strstr(line_words(*state, &line), "verlengde"));
	line.verlengde_jeugdhulp = SIGN_NO;
	assert_true(is_remarked(*state, &line, m, 1, 1));
	line.verlengde_jeugdhulp = SIGN_YES;
	assert_false(is_remarked(*state, &line, m, 1, 1));
	assert_non_null(
	    strstr(line_words(*state, &line), "verlengde jeugdhulp"));
}

static void
nobody_there_is_not_asked_about(void **state)
{
	const struct household_member m[] = {{"P1", "Lina", "jongere", 18}};

	(void)state;
	assert_false(youth_is_asked("Jeugdwet", "HH", m, 0, 1));
	assert_false(youth_is_asked("Jeugdwet", "P9", m, 1, 1));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(it_asks_where_the_core_remarks),
	    ARENA_TEST(an_answer_ends_the_remark_and_is_said),
	    ARENA_TEST(nobody_there_is_not_asked_about),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
