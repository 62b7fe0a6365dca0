/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * hub.c - what there is to read of others, and what others wrote. It says
 * calmly what is waited for; nothing here counts or compares people.
 */
#include "web/peer/hub.h"

#include "base/text.h"
#include "pages.h"

void
ask_peer_hub(struct exchange *ex)
{
	struct plan_place place;

	if (!peer_find(ex, &place))
		return;
	peer_ask_news(
	    ex->batch, ex->token_hash, place.course->slug, place.casus->slug);
	peer_ask_dealt(ex->batch, &place.key);
	peer_ask_waiting(ex->batch, &place.key);
}

static void
fill_plans(struct peer_hub_view *v, const struct exchange *ex,
    const struct plan_place *place)
{
	const struct peer_dealt *list;
	size_t n = peer_read_dealt(ex->batch, &list);

	for (size_t i = 0; i < n && i < PEER_SLOTS; i++) {
		const struct peer_dealt *d = &list[i];
		const char *slot = arena_printf(ex->arena, "%d", d->slot);
		struct peer_plan_view *p = &v->plans[v->plan_count++];

		*p = (struct peer_plan_view){
		    .title = arena_printf(
			ex->arena, "Plan %d van een ander", d->slot),
		    .url = peer_url(ex, place, slot, NULL),
		    .state = d->sent_s != 0    ? "verstuurd"
			     : d->saved_s != 0 ? "bezig"
					       : "nog te lezen",
		    .badge_css = d->sent_s != 0	   ? "lms-badge--done"
				 : d->saved_s != 0 ? "lms-badge--busy"
						   : "lms-badge--open"};
		if (d->has_helped)
			p->helped = "De maker: hier heb ik iets aan.";
		if (*d->answer != '\0')
			p->answer = d->answer;
	}
}

/* What is waited for, or the button that deals. */
static void
fill_deal(struct peer_hub_view *v, const struct exchange *ex,
    const struct peer_news *news)
{
	int lacking = PEER_SLOTS - (int)v->plan_count;

	v->is_handed_in = news != NULL && news->is_handed_in;
	if (news == NULL || (!news->is_open && v->plan_count == 0))
		v->waits = "Je docent heeft het lezen voor deze casus nog niet "
			   "opengezet.";
	else if (!v->is_handed_in)
		v->waits = "Lever eerst zelf een plan in. Daarna krijg je er "
			   "twee van anderen te lezen.";
	else if (lacking <= 0 || !news->is_open)
		return;
	else if (peer_read_waiting(ex->batch) == 0)
		v->waits = lacking == 1
			       ? "We wachten op nog één plan uit je klas. Kijk "
				 "later nog eens."
			       : "We wachten op twee plannen uit je klas. Kijk "
				 "later nog eens.";
	else
		v->deal_words = lacking == 1 ? "Geef mij nog een plan om te "
					       "lezen"
					     : "Geef mij twee plannen om te "
					       "lezen";
}

static const char *
words_received(struct arena *a, int count)
{
	if (count == 1)
		return "Eén lezer schreef iets over jouw plan.";
	if (count == 2)
		return "Twee lezers schreven iets over jouw plan.";
	return arena_printf(
	    a, "%d lezers schreven iets over jouw plan.", count);
}

void
show_peer_hub(struct exchange *ex)
{
	struct html h = html_new(ex->arena);
	const struct peer_news *news;
	struct plan_place place;
	struct peer_hub_view v;
	size_t n;

	if (!peer_find(ex, &place))
		return;
	v = (struct peer_hub_view){
	    .shell = shell_for(ex, "Elkaars plan lezen", MENU_HOME),
	    .casus_title = place.casus->title,
	    .casus_url = url_path(ex->arena, "cursus", place.course->slug,
		"casus", place.casus->slug, NULL),
	    .deal_url = peer_url(ex, &place, NULL, NULL),
	    .self_url = peer_url(ex, &place, PEER_SELF_SLUG, NULL),
	    .received_url = peer_url(ex, &place, "ontvangen", NULL)};
	n = peer_read_news(ex->batch, &news);
	fill_plans(&v, ex, &place);
	fill_deal(&v, ex, n > 0 ? news : NULL);
	if (n > 0 && news->received > 0)
		v.received = words_received(ex->arena, news->received);
	page_peer_hub(&h, &v);
	respond_page(ex, 200, &h);
}

void
ask_peer_deal(struct exchange *ex)
{
	struct plan_place place;

	if (peer_find(ex, &place))
		peer_ask_deal(ex->batch, &place.key);
}

void
show_peer_deal(struct exchange *ex)
{
	struct plan_place place;

	if (peer_find(ex, &place))
		respond_redirect(ex, peer_url(ex, &place, NULL, NULL));
}

/* --- on other pages ------------------------------------------------------- */

bool
peer_line_of(struct peer_line_view *out, const struct exchange *ex,
    const struct peer_news *news)
{
	const struct course *course = library_course(ex->library, news->course);
	const struct casus *casus =
	    course == NULL ? NULL : course_casus(course, news->casus);

	if (casus == NULL || course->rubric == NULL || !news->is_handed_in)
		return false;
	out->url = url_path(ex->arena, "cursus", course->slug, "casus",
	    casus->slug, "lezen", NULL);
	if (news->unseen > 0)
		out->words = words_received(ex->arena, news->unseen);
	else if (news->dealt > news->sent)
		out->words = "Er ligt een plan van een ander voor je klaar om "
			     "te lezen.";
	else if (news->is_open && news->dealt == 0)
		out->words = "Je mag twee plannen van anderen lezen.";
	else
		out->words = NULL;
	return true;
}

size_t
peer_lines(const struct peer_line_view **out, const struct exchange *ex)
{
	const struct peer_news *news;
	size_t n = peer_read_news(ex->batch, &news), count = 0;
	struct peer_line_view *list = arena_array(ex->arena, n, sizeof(*list));

	for (size_t i = 0; i < n; i++) {
		struct peer_line_view *line = &list[count];

		if (!peer_line_of(line, ex, &news[i]) || line->words == NULL)
			continue;
		line->words = arena_printf(ex->arena, "%s: %s",
		    course_casus(library_course(ex->library, news[i].course),
			news[i].casus)
			->title,
		    line->words);
		count++;
	}
	*out = list;
	return count;
}
