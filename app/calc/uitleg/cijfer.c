/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cijfer.c - the figures of a result: which there are, their paths, values.
 *
 * What the plan itself says (its chances, its horizon) is echoed in a result
 * but is no figure: there is nothing to derive.
 */
#include "calc/uitleg/cijfer.h"

#include <stdlib.h>

#include "calc/geheugen.h"

/* The last key of the path of a figure that is there once, or its list. */
static const char *
sleutel(enum rk_cijfer_soort soort)
{
	static const char *const SLEUTEL[] = {
	    [RK_CIJFER_REGEL] = "regels",
	    [RK_CIJFER_REGEL_JAAR] = "regels_per_jaar",
	    [RK_CIJFER_JAAR] = "per_jaar",
	    [RK_CIJFER_WET] = "per_wet",
	    [RK_CIJFER_DOMEIN] = "per_domein",
	    [RK_CIJFER_BETALER] = "per_betaler",
	    [RK_CIJFER_TOTAAL] = "totaal",
	    [RK_CIJFER_PUBLIEK] = "totaal_publiek",
	    [RK_CIJFER_OVERDRACHTEN] = "waarvan_overdrachten",
	    [RK_CIJFER_INTERVENTIE] = "interventiekosten",
	    [RK_CIJFER_INTERVENTIE_CW] = "interventiekosten_cw",
	    [RK_CIJFER_KASSTROOM] = "kasstroom",
	    [RK_CIJFER_VOORBEELD] = "waarvan_voorbeeld",
	    [RK_CIJFER_VOORBEELD_WET] = "voorbeeld_per_wet",
	    [RK_CIJFER_CW] = "contante_waarde",
	    [RK_CIJFER_BAAT_WET] = "baten_per_wet",
	    [RK_CIJFER_BAAT_DOMEIN] = "baten_per_domein",
	    [RK_CIJFER_BAAT_BETALER] = "baten_per_betaler",
	    [RK_CIJFER_VRIJVAL] = "vrijval",
	    [RK_CIJFER_EXTRA_INZET] = "extra_inzet",
	    [RK_CIJFER_BATEN] = "totale_baten",
	    [RK_CIJFER_BATEN_EXCL] = "totale_baten_excl_overdrachten",
	    [RK_CIJFER_BATEN_PUBLIEK] = "totale_baten_publiek",
	    [RK_CIJFER_BATEN_CW] = "contante_waarde",
	    [RK_CIJFER_BAAT_KASSTROOM] = "kasstroom",
	    [RK_CIJFER_TERUGVERDIENTIJD] = "terugverdientijd_maand",
	    [RK_CIJFER_VERERGERING] = "voorkomen_verergering",
	    [RK_CIJFER_BREAK_EVEN] = "break_even_kans.decimaal4",
	    [RK_CIJFER_BREAK_EVEN_TELLER] = "break_even_kans.teller_eurocent",
	    [RK_CIJFER_BREAK_EVEN_NOEMER] = "break_even_kans.noemer_eurocent",
	    [RK_CIJFER_NULALTERNATIEF] = "verwachting.verwacht_nulalternatief",
	    [RK_CIJFER_VERWACHTE_BATEN] = "verwachting.verwachte_baten",
	    [RK_CIJFER_PLANKOSTEN] = "verwachting.verwachte_plankosten",
	    [RK_CIJFER_BATEN_SLAAGKANS] =
		"verwachting.verwachte_baten_met_slaagkans",
	    [RK_CIJFER_BREAK_EVEN_SLAAGKANS] =
		"verwachting.break_even_slaagkans",
	    [RK_CIJFER_ZAK_TEKORT] = "tekort_eurocent",
	    [RK_CIJFER_ZAK_BAAT] = "baat_medefinancier_eurocent",
	};

	return SLEUTEL[soort];
}

const struct rk_verdeling *
rk_cijfer_lijst(struct rk_cijfer c, const struct rk_resultaat *r)
{
	switch ((int)c.soort) {
	case RK_CIJFER_WET:
		return &r->scenarios[c.groep].per_wet;
	case RK_CIJFER_DOMEIN:
		return &r->scenarios[c.groep].per_domein;
	case RK_CIJFER_BETALER:
		return &r->scenarios[c.groep].per_betaler;
	case RK_CIJFER_VOORBEELD_WET:
		return &r->scenarios[c.groep].voorbeeld_per_wet;
	case RK_CIJFER_BAAT_WET:
		return &r->modi[c.groep].baten_per_wet;
	case RK_CIJFER_BAAT_DOMEIN:
		return &r->modi[c.groep].baten_per_domein;
	case RK_CIJFER_BAAT_BETALER:
		return &r->modi[c.groep].baten_per_betaler;
	}
	return NULL;
}

