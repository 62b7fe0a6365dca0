/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * person.c - where a person's work stands, and the words for what of it asks
 * for attention. The rules are core/attention.c; here they meet the course.
 * The words tell what happened and when, and judge nothing.
 */
#include "web/person.h"

#include "base/text.h"
#include "base/url.h"
#include "web/outline.h"

#include <stdlib.h>
#include <string.h>

int64_t
person_seen_s(const struct person_work *w)
{
	int64_t seen_s = w->member->visited_s;

	for (size_t i = 0; i < w->rows.plan_count; i++)
		if (w->rows.plans[i].saved_s > seen_s)
			seen_s = w->rows.plans[i].saved_s;
	return seen_s;
}

const struct safe_url *
person_url(const struct person_work *w, const char *anchor)
{
	struct arena *a = w->arena;
	const struct safe_url *url =
	    w->is_self
		? URL_LITERAL("/dit-ziet-je-coach")
		: url_path(a, "team",
		      arena_printf(a, "%lld", (long long)w->member->person_id),
		      NULL);

	return anchor == NULL ? url : url_fragment(a, url, anchor);
}

/* tail: of its address; NULL: its feedback. */
static const struct safe_url *
version_at(const struct person_work *w, const char *course, const char *casus,
    int number, const char *tail)
{
	struct arena *a = w->arena;
	const char *n = arena_printf(a, "%d", number);

	if (w->is_self)
		return url_path(a, "cursus", course, "casus", casus, "plan",
		    "versie", n, tail, NULL);
	return url_path(a, "team",
	    arena_printf(a, "%lld", (long long)w->member->person_id), course,
	    casus, n, tail, NULL);
}

const struct safe_url *
person_version_url(const struct person_work *w, const char *course,
    const char *casus, int number)
{
	return version_at(w, course, casus, number, NULL);
}

const struct safe_url *
person_review_url(const struct person_work *w, const char *course,
    const char *casus, int number)
{
	return version_at(w, course, casus, number, "reactie");
}

const char *
person_course_anchor(struct arena *a, const char *course)
{
	return arena_printf(a, "cursus-%s", course);
}

const char *
person_module_anchor(struct arena *a, const char *course, const char *module,
    const char *question)
{
	if (question == NULL)
		return arena_printf(a, "module-%s-%s", course, module);
	return arena_printf(a, "vraag-%s-%s-%s", course, module, question);
}

const char *
person_plan_anchor(struct arena *a, const char *course, const char *casus)
{
	return arena_printf(a, "plan-%s-%s", course, casus);
}

/* --- attention ------------------------------------------------------------ */

enum { DAYS_AS_WEEKS = 14, DAYS_AS_MONTHS = 84, WEEK = 7, MONTH = 30 };

/* "9 dagen", "3 weken", "4 maanden". */
static const char *
duration(const struct person_work *w, int64_t since_s)
{
	int days = attention_days(since_s, w->now_s);

	if (days < DAYS_AS_WEEKS)
		return arena_printf(
		    w->arena, "%d %s", days, days == 1 ? "dag" : "dagen");
	if (days < DAYS_AS_MONTHS)
		return arena_printf(w->arena, "%d weken", days / WEEK);
	return arena_printf(w->arena, "%d maanden", days / MONTH);
}

/* What was answered in this plan and not seen yet; or NULL. */
static const struct review_answered *
answered_in(const struct person_work *w, const struct progress_plan *plan)
{
	for (size_t i = 0; i < w->answered_count; i++) {
		const struct review_answered *x = &w->answered[i];

		if (x->person_id == w->member->person_id &&
		    strcmp(x->casus, plan->casus) == 0 &&
		    strcmp(x->course, plan->course) == 0)
			return x;
	}
	return NULL;
}

/* A plan that waits for a reader. */
static void
attend_handed_in(struct attention_item *item, const struct person_work *w,
    const struct progress_plan *plan)
{
	item->words = arena_printf(w->arena, "leverde %s een plan in voor",
	    text_day(w->arena, plan->handed_in_s, w->now_s));
	item->rest = ".";
	item->go = "Lees het plan";
	item->url = person_review_url(
	    w, plan->course, plan->casus, plan->handed_in_number);
}

static void
attend_answer(struct attention_item *item, const struct person_work *w,
    const struct review_answered *answered)
{
	item->words =
	    arena_printf(w->arena, "antwoordde %s op %s bij het plan voor",
		text_day(w->arena, answered->answered_s, w->now_s),
		answered->is_question ? "je vraag" : "je opmerkingen");
	item->rest = ".";
	item->go = "Lees het antwoord";
	item->url = person_review_url(
	    w, answered->course, answered->casus, answered->number);
}

