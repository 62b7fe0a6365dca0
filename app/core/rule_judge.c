/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rule_judge.c - walk the tree of tests of each rule.
 *
 * Three answers as Kleene's: "not unknown" is unknown, "one of" holds as soon
 * as one part does, whatever is unknown beside it.
 */
#include "core/rule_judge.h"

#include "core/dutch_day.h"
#include "core/rule_test.h"

static const struct words *
words_of_each(struct arena *a, const char **texts, size_t count)
{
	struct words *list = arena_array(a, count, sizeof(*list));

	for (size_t i = 0; i < count; i++)
		list[i] = words_of(a, texts[i]);
	return list;
}

static void
read_actions(struct judged *j, const struct plan *plan)
{
	size_t n = plan->action_count;
	const char **what = arena_array(j->arena, n, sizeof(*what));
	const char **who = arena_array(j->arena, n, sizeof(*who));
	int32_t *day = arena_array(j->arena, n, sizeof(*day));

	for (size_t i = 0; i < n; i++) {
		what[i] = plan->actions[i].wat;
		who[i] = plan->actions[i].wie;
		day[i] = day_read(j->arena, plan->actions[i].wanneer, j->today);
	}
	j->action = words_of_each(j->arena, what, n);
	j->who = words_of_each(j->arena, who, n);
	j->day = day;
}

/* A part that is short can still be read with the others as one text. */
static void
read_articles(struct judged *j, const struct plan *plan)
{
	size_t n = plan->article_count;
	const char **texts = arena_array(j->arena, n, sizeof(*texts));

	for (int p = 0; p < ARGUMENT_PARTS; p++) {
		for (size_t i = 0; i < n; i++)
			texts[i] = plan->articles[i].part[p];
		j->part[p] = words_of_each(j->arena, texts, n);
	}
	for (size_t i = 0; i < n; i++)
		texts[i] = arena_printf(j->arena, "%s\n%s\n%s",
		    plan->articles[i].part[ARGUMENT_HINDERNIS],
		    plan->articles[i].part[ARGUMENT_RUIMTE],
		    plan->articles[i].part[ARGUMENT_AFWEGING]);
	j->argument = words_of_each(j->arena, texts, n);
}

static struct judged
read_plan(struct arena *a, const struct rule_set *set,
    const struct rule_subject *subject)
{
	const struct plan *plan = subject->plan;
	struct judged j = {.arena = a, .subject = subject, .today = set->today};
	const char **texts = arena_array(a, plan->line_count, sizeof(*texts));

	for (int f = 0; f < FIELD_COUNT; f++)
		j.text[f] = words_of(a, plan->text[f]);
	for (size_t i = 0; i < plan->line_count; i++)
		texts[i] = plan->lines[i].omschrijving;
	j.line = words_of_each(a, texts, plan->line_count);
	read_articles(&j, plan);
	read_actions(&j, plan);
	return j;
}

static enum holds judge(const struct judged *, const struct rule_test *);

/* `decides` is the answer of one part that makes it the answer of all. */
static enum holds
judge_parts(
    const struct judged *j, const struct rule_test *t, enum holds decides)
{
	enum holds out = decides == HOLDS_YES ? HOLDS_NO : HOLDS_YES;

	for (size_t i = 0; i < t->part_count; i++) {
		enum holds one = judge(j, &t->part[i]);

		if (one == decides)
			return decides;
		if (one == HOLDS_UNKNOWN)
			out = HOLDS_UNKNOWN;
	}
	return out;
}

static enum holds
judge_not(const struct judged *j, const struct rule_test *t)
{
	enum holds one = judge(j, &t->part[0]);

	if (one == HOLDS_UNKNOWN)
		return one;
	return one == HOLDS_YES ? HOLDS_NO : HOLDS_YES;
}

static enum holds
judge(const struct judged *j, const struct rule_test *t)
{
	switch (t->kind) {
	case TEST_ALL:
		return judge_parts(j, t, HOLDS_NO);
	case TEST_ANY:
		return judge_parts(j, t, HOLDS_YES);
	case TEST_NOT:
		return judge_not(j, t);
	case TEST_LINE:
		return judge_lines(j, t);
	case TEST_PAYERS:
		return judge_payers(j, t);
	case TEST_ARTICLE:
		return judge_articles(j, t);
	case TEST_ACTION:
		return judge_actions(j, t);
	case TEST_TEXT:
		return judge_text(j, t);
	case TEST_WISH:
		return judge_wish(j, t);
	case TEST_ORDER:
		return t->is_about_actions ? judge_action_order(j, t)
					   : judge_line_order(j, t);
	case TEST_MASLOW:
		return judge_maslow(j);
	case TEST_SUM:
		return judge_sum(j, t);
	case TEST_SIGNAL:
		return judge_signal(j, t);
	case TEST_CHANCE:
		return judge_chance(j, t);
	case TEST_YEARS:
		return judge_years(j, t);
	case TEST_ASKED:
		return judge_asked(j, t);
	case TEST_KINDS:
		break;
	}
	return HOLDS_UNKNOWN;
}

const enum holds *
rules_judge(struct arena *a, const struct rule_set *set,
    const struct rule_subject *subject)
{
	struct judged j = read_plan(a, set, subject);
	enum holds *out = arena_array(a, set->count, sizeof(*out));

	for (size_t i = 0; i < set->count; i++)
		out[i] = set->rule[i].when == NULL
			     ? HOLDS_YES
			     : judge(&j, set->rule[i].when);
	return out;
}
