/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * law.c - the articles of a plan, each with its argument. How they are found:
 * law_find.c.
 */
#include "web/plan/law.h"

#include "base/text.h"
#include "pages.h"
#include "web/law/law.h"
#include "web/plan/conflict.h"
#include "web/plan/part.h"
#include "web/privacy.h"

#include <jansson.h>

#include <string.h>

/* What was sent stays in its field; what is wrong is named on top. */
static void
show_typed(struct plan_law_view *v, struct arena *a,
    struct plan_law_article *to, const struct argument_typed *typed)
{
	struct plan_error *errors =
	    arena_array(a, ARGUMENT_PARTS, sizeof(*errors));
	size_t n = 0;

	for (int p = 0; p < ARGUMENT_PARTS; p++) {
		struct plan_text_view *text = &to->part[p];

		if (typed->sent.text[p] == NULL)
			continue;
		text->value = typed->sent.text[p];
		text->error = typed->error[p];
		if (typed->sent.basis[p] != NULL) /* not of what came since */
			text->basis = typed->sent.basis[p];
		if (text->error != NULL)
			errors[n++] = (struct plan_error){
			    text->id, text->label, text->error};
	}
	plan_frame_refuse(&v->frame, errors, n);
}

static void
show_refused(struct plan_law_view *v, struct arena *a, const char *why)
{
	struct plan_error *error = arena_alloc(a, sizeof(*error));

	*error = (struct plan_error){"gekozen", "Gekozen artikelen", why};
	plan_frame_refuse(&v->frame, error, 1);
}

static void
add_offer(struct plan_law_article *to, const char *where, const char *text)
{
	if (to->offer_count == LAW_OFFERS_MAX || text_is_blank(text) ||
	    text_length(text) > ARGUMENT_MOST)
		return;
	for (size_t i = 0; i < to->offer_count; i++)
		if (strcmp(to->offer[i].text, text) == 0)
			return;
	to->offer[to->offer_count++] = (struct plan_law_offer){where, text};
}

/* Who named the hindernis before need not write it again. */
static void
fill_offers(struct plan_law_article *to, const struct exchange *ex,
    const struct plan *plan)
{
	add_offer(to, "In stap 3 schreef je", plan->text[FIELD_HINDERNIS]);
	for (size_t i = 0; i < plan->article_count; i++) {
		const struct plan_article *other = &plan->articles[i];
		const struct law *law = law_of(ex, other->code);

		if (law != NULL)
			add_offer(to,
			    arena_printf(ex->arena, "Bij %s schreef je",
				law_name(ex->arena, law)),
			    other->part[ARGUMENT_HINDERNIS]);
	}
}

static void
fill_parts(struct plan_law_article *to, const struct exchange *ex,
    const struct plan_place *place, const struct plan_record *record, size_t i)
{
	const struct plan_article *from = &record->plan.articles[i];
	struct arena *a = ex->arena;

	for (int p = 0; p < ARGUMENT_PARTS; p++) {
		const char *name = argument_part_name((enum argument_part)p);

		to->part[p] = (struct plan_text_view){
		    .id = arena_printf(a, "%s-%zu", name, i + 1),
		    .name = name,
		    .label = ARGUMENT_ASKED[p].label,
		    .hint = ARGUMENT_ASKED[p].hint,
		    .value = from->part[p],
		    .about = to->name,
		    .basis = record->article_stamp[i].part[p],
		    .question =
			privacy_question(a, place->casus, from->part[p]),
		    .rows = ARGUMENT_ASKED[p].rows};
	}
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
		*to = (struct plan_law_article){.law = law,
		    .name = law_name(a, law),
		    .url = plan_law_url(ex, place, law->code),
		    .owner = plan_owner(ex, place, from->code)};
		fill_parts(to, ex, place, record, i);
		if (typed != NULL && typed->refused == NULL &&
		    strcmp(typed->sent.code, from->code) == 0)
			show_typed(v, a, to, typed);
		if (text_is_blank(to->part[ARGUMENT_HINDERNIS].value))
			fill_offers(to, ex, plan);
		to->remove = (struct plan_button_view){.csrf = ex->csrf,
		    .name = "id",
		    .value = from->code,
		    .basis = PLAN_NO_STAMP, /* nothing of it is lost */
		    .words = "Haal weg",
		    .about = to->name,
		    .action =
			plan_act_url(ex, place, "legitimiteit", "verwijder")};
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
	    .argue_url = plan_act_url(ex, place, "legitimiteit", "argument"),
	};
	const struct law *removed;
	struct html h = html_new(ex->arena);

	v.form.saved = v.frame.saved;
	if (typed != NULL && typed->refused != NULL)
		show_refused(&v, ex->arena, typed->refused);
	fill_articles(&v, ex, place, record, typed);
	v.finder = plan_law_find(ex, place, record);
	v.frame.shell.searches = true;
	plan_part_show_removed(&v.frame, ex, place, PAGE_LEGITIMITEIT);
	removed = v.frame.removed == NULL ? NULL : law_of(ex, v.frame.removed);
	if (removed != NULL)
		v.frame.removed = law_name(ex->arena, removed);
	page_plan_law(&h, &v);
	respond_page(ex, typed != NULL ? 422 : 200, &h);
}

void
ask_law_pick(struct exchange *ex)
{
	static const char *const NAMES[] = {"code", "revisie", NULL};
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
	static const struct argument_typed FULL = {
	    .refused =
		"Er passen niet meer dan 30 artikelen in een plan. Haal er "
		"eerst een weg."};
	static const struct argument_typed GONE = {
	    .refused = "Dit artikel is intussen ingetrokken. Kies een ander."};
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
		plan_law_answer(
		    ex, &place, &record, saved.is_gone ? &GONE : &FULL);
}

