/* SPDX-License-Identifier: EUPL-1.2 */
/* Modes, payback, break-even, expectation, verkeerde zak and the bounds of
 * totals: rekenregels §5, §11.1. */
#include "unit/calc/hulp.h"

/* A plan of one-off lines, one per scenario, in month 1. */
static struct rk_resultaat *
drie(struct hulp *h, int64_t huidig, int64_t dreigend, int64_t doorbraak,
    const char *p, const char *q)
{
	struct rk_regel *regels = rk_alloc_nul(&h->memory, 3, sizeof(*regels));
	struct rk_plan plan = hulp_plan();

	regels[0] = hulp_eenmalig("h", huidig);
	regels[1] = hulp_eenmalig("d", dreigend);
	regels[2] = hulp_eenmalig("b", doorbraak);
	regels[2].rol = "interventie";
	hulp_zet(&plan, RK_HUIDIG, &regels[0], 1);
	hulp_zet(&plan, RK_DREIGEND, &regels[1], 1);
	hulp_zet(&plan, RK_DOORBRAAK, &regels[2], 1);
	plan.kans_dreigend = p;
	plan.slaagkans = q;
	return hulp_bereken(h, &plan);
}

static void
what_the_plan_says_of_itself_goes_into_the_result(void **state)
{
	struct hulp *h = *state;
	struct rk_plan plan = hulp_plan();
	struct rk_resultaat *uit = hulp_bereken(h, &plan);

	assert_null(uit->plan_id);
	assert_null(uit->plan_versie);
	assert_null(uit->tarieventabel_versie);
	assert_false(uit->prijspeil_jaar.gegeven);
	plan.id = "familie-7";
	plan.versie = "3";
	plan.tarieventabel_versie = "algemeen 1f3a eigen 4";
	plan.prijspeil_jaar = RK_GEHEEL(2026);
	uit = hulp_bereken(h, &plan);
	assert_string_equal(uit->plan_id, "familie-7");
	assert_string_equal(uit->plan_versie, "3");
	assert_string_equal(
	    uit->tarieventabel_versie, "algemeen 1f3a eigen 4");
	assert_int_equal(uit->prijspeil_jaar.waarde, 2026);
}

static void
break_even_says_from_which_chance(void **state)
{
	static const struct {
		int64_t h, d, b;
		enum rk_duiding duiding;
		const char *decimaal4;
		int64_t een_op;
	} GEVALLEN[] = {{10, 20, 5, RK_ALTIJD_VOORDELIG, "-0.5000", 0},
	    {20, 10, 5, RK_ALTIJD_VOORDELIG, "1.5000", 0},
	    {10, 20, 10, RK_ALTIJD_VOORDELIG, "0.0000", 0},
	    {10, 20, 30, RK_NOOIT_VOORDELIG, "2.0000", 0},
	    {10, 40, 12, RK_VOORDELIG_VANAF, "0.0667", 15},
	    {10, 40, 40, RK_VOORDELIG_VANAF, "1.0000", 1},
	    {40, 10, 30, RK_VOORDELIG_TOT, "0.3333", 0},
	    {10, 10, 10, RK_ALTIJD_VOORDELIG, NULL, 0},
	    {10, 10, 11, RK_NOOIT_VOORDELIG, NULL, 0},
	    {1000, 1003, 1001, RK_VOORDELIG_VANAF, "0.3333", 3}};
	size_t i;

	for (i = 0; i < sizeof(GEVALLEN) / sizeof(*GEVALLEN); i++) {
		struct rk_break_even b = drie(*state, GEVALLEN[i].h,
		    GEVALLEN[i].d, GEVALLEN[i].b, NULL, NULL)
					     ->break_even_kans;

		assert_int_equal(b.duiding, GEVALLEN[i].duiding);
		assert_int_equal(b.een_op, GEVALLEN[i].een_op);
		if (GEVALLEN[i].decimaal4)
			assert_string_equal(b.decimaal4, GEVALLEN[i].decimaal4);
		else
			assert_null(b.decimaal4);
	}
}

