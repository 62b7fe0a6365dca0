/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * migrate.c - `leer migreer`: brings the schema up to this program.
 *
 * Plain SQL files NNNN_what.sql, in order, each in a transaction of its own,
 * under a lock that keeps a second run waiting. What was applied is kept with
 * its SHA-256 in schema_migration; a file that changed afterwards is refused,
 * because nobody can know what the database then holds. grants.sql runs every
 * time: it says what the web application's role may do.
 */
#include "cli/cli.h"
#include "cli/database.h"

#include <dirent.h>
#include <errno.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char HELP[] =
    "gebruik: leer migreer [MAP]\n\n"
    "Werkt de database van LEER_DATABASE bij met de bestanden NNNN_wat.sql\n"
    "uit MAP (standaard: migrations) die er nog niet op zijn toegepast.\n";

/* The number is "leer" in ASCII: any constant will do. */
static const char LOCK[] = "SELECT pg_advisory_lock(1818584434)";
static const char LEDGER[] =
    "CREATE TABLE IF NOT EXISTS schema_migration ("
    " number integer PRIMARY KEY, name text NOT NULL, sha256 text NOT NULL,"
    " applied_at timestamptz NOT NULL DEFAULT now());"
    "COMMENT ON TABLE schema_migration IS"
    " 'Which files of migrations/ were applied, and what they held.'";
static const char APPLIED[] =
    "SELECT number, name, sha256 FROM schema_migration ORDER BY number";
static const char RECORD[] =
    "INSERT INTO schema_migration (number, name, sha256)"
    " VALUES ($1::integer, $2::text, $3::text)";

enum { NUMBER_DIGITS = 4, HASH_TEXT = 2 * crypto_hash_sha256_BYTES + 1 };

struct migration {
	const char *name, *path, *sql;
	char hash[HASH_TEXT];
};

/* "0001_accounts.sql" */
static int
is_migration(const struct dirent *entry)
{
	const char *s = entry->d_name;
	size_t len = strlen(s);

	return strspn(s, "0123456789") == NUMBER_DIGITS &&
	    s[NUMBER_DIGITS] == '_' && len > 9 &&
	    strcmp(s + len - 4, ".sql") == 0;
}

static int
read_migration(struct migration *m, struct arena *a, const char *folder,
    const char *name)
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	size_t len;

	m->name = arena_strdup(a, name);
	m->path = arena_printf(a, "%s/%s", folder, name);
	m->sql = cli_read_file(a, m->path, &len);
	if (m->sql == NULL)
		return cli_fail("%s: %s", m->path, strerror(errno));
	crypto_hash_sha256(hash, (const unsigned char *)m->sql, len);
	sodium_bin2hex(m->hash, sizeof(m->hash), hash, sizeof(hash));
	return EXIT_OK;
}

/* Reads the folder; the numbers must be 1, 2, 3, … without gap or double. */
static int
read_folder(struct migration **out, int *count, struct arena *a,
    const char *folder)
{
	struct dirent **entries;
	int code = EXIT_OK;

	*count = scandir(folder, &entries, is_migration, alphasort);
	if (*count < 0)
		return cli_fail("%s: %s", folder, strerror(errno));
	if (*count == 0)
		code = cli_fail("in %s staat geen migratie (0001_wat.sql)",
		    folder);
	*out = arena_array(a, (size_t)*count + 1, sizeof(**out));
	for (int i = 0; i < *count; i++) {
		const char *name = entries[i]->d_name;

		if (code == EXIT_OK && strtol(name, NULL, 10) != i + 1)
			code = cli_fail("%s/%s: hier hoort nummer %04d; geef "
			    "elke migratie een eigen, opvolgend nummer",
			    folder, name, i + 1);
		if (code == EXIT_OK)
			code = read_migration(&(*out)[i], a, folder, name);
		free(entries[i]);
	}
	free(entries);
	return code;
}

/* Where in the text PostgreSQL met the fault: a line number, 1 if unknown. */
static int
line_of(const char *sql, const char *position)
{
	long at = position == NULL ? 0 : strtol(position, NULL, 10);
	int line = 1;

	/* The position counts characters; skip UTF-8's continuation bytes. */
	for (; *sql != '\0' && at > 1; sql++) {
		if (*sql == '\n')
			line++;
		if (((unsigned char)sql[1] & 0xC0) != 0x80)
			at--;
	}
	return line;
}

