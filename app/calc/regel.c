/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * regel.c - the amount of one line, per year and per payer: rekenregels §2.
 */
#include "calc/regel.h"

#include <stdlib.h>
#include <string.h>

#include "calc/geheugen.h"

const char *
rk_regel_naam(const struct rk_memory *m, const struct rk_gekeurde_regel *regel)
{
	const char *omschrijving = regel->bron->omschrijving;

	return rk_in_zin(m,
	    omschrijving && *omschrijving ? omschrijving : regel->bron->code);
}

struct rk_loop
rk_regel_loop(struct rk_rekenaar *r, const struct rk_gekeurde_regel *regel)
{
	struct rk_loop uit = {.termijn = {.begin = regel->start_maand - 1}};
	struct rk_getal maanden = rk_heel(r, 1);

	uit.tempo = rk_maal(r, rk_heel(r, regel->bron->tarief_eurocent.waarde),
	    regel->hoeveelheid);
	uit.tempo = rk_maal(r, uit.tempo, regel->kans);
	if (regel->vijfden)
		uit.tempo =
		    rk_maal(r, uit.tempo, rk_breuk(r, regel->vijfden, 5));
	if (regel->per != RK_EENMALIG) {
		maanden = rk_in_maanden(r, regel->duur, regel->duur_eenheid);
		uit.tempo = rk_maal(r, uit.tempo,
		    rk_keren_per_maand(r, regel->per, regel->duur_eenheid));
	}
	uit.termijn.eind = rk_plus(r, rk_heel(r, uit.termijn.begin), maanden);
	return uit;
}

bool
rk_zelfde_tarief(const struct rk_regel *a, const struct rk_regel *b)
{
	return a->tarief_eurocent.waarde == b->tarief_eurocent.waarde &&
	       strcmp(a->code, b->code) == 0;
}

void
rk_wijzig_tarief(
    struct rk_gekeurd *plan, const struct rk_tariefwijziging *wijziging)
{
	int naam;
	size_t i;

	for (naam = 0; naam < RK_SCENARIOS; naam++)
		for (i = 0; i < plan->aantal[naam]; i++)
			if (rk_zelfde_tarief(
				plan->regels[naam][i].bron, wijziging->met))
				plan->regels[naam][i].vijfden =
				    wijziging->vijfden;
}

bool
rk_regel_jaarbedrag(
    int64_t *uit, struct rk_rekenaar *r, const struct rk_loop *loop, int jaar)
{
	struct rk_getal maanden;

	*uit = 0;
	if (loop->termijn.begin >= 12 * (jaar + 1))
		return true;
	maanden = rk_overlap(r, loop->termijn, 12 * jaar, 12 * (jaar + 1));
	return rk_afronden(uit, rk_maal(r, loop->tempo, maanden));
}

void
rk_regel_verdeel(int64_t *uit, struct rk_rekenaar *r,
    const struct rk_gekeurde_regel *regel, int64_t totaal)
{
	size_t laatste = regel->bron->aantal_betalers - 1, i;
	int64_t rest = totaal;

	for (i = 0; i < laatste; i++) {
		struct rk_getal deel =
		    rk_maal(r, rk_heel(r, totaal), regel->delen[i]);

		if (!rk_afronden(&uit[i], deel))
			abort(); /* a share is never more than the total */
		rest -= uit[i];
	}
	uit[laatste] = rest;
}
