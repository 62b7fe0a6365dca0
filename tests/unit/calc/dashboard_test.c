/* SPDX-License-Identifier: EUPL-1.2 */
/* Sums and averages over plans: rekenregels §5 "Dashboard", V10. */
#include "unit/calc/hulp.h"

#include "calc/dashboard.h"

static struct rk_verdeling
een(struct rk_post *post, const char *naam, int64_t eurocent)
{
	*post = (struct rk_post){naam, eurocent};
	return (struct rk_verdeling){post, 1, 1};
}

/* Adds a result with these totals, all in one wet, domein and betaler. */
static bool
tel(struct hulp *h, struct rk_dashboard *d, int64_t huidig, int64_t dreigend)
{
	int64_t totaal[RK_MODI] = {huidig, dreigend};
	struct rk_dashboard_modus modi[RK_MODI];
	struct rk_post post[RK_MODI];
	char naam[] = "Wmo 2015"; /* gone when this returns */
	int i;

	for (i = 0; i < RK_MODI; i++) {
		struct rk_verdeling v = een(&post[i], naam, totaal[i]);

		modi[i] = (struct rk_dashboard_modus){v, v, v, v, totaal[i]};
	}
	return rk_dashboard_tel_op(d, modi, &h->memory);
}

static void
v10_the_figures_of_the_source(void **state)
{
	struct rk_dashboard d = {0};
	int i;

	/* 2.556.439 and 17.013.757 euro over 580 plans. */
	for (i = 0; i < 579; i++)
		assert_true(tel(*state, &d, 440765, 2933406));
	assert_true(tel(*state, &d, 255643900 - INT64_C(579) * 440765,
	    INT64_C(1701375700) - INT64_C(579) * 2933406));
	assert_int_equal(d.aantal_plannen, 580);
	assert_int_equal(d.modi[RK_TOV_HUIDIG].totale_baten, 255643900);
	assert_int_equal(d.modi[RK_TOV_DREIGEND].totale_baten, 1701375700);
	assert_int_equal(rk_dashboard_gemiddelde(&d, RK_TOV_HUIDIG), 440765);
	assert_int_equal(rk_dashboard_gemiddelde(&d, RK_TOV_DREIGEND), 2933406);
	assert_int_equal(rk_gemiddelde(255643900, 580), 440765);
	assert_int_equal(rk_gemiddelde(-255643900, 580), -440765);
	assert_int_equal(rk_gemiddelde(5, 0), 0);
	assert_int_equal(d.modi[RK_TOV_HUIDIG].baten_per_stroom.aantal, 1);
	assert_string_equal(
	    d.modi[RK_TOV_HUIDIG].baten_per_stroom.posten[0].naam, "Wmo 2015");
}

static void
averages_are_rounded_away_from_zero(void **state)
{
	struct rk_dashboard d = {0};

	assert_int_equal(rk_dashboard_gemiddelde(&d, RK_TOV_HUIDIG), 0);
	assert_true(tel(*state, &d, 1, -1));
	assert_true(tel(*state, &d, 0, 0));
	assert_int_equal(rk_dashboard_gemiddelde(&d, RK_TOV_HUIDIG), 1);
	assert_int_equal(rk_dashboard_gemiddelde(&d, RK_TOV_DREIGEND), -1);
	assert_true(tel(*state, &d, 0, 0));
	assert_int_equal(rk_dashboard_gemiddelde(&d, RK_TOV_HUIDIG), 0);
}

static void
a_sum_beyond_2_to_the_53_is_refused_and_changes_nothing(void **state)
{
	struct rk_dashboard d = {0};

	assert_true(tel(*state, &d, RK_MAX_BEDRAG, -RK_MAX_BEDRAG));
	assert_false(tel(*state, &d, 1, 0));
	assert_false(tel(*state, &d, 0, -1));
	assert_true(tel(*state, &d, -1, 1));
	assert_int_equal(d.aantal_plannen, 2);
	assert_int_equal(d.modi[RK_TOV_HUIDIG].totale_baten, RK_MAX_BEDRAG - 1);
	assert_int_equal(
	    d.modi[RK_TOV_HUIDIG].baten_per_betaler.posten[0].eurocent,
	    RK_MAX_BEDRAG - 1);
}

