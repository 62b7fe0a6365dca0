/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * account.c - the statements behind account.h. They run as the owner of the
 * tables; the caller decides where the transaction begins and ends.
 */
#include "cli/account.h"

#include "base/password.h"
#include "cli/cli.h"
#include "cli/key.h"

/* Asked for first: a refused INSERT would use up a number every time. */
static const char ORGANISATION[] =
    "WITH made AS (INSERT INTO organisation (name) SELECT $1::text"
    " WHERE NOT EXISTS (SELECT FROM organisation WHERE name = $1::text)"
    " RETURNING id)"
    " SELECT id, true FROM made UNION ALL"
    " SELECT id, false FROM organisation WHERE name = $1::text";
static const char TEAM[] =
    "WITH made AS (INSERT INTO team (organisation_id, name)"
    " SELECT $1::bigint, $2::text WHERE NOT EXISTS (SELECT FROM team"
    " WHERE organisation_id = $1::bigint AND name = $2::text) RETURNING id)"
    " SELECT id FROM made UNION ALL SELECT id FROM team"
    " WHERE organisation_id = $1::bigint AND name = $2::text";
static const char FIND[] =
    "SELECT id FROM person WHERE lower(email) = lower($1::text)";
static const char PERSON[] =
    "INSERT INTO person (email, name, password_hash)"
    " VALUES ($1::text, $2::text, $3::text) ON CONFLICT (lower(email))"
    " DO UPDATE SET password_hash = excluded.password_hash RETURNING id";
static const char RESET[] = "SELECT reset_password($1::text, $2::text)";
static const char JOIN[] =
    "INSERT INTO membership AS m (organisation_id, person_id, roles)"
    " VALUES ($1::bigint, $2::bigint, $3::integer)"
    " ON CONFLICT (organisation_id, person_id)"
    " DO UPDATE SET roles = m.roles | excluded.roles";
static const char JOIN_TEAM[] =
    "INSERT INTO team_person (organisation_id, team_id, person_id, is_coach)"
    " VALUES ($1::bigint, $2::bigint, $3::bigint, $4::boolean)"
    " ON CONFLICT (organisation_id, team_id, person_id)"
    " DO UPDATE SET is_coach = excluded.is_coach";

static const char *
first_value(const PGresult *r)
{
	if (r == NULL)
		return NULL;
	return PQntuples(r) == 0 ? "" : PQgetvalue(r, 0, 0);
}

const char *
account_organisation(PGconn *db, struct arena *a, const char *name)
{
	const PGresult *r = database_ask(db, a, ORGANISATION, 1, &name);

	if (r != NULL && PQgetvalue(r, 0, 1)[0] == 't' &&
	    !key_for_new(db, a, PQgetvalue(r, 0, 0)))
		return NULL;
	return first_value(r);
}

const char *
account_team(PGconn *db, struct arena *a, const char *organisation,
    const char *name)
{
	const char *values[] = { organisation, name };

	return first_value(database_ask(db, a, TEAM, 2, values));
}

const char *
account_find(PGconn *db, struct arena *a, const char *email)
{
	return first_value(database_ask(db, a, FIND, 1, &email));
}

const char *
account_person(PGconn *db, struct arena *a, const char *email,
    const char *name, const char *password)
{
	char hash[PASSWORD_HASH_BYTES];
	const char *values[] = { email, name, hash };

	if (!password_hash(hash, password)) {
		cli_fail("er is te weinig geheugen voor een wachtwoord");
		return NULL;
	}
	return first_value(database_ask(db, a, PERSON, 3, values));
}

int
account_reset(PGconn *db, struct arena *a, const char *email,
    const char *password)
{
	char hash[PASSWORD_HASH_BYTES];
	const char *values[] = { email, hash };
	const PGresult *r;

	if (!password_hash(hash, password))
		return cli_fail("er is te weinig geheugen voor een wachtwoord");
	r = database_ask(db, a, RESET, 2, values);
	if (r == NULL)
		return EXIT_FAILED;
	if (PQgetisnull(r, 0, 0) == 1)
		return cli_fail("niemand heeft het adres %s", email);
	return EXIT_OK;
}

bool
account_join(PGconn *db, struct arena *a, const char *organisation,
    const char *person, unsigned roles)
{
	const char *values[] = { organisation, person,
		arena_printf(a, "%u", roles) };

	return database_ask(db, a, JOIN, 3, values) != NULL;
}

bool
account_join_team(PGconn *db, struct arena *a, const char *organisation,
    const char *team, const char *person, bool is_coach)
{
	const char *values[] = { organisation, team, person,
		is_coach ? "true" : "false" };

	return database_ask(db, a, JOIN_TEAM, 4, values) != NULL;
}
