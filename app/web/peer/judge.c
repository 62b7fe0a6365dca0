/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * judge.c - reading a plan that was dealt, and saying what one finds of it.
 * The page shows nothing of who made it or when. Sending freezes: a second
 * press is the same act, other words after it are given back.
 */
#include "web/peer/judge.h"

#include "base/text.h"
#include "pages.h"

#include <string.h>

/* False: no such page, and 404 was answered. */
static bool
find_slot(struct exchange *ex, struct plan_place *place, int *slot)
{
	const char *name = exchange_param(ex, "plek");
	int64_t number = PEER_SELF;

	if (!peer_find(ex, place))
		return false;
	if (strcmp(name, PEER_SELF_SLUG) != 0 &&
	    !form_parse_int(name, 1, PEER_SLOTS, &number)) {
		respond_status(ex, ST_NOT_FOUND);
		return false;
	}
	*slot = (int)number;
	return true;
}

static void
ask_page(struct exchange *ex, const struct plan_place *place, int slot)
{
	if (slot != PEER_SELF)
		plan_ask_dealt(ex->batch, &place->key, slot);
	peer_ask_own(ex->batch, &place->key, slot);
}

void
ask_peer_judge(struct exchange *ex)
{
	struct plan_place place;
	int slot;

	if (find_slot(ex, &place, &slot))
		ask_page(ex, &place, slot);
}

static void
fill_self(struct peer_judge_view *v, struct exchange *ex,
    const struct plan_place *place, const struct peer_own *own)
{
	v->is_self = true;
	v->title = "Kijk eerst zelf";
	v->intro = "Dit zijn de vragen die je lezers ook krijgen. Alleen jij "
		   "ziet wat je hier kiest. Je hoeft niet alles in te vullen.";
	v->version_url = url_path(ex->arena, "cursus", place->course->slug,
	    "casus", place->casus->slug, "plan", "versie",
	    arena_printf(ex->arena, "%d", own->number), NULL);
}

/* False: it is not there any more, and 404 was answered. */
static bool
fill_other(struct peer_judge_view *v, struct exchange *ex,
    const struct plan_place *place, int slot)
{
	struct plan_record *record = arena_alloc(ex->arena, sizeof(*record));

	if (!plan_read(record, ex->batch)) {
		respond_status(ex, ST_NOT_FOUND);
		return false;
	}
	v->title = arena_printf(ex->arena, "Plan %d van een ander", slot);
	v->intro = place->course->rubric->intro;
	v->reading = reading_of(ex, place->casus, &record->plan, "Dit plan");
	v->form.can_send = true;
	return true;
}

/* What was sent after it was frozen, to keep. */
static const struct peer_value_words *
words_typed(struct exchange *ex, const struct plan_place *place,
    const struct peer_form *form)
{
	struct peer_word *words =
	    arena_array(ex->arena, form->count, sizeof(*words));
	const struct peer_voice voice = {
	    "Wat je nu schreef, niet opgeslagen", form->count, words};

	for (size_t i = 0; i < form->count; i++)
		words[i] = (struct peer_word){
		    .field = form->fields[i].name, .value = form->values[i]};
	return peer_words_beside(ex->arena, place->course->rubric, &voice, 1);
}

static void
fill_sent(struct peer_judge_view *v, struct exchange *ex,
    const struct plan_place *place, const struct peer_own *own)
{
	const struct peer_voice voice = {
	    "Wat jij schreef", own->count, own->words};

	v->sent = arena_printf(ex->arena, "Verstuurd op %s",
	    text_date_time(ex->arena, own->sent_s));
	v->words =
	    peer_words_beside(ex->arena, place->course->rubric, &voice, 1);
}

/* The page; v has what was sent and what to say of it. */
static void
answer(struct exchange *ex, const struct plan_place *place, int slot,
    struct peer_judge_view *v, struct peer_shown *shown, int code)
{
	struct html h = html_new(ex->arena);
	struct peer_own own;

	if (!peer_read_own(&own, ex->batch)) {
		respond_status(ex, ST_NOT_FOUND);
		return;
	}
	if (slot == PEER_SELF)
		fill_self(v, ex, place, &own);
	else if (!fill_other(v, ex, place, slot))
		return;
	shown->own = &own;
	v->shell = shell_for(ex, v->title, MENU_HOME);
	v->shell.is_written = true;
	v->shell.has_fault = code >= 400;
	v->casus_title = place->casus->title;
	v->hub_url = peer_url(ex, place, NULL, NULL);
	v->casus_url = url_path(ex->arena, "cursus", place->course->slug,
	    "casus", place->casus->slug, NULL);
	v->form.action = peer_url(ex, place, exchange_param(ex, "plek"), NULL);
	v->form.owner =
	    plan_owner(ex, place, arena_printf(ex->arena, "lezen%d", slot));
	if (own.sent_s != 0)
		fill_sent(v, ex, place, &own);
	if (own.sent_s != 0 && shown->was_sent)
		v->typed = words_typed(ex, place, &v->form);
	peer_form_fill(&v->form, ex, place, shown);
	page_peer_judge(&h, v);
	respond_page(ex, code, &h);
}

