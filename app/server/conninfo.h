/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_SERVER_CONNINFO_H
#define LMS_SERVER_CONNINFO_H
/* How every connection to PostgreSQL of this worker is opened. */
#include <libpq-fe.h>

/*
 * Reads a libpq connection string or URL, once. One that cannot be read ends
 * the process with status 1 and says why.
 */
void conninfo_read(const char *);
/* Starts to connect, without waiting; NULL: no memory. The caller's to end. */
PGconn *conninfo_start(void);
#endif
