/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * together.c - lists for a twin statement, and its rows for each batch.
 *
 * A list travels in PostgreSQL's binary form of an array: bytea[] where the
 * values are bytes, else text[], which the twin casts.
 */
#include "store/together.h"

#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>

enum { BYTEA = 17, TEXT = 25 }; /* pg_type.oid, fixed by PostgreSQL */
enum { HEADER_WORDS = 5, LISTS_MAX = 16, COLUMNS_MAX = 32 };

bool
together_can(const struct batch *b)
{
	return b->count == 1 && !b->is_dated &&
	    STATEMENTS[b->ask[0].query].twin != 0;
}

static int
length_of(const struct batch *b, int i)
{
	const struct batch_ask *ask = &b->ask[0];

	if (ask->values[i] == NULL)
		return -1;
	return ask->formats[i] == 1 ? ask->lengths[i] :
				      (int)strlen(ask->values[i]);
}

static char *
put_word(char *at, int word)
{
	uint32_t n = htonl((uint32_t)word);

	memcpy(at, &n, sizeof(n));
	return at + sizeof(n);
}

/* The i-th values of all, as an array. */
static const char *
list_of(int *size, struct batch *const *batches, int n, int i)
{
	int lengths[TOGETHER_MAX], has_null = 0;
	size_t need = sizeof(uint32_t) * (size_t)(HEADER_WORDS + n);
	char *out, *at;

	for (int k = 0; k < n; k++) {
		lengths[k] = length_of(batches[k], i);
		has_null |= lengths[k] < 0;
		need += lengths[k] < 0 ? 0 : (size_t)lengths[k];
	}
	at = out = arena_raw(batches[0]->arena, need);
	at = put_word(at, 1); /* dimension */
	at = put_word(at, has_null);
	at = put_word(at, batches[0]->ask[0].formats[i] == 1 ? BYTEA : TEXT);
	at = put_word(at, n);
	at = put_word(at, 1); /* the first index */
	for (int k = 0; k < n; k++) {
		at = put_word(at, lengths[k]);
		if (lengths[k] > 0) {
			memcpy(at, batches[k]->ask[0].values[i],
			    (size_t)lengths[k]);
			at += lengths[k];
		}
	}
	*size = (int)need;
	return out;
}

bool
together_send(PGconn *pg, struct batch *const *batches, int n)
{
	const struct batch_ask *ask = &batches[0]->ask[0];
	const char *lists[LISTS_MAX];
	int sizes[LISTS_MAX], formats[LISTS_MAX];

	if (ask->value_count > LISTS_MAX || n < 1 || n > TOGETHER_MAX)
		abort();
	for (int i = 0; i < ask->value_count; i++) {
		lists[i] = list_of(&sizes[i], batches, n, i);
		formats[i] = 1;
	}
	return PQsendQueryPrepared(pg,
		   STATEMENTS[STATEMENTS[ask->query].twin - 1].name,
		   ask->value_count, lists, sizes, formats, 0) == 1;
}

/* No rows yet; the columns of another result, the last left out. */
static PGresult *
empty_like(const PGresult *all)
{
	PGresult *r = PQmakeEmptyPGresult(NULL, PGRES_TUPLES_OK);
	PGresAttDesc columns[COLUMNS_MAX];
	int n = PQnfields(all) - 1;

	if (r == NULL || n < 1 || n > COLUMNS_MAX)
		abort();
	for (int i = 0; i < n; i++)
		columns[i] = (PGresAttDesc){ .name = PQfname(all, i),
			.typid = PQftype(all, i),
			.typlen = PQfsize(all, i),
			.atttypmod = PQfmod(all, i) };
	if (PQsetResultAttrs(r, n, columns) != 1)
		abort();
	return r;
}

static void
copy_row(PGresult *to, const PGresult *all, int row)
{
	int n = PQnfields(to), at = PQntuples(to);

	for (int i = 0; i < n; i++) {
		bool is_null = PQgetisnull(all, row, i) == 1;

		if (PQsetvalue(to, at, i,
			is_null ? NULL : PQgetvalue(all, row, i),
			is_null ? -1 : PQgetlength(all, row, i)) != 1)
			abort();
	}
}

void
together_share(const PGresult *all, struct batch *const *batches, int n)
{
	int rows = PQntuples(all), last = PQnfields(all) - 1;

	if (last < 1 || strcmp(PQfname(all, last), "slot") != 0)
		abort();
	for (int row = 0; row < rows; row++) {
		long slot = strtol(PQgetvalue(all, row, last), NULL, 10);
		struct batch *b;

		if (slot < 1 || slot > n)
			abort();
		b = batches[slot - 1];
		if (b == NULL)
			continue;
		if (b->ask[0].reply == NULL)
			batch_set_reply(b, 0, empty_like(all));
		copy_row(b->ask[0].reply, all, row);
	}
}
