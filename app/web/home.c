/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * home.c - Mijn leeromgeving. The card says where to go on:
 *	1 the part where somebody was last, when it is not complete;
 *	2 else feedback that is ready, when that part is a case;
 *	3 else the first part that is not complete, in the order of the course,
 *	  beginning with the course of the last visit;
 *	4 else: everything is done.
 * A place that the course no longer has counts as no place.
 */
#include "web/home.h"

#include "pages.h"
#include "store/review.h"

#include <string.h>

/* A module or case, and where it stands in the list of its course. */
struct part {
	const struct part_view *view;
	bool is_casus;
};

static struct resume_view
resume_at(
    struct arena *a, const char *kicker, const char *button, struct part part)
{
	const struct part_view *v = part.view;

	return (struct resume_view){
	    .kicker = kicker,
	    .title = arena_printf(
		a, "%s: %s", part.is_casus ? "Oefencasus" : "Module", v->title),
	    .words = v->words,
	    .button = v->go_url != NULL ? v->go_text : button,
	    .url = v->go_url != NULL ? v->go_url : v->url,
	};
}

/* The part of this outline that a place is in; false: none. */
static bool
part_of_place(
    struct part *out, const struct course_outline *o, const char *place)
{
	const struct course *c = o->course;

	for (size_t i = 0; i < c->module_count; i++)
		if (strcmp(place, c->modules[i].slug) == 0) {
			*out = (struct part){&o->modules[i], false};
			return true;
		}
	if (strncmp(place, "casus/", 6) != 0)
		return false;
	place += 6;
	for (size_t i = 0; i < c->casus_count; i++) {
		size_t len = strlen(c->casussen[i].slug);

		if (strcspn(place, "/") == len &&
		    memcmp(place, c->casussen[i].slug, len) == 0) {
			*out = (struct part){&o->casussen[i], true};
			return true;
		}
	}
	return false;
}

/* The first part that is not complete; false: all are. */
static bool
first_open(struct part *out, const struct course_outline *o)
{
	for (size_t i = 0; i < o->course->module_count; i++)
		if (o->modules[i].state != PROGRESS_COMPLETE) {
			*out = (struct part){&o->modules[i], false};
			return true;
		}
	for (size_t i = 0; i < o->course->casus_count; i++)
		if (o->casussen[i].state != PROGRESS_COMPLETE) {
			*out = (struct part){&o->casussen[i], true};
			return true;
		}
	return false;
}

/* A case that was handed in is complete, but may have a new draft. */
static bool
has_work(struct part part)
{
	return part.view->state != PROGRESS_COMPLETE ||
	       part.view->go_url != NULL;
}

static const struct course_outline *
outline_of_visit(const struct course_outline *courses, size_t count,
    const struct progress_visit *visit)
{
	for (size_t i = 0; visit != NULL && i < count; i++)
		if (strcmp(courses[i].course->slug, visit->course) == 0)
			return &courses[i];
	return NULL;
}

struct resume_view
home_resume(struct arena *a, const struct course_outline *courses, size_t count,
    const struct progress_visit *visit)
{
	const struct course_outline *o =
	    outline_of_visit(courses, count, visit);
	struct part part;
	bool is_found;

	if (o != NULL && part_of_place(&part, o, visit->place) &&
	    has_work(part))
		return resume_at(a, "Ga verder waar je was", "Ga verder", part);
	is_found = o != NULL && first_open(&part, o);
	for (size_t i = 0; i < count && !is_found; i++)
		is_found = first_open(&part, &courses[i]);
	if (is_found)
		return resume_at(a, visit == NULL ? "Begin hier" : "Hierna",
		    part.is_casus ? "Begin met de casus" : "Begin met lezen",
		    part);
	return (struct resume_view){
	    .kicker = "Alles is klaar",
	    .title = "Je hebt al het werk gedaan",
	    .words = "Je kunt alles nog eens nalezen, of een nieuwe versie "
		     "van een plan maken.",
	    .button = "Bekijk de cursus",
	    .url = courses[0].url,
	};
}

