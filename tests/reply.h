/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_TESTS_REPLY_H
#define LMS_TESTS_REPLY_H
/*
 * Answers of PostgreSQL without PostgreSQL: rows for the statements of a
 * batch, made with libpq itself. Include after check.h.
 */
#include "store/batch.h"

/*
 * The statement `query` of the batch gets these rows. `columns` ends with
 * NULL; `values` holds the rows one after the other, a NULL value is SQL NULL.
 */
static inline void
reply(struct batch *b, enum query query, int rows, const char *const *columns,
    const char *const *values)
{
	PGresult *r = PQmakeEmptyPGresult(NULL, PGRES_TUPLES_OK);
	PGresAttDesc column[BATCH_VALUES_MAX];
	int n = 0;

	memset(column, 0, sizeof(column));
	for (; columns[n] != NULL; n++)
		column[n].name = arena_strdup(b->arena, columns[n]);
	assert_true(PQsetResultAttrs(r, n, column) == 1);
	for (int i = 0; i < rows * n; i++) {
		const char *v = values[i];
		char *copy = v == NULL ? NULL : arena_strdup(b->arena, v);

		assert_true(PQsetvalue(r, i / n, i % n, copy,
				v == NULL ? -1 : (int)strlen(v)) == 1);
	}
	for (int i = 0; i < b->count; i++)
		if (b->ask[i].query == query) {
			batch_set_reply(b, i, r);
			return;
		}
	fail_msg("%s was not asked", STATEMENTS[query].name);
}

/* The session's statement says: this person, with these roles. */
static inline void
reply_session(struct batch *b, const char *roles)
{
	static const char *const COLUMNS[] = {"person_id", "organisation_id",
	    "name", "organisation", "roles", "organisation_count", NULL};
	const char *const row[] = {
	    "7", "3", "Noor de Wit", "Gemeente Voorbeeld", roles, "1"};

	reply(b, QUERY_SESSION_REQUIRE, 1, COLUMNS, row);
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
