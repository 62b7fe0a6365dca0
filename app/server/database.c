/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * database.c - libpq in pipeline mode on Kore's event loop.
 *
 * A batch goes out as one pipeline that ends in one sync, on the connection
 * that conn_pick chooses; PostgreSQL answers a pipeline in order, so the first
 * flight of a connection is the one whose replies come in.
 *
 * Time. A batch that has no answer after PAGE_MS, or ACT_MS when it changes
 * something, is reported as unavailable and its flight goes on without it: a
 * page comes within a second, an act is rather late than refused. A server
 * that does not answer for STUCK_MS, although it stops each statement itself
 * after STATEMENT_MS, is given up: the connection is closed and made again.
 * PostgreSQL may still read what it was sent, long after: a dated batch ends
 * in a statement that undoes it then. Its moment is told in PostgreSQL's own
 * clock, which each connection asks for when it begins.
 *
 * Memory. Connections are static, because the event loop keeps pointers to
 * them. Flights come from a pool. libpq copies parameters when they are sent;
 * the batch must live until done is called or database_forget, no longer.
 *
 * Left out: what needs an answer within the same transaction, COPY, LISTEN.
 * A host name in the connection string is looked up by libpq, which waits for
 * the name server: use an address, or a name that is known locally.
 */
#include "server/database.h"

#include "server/conninfo.h"

#include <kore/kore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>

enum {
	CONNECTIONS_MAX = 16,
	FLIGHTS_MAX = 256, /* on one connection; more are refused */
	SHARED_MAX = 8,	   /* reads on one connection while others are free */
	PAGE_MS = 700,
	ACT_MS = 2000,
	STUCK_MS = 3500,
	SETUP_MS = 5000, /* to connect and prepare */
	RETRY_MS = 250,
	CHECK_MS = 100
};

enum state { DOWN, CONNECTING, PREPARING, READY };

struct flight {
	TAILQ_ENTRY(flight) link;
	struct batch *batch; /* NULL: nobody waits for it */
	void (*done)(void *);
	void *arg;
	uint64_t sent_at, deadline; /* of kore_time_ms */
	int replies;
	bool is_read, may_repeat, has_failed;
};
TAILQ_HEAD(flights, flight);

struct conn {
	struct kore_event event; /* first: the event loop gives us this */
	PGconn *pg;
	enum state state;
	int number, fd, watching;
	uint64_t since; /* in this state */
	int64_t ahead;	/* its clock minus kore_time_ms, at most */
	int prepared;	/* statements that were accepted */
	int flight_count, act_count; /* act: a flight that is no read */
	struct flights flights;
	bool is_loss_logged; /* until it is ready again */
};

static struct conn conns[CONNECTIONS_MAX];
static int conn_count;
static bool was_ready; /* some connection has been, once */
static struct kore_pool flight_pool;

static void conn_start(void *, u_int64_t);
static void conn_lost(struct conn *, const char *why);

static void
set_state(struct conn *c, enum state state)
{
	c->state = state;
	c->since = kore_time_ms();
}

/* --- flights ----------------------------------------------------------- */

static void
flight_report(struct flight *f)
{
	f->batch = NULL;
	f->done(f->arg);
}

/* The flight is in no list any more. */
static void
flight_end(struct flight *f, enum status status)
{
	if (f->batch != NULL) {
		if (!f->has_failed)
			f->batch->status = status;
		flight_report(f);
	}
	kore_pool_put(&flight_pool, f);
}

/*
 * Reads share a connection: several are then sent, and answered, at one wake-up
 * of either side. They keep out of the way of acts, which wait for the disk;
 * acts spread, so that PostgreSQL can write several to the disk at once.
 */
static bool
is_better(const struct conn *c, const struct conn *than, bool is_read)
{
	bool can_share = c->act_count == 0 && c->flight_count < SHARED_MAX;
	bool other_can = than->act_count == 0 &&
	    than->flight_count < SHARED_MAX;

	if (is_read && can_share != other_can)
		return can_share;
	if (is_read && can_share)
		return c->flight_count > than->flight_count;
	return c->flight_count < than->flight_count;
}

static struct conn *
conn_pick(bool is_read)
{
	struct conn *best = NULL;

	for (int i = 0; i < conn_count; i++)
		if (conns[i].state == READY &&
		    (best == NULL || is_better(&conns[i], best, is_read)))
			best = &conns[i];
	return best;
}

