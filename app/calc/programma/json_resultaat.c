/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * json_resultaat.c - a result as JSON: rekenregels §11. Keys are those of the
 * contract; schema/resultaat.json describes them.
 */
#include "calc/programma/json_resultaat.h"

#include "calc/programma/json_gevoeligheid.h"

static void
schrijf_verdeling(
    struct json_uit *u, const char *sleutel, const struct rk_verdeling *v)
{
	size_t i;

	json_begin(u, sleutel, '{');
	for (i = 0; i < v->aantal; i++)
		json_getal(u, v->posten[i].naam, v->posten[i].eurocent);
	json_eind(u, '}');
}

static void
schrijf_jaren(
    struct json_uit *u, const char *sleutel, const int64_t *per_jaar, int n)
{
	int jaar;

	json_begin(u, sleutel, '[');
	for (jaar = 0; jaar < n; jaar++)
		json_getal(u, NULL, per_jaar[jaar]);
	json_eind(u, ']');
}

static void
schrijf_kasstroom(struct json_uit *u, const struct rk_kasstroom *k)
{
	json_begin(u, "kasstroom", '{');
	json_getal(u, "beschikbaarheid", k->beschikbaarheid);
	json_getal(u, "onbekend", k->onbekend);
	json_getal(u, "variabel", k->variabel);
	json_eind(u, '}');
}

static void
schrijf_scenario(struct json_uit *u, const char *sleutel,
    const struct rk_scenario *s, int jaren)
{
	size_t i;

	json_begin(u, sleutel, '{');
	json_getal(u, "contante_waarde", s->contante_waarde);
	json_getal(u, "interventiekosten", s->interventiekosten);
	json_getal(u, "interventiekosten_cw", s->interventiekosten_cw);
	schrijf_kasstroom(u, &s->kasstroom);
	schrijf_verdeling(u, "per_betaler", &s->per_betaler);
	schrijf_verdeling(u, "per_domein", &s->per_domein);
	schrijf_jaren(u, "per_jaar", s->per_jaar, jaren);
	schrijf_verdeling(u, "per_wet", &s->per_wet);
	json_begin(u, "regels", '{');
	for (i = 0; i < s->aantal_regels; i++)
		json_getal(u, s->regels[i].id, s->regels[i].totaal);
	json_eind(u, '}');
	json_begin(u, "regels_per_jaar", '{');
	for (i = 0; i < s->aantal_regels; i++)
		schrijf_jaren(u, s->regels[i].id, s->regels[i].per_jaar, jaren);
	json_eind(u, '}');
	json_getal(u, "totaal", s->totaal);
	json_getal(u, "totaal_publiek", s->totaal_publiek);
	schrijf_verdeling(u, "voorbeeld_per_wet", &s->voorbeeld_per_wet);
	json_getal(u, "waarvan_overdrachten", s->waarvan_overdrachten);
	json_getal(u, "waarvan_voorbeeld", s->waarvan_voorbeeld);
	json_eind(u, '}');
}

static void
schrijf_modus(struct json_uit *u, const char *sleutel, const struct rk_modus *m)
{
	json_begin(u, sleutel, '{');
	schrijf_verdeling(u, "baten_per_betaler", &m->baten_per_betaler);
	schrijf_verdeling(u, "baten_per_domein", &m->baten_per_domein);
	schrijf_verdeling(u, "baten_per_wet", &m->baten_per_wet);
	json_getal(u, "contante_waarde", m->contante_waarde);
	json_getal(u, "extra_inzet", m->extra_inzet);
	schrijf_kasstroom(u, &m->kasstroom);
	if (m->terugverdientijd_maand == RK_NIET_TERUGVERDIEND)
		json_niets(u, "terugverdientijd_maand");
	else
		json_getal(
		    u, "terugverdientijd_maand", m->terugverdientijd_maand);
	json_getal(u, "totale_baten", m->totale_baten);
	json_getal(u, "totale_baten_excl_overdrachten",
	    m->totale_baten_excl_overdrachten);
	json_getal(u, "totale_baten_publiek", m->totale_baten_publiek);
	json_getal(u, "vrijval", m->vrijval);
	json_eind(u, '}');
}

static void
schrijf_break_even(struct json_uit *u, const struct rk_break_even *b)
{
	json_begin(u, "break_even_kans", '{');
	json_tekst(u, "decimaal4", b->decimaal4);
	json_tekst(u, "duiding", rk_duiding_tekst(b->duiding));
	if (b->noemer != 0) {
		json_getal(u, "noemer_eurocent", b->noemer);
		json_getal(u, "teller_eurocent", b->teller);
	}
	json_eind(u, '}');
}

static void
schrijf_verwachting(struct json_uit *u, const struct rk_verwachting *v)
{
	if (!v->gegeven)
		return;
	json_begin(u, "verwachting", '{');
	if (v->met_slaagkans)
		json_tekst(u, "break_even_slaagkans", v->break_even_slaagkans);
	json_tekst(u, "kans_dreigend", v->kans_dreigend);
	if (v->met_slaagkans)
		json_tekst(u, "slaagkans", v->slaagkans);
	json_getal(u, "verwacht_nulalternatief", v->verwacht_nulalternatief);
	json_getal(u, "verwachte_baten", v->verwachte_baten);
	if (v->met_slaagkans) {
		json_getal(u, "verwachte_baten_met_slaagkans",
		    v->verwachte_baten_met_slaagkans);
		json_getal(u, "verwachte_plankosten", v->verwachte_plankosten);
	}
	json_eind(u, '}');
}

