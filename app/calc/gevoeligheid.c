/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * gevoeligheid.c - the sensitivity of a plan: rekenregels §7.
 *
 * Nothing is computed by a rule of its own. Another chance goes through
 * rk_verwacht(), another amount through rk_regel_jaarbedrag() and
 * rk_contant(); of a plan with another tariff only the lines that move are
 * counted again.
 */
#include "calc/gevoeligheid.h"

#include <string.h>

#include "calc/disconto.h"
#include "calc/geheugen.h"
#include "calc/kans.h"
#include "calc/verdeling.h"

static const char *const KANSEN[RK_KANSEN] = {"0", "0.25", "0.5", "0.75", "1"};
static const int64_t KWARTEN[RK_KANSEN] = {0, 1, 2, 3, 4};
static const int HORIZONNEN[RK_HORIZONNEN] = {1, 3};

struct werk {
	struct rk_rekenaar *r;
	const struct rk_gekeurd *plan;
	const struct rk_resultaat *resultaat;
	struct rk_getal factoren[RK_MAX_HORIZON];
};

/* What rk_break_even() and the modes need of three scenarios. */
struct stand {
	struct rk_scenario scenarios[RK_SCENARIOS];
	bool past;
};

static struct rk_uitkomst
uitkomst(struct werk *w, const struct stand *s)
{
	struct rk_uitkomst uit = {0};
	int64_t plan = s->scenarios[RK_DOORBRAAK].totaal;
	int naam;

	if (!s->past)
		return uit;
	for (naam = 0; naam < RK_SCENARIOS; naam++)
		if (!rk_bedrag_past(s->scenarios[naam].totaal) ||
		    !rk_bedrag_past(s->scenarios[naam].contante_waarde))
			return uit;
	uit.bekend = true;
	uit.totale_baten[RK_TOV_HUIDIG] = s->scenarios[RK_HUIDIG].totaal - plan;
	uit.totale_baten[RK_TOV_DREIGEND] =
	    s->scenarios[RK_DREIGEND].totaal - plan;
	uit.break_even_kans = rk_break_even(w->r, s->scenarios);
	return uit;
}

/* Adds an amount of one year, or takes it out (teken -1). */
static void
tel(struct werk *w, struct stand *s, int naam, int jaar, int64_t eurocent,
    int teken)
{
	int64_t cw = 0;

	s->past = s->past && rk_bedrag_past(eurocent) &&
		  rk_contant(&cw, w->r, eurocent, w->factoren[jaar]);
	if (!s->past)
		return;
	s->scenarios[naam].totaal += teken * eurocent;
	s->scenarios[naam].contante_waarde += teken * cw;
}

/* A chance as the plan would have had it: rekenregels §5, by rk_verwacht(). */
static struct rk_verwachting
verwacht(struct werk *w, const char *kans, int64_t p_kwart, const char *slaag,
    int64_t q_kwart)
{
	struct rk_fouten fouten = {0};
	struct rk_plan plan = *w->plan->plan;
	struct rk_gekeurd gekeurd = *w->plan;
	struct rk_berekening b = {w->r, &fouten, &gekeurd, {{0}}, {0}};
	struct rk_verwachting uit;

	plan.kans_dreigend = kans;
	plan.slaagkans = slaag;
	gekeurd.plan = &plan;
	if (p_kwart >= 0)
		gekeurd.kans_dreigend = rk_breuk(w->r, p_kwart, 4);
	gekeurd.slaagkans = rk_breuk(w->r, q_kwart, 4);
	uit = rk_verwacht(&b, w->resultaat->scenarios);
	uit.gegeven = uit.gegeven && fouten.aantal == 0;
	return uit;
}

static void
andere_kansen(struct rk_gevoeligheid *uit, struct werk *w)
{
	const char *eigen = w->plan->plan->kans_dreigend;
	int i;

	for (i = 0; i < RK_KANSEN; i++) {
		struct rk_verwachting v =
		    verwacht(w, KANSEN[i], KWARTEN[i], NULL, 0);

		uit->kansen[i] = (struct rk_bij_kans){
		    KANSEN[i], v.verwacht_nulalternatief, v.verwachte_baten};
	}
	if (!eigen || !*eigen)
		return;
	for (i = 0; i < RK_SLAAGKANSEN; i++) {
		struct rk_verwachting v =
		    verwacht(w, eigen, -1, KANSEN[i + 2], KWARTEN[i + 2]);

		uit->slaagkansen[i] = (struct rk_bij_slaagkans){v.gegeven,
		    KANSEN[i + 2], v.verwachte_plankosten,
		    v.verwachte_baten_met_slaagkans};
	}
	uit->aantal_slaagkansen = RK_SLAAGKANSEN;
}

