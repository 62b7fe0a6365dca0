/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chance.c - how likely the threat is. A form of its own on the page of
 * rendement: a number that the sum uses at once, beside the text that says
 * why.
 */
#include "web/plan/chance.h"

#include "base/text.h"
#include "core/plan_input.h"
#include "store/plan_part.h"
#include "web/plan/rendement.h"

/* The chance as it is stored: NULL for empty; `error` when it is no chance. */
static const char *
sent_chance(struct exchange *ex, const char **error)
{
	const char *typed = text_trim(ex->arena,
	    form_text(&ex->fields, "kans_dreigend"));
	const char *chance =
	    *typed == '\0' ? NULL : input_chance(ex->arena, typed);

	*error = *typed != '\0' && chance == NULL ?
	    "Vul een percentage in van 0 tot en met 100, of laat het leeg." :
	    NULL;
	return chance;
}

void
ask_chance(struct exchange *ex)
{
	static const char *const NAMES[] = { "kans_dreigend", NULL };
	struct plan_place place;
	const char *error, *chance;

	if (!plan_find(ex, &place) || !plan_fields_are(ex, NAMES))
		return;
	chance = sent_chance(ex, &error);
	if (error == NULL)
		plan_ask_chance(ex->batch, &place.key, chance);
	else if (ex->part != NULL)
		respond_json(ex, 422, "melding", error, NULL);
	plan_ask(ex->batch, &place.key, PLAN_NEWEST);
}

void
show_chance(struct exchange *ex)
{
	struct rendement_typed typed = { 0 };
	struct plan_place place;
	struct plan_record record;

	if (!plan_find(ex, &place) || !plan_load(ex, &place, &record))
		return;
	(void)sent_chance(ex, &typed.chance_error);
	if (typed.chance_error != NULL)
		plan_rendement_answer(ex, &place, &record, &typed);
	else if (ex->part != NULL)
		plan_respond_saved(ex,
		    plan_read_saved(ex->batch, QUERY_PLAN_CHANCE));
	else
		respond_redirect(ex,
		    url_fragment(ex->arena, plan_url(ex, &place, "rendement"),
			"kans"));
}
