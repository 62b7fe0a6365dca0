/* SPDX-License-Identifier: EUPL-1.2 */
/* The amount of one line, from tests/cases/calc/regels.tsv; payers; present
 * values. Through the library's front door. */
#include "unit/calc/hulp.h"

#include <stdio.h>
#include <stdlib.h>

#include "calc/termijn.h"

#define GEVALLEN "tests/cases/calc/regels.tsv"

enum kolom {
	K_TARIEF,
	K_HOEVEELHEID,
	K_PER,
	K_DUUR,
	K_START,
	K_KANS,
	K_HORIZON,
	K_VERWACHT,
	K_WAAROM,
	KOLOMMEN
};

static void
splits(char *regel, char *kolommen[KOLOMMEN], int nummer)
{
	int k;

	for (k = 0; k < KOLOMMEN; k++) {
		kolommen[k] = strsep(&regel, "\t");
		if (!kolommen[k])
			fail_msg("%s:%d: te weinig kolommen", GEVALLEN, nummer);
	}
}

static void
reken_geval(struct hulp *h, char *kolommen[KOLOMMEN], int nummer, bool groot)
{
	struct rk_regel regel =
	    hulp_eenmalig("a", strtoll(kolommen[K_TARIEF], NULL, 10));
	struct rk_plan plan = hulp_plan();
	struct rk_resultaat *uit;
	char *verwacht = kolommen[K_VERWACHT];
	char aantal[32], eenheid[32];
	int64_t jaar;

	regel.hoeveelheid = kolommen[K_HOEVEELHEID];
	regel.per = kolommen[K_PER];
	regel.kans = kolommen[K_KANS];
	regel.start_maand = RK_GEHEEL(strtoll(kolommen[K_START], NULL, 10));
	if (sscanf(kolommen[K_DUUR], "%31s %31s", aantal, eenheid) == 2) {
		regel.duur_aantal = aantal;
		regel.duur_eenheid = eenheid;
	}
	plan.horizon_jaren = RK_GEHEEL(strtoll(kolommen[K_HORIZON], NULL, 10));
	hulp_zet(&plan, RK_HUIDIG, &regel, 1);
	if (rk_bereken_via(&uit, &h->fouten, &plan, NULL, &h->memory, groot) !=
	    RK_GOED)
		fail_msg("%s:%d: %s: %s", GEVALLEN, nummer,
		    h->fouten.lijst[0].pad, h->fouten.lijst[0].uitleg);
	for (jaar = 0; jaar < plan.horizon_jaren.waarde; jaar++) {
		int64_t bedrag = uit->scenarios[RK_HUIDIG].per_jaar[jaar];

		if (bedrag != strtoll(verwacht, &verwacht, 10))
			fail_msg("%s:%d: jaar %d is %lld (%s)", GEVALLEN,
			    nummer, (int)jaar + 1, (long long)bedrag,
			    kolommen[K_WAAROM]);
	}
	assert_string_equal(verwacht, "");
}

static void
every_case_gives_its_year_amounts_on_both_paths(void **state)
{
	FILE *f = fopen(GEVALLEN, "r");
	char *kolommen[KOLOMMEN], *regel = NULL;
	int nummer = 0, gevallen = 0;
	size_t ruimte = 0;

	assert_non_null(f);
	while (getline(&regel, &ruimte, f) > 0) {
		nummer++;
		if (*regel == '#')
			continue;
		splits(regel, kolommen, nummer);
		reken_geval(*state, kolommen, nummer, false);
		reken_geval(*state, kolommen, nummer, true);
		gevallen++;
	}
	free(regel);
	fclose(f);
	assert_true(gevallen >= 38);
}

/* The amounts of the payers of one line, in their order. */
static void
assert_delen(struct hulp *h, int64_t tarief, size_t n,
    const struct rk_deel *delen, const int64_t *verwacht)
{
	struct rk_regel regel = hulp_eenmalig("a", tarief);
	struct rk_plan plan = hulp_plan();
	const struct rk_verdeling *v;
	size_t i, k;

	regel.betaler = NULL;
	regel.betalers = delen;
	regel.aantal_betalers = n;
	hulp_zet(&plan, RK_HUIDIG, &regel, 1);
	v = &hulp_bereken(h, &plan)->scenarios[RK_HUIDIG].per_betaler;
	assert_int_equal(v->aantal, n);
	for (i = 0; i < n; i++)
		for (k = 0; k < n; k++)
			if (strcmp(v->posten[k].naam, delen[i].betaler) == 0)
				assert_int_equal(
				    v->posten[k].eurocent, verwacht[i]);
}