static const struct rk_regel *
regel_van(const struct werk *w, int naam, size_t i)
{
	return w->plan->regels[naam][i].bron;
}

static bool
al_gekozen(const struct rk_gevoeligheid *uit, const struct werk *w,
    const struct rk_regel *regel)
{
	size_t i;

	for (i = 0; i < uit->aantal_tarieven; i++)
		if (rk_zelfde_tarief(
			regel, regel_van(w, (int)uit->tarieven[i].scenario,
				   uit->tarieven[i].regel)))
			return true;
	return false;
}

/* The largest line of a tariff not chosen yet; of equals the first. */
static bool
volgende_grootste(struct rk_bij_tarief *tarief,
    const struct rk_gevoeligheid *uit, const struct werk *w)
{
	int naam;
	size_t i;

	*tarief = (struct rk_bij_tarief){0};
	for (naam = 0; naam < RK_SCENARIOS; naam++)
		for (i = 0; i < w->plan->aantal[naam]; i++) {
			int64_t bedrag =
			    w->resultaat->scenarios[naam].regels[i].totaal;

			if (bedrag <= tarief->bedrag ||
			    al_gekozen(uit, w, regel_van(w, naam, i)))
				continue;
			tarief->scenario = (enum rk_scenario_naam)naam;
			tarief->regel = i;
			tarief->bedrag = bedrag;
		}
	return tarief->bedrag > 0;
}

/* Exactly vijfden/5 of the tariff; rounded once per line per year (§2). */
static void
vervang_regel(
    struct werk *w, struct stand *s, int naam, size_t i, int64_t vijfden)
{
	const int64_t *oud = w->resultaat->scenarios[naam].regels[i].per_jaar;
	struct rk_gekeurde_regel regel = w->plan->regels[naam][i];
	struct rk_loop loop;
	int jaar;

	regel.vijfden = vijfden;
	loop = rk_regel_loop(w->r, &regel);
	for (jaar = 0; jaar < w->plan->horizon_jaren; jaar++) {
		int64_t nieuw = 0;

		s->past =
		    s->past && rk_regel_jaarbedrag(&nieuw, w->r, &loop, jaar);
		tel(w, s, naam, jaar, oud[jaar], -1);
		tel(w, s, naam, jaar, nieuw, 1);
	}
}

static struct rk_uitkomst
met_tarief(struct werk *w, struct rk_bij_tarief *tarief, int64_t vijfden)
{
	const struct rk_regel *met =
	    regel_van(w, (int)tarief->scenario, tarief->regel);
	struct stand s = {.past = true};
	int naam;
	size_t i;

	tarief->aantal_regels = 0;
	for (naam = 0; naam < RK_SCENARIOS; naam++) {
		const struct rk_scenario *was = &w->resultaat->scenarios[naam];

		s.scenarios[naam].totaal = was->totaal;
		s.scenarios[naam].contante_waarde = was->contante_waarde;
		for (i = 0; i < w->plan->aantal[naam]; i++)
			if (rk_zelfde_tarief(met, regel_van(w, naam, i))) {
				vervang_regel(w, &s, naam, i, vijfden);
				tarief->aantal_regels++;
			}
	}
	return uitkomst(w, &s);
}

static void
andere_tarieven(struct rk_gevoeligheid *uit, struct werk *w)
{
	struct rk_bij_tarief tarief;

	while (uit->aantal_tarieven < RK_TARIEVEN &&
	       volgende_grootste(&tarief, uit, w)) {
		tarief.lager = met_tarief(w, &tarief, 4);
		tarief.hoger = met_tarief(w, &tarief, 6);
		uit->tarieven[uit->aantal_tarieven++] = tarief;
	}
}