static void
expectation_weighs_by_both_chances(void **state)
{
	/* N = 0.4 x 2000 + 0.6 x 1000 = 1400;
	 * plan = 0.75 x 500 + 0.25 x (500 + 1400) = 850; q* = 500 / 1400 */
	struct rk_verwachting v =
	    drie(*state, 1000, 2000, 500, "0.4", "0.75")->verwachting;

	assert_true(v.gegeven && v.met_slaagkans);
	assert_int_equal(v.verwacht_nulalternatief, 1400);
	assert_int_equal(v.verwachte_baten, 900);
	assert_int_equal(v.verwachte_plankosten, 850);
	assert_int_equal(v.verwachte_baten_met_slaagkans, 550);
	assert_string_equal(v.break_even_slaagkans, "0.3571");
	assert_string_equal(v.kans_dreigend, "0.4");
	/* N = 0: nothing to gain, whatever q is. */
	v = drie(*state, 0, 0, 500, "1/3", "1")->verwachting;
	assert_null(v.break_even_slaagkans);
	v = drie(*state, 10, 10, 5, "1/3", NULL)->verwachting;
	assert_true(v.gegeven && !v.met_slaagkans);
	v = drie(*state, 10, 10, 5, NULL, NULL)->verwachting;
	assert_false(v.gegeven);
}

static void
expectation_is_rounded_half_up_from_the_exact_sum(void **state)
{
	/* N = 0.5 x 1 + 0.5 x 0 = 0.5 -> 1; plan = 0.5 x 0 + 0.5 x 0.5 */
	struct rk_verwachting v =
	    drie(*state, 0, 1, 0, "0.5", "0.5")->verwachting;

	assert_int_equal(v.verwacht_nulalternatief, 1);
	assert_int_equal(v.verwachte_plankosten, 0);
	assert_int_equal(v.verwachte_baten_met_slaagkans, 1);
}

/* What H costs each month against a plan that costs 1200 at once. */
static int
terugverdiend(struct hulp *h, const char *per_maand, int horizon)
{
	struct rk_regel huidig = hulp_regel("h");
	struct rk_regel doorbraak = hulp_eenmalig("b", 1200);
	struct rk_plan plan = hulp_plan();

	huidig.hoeveelheid = per_maand;
	huidig.duur_aantal = "60";
	plan.horizon_jaren = RK_GEHEEL(horizon);
	hulp_zet(&plan, RK_HUIDIG, &huidig, 1);
	hulp_zet(&plan, RK_DOORBRAAK, &doorbraak, 1);
	return hulp_bereken(h, &plan)
	    ->modi[RK_TOV_HUIDIG]
	    .terugverdientijd_maand;
}

static void
payback_is_the_month_after_the_last_one_behind(void **state)
{
	/* Behind in months 1 - 11, even in month 12. */
	assert_int_equal(terugverdiend(*state, "1", 1), 12);
	assert_int_equal(terugverdiend(*state, "12", 1), 0);
	assert_int_equal(terugverdiend(*state, "11.999999", 1), 2);
	/* One millionth short is behind at the end of the year. */
	assert_int_equal(
	    terugverdiend(*state, "0.999999", 1), RK_NIET_TERUGVERDIEND);
	assert_int_equal(terugverdiend(*state, "0.999999", 2), 13);
	assert_int_equal(terugverdiend(*state, "1/5", 5), 60);
	assert_int_equal(terugverdiend(*state, "0", 5), RK_NIET_TERUGVERDIEND);
}

/*
 * A plan of 120 dagen from month 3 on, at 60,00 a day, against what costs
 * 5.475,00 at once and `rest` more cents in the month given.
 */
static int
terugverdiend_dagen(struct hulp *h, int64_t rest, int maand)
{
	struct rk_regel huidig[] = {
	    hulp_eenmalig("h1", 547500), hulp_eenmalig("h2", rest)};
	struct rk_regel doorbraak = hulp_regel("b");
	struct rk_plan plan = hulp_plan();

	huidig[1].start_maand = RK_GEHEEL(maand);
	doorbraak.tarief_eurocent = RK_GEHEEL(6000);
	doorbraak.per = doorbraak.duur_eenheid = "dag";
	doorbraak.duur_aantal = "120";
	doorbraak.start_maand = RK_GEHEEL(3);
	hulp_zet(&plan, RK_HUIDIG, huidig, 2);
	hulp_zet(&plan, RK_DOORBRAAK, &doorbraak, 1);
	return hulp_bereken(h, &plan)
	    ->modi[RK_TOV_HUIDIG]
	    .terugverdientijd_maand;
}

