/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * form.c - what the form of a judgement holds: what is stored, or what was
 * sent and could not be saved. Each field carries the stamp of what it was
 * made of, so that two windows never overwrite each other unseen.
 */
#include "web/peer/form.h"

#include "base/text.h"
#include "web/privacy.h"

#include <string.h>

enum { FIELDS_MAX = RUBRIC_VALUES * (CRITERIA_MAX + 2) };

static const char *
basis_name(const struct exchange *ex, const char *field)
{
	return arena_printf(ex->arena, "basis_%s", field);
}

/* The names of the form, for plan_fields_are. */
static const char *const *
names_of(const struct exchange *ex, const struct peer_form *form)
{
	const char **names =
	    arena_array(ex->arena, 2 * form->count + 2, sizeof(*names));
	size_t n = 0;

	for (size_t i = 0; i < form->count; i++) {
		names[n++] = form->fields[i].name;
		names[n++] = basis_name(ex, form->fields[i].name);
	}
	names[n] = "?doe";
	return names;
}

bool
peer_form_sent(
    struct peer_form *form, struct exchange *ex, const struct plan_place *place)
{
	const char **values =
	    arena_array(ex->arena, FIELDS_MAX, sizeof(*values));
	const char *basis;

	form->count =
	    rubric_fields(&form->fields, ex->arena, place->course->rubric);
	form->values = values;
	if (!plan_fields_are(ex, names_of(ex, form)))
		return false;
	for (size_t i = 0; i < form->count; i++) {
		const struct rubric_field *f = &form->fields[i];

		values[i] =
		    text_trim(ex->arena, form_text(&ex->fields, f->name));
		if (!plan_basis(ex, basis_name(ex, f->name), &basis))
			return false;
		if (f->criterion != NULL && *values[i] != '\0' &&
		    rubric_words(f->criterion, values[i]) == NULL) {
			respond_status(ex, ST_INVALID);
			return false;
		}
	}
	return true;
}

const char *
peer_form_fault(struct arena *a, const struct peer_form *form, size_t *field)
{
	for (*field = 0; *field < form->count; ++*field) {
		const char *text = form->values[*field];
		const char *fault = privacy_fault(a, text);

		if (text_length(text) > PEER_WORD_MOST)
			return "Dit is te lang. Houd het bij 2.000 tekens.";
		if (fault != NULL)
			return fault;
	}
	return NULL;
}

void
peer_form_save(struct exchange *ex, const struct plan_place *place,
    const struct peer_form *form, int slot, bool must_send)
{
	const char **names =
	    arena_array(ex->arena, form->count, sizeof(*names));
	const char **bases =
	    arena_array(ex->arena, form->count, sizeof(*bases));
	const struct plan_texts texts = {
	    form->count, names, form->values, bases, 0};

	for (size_t i = 0; i < form->count; i++) {
		names[i] = form->fields[i].name;
		bases[i] = form_text(&ex->fields, basis_name(ex, names[i]));
	}
	peer_ask_save(ex->batch, &place->key, slot, &texts, must_send);
}

/* --- how it is shown ------------------------------------------------------ */

static const struct peer_word *
stored_word(const struct peer_own *own, const char *field)
{
	for (size_t i = 0; i < own->count; i++)
		if (strcmp(own->words[i].field, field) == 0)
			return &own->words[i];
	return NULL;
}

static void
fill_levels(struct peer_field *out, struct arena *a,
    const struct rubric_criterion *criterion)
{
	struct peer_level *levels =
	    arena_array(a, criterion->level_count + 1, sizeof(*levels));
	size_t n = 0;

	for (; n < criterion->level_count; n++)
		levels[n] = (struct peer_level){criterion->levels[n].id,
		    criterion->levels[n].words,
		    strcmp(criterion->levels[n].id, out->value) == 0};
	levels[n] = (struct peer_level){
	    "", "Dat weet ik nog niet.", *out->value == '\0'};
	out->levels = levels;
	out->level_count = n + 1;
}

/* What stands in the database beside what was typed, in words. */
static const char *
stored_words(const struct rubric_field *f, const char *stored)
{
	if (f->criterion != NULL)
		stored = rubric_words(f->criterion, stored);
	return stored == NULL || *stored == '\0' ? "(nog niets)" : stored;
}

static struct peer_field
field_of(const struct peer_form *form, struct exchange *ex,
    const struct casus *casus, const struct peer_shown *shown, size_t i)
{
	const struct rubric_field *f = &form->fields[i];
	const struct peer_word *word = stored_word(shown->own, f->name);
	const char *stored = word == NULL ? "" : word->value;
	struct peer_field out = {.name = f->name,
	    .label = f->label,
	    .about = peer_value_title(f->value),
	    .value = stored,
	    .basis = word == NULL ? PLAN_NO_STAMP : word->stamp};

	if (shown->was_sent) {
		out.value = form->values[i];
		if (!shown->is_conflict)
			out.basis =
			    form_text(&ex->fields, basis_name(ex, f->name));
		else if (strcmp(stored, out.value) != 0)
			out.stored = stored_words(f, stored);
	}
	if (shown->error != NULL && shown->error_at == i)
		out.error = shown->error;
	if (f->criterion != NULL)
		fill_levels(&out, ex->arena, f->criterion);
	else
		out.question = privacy_question(ex->arena, casus, out.value);
	return out;
}

void
peer_form_fill(struct peer_form *form, struct exchange *ex,
    const struct plan_place *place, const struct peer_shown *shown)
{
	const struct rubric *rubric = place->course->rubric;
	struct peer_field *fields;
	size_t i = 0;

	form->count = rubric_fields(&form->fields, ex->arena, rubric);
	fields = arena_array(ex->arena, form->count, sizeof(*fields));
	form->csrf = ex->csrf;
	for (int v = 0; v < RUBRIC_VALUES; v++) {
		struct peer_value *value = &form->value[v];

		*value = (struct peer_value){
		    .title = peer_value_title((enum rule_value)v),
		    .core = rubric->value[v].core,
		    .fields = &fields[i]};
		for (; i < form->count &&
		       form->fields[i].value == (enum rule_value)v;
		     i++) {
			fields[i] = field_of(form, ex, place->casus, shown, i);
			value->field_count++;
		}
	}
	if (shown->own->saved_s != 0)
		form->saved = arena_printf(ex->arena, "Opgeslagen om %s",
		    text_time(ex->arena, shown->own->saved_s));
}