static void
schrijf_verkeerde_zak(struct json_uit *u, const struct rk_resultaat *r)
{
	size_t i;

	json_begin(u, "verkeerde_zak", '[');
	for (i = 0; i < r->aantal_verkeerde_zak; i++) {
		const struct rk_verkeerde_zak *z = &r->verkeerde_zak[i];

		json_begin(u, NULL, '{');
		json_tekst(u, "modus", rk_modus_tekst(z->modus));
		json_tekst(u, "betaler", z->betaler);
		json_getal(u, "tekort_eurocent", z->tekort);
		json_tekst(u, "medefinancier", z->medefinancier);
		json_getal(
		    u, "baat_medefinancier_eurocent", z->baat_medefinancier);
		json_eind(u, '}');
	}
	json_eind(u, ']');
}

static void
schrijf_signalen(struct json_uit *u, const struct rk_resultaat *r)
{
	size_t i, k;

	json_begin(u, "signalen", '[');
	for (i = 0; i < r->aantal_signalen; i++) {
		const struct rk_signaal *s = &r->signalen[i];

		json_begin(u, NULL, '{');
		json_tekst(u, "code", s->code);
		json_tekst(u, "ernst", rk_ernst_tekst(s->ernst));
		json_begin(u, "paden", '[');
		for (k = 0; k < s->aantal_paden; k++)
			json_tekst(u, NULL, s->paden[k]);
		json_eind(u, ']');
		json_tekst(u, "tekst", s->tekst);
		json_eind(u, '}');
	}
	json_eind(u, ']');
}

static void
schrijf_echo(struct json_uit *u, const json_t *document)
{
	static const char *const ECHO[] = {"vector", "titel", "id", "versie",
	    "prijspeil_jaar", "tarieventabel_versie"};
	size_t i;

	for (i = 0; i < sizeof(ECHO) / sizeof(*ECHO); i++) {
		const json_t *waarde = json_object_get(document, ECHO[i]);

		if (json_is_string(waarde))
			json_tekst(u, ECHO[i], json_string_value(waarde));
		else if (waarde)
			json_getal(u, ECHO[i], json_integer_value(waarde));
	}
}

void
json_schrijf_resultaat(struct json_uit *u, const struct json_resultaat *van)
{
	const struct rk_resultaat *r = van->uit;
	int i;

	json_begin(u, NULL, '{');
	schrijf_echo(u, van->document);
	json_tekst(u, "rekenregels_versie", r->rekenregels_versie);
	json_getal(u, "horizon_jaren", r->horizon_jaren);
	schrijf_break_even(u, &r->break_even_kans);
	json_begin(u, "scenarios", '{');
	for (i = 0; i < RK_SCENARIOS; i++)
		schrijf_scenario(u, rk_scenario_tekst((enum rk_scenario_naam)i),
		    &r->scenarios[i], r->horizon_jaren);
	json_eind(u, '}');
	for (i = 0; i < RK_MODI; i++)
		schrijf_modus(
		    u, rk_modus_tekst((enum rk_modus_naam)i), &r->modi[i]);
	schrijf_verwachting(u, &r->verwachting);
	json_getal(u, "voorkomen_verergering", r->voorkomen_verergering);
	schrijf_verkeerde_zak(u, r);
	schrijf_signalen(u, r);
	json_schrijf_gevoeligheid(u, van->gevoeligheid, r, van->plan);
	json_eind(u, '}');
	json_klaar(u);
}

void
json_schrijf_fouten(
    struct json_uit *u, const struct rk_fouten *fouten, long regel)
{
	size_t i;

	json_begin(u, NULL, '{');
	json_getal(u, "regel", regel);
	json_begin(u, "fouten", '[');
	for (i = 0; i < fouten->aantal; i++) {
		json_begin(u, NULL, '{');
		json_tekst(u, "pad", fouten->lijst[i].pad);
		json_tekst(u, "uitleg", fouten->lijst[i].uitleg);
		json_eind(u, '}');
	}
	json_eind(u, ']');
	json_eind(u, '}');
	json_klaar(u);
}

void
json_schrijf_dashboard(
    struct json_uit *u, const struct rk_dashboard *d, int64_t horizon_jaren)
{
	int i;

	json_begin(u, NULL, '{');
	json_tekst(u, "rekenregels_versie", RK_REKENREGELS_VERSIE);
	if (horizon_jaren > 0)
		json_getal(u, "horizon_jaren", horizon_jaren);
	else
		json_niets(u, "horizon_jaren");
	for (i = 0; i < RK_MODI; i++) {
		const struct rk_dashboard_modus *m = &d->modi[i];

		json_begin(u, rk_modus_tekst((enum rk_modus_naam)i), '{');
		json_getal(u, "aantal_plannen", d->aantal_plannen);
		json_getal(u, "totale_baten", m->totale_baten);
		if (d->aantal_plannen > 0)
			json_getal(u, "gemiddelde_baten",
			    rk_dashboard_gemiddelde(d, (enum rk_modus_naam)i));
		else
			json_niets(u, "gemiddelde_baten");
		schrijf_verdeling(u, "baten_per_stroom", &m->baten_per_stroom);
		schrijf_verdeling(u, "baten_per_domein", &m->baten_per_domein);
		schrijf_verdeling(
		    u, "baten_per_betaler", &m->baten_per_betaler);
		schrijf_verdeling(u, "kasstroom", &m->kasstroom);
		json_eind(u, '}');
	}
	json_eind(u, '}');
	json_klaar(u);
}
