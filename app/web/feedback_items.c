/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * feedback_items.c - what the author's rules say of a plan, per value of the
 * triangle. Questions come first, then what is lacking, then what to look at
 * again; praise stands above them.
 */
#include "web/feedback_items.h"

#include "base/text.h"
#include "core/rule_judge.h"

#include <string.h>

static const struct {
	const char *words, *css;
} KINDS[RULE_KINDS] = {
    [RULE_ASK] = {"Vraag", "lms-signal lms-signal--question"},
    [RULE_MISSING] = {"Ontbreekt dit nog?", "lms-signal lms-signal--warning"},
    [RULE_NOTE] = {"Let op", "lms-signal lms-signal--note"},
    [RULE_SEEN] = {"Goed gezien", "lms-signal lms-signal--praise"},
};

static void
fill_item(struct feedback_item *item, const struct feedback_view *v,
    struct arena *a, const struct rule *rule)
{
	const struct module *module = NULL;

	if (rule->read_module != NULL)
		module = course_module(v->course, rule->read_module);
	*item = (struct feedback_item){.rule = rule,
	    .anchor = arena_printf(a, "r-%s", rule->id),
	    .kind = KINDS[rule->kind].words,
	    .kind_class = KINDS[rule->kind].css,
	    .read_title = module == NULL ? NULL : module->title};
	if (rule->source_date != NULL)
		item->source_date = text_iso_date(a, rule->source_date);
}

static void
fill_kind(struct feedback_value *value, struct feedback_item **next,
    const struct feedback_view *v, struct arena *a, const enum holds *verdicts,
    enum rule_kind kind)
{
	const struct rule_set *set = &v->casus->rules;

	for (size_t i = 0; i < set->count; i++) {
		if (verdicts[i] != HOLDS_YES || set->rule[i].kind != kind ||
		    set->rule[i].value != value->value)
			continue;
		fill_item((*next)++, v, a, &set->rule[i]);
		if (kind == RULE_SEEN)
			value->seen_count++;
		else
			value->item_count++;
	}
}

void
feedback_items_fill(struct feedback_view *v, struct exchange *ex)
{
	static const enum rule_kind ORDER[] = {
	    RULE_SEEN, RULE_ASK, RULE_MISSING, RULE_NOTE};
	const struct rule_set *set = &v->casus->rules;
	const struct rule_subject subject = {
	    v->mine.plan, &v->mine.sum, v->expert.plan, &v->expert.sum};
	const enum holds *verdicts = rules_judge(ex->arena, set, &subject);
	struct feedback_item *next =
	    arena_array(ex->arena, set->count + 1, sizeof(*next));

	for (int i = 0; i < VALUE_COUNT; i++) {
		struct feedback_value *value = &v->values[i];

		value->value = (enum rule_value)i;
		value->seen = next;
		fill_kind(value, &next, v, ex->arena, verdicts, ORDER[0]);
		value->items = next;
		for (size_t k = 1; k < sizeof(ORDER) / sizeof(ORDER[0]); k++)
			fill_kind(
			    value, &next, v, ex->arena, verdicts, ORDER[k]);
	}
}
