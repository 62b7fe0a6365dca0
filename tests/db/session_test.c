/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * session_test.c - who is asking, in which organisation, with which roles.
 */
#include "check.h"
#include "db/db.h"

static enum status
require(struct world *w, const struct person *p, unsigned roles)
{
	return db_run(w, db_batch(w, p, roles));
}

static void
a_session_says_who_where_and_what(void **state)
{
	struct world *w = *state;
	struct batch *b = db_batch(w, &w->coach, ANY_ROLE);
	struct session s;

	db_run_ok(w, b);
	session_read(&s, b);
	assert_int_equal(s.person_id, w->coach.id);
	assert_int_equal(s.organisation_id, w->town);
	assert_int_equal(s.roles, ROLE_LEARNER | ROLE_COACH);
	assert_int_equal(s.organisation_count, 1);
	assert_memory_equal(s.name, "coach ", 6);
	assert_memory_equal(s.organisation, "Gemeente ", 9);
}

static void
without_a_session_it_raises_lm401(void **state)
{
	struct world *w = *state;
	struct person nobody = {0};
	struct batch *b = db_batch(w, &nobody, ANY_ROLE);

	assert_int_equal(db_run(w, b), ST_NO_SESSION);
	assert_string_equal(b->sqlstate, "LM401");
}

static void
a_session_that_expired_is_none(void **state)
{
	struct world *w = *state;
	const char *const v[] = {db_text(w, w->ali.id)};

	assert_int_equal(require(w, &w->ali, ANY_ROLE), ST_OK);
	db_sql(w, "UPDATE session SET expires_at = now() WHERE person_id = $1",
	    1, v);
	assert_int_equal(require(w, &w->ali, ANY_ROLE), ST_NO_SESSION);
}

static void
without_the_role_it_raises_lm403(void **state)
{
	struct world *w = *state;
	struct batch *b = db_batch(w, &w->ali, ROLE_COACH);

	assert_int_equal(db_run(w, b), ST_DENIED);
	assert_string_equal(b->sqlstate, "LM403");
	assert_int_equal(require(w, &w->ali, ROLE_LEARNER), ST_OK);
	assert_int_equal(require(w, &w->coach, ROLE_COACH), ST_OK);
	assert_int_equal(require(w, &w->coach, ROLE_ADMIN), ST_DENIED);
	assert_int_equal(require(w, &w->admin, ROLE_LEARNER), ST_DENIED);
}

/* What comes after the session in one batch is not done either. */
static void
a_refused_session_stops_the_rest_of_the_batch(void **state)
{
	struct world *w = *state;
	struct batch *b = db_batch(w, &w->ali, ROLE_COACH);

	session_ask_end(b, w->ali.token_hash);
	assert_int_equal(db_run(w, b), ST_DENIED);
	assert_int_equal(require(w, &w->ali, ROLE_LEARNER), ST_OK);
}

static void
roles_count_only_in_the_active_organisation(void **state)
{
	struct world *w = *state;

	db_join(w, w->school, &w->ali, ROLE_COACH);
	assert_int_equal(require(w, &w->ali, ROLE_COACH), ST_DENIED);
	db_log_in(w, &w->ali, w->school);
	assert_int_equal(require(w, &w->ali, ROLE_COACH), ST_OK);
	assert_int_equal(require(w, &w->ali, ROLE_LEARNER), ST_DENIED);
}

static void
who_leaves_the_organisation_loses_the_session(void **state)
{
	struct world *w = *state;
	const char *const v[] = {db_text(w, w->ali.id)};

	db_sql(w, "DELETE FROM membership WHERE person_id = $1", 1, v);
	assert_int_equal(require(w, &w->ali, ANY_ROLE), ST_NO_SESSION);
}

static void
set_roles(struct world *w, const struct person *p, unsigned roles)
{
	const char *const v[] = {db_text(w, p->id), db_text(w, roles)};

	db_sql(
	    w, "UPDATE membership SET roles = $2 WHERE person_id = $1", 2, v);
}

static void
a_role_that_is_given_or_taken_counts_at_once(void **state)
{
	struct world *w = *state;

	set_roles(w, &w->ali, ROLE_LEARNER | ROLE_COACH);
	assert_int_equal(require(w, &w->ali, ROLE_COACH), ST_OK);
	set_roles(w, &w->ali, ROLE_LEARNER);
	assert_int_equal(require(w, &w->ali, ROLE_COACH), ST_DENIED);
}

