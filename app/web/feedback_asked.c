/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * feedback_asked.c - whom the maker of a plan asked, in words: the order, and
 * why it matters who comes first. It stands with betrokkenheid. Somebody is
 * named once, the first time, as the author names them up to a comma.
 */
#include "web/feedback_asked.h"

#include "web/talk.h"

#include <string.h>

static const struct document *
document_of(const struct casus *c, const char *slug)
{
	for (size_t i = 0; i < c->document_count; i++)
		if (strcmp(c->documents[i].slug, slug) == 0)
			return &c->documents[i];
	return NULL;
}

/* "Mirjam Blok, Woonstichting Kastanjehof" in a sentence: "Mirjam Blok". */
static const char *
short_name(struct arena *a, const char *who)
{
	static const char *const LOWER[] = {"De ", "Het ", "Iedereen "};
	char *name = arena_printf(a, "%.*s", (int)strcspn(who, ",:"), who);

	for (size_t i = 0; i < sizeof(LOWER) / sizeof(LOWER[0]); i++)
		if (strncmp(name, LOWER[i], strlen(LOWER[i])) == 0)
			name[0] = (char)(name[0] - 'A' + 'a');
	return name;
}

static bool
was_named(const struct plan_asked *asked, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (strcmp(asked->list[k].document, asked->list[i].document) ==
		    0)
			return true;
	return false;
}

/* Everybody once, in the order of asking; the count of them. */
static size_t
names_of(const struct feedback_view *v, struct arena *a, const char **names)
{
	const struct plan_asked *asked = &v->record->plan.asked;
	size_t n = 0;

	for (size_t i = 0; i < asked->count; i++) {
		const struct document *d =
		    document_of(v->casus, asked->list[i].document);

		if (d != NULL && !was_named(asked, i))
			names[n++] = short_name(a, d->who);
	}
	return n;
}

static const char *
order_in_words(const struct feedback_view *v, struct arena *a)
{
	const char *who = v->is_coach ? v->record->person : "Je";
	const char **names =
	    arena_array(a, v->record->plan.asked.count + 1, sizeof(*names));
	size_t n = names_of(v, a, names);
	const char *text;

	if (n == 0)
		return arena_printf(a, "%s vroeg nog niemand iets.", who);
	if (n == 1)
		return arena_printf(a, "%s vroeg alleen %s.", who, names[0]);
	text = arena_printf(
	    a, "%s vroeg eerst %s, daarna %s", who, names[0], names[1]);
	for (size_t i = 2; i < n; i++)
		text = arena_printf(
		    a, "%s%s%s", text, i + 1 == n ? " en " : ", ", names[i]);
	return arena_printf(a, "%s.", text);
}

static const char *
why_in_words(const struct plan_asked *asked)
{
	if (asked->is_resident_first)
		return "Zo begint het plan bij wat de inwoner zelf wil. En "
		       "die bepaalt wie er mee mag praten.";
	return "Wie bij de inwoner begint, weet wat die wil. En dan is ook "
	       "duidelijk wie er mee mag praten.";
}

/* The talks that were not had: all can be read by now. */
static size_t
not_had(const struct feedback_view *v)
{
	const struct plan_asked *asked = &v->record->plan.asked;
	size_t n = 0;

	for (size_t i = 0; i < v->casus->document_count; i++) {
		const struct document *d = &v->casus->documents[i];

		n += d->minutes > 0 && !asked_has(asked, ASKED_TALK, d->slug);
	}
	return n;
}

void
feedback_asked_fill(struct feedback_view *v, struct arena *a)
{
	const struct plan_asked *asked = &v->record->plan.asked;
	size_t left;

	if (v->casus->talk_minutes == 0 || !asked->is_kept)
		return;
	v->asked_order = order_in_words(v, a);
	v->asked_why = why_in_words(asked);
	if (asked->early_minutes > 0)
		v->asked_lost =
		    arena_printf(a, "Vragen vóór de inwoner kostte %s.",
			talk_time(a, asked->early_minutes));
	left = not_had(v);
	if (v->is_coach || left == 0)
		return;
	v->asked_rest = left == 1 ? "Lees ook het gesprek dat je niet had"
				  : arena_printf(a,
					"Lees ook de %zu gesprekken die je "
					"niet had",
					left);
	v->asked_url = url_fragment(a, v->casus_url, "praten");
}
