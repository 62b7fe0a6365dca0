/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * talk.c - whom to ask about a case, with limited time.
 *
 * A press on "Vraag" is an act that is stored before it is answered; what was
 * said is then a page of its own, and stays. A plan is begun with it when
 * there is none yet, because the acts are kept with the plan. Which act it is
 * comes from the page ("na": how many there were), so that a form that is
 * sent twice asks once. The rules are those of core/asked.h and, where time
 * is spent, of migrations/0011.
 */
#include "web/talk.h"

#include "base/form.h"

#include <string.h>

enum { SEEN_MAX = 100 };

const char *
talk_time(struct arena *a, int minutes)
{
	const char *of_hour = minutes % 60 == 1 ? "minuut" : "minuten";

	if (minutes < 60)
		return arena_printf(a, "%d %s", minutes, of_hour);
	if (minutes % 60 == 0)
		return arena_printf(a, "%d uur", minutes / 60);
	return arena_printf(
	    a, "%d uur en %d %s", minutes / 60, minutes % 60, of_hour);
}

bool
talk_is_early(const struct plan_asked *asked, const struct document *d)
{
	return d->minutes > 0 && !asked->is_open &&
	       asked_has(asked, ASKED_EARLY, d->slug) &&
	       !asked_has(asked, ASKED_TALK, d->slug);
}

bool
talk_may_read(const struct plan_asked *asked, const struct document *d)
{
	return d->minutes == 0 || asked->is_open ||
	       asked_has(asked, ASKED_TALK, d->slug);
}

size_t
talk_readable(const struct plan_asked *asked, const struct casus *c)
{
	size_t n = 0;

	for (size_t i = 0; i < c->document_count; i++)
		n += talk_may_read(asked, &c->documents[i]) ||
		     talk_is_early(asked, &c->documents[i]);
	return n;
}

static const char *
words_of(struct arena *a, const struct plan_asked *asked,
    const struct talk_item *item)
{
	const struct document *d = item->document;

	if (item->state == TALK_HAD)
		return arena_printf(a, "gevraagd, kostte %s", item->cost);
	if (asked->is_open)
		return item->is_early ? "te vroeg gevraagd" : "niet gevraagd";
	if (item->state == TALK_NO_TIME)
		return arena_printf(
		    a, "kost %s. Daar is geen tijd meer voor", item->cost);
	if (item->is_early)
		return arena_printf(a,
		    "te vroeg gevraagd, %s kwijt. Opnieuw vragen kost %s",
		    talk_time(a, d->early_minutes), item->cost);
	return arena_printf(a, "kost %s", item->cost);
}

static struct talk_item
item_for(const struct exchange *ex, const struct plan_place *place,
    const struct plan_asked *asked, const struct document *d)
{
	struct talk_item item = {
	    .document = d,
	    .number = (int)(d - place->casus->documents) + 1,
	    .state = asked_talk_state(
		asked, d->slug, d->minutes, place->casus->talk_minutes),
	    .is_early = asked_has(asked, ASKED_EARLY, d->slug) &&
			!asked_has(asked, ASKED_TALK, d->slug),
	    .cost = talk_time(ex->arena, d->minutes),
	    .url = url_path(ex->arena, "cursus", place->course->slug, "casus",
		place->casus->slug, "document", d->slug, NULL),
	};

	item.may_read = talk_may_read(asked, d) || talk_is_early(asked, d);
	item.words = words_of(ex->arena, asked, &item);
	return item;
}

/* Why the last press did nothing: the address says so. */
static const char *
notice_for(const struct exchange *ex)
{
	const char *why = form_get(&ex->search, "gesprek");

	if (why == NULL)
		return NULL;
	if (strcmp(why, "tijd") == 0)
		return "Daar is geen tijd meer voor. Er is niets veranderd.";
	if (strcmp(why, "anders") == 0)
		return "Intussen vroeg je in een ander venster iemand anders. "
		       "Er ging geen extra tijd af. Kijk wat er nu nog kan.";
	return NULL;
}

