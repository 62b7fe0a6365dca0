/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * masters.c - does this process have the master keys that the database needs?
 * A lost or wrong key is told at the start. When it is found out later, the
 * pages in question fail, and the others go on.
 */
#include "server/masters.h"

#include "store/sealed.h"

#include <stdio.h>
#include <stdlib.h>

const char *
masters_read(const char *path)
{
	struct arena *a; /* kept with the message */
	struct seal_masters masters;
	const char *fault;

	if (path == NULL || *path == '\0')
		return "LEER_SLEUTEL ontbreekt: het bestand met de "
		       "hoofdsleutel. Maak het met: leer sleutel maak.";
	a = arena_new();
	fault = seal_masters_read(&masters, a, path);
	if (fault == NULL) {
		sealed_use(&masters, path);
		arena_free(a);
	}
	return fault;
}

void
masters_check(const PGresult *r, bool is_start)
{
	struct arena *a = arena_new();

	for (int i = 0; i < PQntuples(r); i++) {
		const char *lack = sealed_lacks(a, PQgetvalue(r, i, 0));

		if (lack == NULL)
			continue;
		fprintf(stderr, "%s\n", lack);
		if (is_start)
			exit(EXIT_FAILURE);
	}
	arena_free(a);
}
