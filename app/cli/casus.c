/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * casus.c - `leer casus controleer`: reads courses as `leer cursus
 * controleer` does, and its cases once more as their author would have them
 * read. Faults make it fail; advice does not.
 */
#include "cli/cli.h"

#include "content/library.h"

#include <stdio.h>
#include <string.h>

static const char HELP[] =
    "gebruik: leer casus controleer [MAP]\n\n"
    "Leest de cursussen in MAP (standaard: courses) en noemt elke fout in\n"
    "een casus: bestand:regel: wat er mis is en hoe je het herstelt. Een\n"
    "regel met ‘advies’ is geen fout. Afloop: 0 zonder fouten, anders 1.\n";

static void
print_all(const struct content_faults *list, const char *mark)
{
	for (size_t i = 0; i < list->count; i++)
		printf("%s:%d: %s%s\n", list->fault[i].file,
		    list->fault[i].line, mark, list->fault[i].text);
}

static size_t
casus_count(const struct library *l)
{
	size_t n = 0;

	for (size_t i = 0; l != NULL && i < l->course_count; i++)
		n += l->courses[i].casus_count;
	return n;
}

static int
check(const char *folder)
{
	struct arena *a = arena_new();
	struct content_faults faults = {0}, advice = {0};
	struct library *library = NULL;
	enum status status =
	    library_review(&library, folder, a, &faults, &advice);
	int code = EXIT_OK;

	print_all(&faults, "");
	print_all(&advice, "advies: ");
	if (status == ST_OK)
		printf("%s is in orde: %zu casussen, geen fouten, "
		       "adviezen: %zu.\n",
		    folder, casus_count(library), advice.count);
	else
		code = cli_fail("%zu %s in %s, adviezen: %zu", faults.count,
		    faults.count == 1 ? "fout" : "fouten", folder,
		    advice.count);
	library_free(library);
	arena_free(a);
	return code;
}

int
cli_casus(int argc, char **argv)
{
	if (argc == 2 && strcmp(argv[1], "--help") == 0) {
		fputs(HELP, stdout);
		return EXIT_OK;
	}
	if (argc < 2 || argc > 3 || strcmp(argv[1], "controleer") != 0)
		return cli_usage("casus", "casus kent: controleer [MAP]");
	return check(argc == 3 ? argv[2] : "courses");
}
