/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * search.c - `leer zoeken`: makes the courses searchable, after `leer migreer`
 * and before the server starts.
 *
 * First the words: PostgreSQL's own Dutch, and before it the Hunspell
 * dictionary where PostgreSQL has its files (conf/scripts/dictionary.sh puts
 * them there; somebody else's server may not have them). Then the texts, as
 * one edition: search_load.c. Running it again does nothing.
 */
#include "cli/cli.h"
#include "cli/database.h"
#include "cli/search_load.h"

#include "content/findable.h"

#include <stdio.h>
#include <string.h>

static const char HELP[] =
    "gebruik: leer zoeken [MAP]\n\n"
    "Maakt de cursussen in MAP (standaard: courses) doorzoekbaar in de\n"
    "database van LEER_DATABASE. Doe dit na leer migreer. Nog een keer mag.\n";

/* One at a time, also when several machines start. Any constant will do. */
static const char LOCK[] = "SELECT pg_advisory_lock(1818584436)";
static const char DICTIONARY[] =
    "CREATE TEXT SEARCH DICTIONARY leer_hunspell (TEMPLATE = ispell,"
    " DictFile = leer_nl, AffFile = leer_nl, StopWords = dutch)";
static const char USE[] =
    "ALTER TEXT SEARCH CONFIGURATION leer_nl ALTER MAPPING FOR asciiword,"
    " asciihword, hword_asciipart, word, hword, hword_part"
    " WITH leer_hunspell, dutch_stem";
static const char USE_NOT[] =
    "ALTER TEXT SEARCH CONFIGURATION leer_nl ALTER MAPPING FOR asciiword,"
    " asciihword, hword_asciipart, word, hword, hword_part WITH dutch_stem";
static const char FORGET[] =
    "DROP TEXT SEARCH DICTIONARY IF EXISTS leer_hunspell";
/* One row when the configuration uses it. */
static const char IN_USE[] =
    "SELECT DISTINCT d.dictname FROM pg_ts_config_map m"
    "  JOIN pg_ts_dict d ON d.oid = m.mapdict"
    " WHERE m.mapcfg = 'leer_nl'::regconfig AND d.dictname = 'leer_hunspell'";
static const char TRY[] = "SELECT ts_lexize('leer_hunspell', 'gezinnen')";

/* Without a word about it: what fails here has another way. */
static bool
succeeds(PGconn *db, const char *sql)
{
	PGresult *r = PQexec(db, sql);
	ExecStatusType status = PQresultStatus(r);

	PQclear(r);
	return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

static bool
is_in_use(PGconn *db, struct arena *a)
{
	PGresult *r = database_ask(db, a, IN_USE, 0, NULL);

	return r != NULL && PQntuples(r) == 1;
}

/* The dictionary that is used from now on, by name; NULL: it said why not. */
static const char *
set_dictionary(PGconn *db, struct arena *a)
{
	bool was_in_use = is_in_use(db, a);

	if (was_in_use && succeeds(db, TRY))
		return "hunspell";
	/* What was there has lost its files, or was half made. */
	if ((was_in_use && !database_run(db, USE_NOT)) ||
	    !database_run(db, FORGET))
		return NULL;
	if (succeeds(db, DICTIONARY))
		return database_run(db, USE) ? "hunspell" : NULL;
	fprintf(stderr,
	    "leer: deze PostgreSQL heeft het Hunspell-woordenboek niet "
	    "(tsearch_data/leer_nl.dict). Zoeken werkt, met minder meervouden "
	    "en samenstellingen. Zie conf/scripts/dictionary.sh.\n");
	return "dutch";
}

static int
load(PGconn *db, struct arena *a, const struct library *library)
{
	const struct findable f = findable_of(a, library);
	enum search_loaded loaded;
	const char *dictionary;

	if (!database_run(db, LOCK))
		return EXIT_FAILED;
	dictionary = set_dictionary(db, a);
	if (dictionary == NULL)
		return EXIT_FAILED;
	loaded = search_load(db, a, &f, dictionary);
	if (loaded == SEARCH_FAILED)
		return cli_fail("de cursussen konden niet doorzoekbaar worden "
				"gemaakt: %s",
		    PQerrorMessage(db));
	printf("%s: %zu stukken, woordenboek %s.\n",
	    loaded == SEARCH_LOADED ? "Doorzoekbaar gemaakt"
				    : "Al doorzoekbaar",
	    f.document_count, dictionary);
	return EXIT_OK;
}

int
cli_search(int argc, char **argv)
{
	const char *folder = argc > 1 ? argv[1] : "courses";
	struct content_faults faults = {0};
	struct library *library = NULL;
	struct arena *a;
	PGconn *db;
	int code = EXIT_FAILED;

	if (strcmp(folder, "--help") == 0) {
		fputs(HELP, stdout);
		return EXIT_OK;
	}
	if (argc > 2 || folder[0] == '-')
		return cli_usage("zoeken", "zoeken neemt één map");
	db = database_open();
	if (db == NULL)
		return EXIT_FAILED;
	a = arena_new();
	if (library_open(&library, folder, a, &faults) == ST_OK)
		code = load(db, a, library);
	else
		cli_fail("de cursussen in %s zijn niet in orde. Zie: leer "
			 "cursus controleer %s",
		    folder, folder);
	library_free(library);
	arena_free(a);
	PQfinish(db); /* which ends the lock */
	return code;
}