void
show_peer_judge(struct exchange *ex)
{
	struct peer_judge_view v = {0};
	struct peer_shown shown = {0};
	struct plan_place place;
	int slot;

	if (find_slot(ex, &place, &slot))
		answer(ex, &place, slot, &v, &shown, 200);
}

/* --- saving and sending --------------------------------------------------- */

static bool
wants_to_send(const struct exchange *ex, int slot)
{
	return slot != PEER_SELF && ex->part == NULL &&
	       strcmp(form_text(&ex->fields, "doe"), "verstuur") == 0;
}

void
ask_peer_save(struct exchange *ex)
{
	struct peer_form form = {0};
	struct plan_place place;
	const char *fault;
	size_t at;
	int slot;

	if (!find_slot(ex, &place, &slot) || !peer_form_sent(&form, ex, &place))
		return;
	fault = peer_form_fault(ex->arena, &form, &at);
	if (fault == NULL)
		peer_form_save(ex, &place, &form, slot,
		    wants_to_send(ex, slot) &&
			rubric_lacking(form.fields, form.count, form.values) ==
			    form.count);
	else if (ex->part != NULL) {
		respond_json(ex, 422, "melding", fault, NULL);
		return;
	}
	if (ex->part == NULL)
		ask_page(ex, &place, slot);
}

static void
answer_script(struct exchange *ex)
{
	struct peer_saved saved = peer_read_saved(ex->batch);
	struct plan_saved as_plan = {.is_saved = saved.outcome == PEER_SAVED ||
						 saved.outcome == PEER_SENT,
	    .saved_s = saved.saved_s};

	plan_respond_saved(ex, as_plan, saved.stamps);
}

/* Why it is not saved or not sent; false: all is well. */
static bool
find_trouble(struct peer_judge_view *v, struct peer_shown *shown,
    struct exchange *ex, int slot)
{
	const struct peer_form *form = &v->form;
	enum peer_outcome outcome = PEER_SAVED;

	shown->error = peer_form_fault(ex->arena, form, &shown->error_at);
	if (shown->error != NULL) {
		v->alert_title = "Nog niet opgeslagen";
		v->alert = "Kijk bij het veld met een melding.";
		return true;
	}
	outcome = peer_read_saved(ex->batch).outcome;
	if (outcome == PEER_CHANGED) {
		v->alert_title = "Er is ook in een ander venster geschreven";
		v->alert = "We hebben niets overschreven. Hieronder staat wat "
			   "jij nu stuurde. Waar iets anders staat, zie je "
			   "dat erbij.";
		shown->is_conflict = true;
		return true;
	}
	if (outcome == PEER_FROZEN) {
		v->alert_title = "Je hebt deze beoordeling al verstuurd";
		v->alert = "Wat je verstuurde, verandert niet meer. Wat je nu "
			   "schreef, is niet opgeslagen.";
		return true;
	}
	if (outcome == PEER_SENT || !wants_to_send(ex, slot))
		return false;
	shown->error_at =
	    rubric_lacking(form->fields, form->count, form->values);
	shown->error = form->fields[shown->error_at].criterion != NULL
			   ? "Kies wat jij ziet."
			   : "Schrijf hier of hieronder minstens één zin.";
	shown->is_conflict = true; /* it is stored: so are its stamps */
	v->alert_title = "Nog niet verstuurd";
	v->alert = "Wat je schreef, is opgeslagen. Er ontbreekt nog iets. Kijk "
		   "bij het veld met een melding.";
	return true;
}

void
show_peer_save(struct exchange *ex)
{
	struct peer_judge_view v = {0};
	struct peer_shown shown = {.was_sent = true};
	struct plan_place place;
	int slot;

	if (ex->part != NULL) {
		answer_script(ex);
		return;
	}
	if (!find_slot(ex, &place, &slot) ||
	    !peer_form_sent(&v.form, ex, &place))
		return;
	if (find_trouble(&v, &shown, ex, slot))
		answer(ex, &place, slot, &v, &shown,
		    shown.error != NULL ? 422 : 409);
	else if (wants_to_send(ex, slot) || slot == PEER_SELF)
		respond_redirect(ex, peer_url(ex, &place, NULL, NULL));
	else
		respond_redirect(
		    ex, peer_url(ex, &place, exchange_param(ex, "plek"), NULL));
}
