/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * database.c - the connections of a worker, and which of them carries what.
 *
 * A batch goes out as one pipeline that ends in one sync, on the connection
 * that conn_pick chooses (connection.c); what becomes of it is told in
 * flight.c. Who asks the same at the same time may go as one: together.c.
 *
 * Memory. Flights come from a pool. The batch must live until done is called
 * or database_forget, no longer.
 */
#include "server/database.h"

#include "server/connection.h"
#include "server/conninfo.h"
#include "server/together.h"

enum {
	CONNECTIONS_MAX = 16,
	FLIGHTS_MAX = 256, /* on one connection; more are refused */
	SHARED_MAX = 8,	   /* reads on one connection while others are free */
	SLOW_MS = 50,	   /* its first flight is: others go elsewhere */
	CHECK_MS = 50
};

static struct conn conns[CONNECTIONS_MAX];
static int conn_count;

/*
 * Reads share a connection: several are then sent, and answered, at one wake-up
 * of either side. They keep out of the way of acts, which wait for the disk;
 * acts spread, so that PostgreSQL can write several to the disk at once. So
 * does what goes together already: a line has one flight under way, and when
 * that is slow the next must not be behind it.
 */
static int
rank(const struct conn *c, bool shares, uint64_t now)
{
	const struct flight *first = TAILQ_FIRST(&c->flights);
	bool is_slow = first != NULL && now > first->sent_at + SLOW_MS;

	if (is_slow || c->flight_count >= FLIGHTS_MAX)
		return -2 * FLIGHTS_MAX - c->flight_count;
	if (shares && c->act_count == 0 && c->flight_count < SHARED_MAX)
		return c->flight_count;
	return -1 - c->flight_count;
}

/* The one whose dictionary is warm, for a flight that needs that. */
static struct conn *
conn_warm(const struct flight *f)
{
	if (f->batch == NULL || conns[0].state != CONN_READY)
		return NULL;
	for (int i = 0; i < f->batch->count; i++)
		if (STATEMENTS[f->batch->ask[i].query].has_dictionary)
			return &conns[0];
	return NULL;
}

static struct conn *
conn_pick(const struct flight *f)
{
	bool shares = f->is_read && f->line == NULL;
	uint64_t now = kore_time_ms();
	struct conn *best = conn_warm(f);

	if (best != NULL)
		return best;
	for (int i = 0; i < conn_count; i++)
		if (conns[i].state == CONN_READY &&
		    (best == NULL ||
			rank(&conns[i], shares, now) >
			    rank(best, shares, now)))
			best = &conns[i];
	return best;
}

bool
flight_launch(struct flight *f, enum status *status)
{
	struct conn *c = conn_pick(f);

	if (c == NULL || c->flight_count >= FLIGHTS_MAX) {
		*status = c == NULL ? ST_UNAVAILABLE : ST_BUSY;
		return false;
	}
	*status = ST_UNAVAILABLE;
	return conn_send(c, f);
}

struct flight *
database_send(struct batch *b, bool is_read, void (*done)(void *), void *arg)
{
	struct flight *f = flight_new(b, is_read, done, arg);

	if (together_waits(f))
		return f;
	if (flight_launch(f, &b->status)) {
		together_left(f);
		return f;
	}
	flight_drop(f);
	return NULL;
}

void
database_forget(struct flight *f)
{
	f->batch = NULL;
}

static void
check_time(void *arg, u_int64_t now)
{
	(void)arg;
	for (int i = 0; i < conn_count; i++)
		conn_check(&conns[i], now);
	together_check(now);
}

void
database_open(const char *conninfo, int count)
{
	conninfo_read(conninfo);
	flight_init();
	together_init();
	conn_count = count;
	for (int i = 0; i < count; i++)
		conn_open(&conns[i], i + 1);
	kore_timer_add(check_time, CHECK_MS, NULL, 0);
}

void
database_wait_ready(uint64_t limit_ms)
{
	uint64_t now = kore_time_ms(), end = now + limit_ms;

	while (!conn_was_ready() && now < end) {
		kore_platform_event_wait(kore_timer_next_run(now));
		now = kore_time_ms();
		kore_timer_run(now);
	}
}
