/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * feedback_sum.c - the sums of the feedback page: both plans in words, their
 * pictures, who pays and who benefits, and what another judgement would do.
 * The two modes stand beside each other and are never added.
 */
#include "web/feedback_sum.h"

#include "base/text.h"
#include "core/plan_words.h"

#include <string.h>

static struct said_of
side_of(const struct feedback_side *side)
{
	return (struct said_of){ &side->sum, side->plan, side->title,
		side->explain };
}

/* What the sum says whatever threatens. */
static void
fill_words(struct feedback_side *side, struct arena *a)
{
	const struct said_of of = side_of(side);

	side->words_now = said_sum(a, SAID_NOW, &of);
	side->words_present = said_sum(a, SAID_PRESENT, &of);
	side->words_practice = said_sum(a, SAID_PRACTICE, &of);
	side->words_payback_now = said_sum(a, SAID_PAYBACK_NOW, &of);
}

/* Only where a threat stands in the sum. */
static void
fill_threat(struct feedback_side *side, struct arena *a)
{
	const struct said_of of = side_of(side);

	side->words_threat = said_sum(a, SAID_THREAT, &of);
	side->gain[RK_TOV_DREIGEND] = explained_gain(a, side->sum.result,
	    RK_TOV_DREIGEND, side->title, side->explain);
	side->words_even = said_sum(a, SAID_EVEN, &of);
	side->even_url =
	    url_query(a, side->explain, "cijfer", "break_even_kans");
	side->words_chance = said_sum(a, SAID_CHANCE, &of);
	side->words_success = said_sum(a, SAID_SUCCESS, &of);
	side->words_payback = said_sum(a, SAID_PAYBACK, &of);
	side->words_cash = said_sum(a, SAID_CASH, &of);
	side->sensitivity = plan_sum_sensitivity(&side->sum, a);
}

static void
fill_side(struct feedback_side *side, struct arena *a,
    const struct casus *casus)
{
	const struct rk_resultaat *r;

	plan_sum(&side->sum, a, side->plan, casus->members,
	    casus->member_count, casus->signals);
	r = side->sum.result;
	if (r == NULL)
		return;
	for (int s = 0; s < SCENARIO_COUNT; s++)
		side->totals[s] =
		    explained_total(a, r, (enum scenario)s, side->title,
			side->explain);
	side->gain[RK_TOV_HUIDIG] =
	    explained_gain(a, r, RK_TOV_HUIDIG, side->title,
		side->explain);
	side->gain[RK_TOV_DREIGEND].amount = "–";
	fill_words(side, a);
	if (side->sum.count[SCENARIO_DREIGEND] > 0) {
		fill_threat(side, a);
		return;
	}
	side->words_threat = said_plain("Wat er gebeurt als het misgaat, staat "
					"niet in deze rekensom.");
	side->words_even = said_plain("Daarom valt niet te zeggen bij welke "
				      "kans het plan voordelig is.");
}