static void
the_last_payer_gets_the_remainder(void **state)
{
	static const struct rk_deel DERDEN[] = {
	    {"rijk", "1/3"}, {"gemeente", "1/3"}, {"zorgverzekeraar", "1/3"}};
	static const struct rk_deel KWARTEN[] = {{"uwv", "0.25"},
	    {"svb", "0.25"}, {"rijk", "0.25"}, {"gemeente", "0.25"}};
	static const struct rk_deel ENERGIE[] = {
	    {"gemeente", "0.7"}, {"energieleverancier", "0.3"}};

	assert_delen(*state, 100, 3, DERDEN, (const int64_t[]){33, 33, 34});
	assert_delen(*state, 2, 4, KWARTEN, (const int64_t[]){1, 1, 1, -1});
	/* V4: 1.849,99 euro, 70/30. */
	assert_delen(
	    *state, 184999, 2, ENERGIE, (const int64_t[]){129499, 55500});
}

static void
shares_are_of_the_total_over_the_horizon(void **state)
{
	/* 1 cent a year for 3 years in halves: 2 and 1, not 3 and 0. */
	static const struct rk_deel HELFTEN[] = {
	    {"gemeente", "1/2"}, {"rijk", "0.5"}};
	struct rk_regel regel = hulp_regel("a");
	struct rk_plan plan = hulp_plan();
	const struct rk_verdeling *v;

	regel.per = regel.duur_eenheid = "jaar";
	regel.duur_aantal = "3";
	regel.tarief_eurocent = RK_GEHEEL(1);
	regel.betaler = NULL;
	regel.betalers = HELFTEN;
	regel.aantal_betalers = 2;
	plan.horizon_jaren = RK_GEHEEL(3);
	hulp_zet(&plan, RK_HUIDIG, &regel, 1);
	v = &hulp_bereken(*state, &plan)->scenarios[RK_HUIDIG].per_betaler;
	assert_int_equal(v->posten[0].eurocent, 2);
	assert_int_equal(v->posten[1].eurocent, 1);
}

static int64_t
contant(struct hulp *h, const char *pct)
{
	struct rk_regel regel = hulp_regel("a");
	struct rk_plan plan = hulp_plan();

	regel.per = regel.duur_eenheid = "jaar";
	regel.duur_aantal = "5";
	regel.tarief_eurocent = RK_GEHEEL(100000);
	plan.horizon_jaren = RK_GEHEEL(5);
	plan.disconto_pct = pct;
	hulp_zet(&plan, RK_HUIDIG, &regel, 1);
	return hulp_bereken(h, &plan)->scenarios[RK_HUIDIG].contante_waarde;
}

static void
the_first_year_is_not_discounted_and_each_year_is_rounded(void **state)
{
	assert_int_equal(contant(*state, "0"), 500000);
	/* 100000 + 97276 + 94627 + 92049 + 89542 */
	assert_int_equal(contant(*state, "2.8"), 473494);
	/* 100000 + 83333 + 69444 + 57870 + 48225 */
	assert_int_equal(contant(*state, "20"), 358872);
	/* 100000 + 105263 + 110803 + 116635 + 122774 */
	assert_int_equal(contant(*state, "-5"), 555475);
	assert_int_equal(contant(*state, "0.0001"), 500000);
}

static void
the_rate_follows_the_date(void **state)
{
	size_t n, i;
	const struct rk_discontovoet *voeten = rk_discontovoeten(&n);

	(void)state;
	assert_null(rk_discontovoet_op("2020-12-31"));
	assert_string_equal(rk_discontovoet_op("2021-01-01")->voet_pct, "2.25");
	assert_string_equal(rk_discontovoet_op("2025-12-31")->voet_pct, "2.25");
	assert_string_equal(rk_discontovoet_op("2026-11-23")->voet_pct, "2.8");
	for (i = 1; i < n; i++)
		assert_true(strcmp(voeten[i - 1].geldig_vanaf,
				voeten[i].geldig_vanaf) < 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    PROEF(every_case_gives_its_year_amounts_on_both_paths),
	    PROEF(the_last_payer_gets_the_remainder),
	    PROEF(shares_are_of_the_total_over_the_horizon),
	    PROEF(the_first_year_is_not_discounted_and_each_year_is_rounded),
	    PROEF(the_rate_follows_the_date)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
