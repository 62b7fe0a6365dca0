/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * demo_team.c - invented colleagues, one in each state that a coach may meet.
 *
 * A plan is made by the acts of the application itself, in a session that
 * ends here, and then moved back in time. Somebody who is there already is
 * left alone, whatever became of their work.
 */
#include "cli/demo_team.h"

#include "base/password.h"
#include "cli/account.h"
#include "cli/cli.h"
#include "cli/demo_plan.h"
#include "content/library.h"
#include "store/session.h"

#include <string.h>

/* Days are days ago. */
static const struct colleague {
	const char *name, *email, *team;
	int joined, seen; /* seen -1: never */
	int modules;	  /* read, with every question right */
	int stuck;	  /* three wrong answers at this question of the next
			     module; 0: none */
	int step, saved;  /* where the plan is; step 0: no plan */
	bool is_looked_at;
	enum demo_flaw flaw; /* of what was handed in; NO_PLAN: a draft */
	int talks;	     /* had for the plan */
	bool is_early, is_reviewed, is_revised; /* see demo_plan.h */
} COLLEAGUES[] = {
    {"Fatima el Idrissi", "fatima", "Wijkteam Noord", 70, 6, 4, 0, 6, 6,
	false, LACKS_LINE, 3, true, true, false},
    {"Roos Vermeer", "roos", "Wijkteam Noord", 80, 12, 4, 0, 6, 14,
	true, LACKS_ARGUMENT, 0, false, false, false},
    {"Kim Bakker", "kim", "Wijkteam Noord", 40, 3, 0, 4, 0, 0,
	false, NO_PLAN, 0, false, false, false},
    {"Youssef Amrani", "youssef", "Wijkteam Noord", 60, 2, 1, 0, 3, 22,
	false, NO_PLAN, 2, false, false, false},
    {"Jeroen Kuipers", "jeroen", "Wijkteam Noord", 30, 1, 1, 0, 2, 1,
	false, NO_PLAN, 0, false, false, false},
    {"Ali Demir", "ali", "Wijkteam Noord", 90, 35, 1, 0, 1, 36,
	false, NO_PLAN, 0, false, false, false},
    {"Milan de Boer", "milan", "Wijkteam Noord", 9, -1, 0, 0, 0, 0,
	false, NO_PLAN, 0, false, false, false},
    {"Ingrid Smit", "ingrid", "Wijkteam Noord", 2, -1, 0, 0, 0, 0,
	false, NO_PLAN, 0, false, false, false},
    {"Noor Haddad", "noor", "Wijkteam Oost", 50, 3, 4, 0, 6, 3,
	false, LACKS_THREAT, 3, false, true, true},
    {"Wout Jacobs", "wout", "Wijkteam Oost", 45, 5, 1, 2, 0, 0,
	false, NO_PLAN, 0, false, false, false},
    {"Dewi Pranata", "dewi", "Wijkteam Oost", 20, 0, 1, 0, 0, 0,
	false, NO_PLAN, 0, false, false, false},
    {"Omar Haydar", "omar", "Wijkteam Zuid", 25, 4, 1, 0, 4, 4,
	false, NO_PLAN, 0, false, false, false},
};

enum { COLLEAGUE_COUNT = sizeof(COLLEAGUES) / sizeof(COLLEAGUES[0]) };

static const char DOMAIN[] = "voorbeeldstad.example";

#define AGO(days) "now() - make_interval(days => " days "::integer, hours => 2)"
static const char PERSON[] =
    "WITH made AS (INSERT INTO person (email, name, password_hash)"
    " VALUES ($1::text, $2::text, '*') RETURNING id), joined AS ("
    "INSERT INTO membership (organisation_id, person_id, roles, since)"
    " SELECT $3::bigint, id, 1, " AGO("$4") " FROM made)"
    " SELECT id FROM made";
static const char READING[] =
    "INSERT INTO reading VALUES ($1::bigint, $2::bigint, $3::text, $4::text, "
    AGO("$5") ")";
/* Of so many attempts the last one is right, or none. */
static const char ANSWER[] =
    "INSERT INTO answer (organisation_id, person_id, course, module, question,"
    " version, attempt, chosen, is_right, answered_at)"
    " SELECT $1::bigint, $2::bigint, $3::text, $4::text, $6::text, $7::text,"
    " n, CASE WHEN n = $8::integer AND $9::boolean THEN $10::bigint"
    " ELSE $11::bigint END, n = $8::integer AND $9::boolean, " AGO("$5")
    " + make_interval(mins => 4 * n) FROM generate_series(1, $8::integer) n";
static const char VISIT[] =
    "INSERT INTO visit VALUES ($1::bigint, $2::bigint, $3::text, $4::text, "
    AGO("$5") ")";
