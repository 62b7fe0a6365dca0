/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * conninfo.c - the options of a connection: ours first, then what the
 * connection string says, then what must be; the last of a keyword counts.
 */
#include "server/conninfo.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STATEMENT_MS "2000" /* see the times in database.c */

enum { OPTIONS_MAX = 64 };

static const char *keywords[OPTIONS_MAX], *values[OPTIONS_MAX];

static void
add_option(const char *keyword, const char *value)
{
	size_t n = 0;

	while (keywords[n] != NULL)
		n++;
	if (n == OPTIONS_MAX - 1)
		abort();
	keywords[n] = keyword;
	values[n] = value;
}

void
conninfo_read(const char *conninfo)
{
	static char options[512];
	const char *given = "";
	char *error = NULL;
	int n;
	/* Kept: keywords and values point into it. */
	static PQconninfoOption *parsed;

	parsed = PQconninfoParse(conninfo, &error);
	if (parsed == NULL) {
		fprintf(stderr, "LEER_DATABASE is niet te lezen: %s",
		    error != NULL ? error : "te weinig geheugen\n");
		exit(EXIT_FAILURE);
	}
	add_option("application_name", "leer");
	/* Kerberos would wait for its servers on our event loop. */
	add_option("gssencmode", "disable");
	for (PQconninfoOption *o = parsed; o->keyword != NULL; o++) {
		if (o->val == NULL)
			continue;
		add_option(o->keyword, o->val);
		if (strcmp(o->keyword, "options") == 0)
			given = o->val;
	}
	n = snprintf(options, sizeof(options),
	    "-c statement_timeout=" STATEMENT_MS
	    " -c plan_cache_mode=force_generic_plan -c jit=off %s",
	    given);
	if (n < 0 || (size_t)n >= sizeof(options)) {
		fputs("De options in LEER_DATABASE zijn te lang.\n", stderr);
		exit(EXIT_FAILURE);
	}
	add_option("options", options);
	add_option("client_encoding", "UTF8");
}

PGconn *
conninfo_start(void)
{
	return PQconnectStartParams(keywords, values, 0);
}
