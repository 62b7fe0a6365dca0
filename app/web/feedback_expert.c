/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * feedback_expert.c - the expert's plan on the feedback page. A learner gets
 * the questions first; each part of the expert's plan is shown when it is
 * asked for, and so is the whole. It is the same plan for every version: what
 * was asked for stays asked. A part is stored beside the rules, under a name
 * that no rule can have.
 */
#include "web/feedback_expert.h"

#include "web/plan/frame.h"

#include <string.h>

static const char WHOLE[] = "plan";

static const char *const NAMES[EXPERT_PARTS] = {
    [PART_DIFFERENT] = "anders",
    [PART_SUM] = "som",
    [PART_STEP] = "stap-1",
    "stap-2",
    "stap-3",
    "stap-4",
    "stap-5",
    "stap-6",
};

static const char *const BUTTONS[EXPERT_PARTS] = {
    [PART_DIFFERENT] = "Laat zien wat de expert anders deed",
    [PART_SUM] = "Laat de rekensom van de expert zien",
    [PART_STEP] = "Laat zien hoe de expert stap 1 schreef",
    "Laat zien hoe de expert stap 2 schreef",
    "Laat zien hoe de expert stap 3 schreef",
    "Laat zien hoe de expert stap 4 schreef",
    "Laat zien hoe de expert stap 5 schreef",
    "Laat zien hoe de expert stap 6 schreef",
};

static bool
is_asked(const struct feedback_record *acts, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (acts[i].rule[0] == FEEDBACK_PART &&
		    strcmp(acts[i].rule + 1, name) == 0)
			return true;
	return false;
}

bool
feedback_part_is_asked(const struct feedback_record *acts, size_t count,
    enum feedback_part_name part)
{
	return is_asked(acts, count, WHOLE) ||
	       is_asked(acts, count, NAMES[part]);
}

void
feedback_parts_fill(
    struct feedback_view *v, struct arena *a, const struct feedback_acts *acts)
{
	const char *who = v->record->person;

	v->parts_url = url_path(a, "cursus", v->course->slug, "casus",
	    v->casus->slug, "plan", "versie",
	    arena_printf(a, "%d", v->record->number), "expert", NULL);
	for (int i = 0; i < EXPERT_PARTS; i++) {
		struct feedback_part *part = &v->parts[i];
		bool asked = feedback_part_is_asked(
		    acts->act, acts->count, (enum feedback_part_name)i);

		*part = (struct feedback_part){.name = NAMES[i],
		    .button = BUTTONS[i],
		    .is_shown = asked || v->is_coach,
		    /* Not what is open by asking for all of it. */
		    .is_open = is_asked(acts->act, acts->count, NAMES[i]),
		    .url = v->parts_url,
		    .csrf = v->shell.csrf};
		v->parts_asked += asked;
		if (v->is_coach && asked)
			part->coach_words =
			    arena_printf(a, "%s bekeek dit deel.", who);
		v->parts_hidden += !part->is_shown;
	}
}

/* The questions that were neither answered nor looked into. */
static size_t
untouched(const struct feedback_view *v)
{
	size_t n = 0;

	for (int i = 0; i < VALUE_COUNT; i++)
		for (size_t k = 0; k < v->values[i].item_count; k++)
			n += v->values[i].items[k].level == LEVEL_QUESTION &&
			     v->values[i].items[k].answered == NULL;
	return n;
}

/* Said once, and without a judgement: looking is what the plan is there for. */
static const char *
words_for_coach(const struct feedback_view *v, struct arena *a)
{
	const char *who = v->record->person;

	if (v->parts_asked == 0)
		return arena_printf(a,
		    "%s vroeg nog niets op van het plan van de expert. Jij "
		    "ziet het hier wel.",
		    who);
	if (v->parts_asked == EXPERT_PARTS)
		return arena_printf(
		    a, "%s bekeek het hele plan van de expert.", who);
	return arena_printf(a,
	    "%s bekeek de delen waar dat bij staat. Jij ziet hier alles.", who);
}

void
feedback_parts_invite(struct feedback_view *v, struct arena *a)
{
	size_t n = untouched(v);

	if (v->is_coach)
		v->parts_words = words_for_coach(v, a);
	else if (v->parts_hidden == 0)
		v->parts_words =
		    "Anders is niet meteen fout. Kijk of je het met een reden "
		    "anders deed.";
	else if (n == 0)
		v->parts_words = "Leg je plan ernaast. Anders is niet meteen "
				 "fout.";
	else
		v->parts_words = arena_printf(a,
		    "%zu %s hierboven %s nog zonder antwoord. Daar zelf over "
		    "denken helpt het meest. Wil je nu al kijken? Dat mag.",
		    n, n == 1 ? "vraag" : "vragen", n == 1 ? "is" : "zijn");
}

/* The part that was sent, as it is stored; NULL: there is no such part. */
static const char *
stored_name(struct exchange *ex)
{
	const char *sent = form_text(&ex->fields, "deel");
	bool is_known = strcmp(sent, WHOLE) == 0;

	for (int i = 0; i < EXPERT_PARTS; i++)
		is_known = is_known || strcmp(sent, NAMES[i]) == 0;
	return is_known ? arena_printf(ex->arena, "%c%s", FEEDBACK_PART, sent)
			: NULL;
}

void
ask_feedback_expert(struct exchange *ex)
{
	static const char *const FIELDS[] = {"deel", NULL};
	struct plan_place place;
	const char *name = stored_name(ex);
	int64_t number;

	if (!version_find(ex, &place, &number) || !plan_fields_are(ex, FIELDS))
		return;
	if (name == NULL)
		respond_status(ex, ST_INVALID);
	else
		feedback_ask_open(
		    ex->batch, &place.key, (int)number, name, LEVEL_EXPERT);
}

void
show_feedback_expert(struct exchange *ex)
{
	respond_redirect(
	    ex, url_fragment(ex->arena,
		    url_path(ex->arena, "cursus", exchange_param(ex, "cursus"),
			"casus", exchange_param(ex, "casus"), "plan", "versie",
			exchange_param(ex, "nummer"), NULL),
		    arena_printf(
			ex->arena, "deel-%s", form_text(&ex->fields, "deel"))));
}
