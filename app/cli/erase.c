/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * erase.c - `leer account wis`: everything that somebody made goes, in all
 * organisations, in one transaction: plans with every version and earlier
 * text, answers, progress, sessions, and the person. What others made stays;
 * where this person is named in it (who loaded a table of tariffs, which coach
 * looked first) it says nobody from then on: the keys of the schema do so.
 */
#include "cli/account.h"
#include "cli/cli.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

static const char HELP[] =
    "gebruik: leer account wis --email ADRES --ja\n\n"
    "Wist iemand met alles wat die persoon maakte: plannen met alle versies\n"
    "en eerdere teksten, antwoorden, voortgang en sessies, in elke\n"
    "organisatie. Dat kan niet ongedaan worden gemaakt; zonder --ja zegt leer\n"
    "alleen wat er is. In back-ups van de database staat het nog, verzegeld,\n"
    "tot je die weggooit.\n";

static const char COUNT[] =
    "SELECT (SELECT count(*) FROM membership WHERE person_id = $1::bigint),"
    " (SELECT count(*) FROM plan WHERE person_id = $1::bigint),"
    " (SELECT count(*) FROM answer WHERE person_id = $1::bigint)";
/* Memberships first: each takes its plans, answers and sessions along. */
static const char LEAVE[] =
    "DELETE FROM membership WHERE person_id = $1::bigint";
static const char FORGET[] = "DELETE FROM person WHERE id = $1::bigint";

static int
erase(PGconn *db, struct arena *a, const char *email, bool is_sure)
{
	const char *person = account_find(db, a, email);
	const PGresult *r;

	if (person == NULL)
		return EXIT_FAILED;
	if (*person == '\0')
		return cli_fail("niemand heeft het adres %s", email);
	r = database_ask(db, a, COUNT, 1, &person);
	if (r == NULL)
		return EXIT_FAILED;
	printf("%s: %s organisaties, %s plannen, %s antwoorden.\n", email,
	    PQgetvalue(r, 0, 0), PQgetvalue(r, 0, 1), PQgetvalue(r, 0, 2));
	if (!is_sure) {
		printf(
		    "Er is niets gewist. Met --ja wordt dit alles gewist.\n");
		return EXIT_OK;
	}
	if (!database_run(db, "BEGIN") ||
	    database_ask(db, a, LEAVE, 1, &person) == NULL ||
	    database_ask(db, a, FORGET, 1, &person) == NULL ||
	    !database_run(db, "COMMIT"))
		return EXIT_FAILED;
	printf("Alles van %s is gewist.\n", email);
	return EXIT_OK;
}

int
cli_account(int argc, char **argv)
{
	static const struct option OPTIONS[] = {
	    {"email", required_argument, NULL, 'e'},
	    {"ja", no_argument, NULL, 'j'},
	    {"help", no_argument, NULL, 'h'},
	    {NULL, 0, NULL, 0},
	};
	const char *email = NULL;
	bool is_sure = false;
	struct arena *a;
	PGconn *db;
	int c, code;

	while ((c = getopt_long(argc, argv, "", OPTIONS, NULL)) != -1) {
		if (c == 'h') {
			fputs(HELP, stdout);
			return EXIT_OK;
		}
		if (c == '?')
			return cli_usage("account", "onbekende optie");
		if (c == 'e')
			email = optarg;
		is_sure |= c == 'j';
	}
	if (email == NULL || optind != argc - 1 ||
	    strcmp(argv[optind], "wis") != 0)
		return cli_usage("account", "account kent: wis --email ADRES");
	db = database_open();
	if (db == NULL)
		return EXIT_FAILED;
	a = arena_new();
	code = erase(db, a, email, is_sure);
	arena_free(a);
	PQfinish(db);
	return code;
}
