/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * database.c - connecting and asking, for commands. Errors of PostgreSQL are
 * printed here, once; callers only pass the failure on.
 */
#include "cli/database.h"

#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

enum { OLDEST_SERVER = 150000 };

/* The first line of libpq's message: the rest repeats it. */
static int
fail_with(const char *message)
{
	return cli_fail("PostgreSQL zegt: %.*s", (int)strcspn(message, "\n"),
	    message);
}

/* Notices say what we already know ("already exists, skipping"). */
static void
ignore_notice(void *unused, const char *message)
{
	(void)unused;
	(void)message;
}

PGconn *
database_open(void)
{
	const char *where = getenv("LEER_DATABASE");
	PGconn *db;

	if (where == NULL && getenv("PGSERVICE") == NULL &&
	    getenv("PGHOST") == NULL) {
		cli_fail("ik weet niet welke database: zet LEER_DATABASE, "
			 "bijvoorbeeld postgresql://leer@localhost/leer");
		return NULL;
	}
	db = PQconnectdb(where == NULL ? "" : where);
	if (PQstatus(db) != CONNECTION_OK) {
		fail_with(PQerrorMessage(db));
		PQfinish(db);
		return NULL;
	}
	if (PQserverVersion(db) < OLDEST_SERVER) {
		cli_fail("deze PostgreSQL is versie %d; nodig is 15 of nieuwer",
		    PQserverVersion(db) / 10000);
		PQfinish(db);
		return NULL;
	}
	PQsetNoticeProcessor(db, ignore_notice, NULL);
	return db;
}

bool
database_run(PGconn *db, const char *sql)
{
	PGresult *r = PQexec(db, sql);
	ExecStatusType status = PQresultStatus(r);
	bool ok = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;

	if (!ok)
		fail_with(PQerrorMessage(db));
	PQclear(r);
	return ok;
}

static void
clear_result(void *result)
{
	PQclear(result);
}

PGresult *
database_ask(PGconn *db, struct arena *a, const char *sql, int count,
    const char *const *values)
{
	PGresult *r =
	    PQexecParams(db, sql, count, NULL, values, NULL, NULL, 0);
	ExecStatusType status = PQresultStatus(r);

	arena_defer(a, clear_result, r);
	if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
		return r;
	fail_with(PQerrorMessage(db));
	return NULL;
}
