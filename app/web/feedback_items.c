/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * feedback_items.c - what the author's rules say of a plan, per value of the
 * triangle. Questions come first, then what is lacking, then what to look at
 * again; praise stands above them. Of each item only the question is shown,
 * until its maker asks for more.
 */
#include "web/feedback_items.h"

#include "base/text.h"
#include "core/rule_judge.h"
#include "web/feedback_beside.h"

#include <string.h>

static const struct {
	const char *words, *css;
} KINDS[RULE_KINDS] = {
    [RULE_ASK] = {"Vraag", "lms-signal lms-signal--question"},
    [RULE_MISSING] = {"Ontbreekt dit nog?", "lms-signal lms-signal--warning"},
    [RULE_NOTE] = {"Let op", "lms-signal lms-signal--note"},
    [RULE_SEEN] = {"Goed gezien", "lms-signal lms-signal--praise"},
};

/* What all items are made with. */
struct making {
	struct feedback_view *v;
	const struct exchange *ex;
	struct arena *a;
	const struct feedback_acts *acts;
	const enum holds *holds;
	bool is_compared; /* the version before had rules as well */
	struct feedback_item *next;
};

static const struct feedback_record *
act_of(const struct making *m, int number, const char *rule)
{
	return feedback_find(m->acts->act, m->acts->count, number, rule);
}

/* Did this rule hold for the version before? */
static bool
held_before(const struct making *m, const char *rule)
{
	const struct feedback_record *act =
	    act_of(m, m->v->record->number - 1, rule);

	return act != NULL && act->is_found;
}

/* In words a coach may repeat: asking for help is what one should do. */
static const char *
level_words(const struct making *m, const struct feedback_record *act)
{
	const char *who = m->v->record->person;

	switch (act->level) {
	case LEVEL_QUESTION:
		return NULL;
	case LEVEL_HINT:
		return arena_printf(m->a, "%s vroeg om een hint.", who);
	case LEVEL_EXPERT:
		return arena_printf(
		    m->a, "%s bekeek hoe de expert het deed.", who);
	}
	return NULL;
}

static void
fill_act(struct feedback_item *item, const struct making *m)
{
	const char *rule = item->rule->id;
	const struct feedback_typed *typed = m->acts->typed;
	const struct feedback_record *act =
					 act_of(m, m->v->record->number, rule),
				     *before = act_of(
					 m, m->v->record->number - 1, rule);

	item->stamp = act == NULL ? PLAN_NO_STAMP : act->stamp;
	if (before != NULL && *before->answer != '\0')
		item->before = before->answer;
	if (act != NULL) {
		item->level = act->level;
		item->agrees = act->agrees;
		item->answer = *act->answer == '\0' ? NULL : act->answer;
		item->level_words = level_words(m, act);
		if (act->answered_s != 0)
			item->answered = text_date_time(m->a, act->answered_s);
	}
	if (typed == NULL || strcmp(typed->rule, rule) != 0)
		return;
	item->error = typed->error;
	item->stored = item->answer;
	item->answer = typed->text;
	item->agrees = typed->agrees;
}

static void
fill_links(struct feedback_item *item, const struct making *m)
{
	const struct feedback_view *v = m->v;
	const char *number = arena_printf(m->a, "%d", v->record->number);
	const char *course = v->course->slug, *casus = v->casus->slug;

	item->csrf = v->shell.csrf;
	item->mine_title = v->mine.title;
	item->is_coach = v->is_coach;
	item->open_url = url_path(m->a, "cursus", course, "casus", casus,
	    "plan", "versie", number, "hulp", NULL);
	item->answer_url = url_path(m->a, "cursus", course, "casus", casus,
	    "plan", "versie", number, "antwoord", NULL);
}

static void
fill_item(
    struct feedback_item *item, const struct making *m, const struct rule *rule)
{
	const struct module *module = NULL;

