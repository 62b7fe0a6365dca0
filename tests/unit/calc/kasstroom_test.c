/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Which part of the baten is cash, and which part of an amount rests on
 * illustrative tariffs: rekenregels §5, §8.
 */
#include "unit/calc/hulp.h"

static struct rk_regel
regel_met(const char *id, int64_t tarief, const char *wet,
    const char *kasstroom, const char *zekerheid)
{
	struct rk_regel uit = hulp_eenmalig(id, tarief);

	uit.wet = wet;
	uit.kasstroom = kasstroom;
	uit.zekerheid = zekerheid;
	return uit;
}

static void
assert_kasstroom(const struct rk_kasstroom *k, int64_t variabel,
    int64_t beschikbaarheid, int64_t onbekend)
{
	assert_int_equal(k->variabel, variabel);
	assert_int_equal(k->beschikbaarheid, beschikbaarheid);
	assert_int_equal(k->onbekend, onbekend);
}

static void
a_bed_that_stays_empty_is_no_cash(void **state)
{
	/* 900 of help and a bed of 600 are avoided, 10 is not known; the plan
	 * costs 250 of help: of 1260 only 650 is cash. */
	struct rk_regel dreigend[] = {
	    regel_met("d1", 900, "Jeugdwet", "variabel", NULL),
	    regel_met("d2", 600, "Wmo 2015", "beschikbaarheid", NULL),
	    regel_met("d3", 10, "Wmo 2015", NULL, NULL)};
	struct rk_regel plan_regel =
	    regel_met("b", 250, "Wmo 2015", "variabel", NULL);
	struct rk_plan plan = hulp_plan();
	struct rk_resultaat *r;

	hulp_zet(&plan, RK_DREIGEND, dreigend, 3);
	hulp_zet(&plan, RK_DOORBRAAK, &plan_regel, 1);
	r = hulp_bereken(*state, &plan);
	assert_kasstroom(&r->scenarios[RK_DREIGEND].kasstroom, 900, 600, 10);
	assert_kasstroom(
	    &r->modi[RK_TOV_DREIGEND].kasstroom, 900 - 250, 600, 10);
	assert_kasstroom(&r->modi[RK_TOV_HUIDIG].kasstroom, -250, 0, 0);
	assert_int_equal(r->modi[RK_TOV_DREIGEND].totale_baten, 1260);
}

/* Opvang 28.800,00 + Raad 4.000,00 - casusregie 1.900,00 = 30.900,00; the
 * lines of V1 are silent, so the table says so. */
static void
v1_avoids_a_bed_and_less_cash(void **state)
{
	struct hulp *h = *state;
	json_t *document = hulp_vector(h, "V1", "invoer");
	struct rk_plan plan = hulp_plan_uit(h, document);
	struct rk_resultaat *r = hulp_bereken(h, &plan);

	assert_kasstroom(
	    &r->modi[RK_TOV_DREIGEND].kasstroom, 4845420, 3090000, 0);
	assert_kasstroom(&r->modi[RK_TOV_HUIDIG].kasstroom, -388400, -190000, 0);
	/* Of D: RvdK 4.000, ontruiming 7.500, achterstand 3.200, OTS 17.600,
	 * opvang 28.800 = 61.100 of 124.489,20. */
	assert_int_equal(r->scenarios[RK_DREIGEND].waarvan_voorbeeld, 6110000);
	assert_int_equal(
	    rk_voorbeeld_pct_scenario(&r->scenarios[RK_DREIGEND]), 49);
	json_decref(document);
}

/* A line's own word goes before the table's. */
static void
a_line_that_speaks_is_believed(void **state)
{
	struct rk_regel regel =
	    regel_met("d", 100, "Wmo 2015", "variabel", "official");
	struct rk_plan plan = hulp_plan();
	struct rk_resultaat *r;

	regel.code = "WMO-NOODOPV";
	hulp_zet(&plan, RK_DREIGEND, &regel, 1);
	r = hulp_bereken(*state, &plan);
	assert_kasstroom(&r->scenarios[RK_DREIGEND].kasstroom, 100, 0, 0);
	assert_int_equal(r->scenarios[RK_DREIGEND].waarvan_voorbeeld, 0);
}

static void
practice_tariffs_are_weighed_by_the_amounts_behind(void **state)
{
	/* Jeugdwet: 300 of 900 + 100; Wmo: none of 500; all: 300 of 1500. */
	struct rk_regel dreigend[] = {
	    regel_met("d1", 600, "Jeugdwet", NULL, "official"),
	    regel_met("d2", 300, "Jeugdwet", NULL, "illustrative"),
	    regel_met("d3", 250, "Wmo 2015", NULL, "published")};
	struct rk_regel doorbraak[] = {
	    regel_met("b1", 100, "Jeugdwet", NULL, NULL),
	    regel_met("b2", 250, "Wmo 2015", NULL, "published")};
	struct rk_plan plan = hulp_plan();
	struct rk_resultaat *r;

	hulp_zet(&plan, RK_DREIGEND, dreigend, 3);
	hulp_zet(&plan, RK_DOORBRAAK, doorbraak, 2);
	r = hulp_bereken(*state, &plan);
	assert_int_equal(r->scenarios[RK_DREIGEND].waarvan_voorbeeld, 300);
	assert_int_equal(
	    rk_voorbeeld_pct_scenario(&r->scenarios[RK_DREIGEND]), 26);
	assert_int_equal(rk_voorbeeld_pct(r, RK_TOV_DREIGEND, "Jeugdwet"), 30);
	assert_int_equal(rk_voorbeeld_pct(r, RK_TOV_DREIGEND, "Wmo 2015"), 0);
	assert_int_equal(rk_voorbeeld_pct(r, RK_TOV_DREIGEND, "Zvw"), 0);
	assert_int_equal(rk_voorbeeld_pct(r, RK_TOV_DREIGEND, NULL), 20);
	assert_int_equal(rk_voorbeeld_pct(r, RK_TOV_HUIDIG, NULL), 0);
}

static void
a_little_is_not_nothing_and_nearly_all_is_not_all(void **state)
{
	struct rk_regel regels[] = {
	    regel_met("a", 1, "Jeugdwet", NULL, "illustrative"),
	    regel_met("b", 1000000000, "Jeugdwet", NULL, NULL)};
	struct rk_plan plan = hulp_plan();

	hulp_zet(&plan, RK_HUIDIG, regels, 2);
	assert_int_equal(rk_voorbeeld_pct_scenario(
			     &hulp_bereken(*state, &plan)->scenarios[0]),
	    1);
	regels[0].zekerheid = NULL;
	regels[1].zekerheid = "illustrative";
	assert_int_equal(rk_voorbeeld_pct_scenario(
			     &hulp_bereken(*state, &plan)->scenarios[0]),
	    99);
	regels[0].zekerheid = "illustrative";
	assert_int_equal(rk_voorbeeld_pct_scenario(
			     &hulp_bereken(*state, &plan)->scenarios[0]),
	    100);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    PROEF(a_bed_that_stays_empty_is_no_cash),
	    PROEF(v1_avoids_a_bed_and_less_cash),
	    PROEF(a_line_that_speaks_is_believed),
	    PROEF(practice_tariffs_are_weighed_by_the_amounts_behind),
	    PROEF(a_little_is_not_nothing_and_nearly_all_is_not_all)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
