/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * gebeurtenis.c - W4: the price of a whole event beside its parts, which
 * counts them twice: rekenregels §8. Lines belong to one event when they name
 * the same `gebeurtenis` (else the table does for their code); the price of
 * the whole has a code that ends in -TOTAAL. It must be for the same person,
 * the household being everyone, in one scenario; a line of 0 euro is no part.
 *
 * Example: WON-UITZ-TOTAAL (uitzetting, 100.000 euro) and WON-ONTR
 * (uitzetting, 7.500 euro) in dreigend: W4. WON-ONTR and WON-ACHT: none, for
 * they are both parts.
 */
#include <string.h>

#include "calc/geheugen.h"
#include "calc/signaal/zoeker.h"

static const char *
gebeurtenis_van(const struct rk_zoeker *z, enum rk_scenario_naam naam, size_t i)
{
	const char *eigen = z->b->plan->regels[naam][i].bron->gebeurtenis;

	if (eigen && *eigen)
		return eigen;
	return z->b->plan->regels[naam][i].rij
		   ? z->b->plan->regels[naam][i].rij->gebeurtenis
		   : NULL;
}

static bool
is_totaal(const struct rk_gekeurde_regel *regel)
{
	static const char EIND[] = "-TOTAAL";
	const char *code = regel->bron->code;
	size_t n = strlen(code), eind = sizeof(EIND) - 1;

	return n > eind && strcmp(code + n - eind, EIND) == 0;
}

/* For whom the event has a total; van_persoon[p] holds the group's number. */
struct totalen {
	size_t *van_persoon;
	size_t groep;
	bool van_hh;
};

static size_t
persoon_van(const struct rk_zoeker *z, const struct rk_gekeurde_regel *regel)
{
	return rk_register_zoek(&z->b->plan->personen, regel->bron->persoon);
}

static bool
telt_dubbel(const struct rk_zoeker *z, const struct totalen *t,
    const struct rk_gekeurde_regel *regel)
{
	return t->van_hh || rk_is_hh(regel) ||
	       t->van_persoon[persoon_van(z, regel)] == t->groep;
}

static void
meld(struct rk_zoeker *z, enum rk_scenario_naam naam,
    const struct rk_ingang *totaal, const struct rk_ingang *delen, size_t n)
{
	const struct rk_gekeurde_regel *regels = z->b->plan->regels[naam];
	struct rk_signaal *s =
	    rk_signaal_nieuw(z, "W4", RK_WAARSCHUWING, n + 1);
	size_t i;

	s->paden[0] = rk_regelpad(z, naam, totaal->index);
	for (i = 0; i < n; i++)
		s->paden[i + 1] = rk_regelpad(z, naam, delen[i].index);
	s->tekst = rk_tekst(z->memory,
	    "%s is de prijs van de hele gebeurtenis (%s). De losse kosten, "
	    "zoals %s, zitten daar al in: je telt ze dubbel. Haal het totaal "
	    "weg, of haal de losse kosten weg.",
	    rk_regel_naam(z->memory, &regels[totaal->index]),
	    rk_in_zin(z->memory, totaal->id),
	    rk_regel_naam(z->memory, &regels[delen[0].index]));
}

/* One event: eerste .. eind of the register; parts go to delen. */
static void
zoek_in_groep(struct rk_zoeker *z, enum rk_scenario_naam naam,
    struct totalen *t, const struct rk_ingang *eerste,
    const struct rk_ingang *eind, struct rk_ingang *delen)
{
	const struct rk_gekeurde_regel *regels = z->b->plan->regels[naam];
	const struct rk_ingang *totaal = NULL, *i;
	size_t n = 0;

	t->groep++;
	t->van_hh = false;
	for (i = eerste; i < eind; i++) {
		if (!is_totaal(&regels[i->index]))
			continue;
		totaal = totaal ? totaal : i;
		if (rk_is_hh(&regels[i->index]))
			t->van_hh = true;
		else
			t->van_persoon[persoon_van(z, &regels[i->index])] =
			    t->groep;
	}
	for (i = eerste; totaal && i < eind; i++)
		if (!is_totaal(&regels[i->index]) &&
		    telt_dubbel(z, t, &regels[i->index]))
			delen[n++] = *i;
	if (n > 0)
		meld(z, naam, totaal, delen, n);
}

/* The lines by their event, when one of them is a total. */
static void
zoek_groepen(struct rk_zoeker *z, enum rk_scenario_naam naam)
{
	size_t n = z->b->plan->aantal[naam], i, k;
	struct rk_register r = rk_register_nieuw(z->memory, n);
	struct rk_ingang *delen = rk_alloc_nul(z->memory, n, sizeof(*delen));
	struct totalen t = {0};

	t.van_persoon = rk_alloc_nul(z->memory,
	    z->b->plan->plan->aantal_personen, sizeof(*t.van_persoon));
	for (i = 0; i < n; i++)
		if (rk_bedrag_van(z, naam, i) > 0)
			rk_register_zet(&r, gebeurtenis_van(z, naam, i), i);
	rk_register_sorteer(&r, z->memory);
	for (i = 0; i < r.aantal; i = k) {
		for (k = i + 1; k < r.aantal; k++)
			if (strcmp(r.rij[i].id, r.rij[k].id) != 0)
				break;
		zoek_in_groep(z, naam, &t, &r.rij[i], r.rij + k, delen);
	}
}

void
rk_zoek_gebeurtenis(struct rk_zoeker *z)
{
	int naam;
	size_t i;

	for (naam = 0; naam < RK_SCENARIOS; naam++) {
		enum rk_scenario_naam s = (enum rk_scenario_naam)naam;

		for (i = 0; i < z->b->plan->aantal[naam]; i++)
			if (gebeurtenis_van(z, s, i) &&
			    is_totaal(&z->b->plan->regels[naam][i]))
				break;
		if (i < z->b->plan->aantal[naam])
			zoek_groepen(z, s);
	}
}
