/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * csv_row.c - values between separators. What is wrong with a row is said in
 * the cursor; the reader goes on, so that all rows can be judged at once.
 */
#include "base/csv_row.h"

#include <string.h>

/* At most this many bytes are in the quoted value that begins at `at`. */
static size_t
quoted_length(const char *at)
{
	size_t n = 1;

	while (at[n] != '\0' && (at[n] != '"' || at[n + 1] == '"'))
		n += at[n] == '"' ? 2 : 1;
	return n;
}

/* One quoted value; the cursor stands on its first quote. */
static char *
read_quoted(struct csv_cursor *r, struct arena *a)
{
	char *out = arena_alloc(a, quoted_length(r->at) + 1), *to = out;

	for (r->at++; *r->at != '\0'; r->at++) {
		if (*r->at == '"') {
			if (r->at[1] != '"') {
				r->at++;
				return out;
			}
			r->at++;
		}
		if (*r->at == '\n')
			r->line++;
		*to++ = *r->at;
	}
	r->fault = "de aanhalingstekens gaan niet dicht. Zet er een \" achter";
	return out;
}

static char *
read_value(struct csv_cursor *r, struct arena *a)
{
	const char ends[] = {r->separator, '\n', '\0'};
	size_t len;
	char *out;

	if (*r->at == '"') {
		out = read_quoted(r, a);
		if (*r->at != r->separator && *r->at != '\n' &&
		    *r->at != '\0' && r->fault == NULL)
			r->fault = r->separator == ',' ?
			    "na het sluitende aanhalingsteken hoort "
			    "een komma te staan" :
			    "na het sluitende aanhalingsteken hoort "
			    "een scheidingsteken te staan";
		r->at += strcspn(r->at, ends);
		return out;
	}
	len = strcspn(r->at, ends);
	out = arena_strndup(a, r->at, len);
	r->at += len;
	if (strchr(out, '"') != NULL && r->fault == NULL)
		r->fault = "een waarde met een aanhalingsteken hoort zelf "
			   "tussen aanhalingstekens, met elk teken dubbel";
	return out;
}

size_t
csv_row_read(
    struct csv_cursor *r, struct arena *a, const char **values, size_t max)
{
	size_t n = 0;

	r->fault = NULL;
	for (;;) {
		bool was_good = r->fault == NULL;
		const char *value = read_value(r, a);

		if (was_good && r->fault != NULL)
			r->fault_at = n + 1;
		if (n < max)
			values[n] = value;
		n++;
		if (*r->at != r->separator)
			break;
		r->at++;
	}
	if (*r->at == '\n') {
		r->at++;
		r->line++;
	}
	return n;
}

char
csv_separator_of(const char *line)
{
	size_t len = strcspn(line, "\n");

	if (memchr(line, '\t', len) != NULL)
		return '\t';
	return memchr(line, ';', len) != NULL ? ';' : ',';
}
