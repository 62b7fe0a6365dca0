/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * flight.c - what becomes of a batch that was sent.
 *
 * A batch that has no answer after PAGE_MS, or ACT_MS when it changes
 * something, is reported as unavailable and its flight goes on without it: a
 * page comes within a second, an act is rather late than refused. PostgreSQL
 * may still read what it was sent, long after: a dated batch ends in a
 * statement that undoes it then, by PostgreSQL's own clock.
 *
 * A read whose connection died before any reply is sent once more. Of an act
 * nobody knows then whether it was done: that is for whoever sent it.
 *
 * A carrier takes what its passengers ask in one statement. A passenger that
 * it brings nothing goes again, alone: so a session that does not hold, or an
 * answer that is there already, is told as it always is, and a carrier that
 * fails has done nothing at all.
 */
#include "server/flight.h"

#include "server/together.h"
#include "store/together.h"

#include <kore/kore.h>
#include <stdio.h>
#include <string.h>

enum { PAGE_MS = 700, ACT_MS = 2000 };

static struct kore_pool pool;

void
flight_init(void)
{
	kore_pool_init(&pool, "flights", sizeof(struct flight), 64);
}

struct flight *
flight_new(struct batch *b, bool is_read, void (*done)(void *), void *arg)
{
	struct flight *f = kore_pool_get(&pool);

	*f = (struct flight){ .batch = b,
		.done = done,
		.arg = arg,
		.is_read = is_read,
		.may_repeat = is_read,
		.deadline = kore_time_ms() + (is_read ? PAGE_MS : ACT_MS) };
	TAILQ_INIT(&f->passengers);
	return f;
}

struct flight *
flight_new_carrier(struct flight *first)
{
	struct flight *carrier = flight_new(NULL, first->is_read, NULL, NULL);

	TAILQ_INSERT_TAIL(&carrier->passengers, first, link);
	return carrier;
}

static bool
is_carrier(const struct flight *f)
{
	return !TAILQ_EMPTY(&f->passengers);
}

static void
report(struct flight *f)
{
	f->batch = NULL;
	f->done(f->arg);
}

void
flight_drop(struct flight *f)
{
	kore_pool_put(&pool, f);
}

void
flight_end(struct flight *f, enum status status)
{
	if (f->batch != NULL) {
		if (!f->has_failed)
			f->batch->status = status;
		report(f);
	}
	kore_pool_put(&pool, f);
}

/* Each goes its own way; the carrier is done. */
static void
disembark(struct flight *carrier, void (*way)(struct flight *, enum status),
    enum status status)
{
	struct flight *f;

	while ((f = TAILQ_FIRST(&carrier->passengers)) != NULL) {
		TAILQ_REMOVE(&carrier->passengers, f, link);
		way(f, status);
	}
	kore_pool_put(&pool, carrier);
}

bool
flight_go(struct flight *f)
{
	enum status status = ST_UNAVAILABLE;

	if ((is_carrier(f) || f->batch != NULL) && flight_launch(f, &status))
		return true;
	if (is_carrier(f))
		disembark(f, flight_end, status);
	else
		flight_end(f, status);
	return false;
}

void
flight_check(struct flight *f, uint64_t now)
{
	struct flight *passenger;

	TAILQ_FOREACH (passenger, &f->passengers, link)
		flight_check(passenger, now);
	if (f->batch == NULL || now < f->deadline)
		return;
	f->batch->status = ST_UNAVAILABLE;
	report(f);
}

/* --- there ---------------------------------------------------------------- */

static bool
write_moment(PGconn *pg, int64_t moment_ms)
{
	char moment[24];
	const char *value[] = { moment };

	snprintf(moment, sizeof(moment), "%lld", (long long)moment_ms);
	return PQsendQueryPrepared(pg, STATEMENTS[QUERY_CLOCK_CHECK].name, 1,
		   value, NULL, NULL, 0) == 1;
}