static void
a_new_name_shows_at_once(void **state)
{
	struct world *w = *state;
	const char *const person[] = {db_text(w, w->ali.id)};
	const char *const town[] = {
	    db_text(w, w->town), db_name(w, "Andere gemeente")};
	struct batch *b;
	struct session s;

	db_sql(w, "UPDATE person SET name = 'Ali Anders' WHERE id = $1", 1,
	    person);
	db_sql(w, "UPDATE organisation SET name = $2 WHERE id = $1", 2, town);
	db_join(w, w->school, &w->ali, ROLE_LEARNER);
	b = db_as(w, &w->ali);
	db_run_ok(w, b);
	session_read(&s, b);
	assert_string_equal(s.name, "Ali Anders");
	assert_string_equal(s.organisation, town[1]);
	assert_int_equal(s.organisation_count, 2);
}

/* A log-in that is under way while the administrator takes a role away. */
static void
a_session_that_begins_meanwhile_has_the_new_roles(void **state)
{
	struct world *w = *state;
	struct person again = w->coach;
	PGconn *other = db_connect("LEER_DATABASE");
	PGconn *owner = w->owner;
	PGresult *r;

	PQclear(PQexec(other, "BEGIN"));
	w->owner = other;
	db_log_in(w, &again, w->town); /* not committed yet */
	w->owner = owner;
	db_sql(w, "SET lock_timeout = '200ms'", 0, NULL);
	r = PQexecParams(owner,
	    "UPDATE membership SET roles = 1 WHERE person_id = $1", 1, NULL,
	    (const char *const[]){db_text(w, w->coach.id)}, NULL, NULL, 0);
	PQclear(PQexec(other, "COMMIT"));
	PQfinish(other);
	if (PQresultStatus(r) != PGRES_COMMAND_OK) /* it waits: then after it */
		set_roles(w, &w->coach, ROLE_LEARNER);
	PQclear(r);
	assert_int_equal(require(w, &again, ROLE_COACH), ST_DENIED);
}

/* --- switching ------------------------------------------------------------ */

static int
switch_to(struct world *w, const struct person *p, int64_t organisation)
{
	struct batch *b = db_batch(w, p, ANY_ROLE);

	session_ask_switch(b, p->token_hash, organisation);
	db_run_ok(w, b);
	return batch_rows(b, QUERY_SESSION_SWITCH);
}

static void
a_member_of_two_organisations_switches(void **state)
{
	struct world *w = *state;
	struct batch *b;
	struct session s;

	db_join(w, w->school, &w->ali, ROLE_AUTHOR);
	assert_int_equal(switch_to(w, &w->ali, w->school), 1);
	b = db_batch(w, &w->ali, ANY_ROLE);
	db_run_ok(w, b);
	session_read(&s, b);
	assert_int_equal(s.organisation_id, w->school);
	assert_int_equal(s.roles, ROLE_AUTHOR);
	assert_int_equal(s.organisation_count, 2);
}

static void
nobody_switches_to_an_organisation_of_others(void **state)
{
	struct world *w = *state;
	struct batch *b;
	struct session s;

	assert_int_equal(switch_to(w, &w->ali, w->school), 0);
	assert_int_equal(switch_to(w, &w->ali, 0), 0);
	b = db_batch(w, &w->ali, ANY_ROLE);
	db_run_ok(w, b);
	session_read(&s, b);
	assert_int_equal(s.organisation_id, w->town);
}

static void
switching_moves_this_browser_only(void **state)
{
	struct world *w = *state;
	struct person elsewhere = w->ali;
	struct batch *b;
	struct session s;

	db_join(w, w->school, &w->ali, ROLE_LEARNER);
	db_log_in(w, &elsewhere, w->town);
	assert_int_equal(switch_to(w, &w->ali, w->school), 1);
	b = db_batch(w, &elsewhere, ANY_ROLE);
	db_run_ok(w, b);
	session_read(&s, b);
	assert_int_equal(s.organisation_id, w->town);
}

static void
the_organisations_of_a_person_are_listed(void **state)
{
	struct world *w = *state;
	const struct session_organisation *list;
	struct batch *b = db_batch(w, &w->ali, ANY_ROLE);

	db_join(w, w->school, &w->ali, ROLE_LEARNER);
	session_ask_organisations(b, w->ali.token_hash);
	db_run_ok(w, b);
	assert_int_equal(session_read_organisations(b, &list), 2);
	assert_int_equal(list[0].id, w->town); /* by name */
	assert_true(list[0].is_active);
	assert_int_equal(list[1].id, w->school);
	assert_false(list[1].is_active);
}

/* --- logging in and out --------------------------------------------------- */

