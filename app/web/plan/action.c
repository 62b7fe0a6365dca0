/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * action.c - the action plan. One form stands under the list: for a new
 * action, or for the one that ?actie= names.
 */
#include "web/plan/action.h"

#include "base/password.h"
#include "base/text.h"
#include "core/plan_input.h"
#include "core/plan_words.h"
#include "pages.h"
#include "store/plan_part.h"
#include "web/plan/conflict.h"
#include "web/plan/part.h"
#include "web/privacy.h"

#include <string.h>

enum { WAT_MAX = 500, WIE_MAX = 200, WANNEER_MAX = 200 };

static const struct plan_action *
find_action(const struct plan *plan, const char *id)
{
	for (size_t i = 0; id != NULL && i < plan->action_count; i++)
		if (strcmp(plan->actions[i].id, id) == 0)
			return &plan->actions[i];
	return NULL;
}

static void
fill_lines(struct plan_action_view *v, const struct exchange *ex,
    const struct plan_place *place, const struct plan_record *record)
{
	struct arena *a = ex->arena;
	const struct plan *plan = &record->plan;
	struct plan_action_line *list =
	    arena_array(a, plan->action_count, sizeof(*list));

	for (size_t i = 0; i < plan->action_count; i++) {
		const struct plan_action *action = &plan->actions[i];

		list[i] = (struct plan_action_line){ .action = action,
			.edit_url = url_fragment(a,
			    url_query(a, v->page_url, "actie", action->id),
			    "actie"),
			.remove = { .csrf = ex->csrf, .name = "id",
			    .value = action->id,
			    .basis = record->action_stamp[i],
			    .words = "Verwijder",
			    .about = action->wat,
			    .action = plan_act_url(ex, place, "actieplan",
				"verwijder") } };
	}
	v->lines = list;
	v->count = plan->action_count;
}

static struct plan_input_view
input(const char *name, const char *label, const char *hint, const char *value,
    const char *error)
{
	return (struct plan_input_view){ .id = name, .name = name,
		.label = label, .hint = hint, .value = value, .error = error };
}

/* Whoever just put one in stands in this field: it says so. */
static const char *
hint_what(struct arena *a, const struct plan *plan)
{
	static const char HOW[] = "Eén actie per keer, met een werkwoord.";

	if (plan->action_count == 0)
		return HOW;
	return arena_printf(a, "Er %s nu %zu %s. %s",
	    plan->action_count == 1 ? "staat" : "staan", plan->action_count,
	    plan->action_count == 1 ? "actie" : "acties", HOW);
}

static void
fill_form(struct plan_action_view *v, struct exchange *ex,
    const struct plan_record *record, const struct action_typed *typed)
{
	const struct plan *plan = &record->plan;
	const struct plan_action *known =
	    find_action(plan, form_get(&ex->search, "actie"));
	struct plan_action a = { "", "", "", "" };
	char fresh[ID_TEXT_BYTES];

	id_new(fresh);
	a.id = arena_strdup(ex->arena, fresh);
	a.wat = action_offered(ex, plan, form_text(&ex->search, "begin"));
	v->basis = PLAN_NO_STAMP;
	if (known != NULL) {
		a = *known;
		v->basis = record->action_stamp[known - plan->actions];
	}
	if (typed != NULL) {
		a = typed->action;
		v->basis = form_text(&ex->fields, "basis");
	}
	v->id = a.id;
	v->is_edit = known != NULL;
	v->form_title = known != NULL ? "Wijzig de actie" : "Voeg een actie toe";
	v->wat = input("wat", "Wat gebeurt er?", hint_what(ex->arena, plan),
	    a.wat, typed != NULL ? typed->wat : NULL);
	v->wie = input("wie", "Wie doet het?", "Een naam of een functie.",
	    a.wie, typed != NULL ? typed->wie : NULL);
	v->wie.list = "namen";
	v->wanneer = input("wanneer", "Wanneer is het klaar?",
	    "Een datum of een week.", a.wanneer,
	    typed != NULL ? typed->wanneer : NULL);
}

static void
fill_errors(struct plan_action_view *v, struct arena *a)
{
	const struct plan_input_view *inputs[] = { &v->wat, &v->wie,
		&v->wanneer };
	struct plan_error *list = arena_array(a, 3, sizeof(*list));
	size_t n = 0;

	for (size_t i = 0; i < 3; i++)
		if (inputs[i]->error != NULL)
			list[n++] = (struct plan_error){
				inputs[i]->id, inputs[i]->label,
				inputs[i]->error };
	plan_frame_refuse(&v->frame, list, n);
}