/* Tells the event loop what to wait for; false when the connection is gone. */
static bool
conn_flush(struct conn *c)
{
	int left = PQflush(c->pg);
	int events = EPOLLIN | EPOLLRDHUP | (left > 0 ? EPOLLOUT : 0);

	if (left < 0)
		return false;
	if (c->watching != events) {
		c->watching = events;
		kore_platform_event_schedule(c->fd, events, 0, c);
	}
	return true;
}

static bool
conn_write_moment(struct conn *c, uint64_t deadline)
{
	char moment[24];
	const char *value[] = { moment };

	snprintf(moment, sizeof(moment), "%lld",
	    (long long)deadline + (long long)c->ahead);
	return PQsendQueryPrepared(c->pg, STATEMENTS[QUERY_CLOCK_CHECK].name, 1,
		   value, NULL, NULL, 0) == 1;
}

static bool
conn_write(struct conn *c, const struct flight *f)
{
	const struct batch *b = f->batch;

	for (int i = 0; i < b->count; i++) {
		const struct batch_ask *ask = &b->ask[i];

		if (PQsendQueryPrepared(c->pg, STATEMENTS[ask->query].name,
			ask->value_count, ask->values, ask->lengths,
			ask->formats, 0) != 1)
			return false;
	}
	if (b->is_dated && !conn_write_moment(c, f->deadline))
		return false;
	return PQpipelineSync(c->pg) == 1 && conn_flush(c);
}

/* Puts a flight on a connection; sets its batch's status when it cannot. */
static bool
flight_launch(struct flight *f)
{
	struct conn *c = conn_pick(f->is_read);

	if (c == NULL || c->flight_count >= FLIGHTS_MAX) {
		f->batch->status = c == NULL ? ST_UNAVAILABLE : ST_BUSY;
		return false;
	}
	if (!conn_write(c, f)) {
		f->batch->status = ST_UNAVAILABLE;
		conn_lost(c, PQerrorMessage(c->pg));
		return false;
	}
	f->sent_at = kore_time_ms();
	TAILQ_INSERT_TAIL(&c->flights, f, link);
	c->flight_count++;
	c->act_count += !f->is_read;
	return true;
}

/* Its connection died: once more on another one, or over. */
static void
flight_rescue(struct flight *f)
{
	bool is_whole = f->replies == 0 && !f->has_failed;

	if (f->batch != NULL && f->may_repeat && is_whole) {
		f->may_repeat = false;
		if (flight_launch(f))
			return;
	}
	flight_end(f, ST_UNAVAILABLE);
}

struct flight *
database_send(struct batch *b, bool is_read, void (*done)(void *), void *arg)
{
	struct flight *f = kore_pool_get(&flight_pool);

	*f = (struct flight){ .batch = b,
		.done = done,
		.arg = arg,
		.is_read = is_read,
		.may_repeat = is_read,
		.deadline = kore_time_ms() +
		    (is_read ? PAGE_MS : ACT_MS) };
	if (flight_launch(f))
		return f;
	kore_pool_put(&flight_pool, f);
	return NULL;
}

void
database_forget(struct flight *f)
{
	f->batch = NULL;
}

/* --- a connection's end and beginning ------------------------------------ */

static void
conn_log(struct conn *c, const char *why)
{
	if (c->is_loss_logged)
		return;
	c->is_loss_logged = true;
	kore_log(LOG_WARNING, "database connection %d: %.*s", c->number,
	    (int)strcspn(why, "\n"), why);
}

static void
conn_lost(struct conn *c, const char *why)
{
	struct flights stranded = TAILQ_HEAD_INITIALIZER(stranded);
	struct flight *f;

	conn_log(c, why); /* before PQfinish: it may be libpq's text */
	TAILQ_CONCAT(&stranded, &c->flights, link);
	c->flight_count = 0;
	c->act_count = 0;
	PQfinish(c->pg); /* closes the descriptor, so epoll forgets it */
	c->pg = NULL;
	c->fd = -1;
	set_state(c, DOWN);
	kore_timer_add(conn_start, RETRY_MS, c, KORE_TIMER_ONESHOT);
	while ((f = TAILQ_FIRST(&stranded)) != NULL) {
		TAILQ_REMOVE(&stranded, f, link);
		flight_rescue(f);
	}
}

/* What the server says outside of any statement: its farewell, mostly. */
static void
ignore_notice(void *arg, const char *message)
{
	(void)arg;
	(void)message;
}

