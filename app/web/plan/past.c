/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * past.c - which versions there are, and how a text of the draft was before.
 * An overview names the texts; the words themselves come one text at a time.
 */
#include "web/plan/past.h"

#include "base/text.h"
#include "pages.h"
#include "web/law/law.h"
#include "web/plan/argument.h"
#include "web/plan/form.h"
#include "web/plan/part.h"

#include <string.h>

/* A text of the plan that may have earlier states. */
struct past_subject {
	const char *name; /* "wens", "ruimte:PW-49-b" */
	const char *label, *current, *basis;
	const char *anchor; /* of the place where it is written */
	enum plan_page page;
};

/* The page that a text is written on. */
static enum plan_page
page_of(enum plan_field field)
{
	if (field == FIELD_LEGITIMITEIT)
		return PAGE_LEGITIMITEIT;
	if (field == FIELD_RENDEMENT || field == FIELD_KANS_UITLEG)
		return PAGE_RENDEMENT;
	return plan_page_by_slug(plan_step_slug(plan_field_step(field)));
}

static bool
find_part(struct past_subject *out, const struct exchange *ex,
    const struct plan_record *record, enum argument_part part, const char *code)
{
	for (size_t i = 0; i < record->plan.article_count; i++) {
		const struct plan_article *article = &record->plan.articles[i];

		if (strcmp(article->code, code) != 0)
			continue;
		out->label = argument_part_title(ex, part, code);
		out->current = article->part[part];
		out->basis = record->article_stamp[i].part[part];
		out->anchor = plan_part_anchor(ex, PAGE_LEGITIMITEIT, code);
		out->page = PAGE_LEGITIMITEIT;
		return true;
	}
	return false;
}

/* False: the plan has no such text, or not any more. */
static bool
find_subject(struct past_subject *out, const struct exchange *ex,
    const struct plan_record *record, const char *name)
{
	enum plan_field field = plan_field_by_name(name);
	enum argument_part part;
	const char *code;

	*out = (struct past_subject){.name = name};
	if (argument_text_of(name, &part, &code))
		return find_part(out, ex, record, part, code);
	if (field == FIELD_COUNT)
		return false;
	out->label = plan_form_label(field);
	out->current = record->plan.text[field];
	out->basis = record->text_stamp[field];
	out->anchor = name;
	out->page = page_of(field);
	return true;
}

/* "" for no such name: then all texts are meant. */
static const char *
name_asked(const struct exchange *ex, const struct form *form)
{
	const char *name = form_text(form, "tekst"), *code;
	enum argument_part part;

	if (argument_text_of(name, &part, &code))
		return law_is_code(ex, code) ? name : "";
	return plan_field_by_name(name) == FIELD_COUNT ? "" : name;
}

static void
ask(struct exchange *ex, const struct plan_place *place, const char *name)
{
	plan_ask(ex->batch, &place->key, PLAN_NEWEST);
	plan_ask_versions(ex->batch, &place->key);
	past_ask(ex->batch, &place->key, name);
}

void
ask_past(struct exchange *ex)
{
	struct plan_place place;

	if (plan_find(ex, &place))
		ask(ex, &place, name_asked(ex, &ex->search));
}

static void
fill_versions(struct past_view *v, const struct exchange *ex,
    const struct plan_place *place)
{
	struct arena *a = ex->arena;
	const struct plan_version *from;
	size_t n = plan_read_versions(ex->batch, &from);
	struct past_version *list = arena_array(a, n, sizeof(*list));

	for (size_t i = 0; i < n; i++) {
		bool is_draft = from[i].handed_in_s == 0;

		list[i].title = arena_printf(a, "Versie %d", from[i].number);
		list[i].words = arena_printf(a,
		    is_draft ? "concept, opgeslagen op %s" : "ingeleverd op %s",
		    text_date_time(
			a, is_draft ? from[i].saved_s : from[i].handed_in_s));
		if (!is_draft)
			list[i].url = plan_act_url(ex, place, "versie",
			    arena_printf(a, "%d", from[i].number));
	}
	v->versions = list;
	v->version_count = n;
}

/* How many states of the text of past[at]; 0: it was counted before. */
static int
count_states(const struct past_text *past, size_t n, size_t at)
{
	int count = 0;

	for (size_t i = 0; i < n; i++) {
		if (strcmp(past[i].field, past[at].field) != 0)
			continue;
		if (i < at)
			return 0;
		count++;
	}
	return count;
}

