/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tarieven.c - how firm are the tariffs? rekenregels §8, §11.1.
 *
 * W7: in a scenario more than half of the amount rests on illustrative
 * tariffs (zekerheid of the line, else of the table).
 * W8: the price levels lie more than two years apart. They are measured from
 * the year of the plan (prijspeil_jaar), else from the newest tariff. A tariff
 * that was indexed carries the year that it was indexed to.
 *
 * Example: PW-NORM-GEH (official) 12 x 2.002,13 and WMO-BW (illustrative) 146
 * x 165,00 = 24.090,00 of 48.115,56, which is more than half: W7; with 145
 * days it is 23.925,00 of 47.950,56: none. A tariff of 2023 beside one of
 * 2026: W8; one of 2024 beside it: none.
 */
#include <string.h>

#include "calc/geheugen.h"
#include "calc/signaal/zoeker.h"
#include "calc/voorbeeld.h"

enum { VERSCHIL = 2, JAAR_EERST = 1900, JAAR_LAATST = 2200 };

static bool
is_oefentarief(const struct rk_zoeker *z, int naam, size_t i)
{
	return rk_bedrag_van(z, (enum rk_scenario_naam)naam, i) > 0 &&
	       rk_is_voorbeeld(&z->b->plan->regels[naam][i]);
}

/* How many lines make more than half of a scenario; 0 when they do not. */
static size_t
meer_dan_half(const struct rk_zoeker *z, int naam)
{
	const struct rk_scenario *s = &z->uit->scenarios[naam];
	size_t aantal = 0, i;

	if (s->waarvan_voorbeeld <= s->totaal - s->waarvan_voorbeeld)
		return 0;
	for (i = 0; i < z->b->plan->aantal[naam]; i++)
		aantal += is_oefentarief(z, naam, i);
	return aantal;
}

void
rk_zoek_oefentarieven(struct rk_zoeker *z)
{
	size_t aantal[RK_SCENARIOS], samen = 0, n = 0, i;
	const char *waar[RK_SCENARIOS] = {NULL};
	struct rk_signaal *s;
	int naam;

	for (naam = 0; naam < RK_SCENARIOS; naam++)
		samen += aantal[naam] = meer_dan_half(z, naam);
	if (samen == 0)
		return;
	s = rk_signaal_nieuw(z, "W7", RK_LET_OP, samen);
	for (naam = 0; naam < RK_SCENARIOS; naam++) {
		if (aantal[naam] == 0)
			continue;
		waar[naam] = rk_scenario_tekst((enum rk_scenario_naam)naam);
		for (i = 0; i < z->b->plan->aantal[naam]; i++)
			if (is_oefentarief(z, naam, i))
				s->paden[n++] = rk_regelpad(
				    z, (enum rk_scenario_naam)naam, i);
	}
	s->tekst = rk_tekst(z->memory,
	    "Meer dan de helft van het bedrag komt van tarieven die alleen om "
	    "te oefenen zijn (%s). Zoek voor de grootste bedragen een tarief "
	    "van je eigen gemeente.",
	    rk_opsomming(z, waar, RK_SCENARIOS));
}

static int64_t
jaar_of_nul(int64_t jaar)
{
	return jaar >= JAAR_EERST && jaar <= JAAR_LAATST ? jaar : 0;
}

/* The price level of a line, or 0 when nobody says. */
static int64_t
prijspeil(const struct rk_zoeker *z, int naam, size_t i)
{
	const struct rk_regel *bron = z->b->plan->regels[naam][i].bron;

	if (rk_bedrag_van(z, (enum rk_scenario_naam)naam, i) == 0)
		return 0;
	if (bron->prijspeil_jaar.gegeven)
		return jaar_of_nul(bron->prijspeil_jaar.waarde);
	return z->b->plan->regels[naam][i].rij
		   ? z->b->plan->regels[naam][i].rij->prijspeil_jaar
		   : 0;
}

static bool
wijkt_af(int64_t jaar, int64_t van)
{
	return jaar != 0 && (jaar < van - VERSCHIL || jaar > van + VERSCHIL);
}

static void
meld_prijspeil(struct rk_zoeker *z, int64_t van, size_t aantal)
{
	struct rk_signaal *s = rk_signaal_nieuw(z, "W8", RK_LET_OP, aantal);
	size_t n = 0, i;
	int naam;

	for (naam = 0; naam < RK_SCENARIOS; naam++)
		for (i = 0; i < z->b->plan->aantal[naam]; i++)
			if (wijkt_af(prijspeil(z, naam, i), van))
				s->paden[n++] = rk_regelpad(
				    z, (enum rk_scenario_naam)naam, i);
	s->tekst = rk_tekst(z->memory,
	    "De prijzen zijn niet van dezelfde tijd: bij %zu %s het prijspeil "
	    "meer dan twee jaar af van %lld. Reken ze om naar één jaar, of "
	    "zeg erbij dat je dat niet deed.",
	    aantal, aantal == 1 ? "regel ligt" : "regels ligt", (long long)van);
}

void
rk_zoek_prijspeil(struct rk_zoeker *z)
{
	const struct rk_geheel gevraagd = z->b->plan->plan->prijspeil_jaar;
	int64_t van = gevraagd.gegeven ? jaar_of_nul(gevraagd.waarde) : 0;
	int64_t oudst = JAAR_LAATST, nieuwst = 0;
	size_t aantal = 0, i;
	int naam;

	for (naam = 0; naam < RK_SCENARIOS; naam++)
		for (i = 0; i < z->b->plan->aantal[naam]; i++) {
			int64_t jaar = prijspeil(z, naam, i);

			if (jaar != 0 && jaar < oudst)
				oudst = jaar;
			if (jaar > nieuwst)
				nieuwst = jaar;
		}
	/* Either side of the plan's year, but too far from each other. */
	if (van == 0 || (!wijkt_af(oudst, van) && !wijkt_af(nieuwst, van)))
		van = nieuwst;
	if (nieuwst == 0 || (!wijkt_af(oudst, van) && !wijkt_af(nieuwst, van)))
		return;
	for (naam = 0; naam < RK_SCENARIOS; naam++)
		for (i = 0; i < z->b->plan->aantal[naam]; i++)
			aantal += wijkt_af(prijspeil(z, naam, i), van);
	meld_prijspeil(z, van, aantal);
}
