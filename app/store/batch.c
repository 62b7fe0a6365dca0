/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * batch.c - the questions and answers of one request.
 *
 * The order of use: batch_new; the ask functions of the store (batch_add and
 * its values); the sender sets replies and status; the read functions.
 */
#include "store/batch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* All but the values: of those none is read that was not written. */
struct batch *
batch_new(struct arena *a)
{
	struct batch *b = arena_raw(a, sizeof(*b));

	memset(b, 0, offsetof(struct batch, values));
	b->arena = a;
	return b;
}

void
batch_add(struct batch *b, enum query query)
{
	if (b->count == BATCH_ASKS_MAX)
		abort();
	for (int i = 0; i < b->count; i++)
		if (b->ask[i].query == query)
			abort();
	b->ask[b->count++] = (struct batch_ask){ .query = query,
		.values = b->values + b->value_count,
		.lengths = b->lengths + b->value_count,
		.formats = b->formats + b->value_count };
}

void
batch_put_first(struct batch *b)
{
	struct batch_ask last = b->ask[b->count - 1];

	memmove(b->ask + 1, b->ask, (size_t)(b->count - 1) * sizeof(*b->ask));
	b->ask[0] = last;
}

static void
add_value(struct batch *b, const char *value, int length, int format)
{
	struct batch_ask *ask;

	if (b->count == 0)
		abort();
	ask = &b->ask[b->count - 1];
	if (b->value_count == BATCH_VALUES_MAX)
		abort();
	ask->values[ask->value_count] = value;
	ask->lengths[ask->value_count] = length;
	ask->formats[ask->value_count] = format;
	ask->value_count++;
	b->value_count++;
}

void
batch_date(struct batch *b)
{
	b->is_dated = true;
}

void
batch_text(struct batch *b, const char *text)
{
	add_value(b, text, 0, 0);
}

void
batch_int(struct batch *b, int64_t number)
{
	add_value(b, arena_printf(b->arena, "%lld", (long long)number), 0, 0);
}

void
batch_bool(struct batch *b, bool value)
{
	add_value(b, value ? "t" : "f", 0, 0);
}

void
batch_bytes(struct batch *b, const void *bytes, size_t n)
{
	add_value(b, bytes, (int)n, 1);
}

void
batch_ints(struct batch *b, const int *numbers, size_t count)
{
	const char *out = "";

	for (size_t i = 0; i < count; i++)
		out = arena_printf(b->arena, "%s%s%d", out, i > 0 ? "," : "",
		    numbers[i]);
	add_value(b, arena_printf(b->arena, "{%s}", out), 0, 0);
}

void
batch_texts(struct batch *b, const char *const *texts, size_t count)
{
	size_t size = 3;
	char *out, *at;

	for (size_t i = 0; i < count; i++)
		size += texts[i] == NULL ? 5 : 2 * strlen(texts[i]) + 3;
	at = out = arena_alloc(b->arena, size);
	*at++ = '{';
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			*at++ = ',';
		if (texts[i] == NULL) {
			memcpy(at, "NULL", 4);
			at += 4;
			continue;
		}
		*at++ = '"';
		for (const char *p = texts[i]; *p != '\0'; p++) {
			if (*p == '"' || *p == '\\')
				*at++ = '\\';
			*at++ = *p;
		}
		*at++ = '"';
	}
	*at++ = '}';
	*at = '\0';
	add_value(b, out, 0, 0);
}

static void
clear_result(void *result)
{
	PQclear(result);
}

void
batch_set_reply(struct batch *b, int i, PGresult *result)
{
	b->ask[i].reply = result;
	arena_defer(b->arena, clear_result, result);
}

/*
 * Our own codes are raised in migrations/. Class 23 is a broken constraint:
 * an organisation or person that vanished meanwhile, or a value that should
 * have been refused before it came here. Classes 08, 53, 57, 58 mean that the
 * server cannot answer now; 25006 that it only reads, as while another server
 * takes over.
 */
void
batch_fail(struct batch *b, const char *sqlstate)
{
	static const struct {
		const char *prefix;
		enum status status;
	} MEANING[] = {
		{ "LM401", ST_NO_SESSION },
		{ "LM403", ST_DENIED },
		{ "LM404", ST_NOT_FOUND },
		{ "LM409", ST_CONFLICT },
		{ "LM410", ST_HANDED_IN },
		{ "LM413", ST_TOO_LARGE },
		{ "LM421", ST_OTHER_KEY },
		{ "LM503", ST_UNAVAILABLE }, /* too late: see clock.sql */
		{ "08", ST_UNAVAILABLE },
		{ "25006", ST_UNAVAILABLE },
		{ "53", ST_UNAVAILABLE },
		{ "57", ST_UNAVAILABLE },
		{ "58", ST_UNAVAILABLE },
		{ "40", ST_CONFLICT },
	};

	snprintf(b->sqlstate, sizeof(b->sqlstate), "%s", sqlstate);
	b->status = ST_BUG;
	for (size_t i = 0; i < sizeof(MEANING) / sizeof(MEANING[0]); i++)
		if (strncmp(sqlstate, MEANING[i].prefix,
			strlen(MEANING[i].prefix)) == 0)
			b->status = MEANING[i].status;
}

