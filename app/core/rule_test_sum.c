/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rule_test_sum.c - tests of a rule on what the calculation core gave, and on
 * the chances and years it was given. Nothing here says that an amount is
 * high or low enough: only that it differs from the expert's, or that a plan
 * costs money (rekenregels §8).
 */
#include "core/rule_test.h"

#include <string.h>

/* -1, 0 or 1; beyond 64 bits by the whole numbers alone. */
static int
compare(struct fraction a, struct fraction b)
{
	int64_t left, right;

	if (__builtin_mul_overflow(a.top, b.bottom, &left) ||
	    __builtin_mul_overflow(b.top, a.bottom, &right)) {
		left = a.top / a.bottom;
		right = b.top / b.bottom;
	}
	return (left > right) - (left < right);
}

bool
in_range(struct fraction value, const struct rule_range *range)
{
	return (range->from.bottom == 0 || compare(value, range->from) >= 0) &&
	       (range->to.bottom == 0 || compare(value, range->to) <= 0);
}

static int64_t
amount(const struct rk_resultaat *r, enum rule_sum sum)
{
	switch (sum) {
	case SUM_HUIDIG:
	case SUM_DREIGEND:
	case SUM_DOORBRAAK:
		return r->scenarios[sum].totaal;
	case SUM_GAIN_NOW:
		return r->modi[RK_TOV_HUIDIG].totale_baten;
	case SUM_GAIN_THREAT:
		return r->modi[RK_TOV_DREIGEND].totale_baten;
	case SUM_COUNT:
		break;
	}
	return 0;
}

/* Sums over another number of years cannot be laid beside each other. */
static enum holds
judge_distance(const struct judged *j, const struct rule_test *t, int64_t mine)
{
	const struct rk_resultaat *r = j->subject->expert_sum->result;
	int64_t expert, apart, room;

	if (r == NULL ||
	    r->horizon_jaren != j->subject->sum->result->horizon_jaren)
		return HOLDS_UNKNOWN;
	expert = amount(r, (enum rule_sum)t->sum);
	apart = mine > expert ? mine - expert : expert - mine;
	room = expert < 0 ? -expert : expert;
	return apart <= room / 100 * t->percent + room % 100 * t->percent / 100
		   ? HOLDS_YES
		   : HOLDS_NO;
}

enum holds
judge_sum(const struct judged *j, const struct rule_test *t)
{
	int64_t mine;

	if (j->subject->sum->result == NULL)
		return HOLDS_UNKNOWN;
	mine = amount(j->subject->sum->result, (enum rule_sum)t->sum);
	if ((t->sign < 0 && mine >= 0) || (t->sign > 0 && mine <= 0))
		return HOLDS_NO;
	return t->percent < 0 ? HOLDS_YES : judge_distance(j, t, mine);
}

enum holds
judge_signal(const struct judged *j, const struct rule_test *t)
{
	const struct rk_resultaat *r = j->subject->sum->result;

	if (r == NULL)
		return HOLDS_UNKNOWN;
	for (size_t i = 0; i < r->aantal_signalen; i++)
		for (size_t k = 0; k < t->codes.count; k++)
			if (strcmp(r->signalen[i].code, t->codes.word[k]) == 0)
				return HOLDS_YES;
	return HOLDS_NO;
}

enum holds
judge_chance(const struct judged *j, const struct rule_test *t)
{
	const struct plan *plan = j->subject->plan;
	const char *chance =
	    t->figure == FIGURE_KANS ? plan->kans_dreigend : plan->slaagkans;
	struct fraction value;

	if (t->is_argued && j->text[FIELD_KANS_UITLEG].count < REASON_WORDS)
		return HOLDS_NO;
	if (chance == NULL || !fraction_read(&value, chance))
		return t->is_filled ? HOLDS_NO
		       : t->range.from.bottom == 0 && t->range.to.bottom == 0
			   ? HOLDS_YES
			   : HOLDS_UNKNOWN;
	return in_range(value, &t->range) ? HOLDS_YES : HOLDS_NO;
}

enum holds
judge_years(const struct judged *j, const struct rule_test *t)
{
	return in_range((struct fraction){j->subject->plan->horizon_jaren, 1},
		   &t->range)
		   ? HOLDS_YES
		   : HOLDS_NO;
}