static bool
run_text(PGconn *db, const char *path, const char *sql)
{
	PGresult *r = PQexec(db, sql);
	ExecStatusType status = PQresultStatus(r);
	bool ok = true;

	if (status == PGRES_FATAL_ERROR) {
		cli_fail("%s:%d: %s", path,
		    line_of(sql,
			PQresultErrorField(r, PG_DIAG_STATEMENT_POSITION)),
		    PQresultErrorField(r, PG_DIAG_MESSAGE_PRIMARY));
		ok = false;
	} else if (PQtransactionStatus(db) != PQTRANS_INTRANS) {
		cli_fail("%s: een migratie mag geen COMMIT of ROLLBACK doen",
		    path);
		ok = false;
	}
	PQclear(r);
	return ok;
}

static int
apply(PGconn *db, struct arena *a, const struct migration *m, int number)
{
	const char *values[] = { arena_printf(a, "%d", number), m->name,
		m->hash };

	if (!database_run(db, "BEGIN"))
		return EXIT_FAILED;
	if (!run_text(db, m->path, m->sql) ||
	    database_ask(db, a, RECORD, 3, values) == NULL ||
	    !database_run(db, "COMMIT")) {
		PGresult *r = PQexec(db, "ROLLBACK");

		PQclear(r);
		return EXIT_FAILED;
	}
	printf("Toegepast: %s\n", m->name);
	return EXIT_OK;
}

/* What was applied must be what the files say. */
static int
check_applied(const PGresult *done, const struct migration *all, int count)
{
	int applied = PQntuples(done);

	if (applied > count)
		return cli_fail("de database is verder dan dit programma "
		    "(%s): gebruik een nieuwere versie", PQgetvalue(done,
			applied - 1, 1));
	for (int i = 0; i < applied; i++)
		if (strcmp(PQgetvalue(done, i, 2), all[i].hash) != 0)
			return cli_fail("%s is veranderd nadat zij was "
			    "toegepast: zet de oude inhoud terug en maak een "
			    "nieuwe migratie", all[i].path);
	return EXIT_OK;
}

static int
run_grants(PGconn *db, struct arena *a, const char *folder)
{
	const char *path = arena_printf(a, "%s/grants.sql", folder);
	size_t len;
	const char *sql = cli_read_file(a, path, &len);

	if (sql == NULL && errno == ENOENT)
		return EXIT_OK;
	if (sql == NULL)
		return cli_fail("%s: %s", path, strerror(errno));
	if (!database_run(db, "BEGIN") || !run_text(db, path, sql) ||
	    !database_run(db, "COMMIT"))
		return EXIT_FAILED;
	return EXIT_OK;
}

static int
migrate(PGconn *db, struct arena *a, const char *folder)
{
	struct migration *all = NULL;
	PGresult *done;
	int count = 0, code;

	code = read_folder(&all, &count, a, folder);
	if (code != EXIT_OK)
		return code;
	if (!database_run(db, LOCK) || !database_run(db, LEDGER))
		return EXIT_FAILED;
	done = database_ask(db, a, APPLIED, 0, NULL);
	if (done == NULL)
		return EXIT_FAILED;
	code = check_applied(done, all, count);
	for (int i = PQntuples(done); i < count && code == EXIT_OK; i++)
		code = apply(db, a, &all[i], i + 1);
	return code == EXIT_OK ? run_grants(db, a, folder) : code;
}

int
cli_migrate(int argc, char **argv)
{
	const char *folder = argc > 1 ? argv[1] : "migrations";
	struct arena *a;
	PGconn *db;
	int code;

	if (strcmp(folder, "--help") == 0) {
		fputs(HELP, stdout);
		return EXIT_OK;
	}
	if (argc > 2 || folder[0] == '-')
		return cli_usage("migreer", "migreer neemt één map");
	db = database_open();
	if (db == NULL)
		return EXIT_FAILED;
	a = arena_new();
	code = migrate(db, a, folder);
	arena_free(a);
	PQfinish(db); /* which ends the lock */
	return code;
}