/* Years within the plan's own horizon are in the result already. */
static void
tel_regel(struct werk *w, struct stand *s, int naam, size_t i, int jaren)
{
	const int64_t *bekend =
	    w->resultaat->scenarios[naam].regels[i].per_jaar;
	int eigen = w->plan->horizon_jaren, jaar;
	struct rk_loop loop = {0};

	if (jaren > eigen)
		loop = rk_regel_loop(w->r, &w->plan->regels[naam][i]);
	for (jaar = 0; jaar < jaren; jaar++) {
		int64_t bedrag = 0;

		if (jaar < eigen)
			bedrag = bekend[jaar];
		else
			s->past = s->past && rk_regel_jaarbedrag(
						 &bedrag, w->r, &loop, jaar);
		tel(w, s, naam, jaar, bedrag, 1);
	}
}

static void
andere_horizonnen(struct rk_gevoeligheid *uit, struct werk *w)
{
	int naam, h;
	size_t i;

	for (h = 0; h < RK_HORIZONNEN; h++) {
		struct stand s = {.past = true};

		for (naam = 0; naam < RK_SCENARIOS; naam++)
			for (i = 0; i < w->plan->aantal[naam]; i++)
				tel_regel(w, &s, naam, i, HORIZONNEN[h]);
		uit->horizonnen[h] =
		    (struct rk_bij_horizon){HORIZONNEN[h], uitkomst(w, &s)};
	}
}

/* p* in words; a threshold that is no "1 op de n" is said in percents. */
static const char *
zeg(const struct rk_break_even *b, const struct rk_memory *m)
{
	switch (b->duiding) {
	case RK_ALTIJD_VOORDELIG:
		return "Dit plan is voordelig, hoe groot de kans op de "
		       "dreiging ook is.";
	case RK_NOOIT_VOORDELIG:
		return "Dit plan is in geld bij geen enkele kans op de "
		       "dreiging voordelig.";
	case RK_VOORDELIG_VANAF:
		if (b->een_op > 1)
			return rk_tekst(m,
			    "Dit plan is voordelig als de dreiging in ten "
			    "minste 1 op de %lld gevallen werkelijkheid wordt.",
			    (long long)b->een_op);
		return rk_tekst(m,
		    "Dit plan is voordelig als de dreiging in ten minste "
		    "%d %% van de gevallen werkelijkheid wordt.",
		    b->drempel_pct);
	case RK_VOORDELIG_TOT:
		break;
	}
	return rk_tekst(m,
	    "Dit plan is voordelig als de dreiging in ten hoogste %d %% van "
	    "de gevallen werkelijkheid wordt.",
	    b->drempel_pct);
}

static bool
is_van(const struct rk_resultaat *resultaat, const struct rk_gekeurd *plan)
{
	int naam;

	for (naam = 0; naam < RK_SCENARIOS; naam++)
		if (resultaat->scenarios[naam].aantal_regels !=
		    plan->aantal[naam])
			return false;
	return resultaat->horizon_jaren == plan->horizon_jaren;
}

enum rk_status
rk_gevoeligheid(struct rk_gevoeligheid **uit, const struct rk_plan *plan,
    const struct rk_resultaat *resultaat, const struct rk_memory *memory)
{
	struct rk_rekenaar rekenaar = {memory, false, NULL};
	struct rk_fouten fouten;
	struct rk_gekeurd gekeurd;
	struct werk w = {&rekenaar, &gekeurd, resultaat, {{0}}};

	*uit = NULL;
	rk_keur(&gekeurd, &fouten, &rekenaar, plan);
	if (fouten.aantal == 0 && is_van(resultaat, &gekeurd)) {
		*uit = rk_alloc_nul(memory, 1, sizeof(**uit));
		rk_discontofactoren(w.factoren, &rekenaar, gekeurd.disconto_pct,
		    RK_MAX_HORIZON);
		andere_kansen(*uit, &w);
		andere_tarieven(*uit, &w);
		andere_horizonnen(*uit, &w);
		(*uit)->tekst = zeg(&resultaat->break_even_kans, memory);
	}
	rk_rekenaar_sluit(&rekenaar);
	return *uit ? RK_GOED : RK_GEWEIGERD;
}
