/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * part.c - undo for parts of a plan. What is taken out stays in the
 * database until the plan is handed in, so that one press puts it back.
 */
#include "web/plan/part.h"

#include "core/plan_input.h"
#include "core/plan_words.h"
#include "store/plan_part.h"
#include "web/law/law.h"
#include "web/plan/conflict.h"
#include "web/plan/rendement.h"

#include <string.h>

/* What a page is made of: the store's word for it, or NULL. */
static const char *
kind_of(enum plan_page page)
{
	if (page == PAGE_LEGITIMITEIT)
		return "artikel";
	if (page == PAGE_RENDEMENT)
		return "regel";
	return page == PAGE_ACTIEPLAN ? "actie" : NULL;
}

const char *
plan_part_anchor(const struct exchange *ex, enum plan_page page, const char *id)
{
	return arena_printf(ex->arena, "%s-%s", kind_of(page), id);
}

/* The part that the form names; false: 400 was answered. */
static bool
read_part(struct plan_part *part, struct exchange *ex, enum plan_page page)
{
	static const char *const NAMES[] = { "id", "basis", NULL };

	part->kind = kind_of(page);
	part->id = form_text(&ex->fields, "id");
	if (!plan_fields_are(ex, NAMES) ||
	    !plan_basis(ex, "basis", &part->basis))
		return false;
	if (page == PAGE_LEGITIMITEIT ?
		    law_is_code(ex, part->id) :
		    input_is_id(part->id))
		return true;
	respond_status(ex, ST_INVALID);
	return false;
}

static bool
find_part(struct exchange *ex, struct plan_place *place, enum plan_page *page)
{
	*page = plan_page_by_slug(exchange_param(ex, "pagina"));
	if (kind_of(*page) == NULL) {
		respond_status(ex, ST_NOT_FOUND);
		return false;
	}
	return plan_find(ex, place);
}

void
ask_part_remove(struct exchange *ex)
{
	struct plan_place place;
	enum plan_page page;
	struct plan_part part;

	if (!find_part(ex, &place, &page) || !read_part(&part, ex, page))
		return;
	plan_ask_remove(ex->batch, &place.key, &part);
	plan_ask(ex->batch, &place.key, PLAN_NEWEST);
}

/* What is there now, of a line or an action that changed elsewhere. */
static struct plan_conflict_row
row_of(struct exchange *ex, const struct plan_place *place,
    const struct plan *plan, const char *id)
{
	const struct plan_line *line = plan_find_line(plan, id);
	struct plan_conflict_row row = { "Actie", "",
		"Je wilde dit verwijderen." };

	if (line != NULL) {
		row.label = line->omschrijving;
		row.stored = line_sentences(ex->arena, line,
		    place->casus->members, place->casus->member_count);
	}
	for (size_t i = 0; i < plan->action_count; i++)
		if (line == NULL && strcmp(plan->actions[i].id, id) == 0)
			row.stored = action_words(ex->arena,
			    &plan->actions[i]);
	return row;
}

static void
answer_conflict(struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record, enum plan_page page, const char *stamp)
{
	struct plan_conflict c = { .page = page,
		.action = plan_act_url(ex, place, plan_page_slug(page),
		    "verwijder"),
		.keep = plan_url(ex, place, plan_page_slug(page)),
		.send_words = "Verwijder toch",
		.count = 1,
		.basis_count = 1,
		.basis = { { "basis", stamp } } };

	c.row[0] = row_of(ex, place, &record->plan,
	    form_text(&ex->fields, "id"));
	plan_conflict_answer(ex, place, record, &c);
}

void
show_part_remove(struct exchange *ex)
{
	struct plan_place place;
	struct plan_record record;
	enum plan_page page;
	struct plan_saved saved;

	if (!find_part(ex, &place, &page) || !plan_load(ex, &place, &record))
		return;
	saved = plan_read_saved(ex->batch, QUERY_PLAN_PART_REMOVE);
	if (saved.is_saved)
		respond_redirect(ex,
		    url_fragment(ex->arena,
			url_query(ex->arena,
			    plan_url(ex, &place, plan_page_slug(page)), "weg",
			    form_text(&ex->fields, "id")), "verwijderd"));
	else
		answer_conflict(ex, &place, &record, page, saved.stamp);
}

void
ask_part_restore(struct exchange *ex)
{
	struct plan_place place;
	enum plan_page page;
	struct plan_part part;

	if (find_part(ex, &place, &page) && read_part(&part, ex, page))
		plan_ask_restore(ex->batch, &place.key, &part);
}

void
show_part_restore(struct exchange *ex)
{
	struct plan_place place;
	enum plan_page page;
	const struct safe_url *url;
	const char *id = form_text(&ex->fields, "id");

	if (!find_part(ex, &place, &page))
		return;
	url = plan_url(ex, &place, plan_page_slug(page));
	if (page == PAGE_RENDEMENT) /* which tab: the one of this line */
		url = url_query(ex->arena, url, "terug", id);
	respond_redirect(ex, url_fragment(ex->arena, url,
	    plan_part_anchor(ex, page, id)));
}

void
plan_part_ask_removed(struct exchange *ex, const struct plan_place *place,
    enum plan_page page)
{
	const char *id = form_get(&ex->search, "weg");

	if (id != NULL && kind_of(page) != NULL)
		plan_ask_removed(ex->batch, &place->key, kind_of(page), id);
}

void
plan_part_show_removed(struct plan_frame *frame, const struct exchange *ex,
    const struct plan_place *place, enum plan_page page)
{
	const char *id = form_get(&ex->search, "weg");

	if (id == NULL || kind_of(page) == NULL)
		return;
	frame->removed = plan_read_removed(ex->batch);
	frame->removed_id = id;
	frame->removed_stamp = plan_read_removed_stamp(ex->batch);
	frame->restore_url =
	    plan_act_url(ex, place, plan_page_slug(page), "terug");
}