/* The passengers' batches, in their order; NULL for who left. */
static int
batches_of(const struct flight *carrier, struct batch *out[TOGETHER_MAX])
{
	const struct flight *f;
	int n = 0;

	TAILQ_FOREACH (f, &carrier->passengers, link)
		out[n++] = f->batch;
	return n;
}

bool
flight_write(const struct flight *f, PGconn *pg, int64_t ahead)
{
	const struct batch *b = f->batch;

	if (is_carrier(f)) {
		struct batch *batches[TOGETHER_MAX];

		return together_send(pg, batches, batches_of(f, batches));
	}
	for (int i = 0; i < b->count; i++) {
		const struct batch_ask *ask = &b->ask[i];

		if (PQsendQueryPrepared(pg, STATEMENTS[ask->query].name,
			ask->value_count, ask->values, ask->lengths,
			ask->formats, 0) != 1)
			return false;
	}
	return !b->is_dated ||
	    write_moment(pg, (int64_t)f->deadline + ahead);
}

/* --- and back ------------------------------------------------------------- */

void
flight_take(struct flight *f, PGresult *r)
{
	if (is_carrier(f)) {
		struct batch *batches[TOGETHER_MAX];

		together_share(r, batches, batches_of(f, batches));
		PQclear(r);
	} else if (f->batch == NULL || f->replies >= f->batch->count) {
		PQclear(r);
	} else {
		batch_set_reply(f->batch, f->replies, r);
	}
	f->replies++;
}

void
flight_skip(struct flight *f)
{
	f->replies++;
}

/* Never the server's text: it may quote what somebody typed. */
static void
note_failure(struct flight *f, const PGresult *r)
{
	const char *code = PQresultErrorField(r, PG_DIAG_SQLSTATE);
	struct batch *b = f->batch;

	if (b == NULL || f->has_failed)
		return;
	f->has_failed = true;
	batch_fail(b, code != NULL ? code : "08000");
	if (b->status == ST_BUG || b->status == ST_UNAVAILABLE)
		kore_log(LOG_ERR, "statement %s failed: %s",
		    f->replies < b->count ?
			STATEMENTS[b->ask[f->replies].query].name :
			"?",
		    b->sqlstate);
}

/* Was it too late for PostgreSQL, and not yet for us? */
static bool
is_early(const struct flight *f)
{
	return f->batch != NULL && kore_time_ms() < f->deadline &&
	    strcmp(f->batch->sqlstate, "LM503") == 0;
}

bool
flight_fail(struct flight *f, const PGresult *r)
{
	if (is_carrier(f))
		f->has_failed = true; /* they go alone, and hear it then */
	else
		note_failure(f, r);
	if (is_early(f))
		return false;
	f->replies++;
	return true;
}

static void
go_alone(struct flight *f, enum status status)
{
	(void)status;
	f->line = NULL;
	flight_go(f);
}

/* What failed at its very end had given replies: they are not true. */
static void
arrive(struct flight *f, enum status status)
{
	if (f->batch != NULL && status != ST_OK)
		f->batch->ask[0].reply = NULL;
	if (f->batch != NULL && f->batch->ask[0].reply == NULL)
		go_alone(f, status);
	else
		flight_end(f, ST_OK);
}

void
flight_land(struct flight *f)
{
	together_landed(f);
	if (is_carrier(f))
		disembark(f, arrive, f->has_failed ? ST_BUG : ST_OK);
	else
		flight_end(f, ST_OK);
}

/* Once more on another connection, or over. */
static void
rescue(struct flight *f, enum status status)
{
	bool may_repeat = f->may_repeat && f->replies == 0 && !f->has_failed;

	f->may_repeat = false;
	if (may_repeat)
		go_alone(f, status);
	else
		flight_end(f, status);
}

void
flight_strand(struct flight *f)
{
	together_landed(f);
	if (is_carrier(f))
		disembark(f, rescue, ST_UNAVAILABLE);
	else
		rescue(f, ST_UNAVAILABLE);
}
