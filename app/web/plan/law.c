/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * law.c - the articles of a plan, each with its argument. How they are found:
 * law_find.c.
 */
#include "web/plan/law.h"

#include "base/text.h"
#include "pages.h"
#include "store/plan_part.h"
#include "web/law/law.h"
#include "web/plan/conflict.h"
#include "web/plan/part.h"
#include "web/privacy.h"

#include <string.h>

enum { ARGUMENT_MAX = 5000 /* characters */ };

/* What was refused stays in its field, and is named on top. */
static void
show_typed(struct plan_law_view *v, struct arena *a,
    struct plan_text_view *text, const struct plan_article *from,
    const struct argument_typed *typed)
{
	struct plan_error *error;

	if (typed == NULL || strcmp(typed->code, from->code) != 0)
		return;
	text->value = typed->text;
	text->error = typed->error;
	if (typed->basis != NULL) /* not of what came in between */
		text->basis = typed->basis;
	error = arena_alloc(a, sizeof(*error));
	*error = (struct plan_error){ text->id, text->label, text->error };
	plan_frame_refuse(&v->frame, error, 1);
}

/* No field is at fault: the list of articles is full. */
static void
show_full(struct plan_law_view *v, struct arena *a,
    const struct argument_typed *typed)
{
	struct plan_error *error = arena_alloc(a, sizeof(*error));

	*error = (struct plan_error){ "gekozen", "Gekozen artikelen",
		typed->error };
	plan_frame_refuse(&v->frame, error, 1);
}

static void
fill_articles(struct plan_law_view *v, const struct exchange *ex,
    const struct plan_place *place, const struct plan_record *record,
    const struct argument_typed *typed)
{
	struct arena *a = ex->arena;
	const struct plan *plan = &record->plan;
	struct plan_law_article *list =
	    arena_array(a, plan->article_count, sizeof(*list));

	for (size_t i = 0; i < plan->article_count; i++) {
		const struct plan_article *from = &plan->articles[i];
		const struct law *law = law_of(ex, from->code);
		struct plan_law_article *to = &list[v->article_count];

		if (law == NULL)
			continue;
		v->article_count++;
		*to = (struct plan_law_article){ .law = law,
			.name = law_name(a, law),
			.url = plan_law_url(ex, place, law->code),
			.owner = plan_owner(ex, place, from->code) };
		to->argument = (struct plan_text_view){
			.id = arena_printf(a, "argument-%zu", i + 1),
			.name = "argument",
			.label = "Waarom past dit artikel hier?",
			.hint = "Hindernis, ruimte en afweging: wat houdt het "
				"tegen, welke ruimte geeft dit artikel, en "
				"waarom is dat hier redelijk?",
			.value = from->argument,
			.about = to->name,
			.basis = record->article_stamp[i],
			.rows = 3 };
		show_typed(v, a, &to->argument, from, typed);
		to->remove = (struct plan_button_view){ .csrf = ex->csrf,
			.name = "id",
			.value = from->code,
			.basis = PLAN_NO_STAMP, /* nothing of it is lost */
			.words = "Haal weg",
			.about = to->name,
			.action = plan_act_url(ex, place, "legitimiteit",
			    "verwijder") };
	}
	v->articles = list;
}

void
plan_law_answer(struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record, const struct argument_typed *typed)
{
	struct plan_law_view v = {
		.frame = plan_frame_for(ex, place, record, PAGE_LEGITIMITEIT),
		.form = plan_form_of(ex, place, record, PAGE_LEGITIMITEIT),
		.intro = plan_form_intro(PAGE_LEGITIMITEIT),
		.argue_url =
		    plan_act_url(ex, place, "legitimiteit", "argument"),
	};
	const struct law *removed;
	struct html h = html_new(ex->arena);

	v.form.saved = v.frame.saved;
	if (typed != NULL && *typed->code == '\0')
		show_full(&v, ex->arena, typed);
	fill_articles(&v, ex, place, record, typed);
	v.finder = plan_law_find(ex, place, record);
	v.frame.shell.searches = true;
	plan_part_show_removed(&v.frame, ex, place, PAGE_LEGITIMITEIT);
	removed = v.frame.removed == NULL ?
	    NULL : law_of(ex, v.frame.removed);
	if (removed != NULL)
		v.frame.removed = law_name(ex->arena, removed);
	page_plan_law(&h, &v);
	respond_page(ex, typed != NULL ? 422 : 200, &h);
}

void
ask_law_pick(struct exchange *ex)
{
	static const char *const NAMES[] = { "code", "revisie", NULL };
	struct plan_place place;
	const char *code;
	int64_t seen;

	if (!plan_find(ex, &place) || !plan_fields_are(ex, NAMES))
		return;
	code = form_text(&ex->fields, "code");
	if (!law_is_code(ex, code) ||
	    !form_int(&ex->fields, "revisie", 0, INT64_MAX, &seen)) {
		respond_status(ex, ST_INVALID);
		return;
	}
	plan_ask_put_article(ex->batch, &place.key, seen, code);
	plan_ask(ex->batch, &place.key, PLAN_NEWEST);
}

