/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * take.c - finds the plan that somebody takes along, and gives it as a file.
 * What is on the paper is composed in paper.c. The statements are those of
 * the pages where the plan is read, so that who may not read it gets what a
 * plan that is not there gives.
 */
#include "web/plan/take.h"

#include "content/plan_file.h"
#include "web/plan/paper.h"

#include <string.h>

enum { VERSION_MAX = 1000 };

/* False: there is no such case or version, and 404 was answered. */
static bool
find_version(struct exchange *ex, struct plan_place *place, int64_t *number)
{
	if (!plan_find(ex, place))
		return false;
	if (form_parse_int(exchange_param(ex, "nummer"), 1, VERSION_MAX,
		number))
		return true;
	respond_status(ex, ST_NOT_FOUND);
	return false;
}

/* False: it is not there, not handed in, or not for this asker. */
static bool
read_version(struct exchange *ex, struct plan_place *place,
    struct plan_record *record)
{
	if (!plan_find(ex, place))
		return false;
	if (plan_read(record, ex->batch) && record->handed_in_s != 0)
		return true;
	respond_status(ex, ST_NOT_FOUND);
	return false;
}

static void
ask_draft(struct exchange *ex)
{
	struct plan_place place;

	if (plan_find(ex, &place))
		plan_ask(ex->batch, &place.key, PLAN_NEWEST);
}

static void
ask_version(struct exchange *ex)
{
	struct plan_place place;
	int64_t number;

	if (find_version(ex, &place, &number))
		plan_ask(ex->batch, &place.key, (int)number);
}

void
ask_draft_paper(struct exchange *ex)
{
	ask_draft(ex);
}

void
show_draft_paper(struct exchange *ex)
{
	struct paper_from from = { .maker = ex->session.name,
		.back_text = "Terug naar je plan" };
	struct plan_record record;

	if (!plan_find(ex, &from.place) || !plan_load(ex, &from.place, &record))
		return;
	from.record = &record;
	from.back = plan_url(ex, &from.place, "meenemen");
	paper_answer(ex, &from);
}

void
ask_version_paper(struct exchange *ex)
{
	ask_version(ex);
}

void
show_version_paper(struct exchange *ex)
{
	struct paper_from from = { .maker = ex->session.name,
		.back_text = "Terug naar de feedback" };
	struct plan_record record;

	if (!read_version(ex, &from.place, &record))
		return;
	from.record = &record;
	from.back = plan_act_url(ex, &from.place, "versie",
	    arena_printf(ex->arena, "%d", record.number));
	paper_answer(ex, &from);
}

void
ask_member_paper(struct exchange *ex)
{
	struct plan_place place;
	int64_t number, person;

	if (!find_version(ex, &place, &number))
		return;
	if (form_parse_int(exchange_param(ex, "persoon"), 1, INT64_MAX,
		&person))
		plan_ask_member(ex->batch, &place.key, person, (int)number);
	else
		respond_status(ex, ST_NOT_FOUND);
}

void
show_member_paper(struct exchange *ex)
{
	struct paper_from from = { .is_coach = true,
		.back_text = "Terug naar de feedback" };
	struct plan_record record;

	if (!read_version(ex, &from.place, &record))
		return;
	from.record = &record;
	from.maker = record.person;
	from.back = url_path(ex->arena, "team", exchange_param(ex, "persoon"),
	    from.place.course->slug, from.place.casus->slug,
	    exchange_param(ex, "nummer"), NULL);
	paper_answer(ex, &from);
}

/* A version has its tariffs of then; a draft those of now. */
static void
answer_file(struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record)
{
	const char *tables = record->plan.tables != NULL ?
	    record->plan.tables :
	    ex->library->tariff_version;

	ex->response.code = 200;
	ex->response.type = "application/json";
	ex->response.body = plan_file_write(ex->arena, &record->plan,
	    place->course, place->casus, tables);
	ex->response.body_len = strlen(ex->response.body);
	respond_header(ex, "content-disposition",
	    arena_printf(ex->arena, "attachment; filename=\"plan-%s-%d.json\"",
		place->casus->slug, record->number));
}

void
ask_draft_file(struct exchange *ex)
{
	ask_draft(ex);
}

void
show_draft_file(struct exchange *ex)
{
	struct plan_place place;
	struct plan_record record;

	if (plan_find(ex, &place) && plan_load(ex, &place, &record))
		answer_file(ex, &place, &record);
}

void
ask_version_file(struct exchange *ex)
{
	ask_version(ex);
}

void
show_version_file(struct exchange *ex)
{
	struct plan_place place;
	struct plan_record record;

	if (read_version(ex, &place, &record))
		answer_file(ex, &place, &record);
}
