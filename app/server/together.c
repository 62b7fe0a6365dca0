/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * together.c - the lines of flights that leave together.
 *
 * A flight that takes longer than PATIENCE_MS (a lock, a slow disk) holds up
 * nobody else: the line leaves without waiting for it.
 */
#include "server/together.h"

#include "store/together.h"

#include <kore/kore.h>

enum { PATIENCE_MS = 20 };

struct line {
	struct flights waiting;
	const struct flight *under_way; /* the last that left */
	uint64_t left_at;
};

static struct line lines[QUERY_COUNT];

void
together_init(void)
{
	for (int i = 0; i < QUERY_COUNT; i++)
		TAILQ_INIT(&lines[i].waiting);
}

static bool
is_slow(const struct line *l, uint64_t now)
{
	return now >= l->left_at + PATIENCE_MS;
}

bool
together_waits(struct flight *f)
{
	if (!together_can(f->batch))
		return false;
	f->line = &lines[f->batch->ask[0].query];
	if (f->line->under_way == NULL || is_slow(f->line, kore_time_ms()))
		return false;
	TAILQ_INSERT_TAIL(&f->line->waiting, f, link);
	return true;
}

void
together_left(struct flight *f)
{
	if (f->line == NULL)
		return;
	f->line->under_way = f;
	f->line->left_at = kore_time_ms();
}

/* Who does not wait any more, until the first that does. */
static struct flight *
first_of(struct line *l)
{
	struct flight *f;

	while ((f = TAILQ_FIRST(&l->waiting)) != NULL && f->batch == NULL) {
		TAILQ_REMOVE(&l->waiting, f, link);
		flight_end(f, ST_OK);
	}
	return f;
}

static struct flight *
take_some(struct line *l, struct flight *first)
{
	struct flight *carrier, *f;
	int n = 0;

	TAILQ_REMOVE(&l->waiting, first, link);
	if (first_of(l) == NULL)
		return first;
	carrier = flight_new_carrier(first);
	while (++n < TOGETHER_MAX && (f = first_of(l)) != NULL) {
		TAILQ_REMOVE(&l->waiting, f, link);
		TAILQ_INSERT_TAIL(&carrier->passengers, f, link);
	}
	carrier->line = l;
	return carrier;
}

/* All that wait, in as few flights as may be. */
static void
line_leaves(struct line *l)
{
	struct flight *f;

	l->under_way = NULL;
	while ((f = first_of(l)) != NULL) {
		f = take_some(l, f);
		if (flight_go(f))
			together_left(f);
	}
}

void
together_landed(const struct flight *f)
{
	if (f->line != NULL && f->line->under_way == f)
		line_leaves(f->line);
}

void
together_check(uint64_t now)
{
	struct flight *f;

	for (int i = 0; i < QUERY_COUNT; i++) {
		struct line *l = &lines[i];

		TAILQ_FOREACH (f, &l->waiting, link)
			flight_check(f, now);
		if (l->under_way != NULL && is_slow(l, now))
			line_leaves(l);
	}
}
