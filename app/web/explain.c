/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * explain.c - how a figure of a sum came about, as a page.
 *
 * Three plans can be asked: one's own draft, a version that was handed in, and
 * beside that (?van=expert) the expert's. The statements are those of the
 * pages where the figures stand, so that who may not see the plan gets what a
 * plan that is not there gives. A figure that is not in the sum (any more) is
 * 404 with the way back, and so is one of the expert's plan that was not asked
 * for on the feedback page. A script gets the explanation alone.
 */
#include "web/explain.h"

#include "base/text.h"
#include "core/plan_sum.h"
#include "pages.h"
#include "web/feedback_expert.h"

#include <string.h>

enum { VERSION_MAX = 1000 };

/* Where the explanations of a plan live, and the page they are asked from. */
struct explain_place {
	struct plan_place plan;
	const struct plan_record *record;
	const struct safe_url *page, *back;
	const char *back_text, *maker; /* maker: "Jouw plan" */
	enum menu menu;
	bool is_coach;
	bool may_see_expert; /* it was asked for, or a coach asks */
};

struct explained
explained_make(struct arena *a, const char *amount, const char *of,
    const struct safe_url *explain, const char *figure)
{
	return (struct explained){ amount, of,
		explain == NULL ? NULL :
				  url_query(a, explain, "cijfer", figure) };
}

struct explained
explained_total(struct arena *a, const struct rk_resultaat *r, enum scenario s,
    const char *whose, const struct safe_url *explain)
{
	static const char *const OF[] = { "huidige situatie",
		"dreigende situatie", "doorbraak" };

	return explained_make(a, text_euro_whole(a, r->scenarios[s].totaal),
	    arena_printf(a, "%s, %s", OF[s], whose), explain,
	    arena_printf(a, "scenarios.%s.totaal", scenario_name(s)));
}

struct explained
explained_gain(struct arena *a, const struct rk_resultaat *r,
    enum rk_modus_naam mode, const char *whose, const struct safe_url *explain)
{
	static const char *const OF[] = { "baten vergeleken met nu",
		"baten vergeleken met de dreiging" };

	return explained_make(a,
	    text_euro_whole(a, r->modi[mode].totale_baten),
	    arena_printf(a, "%s, %s", OF[mode], whose), explain,
	    arena_printf(a, "%s.totale_baten", rk_modus_tekst(mode)));
}

const struct safe_url *
version_url(struct arena *a, const struct plan_place *at,
    const struct plan_record *record, bool is_coach, const char *tail)
{
	const char *course = at->course->slug, *casus = at->casus->slug;
	const char *number = arena_printf(a, "%d", record->number);

	if (!is_coach)
		return url_path(a, "cursus", course, "casus", casus, "plan",
		    "versie", number, tail, NULL);
	return url_path(a, "team",
	    arena_printf(a, "%lld", (long long)record->person_id), course,
	    casus, number, tail, NULL);
}

const struct safe_url *
explain_url(struct arena *a, const struct plan_place *at,
    const struct plan_record *record, bool is_coach)
{
	return version_url(a, at, record, is_coach, "uitleg");
}

static void
fill_parts(struct explain_step *out, struct arena *a,
    const struct rk_stap *step, const struct safe_url *page)
{
	struct explain_part *list =
	    arena_array(a, step->aantal_delen, sizeof(*list));

	for (size_t i = 0; i < step->aantal_delen; i++) {
		const struct rk_deelbedrag *part = &step->delen[i];

		list[i] = (struct explain_part){ .name = part->naam,
			.amount = text_euro(a, part->eurocent),
			.formula = part->formule,
			.url = part->pad == NULL ? NULL :
			    url_query(a, page, "cijfer", part->pad) };
	}
	out->part = list;
	out->part_count = step->aantal_delen;
}

/* NULL when the sum has no such figure. page: where its parts are explained;
 * whose: "Jouw plan". */
static const struct explanation *
explanation_of(struct arena *a, const struct plan *plan,
    const struct casus *casus, const char *figure,
    const struct safe_url *page, const char *whose)
{
	struct explanation *out = arena_alloc(a, sizeof(*out));
	const struct rk_uitleg *from;
	struct explain_step *list;
	struct plan_sum sum;

	plan_sum(&sum, a, plan, casus->members, casus->member_count,
	    casus->signals);
	from = plan_sum_explain(&sum, a, figure);
	if (from == NULL)
		return NULL;
	list = arena_array(a, from->aantal_stappen, sizeof(*list));
	for (size_t i = 0; i < from->aantal_stappen; i++) {
		const struct rk_stap *step = &from->stappen[i];

		list[i].text = step->tekst;
		list[i].formula = step->formule;
		fill_parts(&list[i], a, step, page);
	}
	*out = (struct explanation){ from->titel,
		text_join_euro(a, from->waarde), whose, from->aantal_stappen, list };
	return out;
}

