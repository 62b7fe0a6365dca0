/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_TESTS_REPLY_H
#define LMS_TESTS_REPLY_H
/*
 * Answers of PostgreSQL without PostgreSQL: rows for the statements of a
 * batch, made with libpq itself. Include after check.h.
 */
#include "store/batch.h"

enum { SESSION_COLUMNS = 7 };
static const char *const SESSION_COLUMN[] = {"person_id", "organisation_id",
    "name", "organisation", "roles", "organisation_count", "refused"};

/* Somebody with these roles. */
#define SESSION_ROW(roles) \
	{"7", "3", "Noor de Wit", "Gemeente Voorbeeld", (roles), "1", NULL}

static inline PGresult *
result_new(struct arena *a, const char *const *columns, int count)
{
	PGresult *r = PQmakeEmptyPGresult(NULL, PGRES_TUPLES_OK);
	PGresAttDesc column[BATCH_VALUES_MAX];

	memset(column, 0, sizeof(column));
	for (int i = 0; i < count; i++)
		column[i].name = arena_strdup(a, columns[i]);
	assert_true(PQsetResultAttrs(r, count, column) == 1);
	return r;
}

static inline void
result_row(struct arena *a, PGresult *r, int row, int first, int count,
    const char *const *values)
{
	for (int i = 0; i < count; i++) {
		const char *v = values[i];
		char *copy = v == NULL ? NULL : arena_strdup(a, v);

		assert_true(PQsetvalue(r, row, first + i, copy,
				v == NULL ? -1 : (int)strlen(v)) == 1);
	}
}

/*
 * The statement `query` of the batch gets these rows. `columns` ends with
 * NULL; `values` holds the rows one after the other, a NULL value is SQL NULL.
 * One that asks for the session itself, before all others, gives a learner's;
 * one that stores gives only its own columns.
 */
static inline void
reply(struct batch *b, enum query query, int rows, const char *const *columns,
    const char *const *values)
{
	const char *const who[] = SESSION_ROW("1");
	const char *all[BATCH_VALUES_MAX];
	bool has_session = b->count > 0 && b->ask[0].query == query &&
			   STATEMENTS[query].has_session &&
			   strncmp(STATEMENTS[query].sql, "SELECT", 6) == 0;
	int n = 0, own = has_session ? SESSION_COLUMNS : 0;
	PGresult *r;

	for (int i = 0; i < own; i++)
		all[i] = SESSION_COLUMN[i];
	for (; columns[n] != NULL; n++)
		all[own + n] = columns[n];
	r = result_new(b->arena, all, own + n);
	for (int i = 0; i < rows; i++) {
		result_row(b->arena, r, i, 0, own, who);
		result_row(b->arena, r, i, own, n, values + i * n);
	}
	for (int i = 0; i < b->count; i++)
		if (b->ask[i].query == query) {
			batch_set_reply(b, i, r);
			return;
		}
	fail_msg("%s was not asked", STATEMENTS[query].name);
}

/* The session's own statement, where there is one, says: these roles. */
static inline void
reply_session(struct batch *b, const char *roles)
{
	const char *const who[] = SESSION_ROW(roles);
	PGresult *r;

	if (STATEMENTS[b->ask[0].query].has_session)
		return;
	assert_int_equal(b->ask[0].query, QUERY_SESSION_REQUIRE);
	r = result_new(b->arena, SESSION_COLUMN, SESSION_COLUMNS);
	result_row(b->arena, r, 0, 0, SESSION_COLUMNS, who);
	batch_set_reply(b, 0, r);
}

static inline bool
is_asked(const struct batch *b, enum query query)
{
	for (int i = 0; b != NULL && i < b->count; i++)
		if (b->ask[i].query == query)
			return true;
	return false;
}
#endif
