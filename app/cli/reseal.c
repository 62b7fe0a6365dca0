/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * reseal.c - seals what stands in the database, under the newest key of its
 * organisation: plain text of before there were keys, or text under an older
 * key.
 *
 * A hundred plans at a time, in a transaction of their own. Each text is
 * changed only where it still is what was read: what somebody saves at the
 * same moment stays. Nobody sees a difference: no stamp, no revision and no
 * time of saving changes, but for the stamp of what was plain.
 */
#include "cli/cli.h"
#include "cli/key.h"
#include "store/sealed.h"

#include <stdlib.h>
#include <string.h>

/* Every sealed column: its place, the column that names its row, and the one
 * that tells who wrote it, when that is not always the plan's maker. */
static const struct column {
	const char *table, *name, *place, *row, *writer;
} SEALED_COLUMNS[] = {
    {"plan_text", "value", "plan_text", "field", NULL},
    {"plan_text_past", "value", "plan_text", "field", NULL},
    {"plan_article", "argument", "plan_article.argument", "code", NULL},
    {"plan_action", "wat", "plan_action.wat", "id", NULL},
    {"plan_action", "wie", "plan_action.wie", "id", NULL},
    {"plan_action", "wanneer", "plan_action.wanneer", "id", NULL},
    {"plan_feedback", "answer", "plan_feedback.answer", "rule", NULL},
    {"plan_line", "stopreden", "plan_line.stopreden", "id", NULL},
    {"peer_word", "value", "peer_word", "field", "writer_id"},
    {"peer_reply", "answer", "peer_reply.answer", "reader_number", NULL},
    {"plan_review_note", "text", "plan_review_note.text", "passage", NULL},
    {"plan_review_note", "answer", "plan_review_note.answer", "passage", NULL},
};

enum { COLUMNS = sizeof(SEALED_COLUMNS) / sizeof(SEALED_COLUMNS[0]) };

/* The work on one organisation. */
struct reseal {
	PGconn *db;
	const char *organisation;
	struct key_list keys; /* the newest first */
	long count;
};

/* What the newest key's texts begin with. */
static const char *
beginning(struct arena *a, const struct seal_key *key)
{
	return arena_printf(a,
	    "\x01"
	    "1.%lld.%d.",
	    (long long)key->organisation, key->number);
}

static const char *
open_old(struct arena *a, const struct reseal *work, const char *place,
    const char *value)
{
	int64_t organisation;
	int number;

	if (!seal_is_sealed(value))
		return value;
	if (!seal_key_of(value, &organisation, &number))
		return NULL;
	for (size_t i = 0; i < work->keys.count; i++)
		if (work->keys.key[i].number == number)
			return seal_open(a, &work->keys.key[i], place, value);
	return NULL;
}

/* Columns of a row that FIND gives. */
enum { PERSON, COURSE, CASUS, PLAN, NUMBER, ROW, VALUE };

static bool
reseal_row(struct reseal *work, struct arena *a, const struct column *c,
    const PGresult *r, int i)
{
	const struct seal_key *key = &work->keys.key[0];
	const char *place = sealed_place(a, key->organisation,
	    strtoll(PQgetvalue(r, i, PERSON), NULL, 10),
	    PQgetvalue(r, i, COURSE), PQgetvalue(r, i, CASUS), c->place,
	    PQgetvalue(r, i, ROW));
	const char *text = open_old(a, work, place, PQgetvalue(r, i, VALUE));
	const char *values[] = {work->organisation, PQgetvalue(r, i, PLAN),
	    PQgetvalue(r, i, NUMBER), PQgetvalue(r, i, ROW),
	    PQgetvalue(r, i, VALUE), NULL, PQgetvalue(r, i, PERSON)};
	bool is_done;

	if (text == NULL) { /* it stays, with the key that it names */
		cli_fail("een tekst in %s (organisatie %s, plan %s) gaat met "
			 "geen sleutel open: die laat ik staan",
		    c->table, work->organisation, PQgetvalue(r, i, PLAN));
		return true;
	}
	values[5] = seal_text(a, key, place, text);
	is_done =
	    database_ask(work->db, a,
		arena_printf(a,
		    "UPDATE %s SET %s = $6 WHERE organisation_id = $1::bigint"
		    " AND plan_id = $2::bigint AND number = $3::integer"
		    " AND %s = $4 AND %s = $5 AND %s = $7::bigint",
		    c->table, c->name, c->row, c->name,
		    c->writer != NULL ? c->writer : "$7::bigint"),
		7, values) != NULL;
	work->count += is_done;
	return is_done;
}