static void
payback_counts_the_part_of_the_last_month(void **state)
{
	/* 5.475,00 to the end of month 5, and 1.725,00 in month 6. */
	assert_int_equal(terugverdiend_dagen(*state, 172500, 6), 0);
	assert_int_equal(terugverdiend_dagen(*state, 172500, 7), 7);
	assert_int_equal(
	    terugverdiend_dagen(*state, 172499, 7), RK_NIET_TERUGVERDIEND);
}

static void
payback_counts_the_last_relapse(void **state)
{
	/* The plan is ahead in month 1, and again behind in months 6 and 7. */
	struct rk_regel huidig[] = {
	    hulp_eenmalig("h1", 10), hulp_eenmalig("h2", 30)};
	struct rk_regel doorbraak = hulp_eenmalig("b", 40);
	struct rk_plan plan = hulp_plan();

	huidig[1].start_maand = RK_GEHEEL(8);
	doorbraak.start_maand = RK_GEHEEL(6);
	hulp_zet(&plan, RK_HUIDIG, huidig, 2);
	hulp_zet(&plan, RK_DOORBRAAK, &doorbraak, 1);
	assert_int_equal(hulp_bereken(*state, &plan)
			     ->modi[RK_TOV_HUIDIG]
			     .terugverdientijd_maand,
	    8);
}

static void
payback_is_exact_with_many_denominators(void **state)
{
	/*
	 * The same hundred strange lines in both scenarios: the difference is
	 * exactly zero each month, which no rounding would show. One
	 * hundred-thousandth of a cent more and the plan is behind for ever.
	 */
	enum { N = 100 };
	struct hulp *h = *state;
	struct rk_regel regels[N], meer[N];
	struct rk_plan plan = hulp_plan();
	int i;

	for (i = 0; i < N; i++) {
		regels[i] = hulp_regel(rk_tekst(&h->memory, "r%d", i));
		regels[i].hoeveelheid =
		    rk_tekst(&h->memory, "1/%d", 999983 - 2 * i);
		regels[i].duur_aantal =
		    rk_tekst(&h->memory, "%d/%d", 1000 + i, 997 - i);
		regels[i].kans = rk_tekst(&h->memory, "0.9%05d", i);
		meer[N - 1 - i] = regels[i];
	}
	hulp_zet(&plan, RK_HUIDIG, regels, N);
	hulp_zet(&plan, RK_DOORBRAAK, meer, N);
	assert_int_equal(
	    hulp_bereken(h, &plan)->modi[RK_TOV_HUIDIG].terugverdientijd_maand,
	    0);
	meer[0].kans = "0.900100";
	assert_int_equal(
	    hulp_bereken(h, &plan)->modi[RK_TOV_HUIDIG].terugverdientijd_maand,
	    RK_NIET_TERUGVERDIEND);
}

static void
vrijval_and_extra_inzet_are_split_by_wet(void **state)
{
	struct rk_regel huidig[] = {
	    hulp_eenmalig("h1", 700), hulp_eenmalig("h2", 50)};
	struct rk_regel doorbraak[] = {
	    hulp_eenmalig("b1", 200), hulp_eenmalig("b2", 80)};
	struct rk_plan plan = hulp_plan();
	const struct rk_modus *m;

	huidig[1].wet = doorbraak[1].wet = "W2";
	huidig[0].aard = doorbraak[0].aard = "overdracht";
	doorbraak[1].betaler = "corporatie";
	hulp_zet(&plan, RK_HUIDIG, huidig, 2);
	hulp_zet(&plan, RK_DOORBRAAK, doorbraak, 2);
	m = &hulp_bereken(*state, &plan)->modi[RK_TOV_HUIDIG];
	assert_int_equal(m->vrijval, 500);
	assert_int_equal(m->extra_inzet, 30);
	assert_int_equal(m->totale_baten, 470);
	assert_int_equal(m->totale_baten_excl_overdrachten, -30);
	assert_int_equal(m->totale_baten_publiek, 550);
}

