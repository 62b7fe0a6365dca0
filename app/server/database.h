/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_SERVER_DATABASE_H
#define LMS_SERVER_DATABASE_H
/*
 * PostgreSQL on the event loop of a worker: a few connections in pipeline
 * mode, shared by all requests. Nothing here waits. Every connection prepares
 * all STATEMENTS; one that is lost is made again by itself.
 */
#include "store/batch.h"
#include <stdbool.h>
#include <stdint.h>

/* A batch that is under way. */
struct flight;

/*
 * Opens `count` connections (1..16) to a libpq conninfo or URL; called once,
 * in the worker. A connection string that cannot be read, or a statement that
 * the schema does not know, ends the process with status 1 and says why. A
 * server that does not answer does not: it may come.
 */
void database_open(const char *conninfo, int count);
/* Lets the event loop run until a connection is ready, at most this long. */
void database_wait_ready(uint64_t limit_ms);

/*
 * Sends a batch. NULL: it was not sent, batch->status says why, `done` is not
 * called. Else done(arg) is called once, later, from the event loop, with the
 * replies and the status in the batch; the flight is over by then.
 * `is_read`: the batch only reads (a page; its visit may be noted twice), so
 * it may be sent again when the connection dies before any reply.
 */
struct flight *database_send(struct batch *, bool is_read,
    void (*done)(void *arg), void *arg) MUST_CHECK;
/* Nobody waits for it any more: done is not called, the batch not touched. */
void database_forget(struct flight *);
#endif