static struct batch *
start(struct world *w, struct person *p)
{
	struct batch *b = batch_new(w->arena);

	token_new(p->token);
	token_hash(p->token_hash, p->token);
	session_ask_start(b, p->token_hash, p->id);
	return b;
}

static void
a_session_starts_where_the_person_was_last(void **state)
{
	struct world *w = *state;
	const char *const v[] = {db_text(w, w->school), db_text(w, w->ali.id)};
	struct batch *b;
	struct session s;

	db_join(w, w->school, &w->ali, ROLE_LEARNER);
	db_sql(w,
	    "INSERT INTO visit (organisation_id, person_id, course, place)"
	    " VALUES ($1, $2, 'c', 'm')",
	    2, v);
	b = start(w, &w->ali);
	db_run_ok(w, b);
	assert_true(session_read_start(b));
	b = db_batch(w, &w->ali, ANY_ROLE);
	db_run_ok(w, b);
	session_read(&s, b);
	assert_int_equal(s.organisation_id, w->school);
}

static void
a_session_lasts_fourteen_days(void **state)
{
	struct world *w = *state;
	struct batch *b = start(w, &w->ali);
	const char *const v[] = {db_text(w, w->ali.id)};

	db_run_ok(w, b);
	assert_int_equal(
	    db_id(db_sql(w,
		"SELECT count(*) FROM session WHERE person_id = $1 AND"
		" expires_at BETWEEN now() + interval '13 days 23 hours'"
		" AND now() + interval '14 days'",
		1, v)),
	    1);
}

static void
who_belongs_nowhere_starts_no_session(void **state)
{
	struct world *w = *state;
	const char *const v[] = {db_text(w, w->ali.id)};
	struct batch *b;

	db_sql(w, "DELETE FROM membership WHERE person_id = $1", 1, v);
	b = start(w, &w->ali);
	db_run_ok(w, b);
	assert_false(session_read_start(b));
}

static void
logging_in_tidies_up_what_expired(void **state)
{
	struct world *w = *state;
	const char *const v[] = {db_text(w, w->bea.id)};

	db_sql(w,
	    "UPDATE session SET expires_at = now() - interval '1 second'"
	    " WHERE person_id = $1",
	    1, v);
	db_run_ok(w, start(w, &w->ali));
	assert_int_equal(
	    db_id(db_sql(
		w, "SELECT count(*) FROM session WHERE person_id = $1", 1, v)),
	    0);
}

static void
logging_out_ends_this_session_only_and_may_be_repeated(void **state)
{
	struct world *w = *state;
	struct person elsewhere = w->ali;
	struct batch *b = db_batch(w, &w->ali, ANY_ROLE);

	db_log_in(w, &elsewhere, w->town);
	session_ask_end(b, w->ali.token_hash);
	db_run_ok(w, b);
	assert_int_equal(require(w, &w->ali, ANY_ROLE), ST_NO_SESSION);
	assert_int_equal(require(w, &elsewhere, ANY_ROLE), ST_OK);
	b = batch_new(w->arena);
	session_ask_end(b, w->ali.token_hash);
	db_run_ok(w, b);
}

static int64_t
sessions_of(struct world *w, const struct person *p)
{
	const char *const v[] = {db_text(w, p->id)};

	return db_id(db_sql(
	    w, "SELECT count(*) FROM session WHERE person_id = $1", 1, v));
}

static void
logging_out_everywhere_ends_all_of_this_person_only(void **state)
{
	struct world *w = *state;
	struct person elsewhere = w->ali;
	struct batch *b = db_as(w, &w->ali);

	db_log_in(w, &elsewhere, w->town);
	session_ask_end_all(b, w->ali.token_hash);
	db_run_ok(w, b);
	assert_int_equal(sessions_of(w, &w->ali), 0);
	assert_int_equal(sessions_of(w, &w->bea), 1);
}

/* Another log-in is tidying the same rows at this moment. */
static void
tidying_up_waits_for_nobody(void **state)
{
	struct world *w = *state;
	const char *const v[] = {db_text(w, w->bea.id)};
	PGconn *other = db_connect("LEER_DATABASE_APP");
	PGconn *app = w->app;

	db_sql(w,
	    "UPDATE session SET expires_at = now() - interval '1 second'"
	    " WHERE person_id = $1",
	    1, v);
	PQclear(PQexec(other, "BEGIN"));
	PQclear(PQexec(
	    other, STATEMENTS[QUERY_SESSION_DELETE_EXPIRED].sql));
	PQclear(PQexec(app, "SET lock_timeout = '200ms'"));
	db_run_ok(w, start(w, &w->ali));
	PQclear(PQexec(other, "COMMIT"));
	PQfinish(other);
	assert_int_equal(sessions_of(w, &w->bea), 0);
}

