/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the outcome does when a judgement is another one (rekenregels §7), with
 * the sums of V1 and V4 worked by hand, and against plans that really have
 * that other chance, tariff or horizon.
 */
#include "unit/calc/hulp.h"

#include "calc/gevoeligheid.h"

static struct rk_gevoeligheid *
gevoelig(struct hulp *h, const struct rk_plan *plan)
{
	struct rk_gevoeligheid *uit;

	if (rk_gevoeligheid(&uit, plan, hulp_bereken(h, plan), &h->memory) !=
	    RK_GOED)
		fail_msg("the plan is not that of its own result");
	return uit;
}

/* The plan borrows from the document: it lives as long as the test looks. */
struct gelezen {
	json_t *document;
	struct rk_plan plan;
	struct rk_gevoeligheid *g;
};

static struct gelezen
van_vector(struct hulp *h, const char *vector)
{
	struct gelezen uit = {.document = hulp_vector(h, vector, "invoer")};

	uit.plan = hulp_plan_uit(h, uit.document);
	uit.g = gevoelig(h, &uit.plan);
	return uit;
}

static void
assert_kansen(const struct rk_gevoeligheid *g, const int64_t baten[RK_KANSEN])
{
	static const char *const KANS[] = {"0", "0.25", "0.5", "0.75", "1"};
	int i;

	for (i = 0; i < RK_KANSEN; i++) {
		assert_string_equal(g->kansen[i].kans_dreigend, KANS[i]);
		assert_int_equal(g->kansen[i].verwachte_baten, baten[i]);
	}
}

static void
assert_uitkomst(const struct rk_uitkomst *u, int64_t tov_huidig,
    int64_t tov_dreigend, const char *decimaal4)
{
	assert_true(u->bekend);
	assert_int_equal(u->totale_baten[RK_TOV_HUIDIG], tov_huidig);
	assert_int_equal(u->totale_baten[RK_TOV_DREIGEND], tov_dreigend);
	assert_string_equal(u->break_even_kans.decimaal4, decimaal4);
}

static void
v1_by_hand(void **state)
{
	/* H 39.351,00, D 124.489,20, B 45.135,00; N at 1/4 is
	 * 39.351,00 + 85.138,20 / 4 = 60.635,55, and that less B 15.500,55 */
	static const int64_t BATEN[] = {
	    -578400, 1550055, 3678510, 5806965, 7935420};
	struct gelezen gelezen = van_vector(*state, "V1");
	struct rk_gevoeligheid *g = gelezen.g;

	assert_kansen(g, BATEN);
	assert_int_equal(g->kansen[1].verwacht_nulalternatief, 6063555);
	assert_string_equal(g->tekst,
	    "Dit plan is voordelig als de dreiging in ten minste 1 op de 14 "
	    "gevallen werkelijkheid wordt.");
	/* p 1/2: N = 81.920,10; I = 3.200 + 2.400 + 1.900 = 7.500, so a plan
	 * that fails costs 89.420,10; half of it and half of 45.135,00 is
	 * 67.277,55. A quarter and three quarters: 56.206,275, so 56.206,28 */
	assert_int_equal(g->aantal_slaagkansen, 2);
	assert_string_equal(g->slaagkansen[0].slaagkans, "0.5");
	assert_int_equal(g->slaagkansen[0].verwachte_plankosten, 6727755);
	assert_int_equal(g->slaagkansen[0].verwachte_baten, 1464255);
	assert_string_equal(g->slaagkansen[1].slaagkans, "0.75");
	assert_int_equal(g->slaagkansen[1].verwachte_plankosten, 5620628);
	assert_int_equal(g->slaagkansen[1].verwachte_baten, 2571382);
	json_decref(gelezen.document);
}