/* What comes after the key: a name, a year, or both. */
static const char *
pad_in_lijst(struct rk_cijfer c, const struct rk_resultaat *r,
    const struct rk_memory *m, const char *voor)
{
	const struct rk_verdeling *lijst = rk_cijfer_lijst(c, r);
	const char *k = sleutel(c.soort);

	if (lijst)
		return rk_tekst(
		    m, "%s.%s.%s", voor, k, lijst->posten[c.nummer].naam);
	if (c.soort == RK_CIJFER_REGEL)
		return rk_tekst(m, "%s.%s.%s", voor, k,
		    r->scenarios[c.groep].regels[c.nummer].id);
	if (c.soort == RK_CIJFER_REGEL_JAAR)
		return rk_tekst(m, "%s.%s.%s[%d]", voor, k,
		    r->scenarios[c.groep].regels[c.nummer].id, c.jaar);
	if (c.soort == RK_CIJFER_KASSTROOM ||
	    c.soort == RK_CIJFER_BAAT_KASSTROOM)
		return rk_tekst(
		    m, "%s.%s.%s", voor, k, rk_kasstroom_naam(c.nummer));
	if (c.soort == RK_CIJFER_JAAR)
		return rk_tekst(m, "%s.%s[%d]", voor, k, c.jaar);
	return rk_tekst(m, "%s.%s", voor, k);
}

const char *
rk_cijfer_pad(
    struct rk_cijfer c, const struct rk_resultaat *r, const struct rk_memory *m)
{
	if (c.soort <= RK_CIJFER_CW)
		return pad_in_lijst(c, r, m,
		    rk_tekst(m, "scenarios.%s",
			rk_scenario_tekst((enum rk_scenario_naam)c.groep)));
	if (c.soort <= RK_CIJFER_TERUGVERDIENTIJD)
		return pad_in_lijst(
		    c, r, m, rk_modus_tekst((enum rk_modus_naam)c.groep));
	if (c.soort >= RK_CIJFER_ZAK_TEKORT)
		return rk_tekst(
		    m, "verkeerde_zak[%zu].%s", c.nummer, sleutel(c.soort));
	return sleutel(c.soort);
}

const char *
rk_kasstroom_naam(size_t nummer)
{
	static const char *const NAAM[RK_KASSTROMEN] = {
	    "beschikbaarheid", "onbekend", "variabel"};

	return NAAM[nummer];
}

static int64_t
eurocent_kasstroom(const struct rk_kasstroom *k, size_t nummer)
{
	const int64_t bedragen[RK_KASSTROMEN] = {
	    k->beschikbaarheid, k->onbekend, k->variabel};

	return bedragen[nummer];
}

static int64_t
eurocent_scenario(struct rk_cijfer c, const struct rk_scenario *s)
{
	switch ((int)c.soort) {
	case RK_CIJFER_REGEL:
		return s->regels[c.nummer].totaal;
	case RK_CIJFER_REGEL_JAAR:
		return s->regels[c.nummer].per_jaar[c.jaar];
	case RK_CIJFER_JAAR:
		return s->per_jaar[c.jaar];
	case RK_CIJFER_TOTAAL:
		return s->totaal;
	case RK_CIJFER_PUBLIEK:
		return s->totaal_publiek;
	case RK_CIJFER_OVERDRACHTEN:
		return s->waarvan_overdrachten;
	case RK_CIJFER_INTERVENTIE:
		return s->interventiekosten;
	case RK_CIJFER_INTERVENTIE_CW:
		return s->interventiekosten_cw;
	case RK_CIJFER_KASSTROOM:
		return eurocent_kasstroom(&s->kasstroom, c.nummer);
	case RK_CIJFER_VOORBEELD:
		return s->waarvan_voorbeeld;
	case RK_CIJFER_CW:
		return s->contante_waarde;
	}
	abort(); /* the names are in a list */
}

static int64_t
eurocent_modus(struct rk_cijfer c, const struct rk_modus *modus)
{
	switch ((int)c.soort) {
	case RK_CIJFER_VRIJVAL:
		return modus->vrijval;
	case RK_CIJFER_EXTRA_INZET:
		return modus->extra_inzet;
	case RK_CIJFER_BATEN:
		return modus->totale_baten;
	case RK_CIJFER_BATEN_EXCL:
		return modus->totale_baten_excl_overdrachten;
	case RK_CIJFER_BATEN_PUBLIEK:
		return modus->totale_baten_publiek;
	case RK_CIJFER_BAAT_KASSTROOM:
		return eurocent_kasstroom(&modus->kasstroom, c.nummer);
	case RK_CIJFER_BATEN_CW:
		return modus->contante_waarde;
	}
	abort(); /* months are no amount */
}

