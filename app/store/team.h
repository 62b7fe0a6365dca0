/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_STORE_TEAM_H
#define LMS_STORE_TEAM_H
/*
 * Who is in the teams that one coaches, and the acts of one person behind the
 * numbers of store/progress.h. `whom` as there. What somebody chose or wrote
 * is not among it; what was handed in is read with store/plan.h.
 */
#include "core/review.h"
#include "store/plan.h"
#include "store/progress.h"

/* Somebody in a team; who is in two teams has two of these. */
struct member_record {
	int64_t person_id, team_id;  /* team_id 0: oneself, without a team */
	const char *person, *team;   /* team: or NULL */
	int64_t joined_s, visited_s; /* visited_s 0: never */
};
void team_ask_members(
    struct batch *, const unsigned char token_hash[32], int64_t whom);
/* Ordered by team and name; returns how many. */
size_t team_read_members(const struct batch *, const struct member_record **);

/* A question that somebody tried often and never had right. */
struct stuck_record {
	int64_t person_id;
	const char *course, *module, *question, *version;
	int tries;
	int64_t tried_s; /* the last time */
};
void team_ask_stuck(
    struct batch *, const unsigned char token_hash[32], int64_t whom);
/* Ordered by person. */
size_t team_read_stuck(const struct batch *, const struct stuck_record **);

struct attempt_record {
	const char *course, *module, *question, *version;
	bool is_right;
	int64_t answered_s;
};
/* A version that was handed in. */
struct version_record {
	const char *course, *casus;
	int number;
	int64_t handed_in_s;
	int64_t looked_s;   /* a coach opened it first; 0: none did */
	const char *reader; /* that coach; NULL: none, or gone since */
	/* How it stands: the last reaction that says so. verdict_s 0: none. */
	enum review_outcome verdict;
	const char *verdict_by;
	int64_t verdict_s;
};
/* What one person did: two statements. */
void team_ask_acts(
    struct batch *, const unsigned char token_hash[32], int64_t whom);
/* Per question the first attempt first. */
size_t team_read_attempts(const struct batch *, const struct attempt_record **);
/* Per plan the newest first. */
size_t team_read_versions(const struct batch *, const struct version_record **);

/* Who may see one's own work. */
struct coach_record {
	const char *person, *team;
};
void team_ask_coaches(struct batch *, const unsigned char token_hash[32]);
size_t team_read_coaches(const struct batch *, const struct coach_record **);

/* Notes that a coach opened this version; repeating it changes nothing. */
void team_ask_look(
    struct batch *, const struct plan_key *, int64_t person_id, int number);
#endif