/* The explanation of the figure that the address names, or NULL. */
static const struct explanation *
explain(const struct exchange *ex, const struct explain_place *p)
{
	struct arena *a = ex->arena;
	const struct casus *casus = p->plan.casus;
	bool is_expert = p->record->handed_in_s != 0 &&
	    strcmp(form_text(&ex->search, "van"), "expert") == 0;
	const char *figure = form_text(&ex->search, "cijfer");

	if (is_expert && !p->may_see_expert)
		return NULL;
	if (is_expert)
		return explanation_of(a, casus->expert, casus, figure,
		    url_query(a, p->page, "van", "expert"),
		    "Plan van de expert");
	return explanation_of(a, &p->record->plan, casus, figure, p->page,
	    p->maker);
}

/* A window's title tells the draft and its versions apart. */
static const char *
title_of(struct arena *a, const struct explain_place *p,
    const struct explanation *what)
{
	const char *version = p->record->handed_in_s == 0 ?
	    "concept" :
	    arena_printf(a, "versie %d", p->record->number);

	if (what == NULL)
		return "Dit bedrag staat niet in de rekensom";
	return arena_printf(a, "Zo is dit berekend: %s (%s, %s)", what->title,
	    what->whose, version);
}

static void
answer(struct exchange *ex, const struct explain_place *p)
{
	struct html h = html_new(ex->arena);
	struct explain_view v = {
		.kicker = p->plan.casus->title,
		.back_text = p->back_text,
		.back_url = p->back,
		.what = explain(ex, p),
	};

	if (v.what != NULL && ex->part != NULL) {
		page_explanation(&h, v.what);
		respond_page(ex, 200, &h);
		return;
	}
	v.shell = shell_for(ex, title_of(ex->arena, p, v.what), p->menu);
	page_explain(&h, &v);
	respond_page(ex, v.what == NULL ? 404 : 200, &h);
}

void
ask_draft_explain(struct exchange *ex)
{
	struct plan_place place;

	if (plan_find(ex, &place))
		plan_ask(ex->batch, &place.key, PLAN_NEWEST);
}

void
show_draft_explain(struct exchange *ex)
{
	struct explain_place p = { .back_text = "Terug naar de rekensom",
		.maker = "Jouw plan", .menu = MENU_HOME };
	struct plan_record record;

	if (!plan_find(ex, &p.plan) || !plan_load(ex, &p.plan, &record))
		return;
	p.record = &record;
	p.page = plan_act_url(ex, &p.plan, "rendement", "uitleg");
	p.back = url_fragment(ex->arena, plan_url(ex, &p.plan, "rendement"),
	    "som");
	answer(ex, &p);
}

bool
version_find(struct exchange *ex, struct plan_place *place, int64_t *number)
{
	if (!plan_find(ex, place))
		return false;
	if (form_parse_int(exchange_param(ex, "nummer"), 1, VERSION_MAX,
		number))
		return true;
	respond_status(ex, ST_NOT_FOUND);
	return false;
}

/* False: it is not there, not handed in, or not for this asker. */
static bool
read_version(struct exchange *ex, struct explain_place *p,
    struct plan_record *record)
{
	if (!plan_find(ex, &p->plan))
		return false;
	if (!plan_read(record, ex->batch) || record->handed_in_s == 0) {
		respond_status(ex, ST_NOT_FOUND);
		return false;
	}
	p->record = record;
	p->back_text = "Terug naar de feedback";
	p->back = version_url(ex->arena, &p->plan, record, p->is_coach, NULL);
	p->page = explain_url(ex->arena, &p->plan, record, p->is_coach);
	return true;
}

void
ask_feedback_explain(struct exchange *ex)
{
	struct plan_place place;
	int64_t number;

	if (!version_find(ex, &place, &number))
		return;
	plan_ask(ex->batch, &place.key, (int)number);
	feedback_ask(ex->batch, &place.key, 0, (int)number);
}

void
show_feedback_explain(struct exchange *ex)
{
	struct explain_place p = { .maker = "Jouw plan", .menu = MENU_HOME };
	const struct feedback_record *acts;
	struct plan_record record;
	size_t count;

	if (!read_version(ex, &p, &record))
		return;
	count = feedback_read(ex->batch, &acts);
	p.may_see_expert = feedback_part_is_asked(acts, count, PART_SUM);
	answer(ex, &p);
}

void
ask_member_explain(struct exchange *ex)
{
	struct plan_place place;
	int64_t number, person;

	if (!version_find(ex, &place, &number))
		return;
	if (form_parse_int(exchange_param(ex, "persoon"), 1, INT64_MAX,
		&person))
		plan_ask_member(ex->batch, &place.key, person, (int)number);
	else
		respond_status(ex, ST_NOT_FOUND);
}

void
show_member_explain(struct exchange *ex)
{
	struct explain_place p = { .is_coach = true, .may_see_expert = true,
		.menu = MENU_TEAM };
	struct plan_record record;

	if (!read_version(ex, &p, &record))
		return;
	p.maker = arena_printf(ex->arena, "Plan van %s", record.person);
	answer(ex, &p);
}
