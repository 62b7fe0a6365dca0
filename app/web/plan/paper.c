/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * paper.c - a plan as a municipality would put it on the table: who, the
 * wish, the obstacle and the way through it, the law, the sum with both modes
 * apart, who does what, plan B, and where it comes from. Words before euros.
 */
#include "web/plan/paper.h"

#include "base/text.h"
#include "core/plan_words.h"
#include "pages.h"
#include "web/law/law.h"
#include "web/plan/argument.h"
#include "web/plan/form.h"

#include <string.h>

static const struct {
	const char *title;
	size_t count;
	enum plan_field field[3];
} STEPS[STEP_COUNT] = {
    {"Wie het zijn en wat er knelt", 2, {FIELD_SITUATIE, FIELD_KNELT}},
    {"Wat zij willen", 2, {FIELD_WENS, FIELD_PERSPECTIEF}},
    {"Hindernis en doorbraak", 2, {FIELD_HINDERNIS, FIELD_DOORBRAAK}},
    {"Wat er verder nodig is", 2, {FIELD_ZELF, FIELD_HULP}},
    {"Waarom dit kan", 2, {FIELD_BETROKKENHEID, FIELD_LEGITIMITEIT}},
    {"Wie wat doet", 0, {FIELD_COUNT}},
};

static void
fill_steps(struct paper_view *v)
{
	for (int s = 0; s < STEP_COUNT; s++) {
		struct paper_step *step = &v->step[s];

		step->title = STEPS[s].title;
		for (size_t i = 0; i < STEPS[s].count; i++) {
			enum plan_field f = STEPS[s].field[i];

			if (!text_is_blank(v->record->plan.text[f]))
				step->text[step->text_count++] =
				    (struct paper_text){plan_form_label(f),
					v->record->plan.text[f]};
		}
	}
}

static const char *
household_in_words(struct arena *a, const struct casus *casus)
{
	const char *out = "";

	for (size_t i = 0; i < casus->member_count; i++) {
		const struct household_member *m = &casus->members[i];

		out = arena_printf(a, "%s%s%s (%s, %d jaar)", out,
		    i > 0 ? ", " : "", m->name, m->role, m->age);
	}
	return out;
}

static struct paper_article
paper_article(const struct exchange *ex, const struct law *law,
    const struct plan_article *from)
{
	struct paper_article out = {
	    .law = law, .name = law_name(ex->arena, law)};

	for (int p = 0; p < ARGUMENT_PARTS; p++)
		if (!text_is_blank(from->part[p]))
			out.part[out.part_count++] = (struct paper_text){
			    ARGUMENT_ASKED[p].label, from->part[p]};
	return out;
}

static void
fill_articles(struct paper_view *v, const struct exchange *ex)
{
	const struct plan *plan = &v->record->plan;
	struct paper_article *list =
	    arena_array(ex->arena, plan->article_count, sizeof(*list));

	for (size_t i = 0; i < plan->article_count; i++) {
		const struct law *law = law_of(ex, plan->articles[i].code);

		if (law != NULL)
			list[v->article_count++] =
			    paper_article(ex, law, &plan->articles[i]);
	}
	v->articles = list;
}

static void
fill_lines(struct paper_view *v, struct arena *a, const struct plan_sum *sum)
{
	static const char *const TITLE[] = {
	    "Huidige situatie", "Dreigende situatie", "Doorbraak"};
	const struct plan *plan = &v->record->plan;
	struct paper_line *list =
	    arena_array(a, plan->line_count, sizeof(*list));

	for (int s = 0; s < SCENARIO_COUNT; s++) {
		v->scenario[s] = (struct paper_scenario){TITLE[s],
		    text_euro_whole(a, v->sum->scenarios[s].totaal),
		    sum->count[s], list + sum->first[s]};
	}
	for (size_t i = 0; i < plan->line_count; i++)
		list[i] = (struct paper_line){plan->lines[i].omschrijving,
		    line_sentences(a, &plan->lines[i], v->casus->members,
			v->casus->member_count),
		    text_euro(a, plan_sum_line(sum, plan, i))};
}

static const char *
amount_of(struct arena *a, const struct rk_verdeling *list, const char *name)
{
	for (size_t i = 0; i < list->aantal; i++)
		if (strcmp(list->posten[i].naam, name) == 0)
			return text_euro_whole(a, list->posten[i].eurocent);
	return "–";
}