static enum status
simple(PGconn *conn, const char *sql)
{
	PGresult *r = PQexec(conn, sql);
	bool is_done = PQresultStatus(r) == PGRES_COMMAND_OK;

	PQclear(r);
	return is_done ? ST_OK : ST_UNAVAILABLE;
}

enum status
batch_run(struct batch *b, PGconn *conn)
{
	enum status status = simple(conn, "BEGIN");

	for (int i = 0; i < b->count && status == ST_OK; i++) {
		struct batch_ask *ask = &b->ask[i];
		PGresult *r = PQexecParams(conn, STATEMENTS[ask->query].sql,
		    ask->value_count, NULL, ask->values, ask->lengths,
		    ask->formats, 0);

		batch_set_reply(b, i, r);
		if (PQresultStatus(r) != PGRES_TUPLES_OK &&
		    PQresultStatus(r) != PGRES_COMMAND_OK) {
			const char *code =
			    PQresultErrorField(r, PG_DIAG_SQLSTATE);

			fprintf(stderr, "%s: %s",
			    STATEMENTS[ask->query].name,
			    PQresultErrorMessage(r));
			batch_fail(b, code != NULL ? code : "08000");
			status = b->status;
		}
	}
	if (simple(conn, status == ST_OK ? "COMMIT" : "ROLLBACK") != ST_OK)
		status = ST_UNAVAILABLE;
	b->status = status;
	return status;
}

static const PGresult *
reply_of(const struct batch *b, enum query query)
{
	for (int i = 0; i < b->count; i++)
		if (b->ask[i].query == query)
			return b->ask[i].reply;
	return NULL;
}

int
batch_rows(const struct batch *b, enum query query)
{
	const PGresult *r = reply_of(b, query);

	return r == NULL ? 0 : PQntuples(r);
}

/* As PQfnumber, which copies the name each time to fold its case; or -1. */
static int
find_column(const PGresult *r, const char *name)
{
	int n = r == NULL ? 0 : PQnfields(r);

	for (int i = 0; i < n; i++)
		if (strcmp(PQfname(r, i), name) == 0)
			return i;
	return -1;
}

/* A statement and its reader are one: a column that is not there is a bug. */
static int
column(const PGresult *r, const char *name)
{
	int i = find_column(r, name);

	if (i < 0)
		abort();
	return i;
}

bool
batch_has_column(const struct batch *b, enum query query, const char *col)
{
	return find_column(reply_of(b, query), col) >= 0;
}

bool
batch_is_null(const struct batch *b, enum query query, int row, const char *col)
{
	const PGresult *r = reply_of(b, query);

	return PQgetisnull(r, row, column(r, col)) == 1;
}

const char *
batch_get(const struct batch *b, enum query query, int row, const char *col)
{
	const PGresult *r = reply_of(b, query);

	return PQgetvalue(r, row, column(r, col));
}

int64_t
batch_get_int(const struct batch *b, enum query query, int row, const char *col)
{
	return strtoll(batch_get(b, query, row, col), NULL, 10);
}

bool
batch_get_bool(const struct batch *b, enum query query, int row,
    const char *col)
{
	return batch_get(b, query, row, col)[0] == 't';
}

struct writer {
	char *out;
	size_t len, room;
	bool is_full;
};

static void
write_bytes(struct writer *w, const void *bytes, size_t n)
{
	w->is_full |= w->room - w->len < n;
	if (w->is_full)
		return;
	memcpy(w->out + w->len, bytes, n);
	w->len += n;
}

/* A NULL has a length that no value has. */
static void
write_value(struct writer *w, const PGresult *r, int row, int col)
{
	int n = PQgetisnull(r, row, col) == 1 ? -1 : PQgetlength(r, row, col);

	write_bytes(w, &n, sizeof(n));
	if (n > 0)
		write_bytes(w, PQgetvalue(r, row, col), (size_t)n);
}

long
batch_write_rows(const struct batch *b, int skipped, char *out, size_t room)
{
	struct writer w = { .out = out, .room = room };

	for (int i = 0; i < b->count; i++) {
		const PGresult *r = b->ask[i].reply;
		int rows = r == NULL ? 0 : PQntuples(r);
		int columns = r == NULL ? 0 : PQnfields(r);

		if (columns == 0) /* it only writes */
			continue;
		write_bytes(&w, &rows, sizeof(rows));
		for (int row = 0; row < rows && !w.is_full; row++)
			for (int c = i == 0 ? skipped : 0; c < columns; c++)
				write_value(&w, r, row, c);
	}
	return w.is_full ? -1 : (long)w.len;
}