void
show_law_pick(struct exchange *ex)
{
	static const struct argument_typed FULL = { .code = "",
		.error = "Er passen niet meer dan 30 artikelen in een plan. "
			 "Haal er eerst een weg." };
	static const struct argument_typed GONE = { .code = "",
		.error = "Dit artikel is intussen ingetrokken. Kies een "
			 "ander." };
	struct plan_place place;
	struct plan_record record;
	struct plan_saved saved;

	if (!plan_find(ex, &place) || !plan_load(ex, &place, &record))
		return;
	saved = plan_read_saved(ex->batch, QUERY_PLAN_ARTICLE_PUT);
	if (saved.is_saved)
		respond_redirect(ex, url_fragment(ex->arena,
		    plan_url(ex, &place, "legitimiteit"),
		    plan_part_anchor(ex, PAGE_LEGITIMITEIT,
			form_text(&ex->fields, "code"))));
	else
		plan_law_answer(ex, &place, &record,
		    saved.is_gone ? &GONE : &FULL);
}

static const char TOO_LONG[] =
    "Dit is te lang. Maak het korter dan 5.000 tekens.";

static struct argument_typed
argument_sent(struct exchange *ex)
{
	struct argument_typed typed = {
		.code = form_text(&ex->fields, "code"),
		.text = text_trim(ex->arena,
		    form_text(&ex->fields, "argument")),
		.basis = form_get(&ex->fields, "basis_argument"),
	};

	if (text_length(typed.text) > ARGUMENT_MAX)
		typed.error = TOO_LONG;
	else
		typed.error = privacy_fault(ex->arena, typed.text);
	return typed;
}

void
ask_law_argue(struct exchange *ex)
{
	static const char *const NAMES[] = { "code", "revisie", "argument",
		"?basis_argument", NULL };
	struct argument_typed typed = argument_sent(ex);
	struct plan_place place;
	int64_t seen;

	if (!plan_find(ex, &place) || !plan_fields_are(ex, NAMES) ||
	    !plan_basis(ex, "basis_argument", &typed.basis))
		return;
	if (!form_int(&ex->fields, "revisie", 0, INT64_MAX, &seen)) {
		respond_status(ex, ST_INVALID);
		return;
	}
	if (typed.error == NULL)
		plan_ask_save_argument(ex->batch, &place.key, seen,
		    typed.code, typed.basis, typed.text);
	else if (ex->part != NULL)
		respond_json(ex, 422, "melding", typed.error, NULL);
	plan_ask(ex->batch, &place.key, PLAN_NEWEST);
}

static void
answer_conflict(struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record, const struct argument_typed *typed,
    const char *stamp)
{
	const struct law *law = law_of(ex, typed->code);
	const struct plan *plan = &record->plan;
	const char *stored = "Dit artikel is weggehaald.";
	struct plan_conflict c = { .page = PAGE_LEGITIMITEIT,
		.action = plan_act_url(ex, place, "legitimiteit", "argument"),
		.keep = plan_url(ex, place, "legitimiteit"),
		.send_words = "Bewaar wat ik nu typte",
		.owner_suffix = typed->code,
		.count = 1,
		.basis_count = 1,
		.basis = { { "basis_argument", stamp } } };

	for (size_t i = 0; i < plan->article_count; i++)
		if (strcmp(plan->articles[i].code, typed->code) == 0)
			stored = plan->articles[i].argument;
	c.row[0] = (struct plan_conflict_row){
		law == NULL ? typed->code : law_name(ex->arena, law), stored,
		typed->text };
	plan_conflict_answer(ex, place, record, &c);
}

void
show_law_argue(struct exchange *ex)
{
	struct argument_typed typed = argument_sent(ex);
	struct plan_saved saved;
	struct plan_place place;
	struct plan_record record;

	if (!plan_find(ex, &place) || !plan_load(ex, &place, &record))
		return;
	if (typed.error != NULL) {
		plan_law_answer(ex, &place, &record, &typed);
		return;
	}
	saved = plan_read_saved(ex->batch, QUERY_PLAN_ARGUMENT_SAVE);
	if (ex->part != NULL)
		plan_respond_saved(ex, saved,
		    plan_read_stamps(ex->batch, QUERY_PLAN_ARGUMENT_SAVE));
	else if (!saved.is_saved)
		answer_conflict(ex, &place, &record, &typed, saved.stamp);
	else
		respond_redirect(ex, url_fragment(ex->arena,
		    plan_url(ex, &place, "legitimiteit"),
		    plan_part_anchor(ex, PAGE_LEGITIMITEIT,
			form_text(&ex->fields, "code"))));
}
