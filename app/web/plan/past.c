/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * past.c - which versions there are, and how a text of the draft was before.
 * An overview names the texts; the words themselves come one text at a time.
 */
#include "web/plan/past.h"

#include "base/text.h"
#include "pages.h"
#include "web/plan/form.h"

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

static enum plan_field
field_asked(const struct form *form, const char *name)
{
	return plan_field_by_name(form_text(form, name));
}

static void
ask(struct exchange *ex, const struct plan_place *place,
    enum plan_field field)
{
	plan_ask(ex->batch, &place->key, PLAN_NEWEST);
	plan_ask_versions(ex->batch, &place->key);
	past_ask(ex->batch, &place->key, field);
}

void
ask_past(struct exchange *ex)
{
	struct plan_place place;

	if (plan_find(ex, &place))
		ask(ex, &place, field_asked(&ex->search, "tekst"));
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
		    text_date_time(a, is_draft ? from[i].saved_s :
						 from[i].handed_in_s));
		if (!is_draft)
			list[i].url = plan_act_url(ex, place, "versie",
			    arena_printf(a, "%d", from[i].number));
	}
	v->versions = list;
	v->version_count = n;
}

/* A row a text, the one that changed last first. */
static void
fill_texts(struct past_view *v, const struct exchange *ex,
    const struct past_text *past, size_t n)
{
	struct arena *a = ex->arena;
	struct past_row *list = arena_array(a, FIELD_COUNT, sizeof(*list));
	int states[FIELD_COUNT] = { 0 };

	for (size_t i = 0; i < n; i++)
		states[past[i].field]++;
	for (size_t i = 0; i < n; i++) {
		enum plan_field field = past[i].field;

		if (states[field] == 0)
			continue;
		list[v->row_count++] = (struct past_row){
			.title = plan_form_label(field),
			.words = arena_printf(a, "%d eerdere %s, de laatste van %s",
			    states[field], states[field] == 1 ? "tekst" : "teksten",
			    text_date_time(a, past[i].saved_s)),
			.url = url_query(a, v->page_url, "tekst",
			    plan_field_name(field)) };
		states[field] = 0; /* named once */
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
			.words = arena_printf(a, "%zu tekens",
			    text_length(past[i].value)),
			.value = past[i].value,
			.id = arena_printf(a, "%lld", (long long)past[i].id) };
	v->rows = list;
	v->row_count = n;
}

static void
answer(struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record, enum plan_field field, int code)
{
	const struct past_text *past;
	size_t n = past_read(ex->batch, &past);
	struct past_view v = {
		.frame = plan_frame_for(ex, place, record, PAGE_PAST),
		.page_url = plan_url(ex, place, "geschiedenis"),
		.put_back_url =
		    plan_act_url(ex, place, "geschiedenis", "terug"),
		.is_put_back_refused = code != 200,
	};
	struct html h = html_new(ex->arena);

	v.frame.shell.has_fault = v.is_put_back_refused;
	fill_versions(&v, ex, place);
	if (field == FIELD_COUNT) {
		fill_texts(&v, ex, past, n);
	} else {
		v.field = plan_field_name(field);
		v.label = plan_form_label(field);
		v.current = record->plan.text[field];
		v.basis = record->text_stamp[field];
		v.text_url = plan_url(ex, place,
		    plan_page_slug(page_of(field)));
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
		answer(ex, &place, &record, field_asked(&ex->search, "tekst"),
		    200);
}

void
ask_past_put_back(struct exchange *ex)
{
	static const char *const NAMES[] = { "tekst", "id", "basis", NULL };
	struct plan_place place;
	const char *basis;
	enum plan_field field = field_asked(&ex->fields, "tekst");
	int64_t id;

	if (!plan_find(ex, &place) || !plan_fields_are(ex, NAMES) ||
	    !plan_basis(ex, "basis", &basis))
		return;
	if (field == FIELD_COUNT ||
	    !form_int(&ex->fields, "id", 1, INT64_MAX, &id)) {
		respond_status(ex, ST_INVALID);
		return;
	}
	past_ask_put_back(ex->batch, &place.key, field, id, basis);
	ask(ex, &place, field);
}

/* When the text changed in between, the page shows it as it is now. */
void
show_past_put_back(struct exchange *ex)
{
	enum plan_field field = field_asked(&ex->fields, "tekst");
	struct plan_place place;
	struct plan_record record;

	if (!plan_find(ex, &place) || !plan_load(ex, &place, &record))
		return;
	if (plan_read_saved(ex->batch, QUERY_PAST_PUT_BACK).is_saved)
		respond_redirect(ex,
		    url_fragment(ex->arena,
			plan_url(ex, &place, plan_page_slug(page_of(field))),
			plan_field_name(field)));
	else
		answer(ex, &place, &record, field, 409);
}