static int64_t
eurocent_plan(struct rk_cijfer c, const struct rk_resultaat *r)
{
	switch ((int)c.soort) {
	case RK_CIJFER_VERERGERING:
		return r->voorkomen_verergering;
	case RK_CIJFER_BREAK_EVEN_TELLER:
		return r->break_even_kans.teller;
	case RK_CIJFER_BREAK_EVEN_NOEMER:
		return r->break_even_kans.noemer;
	case RK_CIJFER_NULALTERNATIEF:
		return r->verwachting.verwacht_nulalternatief;
	case RK_CIJFER_VERWACHTE_BATEN:
		return r->verwachting.verwachte_baten;
	case RK_CIJFER_PLANKOSTEN:
		return r->verwachting.verwachte_plankosten;
	case RK_CIJFER_BATEN_SLAAGKANS:
		return r->verwachting.verwachte_baten_met_slaagkans;
	case RK_CIJFER_ZAK_TEKORT:
		return r->verkeerde_zak[c.nummer].tekort;
	case RK_CIJFER_ZAK_BAAT:
		return r->verkeerde_zak[c.nummer].baat_medefinancier;
	}
	abort(); /* chances are no amount */
}

int64_t
rk_cijfer_eurocent(struct rk_cijfer c, const struct rk_resultaat *r)
{
	const struct rk_verdeling *lijst = rk_cijfer_lijst(c, r);

	if (lijst)
		return lijst->posten[c.nummer].eurocent;
	if (c.soort <= RK_CIJFER_CW)
		return eurocent_scenario(c, &r->scenarios[c.groep]);
	if (c.soort <= RK_CIJFER_TERUGVERDIENTIJD)
		return eurocent_modus(c, &r->modi[c.groep]);
	return eurocent_plan(c, r);
}

/* How many figures there are of a kind, besides its years. */
static size_t
hoeveel(struct rk_cijfer c, const struct rk_resultaat *r)
{
	const struct rk_verdeling *lijst = rk_cijfer_lijst(c, r);
	const struct rk_verwachting *v = &r->verwachting;

	if (lijst)
		return lijst->aantal;
	switch ((int)c.soort) {
	case RK_CIJFER_REGEL:
	case RK_CIJFER_REGEL_JAAR:
		return r->scenarios[c.groep].aantal_regels;
	case RK_CIJFER_KASSTROOM:
	case RK_CIJFER_BAAT_KASSTROOM:
		return RK_KASSTROMEN;
	case RK_CIJFER_BREAK_EVEN_TELLER:
	case RK_CIJFER_BREAK_EVEN_NOEMER:
		return r->break_even_kans.noemer != 0;
	case RK_CIJFER_NULALTERNATIEF:
	case RK_CIJFER_VERWACHTE_BATEN:
		return v->gegeven;
	case RK_CIJFER_PLANKOSTEN:
	case RK_CIJFER_BATEN_SLAAGKANS:
	case RK_CIJFER_BREAK_EVEN_SLAAGKANS:
		return v->met_slaagkans;
	case RK_CIJFER_ZAK_TEKORT:
	case RK_CIJFER_ZAK_BAAT:
		return r->aantal_verkeerde_zak;
	}
	return 1;
}

struct opsomming {
	struct rk_cijfers *uit;
	const struct rk_resultaat *r;
	const struct rk_memory *m;
	size_t ruimte, ruimte_paden;
};

static void
zet_bij(struct opsomming *o, struct rk_cijfer c)
{
	struct rk_cijfers *uit = o->uit;

	uit->lijst = rk_groei(
	    o->m, uit->lijst, uit->aantal, &o->ruimte, sizeof(*uit->lijst));
	uit->paden = rk_groei(o->m, uit->paden, uit->aantal, &o->ruimte_paden,
	    sizeof(*uit->paden));
	uit->lijst[uit->aantal] = c;
	uit->paden[uit->aantal++] = rk_cijfer_pad(c, o->r, o->m);
}

static void
som_soorten_op(
    struct opsomming *o, int groep, enum rk_cijfer_soort van, int tot)
{
	struct rk_cijfer c = {.groep = groep};
	int soort, jaren;

	for (soort = (int)van; soort <= tot; soort++) {
		size_t n;

		c.soort = (enum rk_cijfer_soort)soort;
		n = hoeveel(c, o->r);
		jaren = soort == RK_CIJFER_JAAR || soort == RK_CIJFER_REGEL_JAAR
			    ? o->r->horizon_jaren
			    : 1;
		for (c.nummer = 0; c.nummer < n; c.nummer++)
			for (c.jaar = 0; c.jaar < jaren; c.jaar++)
				zet_bij(o, c);
	}
}

void
rk_cijfers_som_op(struct rk_cijfers *uit, const struct rk_resultaat *r,
    const struct rk_memory *m)
{
	struct opsomming o = {uit, r, m, 0, 0};
	int i;

	*uit = (struct rk_cijfers){0};
	for (i = 0; i < RK_SCENARIOS; i++)
		som_soorten_op(&o, i, RK_CIJFER_REGEL, RK_CIJFER_CW);
	for (i = 0; i < RK_MODI; i++)
		som_soorten_op(
		    &o, i, RK_CIJFER_BAAT_WET, RK_CIJFER_TERUGVERDIENTIJD);
	som_soorten_op(&o, 0, RK_CIJFER_VERERGERING, RK_CIJFER_ZAK_BAAT);
}
