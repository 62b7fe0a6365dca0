/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * team.c - the coach's page. The statements join the coach's own session, so
 * a member of somebody else's team is not there.
 */
#include "web/team.h"

#include "base/text.h"
#include "pages.h"
#include "web/outline.h"

#include <stdlib.h>
#include <string.h>

void
ask_team(struct exchange *ex)
{
	outline_ask(ex, PEOPLE_TEAM);
	team_ask_members(ex->batch, ex->token_hash, PEOPLE_TEAM);
	team_ask_stuck(ex->batch, ex->token_hash, PEOPLE_TEAM);
	review_ask_answered(ex->batch, ex->token_hash, PEOPLE_TEAM);
}

/* All rows of the page. */
struct team_rows {
	struct progress_rows progress;
	size_t member_count, stuck_count, answered_count;
	const struct member_record *members;
	const struct stuck_record *stuck;
	const struct review_answered *answered;
};

static struct person_work
work_of(const struct exchange *ex, const struct team_rows *all,
    const struct member_record *member)
{
	struct person_work w = {.arena = ex->arena,
	    .library = ex->library,
	    .now_s = ex->now_s,
	    .member = member,
	    .answered_count = all->answered_count,
	    .answered = all->answered,
	    .rows = progress_of_person(&all->progress, member->person_id)};
	size_t i = 0;

	while (i < all->stuck_count &&
	       all->stuck[i].person_id != member->person_id)
		i++;
	w.stuck = all->stuck + i;
	while (i + w.stuck_count < all->stuck_count &&
	       w.stuck[w.stuck_count].person_id == member->person_id)
		w.stuck_count++;
	return w;
}

/* --- who needs the coach -------------------------------------------------- */

static int
most_pressing_first(const void *left, const void *right)
{
	const struct attention_item *a = left, *b = right;
	int order = attention_compare(a->why, b->why);

	if (order == 0)
		order = strcmp(a->person, b->person);
	if (order == 0)
		order = (a->person_id > b->person_id) -
			(a->person_id < b->person_id);
	return order;
}

/* The most pressing of each; who is in two teams is there once. */
static struct attention_list
attention_of(const struct exchange *ex, const struct team_rows *all)
{
	struct attention_item *list =
	    arena_array(ex->arena, all->member_count, sizeof(*list));
	size_t n = 0, once = 0;

	for (size_t i = 0; i < all->member_count; i++) {
		struct person_work w = work_of(ex, all, &all->members[i]);
		struct attention_list own = person_attention(&w);

		if (own.count > 0)
			list[n++] = own.items[0];
	}
	qsort(list, n, sizeof(*list), most_pressing_first);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || list[i].person_id != list[i - 1].person_id)
			list[once++] = list[i];
	return (struct attention_list){
	    "Er wacht niemand op jou. Alle ingeleverde plannen zijn geopend "
	    "en niemand lijkt vast te zitten.",
	    once, list};
}

/* --- the table ------------------------------------------------------------ */

static struct team_plan
plan_of(const struct person_work *w, const struct course *course,
    const struct casus *casus)
{
	struct arena *a = w->arena;
	const struct progress_plan *plan =
	    progress_find_plan(&w->rows, course->slug, casus->slug);
	struct team_plan v = {.title = casus->title, .words = "Nog geen plan"};

	if (plan == NULL)
		return v;
	v.url = person_url(w, person_plan_anchor(a, course->slug, casus->slug));
	if (plan->handed_in_s != 0) {
		v.words = "Ingeleverd";
		v.read_url = person_version_url(
		    w, course->slug, casus->slug, plan->handed_in_number);
		return v;
	}
	v.words = plan->step == 0 ? "Bezig"
				  : arena_printf(a, "Stap %d: %s", plan->step,
					outline_step_name(plan->step));
	return v;
}

static const char *
words_seen(const struct person_work *w)
{
	int64_t seen_s = person_seen_s(w);
	const char *day;

	if (seen_s == 0)
		return "nog niet hier geweest";
	day = text_day(w->arena, seen_s, w->now_s);
	return strncmp(day, "op ", 3) == 0 ? day + 3 : day;
}

