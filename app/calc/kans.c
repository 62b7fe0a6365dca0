/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * kans.c - break-even and expectation: rekenregels §5, §11.1.
 */
#include "calc/kans.h"

#include <stdlib.h>

#include "calc/verdeling.h"

static enum rk_duiding
duid(int64_t h, int64_t d, int64_t b)
{
	if (h >= b && d >= b)
		return RK_ALTIJD_VOORDELIG;
	if (h < b && d < b)
		return RK_NOOIT_VOORDELIG;
	return d > h ? RK_VOORDELIG_VANAF : RK_VOORDELIG_TOT;
}

/*
 * The threshold in whole percents, so that what is said stays true: up where
 * the chance must be at least that, down where it may be at most that (§7).
 * V1: 578400 / 8513820 = 6,79 % is 7 %. Amounts below 2^54 times 100 fit.
 */
static int
drempel(enum rk_duiding duiding, int64_t teller, int64_t noemer)
{
	if (duiding == RK_VOORDELIG_VANAF)
		return (int)((100 * teller + noemer - 1) / noemer);
	if (duiding == RK_VOORDELIG_TOT)
		return (int)(100 * teller / noemer);
	return -1;
}

struct rk_break_even
rk_break_even(
    struct rk_rekenaar *r, const struct rk_scenario scenarios[RK_SCENARIOS])
{
	int64_t h = scenarios[RK_HUIDIG].contante_waarde;
	int64_t d = scenarios[RK_DREIGEND].contante_waarde;
	int64_t b = scenarios[RK_DOORBRAAK].contante_waarde;
	struct rk_break_even uit = {b - h, d - h, NULL, duid(h, d, b), 0, -1};

	if (uit.noemer == 0)
		return uit;
	uit.decimaal4 =
	    rk_vier_decimalen(r, rk_breuk(r, uit.teller, uit.noemer));
	if (uit.duiding == RK_VOORDELIG_VANAF && uit.teller > 0)
		uit.een_op = uit.noemer / uit.teller; /* rekenregels §7 */
	uit.drempel_pct = drempel(uit.duiding, uit.teller, uit.noemer);
	return uit;
}

struct rk_getal
rk_weeg(struct rk_rekenaar *r, struct rk_getal p, struct rk_getal a,
    struct rk_getal b)
{
	return rk_plus(
	    r, rk_maal(r, p, a), rk_maal(r, rk_min(r, rk_heel(r, 1), p), b));
}

/* Sums of amounts below 2^55 always fit in 64 bits. */
static int64_t
rond(struct rk_getal a)
{
	int64_t uit;

	if (!rk_afronden(&uit, a))
		abort();
	return uit;
}

static void
met_slaagkans(struct rk_verwachting *uit, const struct rk_berekening *b,
    const struct rk_scenario *doorbraak, struct rk_getal n)
{
	struct rk_rekenaar *r = b->rekenaar;
	struct rk_getal plan = rk_heel(r, doorbraak->contante_waarde);
	struct rk_getal inzet = rk_heel(r, doorbraak->interventiekosten_cw);
	struct rk_getal mislukt = rk_plus(r, inzet, n);
	struct rk_getal noemer = rk_min(r, mislukt, plan);

	uit->met_slaagkans = true;
	uit->slaagkans = b->plan->plan->slaagkans;
	uit->verwachte_plankosten =
	    rond(rk_weeg(r, b->plan->slaagkans, plan, mislukt));
	uit->verwachte_baten_met_slaagkans =
	    uit->verwacht_nulalternatief - uit->verwachte_plankosten;
	if (rk_teken(noemer) > 0)
		uit->break_even_slaagkans =
		    rk_vier_decimalen(r, rk_gedeeld(r, inzet, noemer));
	if (!rk_bedrag_past(uit->verwachte_plankosten))
		rk_fout_bedrag(b, -1, -1, "verwachting.verwachte_plankosten");
	if (!rk_bedrag_past(uit->verwachte_baten_met_slaagkans))
		rk_fout_bedrag(
		    b, -1, -1, "verwachting.verwachte_baten_met_slaagkans");
}

struct rk_verwachting
rk_verwacht(const struct rk_berekening *b,
    const struct rk_scenario scenarios[RK_SCENARIOS])
{
	const struct rk_plan *plan = b->plan->plan;
	struct rk_rekenaar *r = b->rekenaar;
	struct rk_verwachting uit = {0};
	struct rk_getal n;

	if (!plan->kans_dreigend || !*plan->kans_dreigend)
		return uit;
	n = rk_weeg(r, b->plan->kans_dreigend,
	    rk_heel(r, scenarios[RK_DREIGEND].contante_waarde),
	    rk_heel(r, scenarios[RK_HUIDIG].contante_waarde));
	uit.gegeven = true;
	uit.kans_dreigend = plan->kans_dreigend;
	uit.verwacht_nulalternatief = rond(n);
	uit.verwachte_baten = uit.verwacht_nulalternatief -
			      scenarios[RK_DOORBRAAK].contante_waarde;
	if (plan->slaagkans && *plan->slaagkans)
		met_slaagkans(&uit, b, &scenarios[RK_DOORBRAAK], n);
	return uit;
}