void
plan_action_answer(struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record, const struct action_typed *typed)
{
	struct plan_action_view v = {
		.frame = plan_frame_for(ex, place, record, PAGE_ACTIEPLAN),
		.form = plan_form_of(ex, place, record, PAGE_ACTIEPLAN),
		.intro = plan_form_intro(PAGE_ACTIEPLAN),
		.page_url = plan_url(ex, place, "actieplan"),
		.action_url = plan_act_url(ex, place, "actieplan", "actie"),
	};
	struct html h = html_new(ex->arena);

	v.form.saved = v.frame.saved;
	fill_lines(&v, ex, place, record);
	fill_form(&v, ex, record, typed);
	if (!v.is_edit)
		v.offer_count =
		    action_offers(v.offers, ex, place, &record->plan);
	v.name_count = action_people(&v.names, ex, place, &record->plan);
	fill_errors(&v, ex->arena);
	plan_part_show_removed(&v.frame, ex, place, PAGE_ACTIEPLAN);
	page_plan_action(&h, &v);
	respond_page(ex, typed != NULL ? 422 : 200, &h);
}

static const char *
fault_in(struct arena *a, const char *text, size_t most,
    const char *when_empty)
{
	if (*text == '\0')
		return when_empty;
	return text_length(text) > most ? "Dit is te lang. Maak het korter." :
					  privacy_fault(a, text);
}

/* Reads the form; true when there is no fault. */
static bool
read_typed(struct action_typed *t, struct exchange *ex)
{
	const struct form *f = &ex->fields;

	*t = (struct action_typed){ .action = { form_text(f, "id"),
					text_trim(ex->arena,
					    form_text(f, "wat")),
					text_trim(ex->arena,
					    form_text(f, "wie")),
					text_trim(ex->arena,
					    form_text(f, "wanneer")) } };
	t->wat = fault_in(ex->arena, t->action.wat, WAT_MAX,
	    "Schrijf op wat er gebeurt.");
	t->wie = fault_in(ex->arena, t->action.wie, WIE_MAX,
	    "Schrijf op wie het doet.");
	t->wanneer = fault_in(ex->arena, t->action.wanneer, WANNEER_MAX,
	    "Schrijf op wanneer het klaar is.");
	return t->wat == NULL && t->wie == NULL && t->wanneer == NULL;
}

void
ask_action_save(struct exchange *ex)
{
	static const char *const NAMES[] = { "id", "basis", "wat", "wie",
		"wanneer", NULL };
	struct action_typed *typed = arena_alloc(ex->arena, sizeof(*typed));
	struct plan_place place;
	const char *basis;

	if (!plan_find(ex, &place) || !plan_fields_are(ex, NAMES) ||
	    !plan_basis(ex, "basis", &basis))
		return;
	if (!input_is_id(form_text(&ex->fields, "id"))) {
		respond_status(ex, ST_INVALID);
		return;
	}
	if (read_typed(typed, ex))
		plan_ask_put_action(ex->batch, &place.key, basis,
		    &typed->action);
	plan_ask(ex->batch, &place.key, PLAN_NEWEST);
}

static const char *
words_or_gone(struct exchange *ex, const struct plan_action *a)
{
	return a == NULL ? "Deze actie is weggehaald." :
			   action_words(ex->arena, a);
}

static void
answer_conflict(struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record, const struct plan_action *typed,
    const char *stamp)
{
	struct plan_conflict c = { .page = PAGE_ACTIEPLAN,
		.action = plan_act_url(ex, place, "actieplan", "actie"),
		.keep = plan_url(ex, place, "actieplan"),
		.send_words = "Bewaar wat ik nu typte",
		.count = 1,
		.basis_count = 1,
		.basis = { { "basis", stamp } } };

	c.row[0] = (struct plan_conflict_row){ "Actie",
		words_or_gone(ex, find_action(&record->plan, typed->id)),
		action_words(ex->arena, typed) };
	plan_conflict_answer(ex, place, record, &c);
}

void
show_action_save(struct exchange *ex)
{
	struct plan_saved saved = { .is_saved = false };
	struct plan_place place;
	struct plan_record record;
	struct action_typed typed;
	bool is_sound;

	if (!plan_find(ex, &place) || !plan_load(ex, &place, &record))
		return;
	is_sound = read_typed(&typed, ex);
	if (is_sound)
		saved = plan_read_saved(ex->batch, QUERY_PLAN_ACTION_PUT);
	if (saved.is_full) {
		typed.wat = "Er passen niet meer dan 40 acties in een plan.";
		is_sound = false;
	}
	if (!is_sound)
		plan_action_answer(ex, &place, &record, &typed);
	else if (!saved.is_saved)
		answer_conflict(ex, &place, &record, &typed.action,
		    saved.stamp);
	else /* after a new one the next: it stands right above the form */
		respond_redirect(ex,
		    url_fragment(ex->arena, plan_url(ex, &place, "actieplan"),
			strcmp(form_text(&ex->fields, "basis"),
			    PLAN_NO_STAMP) == 0 ?
			    "wat" :
			    plan_part_anchor(ex, PAGE_ACTIEPLAN,
				typed.action.id)));
}
