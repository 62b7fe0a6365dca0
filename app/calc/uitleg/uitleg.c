/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * uitleg.c - the entrance: computes a plan, knows its figures, and lets the
 * file of its kind explain one.
 *
 * The plan's texts are read once more (rk_keur()), because a result holds
 * amounts only. What is explained lives in the caller's memory; GMP's numbers
 * die in rk_uitleg_sluit().
 */
#include "calc/uitleg.h"

#include <string.h>

#include "calc/bereken.h"
#include "calc/disconto.h"
#include "calc/geheugen.h"
#include "calc/tarieventabel.h"
#include "calc/uitleg/stap.h"

enum rk_status
rk_uitleg_begin_met(struct rk_uitlegger **uit, struct rk_fouten *fouten,
    const struct rk_plan *plan, const struct rk_tarieventabel *tabel,
    const struct rk_memory *memory, const struct rk_watals *watals)
{
	const struct rk_tariefwijziging *tarief =
	    watals && watals->tarief.met ? &watals->tarief : NULL;
	struct rk_resultaat *resultaat;
	struct rk_uitlegger *u;

	*uit = NULL;
	if (rk_bereken_met(&resultaat, fouten, plan, tabel, memory, tarief) !=
	    RK_GOED)
		return RK_GEWEIGERD;
	u = rk_alloc_nul(memory, 1, sizeof(*u));
	u->memory = *memory;
	u->rekenaar.memory = &u->memory;
	u->resultaat = resultaat;
	rk_keur(&u->plan, fouten, &u->rekenaar, plan);
	if (tarief)
		rk_wijzig_tarief(&u->plan, tarief);
	u->tabel = tabel;
	u->watals = watals;
	rk_zoek_rijen(&u->plan, tabel ? tabel : rk_tarieven_ingebouwd());
	rk_discontofactoren(u->factoren, &u->rekenaar, u->plan.disconto_pct,
	    u->plan.horizon_jaren);
	rk_cijfers_som_op(&u->cijfers, resultaat, memory);
	*uit = u;
	return RK_GOED;
}

enum rk_status
rk_uitleg_begin(struct rk_uitlegger **uit, struct rk_fouten *fouten,
    const struct rk_plan *plan, const struct rk_tarieventabel *tabel,
    const struct rk_memory *memory)
{
	return rk_uitleg_begin_met(uit, fouten, plan, tabel, memory, NULL);
}

const struct rk_resultaat *
rk_uitleg_resultaat(const struct rk_uitlegger *u)
{
	return u->resultaat;
}

size_t
rk_uitleg_aantal(const struct rk_uitlegger *u)
{
	return u->cijfers.aantal;
}

const char *
rk_uitleg_pad(const struct rk_uitlegger *u, size_t i)
{
	return u->cijfers.paden[i];
}

const struct rk_uitleg *
rk_uitleg_nummer(struct rk_uitlegger *u, size_t i)
{
	struct rk_bouw b = {.u = u,
	    .r = &u->rekenaar,
	    .m = u->rekenaar.memory,
	    .c = u->cijfers.lijst[i]};

	b.uit = rk_alloc_nul(b.m, 1, sizeof(*b.uit));
	b.uit->pad = rk_stap_pad(&b, b.c);
	b.uit->stappen =
	    rk_alloc_nul(b.m, RK_MAX_STAPPEN, sizeof(*b.uit->stappen));
	if (u->watals)
		rk_stap_bij(&b, u->watals->tekst);
	if (b.c.soort <= RK_CIJFER_REGEL_JAAR)
		rk_uitleg_van_regel(&b);
	else if (b.c.soort <= RK_CIJFER_CW)
		rk_uitleg_van_scenario(&b);
	else if (b.c.soort <= RK_CIJFER_TERUGVERDIENTIJD)
		rk_uitleg_van_modus(&b);
	else
		rk_uitleg_van_kans(&b);
	if (u->watals)
		b.uit->titel =
		    rk_tekst(b.m, "%s. %s", u->watals->als, b.uit->titel);
	if (b.uit->maat == RK_IN_EUROCENT) {
		b.uit->eurocent = rk_cijfer_eurocent(b.c, u->resultaat);
		b.uit->waarde = rk_schrijf_bedrag(b.m, b.uit->eurocent);
	}
	return b.uit;
}

/* The path that the figure has in the plan, or a short one. */
static bool
heet_ook(const struct rk_uitlegger *u, size_t i, const char *pad)
{
	struct rk_cijfer c = u->cijfers.lijst[i];

	if (c.soort == RK_CIJFER_BREAK_EVEN)
		return strcmp(pad, "break_even_kans") == 0;
	return c.soort == RK_CIJFER_REGEL &&
	       strcmp(
		   pad, rk_tekst(u->rekenaar.memory, "scenarios.%s[%zu]",
			    rk_scenario_tekst((enum rk_scenario_naam)c.groep),
			    c.nummer)) == 0;
}

const struct rk_uitleg *
rk_uitleg(struct rk_uitlegger *u, const char *pad)
{
	size_t i;

	for (i = 0; i < u->cijfers.aantal; i++)
		if (strcmp(u->cijfers.paden[i], pad) == 0)
			return rk_uitleg_nummer(u, i);
	for (i = 0; i < u->cijfers.aantal; i++)
		if (heet_ook(u, i, pad))
			return rk_uitleg_nummer(u, i);
	return u->watals ? NULL : rk_uitleg_watals(u, pad);
}

void
rk_uitleg_sluit(struct rk_uitlegger *u)
{
	if (u)
		rk_rekenaar_sluit(&u->rekenaar);
}
