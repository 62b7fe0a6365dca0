/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * reading.c - a plan as a list of passages.
 *
 * A passage without a word is left out, but for the texts: that something is
 * not written is worth a remark as well. The key of a passage is the same in
 * each version of a plan, because lines and actions keep their id.
 */
#include "web/plan/reading.h"

#include "base/text.h"
#include "core/plan_words.h"
#include "web/law/law.h"
#include "web/plan/argument.h"
#include "web/plan/form.h"
#include "web/said.h"

#include <string.h>

/* What a part is filled from. */
struct source {
	const struct exchange *ex;
	const struct casus *casus;
	const struct plan *plan;
	const struct plan_sum *sum;
	const char *whose;
};

/* A part while it is filled. */
struct writer {
	struct arena *arena;
	struct reading_passage *list;
	size_t count;
};

static const char *
key_of(struct arena *a, const char *kind, const char *name)
{
	return arena_printf(a, "%s:%s", kind, name);
}

static void
add(struct writer *w, struct reading_passage passage)
{
	char *id = arena_printf(w->arena, "p-%s", passage.key);

	for (char *c = id; *c != '\0'; c++)
		if (*c == ':' || *c == ' ')
			*c = '-';
	passage.id = id;
	w->list[w->count++] = passage;
}

static void
add_text(struct writer *w, const struct source *from, enum plan_field field)
{
	add(w, (struct reading_passage){
		   .key = key_of(w->arena, "tekst", plan_field_name(field)),
		   .label = plan_form_label(field),
		   .text = from->plan->text[field]});
}

static void
add_articles(struct writer *w, const struct source *from)
{
	const struct plan *plan = from->plan;

	for (size_t i = 0; i < plan->article_count; i++) {
		const struct law *law =
		    law_of(from->ex, plan->articles[i].code);

		if (law != NULL)
			add(w, (struct reading_passage){
				   .key = key_of(w->arena, "artikel",
				       plan->articles[i].code),
				   .kind = "De wet geeft ruimte",
				   .label = law_name(w->arena, law),
				   .lead = law->kernzin,
				   .text = argument_words(
				       w->arena, &plan->articles[i])});
	}
}

static void
add_lines(struct writer *w, const struct source *from)
{
	static const char *const KIND[SCENARIO_COUNT] = {
	    "Huidige situatie", "Dreigende situatie", "Doorbraak"};
	const struct plan *plan = from->plan;

	for (size_t i = 0; i < plan->line_count; i++) {
		const struct plan_line *line = &plan->lines[i];

		add(w, (struct reading_passage){
			   .key = key_of(w->arena, "regel", line->id),
			   .kind = KIND[line->scenario],
			   .label = line->omschrijving,
			   .text = line_sentences(w->arena, line,
			       from->casus->members, from->casus->member_count),
			   .amount =
			       from->sum->result == NULL
				   ? NULL
				   : text_euro_whole(w->arena,
					 plan_sum_line(from->sum, plan, i))});
	}
}

/* What the sum says, in words; nothing when it cannot be made. */
static void
add_sum(struct writer *w, const struct source *from)
{
	static const enum said_kind SAY[] = {
	    SAID_NOW, SAID_THREAT, SAID_EVEN, SAID_PAYBACK};
	const struct said_of of = {from->sum, from->plan, from->whose, NULL};
	bool has_threat = from->sum->count[SCENARIO_DREIGEND] > 0;
	const char *text = "";

	if (from->sum->result == NULL || from->plan->line_count == 0)
		return;
	for (size_t i = 0; i < (has_threat ? 4U : 1U); i++) {
		struct said said = said_sum(w->arena, SAY[i], &of);

		if (said.text != NULL)
			text = arena_printf(w->arena, "%s%s%s", text,
			    *text == '\0' ? "" : "\n", said.text);
	}
	add(w, (struct reading_passage){
		   .key = "som", .label = "Wat de som zegt", .text = text});
}

static void
add_actions(struct writer *w, const struct source *from)
{
	const struct plan *plan = from->plan;

	for (size_t i = 0; i < plan->action_count; i++) {
		const struct plan_action *action = &plan->actions[i];

		add(w, (struct reading_passage){
			   .key = key_of(w->arena, "actie", action->id),
			   .kind = arena_printf(w->arena, "Actie %zu", i + 1),
			   .label = action->wat,
			   .text = arena_printf(w->arena, "%s, %s", action->wie,
			       action->wanneer)});
	}
}

static const struct {
	const char *title;
	size_t count;
	enum plan_field field[2];
} STEPS[READING_PARTS] = {
    {"Wie het zijn en wat er knelt", 2, {FIELD_SITUATIE, FIELD_KNELT}},
    {"Wat zij willen", 2, {FIELD_WENS, FIELD_PERSPECTIEF}},
    {"Hindernis en doorbraak", 2, {FIELD_HINDERNIS, FIELD_DOORBRAAK}},
    {"Wat er verder nodig is", 2, {FIELD_ZELF, FIELD_HULP}},
    {"Waarom dit kan", 2, {FIELD_BETROKKENHEID, FIELD_LEGITIMITEIT}},
    {"Wie wat doet", 0, {FIELD_COUNT}},
};

static struct reading_part
part_of(const struct source *from, int step)
{
	const struct plan *plan = from->plan;
	struct writer w = {.arena = from->ex->arena};

	w.list = arena_array(w.arena,
	    FIELD_COUNT + plan->line_count + plan->article_count +
		plan->action_count + 1,
	    sizeof(*w.list));
	for (size_t i = 0; i < STEPS[step].count; i++)
		add_text(&w, from, STEPS[step].field[i]);
	if (step == READING_PARTS - 2) {
		add_articles(&w, from);
		add_text(&w, from, FIELD_RENDEMENT);
		add_lines(&w, from);
		add_sum(&w, from);
		add_text(&w, from, FIELD_KANS_UITLEG);
		add_text(&w, from, FIELD_WEGING);
	} else if (step == READING_PARTS - 1) {
		add_actions(&w, from);
		add_text(&w, from, FIELD_PLAN_B);
	}
	return (struct reading_part){STEPS[step].title, w.count, w.list};
}

struct reading
reading_of(const struct exchange *ex, const struct casus *casus,
    const struct plan *plan, const char *whose)
{
	struct plan_sum *sum = arena_alloc(ex->arena, sizeof(*sum));
	const struct source from = {ex, casus, plan, sum, whose};
	struct reading out = {.beside = NULL};

	plan_sum(sum, ex->arena, plan, casus->members, casus->member_count,
	    casus->signals);
	for (int i = 0; i < READING_PARTS; i++)
		out.part[i] = part_of(&from, i);
	return out;
}

const struct reading_passage *
reading_find(const struct reading *reading, const char *key)
{
	for (int i = 0; i < READING_PARTS; i++)
		for (size_t k = 0; k < reading->part[i].count; k++)
			if (strcmp(reading->part[i].passage[k].key, key) == 0)
				return &reading->part[i].passage[k];
	return NULL;
}
