/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * json_gevoeligheid.c - the sensitivity as JSON: rekenregels §7. An outcome
 * that is not known, because an amount would be too large, is null.
 */
#include "calc/programma/json_gevoeligheid.h"

static void
schrijf_uitkomst(
    struct json_uit *u, const char *sleutel, const struct rk_uitkomst *uitkomst)
{
	const struct rk_break_even *b = &uitkomst->break_even_kans;
	int i;

	if (!uitkomst->bekend) {
		json_niets(u, sleutel);
		return;
	}
	json_begin(u, sleutel, '{');
	for (i = 0; i < RK_MODI; i++)
		json_getal(u, rk_modus_tekst((enum rk_modus_naam)i),
		    uitkomst->totale_baten[i]);
	json_tekst(u, "break_even_kans", b->decimaal4);
	json_tekst(u, "duiding", rk_duiding_tekst(b->duiding));
	json_eind(u, '}');
}

static void
schrijf_kansen(struct json_uit *u, const struct rk_gevoeligheid *g)
{
	int i;

	json_begin(u, "kansen", '[');
	for (i = 0; i < RK_KANSEN; i++) {
		const struct rk_bij_kans *k = &g->kansen[i];

		json_begin(u, NULL, '{');
		json_tekst(u, "kans_dreigend", k->kans_dreigend);
		json_getal(
		    u, "verwacht_nulalternatief", k->verwacht_nulalternatief);
		json_getal(u, "verwachte_baten", k->verwachte_baten);
		json_eind(u, '}');
	}
	json_eind(u, ']');
}

static void
schrijf_slaagkansen(struct json_uit *u, const struct rk_gevoeligheid *g)
{
	size_t i;

	json_begin(u, "slaagkansen", '[');
	for (i = 0; i < g->aantal_slaagkansen; i++) {
		const struct rk_bij_slaagkans *k = &g->slaagkansen[i];

		if (!k->bekend) {
			json_niets(u, NULL);
			continue;
		}
		json_begin(u, NULL, '{');
		json_tekst(u, "slaagkans", k->slaagkans);
		json_getal(u, "verwachte_plankosten", k->verwachte_plankosten);
		json_getal(u, "verwachte_baten", k->verwachte_baten);
		json_eind(u, '}');
	}
	json_eind(u, ']');
}

static void
schrijf_tarieven(struct json_uit *u, const struct rk_gevoeligheid *g,
    const struct rk_resultaat *r, const struct rk_plan *plan)
{
	size_t i;

	json_begin(u, "tarieven", '[');
	for (i = 0; i < g->aantal_tarieven; i++) {
		const struct rk_bij_tarief *t = &g->tarieven[i];
		const struct rk_regel *regel =
		    &plan->scenarios[t->scenario].regels[t->regel];

		json_begin(u, NULL, '{');
		json_tekst(u, "scenario", rk_scenario_tekst(t->scenario));
		json_tekst(u, "regel",
		    r->scenarios[t->scenario].regels[t->regel].id);
		json_tekst(u, "code", regel->code);
		json_getal(
		    u, "tarief_eurocent", regel->tarief_eurocent.waarde);
		json_getal(u, "bedrag", t->bedrag);
		json_getal(u, "aantal_regels", (int64_t)t->aantal_regels);
		schrijf_uitkomst(u, "min_20_pct", &t->lager);
		schrijf_uitkomst(u, "plus_20_pct", &t->hoger);
		json_eind(u, '}');
	}
	json_eind(u, ']');
}

void
json_schrijf_gevoeligheid(struct json_uit *u, const struct rk_gevoeligheid *g,
    const struct rk_resultaat *r, const struct rk_plan *plan)
{
	const struct rk_break_even *b = &r->break_even_kans;
	int i;

	json_begin(u, "gevoeligheid", '{');
	json_tekst(u, "tekst", g->tekst);
	json_tekst(u, "break_even_kans", b->decimaal4);
	if (b->drempel_pct >= 0)
		json_getal(u, "drempel_pct", b->drempel_pct);
	else
		json_niets(u, "drempel_pct");
	if (b->een_op > 0)
		json_getal(u, "een_op", b->een_op);
	else
		json_niets(u, "een_op");
	schrijf_kansen(u, g);
	schrijf_slaagkansen(u, g);
	schrijf_tarieven(u, g, r, plan);
	json_begin(u, "horizonnen", '[');
	for (i = 0; i < RK_HORIZONNEN; i++) {
		json_begin(u, NULL, '{');
		json_getal(
		    u, "horizon_jaren", g->horizonnen[i].horizon_jaren);
		schrijf_uitkomst(u, "uitkomst", &g->horizonnen[i].uitkomst);
		json_eind(u, '}');
	}
	json_eind(u, ']');
	json_eind(u, '}');
}
