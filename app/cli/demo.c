/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * demo.c - `leer demo`: two organisations to try the product with, and
 * accounts in every role. Everything in it is fiction.
 *
 * May be repeated: it adds what is missing and leaves the rest as it is. The
 * passwords are random and differ per machine. They are kept in a file next
 * to the database, because the database has only their hashes; an account
 * whose password is not in that file gets a new one.
 */
#include "cli/account.h"
#include "cli/cli.h"
#include "cli/demo_team.h"
#include "cli/key.h"
#include "store/session.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char HELP[] =
    "gebruik: leer demo --wachtwoorden BESTAND [--url ADRES]\n"
    "                   [--cursussen MAP]\n"
    "         leer demo --toon DEMO.JSON\n\n"
    "Maakt de demo-organisaties met hun accounts in de database van\n"
    "LEER_DATABASE en schrijft ze als JSON naar de uitvoer. Wat er al is,\n"
    "blijft. BESTAND bewaart de wachtwoorden van deze machine.\n"
    "Met --cursussen krijgen de teams verzonnen collega's die al bezig zijn\n"
    "in de eerste cursus van MAP; als hen kan niemand inloggen.\n"
    "Met --toon: de accounts van een eerder gemaakte DEMO.JSON als tabel.\n";

static const char CITY[] = "Gemeente Voorbeeldstad";
static const char SCHOOL[] = "Hogeschool Voorbeeld";

static const struct demo_account {
	const char *email, *name, *role; /* role: the word in demo.json */
	const char *organisation, *team;
	unsigned roles;
	bool is_coach; /* of that team */
} ACCOUNTS[] = {
	{ "sanne@voorbeeldstad.example", "Sanne Hofman", "learner", CITY,
	    "Wijkteam Noord", ROLE_LEARNER, false },
	{ "yara@hsvoorbeeld.example", "Yara Willems", "learner", SCHOOL,
	    "Klas SW2A", ROLE_LEARNER, false },
	{ "anouk@voorbeeldstad.example", "Anouk Visser", "coach", CITY,
	    "Wijkteam Noord", ROLE_LEARNER | ROLE_COACH, true },
	{ "karin@voorbeeldstad.example", "Karin Postma", "author", CITY, NULL,
	    ROLE_AUTHOR, false },
	{ "bram@voorbeeldstad.example", "Bram Okafor", "admin", CITY, NULL,
	    ROLE_ADMIN, false },
	{ "tarik@voorbeeldstad.example", "Tarik Aydin", "learner", CITY,
	    "Wijkteam Noord", ROLE_LEARNER, false },
	{ "peter@voorbeeldstad.example", "Peter Jansma", "coach", CITY,
	    "Wijkteam Zuid", ROLE_COACH, true },
	{ "daan@hsvoorbeeld.example", "Daan Brouwer", "coach", SCHOOL,
	    "Klas SW2A", ROLE_COACH, true },
};

/* The author also works for the school: somebody with two organisations. */
static const char GUEST[] = "karin@voorbeeldstad.example";

/* Whose page shows the invented colleagues of demo_team.c. */
static const char COACH_OF_TEAM[] = "anouk@voorbeeldstad.example";

enum { ACCOUNT_COUNT = sizeof(ACCOUNTS) / sizeof(ACCOUNTS[0]) };

/* The password of this machine; a new one when the file has none. */
static const char *
password_of(json_t *passwords, const char *email, bool *is_new)
{
	const char *known =
	    json_string_value(json_object_get(passwords, email));
	char fresh[NEW_PASSWORD_BYTES];

	*is_new = known == NULL;
	if (known != NULL)
		return known;
	cli_new_password(fresh);
	json_object_set_new(passwords, email, json_string(fresh));
	return json_string_value(json_object_get(passwords, email));
}

static bool
make_account(PGconn *db, struct arena *a, const struct demo_account *account,
    json_t *passwords)
{
	bool is_new;
	const char *password = password_of(passwords, account->email, &is_new);
	const char *organisation =
	    account_organisation(db, a, account->organisation);
	const char *person = account_find(db, a, account->email);
	const char *team;

	if (person != NULL && (is_new || person[0] == '\0'))
		person = account_person(db, a, account->email, account->name,
		    password);
	if (organisation == NULL || person == NULL ||
	    !account_join(db, a, organisation, person, account->roles))
		return false;
	if (account->team == NULL)
		return true;
	team = account_team(db, a, organisation, account->team);
	return team != NULL &&
	    account_join_team(db, a, organisation, team, person,
		account->is_coach);
}