static void
v1_tariffs_by_hand(void **state)
{
	struct gelezen gelezen = van_vector(*state, "V1");
	struct rk_gevoeligheid *g = gelezen.g;

	assert_int_equal(g->aantal_tarieven, 3);
	/* Gezinshuis 180 x 163,59 = 29.446,20; a fifth is 5.889,24. p* is
	 * 5.784,00 / (85.138,20 - 5.889,24) = 0,07299, with it 0,06354 */
	assert_int_equal(g->tarieven[0].scenario, RK_DREIGEND);
	assert_int_equal(g->tarieven[0].regel, 7);
	assert_int_equal(g->tarieven[0].bedrag, 2944620);
	assert_int_equal(g->tarieven[0].aantal_regels, 1);
	assert_uitkomst(&g->tarieven[0].lager, -578400, 7346496, "0.0730");
	assert_uitkomst(&g->tarieven[0].hoger, -578400, 8524344, "0.0635");
	/* Opvang 28.800,00; a fifth is 5.760,00. */
	assert_int_equal(g->tarieven[1].regel, 6);
	assert_uitkomst(&g->tarieven[1].lager, -578400, 7359420, "0.0729");
	/* Bijstand is in all three: another norm changes no difference. */
	assert_int_equal(g->tarieven[2].scenario, RK_HUIDIG);
	assert_int_equal(g->tarieven[2].aantal_regels, 3);
	assert_uitkomst(&g->tarieven[2].hoger, -578400, 7935420, "0.0679");
	json_decref(gelezen.document);
}

static void
v4_by_hand(void **state)
{
	/* H 7.912,40, D 21.870,40, B 9.155,99 */
	static const int64_t BATEN[] = {
	    -124359, 224591, 573541, 922491, 1271441};
	struct gelezen gelezen = van_vector(*state, "V4");
	struct rk_gevoeligheid *g = gelezen.g;

	assert_kansen(g, BATEN);
	assert_string_equal(g->tekst,
	    "Dit plan is voordelig als de dreiging in ten minste 1 op de 11 "
	    "gevallen werkelijkheid wordt.");
	/* Wijkteam: 52, 104 and 26 hours of 95,00; a fifth of them is 988,00,
	 * 1.976,00 and 494,00. Cash -1.243,59 - 988,00 + 494,00 = -1.737,59;
	 * avoided 12.714,41 - 1.976,00 + 494,00 = 11.232,41;
	 * p* = 1.737,59 / 12.970,00 = 0,1340 */
	assert_int_equal(g->tarieven[0].bedrag, 988000);
	assert_int_equal(g->tarieven[0].aantal_regels, 3);
	assert_uitkomst(&g->tarieven[0].lager, -173759, 1123241, "0.1340");
	assert_uitkomst(&g->tarieven[0].hoger, -74959, 1419641, "0.0502");
	json_decref(gelezen.document);
}

/* The same plan with really another chance, tariff or horizon. */
static void
a_plan_that_has_the_other_judgement_agrees(void **state)
{
	struct hulp *h = *state;
	int v;

	for (v = 0; v < HULP_AANTAL_VECTOREN; v++) {
		struct gelezen gelezen = van_vector(h, HULP_VECTOREN[v]);
		struct rk_gevoeligheid *g = gelezen.g;
		struct rk_plan ander;
		int i;

		for (i = 0; i < RK_KANSEN; i++) {
			ander = gelezen.plan;
			ander.kans_dreigend = g->kansen[i].kans_dreigend;
			assert_int_equal(g->kansen[i].verwachte_baten,
			    hulp_bereken(h, &ander)
				->verwachting.verwachte_baten);
		}
		for (i = 0; i < RK_HORIZONNEN; i++) {
			struct rk_resultaat *r;

			ander = gelezen.plan;
			ander.horizon_jaren =
			    RK_GEHEEL(g->horizonnen[i].horizon_jaren);
			r = hulp_bereken(h, &ander);
			assert_true(g->horizonnen[i].uitkomst.bekend);
			assert_int_equal(
			    g->horizonnen[i].uitkomst.totale_baten[0],
			    r->modi[0].totale_baten);
			assert_int_equal(
			    g->horizonnen[i].uitkomst.totale_baten[1],
			    r->modi[1].totale_baten);
			assert_int_equal(g->horizonnen[i]
					     .uitkomst.break_even_kans.teller,
			    r->break_even_kans.teller);
			assert_int_equal(g->horizonnen[i]
					     .uitkomst.break_even_kans.noemer,
			    r->break_even_kans.noemer);
		}
		json_decref(gelezen.document);
	}
}

