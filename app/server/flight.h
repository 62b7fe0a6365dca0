/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_SERVER_FLIGHT_H
#define LMS_SERVER_FLIGHT_H
/*
 * A batch under way, from database_send until somebody hears how it went; or
 * a carrier: a flight without a batch of its own, whose passengers are flights
 * that share one statement (together.h).
 */
#include "server/database.h"

#include <sys/queue.h>

struct line; /* together.c */
TAILQ_HEAD(flights, flight);

struct flight {
	TAILQ_ENTRY(flight) link; /* of a connection, a carrier or a line */
	struct batch *batch;	  /* NULL: nobody waits for it */
	void (*done)(void *);
	void *arg;
	uint64_t sent_at, deadline; /* of kore_time_ms */
	int replies;
	bool is_read, may_repeat, has_failed;
	struct flights passengers;
	struct line *line; /* that waits for it to land, or NULL */
};

void flight_init(void);
struct flight *flight_new(struct batch *, bool is_read, void (*done)(void *),
    void *arg);
/* With a first passenger, in no list; more may be put in its list. */
struct flight *flight_new_carrier(struct flight *first);

/*
 * database.c: puts it on a connection. False: the status says why not; for a
 * moment it was on none, and others may have ended meanwhile.
 */
bool flight_launch(struct flight *, enum status *) MUST_CHECK;
/* Launched: true, or else its end. It is in no list. */
bool flight_go(struct flight *);
/* It was never sent: nobody hears of it. */
void flight_drop(struct flight *);
/* Its end: whoever waits hears it. It is in no list. */
void flight_end(struct flight *, enum status);
/* Whoever waits longer than may be hears that it is unavailable. */
void flight_check(struct flight *, uint64_t now);

/* --- called by its connection -------------------------------------------- */

/* Puts its statements in the pipeline. `ahead`: struct conn. */
bool flight_write(const struct flight *, PGconn *, int64_t ahead) MUST_CHECK;
/* The reply of its next statement, which is its own from now on. */
void flight_take(struct flight *, PGresult *);
/* Its next statement was not done, because one before it failed. */
void flight_skip(struct flight *);
/* Its next statement failed. False: this connection's clock is not right. */
bool flight_fail(struct flight *, const PGresult *) MUST_CHECK;
/* All is in. */
void flight_land(struct flight *);
/* Its connection died. */
void flight_strand(struct flight *);
#endif
