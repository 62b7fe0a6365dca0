/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * modus.c - reference minus doorbraak: rekenregels §5, §6.
 *
 * "Cash" is the mode against huidig, "vermeden kosten" that against dreigend.
 */
#include "calc/modus.h"

#include "calc/geheugen.h"
#include "calc/maandreeks.h"
#include "calc/verdeling.h"

/* Which scenario a mode compares with. */
static const enum rk_scenario_naam REFERENTIE[RK_MODI] = {
    RK_HUIDIG, RK_DREIGEND};

enum rk_scenario_naam
rk_modus_referentie(enum rk_modus_naam naam)
{
	return REFERENTIE[naam];
}

static void
splits_wetten(struct rk_modus *uit)
{
	size_t i;

	for (i = 0; i < uit->baten_per_wet.aantal; i++) {
		int64_t baat = uit->baten_per_wet.posten[i].eurocent;

		if (baat > 0)
			uit->vrijval += baat;
		else
			uit->extra_inzet -= baat;
	}
	uit->totale_baten = uit->vrijval - uit->extra_inzet;
}

static void
bereken_modus(struct rk_modus *uit, const struct rk_scenario *ref,
    const struct rk_scenario *plan, const struct rk_memory *m)
{
	uit->baten_per_wet =
	    rk_verdeling_verschil(&ref->per_wet, &plan->per_wet, m);
	uit->baten_per_domein =
	    rk_verdeling_verschil(&ref->per_domein, &plan->per_domein, m);
	uit->baten_per_betaler =
	    rk_verdeling_verschil(&ref->per_betaler, &plan->per_betaler, m);
	splits_wetten(uit);
	uit->totale_baten_excl_overdrachten =
	    uit->totale_baten -
	    (ref->waarvan_overdrachten - plan->waarvan_overdrachten);
	uit->totale_baten_publiek = ref->totaal_publiek - plan->totaal_publiek;
	uit->contante_waarde = ref->contante_waarde - plan->contante_waarde;
}

static void
keur_grenzen(const struct rk_modus *modus, const struct rk_berekening *b,
    enum rk_modus_naam naam)
{
	const struct rk_memory *m = b->rekenaar->memory;
	const char *pad = rk_modus_tekst(naam);

	if (!rk_bedrag_past(modus->totale_baten_publiek))
		rk_fout_bedrag(
		    b, -1, -1, rk_tekst(m, "%s.totale_baten_publiek", pad));
	rk_keur_verdeling(
	    b, -1, pad, "baten_per_betaler", &modus->baten_per_betaler);
}

void
rk_modi_bereken(struct rk_resultaat *uit, const struct rk_berekening *b)
{
	const struct rk_memory *m = b->rekenaar->memory;
	struct rk_maandreeks *reeksen =
	    rk_alloc(m, RK_SCENARIOS * sizeof(*reeksen));
	int i;

	rk_maandreeksen(reeksen, b);
	for (i = 0; i < RK_MODI; i++) {
		struct rk_modus *modus = &uit->modi[i];

		bereken_modus(modus, &uit->scenarios[REFERENTIE[i]],
		    &uit->scenarios[RK_DOORBRAAK], m);
		modus->terugverdientijd_maand =
		    rk_terugverdientijd(b->rekenaar, &reeksen[REFERENTIE[i]],
			&reeksen[RK_DOORBRAAK], 12 * b->plan->horizon_jaren);
		keur_grenzen(modus, b, (enum rk_modus_naam)i);
	}
	uit->voorkomen_verergering = uit->scenarios[RK_DREIGEND].totaal -
				     uit->scenarios[RK_HUIDIG].totaal;
}

static const struct rk_post *
grootste(const struct rk_verdeling *v)
{
	const struct rk_post *uit = NULL;
	size_t i;

	for (i = 0; i < v->aantal; i++)
		if (v->posten[i].eurocent > 0 &&
		    (!uit || v->posten[i].eurocent > uit->eurocent))
			uit = &v->posten[i];
	return uit;
}

void
rk_verkeerde_zak_zoek(struct rk_resultaat *uit, const struct rk_memory *m)
{
	size_t ruimte = 0, i;
	int modus;

	for (modus = 0; modus < RK_MODI; modus++) {
		const struct rk_verdeling *v =
		    &uit->modi[modus].baten_per_betaler;
		const struct rk_post *baat = grootste(v);

		if (uit->modi[modus].totale_baten <= 0 || !baat)
			continue;
		for (i = 0; i < v->aantal; i++) {
			if (v->posten[i].eurocent >= 0)
				continue;
			uit->verkeerde_zak = rk_groei(m, uit->verkeerde_zak,
			    uit->aantal_verkeerde_zak, &ruimte,
			    sizeof(*uit->verkeerde_zak));
			uit->verkeerde_zak[uit->aantal_verkeerde_zak++] =
			    (struct rk_verkeerde_zak){(enum rk_modus_naam)modus,
				v->posten[i].naam, -v->posten[i].eurocent,
				baat->naam, baat->eurocent};
		}
	}
}
