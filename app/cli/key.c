/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * key.c - `leer sleutel`: the keys under which texts are sealed.
 *
 * draai, in an order that may break off anywhere: a new data key for each
 * organisation; every text sealed under it; a wait, because a worker may use
 * the older key for as long as it remembers it (SEALS_S of web/seals.h); what
 * came in that time as well; and then the older keys go, when no text needs
 * them any more.
 */
#include "cli/cli.h"
#include "cli/key.h"
#include "store/sealed.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char HELP[] =
    "gebruik: leer sleutel maak [--erbij]\n"
    "         leer sleutel verzegel\n"
    "         leer sleutel draai [--wacht SECONDEN]\n"
    "         leer sleutel toon\n\n"
    "Wat mensen schrijven, staat verzegeld in de database. Elke organisatie\n"
    "heeft een eigen sleutel; die is verpakt onder de hoofdsleutel in het\n"
    "bestand van LEER_SLEUTEL. Bewaar een kopie van dat bestand in een kluis,\n"
    "nooit bij de back-up van de database. Zonder is geen tekst te lezen.\n\n"
    "maak      maakt het bestand; met --erbij een nieuwe hoofdsleutel in een\n"
    "          bestand dat er al is (zet het daarna op elke server)\n"
    "verzegel  geeft elke organisatie een sleutel en verzegelt wat nog niet\n"
    "          verzegeld is; pas als overal deze versie draait\n"
    "draai     nieuwe sleutels onder de nieuwste hoofdsleutel, en alle "
    "teksten\n"
    "          daaronder; de site draait door. --wacht (75): zo lang kan een\n"
    "          werker een oude sleutel nog gebruiken\n"
    "toon      welke sleutels in gebruik zijn, en wat nog niet verzegeld is\n";

static const char LOCK[] = "SELECT pg_advisory_lock(1818584435)";
static const char ORGANISATIONS[] =
    "SELECT o.id, o.name, coalesce(max(k.number), 0) FROM organisation o"
    " LEFT JOIN seal_key k ON k.organisation_id = o.id"
    " GROUP BY o.id, o.name ORDER BY o.id";

enum { WAIT_S = 75 };
enum { ID, NAME, NUMBER };

struct work {
	PGconn *db;
	struct arena *a;
	struct seal_masters masters;
	const char *path;
	int wait_s;
	bool is_added; /* --erbij */
};

/* --- maak ----------------------------------------------------------------- */

/* A database that is sealed already needs its own key, not another one. */
static int
check_unsealed(struct work *w)
{
	const PGresult *r;

	if (getenv("LEER_DATABASE") == NULL)
		return EXIT_OK;
	w->db = database_open();
	if (w->db == NULL)
		return EXIT_FAILED;
	r = database_ask(w->db, w->a,
	    "SELECT FROM pg_class WHERE oid = to_regclass('seal_key')", 0,
	    NULL);
	if (r != NULL && PQntuples(r) == 1)
		r = database_ask(w->db, w->a,
		    "SELECT master FROM seal_key LIMIT 1", 0, NULL);
	if (r == NULL)
		return EXIT_FAILED;
	if (PQntuples(r) == 0)
		return EXIT_OK;
	return cli_fail(
	    "de teksten in de database zijn al verzegeld onder "
	    "hoofdsleutel %s: zet dat bestand terug uit je kluis (%s)",
	    PQgetvalue(r, 0, 0), w->path);
}

