/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * overdracht.c - W11: more than half of the saving is money that only moves,
 * rekenregels §8, §5 ("resource view"). Each mode is judged by itself, when it
 * has a saving; the remark names the transfers of the reference of which the
 * plan has less.
 *
 * Example (V7): against huidig the saving is 19.855,46; without transfers
 * -887: W11. Against dreigend 94.886,24 is saved, mostly on detention: none.
 */
#include <string.h>

#include "calc/geheugen.h"
#include "calc/signaal/zoeker.h"

static struct rk_register
overdrachten(const struct rk_zoeker *z, enum rk_scenario_naam naam)
{
	const struct rk_gekeurd *plan = z->b->plan;
	struct rk_register uit =
	    rk_register_nieuw(z->memory, plan->aantal[naam]);
	size_t i;

	for (i = 0; i < plan->aantal[naam]; i++)
		if (plan->regels[naam][i].overdracht &&
		    rk_bedrag_van(z, naam, i) > 0)
			rk_register_zet(
			    &uit, plan->regels[naam][i].bron->code, i);
	rk_register_sorteer(&uit, z->memory);
	return uit;
}

/* The sum of all lines with this code; *tot is behind the last of them. */
static int64_t
som(const struct rk_zoeker *z, enum rk_scenario_naam naam,
    const struct rk_register *r, const struct rk_ingang *i,
    const struct rk_ingang **tot)
{
	const struct rk_ingang *eerste = i, *eind = r->rij + r->aantal;
	int64_t uit = 0;

	for (; i && i < eind && strcmp(i->id, eerste->id) == 0; i++)
		uit += rk_bedrag_van(z, naam, i->index);
	if (tot)
		*tot = i;
	return uit;
}

/* The lines whose code costs less in doorbraak; how many there are. */
static size_t
zoek_minder(
    const struct rk_zoeker *z, enum rk_scenario_naam naam, size_t *lijst)
{
	struct rk_register van = overdrachten(z, naam);
	struct rk_register naar = overdrachten(z, RK_DOORBRAAK);
	const struct rk_ingang *i, *volgende;
	size_t n = 0;

	for (i = van.rij; i < van.rij + van.aantal; i = volgende) {
		int64_t eerst = som(z, naam, &van, i, &volgende);
		int64_t straks = som(z, RK_DOORBRAAK, &naar,
		    rk_register_eerste(&naar, i->id), NULL);

		for (; eerst > straks && i < volgende; i++)
			lijst[n++] = i->index;
	}
	return n;
}

static void
meld(struct rk_zoeker *z, enum rk_modus_naam modus)
{
	enum rk_scenario_naam naam =
	    modus == RK_TOV_HUIDIG ? RK_HUIDIG : RK_DREIGEND;
	size_t *lijst =
	    rk_alloc_nul(z->memory, z->b->plan->aantal[naam], sizeof(*lijst));
	size_t n = zoek_minder(z, naam, lijst), i;
	struct rk_signaal *s = rk_signaal_nieuw(z, "W11", RK_LET_OP, n);

	for (i = 0; i < n; i++)
		s->paden[i] = rk_regelpad(z, naam, lijst[i]);
	s->tekst = rk_tekst(z->memory,
	    "Meer dan de helft van de besparing vergeleken met %s is geld dat "
	    "alleen verschuift, zoals een uitkering. De een houdt het over, de "
	    "ander krijgt het niet meer. Zeg dat erbij als je de besparing "
	    "noemt.",
	    modus == RK_TOV_HUIDIG ? "nu" : "de dreigende situatie");
}

void
rk_zoek_overdracht(struct rk_zoeker *z)
{
	int m;

	for (m = 0; m < RK_MODI; m++) {
		const struct rk_modus *modus = &z->uit->modi[m];
		int64_t echt = modus->totale_baten_excl_overdrachten;

		if (modus->totale_baten > 0 &&
		    modus->totale_baten - echt > echt)
			meld(z, (enum rk_modus_naam)m);
	}
}
