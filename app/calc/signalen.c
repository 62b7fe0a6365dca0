/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * signalen.c - remarks that change no amount: rekenregels §8, W1 and W2.
 *
 * The texts are read by learners: Dutch, short, and ending in what to do.
 */
#include "calc/signalen.h"

#include <string.h>

#include "calc/geheugen.h"

struct zoeker {
	struct rk_resultaat *uit;
	const struct rk_berekening *b;
	const struct rk_memory *memory;
	const struct rk_tarieventabel *tabel;
	size_t ruimte;
};

static const char *
regelpad(const struct zoeker *z, enum rk_scenario_naam naam, size_t i)
{
	return rk_tekst(
	    z->memory, "scenarios.%s[%zu]", rk_scenario_tekst(naam), i);
}

/* How a reader knows the line: its description, else its code. */
static const char *
noem(const struct rk_gekeurde_regel *regel)
{
	const char *omschrijving = regel->bron->omschrijving;

	return omschrijving && *omschrijving ? omschrijving : regel->bron->code;
}

static struct rk_signaal *
nieuw_signaal(struct zoeker *z, const char *code, size_t aantal_paden)
{
	struct rk_resultaat *uit = z->uit;
	struct rk_signaal *s;

	uit->signalen = rk_groei(z->memory, uit->signalen, uit->aantal_signalen,
	    &z->ruimte, sizeof(*uit->signalen));
	s = &uit->signalen[uit->aantal_signalen++];
	s->code = code;
	s->ernst = RK_WAARSCHUWING;
	s->paden = rk_alloc_nul(z->memory, aantal_paden, sizeof(*s->paden));
	s->aantal_paden = aantal_paden;
	return s;
}

static bool
is_hh(const struct rk_gekeurde_regel *regel)
{
	return strcmp(regel->bron->persoon, "HH") == 0;
}

static bool
zelfde_persoon(
    const struct rk_gekeurde_regel *a, const struct rk_gekeurde_regel *b)
{
	return is_hh(a) || is_hh(b) ||
	       strcmp(a->bron->persoon, b->bron->persoon) == 0;
}

/* W1, for one line. */
static bool
gaat_door(const struct zoeker *z, const struct rk_register *doorbraak,
    const struct rk_gekeurde_regel *regel)
{
	const struct rk_gekeurde_regel *regels =
	    z->b->plan->regels[RK_DOORBRAAK];
	const struct rk_ingang *eind = doorbraak->rij + doorbraak->aantal;
	const struct rk_ingang *i =
	    rk_register_eerste(doorbraak, regel->bron->code);

	for (; i && i < eind && strcmp(i->id, regel->bron->code) == 0; i++)
		if (zelfde_persoon(&regels[i->index], regel))
			return true;
	return false;
}

static bool
loopt(const struct zoeker *z, const struct rk_gekeurde_regel *regel)
{
	return !regel->interventie && regel->per != RK_EENMALIG &&
	       regel->start_maand <= 12 * z->b->plan->horizon_jaren;
}

static void
zoek_vergeten(struct zoeker *z)
{
	const struct rk_gekeurd *plan = z->b->plan;
	struct rk_register doorbraak =
	    rk_register_nieuw(z->memory, plan->aantal[RK_DOORBRAAK]);
	size_t i;

	for (i = 0; i < plan->aantal[RK_DOORBRAAK]; i++)
		rk_register_zet(
		    &doorbraak, plan->regels[RK_DOORBRAAK][i].bron->code, i);
	rk_register_sorteer(&doorbraak, z->memory);
	for (i = 0; i < plan->aantal[RK_HUIDIG]; i++) {
		const struct rk_gekeurde_regel *regel =
		    &plan->regels[RK_HUIDIG][i];
		const char *stop = regel->bron->stopreden;
		struct rk_signaal *s;

		if (!loopt(z, regel) || (stop && *stop) ||
		    gaat_door(z, &doorbraak, regel))
			continue;
		s = nieuw_signaal(z, "W1", 1);
		s->paden[0] = regelpad(z, RK_HUIDIG, i);
		s->tekst = rk_tekst(z->memory,
		    "%s loopt nu, maar staat niet in je doorbraak. Loopt dit "
		    "door? Zet het dan ook bij de doorbraak. Stopt het? Noem "
		    "dan de reden.",
		    noem(regel));
	}
}