static void
more_years_count_what_runs_on(void **state)
{
	/* 100 cent a month for three years against 1500 at once: in one year
	 * -300, in three (0 %) 2100. */
	struct rk_regel huidig = hulp_regel("h");
	struct rk_regel plan_regel = hulp_eenmalig("b", 1500);
	struct rk_plan plan = hulp_plan();
	struct rk_gevoeligheid *g;

	huidig.duur_aantal = "36";
	hulp_zet(&plan, RK_HUIDIG, &huidig, 1);
	hulp_zet(&plan, RK_DOORBRAAK, &plan_regel, 1);
	g = gevoelig(*state, &plan);
	assert_int_equal(g->horizonnen[0].horizon_jaren, 1);
	assert_int_equal(g->horizonnen[0].uitkomst.totale_baten[0], -300);
	assert_int_equal(g->horizonnen[1].horizon_jaren, 3);
	assert_int_equal(g->horizonnen[1].uitkomst.totale_baten[0], 2100);
}

static void
an_other_tariff_is_exact_and_rounded_once_a_year(void **state)
{
	/* 1 cent and half a cent a month for a year: 12 and 6 cents. A fifth
	 * more of one cent is no whole cent, of the year it is 14,4: 14. */
	struct rk_regel regel = hulp_regel("d");
	struct rk_plan plan = hulp_plan();
	struct rk_gevoeligheid *g;

	regel.tarief_eurocent = RK_GEHEEL(1);
	hulp_zet(&plan, RK_DREIGEND, &regel, 1);
	g = gevoelig(*state, &plan);
	assert_int_equal(g->aantal_tarieven, 1);
	assert_int_equal(g->tarieven[0].hoger.totale_baten[1], 14);
	assert_int_equal(g->tarieven[0].lager.totale_baten[1], 10);
}

static void
the_same_code_at_another_price_is_another_tariff(void **state)
{
	struct rk_regel regels[] = {hulp_eenmalig("a", 500),
	    hulp_eenmalig("b", 400), hulp_eenmalig("c", 500),
	    hulp_eenmalig("d", 0)};
	struct rk_plan plan = hulp_plan();
	struct rk_gevoeligheid *g;

	regels[3].code = "NIETS";
	hulp_zet(&plan, RK_DREIGEND, regels, 4);
	g = gevoelig(*state, &plan);
	/* 500 twice is one tariff, 400 another; nothing has none. */
	assert_int_equal(g->aantal_tarieven, 2);
	assert_int_equal(g->tarieven[0].regel, 0);
	assert_int_equal(g->tarieven[0].aantal_regels, 2);
	assert_int_equal(g->tarieven[0].hoger.totale_baten[1], 1600);
	assert_int_equal(g->tarieven[1].regel, 1);
}

static const char *
tekst_bij(struct hulp *h, int64_t huidig, int64_t dreigend, int64_t doorbraak)
{
	struct rk_regel regels[] = {hulp_eenmalig("h", huidig),
	    hulp_eenmalig("d", dreigend), hulp_eenmalig("b", doorbraak)};
	struct rk_plan plan = hulp_plan();
	int naam;

	for (naam = 0; naam < RK_SCENARIOS; naam++)
		hulp_zet(&plan, (enum rk_scenario_naam)naam, &regels[naam], 1);
	return gevoelig(h, &plan)->tekst;
}