static int
make(struct work *w)
{
	bool is_there = access(w->path, F_OK) == 0;
	const char *fault = NULL;
	int code = EXIT_OK;

	if (is_there && !w->is_added)
		return cli_fail("%s is er al; met --erbij komt er een nieuwe "
				"hoofdsleutel in",
		    w->path);
	if (is_there)
		fault = seal_masters_read(&w->masters, w->a, w->path);
	else
		code = check_unsealed(w);
	if (fault != NULL)
		return cli_fail("%s", fault);
	if (code != EXIT_OK)
		return code;
	if (w->masters.count == SEAL_MASTERS_MAX)
		return cli_fail("in %s staan al %d hoofdsleutels: haal weg wat "
				"`leer sleutel toon` ongebruikt noemt",
		    w->path, SEAL_MASTERS_MAX);
	memmove(&w->masters.master[1], &w->masters.master[0],
	    w->masters.count * sizeof(w->masters.master[0]));
	seal_master_new(&w->masters.master[0]);
	w->masters.count++;
	fault = seal_masters_write(&w->masters, w->a, w->path);
	if (fault != NULL)
		return cli_fail("%s", fault);
	printf("Hoofdsleutel %s staat in %s.\n"
	       "Bewaar een kopie in een kluis, niet bij de back-up.\n",
	    w->masters.master[0].id, w->path);
	return EXIT_OK;
}

/* --- verzegel, draai ------------------------------------------------------ */

static int
reseal_all(struct work *w, const PGresult *organisations)
{
	long count = 0;

	for (int i = 0; i < PQntuples(organisations); i++)
		if (!reseal_organisation(
			w->db, w->a, PQgetvalue(organisations, i, ID), &count))
			return EXIT_FAILED;
	printf("Verzegeld: %ld teksten.\n", count);
	return EXIT_OK;
}

static const PGresult *
begin(struct work *w)
{
	if (!database_run(w->db, LOCK))
		return NULL;
	return database_ask(w->db, w->a, ORGANISATIONS, 0, NULL);
}

static int
seal(struct work *w)
{
	const PGresult *r = begin(w);

	if (r == NULL)
		return EXIT_FAILED;
	for (int i = 0; i < PQntuples(r); i++)
		if (strcmp(PQgetvalue(r, i, NUMBER), "0") == 0 &&
		    !key_add(w->db, w->a, &w->masters, PQgetvalue(r, i, ID)))
			return EXIT_FAILED;
	return reseal_all(w, r);
}

/* The keys before this number, when no text needs them. */
static int
drop_older(struct work *w, const char *organisation)
{
	const char *values[] = {organisation, NULL};
	struct key_list keys;
	long plain, older;

	if (!key_list(&keys, w->db, w->a, organisation) ||
	    !reseal_left(
		w->db, w->a, organisation, &keys.key[0], &plain, &older))
		return EXIT_FAILED;
	if (older > 0)
		return cli_fail(
		    "organisatie %s heeft nog %ld teksten onder een "
		    "oude sleutel: doe nog eens leer sleutel draai",
		    organisation, older);
	values[1] = arena_printf(w->a, "%d", keys.key[0].number);
	return database_ask(w->db, w->a,
		   "DELETE FROM seal_key WHERE organisation_id = $1::bigint"
		   " AND number < $2::integer",
		   2, values) != NULL
		   ? EXIT_OK
		   : EXIT_FAILED;
}

static int
turn(struct work *w)
{
	const PGresult *r = begin(w);
	int code = EXIT_OK;

	if (r == NULL)
		return EXIT_FAILED;
	for (int i = 0; i < PQntuples(r); i++)
		if (!key_add(w->db, w->a, &w->masters, PQgetvalue(r, i, ID)))
			return EXIT_FAILED;
	code = reseal_all(w, r);
	if (code == EXIT_OK) {
		printf("Ik wacht %d seconden op wie nog een oude sleutel "
		       "gebruikt.\n",
		    w->wait_s);
		fflush(stdout);
		sleep((unsigned)w->wait_s);
		code = reseal_all(w, r);
	}
	for (int i = 0; i < PQntuples(r) && code == EXIT_OK; i++)
		code = drop_older(w, PQgetvalue(r, i, ID));
	if (code == EXIT_OK)
		printf("Alles staat onder hoofdsleutel %s.\n",
		    w->masters.master[0].id);
	return code;
}

/* --- toon ----------------------------------------------------------------- */

