/* SPDX-License-Identifier: EUPL-1.2 */
/* plan_words_test.c - a line said back in plain Dutch. */
#include "core/plan_words.h"

#include "check.h"

#define LINE(unit, n, how_often, lasts, lasts_unit, month)                     \
	{                                                                      \
		.eenheid = (unit), .hoeveelheid = (n), .per = (how_often),     \
		.duur_aantal = (lasts), .duur_eenheid = (lasts_unit),          \
		.start_maand = (month)                                         \
	}

static const struct {
	struct plan_line line;
	const char *words;
} SAID[] = {
    {LINE("uur", "2", "week", "52", "week", 1),
	"2 uur per week, een jaar lang, vanaf maand 1"},
    {LINE("uur", "1.5", "week", "26", "week", 7),
	"1,5 uur per week, 26 weken lang, vanaf maand 7"},
    {LINE("maand", "1", "maand", "12", "maand", 1),
	"elke maand, een jaar lang, vanaf maand 1"},
    {LINE("jaar", "1", "jaar", "1", "jaar", 1),
	"elk jaar, een jaar lang, vanaf maand 1"},
    {LINE("maand", "2", "maand", "8", "maand", 5),
	"2 keer per maand, 8 maanden lang, vanaf maand 5"},
    {LINE("etmaal", "4", "dag", "120", "dag", 3),
	"4 keer per dag, 120 dagen lang, vanaf maand 3"},
    {LINE("etmaal", "1", "dag", "1", "dag", 3),
	"elke dag, 1 dag lang, vanaf maand 3"},
    {LINE("dagdeel", "2", "week", "1", "week", 1),
	"2 dagdelen per week, 1 week lang, vanaf maand 1"},
    {LINE("uur", "20", "eenmalig", NULL, NULL, 1),
	"eenmalig 20 uur, in maand 1"},
    {LINE("stuk", "1", "eenmalig", NULL, NULL, 2), "eenmalig, in maand 2"},
    {LINE("traject", "1", "eenmalig", NULL, NULL, 1), "eenmalig, in maand 1"},
    {LINE("stuk", "3", "eenmalig", NULL, NULL, 2),
	"eenmalig 3 stuks, in maand 2"},
    {LINE("uur", "1/3", "week", "2", "jaar", 1),
	"1/3 uur per week, 2 jaar lang, vanaf maand 1"},
};

static void
how_much_how_long_and_when(void **state)
{
	for (size_t i = 0; i < sizeof(SAID) / sizeof(SAID[0]); i++)
		assert_string_equal(
		    line_words(*state, &SAID[i].line), SAID[i].words);
}

static void
a_chance_is_said_in_percents(void **state)
{
	struct plan_line line = LINE("stuk", "1", "eenmalig", NULL, NULL, 2);

	line.kans = "0.125";
	assert_string_equal(line_words(*state, &line),
	    "eenmalig, in maand 2, kans 12,5 %");
	line.kans = "1/3";
	assert_string_equal(
	    line_words(*state, &line), "eenmalig, in maand 2, kans 1/3");
}

static void
a_line_says_whom_it_is_for_who_pays_and_why_it_stops(void **state)
{
	static const struct household_member SEM = {"P4", "Sem", "kind", 9};
	static const struct plan_payer UWV = {"uwv", NULL};
	struct plan_line line = LINE("stuk", "1", "eenmalig", NULL, NULL, 2);

	line.persoon = "P4";
	line.payers = &UWV;
	line.payer_count = 1;
	assert_string_equal(line_sentences(*state, &line, &SEM, 1),
	    "Eenmalig, in maand 2. Voor Sem. UWV betaalt.");
	line.stopreden = "hij werkt weer";
	assert_string_equal(line_sentences(*state, &line, &SEM, 1),
	    "Eenmalig, in maand 2. Voor Sem. UWV betaalt. "
	    "Stopt, want: hij werkt weer");
}

static void
persons_are_named(void **state)
{
	static const struct household_member SEM = {"P4", "Sem", "kind", 9};

	(void)state;
	assert_string_equal(
	    person_words("HH", &SEM, 1), "het hele huishouden");
	assert_string_equal(person_words("P4", &SEM, 1), "Sem");
	assert_string_equal(person_words("P5", &SEM, 1), "P5");
}

static void
prices_and_their_certainty_have_words(void **state)
{
	assert_string_equal(
	    tariff_words(*state, 7800, "uur"), "€\u00a078,00 per uur");
	assert_string_equal(certainty_words("official"), "officieel bedrag");
	assert_string_equal(
	    certainty_words("published"), "gepubliceerd bedrag");
	assert_string_equal(certainty_words("illustrative"), "oefenbedrag");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(how_much_how_long_and_when),
	    ARENA_TEST(a_chance_is_said_in_percents),
	    ARENA_TEST(a_line_says_whom_it_is_for_who_pays_and_why_it_stops),
	    ARENA_TEST(persons_are_named),
	    ARENA_TEST(prices_and_their_certainty_have_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