static const char SESSION[] =
    "INSERT INTO session (token_hash, organisation_id, person_id, expires_at)"
    " VALUES (decode($3::text, 'hex'), $1::bigint, $2::bigint,"
    " now() + interval '10 minutes')";
static const char SESSION_END[] =
    "DELETE FROM session WHERE organisation_id = $1::bigint"
    " AND person_id = $2::bigint";
static const char MOVE_BACK[] =
    "UPDATE plan_version v SET started_at = n.at - interval '1 day',"
    " saved_at = n.at, handed_in_at ="
    " CASE WHEN v.handed_in_at IS NOT NULL THEN n.at END"
    " FROM (SELECT x.organisation_id, x.plan_id, x.number, " AGO("$3")
    " - interval '4 days' * (max(x.number) OVER (PARTITION BY x.plan_id)"
    " - x.number) AS at FROM plan_version x) n, plan p WHERE p.organisation_id = v.organisation_id"
    " AND p.id = v.plan_id AND p.organisation_id = $1::bigint"
    " AND p.person_id = $2::bigint AND n.organisation_id = v.organisation_id"
    " AND n.plan_id = v.plan_id AND n.number = v.number";
/* An hour for each, on the day the plan was begun. */
static const char ASKED[] =
    "UPDATE plan_asked a SET asked_at = v.started_at"
    " + make_interval(hours => a.position)"
    " FROM plan_version v JOIN plan p"
    " ON p.organisation_id = v.organisation_id AND p.id = v.plan_id"
    " WHERE a.organisation_id = v.organisation_id AND a.plan_id = v.plan_id"
    " AND v.number = 1"
    " AND p.organisation_id = $1::bigint AND p.person_id = $2::bigint";
/* Feedback is answered half a day after handing in. */
static const char ANSWERED[] =
    "UPDATE plan_feedback f SET found_at = v.handed_in_at, answered_at ="
    " CASE WHEN f.answered_at IS NOT NULL"
    " THEN v.handed_in_at + interval '12 hours' END"
    " FROM plan_version v JOIN plan p"
    " ON p.organisation_id = v.organisation_id AND p.id = v.plan_id"
    " WHERE f.organisation_id = v.organisation_id AND f.plan_id = v.plan_id"
    " AND f.number = v.number AND f.found_at IS NOT NULL"
    " AND p.organisation_id = $1::bigint AND p.person_id = $2::bigint";
static const char LOOK[] =
    "INSERT INTO plan_look SELECT v.organisation_id, v.plan_id, v.number,"
    " $3::bigint, v.handed_in_at + interval '1 day' FROM plan p"
    " JOIN plan_version v ON v.organisation_id = p.organisation_id"
    " AND v.plan_id = p.id WHERE p.organisation_id = $1::bigint"
    " AND p.person_id = $2::bigint AND v.handed_in_at IS NOT NULL";

/* Where the work is done. */
struct demo {
	PGconn *db;
	struct arena *a;
	const struct course *course;
	const struct casus *casus;
	const char *tables; /* the version of the tariffs */
	const char *organisation, *coach, *person;
};

static const char *
number(const struct demo *d, int64_t n)
{
	return arena_printf(d->a, "%lld", (long long)n);
}

/* The organisation and the person come first in all of these. */
static bool
run(const struct demo *d, const char *sql, int count, const char *const *more)
{
	const char *values[12] = {d->organisation, d->person};

	for (int i = 0; i < count; i++)
		values[2 + i] = more[i];
	return database_ask(d->db, d->a, sql, 2 + count, values) != NULL;
}

static bool
visit(const struct demo *d, const char *place, int days)
{
	const char *const v[] = {d->course->slug, place, number(d, days)};

	return run(d, VISIT, 3, v);
}

/* --- modules -------------------------------------------------------------- */

static bool
answer(const struct demo *d, const struct module *module, size_t index,
    int attempts, bool is_right, int days)
{
	const struct question *q = module->questions[index];
	option_set right = question_right_options(q);
	const char *const v[] = {d->course->slug, module->slug,
	    number(d, days), q->id, q->version, number(d, attempts),
	    is_right ? "true" : "false", number(d, (int64_t)right),
	    /* The first option that is wrong. */
	    number(d, (int64_t)(~right & (right + 1)))};

	return run(d, ANSWER, 9, v);
}

static bool
do_module(const struct demo *d, const struct module *module, int days)
{
	const char *const v[] = {d->course->slug, module->slug,
	    number(d, days)};

	for (size_t i = 0; i < module->question_count; i++)
		if (!answer(d, module, i, i % 3 == 1 ? 2 : 1, true, days))
			return false;
	return run(d, READING, 3, v) && visit(d, module->slug, days);
}