static const struct rk_tarief_rij *
tariefrij(const struct rk_tarieventabel *tabel, const char *code)
{
	size_t laag = 0, hoog = tabel->aantal;

	while (laag < hoog) {
		size_t midden =
		    tabel->gesorteerd ? laag + (hoog - laag) / 2 : laag;
		int c = strcmp(tabel->rijen[midden].code, code);

		if (c == 0)
			return &tabel->rijen[midden];
		if (c < 0 || !tabel->gesorteerd)
			laag = midden + 1;
		else
			hoog = midden;
	}
	return NULL;
}

static bool
is_verblijf(const struct zoeker *z, const struct rk_gekeurde_regel *regel)
{
	const struct rk_regel *bron = regel->bron;
	const struct rk_tarief_rij *rij;
	const char *eenheid = bron->eenheid_tarief;

	if (bron->verblijf24 != RK_ONBEKEND)
		return bron->verblijf24 == RK_JA;
	rij = tariefrij(z->tabel, bron->code);
	if (rij && rij->verblijf24 != RK_ONBEKEND)
		return rij->verblijf24 == RK_JA;
	if (rij && (!eenheid || !*eenheid))
		eenheid = rij->eenheid;
	return eenheid && strcmp(eenheid, "etmaal") == 0;
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
meld_dubbel(struct zoeker *z, enum rk_scenario_naam naam, size_t i, size_t k)
{
	const struct rk_gekeurde_regel *regels = z->b->plan->regels[naam];
	const char *persoon = is_hh(&regels[i]) ? regels[k].bron->persoon
						: regels[i].bron->persoon;
	struct rk_getal gedeeld = gedeelde_dagen(z->b, naam, i, k);
	struct rk_signaal *s;
	int64_t dagen;

	if (rk_teken(gedeeld) <= 0 || !rk_afronden(&dagen, gedeeld))
		return;
	s = nieuw_signaal(z, "W2", 2);
	s->paden[0] = regelpad(z, naam, i < k ? i : k);
	s->paden[1] = regelpad(z, naam, i < k ? k : i);
	s->tekst = rk_tekst(z->memory,
	    "%s en %s gaan over dezelfde tijd (ongeveer %lld %s) en over %s%s. "
	    "Niemand verblijft dag en nacht op twee plekken: je telt dubbel. "
	    "Maak een van de twee korter of voor minder personen.",
	    noem(&regels[i]), noem(&regels[k]),
	    (long long)(dagen > 0 ? dagen : 1), dagen > 1 ? "dagen" : "dag",
	    strcmp(persoon, "HH") == 0 ? "het hele huishouden" : "persoon ",
	    strcmp(persoon, "HH") == 0 ? "" : persoon);
}

/* One stay, after all that began earlier. */
static void
vergelijk_verblijf(struct zoeker *z, enum rk_scenario_naam naam,
    struct verblijven *v, size_t k)
{
	const struct rk_gekeurde_regel *regel = &z->b->plan->regels[naam][k];
	size_t *eigen = &v->hele_huishouden, eerder;

	if (!is_hh(regel))
		eigen = &v->van_persoon[rk_register_zoek(
		    &z->b->plan->personen, regel->bron->persoon)];
	eerder = is_hh(regel) ? v->wie_dan_ook : *eigen;
	if (!is_hh(regel) && v->hele_huishouden > 0) {
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
zoek_dubbel(struct zoeker *z, enum rk_scenario_naam naam)
{
	const struct rk_gekeurd *plan = z->b->plan;
	size_t n = plan->aantal[naam], aantal = 0, i;
	size_t *verblijf = rk_alloc_nul(z->memory, n, sizeof(*verblijf));
	struct verblijven v = {0};
	int maand;

	for (i = 0; i < n; i++)
		if (rk_teken(plan->regels[naam][i].kans) > 0 &&
		    is_verblijf(z, &plan->regels[naam][i]))
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
rk_signalen_zoek(struct rk_resultaat *uit, const struct rk_berekening *b,
    const struct rk_tarieventabel *tabel)
{
	struct zoeker z = {uit, b, b->rekenaar->memory,
	    tabel ? tabel : rk_tarieven_ingebouwd(), 0};
	int naam;

	zoek_vergeten(&z);
	for (naam = 0; naam < RK_SCENARIOS; naam++)
		zoek_dubbel(&z, (enum rk_scenario_naam)naam);
}
