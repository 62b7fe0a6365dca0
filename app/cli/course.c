/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * course.c - `leer cursus controleer`: reads courses as the server does at
 * its start, and prints every fault as "file:line: what, and how to mend".
 */
#include "cli/cli.h"

#include "content/library.h"

#include <stdio.h>
#include <string.h>

static const char HELP[] =
    "gebruik: leer cursus controleer [MAP]\n\n"
    "Leest de cursussen in MAP (standaard: courses) en noemt elke fout:\n"
    "bestand:regel: wat er mis is en hoe je het herstelt.\n";

static int
check(const char *folder)
{
	struct arena *a = arena_new();
	struct content_faults faults = { 0 };
	struct library *library = NULL;
	enum status status = library_open(&library, folder, a, &faults);
	int code = EXIT_OK;

	if (status == ST_OK) {
		printf("%s is in orde: %zu cursussen, %zu tarieven, %zu "
		       "wetsartikelen.\n", folder, library->course_count,
		    library->tariff_count, library->law_count);
		library_free(library);
	} else {
		for (size_t i = 0; i < faults.count; i++)
			printf("%s:%d: %s\n", faults.fault[i].file,
			    faults.fault[i].line, faults.fault[i].text);
		code = cli_fail("%zu %s in %s", faults.count,
		    faults.count == 1 ? "fout" : "fouten", folder);
	}
	arena_free(a);
	return code;
}

int
cli_course(int argc, char **argv)
{
	if (argc == 2 && strcmp(argv[1], "--help") == 0) {
		fputs(HELP, stdout);
		return EXIT_OK;
	}
	if (argc < 2 || argc > 3 || strcmp(argv[1], "controleer") != 0)
		return cli_usage("cursus", "cursus kent: controleer [MAP]");
	return check(argc == 3 ? argv[2] : "courses");
}