/* A row a text, the one that changed last first. */
static void
fill_texts(struct past_view *v, const struct exchange *ex,
    const struct plan_record *record, const struct past_text *past, size_t n)
{
	struct arena *a = ex->arena;
	struct past_row *list = arena_array(a, n, sizeof(*list));

	for (size_t i = 0; i < n; i++) {
		int count = count_states(past, n, i);
		struct past_subject of;

		if (count == 0 || !find_subject(&of, ex, record, past[i].field))
			continue;
		list[v->row_count++] = (struct past_row){.title = of.label,
		    .words = arena_printf(a, "%d eerdere %s, de laatste van %s",
			count, count == 1 ? "tekst" : "teksten",
			text_date_time(a, past[i].saved_s)),
		    .url = url_query(a, v->page_url, "tekst", of.name)};
	}
	v->rows = list;
}

static void
fill_states(struct past_view *v, const struct exchange *ex,
    const struct past_text *past, size_t n)
{
	struct arena *a = ex->arena;
	struct past_row *list = arena_array(a, n, sizeof(*list));

	for (size_t i = 0; i < n; i++)
		list[i] = (struct past_row){
		    .title = text_date_time(a, past[i].saved_s),
		    .words = arena_printf(
			a, "%zu tekens", text_length(past[i].value)),
		    .value = past[i].value,
		    .id = arena_printf(a, "%lld", (long long)past[i].id)};
	v->rows = list;
	v->row_count = n;
}

static void
answer(struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record, const char *name, int code)
{
	const struct past_text *past;
	size_t n = past_read(ex->batch, &past);
	struct past_subject of;
	struct past_view v = {
	    .frame = plan_frame_for(ex, place, record, PAGE_PAST),
	    .page_url = plan_url(ex, place, "geschiedenis"),
	    .put_back_url = plan_act_url(ex, place, "geschiedenis", "terug"),
	    .is_put_back_refused = code != 200,
	};
	struct html h = html_new(ex->arena);

	v.frame.shell.has_fault = v.is_put_back_refused;
	fill_versions(&v, ex, place);
	if (!find_subject(&of, ex, record, name)) {
		fill_texts(&v, ex, record, past, n);
	} else {
		v.field = of.name;
		v.label = of.label;
		v.current = of.current;
		v.basis = of.basis;
		v.text_url = url_fragment(ex->arena,
		    plan_url(ex, place, plan_page_slug(of.page)), of.anchor);
		fill_states(&v, ex, past, n);
	}
	page_plan_past(&h, &v);
	respond_page(ex, code, &h);
}

void
show_past(struct exchange *ex)
{
	struct plan_place place;
	struct plan_record record;

	if (plan_find(ex, &place) && plan_load(ex, &place, &record))
		answer(ex, &place, &record, name_asked(ex, &ex->search), 200);
}

void
ask_past_put_back(struct exchange *ex)
{
	static const char *const NAMES[] = {"tekst", "id", "basis", NULL};
	struct plan_place place;
	const char *basis, *name = name_asked(ex, &ex->fields);
	int64_t id;

	if (!plan_find(ex, &place) || !plan_fields_are(ex, NAMES) ||
	    !plan_basis(ex, "basis", &basis))
		return;
	if (*name == '\0' || !form_int(&ex->fields, "id", 1, INT64_MAX, &id)) {
		respond_status(ex, ST_INVALID);
		return;
	}
	past_ask_put_back(ex->batch, &place.key, name, id, basis);
	ask(ex, &place, name);
}

/* When the text changed in between, the page shows it as it is now. */
void
show_past_put_back(struct exchange *ex)
{
	const char *name = name_asked(ex, &ex->fields);
	struct plan_place place;
	struct plan_record record;
	struct past_subject of;

	if (!plan_find(ex, &place) || !plan_load(ex, &place, &record))
		return;
	if (plan_read_saved(ex->batch, QUERY_PAST_PUT_BACK).is_saved &&
	    find_subject(&of, ex, &record, name))
		respond_redirect(
		    ex, url_fragment(ex->arena,
			    plan_url(ex, &place, plan_page_slug(of.page)),
			    of.anchor));
	else
		answer(ex, &place, &record, name, 409);
}
