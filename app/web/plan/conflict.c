/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * conflict.c - the page with both. Its form sends what was sent before once
 * more; only the stamps are those of what the reader now sees as stored.
 */
#include "web/plan/conflict.h"

#include "pages.h"

#include <string.h>

static const char *
value_of(const struct plan_conflict *of, const struct plan_record *record,
    struct arena *a, const struct form_field *sent)
{
	for (size_t i = 0; i < of->basis_count; i++)
		if (strcmp(of->basis[i].name, sent->name) == 0)
			return of->basis[i].value;
	if (strcmp(sent->name, "revisie") == 0)
		return arena_printf(a, "%lld", (long long)record->revision);
	return sent->value;
}

static void
fill_fields(struct plan_conflict_view *v, const struct exchange *ex)
{
	struct plan_conflict_field *list =
	    arena_array(ex->arena, ex->fields.count, sizeof(*list));

	for (size_t i = 0; i < ex->fields.count; i++) {
		const struct form_field *sent = &ex->fields.field[i];

		/* Its own token; and afterwards to the page it came from. */
		if (strcmp(sent->name, "csrf") == 0 ||
		    strcmp(sent->name, "naar") == 0)
			continue;
		list[v->field_count++] = (struct plan_conflict_field){
			sent->name,
			value_of(v->of, v->frame.record, ex->arena, sent) };
	}
	v->fields = list;
}

void
plan_conflict_answer(struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record, const struct plan_conflict *of)
{
	struct plan_conflict_view v = {
		.frame = plan_frame_for(ex, place, record, of->page),
		.of = of,
		.owner = plan_owner(ex, place, of->owner_suffix),
	};
	struct html h = html_new(ex->arena);

	v.frame.shell.has_fault = true;
	fill_fields(&v, ex);
	page_plan_conflict(&h, &v);
	respond_page(ex, 409, &h);
}
