/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * connection.c - one connection to PostgreSQL: libpq in pipeline mode on
 * Kore's event loop.
 *
 * PostgreSQL answers a pipeline in order, so the first flight of a connection
 * is the one whose replies come in. What a reply means to whoever waits for
 * it is the flight's business (flight.c).
 *
 * A server that does not answer for STUCK_MS, although it stops each statement
 * itself after STATEMENT_MS, is given up: the connection is closed and made
 * again. Its own clock, which dated batches need, is asked for when the
 * connection begins.
 *
 * Memory. Connections are static, because the event loop keeps pointers to
 * them; libpq copies parameters when they are sent.
 *
 * Left out: what needs an answer within the same transaction, COPY, LISTEN.
 * A host name in the connection string is looked up by libpq, which waits for
 * the name server: use an address, or a name that is known locally.
 */
#include "server/connection.h"

#include "server/conninfo.h"
#include "server/masters.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>

enum {
	STUCK_MS = 3500,
	SETUP_MS = 5000, /* to connect and prepare */
	RETRY_MS = 250
};

static bool was_ready; /* some connection has been, once */

static void conn_start(void *, u_int64_t);

static void
set_state(struct conn *c, enum conn_state state)
{
	c->state = state;
	c->since = kore_time_ms();
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

/* --- its end and its beginning ------------------------------------------- */

static void
conn_log(struct conn *c, const char *why)
{
	if (c->is_loss_logged)
		return;
	c->is_loss_logged = true;
	kore_log(LOG_WARNING, "database connection %d: %.*s", c->number,
	    (int)strcspn(why, "\n"), why);
}

/* Gives it up, to begin again; its flights are stranded. */
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
	set_state(c, CONN_DOWN);
	kore_timer_add(conn_start, RETRY_MS, c, KORE_TIMER_ONESHOT);
	while ((f = TAILQ_FIRST(&stranded)) != NULL) {
		TAILQ_REMOVE(&stranded, f, link);
		flight_strand(f);
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
	set_state(c, CONN_CONNECTING);
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

static bool
ask(struct conn *c, enum query query)
{
	return PQsendQueryPrepared(c->pg, STATEMENTS[query].name, 0, NULL,
		   NULL, NULL, 0) == 1;
}

static void
conn_prepare(struct conn *c)
{
	bool is_sent = PQsetnonblocking(c->pg, 1) == 0 &&
	    PQenterPipelineMode(c->pg) == 1;

	set_state(c, CONN_PREPARING);
	c->prepared = 0;
	for (int i = 0; is_sent && i < QUERY_COUNT; i++)
		is_sent = PQsendPrepare(c->pg, STATEMENTS[i].name,
			      STATEMENTS[i].sql, 0, NULL) == 1;
	is_sent = is_sent && ask(c, QUERY_CLOCK_NOW) &&
	    ask(c, QUERY_SEAL_MASTERS) &&
	    (c->number != 1 || ask(c, QUERY_SEARCH_WARM));
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
	case PGRES_TUPLES_OK:
		if (strcmp(PQfname(r, 0), "master") == 0)
			masters_check(r, !was_ready);
		else if (strcmp(PQfname(r, 0), "now_ms") == 0)
			/* later than when it was sent */
			c->ahead = strtoll(PQgetvalue(r, 0, 0), NULL, 10) -
			    (int64_t)c->since;
		break;
	case PGRES_PIPELINE_SYNC:
		set_state(c, CONN_READY);
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

/* false: the connection is lost. */
static bool
take_reply(struct conn *c, PGresult *r)
{
	struct flight *f = TAILQ_FIRST(&c->flights);

	switch (PQresultStatus(r)) {
	case PGRES_TUPLES_OK:
	case PGRES_COMMAND_OK:
		flight_take(f, r);
		return true;
	case PGRES_PIPELINE_SYNC:
		PQclear(r);
		TAILQ_REMOVE(&c->flights, f, link);
		c->flight_count--;
		c->act_count -= !f->is_read;
		flight_land(f);
		return true;
	case PGRES_PIPELINE_ABORTED:
		flight_skip(f);
		break;
	default:
		if (is_final(r)) {
			conn_lost(c, PQresultErrorMessage(r));
			PQclear(r);
			return false;
		}
		if (!flight_fail(f, r)) {
			conn_lost(c, "its clock was put forward");
			PQclear(r);
			return false;
		}
	}
	PQclear(r);
	return true;
}

static bool
expects_reply(const struct conn *c)
{
	return c->state == CONN_PREPARING || !TAILQ_EMPTY(&c->flights);
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
		if (!(c->state == CONN_PREPARING ? take_prepared(c, r) :
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
	if (c->state == CONN_DOWN)
		return;
	if (c->state == CONN_CONNECTING)
		conn_connect(c);
	else if (conn_flush(c))
		conn_read(c);
	else
		conn_lost(c, PQerrorMessage(c->pg));
}

/* --- for database.c ------------------------------------------------------- */

bool
conn_send(struct conn *c, struct flight *f)
{
	if (!flight_write(f, c->pg, c->ahead) ||
	    PQpipelineSync(c->pg) != 1 || !conn_flush(c)) {
		conn_lost(c, PQerrorMessage(c->pg));
		return false;
	}
	f->sent_at = kore_time_ms();
	TAILQ_INSERT_TAIL(&c->flights, f, link);
	c->flight_count++;
	c->act_count += !f->is_read;
	return true;
}

static bool
is_stuck(const struct conn *c, uint64_t now)
{
	const struct flight *first = TAILQ_FIRST(&c->flights);

	switch (c->state) {
	case CONN_DOWN:
		break;
	case CONN_CONNECTING:
	case CONN_PREPARING:
		return now > c->since + SETUP_MS;
	case CONN_READY:
		return first != NULL && now > first->sent_at + STUCK_MS;
	}
	return false;
}

void
conn_check(struct conn *c, uint64_t now)
{
	struct flight *f;

	TAILQ_FOREACH (f, &c->flights, link)
		flight_check(f, now);
	if (is_stuck(c, now))
		conn_lost(c, "no answer in time");
}

void
conn_open(struct conn *c, int number)
{
	c->number = number;
	c->event.handle = conn_event;
	TAILQ_INIT(&c->flights);
	conn_start(c, 0);
}

bool
conn_was_ready(void)
{
	return was_ready;
}
