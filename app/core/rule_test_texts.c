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

/*
 * How somebody says what speaks against it. A few words that also stand in
 * other sentences are left out: a rule that asks once too often is better
 * than one that is content with "maar".
 */
static const char *const AGAINST[] = {"tegen", "ertegen", "daartegen",
    "daartegenover", "tegenargument", "bezwaar", "bezwaren", "nadeel",
    "nadelen", "risico", "let op", "daar staat tegenover", "wringt",
    "precedent", "willekeur", "niet zeker", "zwak punt", "zwakke punt",
    "kan misgaan", "eerlijk is", "mag nooit", "mag er niet", "geen recht op",
    "moeilijk", "kritiek", "twijfel", "spanning"};

static bool
weighs_against(const struct judged *j, size_t i)
{
	const struct rule_words words = {
	    sizeof(AGAINST) / sizeof(AGAINST[0]), AGAINST};

	return has_any(j, &j->part[ARGUMENT_AFWEGING][i], &words);
}

static bool
lacks_part(const struct judged *j, uint32_t parts, size_t i)
{
	for (int p = 0; p < ARGUMENT_PARTS; p++)
		if ((parts >> p & 1) != 0 && j->part[p][i].count < REASON_WORDS)
			return true;
	return parts == 0;
}

static bool
fits_argument(
    const struct judged *j, const struct argument_filter *f, size_t i)
{
	for (int p = 0; p < ARGUMENT_PARTS; p++) {
		const struct words *text = &j->part[p][i];

		if (!has_any(j, text, &f->part[p].woorden) ||
		    text->count < (size_t)f->part[p].word_min)
			return false;
	}
	return lacks_part(j, f->lacks, i) &&
	       (f->weighs_against == FLAG_ANY ||
		   (f->weighs_against == FLAG_YES) == weighs_against(j, i));
}

/* Of old an argument was one text: its ruimte and afweging are that now. */
static bool
is_argued(const struct judged *j, size_t i)
{
	return j->part[ARGUMENT_RUIMTE][i].count +
		   j->part[ARGUMENT_AFWEGING][i].count >=
	       REASON_WORDS;
}

enum holds
judge_articles(const struct judged *j, const struct rule_test *t)
{
	const struct plan *plan = j->subject->plan;
	int found = 0;

	for (size_t i = 0; i < plan->article_count; i++)
		found += is_listed(&t->codes, plan->articles[i].code) &&
			 (!t->is_argued || is_argued(j, i)) &&
			 has_any(j, &j->argument[i], &t->woorden) &&
			 fits_argument(j, &t->argument, i);
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
