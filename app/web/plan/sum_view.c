/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sum_view.c - the panel beside the lines: what the sum says now.
 */
#include "base/text.h"
#include "core/signal_words.h"
#include "pages.h"
#include "web/plan/rendement.h"

/* More would push the lines out of sight. */
enum { HINTS_OPEN = 3 };
static const char WHOSE[] = "jouw plan";

static void
fill_faults(struct plan_sum_view *v, struct arena *a, const struct plan *plan,
    const struct plan_sum *sum)
{
	v->faults = arena_array(a, sum->faults.aantal, sizeof(char *));
	for (size_t i = 0; i < sum->faults.aantal; i++) {
		const struct rk_fout *fault = &sum->faults.lijst[i];
		const struct plan_line *line =
		    plan_sum_at(sum, plan, fault->pad);

		v->faults[v->fault_count++] = line == NULL ?
		    fault->uitleg :
		    arena_printf(a, "%s: %s (%s)", line->omschrijving,
			fault->veld, fault->uitleg);
	}
}

static void
fill_hints(struct plan_sum_view *v, struct arena *a,
    const struct rk_resultaat *r)
{
	v->hints = arena_array(a, r->aantal_signalen, sizeof(char *));
	for (size_t i = 0; i < r->aantal_signalen; i++)
		if (signal_words_is_about_lines(r->signalen[i].code))
			v->hints[v->hint_count++] = r->signalen[i].tekst;
	v->hint_open_count = v->hint_count;
	if (v->hint_count > HINTS_OPEN + 1)
		v->hint_open_count = HINTS_OPEN;
	v->hints_rest = arena_printf(a, "Nog %zu opmerkingen",
	    v->hint_count - v->hint_open_count);
}

static const struct chance_line *
line_of(struct arena *a, const struct said_of *of)
{
	const struct rk_gevoeligheid *g = plan_sum_sensitivity(of->sum, a);
	struct chance_line *line = arena_alloc(a, sizeof(*line));
	struct chance_reach reach = { 0 };

	if (g == NULL)
		return NULL;
	chance_reach_widen(&reach, g);
	*line = chance_line_make(a, "som-kans", "Als de kans verandert",
	    of->sum->result, g, reach);
	chance_line_explain(line, a, of->explain, WHOSE);
	return line;
}

/* With a scenario still empty a difference would say nothing. */
static void
fill_words(struct plan_sum_view *v, struct arena *a, const struct said_of *of)
{
	const struct rk_resultaat *r = of->sum->result;

	v->now.amount = v->threat.amount = "–";
	if (of->sum->count[SCENARIO_DOORBRAAK] == 0) {
		v->words_now =
		    said_plain("Je doorbraak staat nog niet in de som.");
		v->words_threat = said_plain("Zet haar erin. Dan zie je wat "
					     "het plan kost.");
		return;
	}
	v->now = explained_gain(a, r, RK_TOV_HUIDIG, WHOSE, of->explain);
	v->words_now = said_sum(a, SAID_NOW, of);
	if (of->sum->count[SCENARIO_DREIGEND] == 0) {
		v->words_threat = said_plain("Wat er gebeurt als het misgaat, "
					     "staat nog niet in de som.");
		return;
	}
	v->threat = explained_gain(a, r, RK_TOV_DREIGEND, WHOSE, of->explain);
	v->even_url = url_query(a, of->explain, "cijfer", "break_even_kans");
	v->words_threat = said_sum(a, SAID_THREAT, of);
	v->words_even = said_sum(a, SAID_EVEN, of);
	v->words_chance = said_sum(a, SAID_CHANCE, of);
	v->words_success = said_sum(a, SAID_SUCCESS, of);
	v->words_payback = said_sum(a, SAID_PAYBACK, of);
	v->words_cash = said_sum(a, SAID_CASH, of);
	v->line = line_of(a, of);
}

/* Against what threatens only when a threat stands in the sum. */
static void
fill_pockets(struct plan_sum_view *v, struct arena *a, const struct said_of *of)
{
	const struct rk_resultaat *r = of->sum->result;

	v->pockets = arena_array(a, r->aantal_verkeerde_zak, sizeof(*v->pockets));
	for (size_t i = 0; i < r->aantal_verkeerde_zak; i++)
		if (r->verkeerde_zak[i].modus == RK_TOV_HUIDIG ||
		    v->line != NULL)
			v->pockets[v->pocket_count++] = said_pocket(a, i, of);
}

struct plan_sum_view
plan_sum_view_of(const struct exchange *ex, const struct plan_place *place,
    const struct plan *plan, const struct plan_sum *sum)
{
	struct arena *a = ex->arena;
	const struct rk_resultaat *r = sum->result;
	struct said_of of = { sum, plan, WHOSE, NULL };
	struct plan_sum_view v = {
		.url = plan_act_url(ex, place, "rendement", "som"),
		.is_empty = plan->line_count == 0,
	};

	if (r == NULL) {
		fill_faults(&v, a, plan, sum);
		return v;
	}
	of.explain = plan_act_url(ex, place, "rendement", "uitleg");
	fill_words(&v, a, &of);
	v.words_practice = said_sum(a, SAID_PRACTICE, &of);
	if (sum->count[SCENARIO_DOORBRAAK] > 0) {
		v.words_present = said_sum(a, SAID_PRESENT, &of);
		fill_pockets(&v, a, &of);
	}
	for (int s = 0; s < SCENARIO_COUNT; s++)
		v.totals[s] = explained_total(a, r, (enum scenario)s,
		    WHOSE, of.explain);
	fill_hints(&v, a, r);
	return v;
}

void
ask_sum(struct exchange *ex)
{
	struct plan_place place;

	if (plan_find(ex, &place))
		plan_ask(ex->batch, &place.key, PLAN_NEWEST);
}

void
show_sum(struct exchange *ex)
{
	struct plan_place place;
	struct plan_record record;
	struct plan_sum sum;
	struct plan_sum_view v;
	struct html h = html_new(ex->arena);

	if (!plan_find(ex, &place) || !plan_load(ex, &place, &record))
		return;
	if (ex->part == NULL) { /* somebody opened the address itself */
		respond_redirect(ex, plan_url(ex, &place, "rendement"));
		return;
	}
	plan_sum(&sum, ex->arena, &record.plan, place.casus->members,
	    place.casus->member_count, place.casus->signals);
	v = plan_sum_view_of(ex, &place, &record.plan, &sum);
	page_sum(&h, &v);
	respond_page(ex, 200, &h);
}
