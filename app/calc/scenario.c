/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scenario.c - the sums of one scenario: rekenregels §3, §5.
 *
 * Every total is an addition of amounts that were rounded per line per year,
 * so all tables add up. A line beyond RK_MAX_BEDRAG counts as 0 after its
 * fault; with at most 500 lines of that size no sum leaves 64 bits.
 */
#include "calc/scenario.h"

#include "calc/disconto.h"
#include "calc/geheugen.h"
#include "calc/verdeling.h"

void
rk_fout_bedrag(
    const struct rk_berekening *b, int scenario, int regel, const char *veld)
{
	struct rk_plek p = {b->fouten, b->rekenaar, b->plan->plan, NULL,
	    scenario, regel, NULL, 0};

	rk_fout_bij(
	    &p, veld, "bedrag groter dan 9007199254740991 eurocent (2^53 - 1)");
}

void
rk_keur_verdeling(const struct rk_berekening *b, int scenario,
    const char *groep, const char *naam, const struct rk_verdeling *v)
{
	const struct rk_post *post;

	if (!rk_verdeling_past(v, &post))
		rk_fout_bedrag(b, scenario, -1,
		    rk_tekst(b->rekenaar->memory, "%s%s%s.%s", groep,
			*groep ? "." : "", naam, post->naam));
}

/* The year amounts of a line and their sum; all 0 after a fault. */
static void
tel_regel(struct rk_regel_bedrag *uit, struct rk_berekening *b,
    enum rk_scenario_naam naam, size_t i)
{
	int jaar, horizon = b->plan->horizon_jaren;
	bool past = true;

	for (jaar = 0; jaar < horizon && past; jaar++) {
		past = rk_regel_jaarbedrag(&uit->per_jaar[jaar], b->rekenaar,
			   &b->lopen[naam][i], jaar) &&
		       rk_bedrag_past(uit->per_jaar[jaar]);
		if (past)
			uit->totaal += uit->per_jaar[jaar];
	}
	if (past && rk_bedrag_past(uit->totaal))
		return;
	rk_fout_bedrag(b, (int)naam, (int)i, "");
	uit->totaal = 0;
	for (jaar = 0; jaar < horizon; jaar++)
		uit->per_jaar[jaar] = 0;
}

static void
tel_jaren(struct rk_scenario *uit, const struct rk_berekening *b,
    const struct rk_regel_bedrag *bedrag, bool interventie)
{
	int jaar;

	for (jaar = 0; jaar < b->plan->horizon_jaren; jaar++) {
		int64_t cw = 0;

		/* A year amount is below 2^53 and a factor below 1.23. */
		if (!rk_contant(&cw, b->rekenaar, bedrag->per_jaar[jaar],
			b->factoren[jaar]))
			rk_fout_bedrag(b, -1, -1, "contante_waarde");
		uit->per_jaar[jaar] += bedrag->per_jaar[jaar];
		uit->contante_waarde += cw;
		if (interventie)
			uit->interventiekosten_cw += cw;
	}
}

static void
tel_betalers(struct rk_scenario *uit, const struct rk_berekening *b,
    const struct rk_gekeurde_regel *regel, int64_t totaal)
{
	const struct rk_memory *m = b->rekenaar->memory;
	const struct rk_regel *bron = regel->bron;
	int64_t *delen;
	size_t i;

	if (!regel->delen) {
		rk_verdeling_tel_op(
		    &uit->per_betaler, m, bron->betaler, totaal);
		return;
	}
	delen = rk_alloc_nul(m, bron->aantal_betalers, sizeof(*delen));
	rk_regel_verdeel(delen, b->rekenaar, regel, totaal);
	for (i = 0; i < bron->aantal_betalers; i++)
		rk_verdeling_tel_op(
		    &uit->per_betaler, m, bron->betalers[i].betaler, delen[i]);
}

static void
tel_op(struct rk_scenario *uit, struct rk_berekening *b,
    const struct rk_gekeurde_regel *regel, const struct rk_regel_bedrag *bedrag)
{
	const struct rk_memory *m = b->rekenaar->memory;
	int64_t totaal = bedrag->totaal;

	uit->totaal += totaal;
	if (regel->overdracht)
		uit->waarvan_overdrachten += totaal;
	if (regel->interventie)
		uit->interventiekosten += totaal;
	tel_jaren(uit, b, bedrag, regel->interventie);
	rk_verdeling_tel_op(&uit->per_wet, m, regel->bron->wet, totaal);
	rk_verdeling_tel_op(&uit->per_domein, m, regel->bron->domein, totaal);
	tel_betalers(uit, b, regel, totaal);
}

static void
keur_grenzen(const struct rk_scenario *s, const struct rk_berekening *b,
    enum rk_scenario_naam naam)
{
	if (!rk_bedrag_past(s->totaal)) {
		rk_fout_bedrag(b, (int)naam, -1, "totaal");
		return; /* its parts would say the same */
	}
	if (!rk_bedrag_past(s->contante_waarde))
		rk_fout_bedrag(b, (int)naam, -1, "contante_waarde");
	if (!rk_bedrag_past(s->totaal_publiek))
		rk_fout_bedrag(b, (int)naam, -1, "totaal_publiek");
	rk_keur_verdeling(b, (int)naam, "", "per_betaler", &s->per_betaler);
}

void
rk_scenario_bereken(struct rk_scenario *uit, struct rk_berekening *b,
    enum rk_scenario_naam naam)
{
	const struct rk_memory *m = b->rekenaar->memory;
	size_t n = b->plan->aantal[naam], i;
	size_t horizon = (size_t)b->plan->horizon_jaren;
	int64_t *per_jaar =
	    rk_alloc_nul(m, (n + 1) * horizon, sizeof(*per_jaar));

	uit->aantal_regels = n;
	uit->regels = rk_alloc_nul(m, n, sizeof(*uit->regels));
	uit->per_jaar = per_jaar + n * horizon;
	b->lopen[naam] = rk_alloc_nul(m, n, sizeof(**b->lopen));
	for (i = 0; i < n; i++) {
		const struct rk_gekeurde_regel *regel =
		    &b->plan->regels[naam][i];

		b->lopen[naam][i] = rk_regel_loop(b->rekenaar, regel);
		uit->regels[i] = (struct rk_regel_bedrag){
		    regel->bron->id, 0, per_jaar + i * horizon};
		tel_regel(&uit->regels[i], b, naam, i);
		tel_op(uit, b, regel, &uit->regels[i]);
	}
	for (i = 0; i < uit->per_betaler.aantal; i++)
		if (rk_betaler_is_publiek(uit->per_betaler.posten[i].naam))
			uit->totaal_publiek +=
			    uit->per_betaler.posten[i].eurocent;
	keur_grenzen(uit, b, naam);
}