static void
a_threshold_is_said_to_the_safe_side(void **state)
{
	struct hulp *h = *state;

	/* 2/28 is 1 op de 14 exactly; 2/27 only 1 op de 13. */
	assert_non_null(strstr(tekst_bij(h, 10, 38, 12), "1 op de 14 "));
	assert_non_null(strstr(tekst_bij(h, 10, 37, 12), "1 op de 13 "));
	/* 2/3 is 66,7 %: at least 67 %. */
	assert_non_null(strstr(tekst_bij(h, 10, 13, 12), "ten minste 67 %"));
	/* D below H: at most 1/3, which is 33 % and not 34 %. */
	assert_non_null(strstr(tekst_bij(h, 40, 10, 30), "ten hoogste 33 %"));
	assert_non_null(strstr(tekst_bij(h, 40, 50, 30), "hoe groot de kans"));
	assert_non_null(strstr(tekst_bij(h, 20, 10, 30), "bij geen enkele"));
}

static void
without_a_chance_there_is_nothing_to_succeed(void **state)
{
	struct rk_plan plan = hulp_plan();
	struct rk_gevoeligheid *g = gevoelig(*state, &plan);

	assert_int_equal(g->aantal_slaagkansen, 0);
	assert_int_equal(g->aantal_tarieven, 0);
	assert_int_equal(g->kansen[4].verwachte_baten, 0);
}

static void
an_amount_that_grows_too_large_is_not_known(void **state)
{
	/* 365 x 10^9 x 24000 = 8,76 x 10^15 fits, a fifth more does not, and
	 * neither do three years of it. */
	struct rk_regel regel = hulp_regel("d");
	struct rk_plan plan = hulp_plan();
	struct rk_gevoeligheid *g;

	regel.tarief_eurocent = RK_GEHEEL(1000000000);
	regel.hoeveelheid = "24000";
	regel.per = "dag";
	regel.duur_aantal = "3";
	regel.duur_eenheid = "jaar";
	hulp_zet(&plan, RK_DREIGEND, &regel, 1);
	g = gevoelig(*state, &plan);
	assert_true(g->tarieven[0].lager.bekend);
	assert_false(g->tarieven[0].hoger.bekend);
	assert_true(g->horizonnen[0].uitkomst.bekend);
	assert_false(g->horizonnen[1].uitkomst.bekend);
}

static void
a_result_of_another_plan_is_refused(void **state)
{
	struct hulp *h = *state;
	struct rk_regel regel = hulp_regel("d");
	struct rk_plan plan = hulp_plan(), ander = hulp_plan();
	struct rk_gevoeligheid *uit;

	hulp_zet(&ander, RK_DREIGEND, &regel, 1);
	assert_int_equal(rk_gevoeligheid(&uit, &ander, hulp_bereken(h, &plan),
			     &h->memory),
	    RK_GEWEIGERD);
	assert_null(uit);
	ander = plan;
	ander.horizon_jaren = RK_GEHEEL(2);
	assert_int_equal(rk_gevoeligheid(&uit, &ander, hulp_bereken(h, &plan),
			     &h->memory),
	    RK_GEWEIGERD);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    PROEF(v1_by_hand),
	    PROEF(v1_tariffs_by_hand),
	    PROEF(v4_by_hand),
	    PROEF(a_plan_that_has_the_other_judgement_agrees),
	    PROEF(more_years_count_what_runs_on),
	    PROEF(an_other_tariff_is_exact_and_rounded_once_a_year),
	    PROEF(the_same_code_at_another_price_is_another_tariff),
	    PROEF(a_threshold_is_said_to_the_safe_side),
	    PROEF(without_a_chance_there_is_nothing_to_succeed),
	    PROEF(an_amount_that_grows_too_large_is_not_known),
	    PROEF(a_result_of_another_plan_is_refused)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