static bool
show_masters(struct work *w)
{
	const PGresult *r = database_ask(w->db, w->a,
	    "SELECT master, count(*) FROM seal_key GROUP BY 1 ORDER BY 1", 0,
	    NULL);

	for (int i = 0; r != NULL && i < PQntuples(r); i++) {
		const char *id = PQgetvalue(r, i, 0);

		printf("hoofdsleutel %s  %s sleutels%s\n", id,
		    PQgetvalue(r, i, 1),
		    seal_master_find(&w->masters, id) == NULL
			? "  ONTBREEKT in het bestand"
			: "");
	}
	for (size_t m = 0; r != NULL && m < w->masters.count; m++) {
		bool is_used = false;

		for (int i = 0; i < PQntuples(r); i++)
			is_used |= strcmp(PQgetvalue(r, i, 0),
				       w->masters.master[m].id) == 0;
		if (!is_used)
			printf("hoofdsleutel %s  ongebruikt\n",
			    w->masters.master[m].id);
	}
	return r != NULL;
}

static int
show(struct work *w)
{
	const PGresult *r = database_ask(w->db, w->a, ORGANISATIONS, 0, NULL);

	if (r == NULL || !show_masters(w))
		return EXIT_FAILED;
	for (int i = 0; i < PQntuples(r); i++) {
		const struct seal_key newest = {
		    .organisation = strtoll(PQgetvalue(r, i, ID), NULL, 10),
		    .number = (int)strtol(PQgetvalue(r, i, NUMBER), NULL, 10)};
		long plain, older;

		if (!reseal_left(w->db, w->a, PQgetvalue(r, i, ID), &newest,
			&plain, &older))
			return EXIT_FAILED;
		printf("%s: sleutel %d; %ld teksten niet verzegeld, %ld onder "
		       "een oude sleutel\n",
		    PQgetvalue(r, i, NAME), newest.number, plain, older);
	}
	return EXIT_OK;
}

/* --- the command ---------------------------------------------------------- */

static const struct act {
	const char *name;
	int (*run)(struct work *);
	bool needs_keys;
} ACTS[] = {
    {"maak", make, false},
    {"verzegel", seal, true},
    {"draai", turn, true},
    {"toon", show, true},
};

enum { ACT_COUNT = sizeof(ACTS) / sizeof(ACTS[0]) };

static int
run(struct work *w, const struct act *act)
{
	int code = EXIT_OK;

	w->path = getenv("LEER_SLEUTEL");
	if (w->path == NULL || *w->path == '\0')
		return cli_fail(
		    "zet LEER_SLEUTEL op het bestand met de "
		    "hoofdsleutel, bijvoorbeeld /etc/leer/hoofdsleutel");
	w->a = arena_new();
	if (act->needs_keys) {
		code = key_use(w->a, &w->masters);
		w->db = code == EXIT_OK ? database_open() : NULL;
		if (w->db == NULL)
			code = EXIT_FAILED;
	}
	if (code == EXIT_OK)
		code = act->run(w);
	PQfinish(w->db);
	arena_free(w->a);
	return code;
}

int
cli_key(int argc, char **argv)
{
	static const struct option OPTIONS[] = {
	    {"erbij", no_argument, NULL, 'e'},
	    {"wacht", required_argument, NULL, 'w'},
	    {"help", no_argument, NULL, 'h'},
	    {NULL, 0, NULL, 0},
	};
	struct work w = {.wait_s = WAIT_S};
	char *end = NULL;
	int c;

	while ((c = getopt_long(argc, argv, "", OPTIONS, NULL)) != -1) {
		if (c == 'h') {
			fputs(HELP, stdout);
			return EXIT_OK;
		}
		if (c == 'e')
			w.is_added = true;
		if (c == 'w')
			w.wait_s = (int)strtol(optarg, &end, 10);
		if (c == '?' || (c == 'w' && (*end != '\0' || w.wait_s < 0)))
			return cli_usage("sleutel", "onbekende optie");
	}
	for (size_t i = 0; i < ACT_COUNT && optind == argc - 1; i++)
		if (strcmp(argv[optind], ACTS[i].name) == 0)
			return run(&w, &ACTS[i]);
	return cli_usage(
	    "sleutel", "sleutel kent: maak, verzegel, draai, toon");
}
