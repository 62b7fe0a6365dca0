/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * feedback_beside.c - parts of two plans beside each other, as text: the last
 * level of an item of feedback.
 */
#include "web/feedback_beside.h"

#include "core/plan_words.h"
#include "web/law/law.h"
#include "web/plan/argument.h"
#include "web/plan/form.h"

#include <string.h>

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
law_words(const struct exchange *ex, const char *code)
{
	const struct law *law = library_law(ex->library, code);

	return law == NULL ? code : law_name(ex->arena, law);
}

static const char *
article_in_words(const struct exchange *ex, const struct plan *plan,
    const char *code)
{
	const struct plan_article *article = argument_find(plan, code);
	const char *words =
	    article == NULL ? "" : argument_words(ex->arena, article);

	if (article == NULL)
		return "Dit artikel staat niet in het plan.";
	return *words == '\0' ? "Nog zonder uitleg." : words;
}

static const char *
articles_in_words(const struct exchange *ex, const struct plan *plan)
{
	const char *text = "";

	for (size_t i = 0; i < plan->article_count; i++) {
		const char *code = plan->articles[i].code;

		text = arena_printf(ex->arena, "%s%s%s\n%s\n", text,
		    *text == '\0' ? "" : "\n", law_words(ex, code),
		    article_in_words(ex, plan, code));
	}
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

/* The articles that the tests of a rule name, each once. */
static size_t
named_articles(const char **out, size_t n, const struct rule_test *t)
{
	size_t known;

	for (size_t i = 0; i < t->part_count; i++)
		n = named_articles(out, n, &t->part[i]);
	if (t->kind != TEST_ARTICLE)
		return n;
	for (size_t i = 0; i < t->codes.count && n < BESIDE_LAWS; i++) {
		for (known = 0; known < n; known++)
			if (strcmp(out[known], t->codes.word[i]) == 0)
				break;
		if (known == n)
			out[n++] = t->codes.word[i];
	}
	return n;
}

/* One by one what the rule is about; else all of them. */
static void
add_articles(struct feedback_item *item, const struct feedback_view *v,
    const struct exchange *ex)
{
	const struct plan *mine = v->mine.plan, *expert = v->expert.plan;
	const struct rule_test *when = item->rule->when;
	const char *codes[BESIDE_LAWS];
	size_t n = when == NULL ? 0 : named_articles(codes, 0, when);

	for (size_t i = 0; i < n; i++)
		if (argument_find(mine, codes[i]) != NULL ||
		    argument_find(expert, codes[i]) != NULL)
			add(item, law_words(ex, codes[i]),
			    article_in_words(ex, mine, codes[i]),
			    article_in_words(ex, expert, codes[i]));
	if (n == 0)
		add(item, "Wetsartikelen", articles_in_words(ex, mine),
		    articles_in_words(ex, expert));
}

void
feedback_beside_fill(
    struct feedback_item *item, const struct feedback_view *v,
    const struct exchange *ex)
{
	static const char *const SCENARIOS[SCENARIO_COUNT] = {
	    "Huidige situatie", "Dreigende situatie", "Doorbraak"};
	const struct plan *mine = v->mine.plan, *expert = v->expert.plan;
	const struct rule *rule = item->rule;
	struct arena *a = ex->arena;

	for (int f = 0; f < FIELD_COUNT; f++)
		if ((rule->beside_fields >> f & 1) != 0)
			add(item, plan_form_label((enum plan_field)f),
			    mine->text[f], expert->text[f]);
	if (rule->beside_articles)
		add_articles(item, v, ex);
	for (int s = 0; s < SCENARIO_COUNT; s++)
		if ((rule->beside_lines >> s & 1) != 0)
			add(item, SCENARIOS[s],
			    lines_in_words(a, v, mine, (enum scenario)s),
			    lines_in_words(a, v, expert, (enum scenario)s));
	if (rule->beside_actions)
		add(item, "Acties", actions_in_words(a, mine),
		    actions_in_words(a, expert));
}
