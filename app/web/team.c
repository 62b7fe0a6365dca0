/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * team.c - the coach's pages.
 *
 * Three statements give the members, what they did and their plans; they join
 * the coach's own session, so a member of somebody else's team is not there.
 */
#include "web/team.h"

#include "base/text.h"
#include "pages.h"

#include <stdlib.h>

void
ask_team(struct exchange *ex)
{
	size_t count;
	const struct progress_question *questions =
	    outline_questions(ex->arena, ex->library, &count);

	progress_ask_team(ex->batch, ex->token_hash, questions, count);
}

/* The rows of one person. */
static struct progress_rows
rows_of(struct arena *a, const struct progress_rows *all, int64_t person_id)
{
	struct progress_module *modules =
	    arena_array(a, all->module_count, sizeof(*modules));
	struct progress_plan *plans =
	    arena_array(a, all->plan_count, sizeof(*plans));
	struct progress_rows rows = { .modules = modules, .plans = plans };

	for (size_t i = 0; i < all->module_count; i++)
		if (all->modules[i].person_id == person_id)
			modules[rows.module_count++] = all->modules[i];
	for (size_t i = 0; i < all->plan_count; i++)
		if (all->plans[i].person_id == person_id)
			plans[rows.plan_count++] = all->plans[i];
	return rows;
}

static const char *
id_text(struct arena *a, int64_t id)
{
	return arena_printf(a, "%lld", (long long)id);
}

/* Versions are numbered on; before a draft stands what was handed in. */
static const struct safe_url *
handed_in_url(struct arena *a, const struct progress_plan *plan)
{
	int number = plan->is_draft ? plan->number - 1 : plan->number;

	if (plan->handed_in_s == 0)
		return NULL;
	return url_path(a, "team", id_text(a, plan->person_id), plan->course,
	    plan->casus, id_text(a, number), NULL);
}

static struct team_plan
plan_of(struct arena *a, const struct casus *casus,
    const struct progress_plan *plan)
{
	struct team_plan v = { .casus = casus,
		.words = "Nog geen plan.",
		.badge = "nog niet begonnen",
		.badge_css = "lms-badge--empty" };

	if (plan == NULL)
		return v;
	v.url = handed_in_url(a, plan);
	if (v.url != NULL) {
		v.badge = "ingeleverd";
		v.badge_css = "lms-badge--ok";
		v.words = arena_printf(a, "Ingeleverd op %s.%s",
		    text_date_time(a, plan->handed_in_s),
		    plan->is_draft ? " Werkt aan een nieuwe versie." : "");
		return v;
	}
	v.badge = "bezig";
	v.badge_css = "lms-badge--busy";
	v.words = plan->step == 0 ? "Werkt aan het plan." :
				    arena_printf(a, "Werkt aan stap %d: %s.",
					plan->step,
					outline_step_name(plan->step));
	return v;
}

static const struct team_course *
courses_of(struct arena *a, const struct library *library,
    const struct progress_rows *rows)
{
	struct team_course *list =
	    arena_array(a, library->course_count, sizeof(*list));

	for (size_t c = 0; c < library->course_count; c++) {
		const struct course *course = &library->courses[c];
		struct team_plan *plans =
		    arena_array(a, course->casus_count, sizeof(*plans));

		for (size_t i = 0; i < course->casus_count; i++)
			plans[i] = plan_of(a, &course->casussen[i],
			    progress_find_plan(rows, 0, course->slug,
				course->casussen[i].slug));
		list[c] = (struct team_course){
			.outline = outline_of(a, course, rows),
			.plan_count = course->casus_count,
			.plans = plans
		};
	}
	return list;
}

static struct team_member
member_of(const struct exchange *ex, const struct progress_member *from,
    const struct progress_rows *all)
{
	struct arena *a = ex->arena;
	struct progress_rows rows = rows_of(a, all, from->person_id);

	return (struct team_member){
		.team = from->team,
		.person_id = from->person_id,
		.name = from->person,
		.last_seen = from->visit.course == NULL ?
		    "nog niet hier geweest" :
		    text_date_time(a, from->visit.visited_s),
		.url = url_path(a, "team", id_text(a, from->person_id), NULL),
		.course_count = ex->library->course_count,
		.courses = courses_of(a, ex->library, &rows),
	};
}

static int
newest_first(const void *left, const void *right)
{
	int64_t a = ((const struct team_news *)left)->handed_in_s;
	int64_t b = ((const struct team_news *)right)->handed_in_s;

	return (a < b) - (a > b);
}

enum { NEWS_MAX = 5 };

static size_t
news_of(const struct team_news **out, const struct exchange *ex,
    const struct progress_rows *rows, const struct team_member *members,
    size_t member_count)
{
	struct team_news *list =
	    arena_array(ex->arena, rows->plan_count, sizeof(*list));
	size_t n = 0;

	for (size_t i = 0; i < rows->plan_count; i++) {
		const struct progress_plan *plan = &rows->plans[i];
		const struct course *course =
		    library_course(ex->library, plan->course);
		const struct casus *casus = course == NULL ? NULL :
		    course_casus(course, plan->casus);
		size_t m = 0;

		while (m < member_count &&
		    members[m].person_id != plan->person_id)
			m++;
		if (casus == NULL || m == member_count ||
		    plan->handed_in_s == 0)
			continue;
		list[n++] = (struct team_news){ .name = members[m].name,
			.casus = casus->title,
			.when = text_date_time(ex->arena, plan->handed_in_s),
			.url = handed_in_url(ex->arena, plan),
			.handed_in_s = plan->handed_in_s };
	}
	qsort(list, n, sizeof(*list), newest_first);
	*out = list;
	return n < NEWS_MAX ? n : NEWS_MAX;
}

void
show_team(struct exchange *ex)
{
	const struct progress_member *from;
	size_t count = progress_read_members(ex->batch, &from);
	struct team_member *members =
	    arena_array(ex->arena, count, sizeof(*members));
	struct team_view v = { .shell = shell_for(ex, "Team", MENU_TEAM),
		.member_count = count,
		.members = members };
	struct progress_rows rows;
	struct html h = html_new(ex->arena);

	progress_read_team(&rows, ex->batch);
	for (size_t i = 0; i < count; i++) {
		members[i] = member_of(ex, &from[i], &rows);
		if (i > 0 && from[i].team_id == from[i - 1].team_id)
			members[i].team = NULL;
	}
	v.news_count = news_of(&v.news, ex, &rows, members, count);
	page_team(&h, &v);
	respond_page(ex, 200, &h);
}

void
show_member(struct exchange *ex)
{
	const struct progress_member *from;
	size_t count = progress_read_members(ex->batch, &from), i = 0;
	struct team_member member;
	struct member_view v = { .member = &member };
	struct progress_rows rows;
	struct html h = html_new(ex->arena);
	int64_t id;

	if (!form_parse_int(exchange_param(ex, "persoon"), 1, INT64_MAX, &id))
		id = 0;
	while (i < count && from[i].person_id != id)
		i++;
	if (i == count) {
		respond_status(ex, ST_NOT_FOUND);
		return;
	}
	progress_read_team(&rows, ex->batch);
	member = member_of(ex, &from[i], &rows);
	v.shell = shell_for(ex, member.name, MENU_TEAM);
	page_member(&h, &v);
	respond_page(ex, 200, &h);
}