static int64_t
larger(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

static int64_t
largest_of(const struct feedback_side *side, enum rk_modus_naam mode)
{
	const struct rk_resultaat *r = side->sum.result;

	return r == NULL ? 0 : bars_largest(&r->modi[mode].baten_per_wet);
}

static void
draw_side(struct feedback_side *side, struct arena *a, int64_t now,
    int64_t threat)
{
	const struct rk_resultaat *r = side->sum.result;

	if (r == NULL)
		return;
	side->now = bars_make(a, arena_printf(a, "%s-nu", side->id),
	    arena_printf(a, "%s: baten per wet, vergeleken met nu",
		side->title),
	    "Wet", &r->modi[RK_TOV_HUIDIG].baten_per_wet, now);
	side->threat = bars_make(a, arena_printf(a, "%s-dreigend", side->id),
	    arena_printf(a, "%s: baten per wet, vergeleken met de dreigende "
			    "situatie", side->title),
	    "Wet", &r->modi[RK_TOV_DREIGEND].baten_per_wet, threat);
	bars_explain(&side->now, a, side->explain,
	    "tov_huidige_situatie.baten_per_wet");
	bars_explain(&side->threat, a, side->explain,
	    "tov_dreigende_situatie.baten_per_wet");
	bars_mark_practice(&side->now, a, r, RK_TOV_HUIDIG);
	bars_mark_practice(&side->threat, a, r, RK_TOV_DREIGEND);
}

static void
draw_line(struct feedback_side *side, struct arena *a,
    struct chance_reach reach)
{
	if (side->sensitivity == NULL)
		return;
	side->line = chance_line_make(a, arena_printf(a, "%s-kans", side->id),
	    arena_printf(a, "%s: baten als de kans verandert", side->title),
	    side->sum.result, side->sensitivity, reach);
	chance_line_explain(&side->line, a, side->explain, side->title);
}

static void
draw_lines(struct feedback_view *v, struct arena *a)
{
	struct chance_reach reach = { 0 };

	if (v->mine.sensitivity != NULL)
		chance_reach_widen(&reach, v->mine.sensitivity);
	if (v->expert.sensitivity != NULL && v->parts[PART_SUM].is_shown)
		chance_reach_widen(&reach, v->expert.sensitivity);
	draw_line(&v->mine, a, reach);
	draw_line(&v->expert, a, reach);
}

/* Both plans on one scale per mode, so that they can be compared by eye. */
static void
draw_both(struct feedback_view *v, struct arena *a)
{
	int64_t now = largest_of(&v->mine, RK_TOV_HUIDIG);
	int64_t threat = largest_of(&v->mine, RK_TOV_DREIGEND);

	if (v->parts[PART_SUM].is_shown) {
		now = larger(now, largest_of(&v->expert, RK_TOV_HUIDIG));
		threat = larger(threat, largest_of(&v->expert,
		    RK_TOV_DREIGEND));
	}
	draw_side(&v->mine, a, now, threat);
	draw_side(&v->expert, a, now, threat);
	draw_lines(v, a);
}

static struct explained
amount_for(struct arena *a, const struct feedback_side *side,
    enum rk_modus_naam mode, const char *payer)
{
	const struct rk_resultaat *r = side->sum.result;
	const struct rk_verdeling *list;

	if (r == NULL)
		return (struct explained){ "–", "", NULL };
	list = &r->modi[mode].baten_per_betaler;
	for (size_t i = 0; i < list->aantal; i++)
		if (strcmp(list->posten[i].naam, payer) == 0)
			return explained_make(a,
			    text_euro_whole(a, list->posten[i].eurocent),
			    arena_printf(a, "%s %s, %s", payer,
				mode == RK_TOV_HUIDIG ?
				    "vergeleken met nu" :
				    "vergeleken met de dreiging",
				side->title),
			    side->explain,
			    arena_printf(a, "%s.baten_per_betaler.%s",
				rk_modus_tekst(mode), payer));
	return (struct explained){ "–", "", NULL };
}

/* Adds the payers of one mode of one plan that are not in the list yet. */
static size_t
collect_payers(struct feedback_payer *list, size_t n,
    const struct feedback_side *side, enum rk_modus_naam mode)
{
	const struct rk_verdeling *from;

	if (side->sum.result == NULL)
		return n;
	from = &side->sum.result->modi[mode].baten_per_betaler;
	for (size_t i = 0; i < from->aantal; i++) {
		size_t at = 0;

		while (at < n && strcmp(list[at].name, from->posten[i].naam) != 0)
			at++;
		if (at == n)
			list[n++].name = from->posten[i].naam;
	}
	return n;
}

enum { PAYERS_MAX = 11 * 4 };

static void
fill_payers(struct feedback_view *v, struct arena *a)
{
	struct feedback_payer *list = arena_array(a, PAYERS_MAX, sizeof(*list));
	size_t n = 0;

	for (int mode = 0; mode < RK_MODI; mode++) {
		n = collect_payers(list, n, &v->mine, (enum rk_modus_naam)mode);
		if (v->parts[PART_SUM].is_shown)
			n = collect_payers(list, n, &v->expert,
			    (enum rk_modus_naam)mode);
	}
	for (size_t i = 0; i < n; i++)
		for (int mode = 0; mode < RK_MODI; mode++) {
			list[i].mine[mode] = amount_for(a, &v->mine,
			    (enum rk_modus_naam)mode, list[i].name);
			list[i].expert[mode] = amount_for(a, &v->expert,
			    (enum rk_modus_naam)mode, list[i].name);
		}
	v->payers = list;
	v->payer_count = n;
}

/* Who pays in the maker's plan, one picture per mode on one scale. */
static void
draw_payers(struct feedback_view *v, struct arena *a)
{
	const struct rk_resultaat *r = v->mine.sum.result;
	const struct rk_verdeling *now, *threat;
	int64_t largest;

	if (r == NULL)
		return;
	now = &r->modi[RK_TOV_HUIDIG].baten_per_betaler;
	threat = &r->modi[RK_TOV_DREIGEND].baten_per_betaler;
	largest = larger(bars_largest(now), bars_largest(threat));
	v->payers_now = bars_make(a, "wie-nu",
	    arena_printf(a, "%s: wie betaalt en wie baat, vergeleken met nu",
		v->mine.title),
	    "Wie", now, largest);
	v->payers_threat = bars_make(a, "wie-dreigend",
	    arena_printf(a, "%s: wie betaalt en wie baat, vergeleken met de "
			    "dreigende situatie", v->mine.title),
	    "Wie", threat, largest);
	bars_explain(&v->payers_now, a, v->mine.explain,
	    "tov_huidige_situatie.baten_per_betaler");
	bars_explain(&v->payers_threat, a, v->mine.explain,
	    "tov_dreigende_situatie.baten_per_betaler");
}

/* Against what threatens only when a threat stands in the sum. */
static void
fill_pockets(struct feedback_view *v, struct arena *a)
{
	const struct rk_resultaat *r = v->mine.sum.result;
	const struct said_of of = side_of(&v->mine);

	if (r == NULL)
		return;
	v->pockets = arena_array(a, r->aantal_verkeerde_zak, sizeof(*v->pockets));
	for (size_t i = 0; i < r->aantal_verkeerde_zak; i++)
		if (r->verkeerde_zak[i].modus == RK_TOV_HUIDIG ||
		    v->mine.sensitivity != NULL)
			v->pockets[v->pocket_count++] = said_pocket(a, i, &of);
}

static const char *
even_words(struct arena *a, const struct rk_break_even *b)
{
	switch (b->duiding) {
	case RK_ALTIJD_VOORDELIG:
		return "bij elke kans";
	case RK_NOOIT_VOORDELIG:
		return "bij geen kans";
	case RK_VOORDELIG_VANAF:
		return arena_printf(a, "vanaf %d %%", b->drempel_pct);
	case RK_VOORDELIG_TOT:
		return arena_printf(a, "tot en met %d %%", b->drempel_pct);
	}
	return "";
}

/* The path of a figure of the changed plan: `key`, or in the plan itself. */
static struct explained
whatif_figure(const struct feedback_view *v, struct arena *a,
    const char *amount, const char *of, const char *change, const char *key)
{
	const struct feedback_whatif *row = &v->whatif[v->whatif_count];

	return explained_make(a, amount,
	    arena_printf(a, "%s, %s", of, row->name), v->mine.explain,
	    change == NULL ? key : arena_printf(a, "%s.%s", change, key));
}

/* change: the path of what is otherwise; NULL for the plan as it is. */
static void
add_whatif(struct feedback_view *v, struct arena *a, const char *name,
    const struct rk_uitkomst *outcome, const char *change)
{
	struct feedback_whatif *row = &v->whatif[v->whatif_count];

	*row = (struct feedback_whatif){ name, { "te groot", NULL, NULL },
		{ "te groot", NULL, NULL }, { "–", NULL, NULL } };
	if (outcome->bekend) {
		row->now = whatif_figure(v, a,
		    text_euro_whole(a, outcome->totale_baten[RK_TOV_HUIDIG]),
		    "baten tegenover nu", change,
		    "tov_huidige_situatie.totale_baten");
		row->threat = whatif_figure(v, a,
		    text_euro_whole(a, outcome->totale_baten[RK_TOV_DREIGEND]),
		    "baten tegenover dreigend", change,
		    "tov_dreigende_situatie.totale_baten");
		row->even = whatif_figure(v, a,
		    even_words(a, &outcome->break_even_kans),
		    "kans waarbij het omslaat", change, "break_even_kans");
	}
	v->whatif_count++;
}

static void
fill_tariffs(struct feedback_view *v, struct arena *a,
    const struct rk_gevoeligheid *g)
{
	for (size_t i = 0; i < g->aantal_tarieven; i++) {
		const struct rk_bij_tarief *t = &g->tarieven[i];
		const char *change =
		    arena_printf(a, "gevoeligheid.tarieven[%zu]", i);
		const struct plan_line *line =
		    &v->mine.plan->lines[plan_sum_index(&v->mine.sum,
			(enum scenario)t->scenario, (int)t->regel)];
		const char *price = tariff_words(a, line->tarief_eurocent,
		    line->eenheid);

		add_whatif(v, a, arena_printf(a, "%s (%s) 20 %% goedkoper",
		    line->omschrijving, price), &t->lager,
		    arena_printf(a, "%s.min_20_pct", change));
		add_whatif(v, a, arena_printf(a, "%s (%s) 20 %% duurder",
		    line->omschrijving, price), &t->hoger,
		    arena_printf(a, "%s.plus_20_pct", change));
	}
}

/* How the outcome moves with tariffs, years and success: rekenregels §7. */
static void
fill_whatif(struct feedback_view *v, struct arena *a)
{
	const struct rk_gevoeligheid *g = v->mine.sensitivity;
	const struct rk_resultaat *r = v->mine.sum.result;
	const struct said_of of = side_of(&v->mine);

	if (g == NULL)
		return;
	add_whatif(v, a, "Zoals het plan is",
	    &(struct rk_uitkomst){ true,
		{ r->modi[RK_TOV_HUIDIG].totale_baten,
		    r->modi[RK_TOV_DREIGEND].totale_baten },
		r->break_even_kans }, NULL);
	fill_tariffs(v, a, g);
	for (int i = 0; i < RK_HORIZONNEN; i++)
		add_whatif(v, a, arena_printf(a, "Gerekend over %d jaar",
		    g->horizonnen[i].horizon_jaren),
		    &g->horizonnen[i].uitkomst,
		    arena_printf(a, "gevoeligheid.horizonnen[%d].uitkomst", i));
	for (size_t i = 0; i < g->aantal_slaagkansen; i++)
		if (g->slaagkansen[i].bekend)
			v->success[v->success_count++] =
			    said_success_at(a, i, g, &of);
}

void
feedback_sum_fill(struct feedback_view *v, struct arena *a)
{
	fill_side(&v->mine, a, v->casus);
	fill_side(&v->expert, a, v->casus);
	draw_both(v, a);
	fill_payers(v, a);
	draw_payers(v, a);
	fill_pockets(v, a);
	fill_whatif(v, a);
}
