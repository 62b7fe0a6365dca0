/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * attention.c - the rules of attention.h.
 *
 * Somebody who is away says so once: a plan that stands still counts only
 * when its maker was here since.
 */
#include "core/attention.h"

static const int64_t DAY_S = 86400;

static const struct attention NOTHING = {ATTENTION_NONE, 0};

int
attention_days(int64_t since_s, int64_t now_s)
{
	return since_s < now_s ? (int)((now_s - since_s) / DAY_S) : 0;
}

struct attention
attention_to_plan(struct plan_moments m, int64_t now_s)
{
	if (m.handed_in_s != 0 && !m.is_read)
		return (struct attention){ATTENTION_HANDED_IN, m.handed_in_s};
	if (m.answered_s != 0)
		return (struct attention){ATTENTION_ANSWERED, m.answered_s};
	if (m.handed_in_s != 0)
		return NOTHING;
	if (m.saved_s == 0 ||
	    attention_days(m.saved_s, now_s) < ATTENTION_STILL_DAYS ||
	    attention_days(m.seen_s, now_s) >= ATTENTION_AWAY_DAYS)
		return NOTHING;
	return (struct attention){ATTENTION_STILL, m.saved_s};
}

struct attention
attention_to_question(struct question_moments m)
{
	if (m.is_right_once || m.tries < ATTENTION_TRIES)
		return NOTHING;
	return (struct attention){ATTENTION_QUESTION, m.tried_s};
}

struct attention
attention_to_person(struct person_moments m, int64_t now_s)
{
	if (m.seen_s == 0)
		return attention_days(m.joined_s, now_s) < ATTENTION_NEW_DAYS
			   ? NOTHING
			   : (struct attention){ATTENTION_NEW, m.joined_s};
	if (!m.is_busy || attention_days(m.seen_s, now_s) < ATTENTION_AWAY_DAYS)
		return NOTHING;
	return (struct attention){ATTENTION_AWAY, m.seen_s};
}

static int
order(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

int
attention_compare(struct attention a, struct attention b)
{
	if (a.kind != b.kind)
		return order((int64_t)a.kind, (int64_t)b.kind);
	if (a.kind == ATTENTION_HANDED_IN || a.kind == ATTENTION_ANSWERED)
		return order(a.since_s, b.since_s);
	return order(b.since_s, a.since_s);
}