static bool
get_stuck(const struct demo *d, const struct module *module,
    const struct colleague *c)
{
	size_t last = (size_t)c->stuck < module->question_count
			  ? (size_t)c->stuck
			  : module->question_count;

	for (size_t i = 0; i < last; i++)
		if (!answer(d, module, i, i + 1 == last ? 3 : 1,
			i + 1 != last, c->seen))
			return false;
	return visit(d, module->slug, c->seen);
}

static bool
do_modules(const struct demo *d, const struct colleague *c)
{
	const size_t count = d->course->module_count;
	size_t read = (size_t)c->modules < count ? (size_t)c->modules : count;

	for (size_t i = 0; i < read; i++)
		if (!do_module(d, &d->course->modules[i],
			c->seen + 4 * (int)(read - 1 - i)))
			return false;
	return c->stuck == 0 || read == count ||
	       get_stuck(d, &d->course->modules[read], c);
}

/* --- the plan ------------------------------------------------------------- */

static bool
make_plan(const struct demo *d, const struct colleague *c)
{
	unsigned char hash[TOKEN_BYTES];
	char token[TOKEN_TEXT_BYTES], hex[2 * TOKEN_BYTES + 1];
	const struct demo_plan plan = {
	    d->db, d->a, d->course, d->casus, d->tables, c->step,
	    c->flaw, c->talks, c->is_early, c->is_reviewed, c->is_revised,
	    NULL};
	const char *const session[] = {hex};
	const char *const when[] = {number(d, c->saved)};
	bool is_made;

	token_new(token);
	token_hash(hash, token);
	for (size_t i = 0; i < sizeof(hash); i++)
		snprintf(hex + 2 * i, 3, "%02x", hash[i]);
	is_made = run(d, SESSION, 1, session) && demo_plan_write(&plan, hash);
	return run(d, SESSION_END, 0, NULL) && is_made &&
	       run(d, MOVE_BACK, 1, when) && run(d, ASKED, 0, NULL) &&
	       run(d, ANSWERED, 0, NULL) &&
	       visit(d,
		   arena_printf(d->a, "casus/%s/plan/%d", d->casus->slug,
		       c->step),
		   c->saved);
}

/* --- people --------------------------------------------------------------- */

static bool
do_work(const struct demo *d, const struct colleague *c)
{
	const char *const coach[] = {d->coach};

	if (c->seen < 0)
		return true;
	if (!do_modules(d, c) ||
	    (c->step > 0 && d->casus != NULL && !make_plan(d, c)))
		return false;
	return !c->is_looked_at || run(d, LOOK, 1, coach);
}

static bool
add_colleague(struct demo *d, const struct colleague *c)
{
	const char *email = arena_printf(d->a, "%s@%s", c->email, DOMAIN);
	const char *known = account_find(d->db, d->a, email);
	const char *values[] = {
	    email, c->name, d->organisation, number(d, c->joined)};
	const char *team;
	PGresult *made;

	if (known == NULL || known[0] != '\0')
		return known != NULL;
	made = database_ask(d->db, d->a, PERSON, 4, values);
	team = account_team(d->db, d->a, d->organisation, c->team);
	if (made == NULL || team == NULL)
		return false;
	d->person = PQgetvalue(made, 0, 0);
	return account_join_team(
		   d->db, d->a, d->organisation, team, d->person, false) &&
	       do_work(d, c);
}

static bool
add_all(struct demo *d, const char *coach_email)
{
	const char *team =
	    account_team(d->db, d->a, d->organisation, "Wijkteam Oost");

	d->coach = account_find(d->db, d->a, coach_email);
	if (team == NULL || d->coach == NULL || d->coach[0] == '\0' ||
	    !account_join_team(
		d->db, d->a, d->organisation, team, d->coach, true))
		return false;
	for (size_t i = 0; i < COLLEAGUE_COUNT; i++)
		if (!add_colleague(d, &COLLEAGUES[i]))
			return false;
	return true;
}

bool
demo_team(PGconn *db, struct arena *a, const char *courses,
    const char *organisation, const char *coach_email)
{
	struct content_faults faults = {0};
	struct library *library = NULL;
	struct demo d = {.db = db, .a = a};
	bool ok;

	if (library_open(&library, courses, a, &faults) != ST_OK) {
		cli_fail("de cursussen in %s zijn niet in orde: doe leer "
			 "cursus controleer %s",
		    courses, courses);
		return false;
	}
	d.organisation = account_organisation(db, a, organisation);
	d.tables = library->tariff_version;
	ok = d.organisation != NULL;
	if (ok && library->course_count > 0) {
		d.course = &library->courses[0];
		if (d.course->casus_count > 0)
			d.casus = &d.course->casussen[0];
		ok = add_all(&d, coach_email);
	}
	library_free(library);
	return ok;
}
