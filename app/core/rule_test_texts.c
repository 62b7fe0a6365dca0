/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rule_test_texts.c - tests of a rule on what somebody wrote. They see that
 * words are there, not what is meant; a rule must be a question for that.
 */
#include "core/rule_test.h"

#include "core/dutch_day.h"

#include <string.h>

bool
has_any(const struct judged *j, const struct words *text,
    const struct rule_words *wanted)
{
	for (size_t i = 0; i < wanted->count; i++)
		if (words_have(text, j->arena, wanted->word[i]))
			return true;
	return wanted->count == 0;
}

bool
has_all(const struct judged *j, const struct words *text,
    const struct rule_words *wanted)
{
	for (size_t i = 0; i < wanted->count; i++)
		if (!words_have(text, j->arena, wanted->word[i]))
			return false;
	return true;
}

static bool
is_listed(const struct rule_words *codes, const char *code)
{
	for (size_t i = 0; i < codes->count; i++)
		if (strcmp(codes->word[i], code) == 0)
			return true;
	return codes->count == 0;
}

enum holds
judge_articles(const struct judged *j, const struct rule_test *t)
{
	const struct plan *plan = j->subject->plan;
	int found = 0;

	for (size_t i = 0; i < plan->article_count; i++)
		found +=
		    is_listed(&t->codes, plan->articles[i].code) &&
		    (!t->is_argued || j->argument[i].count >= REASON_WORDS) &&
		    has_any(j, &j->argument[i], &t->woorden);
	return found >= t->at_least ? HOLDS_YES : HOLDS_NO;
}

static bool
is_asked(uint32_t fields, int f)
{
	return fields == 0 || (fields >> f & 1) != 0;
}

enum holds
judge_text(const struct judged *j, const struct rule_test *t)
{
	size_t words = 0;
	bool has_words = t->woorden.count == 0, has_day = !t->has_day;

	for (int f = 0; f < FIELD_COUNT; f++) {
		if (!is_asked(t->fields, f))
			continue;
		words += j->text[f].count;
		has_words = has_words || has_any(j, &j->text[f], &t->woorden);
		has_day =
		    has_day || day_read(j->arena, j->subject->plan->text[f],
				   j->today) != 0;
	}
	return has_words && has_day && words >= (size_t)t->word_min
		   ? HOLDS_YES
		   : HOLDS_NO;
}

enum holds
judge_wish(const struct judged *j, const struct rule_test *t)
{
	for (int f = 0; f < FIELD_COUNT; f++)
		if (is_asked(t->fields, f) &&
		    words_share(&j->text[f], j->arena, t->wish) >= t->percent)
			return HOLDS_YES;
	return HOLDS_NO;
}