static void
conn_start(void *arg, u_int64_t now)
{
	struct conn *c = arg;

	(void)now;
	set_state(c, CONNECTING);
	c->watching = 0;
	c->pg = conninfo_start();
	if (c->pg == NULL || PQstatus(c->pg) == CONNECTION_BAD) {
		conn_lost(c, PQerrorMessage(c->pg));
		return;
	}
	PQsetNoticeProcessor(c->pg, ignore_notice, NULL);
	c->fd = PQsocket(c->pg);
	kore_platform_event_schedule(c->fd, EPOLLOUT, 0, c);
}

static void
conn_prepare(struct conn *c)
{
	bool is_sent = PQsetnonblocking(c->pg, 1) == 0 &&
	    PQenterPipelineMode(c->pg) == 1;

	set_state(c, PREPARING);
	c->prepared = 0;
	for (int i = 0; is_sent && i < QUERY_COUNT; i++)
		is_sent = PQsendPrepare(c->pg, STATEMENTS[i].name,
			      STATEMENTS[i].sql, 0, NULL) == 1;
	is_sent = is_sent &&
	    PQsendQueryPrepared(c->pg, STATEMENTS[QUERY_CLOCK_NOW].name, 0,
		NULL, NULL, NULL, 0) == 1;
	if (!is_sent || PQpipelineSync(c->pg) != 1 || !conn_flush(c))
		conn_lost(c, PQerrorMessage(c->pg));
}

/* libpq may have opened another descriptor since the last time. */
static void
conn_connect(struct conn *c)
{
	PostgresPollingStatusType wants = PQconnectPoll(c->pg);

	if (wants == PGRES_POLLING_FAILED) {
		conn_lost(c, PQerrorMessage(c->pg));
		return;
	}
	c->fd = PQsocket(c->pg);
	c->watching = 0;
	if (wants == PGRES_POLLING_OK)
		conn_prepare(c);
	else
		kore_platform_event_schedule(c->fd,
		    wants == PGRES_POLLING_READING ? EPOLLIN : EPOLLOUT, 0, c);
}

/* --- what comes in -------------------------------------------------------- */

/* Is this the end of the connection rather than of one statement? */
static bool
is_final(const PGresult *r)
{
	const char *severity = PQresultErrorField(r,
	    PG_DIAG_SEVERITY_NONLOCALIZED);

	return severity == NULL || strcmp(severity, "ERROR") != 0;
}

/*
 * The schema does not fit the program. At the start that is a fault to mend
 * first; in a worker that has served, one to survive.
 */
static void
conn_refused(struct conn *c, const PGresult *r)
{
	const char *code = PQresultErrorField(r, PG_DIAG_SQLSTATE);
	const char *name = c->prepared < QUERY_COUNT ?
	    STATEMENTS[c->prepared].name :
	    "?";
	const char *text = PQresultErrorMessage(r);

	if (was_ready || strncmp(code, "53", 2) == 0 ||
	    strncmp(code, "57", 2) == 0) {
		conn_lost(c, text);
		return;
	}
	fprintf(stderr,
	    "De opdracht %s past niet op de database: %s"
	    "Is het schema bijgewerkt? (leer migreer)\n",
	    name, text);
	exit(EXIT_FAILURE);
}

/* false: the connection is lost. */
static bool
take_prepared(struct conn *c, PGresult *r)
{
	switch (PQresultStatus(r)) {
	case PGRES_COMMAND_OK:
		c->prepared++;
		break;
	case PGRES_TUPLES_OK: /* clock_now; later than when it was sent */
		c->ahead = strtoll(PQgetvalue(r, 0, 0), NULL, 10) -
		    (int64_t)c->since;
		break;
	case PGRES_PIPELINE_SYNC:
		set_state(c, READY);
		if (c->is_loss_logged)
			kore_log(LOG_NOTICE, "database connection %d: back",
			    c->number);
		c->is_loss_logged = false;
		was_ready = true;
		break;
	case PGRES_PIPELINE_ABORTED:
		break;
	default:
		if (is_final(r))
			conn_lost(c, PQresultErrorMessage(r));
		else
			conn_refused(c, r);
		PQclear(r);
		return false;
	}
	PQclear(r);
	return true;
}

/* Never the server's text: it may quote what somebody typed. */
static void
statement_failed(struct flight *f, const PGresult *r)
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

