/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * start.c - what the dossier says runs today, taken over into huidig.
 *
 * A line is made as the form would make it: from the case's tariff, with what
 * the document says of how much and how long. Why the expert lets it stop is
 * thinking, and is never taken over.
 */
#include "web/plan/start.h"

#include "core/plan_input.h"
#include "core/plan_words.h"
#include "store/plan_editor.h"
#include "store/plan_part.h"

#include <string.h>

static const char ALL[] = "alles";

/* False: the case's own tables do not have it (any more). */
static bool
make_line(struct plan_line *out, const struct exchange *ex,
    const struct plan_place *place, const struct plan_line *expert)
{
	struct input_fault faults[LINE_FAULTS_MAX];
	struct line_form form = line_form_of(ex->arena, expert);

	form.stopreden = form.kans = "";
	return line_read(out, faults, ex->arena, &form,
		   library_tariff(ex->library, place->casus, expert->code),
		   place->casus->members, place->casus->member_count) == 0;
}

static bool
has_line(const struct plan *plan, const struct plan_line *line)
{
	for (size_t i = 0; i < plan->line_count; i++)
		if (plan->lines[i].scenario == SCENARIO_HUIDIG &&
		    strcmp(plan->lines[i].code, line->code) == 0 &&
		    strcmp(plan->lines[i].persoon, line->persoon) == 0)
			return true;
	return false;
}

/* A press is known by the revision that its page was made of, and its line. */
static const char *
press_id(
    const struct exchange *ex, const struct plan_record *record, size_t number)
{
	return arena_printf(
	    ex->arena, "d%lldr%zu", (long long)record->revision, number);
}

const struct start_view *
start_view_of(const struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record)
{
	const struct casus *c = place->casus;
	struct arena *a = ex->arena;
	struct start_view *v = arena_alloc(a, sizeof(*v));
	struct start_row *rows =
	    arena_array(a, c->start_count + 1, sizeof(*rows));

	*v = (struct start_view){.csrf = ex->csrf,
	    .action = plan_act_url(ex, place, "rendement", "dossier"),
	    .all_id = press_id(ex, record, 0),
	    .rows = rows};
	for (size_t i = 0; i < c->start_count; i++) {
		const struct document *d = c->start[i].document;
		struct plan_line line;

		if (has_line(&record->plan, c->start[i].line) ||
		    !make_line(&line, ex, place, c->start[i].line))
			continue;
		rows[v->count++] = (struct start_row){
		    .name = line.omschrijving,
		    .words =
			line_sentences(a, &line, c->members, c->member_count),
		    .document = d->title,
		    .value = c->start[i].line->id,
		    .id = press_id(ex, record, i + 1),
		    .url = url_path(a, "cursus", place->course->slug, "casus",
			c->slug, "document", d->slug, NULL),
		};
	}
	v->all_words = arena_printf(a, "Neem alle %zu regels over", v->count);
	return v->count == 0 ? NULL : v;
}

const char *
start_words(const struct exchange *ex, const struct plan_place *place)
{
	const struct casus *c = place->casus;
	struct arena *a = ex->arena;
	const char *words = NULL;

	for (size_t i = 0; i < c->start_count; i++) {
		struct plan_line line;

		if (make_line(&line, ex, place, c->start[i].line))
			words = arena_printf(a, "%s\n- %s: %s",
			    words == NULL ? "Nu loopt:" : words,
			    line.omschrijving, line_words(a, &line));
	}
	return words;
}

/* The lines that the form asks for; 0: none that it could have asked. */
static size_t
sent_lines(const struct plan_line **out, struct exchange *ex,
    const struct plan_place *place)
{
	const char *which = form_text(&ex->fields, "regel");
	const struct casus *c = place->casus;
	size_t n = 0;

	for (size_t i = 0; i < c->start_count; i++) {
		struct plan_line *line = arena_alloc(ex->arena, sizeof(*line));

		if ((strcmp(which, ALL) == 0 ||
			strcmp(which, c->start[i].line->id) == 0) &&
		    make_line(line, ex, place, c->start[i].line))
			out[n++] = line;
	}
	return n;
}

void
ask_start_take(struct exchange *ex)
{
	static const char *const NAMES[] = {"regel", "id", NULL};
	struct plan_place place;
	const struct plan_line **lines;
	const char *id;
	size_t n;

	if (!plan_find(ex, &place) || !plan_fields_are(ex, NAMES))
		return;
	id = form_text(&ex->fields, "id");
	lines = arena_array(
	    ex->arena, place.casus->start_count + 1, sizeof(*lines));
	n = sent_lines(lines, ex, &place);
	if (n == 0 || !input_is_id(id)) {
		respond_status(ex, ST_INVALID);
		return;
	}
	plan_ask_put_start(ex->batch, &place.key, id, lines, n);
	plan_ask(ex->batch, &place.key, PLAN_NEWEST);
	plan_rendement_ask(ex, &place);
}

void
show_start_take(struct exchange *ex)
{
	static const struct rendement_typed FULL = {
	    .copy_error =
		"Er passen niet meer dan 60 regels in een scenario. Er is "
		"niets overgenomen. Haal eerst regels weg uit huidig."};
	struct plan_place place;
	struct plan_record record;

	if (!plan_find(ex, &place) || !plan_load(ex, &place, &record))
		return;
	if (plan_read_saved(ex->batch, QUERY_PLAN_START_PUT).is_full)
		plan_rendement_answer(ex, &place, &record, &FULL);
	else
		respond_redirect(
		    ex, url_fragment(ex->arena,
			    url_query(ex->arena,
				plan_scenario_url(ex, &place, SCENARIO_HUIDIG),
				"overgenomen", form_text(&ex->fields, "id")),
			    "overgenomen"));
}
