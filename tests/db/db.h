/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_TESTS_DB_DB_H
#define LMS_TESTS_DB_DB_H
/*
 * A small world in the throw-away database: organisations, teams, people who
 * are logged in. Every test makes one of its own (db_setup), so that no test
 * depends on another. Include after check.h.
 *
 * What the web application does goes over `app`, with the rights of its role;
 * what a test arranges or looks up behind its back goes over `owner`.
 */
#include "base/password.h"
#include "store/batch.h"
#include "store/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

struct person {
	int64_t id;
	unsigned char token_hash[32]; /* of a session that lasts a day */
	char token[TOKEN_TEXT_BYTES];
};

/* Two organisations. In the first: a team with two learners and a coach, and
 * a team with a learner and a coach. In the second: a learner and a coach. */
struct world {
	struct arena *arena;
	PGconn *owner, *app;
	int64_t town, school;
	int64_t north, south, class;
	struct person ali, bea, coach;	/* town, north */
	struct person cor, other_coach; /* town, south */
	struct person yara, teacher;	/* school, class */
	struct person admin;		/* town, in no team */
};

static inline PGconn *
db_connect(const char *variable)
{
	const char *conninfo = getenv(variable);
	PGconn *conn;

	if (conninfo == NULL)
		fail_msg("%s is not set: run make test-db", variable);
	conn = PQconnectdb(conninfo);
	if (PQstatus(conn) != CONNECTION_OK)
		fail_msg("%s", PQerrorMessage(conn));
	return conn;
}

static inline void
db_clear_result(void *result)
{
	PQclear(result);
}

/* Runs as the owner; up to six values; fails the test when SQL does. */
static inline PGresult *
db_sql(struct world *w, const char *sql, int n, const char *const *values)
{
	PGresult *r =
	    PQexecParams(w->owner, sql, n, NULL, values, NULL, NULL, 0);

	arena_defer(w->arena, db_clear_result, r);
	if (PQresultStatus(r) != PGRES_TUPLES_OK &&
	    PQresultStatus(r) != PGRES_COMMAND_OK)
		fail_msg("%s%s", PQresultErrorMessage(r), sql);
	return r;
}

/* Until the application's connection waits for a lock: at most 10 s. */
static inline void
db_wait_for_lock(struct world *w)
{
	const char *const v[] = {arena_printf(w->arena, "%d",
	    PQbackendPID(w->app))};
	const struct timespec pause = {.tv_nsec = 5000000};

	for (int i = 0; i < 2000; i++) {
		const PGresult *r = db_sql(w,
		    "SELECT FROM pg_locks WHERE pid = $1 AND NOT granted", 1,
		    v);

		if (PQntuples(r) > 0)
			return;
		nanosleep(&pause, NULL);
	}
	fail_msg("nothing waits for a lock");
}

static inline const char *
db_text(struct world *w, int64_t number)
{
	return arena_printf(w->arena, "%lld", (long long)number);
}

/* The one number that a query without parameters gives. */
static inline int64_t
db_number(struct world *w, const char *sql)
{
	const PGresult *r = db_sql(w, sql, 0, NULL);

	assert_int_equal(PQntuples(r), 1);
	return strtoll(PQgetvalue(r, 0, 0), NULL, 10);
}

static inline int64_t
db_id(const PGresult *r)
{
	assert_int_equal(PQntuples(r), 1);
	return strtoll(PQgetvalue(r, 0, 0), NULL, 10);
}

/* A name that no other test of this run has. */
static inline const char *
db_name(struct world *w, const char *what)
{
	static int count;

	return arena_printf(w->arena, "%s %d-%d", what, (int)getpid(), count++);
}

static inline int64_t
db_organisation(struct world *w, const char *what)
{
	const char *const v[] = {db_name(w, what)};

	return db_id(db_sql(w,
	    "INSERT INTO organisation (name) VALUES ($1) RETURNING id", 1, v));
}

static inline int64_t
db_team(struct world *w, int64_t organisation, const char *what)
{
	const char *const v[] = {db_text(w, organisation), db_name(w, what)};

	return db_id(db_sql(w,
	    "INSERT INTO team (organisation_id, name) VALUES ($1, $2)"
	    " RETURNING id",
	    2, v));
}

static inline void
db_join(struct world *w, int64_t organisation, const struct person *p,
    unsigned roles)
{
	const char *const v[] = {
	    db_text(w, organisation), db_text(w, p->id), db_text(w, roles)};

	db_sql(w,
	    "INSERT INTO membership (organisation_id, person_id, roles)"
	    " VALUES ($1, $2, $3)",
	    3, v);
}

