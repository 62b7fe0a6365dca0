/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * feedback_beside.c - parts of two plans beside each other, as text: the last
 * level of an item of feedback.
 */
#include "web/feedback_beside.h"

#include "core/plan_words.h"
#include "web/plan/form.h"

static const char *
lines_in_words(struct arena *a, const struct feedback_view *v,
    const struct plan *plan, enum scenario scenario)
{
	const char *text = "";

	for (size_t i = 0; i < plan->line_count; i++)
		if (plan->lines[i].scenario == scenario)
			text = arena_printf(a, "%s%s: %s\n", text,
			    plan->lines[i].omschrijving,
			    line_sentences(a, &plan->lines[i],
				v->casus->members, v->casus->member_count));
	return text;
}

static const char *
articles_in_words(struct arena *a, const struct plan *plan)
{
	const char *text = "";

	for (size_t i = 0; i < plan->article_count; i++)
		text =
		    arena_printf(a, "%s%s: %s\n", text, plan->articles[i].code,
			*plan->articles[i].argument == '\0'
			    ? "nog zonder uitleg"
			    : plan->articles[i].argument);
	return text;
}

static const char *
actions_in_words(struct arena *a, const struct plan *plan)
{
	const char *text = "";

	for (size_t i = 0; i < plan->action_count; i++)
		text = arena_printf(a, "%s%s (%s, %s)\n", text,
		    plan->actions[i].wat, plan->actions[i].wie,
		    plan->actions[i].wanneer);
	return text;
}

static void
add(struct feedback_item *item, const char *label, const char *mine,
    const char *expert)
{
	item->beside[item->beside_count++] = (struct feedback_text){label,
	    *mine == '\0' ? "Nog niets ingevuld." : mine,
	    *expert == '\0' ? "–" : expert};
}

void
feedback_beside_fill(
    struct feedback_item *item, const struct feedback_view *v, struct arena *a)
{
	static const char *const SCENARIOS[SCENARIO_COUNT] = {
	    "Huidige situatie", "Dreigende situatie", "Doorbraak"};
	const struct plan *mine = v->mine.plan, *expert = v->expert.plan;
	const struct rule *rule = item->rule;

	for (int f = 0; f < FIELD_COUNT; f++)
		if ((rule->beside_fields >> f & 1) != 0)
			add(item, plan_form_label((enum plan_field)f),
			    mine->text[f], expert->text[f]);
	if (rule->beside_articles)
		add(item, "Wetsartikelen", articles_in_words(a, mine),
		    articles_in_words(a, expert));
	for (int s = 0; s < SCENARIO_COUNT; s++)
		if ((rule->beside_lines >> s & 1) != 0)
			add(item, SCENARIOS[s],
			    lines_in_words(a, v, mine, (enum scenario)s),
			    lines_in_words(a, v, expert, (enum scenario)s));
	if (rule->beside_actions)
		add(item, "Acties", actions_in_words(a, mine),
		    actions_in_words(a, expert));
}