	if (rule->read_module != NULL)
		module = course_module(m->v->course, rule->read_module);
	*item = (struct feedback_item){.rule = rule,
	    .anchor = arena_printf(m->a, "r-%s", rule->id),
	    .kind = KINDS[rule->kind].words,
	    .kind_class = KINDS[rule->kind].css,
	    .read_title = module == NULL ? NULL : module->title};
	if (rule->source_date != NULL)
		item->source_date = text_iso_date(m->a, rule->source_date);
	if (m->is_compared && rule->kind != RULE_ASK)
		item->change =
		    held_before(m, rule->id) ? NULL : "Nieuw in deze versie";
	if (rule->kind == RULE_SEEN)
		return;
	fill_act(item, m);
	fill_links(item, m);
	if (item->level == LEVEL_EXPERT || item->is_coach)
		feedback_beside_fill(item, m->v, m->ex);
}

static void
fill_kind(struct feedback_value *value, struct making *m, enum rule_kind kind)
{
	const struct rule_set *set = &m->v->casus->rules;

	for (size_t i = 0; i < set->count; i++) {
		if (m->holds[i] != HOLDS_YES || set->rule[i].kind != kind ||
		    set->rule[i].value != value->value)
			continue;
		fill_item(m->next++, m, &set->rule[i]);
		if (kind == RULE_SEEN)
			value->seen_count++;
		else
			value->item_count++;
	}
}

/* Which rules are solved, still open or new since the version before. */
static void
fill_changes(struct making *m)
{
	static const char *const TITLES[CHANGES] = {
	    "Opgelost", "Staat nog open", "Nieuw"};
	const struct rule_set *set = &m->v->casus->rules;

	for (int c = 0; c < CHANGES; c++)
		m->v->changes[c] = (struct feedback_change){TITLES[c], 0,
		    arena_array(m->a, set->count, sizeof(char *))};
	for (size_t i = 0; i < set->count; i++) {
		const struct rule *rule = &set->rule[i];
		bool was = held_before(m, rule->id);
		bool is = m->holds[i] == HOLDS_YES;
		struct feedback_change *change =
		    &m->v->changes[was ? (is ? 1 : 0) : 2];

		if (rule->kind == RULE_SEEN || rule->kind == RULE_ASK ||
		    (!was && !is))
			continue;
		change->texts[change->count++] = rule->question;
	}
}

static const char *
change_words(const struct making *m)
{
	size_t solved = m->v->changes[0].count, open = m->v->changes[1].count;
	int before = m->v->record->number - 1;

	if (solved == 0 && open == 0)
		return arena_printf(m->a,
		    "In versie %d stond er niets open. Dat is zo gebleven, "
		    "tenzij hieronder iets nieuws staat.",
		    before);
	if (solved == 0)
		return arena_printf(m->a,
		    "Wat bij versie %d openstond, staat nog open. Kijk welke "
		    "vraag je het eerst wilt oppakken.",
		    before);
	if (open == 0)
		return arena_printf(m->a,
		    "Alles wat bij versie %d openstond, is opgelost.", before);
	return arena_printf(m->a,
	    "Van wat bij versie %d openstond, is een deel opgelost.", before);
}

void
feedback_items_fill(struct feedback_view *v, struct exchange *ex,
    const struct feedback_acts *acts)
{
	static const enum rule_kind ORDER[] = {
	    RULE_SEEN, RULE_ASK, RULE_MISSING, RULE_NOTE};
	const struct rule_set *set = &v->casus->rules;
	const struct rule_subject subject = {
	    v->mine.plan, &v->mine.sum, v->expert.plan, &v->expert.sum};
	struct making m = {.v = v,
	    .ex = ex,
	    .a = ex->arena,
	    .acts = acts,
	    .holds = rules_judge(ex->arena, set, &subject),
	    .next = arena_array(
		ex->arena, set->count + 1, sizeof(struct feedback_item))};

	for (size_t i = 0; i < acts->count; i++)
		m.is_compared = m.is_compared ||
				(acts->act[i].is_found &&
				    acts->act[i].number < v->record->number);
	for (int i = 0; i < VALUE_COUNT; i++) {
		struct feedback_value *value = &v->values[i];

		value->value = (enum rule_value)i;
		value->seen = m.next;
		fill_kind(value, &m, ORDER[0]);
		value->items = m.next;
		for (size_t k = 1; k < sizeof(ORDER) / sizeof(ORDER[0]); k++)
			fill_kind(value, &m, ORDER[k]);
	}
	if (m.is_compared) {
		fill_changes(&m);
		v->change_words = change_words(&m);
	}
}
