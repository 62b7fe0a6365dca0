/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * leer.c - main of the command for administrators and scripts. It picks the
 * sub-command; the shared helpers of cli.h that need no database are here.
 */
#include "cli/cli.h"

#include "base/password.h"

#include <sodium.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char VERSION[] = "0.1.0";

static int
cli_version(int argc, char **argv)
{
	(void)argv;
	if (argc > 1)
		return cli_usage("versie", "versie kent geen argumenten");
	printf("leer %s\n", VERSION);
	return EXIT_OK;
}

static const struct command {
	const char *name, *summary;
	int (*run)(int argc, char **argv);
} COMMANDS[] = {
	{ "migreer", "de database bijwerken tot deze versie", cli_migrate },
	{ "gebruiker", "een gebruiker of beheerder maken", cli_user },
	{ "account", "iemand wissen met alles wat die maakte", cli_account },
	{ "sleutel", "de sleutels waaronder teksten verzegeld zijn", cli_key },
	{ "cursus", "een map met cursussen controleren", cli_course },
	{ "casus", "de casussen van een map nakijken", cli_casus },
	{ "zoeken", "de cursussen doorzoekbaar maken", cli_search },
	{ "demo", "de demo-organisaties en hun accounts maken", cli_demo },
	{ "gezond", "nagaan of de leeromgeving antwoordt", cli_health },
	{ "versie", "de versie van dit programma", cli_version },
};

enum { COMMAND_COUNT = sizeof(COMMANDS) / sizeof(COMMANDS[0]) };

int
cli_fail(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fputs("leer: ", stderr);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	va_end(args);
	return EXIT_FAILED;
}

int
cli_usage(const char *command, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fputs("leer: ", stderr);
	vfprintf(stderr, format, args);
	fprintf(stderr, ". Zie: leer %s --help\n", command);
	va_end(args);
	return EXIT_USAGE;
}

char *
cli_read_file(struct arena *a, const char *path, size_t *len)
{
	FILE *f = fopen(path, "re");
	char block[8192];
	char *text;
	size_t got, size = sizeof(block);

	if (f == NULL)
		return NULL;
	text = arena_alloc(a, size);
	*len = 0;
	while ((got = fread(block, 1, sizeof(block), f)) > 0) {
		if (*len + got >= size) {
			char *larger = arena_alloc(a, size * 2);

			memcpy(larger, text, *len);
			text = larger;
			size *= 2;
		}
		memcpy(text + *len, block, got);
		*len += got;
	}
	if (ferror(f) != 0)
		text = NULL;
	else
		text[*len] = '\0';
	fclose(f);
	return text;
}

void
cli_new_password(char out[NEW_PASSWORD_BYTES])
{
	/* Without 0 o 1 l i: they are read wrongly. */
	static const char LETTERS[] = "abcdefghjkmnpqrstuvwxyz23456789";

	for (size_t i = 0; i < NEW_PASSWORD_BYTES - 1; i++)
		out[i] = i % 5 == 4 ? '-' :
		    LETTERS[randombytes_uniform(sizeof(LETTERS) - 1)];
	out[NEW_PASSWORD_BYTES - 1] = '\0';
}

static void
help(FILE *to)
{
	fputs("gebruik: leer OPDRACHT [ARGUMENTEN]\n\nOpdrachten:\n", to);
	for (size_t i = 0; i < COMMAND_COUNT; i++)
		fprintf(to, "  %-10s %s\n", COMMANDS[i].name,
		    COMMANDS[i].summary);
	fputs("\n`leer OPDRACHT --help` zegt meer. De database staat in de "
	      "omgeving: LEER_DATABASE,\neen verbinding zoals libpq die leest "
	      "(postgresql://…); zonder die gelden PGSERVICE\nen PGHOST.\n"
	      "Afloop: 0 gelukt, 1 mislukt, 2 verkeerd gebruik.\n", to);
}

int
main(int argc, char **argv)
{
	if (argc < 2) {
		help(stderr);
		return EXIT_USAGE;
	}
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
		help(stdout);
		return EXIT_OK;
	}
	if (!secret_start())
		return cli_fail("deze machine geeft geen toevalsgetallen");
	for (size_t i = 0; i < COMMAND_COUNT; i++)
		if (strcmp(argv[1], COMMANDS[i].name) == 0)
			return COMMANDS[i].run(argc - 1, argv + 1);
	fprintf(stderr, "leer: de opdracht '%s' bestaat niet. Zie: "
			"leer --help\n", argv[1]);
	return EXIT_USAGE;
}
