/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * bereken.c - one plan from front to back: judge, scenarios, modes, chances,
 * remarks. The order of the parts is the order in which they need each other.
 */
#include "calc/bereken.h"

#include "calc/disconto.h"
#include "calc/geheugen.h"
#include "calc/kans.h"
#include "calc/kasstroom.h"
#include "calc/modus.h"
#include "calc/signaal/signalen.h"
#include "calc/tarieventabel.h"
#include "calc/voorbeeld.h"

static void
bereken(struct rk_resultaat *uit, struct rk_berekening *b)
{
	int naam;

	uit->rekenregels_versie = RK_REKENREGELS_VERSIE;
	uit->plan_id = b->plan->plan->id;
	uit->plan_versie = b->plan->plan->versie;
	uit->tarieventabel_versie = b->plan->plan->tarieventabel_versie;
	uit->prijspeil_jaar = b->plan->plan->prijspeil_jaar;
	uit->horizon_jaren = b->plan->horizon_jaren;
	rk_discontofactoren(b->factoren, b->rekenaar, b->plan->disconto_pct,
	    b->plan->horizon_jaren);
	for (naam = 0; naam < RK_SCENARIOS; naam++)
		rk_scenario_bereken(
		    &uit->scenarios[naam], b, (enum rk_scenario_naam)naam);
	if (b->fouten->aantal > 0)
		return;
	rk_modi_bereken(uit, b);
	rk_kasstroom_bereken(uit, b);
	rk_voorbeeld_bereken(uit, b);
	rk_verkeerde_zak_zoek(uit, b->rekenaar->memory);
	uit->break_even_kans = rk_break_even(b->rekenaar, uit->scenarios);
	uit->verwachting = rk_verwacht(b, uit->scenarios);
	rk_signalen_zoek(uit, b);
}

/* rekenaar is the caller's to close. */
static enum rk_status
bereken_plan(struct rk_resultaat **uit, struct rk_rekenaar *rekenaar,
    struct rk_fouten *fouten, const struct rk_plan *plan,
    const struct rk_tarieventabel *tabel,
    const struct rk_tariefwijziging *wijziging)
{
	struct rk_gekeurd gekeurd;
	struct rk_berekening b = {rekenaar, fouten, &gekeurd, {{0}}, {0}};

	*uit = NULL;
	rk_keur(&gekeurd, fouten, rekenaar, plan);
	if (fouten->aantal > 0)
		return RK_GEWEIGERD;
	if (wijziging)
		rk_wijzig_tarief(&gekeurd, wijziging);
	*uit = rk_alloc_nul(rekenaar->memory, 1, sizeof(**uit));
	rk_zoek_rijen(&gekeurd, tabel ? tabel : rk_tarieven_ingebouwd());
	bereken(*uit, &b);
	if (fouten->aantal == 0)
		return RK_GOED;
	*uit = NULL;
	return RK_GEWEIGERD;
}

enum rk_status
rk_bereken_via(struct rk_resultaat **uit, struct rk_fouten *fouten,
    const struct rk_plan *plan, const struct rk_tarieventabel *tabel,
    const struct rk_memory *memory, bool altijd_groot)
{
	struct rk_rekenaar rekenaar = {memory, altijd_groot, NULL};
	enum rk_status status =
	    bereken_plan(uit, &rekenaar, fouten, plan, tabel, NULL);

	rk_rekenaar_sluit(&rekenaar);
	return status;
}

enum rk_status
rk_bereken_met(struct rk_resultaat **uit, struct rk_fouten *fouten,
    const struct rk_plan *plan, const struct rk_tarieventabel *tabel,
    const struct rk_memory *memory, const struct rk_tariefwijziging *wijziging)
{
	struct rk_rekenaar rekenaar = {memory, false, NULL};
	enum rk_status status =
	    bereken_plan(uit, &rekenaar, fouten, plan, tabel, wijziging);

	rk_rekenaar_sluit(&rekenaar);
	return status;
}

enum rk_status
rk_bereken(struct rk_resultaat **uit, struct rk_fouten *fouten,
    const struct rk_plan *plan, const struct rk_tarieventabel *tabel,
    const struct rk_memory *memory)
{
	return rk_bereken_via(uit, fouten, plan, tabel, memory, false);
}

enum rk_status
rk_controleer(struct rk_fouten *fouten, const struct rk_plan *plan,
    const struct rk_memory *memory)
{
	struct rk_rekenaar rekenaar = {memory, false, NULL};
	struct rk_gekeurd gekeurd;

	rk_keur(&gekeurd, fouten, &rekenaar, plan);
	rk_rekenaar_sluit(&rekenaar);
	return fouten->aantal == 0 ? RK_GOED : RK_GEWEIGERD;
}
