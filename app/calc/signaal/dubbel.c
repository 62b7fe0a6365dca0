/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * dubbel.c - W2: one person in two places day and night at once, rekenregels
 * §8. At most one remark per line: with the stay before it that lasts longest.
 * A stay is 24-hour when the line says so (verblijf24), else when the table
 * says so, else when the unit of the line or the table is "etmaal".
 *
 * Example (V1): the household is in WMO-NOODOPV from month 3 for 120 days,
 * P4 in JW-GEZINSHUIS from month 5: they share some 59 days.
 */
#include <string.h>

#include "calc/geheugen.h"
#include "calc/signaal/zoeker.h"

static bool
is_verblijf(const struct rk_gekeurde_regel *regel)
{
	const struct rk_regel *bron = regel->bron;
	const struct rk_tarief_rij *rij = regel->rij;
	const char *eenheid = bron->eenheid_tarief;

	if (bron->verblijf24 != RK_ONBEKEND)
		return bron->verblijf24 == RK_JA;
	if (rij && rij->verblijf24 != RK_ONBEKEND)
		return rij->verblijf24 == RK_JA;
	if (rij && (!eenheid || !*eenheid))
		eenheid = rij->eenheid;
	return eenheid && rk_orde(eenheid, "etmaal") == 0;
}

/* The stay of each person, so far, that lasts longest; index + 1, or 0. */
struct verblijven {
	size_t *van_persoon;
	size_t hele_huishouden;
	size_t wie_dan_ook;
};

static void
onthoud_langste(const struct rk_berekening *b, enum rk_scenario_naam naam,
    size_t *langste, size_t i)
{
	const struct rk_loop *lopen = b->lopen[naam];

	if (*langste == 0 || rk_vergelijk(b->rekenaar, lopen[i].termijn.eind,
				 lopen[*langste - 1].termijn.eind) > 0)
		*langste = i + 1;
}

/* Days that lines i (the earlier) and k share within the horizon. */
static struct rk_getal
gedeelde_dagen(const struct rk_berekening *b, enum rk_scenario_naam naam,
    size_t i, size_t k)
{
	struct rk_rekenaar *r = b->rekenaar;
	struct rk_termijn a = b->lopen[naam][i].termijn;
	struct rk_termijn c = b->lopen[naam][k].termijn;

	if (rk_vergelijk(r, c.eind, a.eind) < 0)
		a.eind = c.eind;
	return rk_maal(r,
	    rk_overlap(r, a, c.begin, 12 * b->plan->horizon_jaren),
	    rk_breuk(r, 365, 12));
}

static void
meld_dubbel(struct rk_zoeker *z, enum rk_scenario_naam naam, size_t i, size_t k)
{
	const struct rk_gekeurde_regel *regels = z->b->plan->regels[naam];
	const char *persoon = rk_is_hh(&regels[i]) ? regels[k].bron->persoon
						   : regels[i].bron->persoon;
	struct rk_getal gedeeld = gedeelde_dagen(z->b, naam, i, k);
	struct rk_signaal *s;
	int64_t dagen;

	if (rk_teken(gedeeld) <= 0 || !rk_afronden(&dagen, gedeeld))
		return;
	s = rk_signaal_nieuw(z, "W2", RK_WAARSCHUWING, 2);
	s->paden[0] = rk_regelpad(z, naam, i < k ? i : k);
	s->paden[1] = rk_regelpad(z, naam, i < k ? k : i);
	s->tekst = rk_tekst(z->memory,
	    "%s en %s gaan over dezelfde tijd (ongeveer %lld %s) en over %s. "
	    "Niemand verblijft dag en nacht op twee plekken: je telt dubbel. "
	    "Maak een van de twee korter of voor minder personen.",
	    rk_regel_naam(z->memory, &regels[i]),
	    rk_regel_naam(z->memory, &regels[k]),
	    (long long)(dagen > 0 ? dagen : 1), dagen > 1 ? "dagen" : "dag",
	    strcmp(persoon, "HH") == 0 ? "het hele huishouden"
				       : rk_wie(z, persoon));
}

/* One stay, after all that began earlier. */
static void
vergelijk_verblijf(struct rk_zoeker *z, enum rk_scenario_naam naam,
    struct verblijven *v, size_t k)
{
	const struct rk_gekeurde_regel *regel = &z->b->plan->regels[naam][k];
	size_t *eigen = &v->hele_huishouden, eerder;

	if (!rk_is_hh(regel))
		eigen = &v->van_persoon[rk_register_zoek(
		    &z->b->plan->personen, regel->bron->persoon)];
	eerder = rk_is_hh(regel) ? v->wie_dan_ook : *eigen;
	if (!rk_is_hh(regel) && v->hele_huishouden > 0) {
		if (eerder > 0)
			onthoud_langste(
			    z->b, naam, &eerder, v->hele_huishouden - 1);
		else
			eerder = v->hele_huishouden;
	}
	if (eerder > 0)
		meld_dubbel(z, naam, eerder - 1, k);
	onthoud_langste(z->b, naam, eigen, k);
	onthoud_langste(z->b, naam, &v->wie_dan_ook, k);
}

static void
zoek_in(struct rk_zoeker *z, enum rk_scenario_naam naam)
{
	const struct rk_gekeurd *plan = z->b->plan;
	size_t n = plan->aantal[naam], aantal = 0, i;
	size_t *verblijf = rk_alloc_nul(z->memory, n, sizeof(*verblijf));
	struct verblijven v = {0};
	int maand;

	for (i = 0; i < n; i++)
		if (rk_teken(plan->regels[naam][i].kans) > 0 &&
		    is_verblijf(&plan->regels[naam][i]))
			verblijf[aantal++] = i;
	if (aantal < 2)
		return;
	v.van_persoon = rk_alloc_nul(
	    z->memory, plan->plan->aantal_personen, sizeof(*v.van_persoon));
	for (maand = 1; maand <= 12 * plan->horizon_jaren; maand++)
		for (i = 0; i < aantal; i++)
			if (plan->regels[naam][verblijf[i]].start_maand ==
			    maand)
				vergelijk_verblijf(z, naam, &v, verblijf[i]);
}

void
rk_zoek_dubbel(struct rk_zoeker *z)
{
	int naam;

	for (naam = 0; naam < RK_SCENARIOS; naam++)
		zoek_in(z, (enum rk_scenario_naam)naam);
}
