/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * hand_in.c - from draft to handed in, and back to a new draft.
 */
#include "web/plan/hand_in.h"

#include "pages.h"
#include "store/feedback.h"
#include "web/judge.h"
#include "web/plan/argument.h"

static void
fill_step(struct hand_in_step *out, const struct exchange *ex,
    const struct plan_place *place, const struct plan_frame *frame, int i)
{
	static const char *const CSS[] = { "lms-badge--empty",
		"lms-badge--busy", "lms-badge--ok" };
	const struct step_check *check = &frame->check.step[i];

	*out = (struct hand_in_step){ .number = i + 1,
		.name = frame->step[i].name,
		.state = frame->step[i].state,
		.badge_css = CSS[check->state],
		.url = frame->step[i].url,
		.todo_count = check->todo_count };
	for (size_t t = 0; t < check->todo_count; t++)
		out->todo[t] = (struct hand_in_todo){
			argument_todo_words(ex, &check->todo[t]),
			plan_todo_url(ex, place, &check->todo[t]),
			check->todo[t].is_required };
}

void
plan_hand_in_answer(struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record, int code)
{
	struct hand_in_view v = {
		.frame = plan_frame_for(ex, place, record, PAGE_INLEVEREN),
		.action = plan_url(ex, place, "inleveren"),
		.csrf = ex->csrf,
		.was_refused = code != 200,
	};
	struct html h = html_new(ex->arena);

	v.frame.shell.has_fault = v.was_refused;
	v.is_ready = v.frame.check.required_count == 0;
	for (int i = 0; i < STEP_COUNT; i++)
		fill_step(&v.step[i], ex, place, &v.frame, i);
	page_plan_hand_in(&h, &v);
	respond_page(ex, code, &h);
}

static bool
seen_revision(struct exchange *ex, int64_t *seen)
{
	static const char *const NAMES[] = { "revisie", NULL };

	if (!plan_fields_are(ex, NAMES))
		return false;
	if (form_int(&ex->fields, "revisie", 0, INT64_MAX, seen))
		return true;
	respond_status(ex, ST_INVALID);
	return false;
}

void
ask_hand_in(struct exchange *ex)
{
	struct plan_place place;
	int64_t seen;

	if (plan_find(ex, &place) && seen_revision(ex, &seen))
		plan_ask(ex->batch, &place.key, PLAN_NEWEST);
}

static const struct safe_url *
feedback_url(const struct exchange *ex, const struct plan_place *place,
    int number)
{
	return url_path(ex->arena, "cursus", place->course->slug, "casus",
	    place->casus->slug, "plan", "versie",
	    arena_printf(ex->arena, "%d", number), NULL);
}

/* Which rules hold now, so that the next version can tell what is solved. */
static void
keep_feedback(struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record)
{
	const struct rule_set *set = &place->casus->rules;
	const enum holds *holds =
	    judge_plan(ex->arena, place->casus, &record->plan);
	const char **found = arena_array(ex->arena, set->count, sizeof(*found));
	size_t n = 0;

	for (size_t i = 0; i < set->count; i++)
		if (holds[i] == HOLDS_YES)
			found[n++] = set->rule[i].id;
	feedback_ask_keep(ex->batch, &place->key, record->number, found, n);
}

/* Called with the batch of the first trip as ex->earlier. */
void
ask_hand_in_again(struct exchange *ex)
{
	struct plan_place place;
	struct plan_record record;
	struct plan_check check;
	int64_t seen;

	if (!plan_find(ex, &place) || !seen_revision(ex, &seen))
		return;
	if (!plan_read(&record, ex->earlier)) {
		respond_status(ex, ST_NOT_FOUND);
		return;
	}
	if (record.handed_in_s != 0) { /* the same request once more */
		respond_redirect(ex, feedback_url(ex, &place, record.number));
		return;
	}
	plan_check(&check, &record.plan);
	if (check.required_count > 0) {
		plan_hand_in_answer(ex, &place, &record, 422);
		return;
	}
	plan_ask_hand_in(ex->batch, &place.key, seen,
	    ex->library->tariff_version);
	keep_feedback(ex, &place, &record);
}

void
show_hand_in(struct exchange *ex)
{
	struct plan_place place;

	if (plan_find(ex, &place))
		respond_redirect(ex,
		    feedback_url(ex, &place,
			plan_read_number(ex->batch, QUERY_PLAN_HAND_IN)));
}

static bool
is_only_token(struct exchange *ex)
{
	static const char *const NAMES[] = { NULL };

	return plan_fields_are(ex, NAMES);
}

void
ask_plan_start(struct exchange *ex)
{
	struct plan_place place;

	if (plan_find(ex, &place) && is_only_token(ex))
		plan_ask_start(ex->batch, &place.key,
		    place.casus->expert->horizon_jaren,
		    place.casus->expert->disconto_pct);
}

static void
go_to_first_step(struct exchange *ex)
{
	struct plan_place place;

	if (plan_find(ex, &place))
		respond_redirect(ex, plan_url(ex, &place, "huishouden"));
}

void
show_plan_start(struct exchange *ex)
{
	go_to_first_step(ex);
}

void
ask_plan_revise(struct exchange *ex)
{
	struct plan_place place;

	if (plan_find(ex, &place) && is_only_token(ex))
		plan_ask_revise(ex->batch, &place.key);
}

void
show_plan_revise(struct exchange *ex)
{
	go_to_first_step(ex);
}
