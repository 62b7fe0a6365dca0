/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_SERVER_CONNECTION_H
#define LMS_SERVER_CONNECTION_H
/*
 * One connection to PostgreSQL on the event loop. It connects, prepares every
 * statement, carries flights, and when it is lost begins again by itself.
 */
#include "server/flight.h"

#include <kore/kore.h>

enum conn_state { CONN_DOWN, CONN_CONNECTING, CONN_PREPARING, CONN_READY };

struct conn {
	struct kore_event event; /* first: the event loop gives us this */
	PGconn *pg;
	enum conn_state state;
	int number, fd, watching;
	uint64_t since; /* in this state */
	int64_t ahead;	/* its clock minus kore_time_ms, at most */
	int prepared;	/* statements that were accepted */
	int flight_count, act_count; /* act: a flight that is no read */
	struct flights flights;
	bool is_loss_logged; /* until it is ready again */
};

/*
 * The connection is static, and zeroed. Number 1 reads the dictionary of the
 * search while it begins, so that nobody's page waits for that.
 */
void conn_open(struct conn *, int number);
/* False: the connection was lost by trying; the flight is on none. */
bool conn_send(struct conn *, struct flight *) MUST_CHECK;
/* Flights that are late; a server that does not answer any more. */
void conn_check(struct conn *, uint64_t now);
/* Was any connection ever ready? */
bool conn_was_ready(void);
#endif
