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
#include "web/plan/conflict.h"
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
	static const char *const NAMES[] = { "kans_dreigend",
		"basis_kans_dreigend", NULL };
	struct plan_place place;
	const char *error, *chance, *basis;

	if (!plan_find(ex, &place) || !plan_fields_are(ex, NAMES) ||
	    !plan_basis(ex, NAMES[1], &basis))
		return;
	chance = sent_chance(ex, &error);
	if (error == NULL)
		plan_ask_chance(ex->batch, &place.key, basis, chance);
	else if (ex->part != NULL)
		respond_json(ex, 422, "melding", error, NULL);
	plan_ask(ex->batch, &place.key, PLAN_NEWEST);
}

static const char *
chance_words(struct exchange *ex, const char *chance)
{
	return chance == NULL ?
	    "Niet ingevuld." :
	    arena_printf(ex->arena, "%s %%",
		input_percent_of(ex->arena, chance));
}

static void
answer_conflict(struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record)
{
	const struct safe_url *page = plan_url(ex, place, "rendement");
	const char *error;
	struct plan_conflict c = { .page = PAGE_RENDEMENT,
		.action = plan_act_url(ex, place, "rendement", "kans"),
		.keep = url_fragment(ex->arena, page, "kans"),
		.send_words = "Bewaar wat ik nu typte",
		.count = 1,
		.basis_count = 1,
		.basis = { { "basis_kans_dreigend", record->chance_stamp } } };

	c.row[0] = (struct plan_conflict_row){ "Kans dat het misgaat",
		chance_words(ex, record->plan.kans_dreigend),
		chance_words(ex, sent_chance(ex, &error)) };
	plan_conflict_answer(ex, place, record, &c);
}

void
show_chance(struct exchange *ex)
{
	struct rendement_typed typed = { 0 };
	struct plan_place place;
	struct plan_record record;
	struct plan_saved saved;

	if (!plan_find(ex, &place) || !plan_load(ex, &place, &record))
		return;
	(void)sent_chance(ex, &typed.chance_error);
	if (typed.chance_error != NULL) {
		plan_rendement_answer(ex, &place, &record, &typed);
		return;
	}
	saved = plan_read_saved(ex->batch, QUERY_PLAN_CHANCE);
	if (ex->part != NULL)
		plan_respond_saved(ex, saved,
		    plan_read_stamps(ex->batch, QUERY_PLAN_CHANCE));
	else if (!saved.is_saved)
		answer_conflict(ex, &place, &record);
	else
		respond_redirect(ex,
		    url_fragment(ex->arena, plan_url(ex, &place, "rendement"),
			"kans"));
}