static void
the_wrong_pocket_is_named_when_the_whole_gains(void **state)
{
	struct rk_regel dreigend[] = {hulp_eenmalig("d1", 900),
	    hulp_eenmalig("d2", 600), hulp_eenmalig("d3", 10)};
	struct rk_regel doorbraak = hulp_eenmalig("b", 250);
	struct rk_plan plan = hulp_plan();
	struct rk_resultaat *uit;

	dreigend[0].betaler = "rijk";
	dreigend[1].betaler = "zorgverzekeraar";
	hulp_zet(&plan, RK_DREIGEND, dreigend, 3);
	hulp_zet(&plan, RK_DOORBRAAK, &doorbraak, 1);
	uit = hulp_bereken(*state, &plan);
	/* Against huidig the whole loses, so nothing is said of that mode. */
	assert_int_equal(uit->aantal_verkeerde_zak, 1);
	assert_int_equal(uit->verkeerde_zak[0].modus, RK_TOV_DREIGEND);
	assert_string_equal(uit->verkeerde_zak[0].betaler, "gemeente");
	assert_int_equal(uit->verkeerde_zak[0].tekort, 240);
	assert_string_equal(uit->verkeerde_zak[0].medefinancier, "rijk");
	assert_int_equal(uit->verkeerde_zak[0].baat_medefinancier, 900);
	/* A gemeente that breaks even is not in the wrong pocket. */
	doorbraak.tarief_eurocent = RK_GEHEEL(10);
	assert_int_equal(hulp_bereken(*state, &plan)->aantal_verkeerde_zak, 0);
}

static const char *
geweigerd(struct hulp *h, const struct rk_plan *plan)
{
	struct rk_resultaat *uit;
	const char *tekst = "";
	size_t i;

	assert_int_equal(
	    rk_bereken(&uit, &h->fouten, plan, NULL, &h->memory), RK_GEWEIGERD);
	assert_null(uit);
	for (i = 0; i < h->fouten.aantal; i++) {
		assert_string_equal(h->fouten.lijst[i].uitleg,
		    "bedrag groter dan 9007199254740991 eurocent (2^53 - 1)");
		tekst = rk_tekst(&h->memory, "%s%s%s", tekst, i ? " " : "",
		    h->fouten.lijst[i].pad);
	}
	return tekst;
}

static void
an_amount_beyond_2_to_the_53_is_refused_by_its_path(void **state)
{
	struct hulp *h = *state;
	struct rk_regel regels[] = {
	    hulp_eenmalig("a", 1000000000), hulp_eenmalig("b", 1000000000)};
	struct rk_plan plan = hulp_plan();

	/* 9 x 10^15 + 7199 x 10^9, and the border is 9007199.25 x 10^9 */
	regels[0].hoeveelheid = "1000000";
	regels[0].per = regels[0].duur_eenheid = "dag";
	regels[0].duur_aantal = "9";
	regels[1].hoeveelheid = "7199";
	hulp_zet(&plan, RK_HUIDIG, regels, 2);
	assert_int_equal(hulp_bereken(h, &plan)->scenarios[RK_HUIDIG].totaal,
	    INT64_C(9007199000000000));
	regels[1].hoeveelheid = "7200";
	assert_string_equal(geweigerd(h, &plan), "scenarios.huidig.totaal");
	regels[0].duur_aantal = "10";
	assert_string_equal(geweigerd(h, &plan), "scenarios.huidig[0]");
	hulp_zet(&plan, RK_DOORBRAAK, regels, 1);
	assert_string_equal(
	    geweigerd(h, &plan), "scenarios.huidig[0] scenarios.doorbraak[0]");
}

