/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sum_view.c - the panel beside the lines: what the sum says now.
 */
#include "base/text.h"
#include "core/signal_words.h"
#include "core/sum_words.h"
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
line_of(struct arena *a, const struct plan_sum *sum)
{
	const struct rk_gevoeligheid *g = plan_sum_sensitivity(sum, a);
	struct chance_line *line = arena_alloc(a, sizeof(*line));
	struct chance_reach reach = { 0 };

	if (g == NULL)
		return NULL;
	chance_reach_widen(&reach, g);
	*line = chance_line_make(a, "som-kans", "Als de kans verandert",
	    sum->result, g, reach);
	return line;
}

/* With a scenario still empty a difference would say nothing. */
static void
fill_words(struct plan_sum_view *v, struct arena *a,
    const struct plan_sum *sum, const struct safe_url *explain)
{
	const struct rk_resultaat *r = sum->result;

	v->now.amount = v->threat.amount = "–";
	if (sum->count[SCENARIO_DOORBRAAK] == 0) {
		v->words_now = "Je doorbraak staat nog niet in de som.";
		v->words_threat = "Zet haar erin. Dan zie je wat het plan kost.";
		return;
	}
	v->now = explained_gain(a, r, RK_TOV_HUIDIG, WHOSE, explain);
	v->words_now = sum_words_now(a, r);
	if (sum->count[SCENARIO_DREIGEND] == 0) {
		v->words_threat = "Wat er gebeurt als het misgaat, staat nog "
				  "niet in de som.";
		return;
	}
	v->threat = explained_gain(a, r, RK_TOV_DREIGEND, WHOSE, explain);
	v->even_url = url_query(a, explain, "cijfer", "break_even_kans");
	v->words_threat = sum_words_threat(a, r);
	v->words_even = sum_words_break_even(a, r);
	v->words_chance = sum_words_chance(a, r);
	v->words_success = sum_words_success(a, r);
	v->words_payback = sum_words_payback(a, r, RK_TOV_DREIGEND);
	v->words_cash = sum_words_cash(a, r, RK_TOV_DREIGEND);
	v->line = line_of(a, sum);
}

/* Against what threatens only when a threat stands in the sum. */
static void
fill_pockets(struct plan_sum_view *v, struct arena *a,
    const struct plan_sum *sum)
{
	const struct rk_resultaat *r = sum->result;

	v->pockets = arena_array(a, r->aantal_verkeerde_zak, sizeof(char *));
	for (size_t i = 0; i < r->aantal_verkeerde_zak; i++)
		if (r->verkeerde_zak[i].modus == RK_TOV_HUIDIG ||
		    v->line != NULL)
			v->pockets[v->pocket_count++] =
			    sum_words_pocket(a, &r->verkeerde_zak[i]);
}

struct plan_sum_view
plan_sum_view_of(const struct exchange *ex, const struct plan_place *place,
    const struct plan *plan, const struct plan_sum *sum)
{
	struct arena *a = ex->arena;
	const struct rk_resultaat *r = sum->result;
	const struct safe_url *explain;
	struct plan_sum_view v = {
		.url = plan_act_url(ex, place, "rendement", "som"),
		.is_empty = plan->line_count == 0,
	};

	if (r == NULL) {
		fill_faults(&v, a, plan, sum);
		return v;
	}
	explain = plan_act_url(ex, place, "rendement", "uitleg");
	fill_words(&v, a, sum, explain);
	v.words_practice = sum_words_practice(a, r);
	if (sum->count[SCENARIO_DOORBRAAK] > 0) {
		v.words_present = sum_words_present(a, r, plan->disconto_pct);
		fill_pockets(&v, a, sum);
	}
	for (int s = 0; s < SCENARIO_COUNT; s++)
		v.totals[s] = explained_total(a, r, (enum scenario)s,
		    WHOSE, explain);
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
	    place.casus->member_count);
	v = plan_sum_view_of(ex, &place, &record.plan, &sum);
	page_sum(&h, &v);
	respond_page(ex, 200, &h);
}
