/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * page.c - show a page of the plan, save its texts.
 *
 * Saving is one statement that refuses when a field was changed in another
 * window since the form was made. The script is told so; without a script the
 * page with both texts comes, and the reader chooses.
 */
#include "web/plan/page.h"

#include "base/text.h"
#include "pages.h"
#include "web/plan/action.h"
#include "web/plan/hand_in.h"
#include "web/plan/law.h"
#include "web/plan/line.h"
#include "web/plan/part.h"
#include "web/plan/price.h"
#include "web/plan/rendement.h"

#include <string.h>

/* False: there is no such case or page, and 404 was answered. */
static bool
find_page(struct exchange *ex, struct plan_place *place, enum plan_page *page)
{
	*page = plan_page_by_slug(exchange_param(ex, "pagina"));
	if (*page >= PAGE_PAST) { /* has a handler of its own */
		respond_status(ex, ST_NOT_FOUND);
		return false;
	}
	return plan_find(ex, place);
}

void
ask_plan_page(struct exchange *ex)
{
	struct plan_place place;
	enum plan_page page;

	if (!find_page(ex, &place, &page))
		return;
	plan_ask_page(ex, &place, page);
	plan_part_ask_removed(ex, &place, page);
	if (page == PAGE_LEGITIMITEIT)
		plan_law_ask(ex);
	if (page == PAGE_RENDEMENT) {
		plan_line_ask_copied(ex, &place);
		plan_rendement_ask(ex, &place);
	}
}

static const char *
counted(struct arena *a, size_t n, const char *one, const char *more)
{
	return arena_printf(a, "%zu %s", n, n == 1 ? one : more);
}

static void
answer_step(struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record, enum plan_page page, bool is_typed)
{
	struct plan_error errors[PLAN_FORM_TEXTS];
	struct plan_step_view v = {
		.frame = plan_frame_for(ex, place, record, page),
		.form = plan_form_of(ex, place, record, page),
		.intro = plan_form_intro(page),
		.is_onderbouwing = page == PAGE_ONDERBOUWING,
		.legitimiteit_url = plan_url(ex, place, "legitimiteit"),
		.rendement_url = plan_url(ex, place, "rendement"),
		.legitimiteit_words = counted(ex->arena,
		    record->plan.article_count, "artikel gekozen",
		    "artikelen gekozen"),
		.rendement_words = counted(ex->arena, record->plan.line_count,
		    "regel in de rekensom", "regels in de rekensom"),
	};
	struct html h = html_new(ex->arena);

	v.form.saved = v.frame.saved;
	if (is_typed) {
		plan_form_fill(&v.form, ex, page);
		plan_frame_refuse(&v.frame, errors,
		    plan_form_faults(errors, ex, page));
		v.form.saved = NULL;
	}
	page_plan_step(&h, &v);
	respond_page(ex, is_typed ? 422 : 200, &h);
}

static void
answer_page(struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record, enum plan_page page)
{
	switch (page) {
	case PAGE_LEGITIMITEIT:
		plan_law_answer(ex, place, record, NULL);
		return;
	case PAGE_RENDEMENT:
		plan_rendement_answer(ex, place, record, NULL);
		return;
	case PAGE_ACTIEPLAN:
		plan_action_answer(ex, place, record, NULL);
		return;
	case PAGE_INLEVEREN:
		plan_hand_in_answer(ex, place, record, 200);
		return;
	case PAGE_HUISHOUDEN:
	case PAGE_TOEKOMST:
	case PAGE_DOORBRAAK:
	case PAGE_OVERZICHT:
	case PAGE_ONDERBOUWING:
	case PAGE_PAST:
	case PAGE_TAKE:
	case PLAN_PAGE_COUNT:
		break;
	}
	answer_step(ex, place, record, page, false);
}

void
show_plan_page(struct exchange *ex)
{
	struct plan_place place;
	struct plan_record record;
	enum plan_page page;

	if (!find_page(ex, &place, &page) || !plan_load(ex, &place, &record))
		return;
	if (ex->part != NULL && page == PAGE_LEGITIMITEIT)
		plan_law_answer_found(ex, &place, &record);
	else
		answer_page(ex, &place, &record, page);
}

/* Too long texts are not sent to the database: the page shows the fault. */
static bool
has_faults(struct exchange *ex, enum plan_page page)
{
	struct plan_error errors[PLAN_FORM_TEXTS];

	return plan_form_faults(errors, ex, page) > 0;
}

void
ask_plan_save(struct exchange *ex)
{
	struct plan_error errors[PLAN_FORM_TEXTS];
	struct plan_place place;
	enum plan_page page;

	if (!find_page(ex, &place, &page) || !plan_form_is_sound(ex, page))
		return;
	if (ex->part != NULL) {
		if (plan_form_faults(errors, ex, page) > 0)
			respond_json(
			    ex, 422, "melding", errors[0].message, NULL);
		else
			plan_form_ask_save(ex, &place, page);
		return;
	}
	if (!has_faults(ex, page))
		plan_form_ask_save(ex, &place, page);
	plan_ask(ex->batch, &place.key, PLAN_NEWEST);
}

static void
answer_next(struct exchange *ex, const struct plan_place *place,
    enum plan_page page)
{
	const char *next = form_text(&ex->fields, "naar");

	if (strcmp(next, "begin") == 0) {
		plan_form_begin(ex, place, page);
		return;
	}
	if (plan_page_by_slug(next) >= PAGE_PAST)
		next = plan_page_slug(page);
	respond_redirect(ex, plan_url(ex, place, next));
}

void
show_plan_save(struct exchange *ex)
{
	struct plan_place place;
	struct plan_record record;
	enum plan_page page;

	if (!find_page(ex, &place, &page))
		return;
	if (ex->part != NULL) {
		plan_respond_saved(ex,
		    plan_read_saved(ex->batch, QUERY_PLAN_SAVE),
		    plan_read_stamps(ex->batch, QUERY_PLAN_SAVE));
		return;
	}
	if (!plan_load(ex, &place, &record))
		return;
	if (has_faults(ex, page))
		answer_step(ex, &place, &record, page, true);
	else if (plan_read_saved(ex->batch, QUERY_PLAN_SAVE).is_saved)
		answer_next(ex, &place, page);
	else
		plan_form_conflict(ex, &place, &record, page);
}