/* A part as this page sends it; an older one knew the ruimte only. */
static const char *
sent_as(const struct exchange *ex, enum argument_part part)
{
	const char *name = argument_part_name(part);

	return part == ARGUMENT_RUIMTE && form_get(&ex->fields, name) == NULL
		   ? "argument"
		   : name;
}

static const char *
part_sent(struct exchange *ex, enum argument_part part)
{
	const char *text = form_get(&ex->fields, sent_as(ex, part));

	if (part == ARGUMENT_HINDERNIS && text != NULL && text_is_blank(text) &&
	    form_get(&ex->fields, "neem") != NULL)
		text = form_text(&ex->fields, "neem");
	return text == NULL ? NULL : text_trim(ex->arena, text);
}

static struct argument_typed
argument_sent(struct exchange *ex)
{
	struct argument_typed typed = {
	    .sent.code = form_text(&ex->fields, "code")};

	for (int p = 0; p < ARGUMENT_PARTS; p++) {
		const enum argument_part part = (enum argument_part)p;
		const char *text = part_sent(ex, part);

		if (text == NULL)
			continue;
		typed.sent.text[p] = text;
		typed.sent.basis[p] = form_get(&ex->fields,
		    arena_printf(ex->arena, "basis_%s", sent_as(ex, part)));
		typed.error[p] =
		    text_length(text) > ARGUMENT_MOST
			? "Dit is te lang. Maak het korter dan 5.000 tekens."
			: privacy_fault(ex->arena, text);
	}
	return typed;
}

static const char *
fault_of(const struct argument_typed *typed)
{
	for (int p = 0; p < ARGUMENT_PARTS; p++)
		if (typed->error[p] != NULL)
			return typed->error[p];
	return NULL;
}

/* False: other fields than the form has were sent, and 400 was answered. */
static bool
argument_is_sound(
    struct exchange *ex, const struct argument_typed *typed, int64_t *seen)
{
	static const char *const NAMES[] = {"code", "revisie", "?hindernis",
	    "?ruimte", "?afweging", "?argument", "?neem", "?basis_hindernis",
	    "?basis_ruimte", "?basis_afweging", "?basis_argument", NULL};
	const char *basis;
	bool has_part = false;

	if (!plan_fields_are(ex, NAMES))
		return false;
	for (int p = 0; p < ARGUMENT_PARTS; p++) {
		has_part = has_part || typed->sent.text[p] != NULL;
		if (!plan_basis(ex,
			arena_printf(ex->arena, "basis_%s",
			    sent_as(ex, (enum argument_part)p)),
			&basis))
			return false;
	}
	if (has_part && form_int(&ex->fields, "revisie", 0, INT64_MAX, seen))
		return true;
	respond_status(ex, ST_INVALID);
	return false;
}

void
ask_law_argue(struct exchange *ex)
{
	struct argument_typed typed = argument_sent(ex);
	struct plan_place place;
	int64_t seen;

	if (!plan_find(ex, &place) || !argument_is_sound(ex, &typed, &seen))
		return;
	if (fault_of(&typed) == NULL)
		plan_ask_save_argument(
		    ex->batch, &place.key, seen, &typed.sent);
	else if (ex->part != NULL)
		respond_json(ex, 422, "melding", fault_of(&typed), NULL);
	plan_ask(ex->batch, &place.key, PLAN_NEWEST);
}

/* The parts that changed elsewhere too: those of which a stamp was given. */
static void
answer_conflict(struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record, const struct argument_typed *typed)
{
	const char *code = typed->sent.code;
	const struct plan_article *stored = argument_find(&record->plan, code);
	struct plan_conflict c = {.page = PAGE_LEGITIMITEIT,
	    .action = plan_act_url(ex, place, "legitimiteit", "argument"),
	    .keep = plan_url(ex, place, "legitimiteit"),
	    .send_words = "Bewaar wat ik nu typte",
	    .owner_suffix = code};
	json_t *stamps = json_loads(
	    plan_read_stamps(ex->batch, QUERY_PLAN_ARGUMENT_SAVE), 0, NULL);

	for (int p = 0; p < ARGUMENT_PARTS; p++) {
		const enum argument_part part = (enum argument_part)p;
		const json_t *stamp =
		    json_object_get(stamps, argument_part_name(part));

		if (!json_is_string(stamp))
			continue;
		c.row[c.count++] = (struct plan_conflict_row){
		    argument_part_title(ex, part, code),
		    stored == NULL ? "Dit artikel is weggehaald."
				   : stored->part[p],
		    typed->sent.text[p]};
		c.basis[c.basis_count++] = (struct plan_conflict_field){
		    arena_printf(ex->arena, "basis_%s", sent_as(ex, part)),
		    arena_strdup(ex->arena, json_string_value(stamp))};
	}
	json_decref(stamps);
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
	if (fault_of(&typed) != NULL) {
		plan_law_answer(ex, &place, &record, &typed);
		return;
	}
	saved = plan_read_saved(ex->batch, QUERY_PLAN_ARGUMENT_SAVE);
	if (ex->part != NULL)
		plan_respond_saved(ex, saved,
		    plan_read_stamps(ex->batch, QUERY_PLAN_ARGUMENT_SAVE));
	else if (!saved.is_saved)
		answer_conflict(ex, &place, &record, &typed);
	else
		respond_redirect(ex, url_fragment(ex->arena,
					 plan_url(ex, &place, "legitimiteit"),
					 plan_part_anchor(ex, PAGE_LEGITIMITEIT,
					     typed.sent.code)));
}
