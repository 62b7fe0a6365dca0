/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rule_test_actions.c - tests of a rule on the actions: who, when, in which
 * order.
 */
#include "core/rule_test.h"

#include <string.h>

/* Who does it is somebody in particular: not "iedereen" or "nog onbekend". */
static bool
is_somebody(const struct words *who)
{
	static const char *const NOBODY[] = {"iedereen", "allen", "allemaal",
	    "wij", "we", "ons", "men", "iemand", "alle", "partijen",
	    "betrokkenen", "hulpverleners", "hulpverlening", "instanties",
	    "gemeente", "de", "het", "en", "nog", "onbekend", "bepalen",
	    "nader", "te", "niet", "bekend", "ntb", "nvt", "n", "t", "b", "v",
	    "team"};

	for (size_t i = 0; i < who->count; i++) {
		size_t k = 0, n = sizeof(NOBODY) / sizeof(NOBODY[0]);

		while (k < n && strcmp(NOBODY[k], who->word[i].text) != 0)
			k++;
		if (k == n)
			return true;
	}
	return false;
}

/* A digit may be a day that we cannot read: "week 6". */
static enum holds
judge_day(const struct judged *j, size_t i, int32_t latest)
{
	const char *when = j->subject->plan->actions[i].wanneer;

	if (j->day[i] != 0)
		return latest == 0 || j->day[i] <= latest ? HOLDS_YES
							  : HOLDS_NO;
	return strpbrk(when, "0123456789") != NULL ? HOLDS_UNKNOWN
						   : HOLDS_NO;
}

static bool
is_about(const struct judged *j, size_t i, const struct action_filter *f)
{
	return has_any(j, &j->action[i], &f->woorden) &&
	       has_all(j, &j->action[i], &f->alle_woorden);
}

/* Who and when of an action that it is about. */
static enum holds
judge_action(const struct judged *j, size_t i, const struct action_filter *f)
{
	if (!has_any(j, &j->who[i], &f->wie) ||
	    (f->met_naam && !is_somebody(&j->who[i])))
		return HOLDS_NO;
	return f->met_datum || f->uiterlijk != 0 ? judge_day(j, i, f->uiterlijk)
						 : HOLDS_YES;
}

enum holds
judge_actions(const struct judged *j, const struct rule_test *t)
{
	int count[3] = {0}, all;

	for (size_t i = 0; i < j->subject->plan->action_count; i++)
		if (is_about(j, i, &t->actions))
			count[judge_action(j, i, &t->actions)]++;
	all = count[HOLDS_NO] + count[HOLDS_YES] + count[HOLDS_UNKNOWN];
	if (all == 0 || (t->is_each && count[HOLDS_NO] > 0))
		return HOLDS_NO;
	if (t->is_each && count[HOLDS_UNKNOWN] > 0)
		return HOLDS_UNKNOWN;
	if (count[HOLDS_YES] >= t->at_least)
		return HOLDS_YES;
	return count[HOLDS_YES] + count[HOLDS_UNKNOWN] >= t->at_least
		   ? HOLDS_UNKNOWN
		   : HOLDS_NO;
}

/* The first of these actions: its day when all have one, else its place. */
struct first_action {
	bool is_there, has_day;
	int32_t day;
	size_t place;
};

static struct first_action
first_of(const struct judged *j, const struct action_filter *f)
{
	struct first_action first = {.has_day = true};

	for (size_t i = 0; i < j->subject->plan->action_count; i++) {
		if (!is_about(j, i, f) || judge_action(j, i, f) != HOLDS_YES)
			continue;
		if (!first.is_there || j->day[i] < first.day)
			first.day = j->day[i];
		if (!first.is_there)
			first.place = i;
		first.is_there = true;
		first.has_day = first.has_day && j->day[i] != 0;
	}
	return first;
}

enum holds
judge_action_order(const struct judged *j, const struct rule_test *t)
{
	struct first_action first = first_of(j, &t->actions);
	struct first_action then = first_of(j, &t->actions_after);
	bool is_before;

	if (!first.is_there)
		return HOLDS_NO;
	if (!then.is_there)
		return HOLDS_YES;
	is_before = first.has_day && then.has_day ? first.day <= then.day
						  : first.place <= then.place;
	return is_before ? HOLDS_YES : HOLDS_NO;
}
