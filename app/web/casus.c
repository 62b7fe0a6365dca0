/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * casus.c - the pages of a case: what is asked, the dossier, whom to ask
 * (talk.c), and one document or talk.
 */
#include "web/casus.h"

#include "base/text.h"
#include "pages.h"
#include "web/visit.h"

void
ask_casus(struct exchange *ex)
{
	struct plan_place place;

	if (!plan_find(ex, &place))
		return;
	visit_note(ex, place.course->slug,
	    arena_printf(ex->arena, "casus/%s", place.casus->slug));
	plan_ask_versions(ex->batch, &place.key);
	plan_ask(ex->batch, &place.key, PLAN_NEWEST);
	if (place.course->rubric != NULL)
		peer_ask_news(ex->batch, ex->token_hash, place.course->slug,
		    place.casus->slug);
}

static const struct safe_url *
casus_path(const struct exchange *ex, const struct plan_place *place)
{
	return url_path(ex->arena, "cursus", place->course->slug, "casus",
	    place->casus->slug, NULL);
}

static const struct safe_url *
document_path(const struct exchange *ex, const struct plan_place *place,
    const struct document *d)
{
	return url_path(ex->arena, "cursus", place->course->slug, "casus",
	    place->casus->slug, "document", d->slug, NULL);
}

static void
fill_documents(struct casus_view *v, const struct exchange *ex,
    const struct plan_place *place)
{
	const struct casus *c = place->casus;
	struct casus_document *list =
	    arena_array(ex->arena, c->document_count, sizeof(*list));

	v->documents = list;
	for (size_t i = 0; i < c->document_count; i++)
		if (c->documents[i].minutes == 0)
			list[v->document_count++] = (struct casus_document){
			    &c->documents[i], (int)i + 1,
			    text_iso_date(ex->arena, c->documents[i].date),
			    document_path(ex, place, &c->documents[i])};
}

static void
fill_versions(struct casus_view *v, const struct exchange *ex,
    const struct plan_place *place)
{
	struct arena *a = ex->arena;
	const struct plan_version *from;
	size_t n = plan_read_versions(ex->batch, &from);
	struct casus_version *list = arena_array(a, n, sizeof(*list));

	v->has_plan = n > 0;
	for (size_t i = 0; i < n; i++) {
		bool is_draft = from[i].handed_in_s == 0;

		v->has_draft |= is_draft;
		list[i] = (struct casus_version){.number = from[i].number,
		    .words = is_draft
				 ? arena_printf(a, "Concept, opgeslagen op %s",
				       text_date_time(a, from[i].saved_s))
				 : arena_printf(a, "Ingeleverd op %s",
				       text_date_time(a, from[i].handed_in_s)),
		    .url =
			is_draft
			    ? NULL
			    : url_path(a, "cursus", place->course->slug,
				  "casus", place->casus->slug, "plan", "versie",
				  arena_printf(a, "%d", from[i].number), NULL)};
	}
	v->versions = list;
	v->version_count = n;
}

/* Where to go on: the first step in which something required is open. */
static void
fill_draft(struct casus_view *v, const struct exchange *ex,
    const struct plan_place *place)
{
	struct plan_record record;
	struct plan_check check;

	v->draft_url = plan_url(ex, place, "inleveren");
	v->draft_words = "nakijken en inleveren";
	if (!plan_read(&record, ex->batch))
		return;
	plan_check(&check, &record.plan);
	if (check.first_open == 0)
		return;
	v->draft_url = plan_url(ex, place, plan_step_slug(check.first_open));
	v->draft_words = arena_printf(ex->arena, "stap %d, %s",
	    check.first_open, plan_step_name(check.first_open));
}

void
show_casus(struct exchange *ex)
{
	struct plan_place place;
	struct html h = html_new(ex->arena);
	const struct peer_news *news;
	struct plan_asked asked;
	struct casus_view v;

	if (!plan_find(ex, &place))
		return;
	v = (struct casus_view){
	    .shell = shell_for(ex, place.casus->title, MENU_HOME),
	    .course = place.course,
	    .casus = place.casus,
	    .date = text_iso_date(ex->arena, place.casus->date),
	    .course_url =
		url_path(ex->arena, "cursus", place.course->slug, NULL),
	    .start_url = url_path(ex->arena, "cursus", place.course->slug,
		"casus", place.casus->slug, "plan", NULL),
	    .revise_url = plan_url(ex, &place, "opnieuw"),
	};
	asked = asked_read(ex->batch);
	v.talks = talk_list_for(ex, &place, &asked);
	fill_documents(&v, ex, &place);
	fill_versions(&v, ex, &place);
	fill_draft(&v, ex, &place);
	v.has_peers = peer_read_news(ex->batch, &news) > 0 &&
		      peer_line_of(&v.peers, ex, news);
	page_casus(&h, &v);
	respond_page(ex, 200, &h);
}

void
ask_document(struct exchange *ex)
{
	struct plan_place place;
	const struct document *d;

	if (!plan_find(ex, &place))
		return;
	d = casus_document(place.casus, exchange_param(ex, "document"));
	if (d == NULL)
		respond_status(ex, ST_NOT_FOUND);
	else if (d->minutes > 0)
		asked_ask(ex->batch, &place.key);
}

/* The paper after this one, or NULL. */
static const struct document *
next_paper(const struct casus *c, const struct document *d)
{
	const struct document *end = c->documents + c->document_count;

	for (d++; d < end; d++)
		if (d->minutes == 0)
			return d;
	return NULL;
}

/* What the page says of a talk; false: it was not had, nor is it open. */
static bool
fill_talk(struct document_view *v, const struct exchange *ex,
    const struct plan_place *place)
{
	const struct document *d = v->document;
	struct plan_asked asked = asked_read(ex->batch);
	bool may_read = talk_may_read(&asked, d);

	v->is_early = talk_is_early(&asked, d);
	v->is_for_coach =
	    !may_read && !v->is_early && (ex->session.roles & ROLE_COACH) != 0;
	v->who = d->who;
	v->cost =
	    talk_time(ex->arena, v->is_early ? d->early_minutes : d->minutes);
	if (!asked.is_open)
		v->left = talk_time(
		    ex->arena, asked_left(&asked, place->casus->talk_minutes));
	v->is_asked = asked_has(&asked, ASKED_TALK, d->slug);
	return may_read || v->is_early || v->is_for_coach;
}

void
show_document(struct exchange *ex)
{
	struct plan_place place;
	struct html h = html_new(ex->arena);
	const struct document *d, *next;
	struct document_view v;

	if (!plan_find(ex, &place))
		return;
	d = casus_document(place.casus, exchange_param(ex, "document"));
	if (d == NULL)
		return;
	v = (struct document_view){
	    .shell = shell_for(ex, d->title, MENU_HOME),
	    .course = place.course,
	    .casus = place.casus,
	    .document = d,
	    .date = text_iso_date(ex->arena, d->date),
	    .course_url =
		url_path(ex->arena, "cursus", place.course->slug, NULL),
	    .casus_url = casus_path(ex, &place),
	    .talks_url =
		url_fragment(ex->arena, casus_path(ex, &place), "praten"),
	};
	next = next_paper(place.casus, d);
	if (d->minutes > 0 && !fill_talk(&v, ex, &place)) {
		respond_redirect(ex, v.talks_url);
		return;
	}
	if (d->minutes == 0 && next != NULL) {
		v.next_url = document_path(ex, &place, next);
		v.next_title = next->title;
	}
	page_document(&h, &v);
	respond_page(ex, 200, &h);
}
