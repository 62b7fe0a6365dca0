/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * key_row.c - the data keys of organisations, as rows of the database.
 */
#include "cli/cli.h"
#include "cli/key.h"
#include "store/sealed.h"

#include <sodium.h>
#include <stdlib.h>

static const char LIST[] =
    "SELECT number, master, encode(wrapped, 'hex') FROM seal_key"
    " WHERE organisation_id = $1::bigint ORDER BY number DESC";
static const char ADD[] =
    "INSERT INTO seal_key (organisation_id, number, master, wrapped)"
    " VALUES ($1::bigint, $2::integer, $3::text, decode($4, 'hex'))";

int
key_use(struct arena *a, struct seal_masters *masters)
{
	const char *path = getenv("LEER_SLEUTEL"), *fault;

	masters->count = 0;
	if (path == NULL || *path == '\0')
		return EXIT_OK;
	fault = seal_masters_read(masters, a, path);
	if (fault != NULL)
		return cli_fail("%s", fault);
	sealed_use(masters, path);
	return EXIT_OK;
}

bool
key_list(
    struct key_list *out, PGconn *db, struct arena *a, const char *organisation)
{
	const PGresult *r = database_ask(db, a, LIST, 1, &organisation);

	if (r == NULL)
		return false;
	out->count = (size_t)PQntuples(r);
	out->key = arena_array(a, out->count, sizeof(*out->key));
	for (int i = 0; i < PQntuples(r); i++) {
		struct seal_key *key = &out->key[i];
		const char *master = PQgetvalue(r, i, 1);

		key->organisation = strtoll(organisation, NULL, 10);
		key->number = (int)strtol(PQgetvalue(r, i, 0), NULL, 10);
		if (sealed_unwrap(key, master, PQgetvalue(r, i, 2)))
			continue;
		cli_fail("%s",
		    sealed_is_on() && sealed_lacks(a, master) != NULL
			? sealed_lacks(a, master)
			: "een sleutel in de database gaat niet open: zet "
			  "LEER_SLEUTEL, of zet de database terug");
		return false;
	}
	return true;
}

bool
key_add(PGconn *db, struct arena *a, const struct seal_masters *masters,
    const char *organisation)
{
	unsigned char wrapped[SEAL_WRAPPED_BYTES];
	char hex[2 * SEAL_WRAPPED_BYTES + 1];
	struct key_list old;
	struct seal_key key;
	const char *values[] = {organisation, NULL, masters->master[0].id, hex};

	if (!key_list(&old, db, a, organisation))
		return false;
	seal_key_new(&key, strtoll(organisation, NULL, 10),
	    old.count > 0 ? old.key[0].number + 1 : 1,
	    old.count > 0 ? &old.key[0] : NULL);
	seal_wrap(wrapped, &key, &masters->master[0]);
	sodium_bin2hex(hex, sizeof(hex), wrapped, sizeof(wrapped));
	values[1] = arena_printf(a, "%d", key.number);
	sodium_memzero(&key, sizeof(key));
	return database_ask(db, a, ADD, 4, values) != NULL;
}

bool
key_for_new(PGconn *db, struct arena *a, const char *organisation)
{
	struct seal_masters masters;
	const PGresult *r;

	if (key_use(a, &masters) != EXIT_OK)
		return false;
	if (masters.count > 0)
		return key_add(db, a, &masters, organisation);
	r = database_ask(db, a, "SELECT FROM seal_key LIMIT 1", 0, NULL);
	if (r == NULL)
		return false;
	if (PQntuples(r) == 0)
		return true;
	cli_fail("teksten worden hier verzegeld: zet LEER_SLEUTEL op het "
		 "bestand met de hoofdsleutel");
	return false;
}
