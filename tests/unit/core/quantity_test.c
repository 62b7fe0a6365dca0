/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The examples of tests/cases/quantity.tsv; that what was read goes into the
 * form of a line; and that the total said is the one the core counts with.
 */
#include "core/quantity.h"

#include "core/plan_input.h"
#include "core/plan_sum.h"
#include "core/quantity_token.h"

#include "check.h"

#include <stdio.h>

enum { LINE_MAX_BYTES = 512 };

static const char *
duration(struct arena *a, const struct quantity *q)
{
	return q->duur_aantal == NULL
		   ? "-"
		   : arena_printf(a, "%s %s", q->duur_aantal, q->duur_eenheid);
}

/* One euro each: the amount in the sum is the total that was said. */
static void
check_total(
    struct arena *a, int number, const char *eenheid, const struct quantity *q)
{
	static const struct household_member ONE = {"P1", "Ilse", "ouder", 34};
	static const struct plan_payer PAYER = {"gemeente", NULL};
	const char *said = strstr(q->words, "dat is "), *of_core;
	struct plan_line line = {.id = "a",
	    .persoon = "HH",
	    .code = "X",
	    .omschrijving = "X",
	    .domein = "x",
	    .wet = "x",
	    .aard = "dienst",
	    .rol = "lopend",
	    .tarief_eurocent = 1000,
	    .eenheid = eenheid,
	    .zekerheid = "official",
	    .kasstroom = "variabel",
	    .prijspeil_jaar = 2026,
	    .hoeveelheid = q->hoeveelheid,
	    .per = q->per,
	    .duur_aantal = q->duur_aantal,
	    .duur_eenheid = q->duur_eenheid,
	    .start_maand = q->start_maand,
	    .payer_count = 1,
	    .payers = &PAYER};
	struct plan plan = {.horizon_jaren = 5,
	    .disconto_pct = "0",
	    .line_count = 1,
	    .lines = &line};
	struct plan_sum sum;
	int64_t mills;

	for (int f = 0; f < FIELD_COUNT; f++)
		plan.text[f] = "";
	plan_sum(&sum, a, &plan, &ONE, 1, NULL);
	assert_non_null(sum.result);
	if (said == NULL || strstr(said, "ongeveer") != NULL)
		return;
	mills = plan_sum_line(&sum, &plan, 0);
	of_core = parts_text(a, parts_of(mills, 1000));
	of_core = arena_printf(a, "dat is %s ", input_dutch(a, of_core));
	if (strncmp(said, of_core, strlen(of_core)) != 0)
		fail_msg("line %d: \"%s\", but the core counts %s", number,
		    said, of_core);
}

static void
check_read(struct arena *a, int number, const char *eenheid, const char *typed,
    char *rest)
{
	struct quantity q = quantity_read(a, typed, eenheid, 1);
	const char *want = strsep(&rest, "\t");

	if (strcmp(want, "fout") == 0) {
		char *parts = strsep(&rest, "\t"), *part;
		bool is_told = false;

		while ((part = strsep(&parts, "|")) != NULL)
			is_told = is_told || (q.fault != NULL &&
						 strstr(q.fault, part) != NULL);
		if (!is_told)
			fail_msg("line %d, \"%s\": %s", number, typed,
			    q.fault != NULL ? q.fault : q.words);
		return;
	}
	if (q.fault != NULL)
		fail_msg("line %d, \"%s\": %s", number, typed, q.fault);
	want = arena_printf(a, "%s\t%s", want, rest);
	if (strcmp(want, arena_printf(a, "%s %s\t%s\t%d\t%s", q.hoeveelheid,
			     q.per, duration(a, &q), q.start_maand, q.words)) !=
	    0)
		fail_msg("line %d, \"%s\": %s %s\t%s\t%d\t%s", number, typed,
		    q.hoeveelheid, q.per, duration(a, &q), q.start_maand,
		    q.words);
	assert_non_null(input_quantity(a, input_dutch(a, q.hoeveelheid)));
	check_total(a, number, eenheid, &q);
}

static void
examples(void **state)
{
	FILE *f = fopen("tests/cases/quantity.tsv", "r");
	char line[LINE_MAX_BYTES];
	int n = 0, number = 0;

	assert_non_null(f);
	while (fgets(line, sizeof(line), f) != NULL) {
		char *rest = line, *eenheid, *typed;

		number++;
		if (*line == '#')
			continue;
		line[strcspn(line, "\n")] = '\0';
		eenheid = strsep(&rest, "\t");
		typed = strsep(&rest, "\t");
		assert_non_null(rest);
		check_read(*state, number, eenheid, typed, rest);
		n++;
	}
	assert_int_equal(fclose(f), 0);
	assert_true(n > 70);
}

static void
test_each_example_that_is_given_is_understood(void **state)
{
	static const char *const UNITS[] = {"uur", "dagdeel", "etmaal", "dag",
	    "week", "maand", "jaar", "stuk", "traject", "km"};

	for (size_t i = 0; i < sizeof(UNITS) / sizeof(UNITS[0]); i++) {
		struct quantity q = quantity_read(
		    *state, quantity_example(UNITS[i]), UNITS[i], 1);

		assert_null(q.fault);
	}
}

static void
test_what_is_open_lasts_as_long_as_the_sum(void **state)
{
	struct quantity q = quantity_read(*state, "2 uur per week", "uur", 3);

	assert_string_equal(q.duur_aantal, "156");
	q = quantity_read(*state, "vanaf maand 13", "maand", 2);
	assert_string_equal(q.duur_aantal, "12");
}

static void
test_no_text_makes_it_stumble(void **state)
{
	static const char *const ODD[] = {"½½½", "1/0 uur", "/", ",,,", "per",
	    "om de", "elke", "maand", "vanaf maand", "tot en met", "t/m",
	    "een een een een", "x x x", "€", "tot maand 1", "0 uur",
	    "1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 "
	    "1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 3 4 5 "
	    "6"};

	for (size_t i = 0; i < sizeof(ODD) / sizeof(ODD[0]); i++) {
		struct quantity q = quantity_read(*state, ODD[i], "uur", 1);

		if (q.fault == NULL)
			fail_msg("\"%s\" was read: %s", ODD[i], q.words);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(examples),
	    ARENA_TEST(test_each_example_that_is_given_is_understood),
	    ARENA_TEST(test_what_is_open_lasts_as_long_as_the_sum),
	    ARENA_TEST(test_no_text_makes_it_stumble),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
