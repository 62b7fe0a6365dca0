/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * part.c - undo for parts of a plan. What is taken out stays in the
 * database until the plan is handed in, so that one press puts it back.
 */
#include "web/plan/part.h"

#include "core/plan_input.h"
#include "store/plan_part.h"

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

static const char *
part_id(struct exchange *ex, enum plan_page page)
{
	static const char *const NAMES[] = { "id", NULL };
	const char *id;

	if (!plan_fields_are(ex, NAMES))
		return NULL;
	id = form_text(&ex->fields, "id");
	if (page == PAGE_LEGITIMITEIT ? library_law(ex->library, id) != NULL :
					input_is_id(id))
		return id;
	respond_status(ex, ST_INVALID);
	return NULL;
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
	const char *id;

	if (find_part(ex, &place, &page) && (id = part_id(ex, page)) != NULL)
		plan_ask_remove(ex->batch, &place.key, kind_of(page), id);
}

void
show_part_remove(struct exchange *ex)
{
	struct plan_place place;
	enum plan_page page;

	if (find_part(ex, &place, &page))
		respond_redirect(ex,
		    url_fragment(ex->arena,
			url_query(ex->arena,
			    plan_url(ex, &place, plan_page_slug(page)), "weg",
			    form_text(&ex->fields, "id")), "verwijderd"));
}

void
ask_part_restore(struct exchange *ex)
{
	struct plan_place place;
	enum plan_page page;
	const char *id;

	if (!find_part(ex, &place, &page) || (id = part_id(ex, page)) == NULL)
		return;
	if (page == PAGE_LEGITIMITEIT)
		plan_ask_put_article(ex->batch, &place.key, id);
	else
		plan_ask_restore(ex->batch, &place.key, kind_of(page), id);
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
	frame->restore_url =
	    plan_act_url(ex, place, plan_page_slug(page), "terug");
}
