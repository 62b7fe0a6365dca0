/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * uren.c - E3: more hours than a day has, or more days than a week:
 * rekenregels §8. The unit is that of the tariff (eenheid_tarief, else the
 * table's): uur, or dag and etmaal; of others the rule says nothing, nor of
 * what happens once. A day has 24 hours, a week 7 days, a month 365/12 days, a
 * year 365. Days of the household (HH) count for each person in it.
 *
 * Example: WMO-BEG-IND (per uur), 25 per dag: E3; 24 per dag: none. WMO-VO
 * (per etmaal) for HH, 3 per dag: E3 with two persons at home, none with three.
 */
#include "calc/geheugen.h"
#include "calc/signaal/zoeker.h"

enum eenheid { ANDERS, UREN, DAGEN };

static enum eenheid
eenheid_van(const struct rk_gekeurde_regel *regel)
{
	const char *eenheid = regel->bron->eenheid_tarief;

	if (!eenheid || !*eenheid)
		eenheid = regel->rij ? regel->rij->eenheid : NULL;
	if (!eenheid)
		return ANDERS;
	if (rk_orde(eenheid, "uur") == 0)
		return UREN;
	return rk_orde(eenheid, "dag") == 0 || rk_orde(eenheid, "etmaal") == 0
		   ? DAGEN
		   : ANDERS;
}

/* How many days go in one `per`. */
static struct rk_getal
dagen_in(struct rk_rekenaar *r, enum rk_per per)
{
	if (per == RK_WEEK)
		return rk_heel(r, 7);
	return rk_breuk(r, 365, rk_per_jaar(per));
}

static bool
past(const struct rk_zoeker *z, const struct rk_gekeurde_regel *regel,
    enum eenheid eenheid)
{
	struct rk_rekenaar *r = z->b->rekenaar;
	size_t personen = z->b->plan->plan->aantal_personen;
	int64_t per_dag = 1;

	if (eenheid == UREN)
		per_dag = 24;
	else if (rk_is_hh(regel) && personen > 1)
		per_dag = (int64_t)personen;
	/* What fits in a day fits in all that is longer: the usual case. */
	if (!regel->hoeveelheid.groot &&
	    regel->hoeveelheid.teller <= regel->hoeveelheid.noemer * per_dag)
		return true;
	return rk_vergelijk(r, regel->hoeveelheid,
		   rk_maal(r, dagen_in(r, regel->per), rk_heel(r, per_dag))) <=
	       0;
}

static void
meld(struct rk_zoeker *z, enum rk_scenario_naam naam, size_t i,
    enum eenheid eenheid)
{
	const struct rk_gekeurde_regel *regel = &z->b->plan->regels[naam][i];
	struct rk_signaal *s = rk_signaal_nieuw(z, "E3", RK_ONMOGELIJK, 1);

	s->paden[0] = rk_regelpad(z, naam, i);
	s->tekst = rk_tekst(z->memory,
	    "Bij %s staan meer %s dan er in een %s zitten. Kijk of het aantal "
	    "klopt, en of je per dag, per week, per maand of per jaar bedoelt."
	    "%s",
	    rk_regel_naam(z->memory, regel), eenheid == UREN ? "uren" : "dagen",
	    RK_WOORDEN_PER.woorden[regel->per],
	    eenheid == UREN ? ""
			    : " Gaat het om meer personen? Geef dan elke "
			      "persoon een eigen regel.");
}

void
rk_zoek_uren(struct rk_zoeker *z)
{
	const struct rk_gekeurd *plan = z->b->plan;
	enum eenheid eenheid;
	int naam;
	size_t i;

	for (naam = 0; naam < RK_SCENARIOS; naam++)
		for (i = 0; i < plan->aantal[naam]; i++) {
			const struct rk_gekeurde_regel *regel =
			    &plan->regels[naam][i];

			if (regel->per == RK_EENMALIG)
				continue;
			eenheid = eenheid_van(regel);
			if (eenheid != ANDERS && !past(z, regel, eenheid))
				meld(
				    z, (enum rk_scenario_naam)naam, i, eenheid);
		}
}