static void
results_of_the_library_are_added(void **state)
{
	struct hulp *h = *state;
	struct rk_regel regels[] = {
	    hulp_eenmalig("h", 700), hulp_eenmalig("b", 200)};
	struct rk_plan plan = hulp_plan();
	struct rk_dashboard d = {0};
	int i;

	hulp_zet(&plan, RK_HUIDIG, &regels[0], 1);
	hulp_zet(&plan, RK_DOORBRAAK, &regels[1], 1);
	for (i = 0; i < 3; i++)
		assert_true(rk_dashboard_tel_resultaat_op(
		    &d, hulp_bereken(h, &plan), &h->memory));
	assert_int_equal(d.modi[RK_TOV_HUIDIG].totale_baten, 1500);
	assert_int_equal(d.modi[RK_TOV_DREIGEND].totale_baten, -600);
	assert_int_equal(
	    d.modi[RK_TOV_DREIGEND].baten_per_domein.posten[0].eurocent, -600);
}

/* Money apart from room: together exactly the total; what is 0 is not there. */
static void
cash_is_added_apart_from_capacity(void **state)
{
	struct hulp *h = *state;
	struct rk_regel regels[] = {
	    hulp_eenmalig("a", 700), hulp_eenmalig("b", 200)};
	struct rk_plan plan = hulp_plan();
	struct rk_dashboard d = {0};
	const struct rk_verdeling *k = &d.modi[RK_TOV_HUIDIG].kasstroom;
	int i;

	regels[0].kasstroom = "beschikbaarheid";
	regels[1].kasstroom = "variabel";
	hulp_zet(&plan, RK_HUIDIG, regels, 2);
	for (i = 0; i < 2; i++)
		assert_true(rk_dashboard_tel_resultaat_op(
		    &d, hulp_bereken(h, &plan), &h->memory));
	assert_int_equal(k->aantal, 2);
	assert_string_equal(k->posten[0].naam, "beschikbaarheid");
	assert_int_equal(k->posten[0].eurocent, 1400);
	assert_string_equal(k->posten[1].naam, "variabel");
	assert_int_equal(k->posten[1].eurocent, 400);
	assert_int_equal(d.modi[RK_TOV_HUIDIG].totale_baten, 1800);
}

static void
another_horizon_or_other_rules_are_refused_and_change_nothing(void **state)
{
	struct hulp *h = *state;
	struct rk_regel regel = hulp_eenmalig("h", 700);
	struct rk_plan plan = hulp_plan();
	struct rk_dashboard d = {0};
	struct rk_resultaat ander;

	hulp_zet(&plan, RK_HUIDIG, &regel, 1);
	plan.horizon_jaren = RK_GEHEEL(3);
	assert_true(rk_dashboard_tel_resultaat_op(
	    &d, hulp_bereken(h, &plan), &h->memory));
	plan.horizon_jaren = RK_GEHEEL(1);
	assert_false(rk_dashboard_tel_resultaat_op(
	    &d, hulp_bereken(h, &plan), &h->memory));
	plan.horizon_jaren = RK_GEHEEL(3);
	ander = *hulp_bereken(h, &plan);
	ander.rekenregels_versie = "2";
	assert_false(rk_dashboard_tel_resultaat_op(&d, &ander, &h->memory));
	assert_int_equal(d.aantal_plannen, 1);
	assert_int_equal(d.horizon_jaren, 3);
	assert_int_equal(d.modi[RK_TOV_HUIDIG].totale_baten, 700);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {PROEF(v10_the_figures_of_the_source),
	    PROEF(averages_are_rounded_away_from_zero),
	    PROEF(a_sum_beyond_2_to_the_53_is_refused_and_changes_nothing),
	    PROEF(results_of_the_library_are_added),
	    PROEF(cash_is_added_apart_from_capacity),
	    PROEF(another_horizon_or_other_rules_are_refused_and_change_nothing)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
