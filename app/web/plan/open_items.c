/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * open_items.c - what is open of the feedback, beside the work.
 *
 * What held when the version before was handed in is stored; whether it still
 * holds is judged anew on the draft as it is now.
 */
#include "web/plan/open_items.h"

#include "store/feedback.h"
#include "web/judge.h"

#include <string.h>

static const struct safe_url *
item_url(const struct exchange *ex, const struct plan_place *place, int number,
    const char *rule)
{
	const struct safe_url *url = url_path(ex->arena, "cursus",
	    place->course->slug, "casus", place->casus->slug, "plan", "versie",
	    arena_printf(ex->arena, "%d", number), NULL);

	return rule == NULL ? url
			    : url_fragment(ex->arena, url,
				  arena_printf(ex->arena, "r-%s", rule));
}

/* The rule of a row that is open and belongs to this page, or NULL. */
static const struct rule *
open_rule(const struct plan_place *place, const struct plan_record *record,
    const struct feedback_record *act, const char *page)
{
	const struct rule *rule = rule_find(&place->casus->rules, act->rule);

	if (rule == NULL || rule->kind == RULE_SEEN || !act->is_found ||
	    act->number != record->number - 1 || strcmp(rule->page, page) != 0)
		return NULL;
	if (*act->answer != '\0' && (act->agrees || rule->when == NULL))
		return NULL;
	return rule;
}

void
open_items_fill(struct plan_frame *out, const struct exchange *ex,
    const struct plan_place *place, enum plan_page page)
{
	const struct feedback_record *acts;
	size_t count = feedback_read(ex->batch, &acts);
	struct plan_open *list = arena_array(ex->arena, count, sizeof(*list));
	const enum holds *holds = NULL;

	for (size_t i = 0; i < count; i++) {
		const struct rule *rule = open_rule(
		    place, out->record, &acts[i], plan_page_slug(page));

		if (rule == NULL)
			continue;
		if (holds == NULL)
			holds = judge_plan(
			    ex->arena, place->casus, &out->record->plan);
		list[out->open_count++] = (struct plan_open){
		    .question = rule->question,
		    .answer = *acts[i].answer == '\0' ? NULL : acts[i].answer,
		    .is_solved =
			holds[rule - place->casus->rules.rule] == HOLDS_NO,
		    .url = item_url(ex, place, acts[i].number, rule->id)};
	}
	out->open = list;
}
