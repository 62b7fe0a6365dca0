/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CLI_DATABASE_H
#define LMS_CLI_DATABASE_H
/*
 * The command's own connection: blocking, as the owner of the tables. The
 * SQL of administration stands in the files of cli/ and not in store/: the
 * web application's role may not run it, and need not prepare it.
 */
#include "base/arena.h"
#include <libpq-fe.h>
#include <stdbool.h>

/*
 * Connects to $LEER_DATABASE. NULL when that fails or when the server is
 * older than 15; it has then said why. Close with PQfinish.
 */
PGconn *database_open(void);

/* Runs statements without parameters; false when they fail, and says why. */
bool database_run(PGconn *, const char *sql);

/*
 * Runs one statement with text parameters. The rows are owned by the arena;
 * NULL when it fails, and it has then said why.
 */
PGresult *database_ask(PGconn *, struct arena *, const char *sql, int count,
    const char *const *values);
#endif
