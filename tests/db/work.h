/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_TESTS_DB_WORK_H
#define LMS_TESTS_DB_WORK_H
/* Somebody's work, and how a coach looks at it. Include after db/db.h. */
#include "store/plan.h"
#include "store/team.h"

/* Ali, or who is named by `who`, did something of everything. */
static inline void
fill(struct world *w, const struct person *who, int64_t organisation,
    const char *word)
{
	static const char *const SQL[] = {
	    "INSERT INTO visit (organisation_id, person_id, course, place)"
	    " VALUES ($1, $2, 'c', 'casus/k/plan/' || $3)",
	    "INSERT INTO reading (organisation_id, person_id, course, module)"
	    " VALUES ($1, $2, 'c', 'k')",
	    "INSERT INTO answer (organisation_id, person_id, course, module,"
	    " question, version, attempt, chosen, is_right)"
	    " VALUES ($1, $2, 'c', 'k', 'x', 'x', 1, 1, true)",
	    "INSERT INTO plan (organisation_id, person_id, course, casus)"
	    " VALUES ($1, $2, 'c', 'k')",
	    "INSERT INTO plan_version (organisation_id, plan_id, number,"
	    " kans_dreigend) SELECT p.organisation_id, p.id, 1, $3 FROM plan p"
	    " WHERE p.organisation_id = $1 AND p.person_id = $2",
	    "INSERT INTO plan_text SELECT p.organisation_id, p.id, 1,"
	    " 'situatie', $3, 1 FROM plan p"
	    " WHERE p.organisation_id = $1 AND p.person_id = $2",
	    "INSERT INTO plan_line SELECT p.organisation_id, p.id, 1, l.id,"
	    " 'huidig', 1, 'HH', $3, $3, 'd', 'w', 'dienst', 'lopend', 'g', 1,"
	    " 'uur', 2026, 'bron', 'direct', '1', 'week', '1', 'week', 1, '1',"
	    " $3, l.removed FROM plan p, (VALUES ('l1', NULL::timestamptz),"
	    " ('weg', now())) AS l (id, removed)"
	    " WHERE p.organisation_id = $1 AND p.person_id = $2",
	    "INSERT INTO plan_article SELECT p.organisation_id, p.id, 1,"
	    " 'wmo-2.3.5', $3, 1 FROM plan p"
	    " WHERE p.organisation_id = $1 AND p.person_id = $2",
	    "INSERT INTO plan_action SELECT p.organisation_id, p.id, 1, 'a1',"
	    " 1, $3, $3, $3 FROM plan p"
	    " WHERE p.organisation_id = $1 AND p.person_id = $2",
	    "INSERT INTO plan_copy SELECT p.organisation_id, p.id, 1, 'c1',"
	    " now(), jsonb_build_object('l1', $3::text) FROM plan p"
	    " WHERE p.organisation_id = $1 AND p.person_id = $2",
	    "INSERT INTO plan_text_past (organisation_id, plan_id, number,"
	    " field, value, saved_at) SELECT p.organisation_id, p.id, 1,"
	    " 'knelt', $3, now() FROM plan p"
	    " WHERE p.organisation_id = $1 AND p.person_id = $2",
	};
	const char *const v[] = {
	    db_text(w, organisation), db_text(w, who->id), word};

	for (size_t i = 0; i < sizeof(SQL) / sizeof(SQL[0]); i++) {
		int n = strstr(SQL[i], "$3") != NULL ? 3 : 2;

		db_sql(w, SQL[i], n, v);
	}
}

static inline void
hand_in(struct world *w, const struct person *p)
{
	const char *const v[] = {db_text(w, p->id)};

	db_sql(w,
	    "UPDATE plan_version v SET handed_in_at = now() FROM plan p"
	    " WHERE p.id = v.plan_id AND p.person_id = $1",
	    1, v);
}

static inline const char *
name_of(struct world *w, const struct person *p)
{
	const char *const v[] = {db_text(w, p->id)};

	return PQgetvalue(
	    db_sql(w, "SELECT name FROM person WHERE id = $1", 1, v), 0, 0);
}

static inline bool
coach_reads(struct world *w, const struct person *coach,
    const struct person *member, int number, struct plan_record *record)
{
	struct plan_key key = {
	    .token_hash = coach->token_hash, .course = "c", .casus = "k"};
	struct batch *b = db_as(w, coach);

	plan_ask_member(b, &key, member->id, number);
	db_run_ok(w, b);
	return plan_read(record, b);
}

static inline bool
is_listed(const struct batch *b, const struct person *p)
{
	const struct member_record *list;
	size_t n = team_read_members(b, &list);

	for (size_t i = 0; i < n; i++)
		if (list[i].person_id == p->id)
			return true;
	return false;
}

/* What this person sees of whom: the page of the team, of a member (an id),
 * or of oneself. */
static inline struct batch *
work_of(struct world *w, const struct person *who, int64_t whom)
{
	static const struct progress_question QUESTION = {"c", "k", "x", "x"};
	struct batch *b = db_as(w, who);

	progress_ask(b, who->token_hash, whom, &QUESTION, 1);
	team_ask_members(b, who->token_hash, whom);
	team_ask_stuck(b, who->token_hash, whom);
	team_ask_acts(b, who->token_hash, whom);
	db_run_ok(w, b);
	return b;
}

static inline struct batch *
team_of(struct world *w, const struct person *coach)
{
	return work_of(w, coach, PEOPLE_TEAM);
}

static inline struct progress_rows
rows_of(const struct batch *b, const struct person *p)
{
	struct progress_rows all;

	progress_read(&all, b);
	return progress_of_person(&all, p->id);
}

#endif
