/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_STORE_OUTCOME_H
#define LMS_STORE_OUTCOME_H
/*
 * What was handed in, to be added up: of each person and case the newest
 * version. A coach asks it of the own teams, an administrator of the whole
 * organisation; the statement gives nothing to who may not.
 */
#include "core/plan.h"
#include "store/batch.h"

struct outcome_team {
	int64_t id;
	const char *name;
};
/* The teams that one coaches, by name. */
void outcome_ask_teams(struct batch *, const unsigned char token_hash[32]);
size_t outcome_read_teams(const struct batch *, const struct outcome_team **);

enum { OUTCOME_COACHED = 0, OUTCOME_EVERYBODY = -1 }; /* or a team's id */

struct outcome_ask {
	const unsigned char *token_hash; /* 32 bytes */
	int64_t whose;
	const char *course, *casus; /* NULL: of all cases */
	int limit;
};
void outcome_ask_plans(struct batch *, const struct outcome_ask *);

/* One version that was handed in. */
struct outcome_record {
	int64_t person_id; /* when everybody was asked: 0, and no name */
	const char *person, *course, *casus;
	int number, horizon_jaren, argued_count, team_count;
	const char *kans_dreigend, *slaagkans; /* or NULL */
	const char *disconto_pct;
	int64_t handed_in_s;
	const char *texts;    /* names of the fields that are filled, or "" */
	const char *articles; /* codes, parted by spaces, or "" */
	const char *lines;    /* for outcome_read_lines() */
	const char *team; /* when everybody was asked: one of them, or NULL */
};
/* The newest first; strings live in the batch. */
size_t
outcome_read_plans(const struct batch *, const struct outcome_record **);

/*
 * What the sum reads of that version: its lines, scenario by scenario,
 * without words (a stopreden is "ja"), and its chances. All in the arena.
 */
void outcome_read_lines(
    struct plan *, struct arena *, const struct outcome_record *);
#endif
