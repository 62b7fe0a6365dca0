/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * user.c - `leer gebruiker maak`: an account from the command line, above all
 * the first administrator. An address that exists keeps its name and its
 * password and gains the organisation and the roles. And `leer gebruiker
 * wachtwoord`: a new password for somebody who cannot get in.
 */
#include "cli/account.h"
#include "cli/cli.h"
#include "cli/prompt.h"
#include "store/session.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

static const char HELP[] =
    "gebruik: leer gebruiker maak --email ADRES --naam NAAM\n"
    "         --organisatie NAAM --rol ROL[,ROL]\n"
    "     of: leer gebruiker wachtwoord --email ADRES\n\n"
    "ROL is cursist, coach, auteur of beheerder. Organisatie en gebruiker\n"
    "worden gemaakt als zij er nog niet zijn; wie er al is, houdt zijn naam\n"
    "en wachtwoord. Het wachtwoord wordt gevraagd, of gelezen van de\n"
    "standaardinvoer. Is het leeg, dan maakt leer er een en toont het één\n"
    "keer. `wachtwoord` geeft iemand een nieuw wachtwoord: die is daarna\n"
    "overal uitgelogd.\n";

static const struct role_word {
	const char *word;
	unsigned role;
} ROLE_WORDS[] = {
	{ "cursist", ROLE_LEARNER },
	{ "coach", ROLE_COACH },
	{ "auteur", ROLE_AUTHOR },
	{ "beheerder", ROLE_ADMIN },
	/* As the code calls them. */
	{ "learner", ROLE_LEARNER },
	{ "author", ROLE_AUTHOR },
	{ "admin", ROLE_ADMIN },
};

enum { ROLE_WORD_COUNT = sizeof(ROLE_WORDS) / sizeof(ROLE_WORDS[0]) };

struct wish {
	const char *email, *name, *organisation, *roles;
};

/* "coach,auteur" as a sum of roles; 0 when a word is none. */
static unsigned
parse_roles(const char *text)
{
	unsigned sum = 0;

	while (*text != '\0') {
		size_t len = strcspn(text, ",");
		unsigned role = 0;

		for (size_t i = 0; i < ROLE_WORD_COUNT; i++)
			if (strlen(ROLE_WORDS[i].word) == len &&
			    memcmp(ROLE_WORDS[i].word, text, len) == 0)
				role = ROLE_WORDS[i].role;
		if (role == 0)
			return 0;
		sum |= role;
		text += len + (text[len] == ',' ? 1 : 0);
	}
	return sum;
}

static void
print_made(const char *password)
{
	printf("Wachtwoord (wordt niet nog eens getoond): %s\n", password);
}

static int
make_person(PGconn *db, struct arena *a, const struct wish *wish,
    const char **person)
{
	const char *password;
	bool made;
	int code = prompt_password(a, wish->email, &password, &made);

	if (code != EXIT_OK)
		return code;
	*person = account_person(db, a, wish->email, wish->name, password);
	if (*person == NULL)
		return EXIT_FAILED;
	if (made)
		print_made(password);
	return EXIT_OK;
}

static int
make(PGconn *db, struct arena *a, const struct wish *wish, unsigned roles)
{
	const char *organisation, *person;
	bool was_there;
	int code;

	person = account_find(db, a, wish->email);
	if (person == NULL)
		return EXIT_FAILED;
	was_there = person[0] != '\0';
	if (!database_run(db, "BEGIN"))
		return EXIT_FAILED;
	if (!was_there) {
		code = make_person(db, a, wish, &person);
		if (code != EXIT_OK)
			return code;
	}
	organisation = account_organisation(db, a, wish->organisation);
	if (organisation == NULL ||
	    !account_join(db, a, organisation, person, roles) ||
	    !database_run(db, "COMMIT"))
		return EXIT_FAILED;
	printf(was_there ? "%s bestond al en hoort nu bij %s.\n" :
			   "%s is gemaakt bij %s.\n",
	    wish->email, wish->organisation);
	return EXIT_OK;
}

static int
check_and_make(const struct wish *wish)
{
	unsigned roles;
	struct arena *a;
	PGconn *db;
	int code;

	if (wish->email == NULL || wish->name == NULL ||
	    wish->organisation == NULL || wish->roles == NULL)
		return cli_usage("gebruiker",
		    "geef --email, --naam, --organisatie en --rol");
	if (strchr(wish->email, '@') == NULL ||
	    strpbrk(wish->email, " \t\r\n") != NULL)
		return cli_usage("gebruiker", "'%s' is geen e-mailadres",
		    wish->email);
	roles = parse_roles(wish->roles);
	if (roles == 0)
		return cli_usage("gebruiker", "de rol '%s' bestaat niet",
		    wish->roles);
	db = database_open();
	if (db == NULL)
		return EXIT_FAILED;
	a = arena_new();
	code = make(db, a, wish, roles);
	arena_free(a);
	PQfinish(db);
	return code;
}

static int
check_and_reset(const struct wish *wish)
{
	struct arena *a;
	PGconn *db;
	const char *password;
	bool made;
	int code;

	if (wish->email == NULL || wish->name != NULL ||
	    wish->organisation != NULL || wish->roles != NULL)
		return cli_usage("gebruiker", "wachtwoord neemt --email");
	db = database_open();
	if (db == NULL)
		return EXIT_FAILED;
	a = arena_new();
	code = prompt_password(a, wish->email, &password, &made);
	if (code == EXIT_OK)
		code = account_reset(db, a, wish->email, password);
	if (code == EXIT_OK && made)
		print_made(password);
	if (code == EXIT_OK)
		printf("%s heeft een nieuw wachtwoord en is overal "
		       "uitgelogd.\n", wish->email);
	arena_free(a);
	PQfinish(db);
	return code;
}

int
cli_user(int argc, char **argv)
{
	static const struct option OPTIONS[] = {
		{ "email", required_argument, NULL, 'e' },
		{ "naam", required_argument, NULL, 'n' },
		{ "organisatie", required_argument, NULL, 'o' },
		{ "rol", required_argument, NULL, 'r' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	struct wish wish = { NULL, NULL, NULL, NULL };
	int c;

	while ((c = getopt_long(argc, argv, "", OPTIONS, NULL)) != -1) {
		switch (c) {
		case 'h':
			fputs(HELP, stdout);
			return EXIT_OK;
		case 'e':
			wish.email = optarg;
			break;
		case 'n':
			wish.name = optarg;
			break;
		case 'o':
			wish.organisation = optarg;
			break;
		case 'r':
			wish.roles = optarg;
			break;
		default:
			return cli_usage("gebruiker", "onbekende optie");
		}
	}
	if (optind == argc - 1 && strcmp(argv[optind], "maak") == 0)
		return check_and_make(&wish);
	if (optind == argc - 1 && strcmp(argv[optind], "wachtwoord") == 0)
		return check_and_reset(&wish);
	return cli_usage("gebruiker", "gebruiker kent: maak, wachtwoord");
}