static void
the_very_last_amount_passes_and_one_cent_more_does_not(void **state)
{
	struct hulp *h = *state;
	struct rk_regel regels[] = {
	    hulp_eenmalig("a", 1000000000), hulp_eenmalig("b", 254740991)};
	struct rk_plan plan = hulp_plan();

	/* 9007199 x 10^9 + 254740991 */
	regels[0].per = regels[0].duur_eenheid = "dag";
	regels[0].duur_aantal = "10";
	regels[0].hoeveelheid = "900719.9";
	hulp_zet(&plan, RK_HUIDIG, regels, 2);
	assert_int_equal(
	    hulp_bereken(h, &plan)->scenarios[RK_HUIDIG].totaal, RK_MAX_BEDRAG);
	regels[1].tarief_eurocent = RK_GEHEEL(254740992);
	assert_string_equal(geweigerd(h, &plan), "scenarios.huidig.totaal");
}

static void
sums_that_grow_later_are_refused_by_their_own_path(void **state)
{
	struct hulp *h = *state;
	struct rk_regel regel = hulp_regel("a");
	struct rk_plan plan = hulp_plan();

	/* 8.98 x 10^15 over two years at -5 %: more than it seems. */
	regel.tarief_eurocent = RK_GEHEEL(1000000000);
	regel.hoeveelheid = "12300";
	regel.per = "dag";
	regel.duur_aantal = "2";
	regel.duur_eenheid = "jaar";
	plan.horizon_jaren = RK_GEHEEL(2);
	hulp_zet(&plan, RK_HUIDIG, &regel, 1);
	assert_non_null(hulp_bereken(h, &plan));
	plan.disconto_pct = "-5";
	assert_string_equal(
	    geweigerd(h, &plan), "scenarios.huidig.contante_waarde");
	/* I + N of a plan that fails costs twice as much as is countable. */
	plan.disconto_pct = "0";
	plan.kans_dreigend = "0";
	plan.slaagkans = "0";
	regel.rol = "interventie";
	hulp_zet(&plan, RK_DOORBRAAK, &regel, 1);
	assert_string_equal(
	    geweigerd(h, &plan), "verwachting.verwachte_plankosten");
}

static void
five_hundred_of_the_largest_lines_are_refused_not_wrapped(void **state)
{
	struct hulp *h = *state;
	struct rk_regel regels[RK_MAX_REGELS];
	struct rk_plan plan = hulp_plan();
	int i;

	for (i = 0; i < RK_MAX_REGELS; i++) {
		regels[i] = hulp_regel(rk_tekst(&h->memory, "r%d", i));
		regels[i].tarief_eurocent = RK_GEHEEL(1000000000);
		regels[i].hoeveelheid = "1000000";
		regels[i].per = "dag";
		regels[i].duur_aantal = "60";
		regels[i].duur_eenheid = "jaar";
	}
	plan.horizon_jaren = RK_GEHEEL(5);
	hulp_zet(&plan, RK_HUIDIG, regels, RK_MAX_REGELS);
	geweigerd(h, &plan);
	assert_int_equal(h->fouten.aantal, RK_MAX_REGELS);
	/* Each just within, together 500 times over. */
	for (i = 0; i < RK_MAX_REGELS; i++) {
		regels[i].per = regels[i].duur_eenheid = "dag";
		regels[i].duur_aantal = "9";
	}
	assert_string_equal(geweigerd(h, &plan), "scenarios.huidig.totaal");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    PROEF(what_the_plan_says_of_itself_goes_into_the_result),
	    PROEF(break_even_says_from_which_chance),
	    PROEF(expectation_weighs_by_both_chances),
	    PROEF(expectation_is_rounded_half_up_from_the_exact_sum),
	    PROEF(payback_is_the_month_after_the_last_one_behind),
	    PROEF(payback_counts_the_part_of_the_last_month),
	    PROEF(payback_counts_the_last_relapse),
	    PROEF(payback_is_exact_with_many_denominators),
	    PROEF(vrijval_and_extra_inzet_are_split_by_wet),
	    PROEF(the_wrong_pocket_is_named_when_the_whole_gains),
	    PROEF(an_amount_beyond_2_to_the_53_is_refused_by_its_path),
	    PROEF(the_very_last_amount_passes_and_one_cent_more_does_not),
	    PROEF(sums_that_grow_later_are_refused_by_their_own_path),
	    PROEF(five_hundred_of_the_largest_lines_are_refused_not_wrapped)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