static inline void
db_join_team(struct world *w, int64_t organisation, int64_t team,
    const struct person *p, bool is_coach)
{
	const char *const v[] = {db_text(w, organisation), db_text(w, team),
	    db_text(w, p->id), is_coach ? "t" : "f"};

	db_sql(w, "INSERT INTO team_person VALUES ($1, $2, $3, $4)", 4, v);
}

/* Another session for this person in this organisation. */
static inline void
db_log_in(struct world *w, struct person *p, int64_t organisation)
{
	char hex[2 * sizeof(p->token_hash) + 1];
	const char *v[] = {hex, db_text(w, organisation), db_text(w, p->id)};

	token_new(p->token);
	token_hash(p->token_hash, p->token);
	for (size_t i = 0; i < sizeof(p->token_hash); i++)
		snprintf(hex + 2 * i, 3, "%02x", p->token_hash[i]);
	db_sql(w,
	    "INSERT INTO session (token_hash, organisation_id, person_id,"
	    " expires_at) VALUES (decode($1, 'hex'), $2, $3,"
	    " now() + interval '1 day')",
	    3, v);
}

/* A new person with these roles in this organisation, logged in. */
static inline void
db_person(struct world *w, struct person *p, const char *name,
    int64_t organisation, unsigned roles)
{
	const char *unique = db_name(w, name);
	const char *const v[] = {
	    arena_printf(w->arena, "%s@test.example", unique), unique};

	p->id = db_id(db_sql(w,
	    "INSERT INTO person (email, name, password_hash)"
	    " VALUES ($1, $2, 'none') RETURNING id",
	    2, v));
	db_join(w, organisation, p, roles);
	db_log_in(w, p, organisation);
}

static inline void
db_people(struct world *w)
{
	const unsigned learner = ROLE_LEARNER, coach = ROLE_COACH;

	db_person(w, &w->ali, "ali", w->town, learner);
	db_person(w, &w->bea, "bea", w->town, learner);
	db_person(w, &w->coach, "coach", w->town, learner | coach);
	db_person(w, &w->cor, "cor", w->town, learner);
	db_person(w, &w->other_coach, "other", w->town, coach);
	db_person(w, &w->yara, "yara", w->school, learner);
	db_person(w, &w->teacher, "teacher", w->school, coach);
	db_person(w, &w->admin, "admin", w->town, ROLE_ADMIN);
	db_join_team(w, w->town, w->north, &w->ali, false);
	db_join_team(w, w->town, w->north, &w->bea, false);
	db_join_team(w, w->town, w->north, &w->coach, true);
	db_join_team(w, w->town, w->south, &w->cor, false);
	db_join_team(w, w->town, w->south, &w->other_coach, true);
	db_join_team(w, w->school, w->class, &w->yara, false);
	db_join_team(w, w->school, w->class, &w->teacher, true);
}

static inline int
db_setup(void **state)
{
	struct arena *a = arena_new();
	struct world *w = arena_alloc(a, sizeof(*w));

	w->arena = a;
	w->owner = db_connect("LEER_DATABASE");
	w->app = db_connect("LEER_DATABASE_APP");
	w->town = db_organisation(w, "Gemeente");
	w->school = db_organisation(w, "Hogeschool");
	w->north = db_team(w, w->town, "Noord");
	w->south = db_team(w, w->town, "Zuid");
	w->class = db_team(w, w->school, "Klas");
	db_people(w);
	*state = w;
	return 0;
}

static inline int
db_teardown(void **state)
{
	struct world *w = *state;

	PQfinish(w->owner);
	PQfinish(w->app);
	arena_free(w->arena);
	return 0;
}

#define DB_TEST(f) cmocka_unit_test_setup_teardown(f, db_setup, db_teardown)

/* A batch as this person, who needs one of these roles. Fill it, then run. */
static inline struct batch *
db_batch(struct world *w, const struct person *who, unsigned roles)
{
	struct batch *b = batch_new(w->arena);

	session_ask(b, who->token_hash, roles);
	return b;
}

enum { ANY_ROLE = ROLE_LEARNER | ROLE_COACH | ROLE_AUTHOR | ROLE_ADMIN };

/* A batch as this person in any role. */
static inline struct batch *
db_as(struct world *w, const struct person *who)
{
	return db_batch(w, who, ANY_ROLE);
}

/* One round trip, as the application's role. */
static inline enum status
db_run(struct world *w, struct batch *b)
{
	return batch_run(b, w->app);
}

static inline void
db_run_ok(struct world *w, struct batch *b)
{
	enum status status = db_run(w, b);

	if (status != ST_OK)
		fail_msg("status %d, SQLSTATE %s", (int)status, b->sqlstate);
}
#endif