struct talk_list
talk_list_for(const struct exchange *ex, const struct plan_place *place,
    const struct plan_asked *asked)
{
	const struct casus *c = place->casus;
	struct talk_item *items =
	    arena_array(ex->arena, c->document_count + 1, sizeof(*items));
	struct talk_list out = {
	    .csrf = ex->csrf,
	    .items = items,
	    .left = talk_time(ex->arena, asked_left(asked, c->talk_minutes)),
	    .may_ask = !asked->is_open,
	    .is_coach = (ex->session.roles & ROLE_COACH) != 0,
	    .asked = *asked,
	    .lost = asked->early_minutes == 0
			? NULL
			: talk_time(ex->arena, asked->early_minutes),
	    .seen = (int)asked->act_count,
	    .ask_url = url_path(ex->arena, "cursus", place->course->slug,
		"casus", c->slug, "gesprek", NULL),
	    .again_url = url_path(ex->arena, "cursus", place->course->slug,
		"casus", c->slug, "gesprek", "opnieuw", NULL),
	    .notice = notice_for(ex),
	};

	for (size_t i = 0; i < c->document_count; i++)
		if (c->documents[i].minutes > 0)
			items[out.count++] =
			    item_for(ex, place, asked, &c->documents[i]);
	return out;
}

/* False: 400 was answered. */
static bool
read_seen(struct exchange *ex, int *seen)
{
	int64_t value = 0;

	if (!form_parse_int(
		form_text(&ex->fields, "na"), 0, SEEN_MAX, &value)) {
		respond_status(ex, ST_INVALID);
		return false;
	}
	*seen = (int)value;
	return true;
}

/* The talk that the form names; NULL: there is none, and that was said. */
static const struct document *
wished_talk(struct exchange *ex, const struct plan_place *place)
{
	const struct document *d =
	    casus_document(place->casus, form_text(&ex->fields, "gesprek"));

	if (d != NULL && d->minutes > 0)
		return d;
	respond_status(ex, ST_INVALID);
	return NULL;
}

void
ask_talk(struct exchange *ex)
{
	static const char *const NAMES[] = {"gesprek", "na", NULL};
	struct plan_place place;
	struct asked_wish wish = {0};
	const struct document *d;

	if (!plan_find(ex, &place) || !plan_fields_are(ex, NAMES) ||
	    !read_seen(ex, &wish.seen))
		return;
	d = wished_talk(ex, &place);
	if (d == NULL)
		return;
	wish.document = d->slug;
	wish.minutes = d->minutes;
	wish.early_minutes = d->early_minutes;
	wish.is_resident = d->is_resident;
	wish.budget = place.casus->talk_minutes;
	plan_ask_start(ex->batch, &place.key,
	    place.casus->expert->horizon_jaren,
	    place.casus->expert->disconto_pct);
	asked_ask_talk(ex->batch, &place.key, &wish);
}

/* Back to the choice, with the reason why nothing was done. */
static void
go_to_choice(struct exchange *ex, const struct plan_place *place,
    enum asked_outcome outcome)
{
	const struct safe_url *url = url_path(ex->arena, "cursus",
	    place->course->slug, "casus", place->casus->slug, NULL);

	if (outcome == ASKED_FULL || outcome == ASKED_CHANGED)
		url = url_query(ex->arena, url, "gesprek",
		    outcome == ASKED_FULL ? "tijd" : "anders");
	respond_redirect(ex, url_fragment(ex->arena, url, "praten"));
}

void
show_talk(struct exchange *ex)
{
	enum asked_outcome outcome =
	    asked_read_outcome(ex->batch, QUERY_PLAN_TALK_ASK);
	const struct document *d;
	struct plan_place place;

	if (!plan_find(ex, &place))
		return;
	d = wished_talk(ex, &place);
	if (d == NULL)
		return;
	if (outcome == ASKED_SAVED || outcome == ASKED_OPEN)
		respond_redirect(ex,
		    url_path(ex->arena, "cursus", place.course->slug, "casus",
			place.casus->slug, "document", d->slug, NULL));
	else
		go_to_choice(ex, &place, outcome);
}

void
ask_talk_again(struct exchange *ex)
{
	static const char *const NAMES[] = {"na", NULL};
	struct plan_place place;
	int seen = 0;

	if (plan_find(ex, &place) && plan_fields_are(ex, NAMES) &&
	    read_seen(ex, &seen))
		asked_ask_again(ex->batch, &place.key, seen);
}

void
show_talk_again(struct exchange *ex)
{
	struct plan_place place;

	if (plan_find(ex, &place))
		go_to_choice(ex, &place,
		    asked_read_outcome(ex->batch, QUERY_PLAN_TALK_AGAIN));
}