/* The texts of one column in the plans after `from`, up to `to`. */
static bool
reseal_column(struct reseal *work, const struct column *c, const char *from,
    const char *to)
{
	struct arena *a = arena_new();
	const char *values[] = {
	    work->organisation, from, to, beginning(a, &work->keys.key[0])};
	const PGresult *r = database_ask(work->db, a,
	    arena_printf(a,
		"SELECT %s, p.course, p.casus, t.plan_id, t.number,"
		" t.%s, t.%s FROM plan p JOIN %s t"
		" ON t.organisation_id = p.organisation_id AND t.plan_id = p.id"
		" WHERE p.organisation_id = $1::bigint AND p.id > $2::bigint"
		" AND p.id <= $3::bigint AND t.%s <> ''"
		" AND NOT starts_with(t.%s, $4)",
		c->writer != NULL ? c->writer : "p.person_id", c->row, c->name,
		c->table, c->name, c->name),
	    4, values);
	bool ok = r != NULL;

	for (int i = 0; ok && i < PQntuples(r); i++)
		ok = reseal_row(work, a, c, r, i);
	arena_free(a);
	return ok;
}

/* A hundred plans; *from becomes the last of them, "" at the end. */
static bool
reseal_some(struct reseal *work, struct arena *a, const char **from)
{
	const char *values[] = {work->organisation, *from};
	const PGresult *r = database_ask(work->db, a,
	    "SELECT max(id) FROM (SELECT id FROM plan"
	    " WHERE organisation_id = $1::bigint AND id > $2::bigint"
	    " ORDER BY id LIMIT 100) AS chunk",
	    2, values);
	bool ok = r != NULL && database_run(work->db, "BEGIN");

	if (!ok)
		return false;
	for (int i = 0; ok && i < COLUMNS && PQgetisnull(r, 0, 0) == 0; i++)
		ok = reseal_column(
		    work, &SEALED_COLUMNS[i], *from, PQgetvalue(r, 0, 0));
	*from = PQgetvalue(r, 0, 0);
	return database_run(work->db, ok ? "COMMIT" : "ROLLBACK") && ok;
}

bool
reseal_organisation(
    PGconn *db, struct arena *a, const char *organisation, long *count)
{
	struct reseal work = {.db = db, .organisation = organisation};
	const char *from = "0", *values[] = {organisation};

	if (!key_list(&work.keys, db, a, organisation))
		return false;
	while (*from != '\0')
		if (!reseal_some(&work, a, &from))
			return false;
	*count += work.count;
	/* What stood in a draft before a file was read is kept as it was. */
	return database_ask(db, a,
		   "DELETE FROM plan_import WHERE organisation_id = $1::bigint",
		   1, values) != NULL;
}

bool
reseal_left(PGconn *db, struct arena *a, const char *organisation,
    const struct seal_key *newest, long *plain, long *older)
{
	const char *values[] = {organisation, beginning(a, newest)};

	*plain = *older = 0;
	for (int i = 0; i < COLUMNS; i++) {
		const struct column *c = &SEALED_COLUMNS[i];
		const PGresult *r = database_ask(db, a,
		    arena_printf(a,
			"SELECT count(*) FILTER (WHERE left(%s, 1) <> "
			"E'\\x01'),"
			" count(*) FILTER (WHERE left(%s, 1) = E'\\x01'"
			" AND NOT starts_with(%s, $2)) FROM %s"
			" WHERE organisation_id = $1::bigint AND %s <> ''",
			c->name, c->name, c->name, c->table, c->name),
		    2, values);

		if (r == NULL)
			return false;
		*plain += strtol(PQgetvalue(r, 0, 0), NULL, 10);
		*older += strtol(PQgetvalue(r, 0, 1), NULL, 10);
	}
	return true;
}