/* Whoever pays in one of the modes; a name once. */
static void
fill_payers(struct paper_view *v, struct arena *a)
{
	const struct rk_modus *modes = v->sum->modi;
	struct paper_payer *list = arena_array(a,
	    modes[0].baten_per_betaler.aantal +
		modes[1].baten_per_betaler.aantal,
	    sizeof(*list));

	for (int m = 0; m < RK_MODI; m++) {
		const struct rk_verdeling *from = &modes[m].baten_per_betaler;

		for (size_t i = 0; i < from->aantal; i++) {
			const char *name = from->posten[i].naam;
			size_t at = 0;

			while (at < v->payer_count &&
			       strcmp(list[at].name, name) != 0)
				at++;
			if (at < v->payer_count)
				continue;
			list[v->payer_count++] = (struct paper_payer){name,
			    {amount_of(a,
				 &modes[RK_TOV_HUIDIG].baten_per_betaler, name),
				v->has_threat ? amount_of(a,
						    &modes[RK_TOV_DREIGEND]
							 .baten_per_betaler,
						    name)
					      : "–"}};
		}
	}
	v->payers = list;
}

static bool
is_new_source(const struct plan *plan, size_t i)
{
	const struct plan_line *line = &plan->lines[i];

	for (size_t k = 0; k < i; k++)
		if (strcmp(plan->lines[k].code, line->code) == 0 &&
		    plan->lines[k].tarief_eurocent == line->tarief_eurocent)
			return false;
	return true;
}

/* Where the prices come from; of a price that is in no table it is not known
 * here. */
static void
fill_sources(struct paper_view *v, const struct exchange *ex)
{
	struct arena *a = ex->arena;
	const struct plan *plan = &v->record->plan;
	struct paper_source *list =
	    arena_array(a, plan->line_count, sizeof(*list));

	for (size_t i = 0; i < plan->line_count; i++) {
		const struct plan_line *line = &plan->lines[i];
		const struct tariff *t =
		    library_tariff(ex->library, v->casus, line->code);
		bool is_known =
		    t != NULL && t->tarief_eurocent == line->tarief_eurocent;

		if (!is_new_source(plan, i))
			continue;
		list[v->source_count++] = (struct paper_source){
		    line->omschrijving,
		    tariff_words(a, line->tarief_eurocent, line->eenheid),
		    arena_printf(a, "%s, prijspeil %d%s%s",
			certainty_words(line->zekerheid), line->prijspeil_jaar,
			is_known ? ". " : "", is_known ? t->bron : "")};
	}
	v->sources = list;
}

static void
fill_sum(struct paper_view *v, const struct exchange *ex)
{
	static const enum said_kind ALWAYS[] = {SAID_NOW, SAID_PRESENT};
	static const enum said_kind THREAT[] = {SAID_THREAT, SAID_EVEN,
	    SAID_CHANCE, SAID_SUCCESS, SAID_PAYBACK, SAID_CASH};
	enum { ALWAYS_COUNT = 2, THREAT_COUNT = 6 };
	struct arena *a = ex->arena;
	struct plan_sum *sum = arena_alloc(a, sizeof(*sum));
	const struct said_of of = {sum, &v->record->plan, v->maker, NULL};

	plan_sum(sum, a, &v->record->plan, v->casus->members,
	    v->casus->member_count, v->casus->signals);
	v->sum = sum->result;
	v->has_threat = sum->count[SCENARIO_DREIGEND] > 0;
	if (v->sum == NULL)
		return;
	for (size_t i = 0; i < ALWAYS_COUNT; i++)
		v->words[i] = said_sum(a, ALWAYS[i], &of);
	for (size_t i = 0; v->has_threat && i < THREAT_COUNT; i++)
		v->words[ALWAYS_COUNT + i] = said_sum(a, THREAT[i], &of);
	for (int m = 0; m < RK_MODI; m++)
		v->gain[m] =
		    m == RK_TOV_DREIGEND && !v->has_threat
			? "–"
			: text_euro_whole(a, v->sum->modi[m].totale_baten);
	v->practice = said_sum(a, SAID_PRACTICE, &of).text;
	fill_lines(v, a, sum);
	fill_payers(v, a);
}

static struct paper_view *
paper_view_make(struct exchange *ex, const struct paper_from *from)
{
	struct arena *a = ex->arena;
	const struct plan_record *record = from->record;
	struct paper_view *v = arena_alloc(a, sizeof(*v));
	bool is_draft = record->handed_in_s == 0;

	*v = (struct paper_view){.casus = from->place.casus,
	    .record = record,
	    .maker = from->maker,
	    .back_text = from->back_text,
	    .back_url = from->back,
	    .household = household_in_words(a, from->place.casus),
	    .version = arena_printf(a, "%d, %s op %s", record->number,
		is_draft ? "concept, opgeslagen" : "ingeleverd",
		text_date_time(
		    a, is_draft ? record->saved_s : record->handed_in_s))};
	v->shell = shell_for(ex,
	    arena_printf(
		a, "Plan voor %s, versie %d", v->casus->title, record->number),
	    from->is_coach ? MENU_TEAM : MENU_HOME);
	fill_steps(v);
	fill_articles(v, ex);
	fill_sources(v, ex);
	fill_sum(v, ex);
	return v;
}

void
paper_answer(struct exchange *ex, const struct paper_from *from)
{
	struct html h = html_new(ex->arena);

	page_plan_paper(&h, paper_view_make(ex, from));
	respond_page(ex, 200, &h);
}
