/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * received.c - the readers' words per value, beside each other, and what the
 * maker says back: once to each, that it helped or in words.
 */
#include "web/peer/received.h"

#include "base/text.h"
#include "pages.h"
#include "web/privacy.h"

#include <string.h>

enum { READER_MAX = 1000 };

static void
ask_page(struct exchange *ex, const struct plan_place *place)
{
	peer_ask_received(ex->batch, &place->key);
	peer_ask_own(ex->batch, &place->key, PEER_SELF);
}

void
ask_peer_received(struct exchange *ex)
{
	struct plan_place place;

	if (!peer_find(ex, &place))
		return;
	ask_page(ex, &place);
	peer_ask_see(ex->batch, &place.key);
}

/* What was sent to a reader and could not be stored. */
struct reply_sent {
	int64_t reader;
	bool has_helped;
	const char *answer, *error;
};

static void
fill_words(struct peer_received_view *v, const struct exchange *ex,
    const struct plan_place *place, const struct peer_judgement *list,
    size_t count)
{
	struct arena *a = ex->arena;
	struct peer_voice *voices = arena_array(a, count + 1, sizeof(*voices));
	struct peer_own own;
	size_t n = 0;

	v->has_self = peer_read_own(&own, ex->batch) && own.count > 0;
	if (v->has_self)
		voices[n++] =
		    (struct peer_voice){"Jij zelf", own.count, own.words};
	for (size_t i = 0; i < count; i++)
		voices[n++] = (struct peer_voice){
		    arena_printf(a, "Lezer %d", list[i].reader), list[i].count,
		    list[i].words};
	v->words = peer_words_beside(a, place->course->rubric, voices, n);
}

static void
fill_replies(struct peer_received_view *v, const struct exchange *ex,
    const struct plan_place *place, const struct peer_judgement *list,
    size_t count, const struct reply_sent *sent)
{
	struct arena *a = ex->arena;
	struct peer_reply_view *replies =
	    arena_array(a, count, sizeof(*replies));

	for (size_t i = 0; i < count; i++) {
		const char *reader = arena_printf(a, "%d", list[i].reader);
		struct peer_reply_view *r = &replies[i];

		*r = (struct peer_reply_view){
		    .who = arena_printf(a, "Lezer %s", reader),
		    .id = arena_printf(a, "lezer-%s", reader),
		    .csrf = ex->csrf,
		    .action = peer_url(ex, place, "ontvangen", reader),
		    .is_answered = list[i].is_answered,
		    .has_helped = list[i].has_helped,
		    .answer = list[i].answer};
		if (sent == NULL || sent->reader != list[i].reader)
			continue;
		r->error = sent->error;
		if (r->is_answered) {
			r->error = arena_printf(a, "%s%s%s", sent->error,
			    *sent->answer == '\0' ? "" : " Je schreef nu: ",
			    sent->answer);
			continue;
		}
		r->has_helped = sent->has_helped;
		r->answer = sent->answer;
	}
	v->replies = replies;
	v->reply_count = count;
}

/* Which version they read, when it is not the same for all or not the last. */
static const char *
words_about(struct arena *a, const struct peer_judgement *list, size_t count)
{
	const char *out = "";

	for (size_t i = 0; i < count; i++)
		out = arena_printf(a, "%s%sLezer %d las versie %d.", out,
		    i > 0 ? " " : "", list[i].reader, list[i].number);
	return out;
}

static void
answer(struct exchange *ex, const struct plan_place *place,
    const struct reply_sent *sent, int code)
{
	struct html h = html_new(ex->arena);
	const struct peer_judgement *list;
	size_t count = peer_read_received(ex->batch, &list);
	struct peer_received_view v = {
	    .shell =
		shell_for(ex, "Wat anderen over je plan schreven", MENU_HOME),
	    .casus_title = place->casus->title,
	    .about = words_about(ex->arena, list, count),
	    .casus_url = url_path(ex->arena, "cursus", place->course->slug,
		"casus", place->casus->slug, NULL),
	    .hub_url = peer_url(ex, place, NULL, NULL),
	    .self_url = peer_url(ex, place, PEER_SELF_SLUG, NULL)};

	if (count == 0) {
		respond_redirect(ex, v.hub_url);
		return;
	}
	v.shell.is_written = true;
	v.shell.has_fault = sent != NULL;
	fill_words(&v, ex, place, list, count);
	fill_replies(&v, ex, place, list, count, sent);
	page_peer_received(&h, &v);
	respond_page(ex, code, &h);
}

void
show_peer_received(struct exchange *ex)
{
	struct plan_place place;

	if (peer_find(ex, &place))
		answer(ex, &place, NULL, 200);
}

/* --- saying something back ------------------------------------------------ */

/* False: other fields, or no such reader; it was answered. */
static bool
read_reply(
    struct exchange *ex, struct plan_place *place, struct reply_sent *sent)
{
	static const char *const NAMES[] = {"?geholpen", "terug", NULL};

	*sent = (struct reply_sent){0};
	if (!peer_find(ex, place) || !plan_fields_are(ex, NAMES))
		return false;
	if (!form_parse_int(
		exchange_param(ex, "lezer"), 1, READER_MAX, &sent->reader)) {
		respond_status(ex, ST_NOT_FOUND);
		return false;
	}
	sent->has_helped =
	    strcmp(form_text(&ex->fields, "geholpen"), "ja") == 0;
	sent->answer = text_trim(ex->arena, form_text(&ex->fields, "terug"));
	sent->error = privacy_fault(ex->arena, sent->answer);
	if (text_length(sent->answer) > PEER_REPLY_MOST)
		sent->error = "Dit is te lang. Houd het bij 1.000 tekens.";
	else if (!sent->has_helped && *sent->answer == '\0')
		sent->error = "Zet een vinkje, of schrijf iets terug.";
	return true;
}

void
ask_peer_reply(struct exchange *ex)
{
	struct plan_place place;
	struct reply_sent sent;

	if (!read_reply(ex, &place, &sent))
		return;
	if (sent.error == NULL)
		peer_ask_reply(ex->batch, &place.key, (int)sent.reader,
		    sent.has_helped, sent.answer);
	ask_page(ex, &place);
}

void
show_peer_reply(struct exchange *ex)
{
	struct plan_place place;
	struct reply_sent sent;

	if (!read_reply(ex, &place, &sent))
		return;
	if (sent.error == NULL && peer_is_replied(ex->batch)) {
		respond_redirect(
		    ex, url_fragment(ex->arena,
			    peer_url(ex, &place, "ontvangen", NULL),
			    arena_printf(ex->arena, "lezer-%lld",
				(long long)sent.reader)));
		return;
	}
	if (sent.error == NULL) {
		sent.error = "Je stuurde deze lezer al iets. Dat blijft staan.";
		answer(ex, &place, &sent, 409);
		return;
	}
	answer(ex, &place, &sent, 422);
}