static bool
take_reply(struct conn *c, PGresult *r)
{
	struct flight *f = TAILQ_FIRST(&c->flights);

	switch (PQresultStatus(r)) {
	case PGRES_TUPLES_OK:
	case PGRES_COMMAND_OK:
		if (f->batch == NULL || f->replies >= f->batch->count)
			PQclear(r);
		else
			batch_set_reply(f->batch, f->replies, r);
		f->replies++;
		return true;
	case PGRES_PIPELINE_SYNC:
		PQclear(r);
		TAILQ_REMOVE(&c->flights, f, link);
		c->flight_count--;
		c->act_count -= !f->is_read;
		flight_end(f, ST_OK);
		return true;
	case PGRES_PIPELINE_ABORTED:
		break;
	default:
		if (is_final(r)) {
			conn_lost(c, PQresultErrorMessage(r));
			PQclear(r);
			return false;
		}
		statement_failed(f, r);
		if (is_early(f)) {
			conn_lost(c, "its clock was put forward");
			PQclear(r);
			return false;
		}
	}
	f->replies++;
	PQclear(r);
	return true;
}

static bool
expects_reply(const struct conn *c)
{
	return c->state == PREPARING || !TAILQ_EMPTY(&c->flights);
}

static void
conn_read(struct conn *c)
{
	int nothings = 0;

	if (PQconsumeInput(c->pg) != 1) {
		conn_lost(c, PQerrorMessage(c->pg));
		return;
	}
	while (expects_reply(c) && PQisBusy(c->pg) == 0) {
		PGresult *r = PQgetResult(c->pg);

		/* One NULL ends a statement; two say that libpq expects
		 * nothing, and then we are out of step. */
		if (r == NULL && ++nothings == 2) {
			conn_lost(c, "no reply where one was expected");
			return;
		}
		if (r == NULL)
			continue;
		nothings = 0;
		if (!(c->state == PREPARING ? take_prepared(c, r) :
					      take_reply(c, r)))
			return;
	}
	if (PQstatus(c->pg) != CONNECTION_OK)
		conn_lost(c, PQerrorMessage(c->pg));
}

/* libpq may read while it writes, so reading follows every event. */
static void
conn_event(void *arg, int error)
{
	struct conn *c = arg;

	(void)error; /* reading tells what it is */
	c->event.flags = 0;
	if (c->state == DOWN)
		return;
	if (c->state == CONNECTING)
		conn_connect(c);
	else if (conn_flush(c))
		conn_read(c);
	else
		conn_lost(c, PQerrorMessage(c->pg));
}

/* --- time ----------------------------------------------------------------- */

static bool
is_stuck(const struct conn *c, uint64_t now)
{
	const struct flight *first = TAILQ_FIRST(&c->flights);

	switch (c->state) {
	case DOWN:
		break;
	case CONNECTING:
	case PREPARING:
		return now > c->since + SETUP_MS;
	case READY:
		return first != NULL && now > first->sent_at + STUCK_MS;
	}
	return false;
}

static void
check_time(void *arg, u_int64_t now)
{
	struct flight *f;

	(void)arg;
	for (int i = 0; i < conn_count; i++) {
		struct conn *c = &conns[i];

		TAILQ_FOREACH (f, &c->flights, link) {
			if (f->batch == NULL || now < f->deadline)
				continue;
			f->batch->status = ST_UNAVAILABLE;
			flight_report(f);
		}
		if (is_stuck(c, now))
			conn_lost(c, "no answer in time");
	}
}

/* --- the start ------------------------------------------------------------ */

void
database_open(const char *conninfo, int count)
{
	conninfo_read(conninfo);
	kore_pool_init(&flight_pool, "flights", sizeof(struct flight), 64);
	conn_count = count;
	for (int i = 0; i < count; i++) {
		struct conn *c = &conns[i];

		c->number = i + 1;
		c->event.handle = conn_event;
		TAILQ_INIT(&c->flights);
		conn_start(c, 0);
	}
	kore_timer_add(check_time, CHECK_MS, NULL, 0);
}

void
database_wait_ready(uint64_t limit_ms)
{
	uint64_t now = kore_time_ms(), end = now + limit_ms;

	while (!was_ready && now < end) {
		kore_platform_event_wait(kore_timer_next_run(now));
		now = kore_time_ms();
		kore_timer_run(now);
	}
}
