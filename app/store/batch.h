/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_STORE_BATCH_H
#define LMS_STORE_BATCH_H
/*
 * The questions of one request to PostgreSQL, and their answers. A batch
 * travels as one pipeline that ends in one sync: one round trip and one
 * transaction. Filled by the store's ask functions, sent by server/ (or by
 * batch_run on a blocking connection, for cli/ and tests), read by the
 * store's read functions.
 */
#include "base/arena.h"
#include "base/status.h"
#include "query.h" /* generated: enum query, QUERY_COUNT */
#include <libpq-fe.h>
#include <stdbool.h>
#include <stdint.h>

enum { BATCH_ASKS_MAX = 20, BATCH_VALUES_MAX = 96 /* of all together */ };

struct batch_ask {
	enum query query;
	int value_count;
	const char **values; /* these three: in the batch */
	int *lengths;
	int *formats;	 /* 0 text, 1 binary */
	PGresult *reply; /* owned by the batch's arena */
};

struct seal_writer;
struct seal_ring;

struct batch {
	struct arena *arena;
	const struct seal_writer *writer; /* of sealed.h; NULL: not known */
	struct seal_ring *ring;		  /* what opens the answer, or NULL */
	int count, value_count;
	bool is_private; /* it holds what may not be stored: sealed.h */
	bool is_dated; /* done in time, or not at all */
	struct batch_ask ask[BATCH_ASKS_MAX];
	enum status status; /* set when the answer is in */
	char sqlstate[6];   /* of the statement that failed, else "" */
	const char *values[BATCH_VALUES_MAX];
	int lengths[BATCH_VALUES_MAX], formats[BATCH_VALUES_MAX];
};

/*
 * The text of a statement, by name; made by app/tools/sql2c.awk. One that
 * has_session begins with require_session($1, $2), so that it raises as
 * session_require does: when it comes first, that one need not be asked. Of
 * one that has a twin several can be asked at once: together.h. One that
 * has_dictionary cuts down words, and the first such statement of a connection
 * takes a third of a second: one connection has done so before (connection.h).
 */
struct statement {
	const char *name, *sql;
	bool has_session;
	int twin; /* enum query + 1; 0: none */
	bool has_dictionary;
};
extern const struct statement STATEMENTS[QUERY_COUNT];

/* An empty batch, owned by the arena. */
struct batch *batch_new(struct arena *);
/*
 * Adds a statement (each at most once per batch); its parameters follow in
 * the order $1, $2, … Values are borrowed: they must live as long as the
 * batch. A NULL text is SQL NULL.
 */
void batch_add(struct batch *, enum query);
/* Puts the statement that was added last before all others. */
void batch_put_first(struct batch *);
/*
 * This act is undone when nobody waits for it any more: a later one of the
 * same person may be there by then. For acts whose key does not say so itself.
 */
void batch_date(struct batch *);
void batch_text(struct batch *, const char *);
void batch_int(struct batch *, int64_t);
void batch_bool(struct batch *, bool);
void batch_bytes(struct batch *, const void *, size_t);
/* A PostgreSQL integer[] literal made of these numbers. */
void batch_ints(struct batch *, const int *, size_t count);
/* A PostgreSQL text[] literal made of these strings; NULL is SQL NULL. */
void batch_texts(struct batch *, const char *const *, size_t count);
/* The i-th ask of the batch got this result; the arena clears it. */
void batch_set_reply(struct batch *, int i, PGresult *);
/* Turns the SQLSTATE of a failed statement into batch->status. */
void batch_fail(struct batch *, const char *sqlstate);

/* Sends everything on a blocking connection and waits: cli/ and tests. */
enum status batch_run(struct batch *, PGconn *) MUST_CHECK;

/* Rows of one statement; 0 when it was not asked or gave none. */
int batch_rows(const struct batch *, enum query);
/*
 * A value by column name, owned by the batch's arena, valid as long as it.
 * A column that is not there aborts: a statement and its reader are one.
 */
bool batch_has_column(const struct batch *, enum query, const char *col);
bool batch_is_null(const struct batch *, enum query, int row, const char *col);
const char *batch_get(const struct batch *, enum query, int row,
    const char *col);
int64_t batch_get_int(const struct batch *, enum query, int row,
    const char *col);
bool batch_get_bool(const struct batch *, enum query, int row,
    const char *col);
/*
 * Writes every value that came back, so that two batches with other answers
 * never give the same bytes; of the first statement without its first
 * `skipped` columns. Returns how many bytes, or -1: there is no room.
 */
long batch_write_rows(const struct batch *, int skipped, char *out,
    size_t room);
#endif