static void
the_list_says_where_somebody_is_logged_in(void **state)
{
	struct world *w = *state;
	struct person elsewhere = w->ali, over = w->ali;
	const char *const v[] = {db_text(w, w->ali.id)};
	const struct session_place *list;
	struct batch *b = db_as(w, &w->ali);

	db_log_in(w, &over, w->town);
	db_sql(w,
	    "UPDATE session SET expires_at = now() WHERE token_hash ="
	    " (SELECT token_hash FROM session WHERE person_id = $1"
	    " ORDER BY started_at DESC LIMIT 1)",
	    1, v);
	db_log_in(w, &elsewhere, w->town);
	db_sql(w,
	    "UPDATE session SET started_at = now() - interval '3 days',"
	    " used_at = now() - interval '2 days' WHERE person_id = $1",
	    1, v);
	session_ask_note_use(b, w->ali.token_hash);
	session_ask_list(b, w->ali.token_hash);
	db_run_ok(w, b);
	assert_int_equal(session_read_list(b, &list), 2);
	assert_true(list[0].is_this);
	assert_false(list[1].is_this);
	assert_int_equal(list[0].started_s, list[1].started_s);
	assert_true(list[0].used_s - list[0].started_s >= 3 * 86400 - 5);
	assert_int_equal(list[1].used_s - list[1].started_s, 86400);
}

static void
use_is_noted_once_in_ten_minutes(void **state)
{
	struct world *w = *state;
	const char *const v[] = {db_text(w, w->ali.id)};
	static const char USED[] =
	    "SELECT extract(epoch FROM now() - used_at)::bigint / 60"
	    "  FROM session WHERE person_id = $1";
	static const int AGES[] = {9, 11}, WANT[] = {9, 0};

	for (size_t i = 0; i < 2; i++) {
		const char *const age[] = {v[0], db_text(w, AGES[i])};
		struct batch *b = db_as(w, &w->ali);

		db_sql(w,
		    "UPDATE session SET used_at = now()"
		    " - $2::integer * interval '1 minute'"
		    " WHERE person_id = $1",
		    2, age);
		session_ask_note_use(b, w->ali.token_hash);
		db_run_ok(w, b);
		assert_int_equal(db_id(db_sql(w, USED, 1, v)), WANT[i]);
	}
}

static void
the_database_never_holds_the_token_itself(void **state)
{
	struct world *w = *state;
	const char *const v[] = {w->ali.token};

	assert_int_equal(db_id(db_sql(w,
			     "SELECT count(*) FROM session"
			     " WHERE session::text LIKE '%' || $1 || '%'"
			     " OR token_hash = convert_to($1, 'UTF8')",
			     1, v)),
	    0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DB_TEST(a_session_says_who_where_and_what),
	    DB_TEST(without_a_session_it_raises_lm401),
	    DB_TEST(a_session_that_expired_is_none),
	    DB_TEST(without_the_role_it_raises_lm403),
	    DB_TEST(a_refused_session_stops_the_rest_of_the_batch),
	    DB_TEST(roles_count_only_in_the_active_organisation),
	    DB_TEST(who_leaves_the_organisation_loses_the_session),
	    DB_TEST(a_role_that_is_given_or_taken_counts_at_once),
	    DB_TEST(a_new_name_shows_at_once),
	    DB_TEST(a_session_that_begins_meanwhile_has_the_new_roles),
	    DB_TEST(a_member_of_two_organisations_switches),
	    DB_TEST(nobody_switches_to_an_organisation_of_others),
	    DB_TEST(switching_moves_this_browser_only),
	    DB_TEST(the_organisations_of_a_person_are_listed),
	    DB_TEST(a_session_starts_where_the_person_was_last),
	    DB_TEST(a_session_lasts_fourteen_days),
	    DB_TEST(who_belongs_nowhere_starts_no_session),
	    DB_TEST(logging_in_tidies_up_what_expired),
	    DB_TEST(logging_out_ends_this_session_only_and_may_be_repeated),
	    DB_TEST(logging_out_everywhere_ends_all_of_this_person_only),
	    DB_TEST(tidying_up_waits_for_nobody),
	    DB_TEST(the_list_says_where_somebody_is_logged_in),
	    DB_TEST(use_is_noted_once_in_ten_minutes),
	    DB_TEST(the_database_never_holds_the_token_itself),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