static struct team_row
row_of(const struct person_work *w)
{
	const struct library *library = w->library;
	size_t casus_count = 0, n = 0;
	struct team_course *courses =
	    arena_array(w->arena, library->course_count, sizeof(*courses));
	struct team_plan *plans;

	for (size_t c = 0; c < library->course_count; c++) {
		const struct course *course = &library->courses[c];
		struct course_progress p =
		    outline_progress(w->arena, course, &w->rows);

		courses[c] = (struct team_course){
		    .title = library->course_count > 1 ? course->title : NULL,
		    .words = outline_words(w->arena, &p),
		    .url = person_url(
			w, person_course_anchor(w->arena, course->slug))};
		casus_count += course->casus_count;
	}
	plans = arena_array(w->arena, casus_count, sizeof(*plans));
	for (size_t c = 0; c < library->course_count; c++)
		for (size_t i = 0; i < library->courses[c].casus_count; i++)
			plans[n++] = plan_of(w, &library->courses[c],
			    &library->courses[c].casussen[i]);
	if (casus_count == 1)
		plans[0].title = NULL;
	return (struct team_row){.name = w->member->person,
	    .last_seen = words_seen(w),
	    .url = person_url(w, NULL),
	    .course_count = library->course_count,
	    .plan_count = casus_count,
	    .courses = courses,
	    .plans = plans};
}

/* Members stand per team; a group each. */
static size_t
groups_of(const struct team_group **out, const struct exchange *ex,
    const struct team_rows *all)
{
	struct team_row *rows =
	    arena_array(ex->arena, all->member_count, sizeof(*rows));
	struct team_group *groups =
	    arena_array(ex->arena, all->member_count, sizeof(*groups));
	size_t n = 0;

	for (size_t i = 0; i < all->member_count; i++) {
		const struct member_record *m = &all->members[i];
		struct person_work w = work_of(ex, all, m);

		rows[i] = row_of(&w);
		if (i == 0 || m->team_id != m[-1].team_id)
			groups[n++] = (struct team_group){
			    .name = m->team, .rows = &rows[i]};
		groups[n - 1].row_count++;
	}
	*out = groups;
	return n;
}

/* --- the filter ----------------------------------------------------------- */

/* Keeps the members of one team; an unknown team keeps everybody. Returns
 * the id of that team, or 0. */
static int64_t
keep_team(struct team_rows *all, int64_t id)
{
	size_t from = 0, to;

	while (from < all->member_count && all->members[from].team_id != id)
		from++;
	for (to = from; to < all->member_count; to++)
		if (all->members[to].team_id != id)
			break;
	if (from == to)
		return 0;
	all->members += from;
	all->member_count = to - from;
	return id;
}

static size_t
choices_of(const struct team_choice **out, struct arena *a,
    const struct member_record *members, size_t count, int64_t here)
{
	struct team_choice *list = arena_array(a, count + 1, sizeof(*list));
	size_t n = 0;

	list[n++] =
	    (struct team_choice){"Alle teams", URL_LITERAL("/team"), here == 0};
	for (size_t i = 0; i < count; i++)
		if (i == 0 || members[i].team_id != members[i - 1].team_id)
			list[n++] = (struct team_choice){members[i].team,
			    url_query(a, URL_LITERAL("/team"), "team",
				arena_printf(
				    a, "%lld", (long long)members[i].team_id)),
			    here == members[i].team_id};
	*out = list;
	return n > 2 ? n : 0;
}

void
show_team(struct exchange *ex)
{
	struct team_view v = {.shell = shell_for(ex, "Team", MENU_TEAM)};
	struct html h = html_new(ex->arena);
	const struct member_record *members;
	struct team_rows all;
	size_t count;
	int64_t id;

	progress_read(&all.progress, ex->batch);
	all.stuck_count = team_read_stuck(ex->batch, &all.stuck);
	all.answered_count = review_read_answered(ex->batch, &all.answered);
	count = all.member_count = team_read_members(ex->batch, &members);
	all.members = members;
	id = form_int(&ex->search, "team", 1, INT64_MAX, &id)
		 ? keep_team(&all, id)
		 : 0;
	v.choice_count = choices_of(&v.choices, ex->arena, members, count, id);
	v.group_count = groups_of(&v.groups, ex, &all);
	v.attention = attention_of(ex, &all);
	page_team(&h, &v);
	respond_page(ex, 200, &h);
}