static bool
make_all(PGconn *db, struct arena *a, json_t *passwords)
{
	const char *school, *guest;

	if (!database_run(db, "BEGIN"))
		return false;
	for (size_t i = 0; i < ACCOUNT_COUNT; i++)
		if (!make_account(db, a, &ACCOUNTS[i], passwords))
			return false;
	school = account_organisation(db, a, SCHOOL);
	guest = account_find(db, a, GUEST);
	return school != NULL && guest != NULL &&
	    account_join(db, a, school, guest, ROLE_AUTHOR) &&
	    database_run(db, "COMMIT");
}

static int
print_accounts(const json_t *passwords, const char *url)
{
	json_t *list = json_array();
	json_t *all = json_pack("{s:s, s:o}", "url", url, "accounts", list);
	int code = EXIT_OK;

	for (size_t i = 0; i < ACCOUNT_COUNT; i++) {
		const struct demo_account *account = &ACCOUNTS[i];

		json_array_append_new(list,
		    json_pack("{s:s, s:O, s:s, s:s, s:s, s:s?}", "email",
			account->email, "password",
			json_object_get(passwords, account->email), "role",
			account->role, "name", account->name, "organisation",
			account->organisation, "team", account->team));
	}
	if (json_dumpf(all, stdout, JSON_INDENT(2)) != 0 || puts("") < 0)
		code = cli_fail("de uitvoer kan niet worden geschreven");
	json_decref(all);
	return code;
}

/* Readable by its owner only, and never half written. */
static int
write_passwords(struct arena *a, const json_t *passwords, const char *path)
{
	const char *fresh = arena_printf(a, "%s.nieuw", path);
	int fd = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	bool ok = fd >= 0 &&
	    json_dumpfd(passwords, fd, JSON_INDENT(2)) == 0 && fsync(fd) == 0;

	if (fd >= 0)
		close(fd);
	if (!ok || rename(fresh, path) != 0)
		return cli_fail("%s: %s", path, strerror(errno));
	return EXIT_OK;
}

static json_t *
read_passwords(const char *path)
{
	json_error_t fault;
	json_t *passwords;

	if (access(path, F_OK) != 0)
		return json_object();
	passwords = json_load_file(path, 0, &fault);
	if (!json_is_object(passwords)) {
		cli_fail("%s:%d: %s. Verwijder het bestand: dan krijgen de "
		    "demo-accounts nieuwe wachtwoorden", path, fault.line,
		    fault.text);
		json_decref(passwords);
		return NULL;
	}
	return passwords;
}

static int
demo(const char *path, const char *url, const char *courses)
{
	json_t *passwords = read_passwords(path);
	struct arena *a = arena_new();
	struct seal_masters masters;
	PGconn *db = passwords == NULL || key_use(a, &masters) != EXIT_OK ?
	    NULL :
	    database_open();
	int code = EXIT_FAILED;

	/* The database first: a file without accounts would only be redone. */
	if (db != NULL && make_all(db, a, passwords) &&
	    (courses == NULL ||
		demo_team(db, a, courses, CITY, COACH_OF_TEAM)))
		code = write_passwords(a, passwords, path);
	if (code == EXIT_OK)
		code = print_accounts(passwords, url);
	PQfinish(db);
	json_decref(passwords);
	arena_free(a);
	return code;
}

static int
show(const char *path)
{
	json_error_t fault;
	json_t *all = json_load_file(path, 0, &fault), *account;
	size_t i;

	if (all == NULL)
		return cli_fail("%s: %s", path, fault.text);
	json_array_foreach(json_object_get(all, "accounts"), i, account) {
		const char *email = "", *password = "", *role = "", *name = "";

		if (json_unpack(account, "{s:s, s:s, s:s, s:s}", "email",
			&email, "password", &password, "role", &role, "name",
			&name) == 0)
			printf("  %-8s %-28s %-20s %s\n", role, email, password,
			    name);
	}
	json_decref(all);
	return EXIT_OK;
}

int
cli_demo(int argc, char **argv)
{
	static const struct option OPTIONS[] = {
		{ "wachtwoorden", required_argument, NULL, 'w' },
		{ "url", required_argument, NULL, 'u' },
		{ "cursussen", required_argument, NULL, 'c' },
		{ "toon", required_argument, NULL, 't' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	const char *path = NULL, *url = "http://localhost:8080";
	const char *courses = NULL;
	int c;

	while ((c = getopt_long(argc, argv, "", OPTIONS, NULL)) != -1) {
		switch (c) {
		case 'h':
			fputs(HELP, stdout);
			return EXIT_OK;
		case 't':
			return show(optarg);
		case 'w':
			path = optarg;
			break;
		case 'u':
			url = optarg;
			break;
		case 'c':
			courses = optarg;
			break;
		default:
			return cli_usage("demo", "onbekende optie");
		}
	}
	if (path == NULL || optind != argc)
		return cli_usage("demo", "geef --wachtwoorden BESTAND");
	return demo(path, url, courses);
}
