/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * outcome_words.c - sentences about many plans at once. An average never
 * stands without the number of plans that it is of.
 */
#include "web/outcome_words.h"

#include "base/text.h"

#include <string.h>

/* What the core's signals mean, to be read after "In 3 van de 7 plannen". */
static const struct {
	const char *code, *words;
} SIGNALS[] = {
    {"E3", "staat een hoeveelheid die niet kan: meer dan 24 uur per dag of 7 "
	   "dagen per week"},
    {"W1", "ontbreekt een lopende regel zonder reden"},
    {"W2", "telt iemand dubbel: op twee plekken tegelijk, dag en nacht"},
    {"W3", "staat Jeugdwet voor iemand van 18 jaar of ouder"},
    {"W4", "staat het totaal van een gebeurtenis naast de delen ervan"},
    {"W5", "betaalt alleen de gemeente, terwijl anderen er ook baat bij "
	   "hebben"},
    {"W6", "staan veel ernstige gevolgen als zeker in de dreigende situatie"},
    {"W7", "rust meer dan de helft van het bedrag op oefentarieven"},
    {"W8", "staan prijzen van ver uiteenlopende jaren naast elkaar"},
    {"W10", "kost de dreigende situatie minder dan de huidige"},
    {"W11", "is meer dan de helft van de besparing een verschuiving van geld"},
    {"W12", "ontbreekt bij een grote inzet wat er gebeurt als het plan niet "
	    "lukt"},
};

/* "7 plannen", "1 plan". */
static const char *
plans(struct arena *a, size_t n)
{
	return arena_printf(a, "%zu %s", n, n == 1 ? "plan" : "plannen");
}

const char *
outcome_words_share(struct arena *a, size_t n, size_t total)
{
	if (total == 1)
		return arena_printf(a, "In %zu van 1 plan", n);
	if (n == 0)
		return arena_printf(a, "In geen van de %zu plannen", total);
	if (n == total)
		return arena_printf(a, "In alle %zu plannen", total);
	return arena_printf(a, "In %zu van de %zu plannen", n, total);
}

const char *
outcome_words_signal(struct arena *a, const char *code)
{
	for (size_t i = 0; i < sizeof(SIGNALS) / sizeof(SIGNALS[0]); i++)
		if (strcmp(SIGNALS[i].code, code) == 0)
			return arena_printf(
			    a, "%s (%s)", SIGNALS[i].words, code);
	return arena_printf(a, "geeft de rekenkern signaal %s", code);
}

const char *
outcome_words_years(int years)
{
	static const char *const TITLES[RK_MAX_HORIZON + 1] = {"",
	    "Plannen over één jaar", "Plannen over twee jaar",
	    "Plannen over drie jaar", "Plannen over vier jaar",
	    "Plannen over vijf jaar"};

	return TITLES[years];
}

static const char *
magnitude(struct arena *a, int64_t cents)
{
	return text_euro_whole(a, cents < 0 ? -cents : cents);
}

static const char *
difference(struct arena *a, int64_t gain)
{
	if (gain == 0)
		return "evenveel";
	return arena_printf(
	    a, "%s %s", magnitude(a, gain), gain < 0 ? "meer" : "minder");
}

const char *
outcome_words_sum(struct arena *a, const struct outcome_sum *sum,
    enum rk_modus_naam mode, int years)
{
	static const char *const PERIODS[RK_MAX_HORIZON + 1] = {"",
	    "In het eerste jaar", "In twee jaar", "In drie jaar",
	    "In vier jaar", "In vijf jaar"};
	int64_t gain = sum->dashboard.modi[mode].totale_baten;
	size_t n = sum->plan_count[mode];
	const char *than = gain == 0 ? "als" : "dan";
	const char *who =
	    n == 1 ? "kost dit ene plan"
		   : arena_printf(a, "kosten deze %zu plannen samen", n);

	if (n == 0)
		return "Geen van deze plannen zegt wat er gebeurt als het "
		       "misgaat.";
	if (mode == RK_TOV_HUIDIG)
		return arena_printf(a, "%s %s %s %s wat er nu loopt.",
		    PERIODS[years], who, difference(a, gain), than);
	return arena_printf(a, "%s %s %s %s wanneer het misgaat.",
	    PERIODS[years], who, difference(a, gain), than);
}

const char *
outcome_words_average(
    struct arena *a, const struct outcome_sum *sum, enum rk_modus_naam mode)
{
	size_t n = sum->plan_count[mode];
	int64_t average = rk_gemiddelde(
	    sum->dashboard.modi[mode].totale_baten, (int64_t)n);

	if (n == 0)
		return "";
	return arena_printf(a, "Gemiddeld is dat %s per plan (%s).",
	    difference(a, average), plans(a, n));
}

const char *
outcome_words_payers(struct arena *a, const struct rk_verdeling *payers)
{
	const struct rk_post *most = NULL, *least = NULL;
	const char *pays = "", *gains = "";

	for (size_t i = 0; i < payers->aantal; i++) {
		const struct rk_post *p = &payers->posten[i];

		if (p->eurocent > 0 &&
		    (most == NULL || p->eurocent > most->eurocent))
			most = p;
		if (p->eurocent < 0 &&
		    (least == NULL || p->eurocent < least->eurocent))
			least = p;
	}
	if (least != NULL)
		pays = arena_printf(a, "Het meeste extra betaalt: %s (%s).",
		    least->naam, magnitude(a, least->eurocent));
	if (most != NULL)
		gains = arena_printf(a, "De meeste baat heeft: %s (%s).",
		    most->naam, magnitude(a, most->eurocent));
	return arena_printf(a, "%s%s%s", pays,
	    *pays != '\0' && *gains != '\0' ? " " : "", gains);
}
