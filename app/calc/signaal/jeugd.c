/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * jeugd.c - W3: the Jeugdwet for who is 18 or older, rekenregels §8. The
 * Jeugdwet holds until 18, and until 23 as verlengde jeugdhulp (Jeugdwet 1.1);
 * who is 18, 19 or 20 and lives in an institution gets no algemene bijstand
 * (Participatiewet 13 lid 2 onder a), so the two systems leave a gap here.
 *
 * Ages are in whole years, so the rule speaks only when it is sure: who is a
 * at the start is 18 from month 12 x (18 - a) on. HH is meant for the youngest
 * at home, whose age is known only when all ages are.
 *
 * Example: JW-AMB-HBO for P1 who is 18: W3; who is 17: none, but over a
 * horizon of two years W3 when it lasts beyond month 12. With
 * verlengde_jeugdhulp true: none.
 */
#include <string.h>

#include "calc/geheugen.h"
#include "calc/signaal/zoeker.h"

#define ONBEKEND (-1)

static int64_t
jongste(const struct rk_plan *plan)
{
	int64_t uit = ONBEKEND;
	size_t i;

	for (i = 0; i < plan->aantal_personen; i++) {
		struct rk_geheel leeftijd = plan->huishouden[i].leeftijd;

		if (!leeftijd.gegeven)
			return ONBEKEND;
		if (uit == ONBEKEND || leeftijd.waarde < uit)
			uit = leeftijd.waarde;
	}
	return uit;
}

static int64_t
leeftijd_van(
    const struct rk_gekeurd *plan, const struct rk_gekeurde_regel *regel)
{
	struct rk_geheel leeftijd;

	leeftijd = plan->plan
		       ->huishouden[rk_register_zoek(
			   &plan->personen, regel->bron->persoon)]
		       .leeftijd;
	return leeftijd.gegeven ? leeftijd.waarde : ONBEKEND;
}

/* True when some of the line falls, for sure, after the 18th birthday. */
static bool
na_achttien(const struct rk_zoeker *z, enum rk_scenario_naam naam, size_t i,
    int64_t leeftijd)
{
	const struct rk_berekening *b = z->b;
	int tot = 12 * b->plan->horizon_jaren;
	int van = leeftijd >= 18 ? 0 : 12 * (int)(18 - leeftijd);

	return van < tot && rk_teken(rk_overlap(b->rekenaar,
				b->lopen[naam][i].termijn, van, tot)) > 0;
}

static void
meld(struct rk_zoeker *z, enum rk_scenario_naam naam, size_t i)
{
	const struct rk_gekeurde_regel *regel = &z->b->plan->regels[naam][i];
	struct rk_signaal *s = rk_signaal_nieuw(z, "W3", RK_WAARSCHUWING, 1);

	s->paden[0] = rk_regelpad(z, naam, i);
	s->tekst = rk_tekst(z->memory,
	    "%s loopt via de Jeugdwet, maar %s is dan 18 jaar of ouder. Is "
	    "het verlengde jeugdhulp (Jeugdwet, artikel 1.1)? Zeg dat erbij. "
	    "Anders hoort hier hulp voor volwassenen, zoals de Wmo.",
	    rk_regel_naam(z->memory, regel),
	    rk_is_hh(regel) ? "iedereen in het huishouden"
			    : rk_wie(z, regel->bron->persoon));
}

void
rk_zoek_jeugd(struct rk_zoeker *z)
{
	const struct rk_gekeurd *plan = z->b->plan;
	int64_t van_hh = -2; /* not looked for yet */
	int naam;
	size_t i;

	for (naam = 0; naam < RK_SCENARIOS; naam++)
		for (i = 0; i < plan->aantal[naam]; i++) {
			const struct rk_gekeurde_regel *regel =
			    &plan->regels[naam][i];
			int64_t leeftijd;

			if (strcmp(regel->bron->wet, "Jeugdwet") != 0 ||
			    regel->bron->verlengde_jeugdhulp == RK_JA ||
			    rk_teken(regel->kans) == 0)
				continue;
			if (van_hh < ONBEKEND)
				van_hh = jongste(plan->plan);
			leeftijd = rk_is_hh(regel) ? van_hh
						   : leeftijd_van(plan, regel);
			if (leeftijd != ONBEKEND &&
			    na_achttien(
				z, (enum rk_scenario_naam)naam, i, leeftijd))
				meld(z, (enum rk_scenario_naam)naam, i);
		}
}