void
ask_home(struct exchange *ex)
{
	outline_ask(ex, PEOPLE_SELF);
	progress_ask_last_visit(ex->batch, ex->token_hash);
	peer_ask_news(ex->batch, ex->token_hash, NULL, NULL);
	review_ask_news(ex->batch, ex->token_hash);
}

/* "Dag Noor.": the first word of the name. */
static const char *
words_greeting(struct arena *a, const char *name)
{
	return arena_printf(a, "Dag %s, fijn dat je er bent.",
	    arena_strndup(a, name, strcspn(name, " ")));
}

/* What a newcomer does in this course, in which order, in how much time. */
static void
list_start(struct home_view *v, struct arena *a, const struct course *c)
{
	int minutes = 0;

	for (size_t i = 1; i < c->module_count; i++)
		minutes += c->modules[i].minutes;
	if (c->module_count > 0)
		v->start[v->start_count++] = arena_printf(a,
		    "Lees ‘%s’ en beantwoord de vragen: ongeveer %d minuten.",
		    c->modules[0].title, c->modules[0].minutes);
	if (c->module_count > 1)
		v->start[v->start_count++] = arena_printf(a,
		    "Doe daarna nog %zu %s: samen ongeveer %d minuten. Je kunt "
		    "altijd stoppen en later verdergaan.",
		    c->module_count - 1,
		    c->module_count == 2 ? "module" : "modules", minutes);
	if (c->casus_count > 0)
		v->start[v->start_count++] = arena_printf(a,
		    "Maak zelf een plan voor ‘%s’: ongeveer %d minuten, mag in "
		    "stukjes. Dit gezin is verzonnen.",
		    c->casussen[0].title, c->casussen[0].minutes);
}

/* What coaches sent and one has not opened yet: a message each. */
static void
list_news(struct home_view *v, const struct exchange *ex)
{
	struct arena *a = ex->arena;
	const struct review_news *news;
	size_t count = review_read_news(ex->batch, &news);
	struct home_news *list = arena_array(a, count, sizeof(*list));

	for (size_t i = 0; i < count; i++) {
		const struct review_news *x = &news[i];
		const struct course *course =
		    library_course(ex->library, x->course);
		const struct casus *casus =
		    course == NULL ? NULL : course_casus(course, x->casus);

		if (casus == NULL)
			continue;
		list[v->news_count++] = (struct home_news){
		    .words = arena_printf(a, "%s las je plan voor ‘%s’: %s.",
			x->reviewer, casus->title,
			review_words(a, x->outcome, x->has_words, x->remarks)),
		    .about = casus->title,
		    .url = url_path(a, "cursus", x->course, "casus", x->casus,
			"plan", "versie", arena_printf(a, "%d", x->number),
			"reactie", NULL)};
	}
	v->news = list;
}

void
show_home(struct exchange *ex)
{
	struct arena *a = ex->arena;
	struct html h = html_new(a);
	const struct library *library = ex->library;
	struct course_outline *courses =
	    arena_array(a, library->course_count, sizeof(*courses));
	struct progress_rows rows;
	struct progress_visit visit;
	struct home_view v = {
	    .shell = shell_for(ex, "Mijn leeromgeving", MENU_HOME),
	    .greeting = words_greeting(a, ex->session.name),
	    .course_count = library->course_count,
	    .courses = courses,
	};
	bool was_here = progress_read_last_visit(&visit, ex->batch);

	progress_read(&rows, ex->batch);
	list_news(&v, ex);
	for (size_t i = 0; i < library->course_count; i++)
		courses[i] = outline_of(a, &library->courses[i], &rows);
	v.is_newcomer =
	    !was_here && rows.module_count == 0 && rows.plan_count == 0;
	if (v.is_newcomer && v.course_count > 0)
		list_start(&v, a, courses[0].course);
	if (v.course_count > 0)
		v.resume = home_resume(
		    a, courses, v.course_count, was_here ? &visit : NULL);
	v.peer_count = peer_lines(&v.peers, ex);
	page_home(&h, &v);
	respond_page(ex, 200, &h);
}
