/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rule_test_lines.c - tests of a rule on the lines of the sum.
 */
#include "core/rule_test.h"

#include <string.h>

/* A name in a list; "JW-*" is every name that begins with JW-. */
static bool
is_named(const struct rule_words *list, const char *name)
{
	for (size_t i = 0; i < list->count; i++) {
		const char *want = list->word[i];
		size_t n = strlen(want);

		if (n > 0 && want[n - 1] == '*'
			? strncmp(want, name, n - 1) == 0
			: strcmp(want, name) == 0)
			return true;
	}
	return list->count == 0;
}

static bool
is_flagged(enum rule_flag flag, bool is)
{
	return flag == FLAG_ANY || (flag == FLAG_YES) == is;
}

static bool
has_payer(const struct plan_line *line, const struct rule_words *list)
{
	for (size_t i = 0; i < line->payer_count; i++)
		if (is_named(list, line->payers[i].betaler))
			return true;
	return false;
}

/* How long a line runs, in months; a one-off has no length. */
static bool
has_duration(const struct plan_line *line, const struct rule_range *range)
{
	static const struct {
		const char *unit;
		int64_t top, bottom;
	} MONTHS[] = {{"dag", 12, 365}, {"week", 12, 52}, {"maand", 1, 1},
	    {"jaar", 12, 1}};
	struct fraction n;

	if (range->from.bottom == 0 && range->to.bottom == 0)
		return true;
	if (line->duur_aantal == NULL || !fraction_read(&n, line->duur_aantal))
		return false;
	for (size_t i = 0; i < sizeof(MONTHS) / sizeof(MONTHS[0]); i++)
		if (strcmp(MONTHS[i].unit, line->duur_eenheid) == 0)
			return in_range((struct fraction){n.top * MONTHS[i].top,
					    n.bottom * MONTHS[i].bottom},
			    range);
	return false;
}

static bool
has_quantity(const struct plan_line *line, const struct rule_range *range)
{
	struct fraction n;

	return (range->from.bottom == 0 && range->to.bottom == 0) ||
	       (fraction_read(&n, line->hoeveelheid) && in_range(n, range));
}

static bool
passes(const struct judged *j, size_t i, const struct line_filter *f)
{
	const struct plan_line *line = &j->subject->plan->lines[i];

	return (f->scenario == SCENARIO_COUNT ||
		   f->scenario == line->scenario) &&
	       is_named(&f->code, line->code) && is_named(&f->wet, line->wet) &&
	       is_named(&f->domein, line->domein) &&
	       is_named(&f->persoon, line->persoon) &&
	       is_named(&f->aard, line->aard) && is_named(&f->rol, line->rol) &&
	       has_payer(line, &f->betaler) &&
	       has_any(j, &j->line[i], &f->woorden) &&
	       has_quantity(line, &f->hoeveelheid) &&
	       has_duration(line, &f->duur_maanden) &&
	       in_range(
		   (struct fraction){line->start_maand, 1}, &f->start_maand) &&
	       is_flagged(f->met_kans, line->kans != NULL) &&
	       is_flagged(f->stopt, line->stopreden != NULL);
}

enum holds
judge_lines(const struct judged *j, const struct rule_test *t)
{
	int found = 0;

	for (size_t i = 0; i < j->subject->plan->line_count; i++)
		found += passes(j, i, &t->lines);
	return found >= t->at_least ? HOLDS_YES : HOLDS_NO;
}

/* Does an earlier payer of these lines have the same name? */
static bool
is_counted(const struct judged *j, const struct line_filter *f, size_t line,
    size_t payer)
{
	const struct plan_line *lines = j->subject->plan->lines;
	const char *name = lines[line].payers[payer].betaler;

	for (size_t i = 0; i <= line; i++) {
		size_t end = i == line ? payer : lines[i].payer_count;

		for (size_t p = 0; p < end && passes(j, i, f); p++)
			if (strcmp(lines[i].payers[p].betaler, name) == 0)
				return true;
	}
	return false;
}

enum holds
judge_payers(const struct judged *j, const struct rule_test *t)
{
	const struct plan *plan = j->subject->plan;
	int found = 0;

	for (size_t i = 0; i < plan->line_count; i++) {
		if (!passes(j, i, &t->lines))
			continue;
		for (size_t p = 0; p < plan->lines[i].payer_count; p++)
			found += !is_counted(j, &t->lines, i, p);
	}
	return found >= t->at_least ? HOLDS_YES : HOLDS_NO;
}

/* The month in which the first of these lines begins; 0: there is none. */
static int
first_month(const struct judged *j, const struct line_filter *f)
{
	int first = 0;

	for (size_t i = 0; i < j->subject->plan->line_count; i++) {
		int month = j->subject->plan->lines[i].start_maand;

		if (passes(j, i, f) && (first == 0 || month < first))
			first = month;
	}
	return first;
}

enum holds
judge_line_order(const struct judged *j, const struct rule_test *t)
{
	int first = first_month(j, &t->lines);
	int then = first_month(j, &t->lines_after);

	if (first == 0)
		return HOLDS_NO;
	return then == 0 || first <= then ? HOLDS_YES : HOLDS_NO;
}

/* Roof, food and safety: what comes before the rest. */
static bool
is_basic(const char *domein)
{
	static const char *const BASIC[] = {
	    "wonen", "opvang", "inkomen", "schulden", "energie", "veiligheid"};

	for (size_t i = 0; i < sizeof(BASIC) / sizeof(BASIC[0]); i++)
		if (strcmp(BASIC[i], domein) == 0)
			return true;
	return false;
}

/* Not something that runs now already and goes on. */
static bool
is_new(const struct plan *plan, const struct plan_line *line)
{
	if (line->scenario != SCENARIO_DOORBRAAK)
		return false;
	for (size_t i = 0; i < plan->line_count; i++)
		if (plan->lines[i].scenario == SCENARIO_HUIDIG &&
		    strcmp(plan->lines[i].code, line->code) == 0 &&
		    strcmp(plan->lines[i].persoon, line->persoon) == 0)
			return false;
	return true;
}

enum holds
judge_maslow(const struct judged *j)
{
	const struct plan *plan = j->subject->plan;
	int basic = 0, rest = 0;

	for (size_t i = 0; i < plan->line_count; i++) {
		const struct plan_line *line = &plan->lines[i];
		int *first = is_basic(line->domein) ? &basic : &rest;

		if (is_new(plan, line) &&
		    (*first == 0 || line->start_maand < *first))
			*first = line->start_maand;
	}
	if (rest == 0)
		return HOLDS_YES;
	if (basic == 0)
		return HOLDS_UNKNOWN; /* nothing basic may be needed */
	return basic <= rest ? HOLDS_YES : HOLDS_NO;
}