/* A plan that stands still. */
static void
attend_still(struct attention_item *item, const struct person_work *w,
    const struct progress_plan *plan)
{
	item->words =
	    arena_printf(w->arena, "bewaarde al %s niets in het plan voor",
		duration(w, plan->saved_s));
	item->rest =
	    plan->step == 0
		? "."
		: arena_printf(w->arena, ". Het staat bij stap %d: %s.",
		      plan->step, outline_step_name(plan->step));
	item->go = "Bekijk het werk";
	item->url = person_url(
	    w, person_plan_anchor(w->arena, plan->course, plan->casus));
}

static bool
attend_plan(struct attention_item *item, const struct person_work *w,
    const struct progress_plan *plan)
{
	const struct review_answered *answered = answered_in(w, plan);
	struct plan_moments moments = {plan->saved_s, plan->handed_in_s,
	    plan->is_looked_at, person_seen_s(w),
	    answered == NULL ? 0 : answered->answered_s};
	const struct course *course = library_course(w->library, plan->course);
	const struct casus *casus =
	    course == NULL ? NULL : course_casus(course, plan->casus);

	item->why = attention_to_plan(moments, w->now_s);
	if (casus == NULL || item->why.kind == ATTENTION_NONE)
		return false;
	item->title = casus->title;
	if (item->why.kind == ATTENTION_HANDED_IN)
		attend_handed_in(item, w, plan);
	else if (item->why.kind == ATTENTION_ANSWERED)
		attend_answer(item, w, answered);
	else
		attend_still(item, w, plan);
	return true;
}

/* Its number in the module, from 1; 0: the course no longer asks it so. */
static int
number_of(const struct module *module, const struct stuck_record *stuck)
{
	for (size_t i = 0; module != NULL && i < module->question_count; i++)
		if (strcmp(module->questions[i]->id, stuck->question) == 0 &&
		    strcmp(module->questions[i]->version, stuck->version) == 0)
			return (int)i + 1;
	return 0;
}

static bool
attend_question(struct attention_item *item, const struct person_work *w,
    const struct stuck_record *stuck)
{
	struct question_moments moments = {stuck->tries, false, stuck->tried_s};
	const struct course *course = library_course(w->library, stuck->course);
	const struct module *module =
	    course == NULL ? NULL : course_module(course, stuck->module);
	int number = number_of(module, stuck);

	item->why = attention_to_question(moments);
	if (number == 0 || item->why.kind == ATTENTION_NONE)
		return false;
	item->words = arena_printf(w->arena, "had vraag %d van", number);
	item->title = module->title;
	item->rest =
	    arena_printf(w->arena, " %d keer niet goed.", stuck->tries);
	item->go = "Bekijk de pogingen";
	item->url = person_url(w, person_module_anchor(w->arena, stuck->course,
				      stuck->module, stuck->question));
	return true;
}

static bool
is_busy(const struct person_work *w)
{
	for (size_t i = 0; i < w->library->course_count; i++)
		if (outline_progress(
			w->arena, &w->library->courses[i], &w->rows)
			.state == PROGRESS_BUSY)
			return true;
	return false;
}

static bool
attend_person(struct attention_item *item, const struct person_work *w)
{
	struct person_moments moments = {
	    w->member->joined_s, person_seen_s(w), is_busy(w)};

	item->why = attention_to_person(moments, w->now_s);
	item->url = person_url(w, PERSON_SEEN_ANCHOR);
	item->rest = "";
	if (item->why.kind == ATTENTION_NEW) {
		item->words = "heeft nog geen cursus geopend. Vraag of het "
			      "inloggen lukt.";
		item->go = "Bekijk wat je kunt doen";
	} else if (item->why.kind == ATTENTION_AWAY) {
		item->words =
		    arena_printf(w->arena, "is begonnen, maar was er %s niet.",
			duration(w, item->why.since_s));
		item->go = "Bekijk het werk";
	}
	return item->why.kind != ATTENTION_NONE;
}

static int
most_pressing_first(const void *left, const void *right)
{
	return attention_compare(((const struct attention_item *)left)->why,
	    ((const struct attention_item *)right)->why);
}

struct attention_list
person_attention(const struct person_work *w)
{
	const struct attention_item blank = {
	    .person_id = w->member->person_id, .person = w->member->person};
	size_t max = w->rows.plan_count + w->stuck_count + 1, n = 0;
	struct attention_item *list = arena_array(w->arena, max, sizeof(*list));

	list[n] = blank;
	n += attend_person(&list[n], w);
	for (size_t i = 0; i < w->rows.plan_count; i++) {
		list[n] = blank;
		n += attend_plan(&list[n], w, &w->rows.plans[i]);
	}
	for (size_t i = 0; i < w->stuck_count; i++) {
		list[n] = blank;
		n += attend_question(&list[n], w, &w->stuck[i]);
	}
	qsort(list, n, sizeof(*list), most_pressing_first);
	return (struct attention_list){
	    "Op dit moment vraagt niets aandacht.", n, list};
}
