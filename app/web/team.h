/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_TEAM_H
#define LMS_WEB_TEAM_H
/*
 * What a coach sees: the members of the teams that they coach, how far each
 * is by the same rule as the learner sees, and the plans that were handed in.
 * A draft is never shown, only that there is one.
 */
#include "web/exchange.h"
#include "web/outline.h"
#include "web/shell.h"

struct team_plan {
	const struct casus *casus;
	const char *words, *badge, *badge_css;
	const struct safe_url *url; /* the handed-in plan, or NULL */
};

struct team_course {
	struct course_outline outline;
	size_t plan_count;
	const struct team_plan *plans;
};

struct team_member {
	const char *team; /* NULL when it is the same as the one before */
	int64_t person_id;
	const char *name, *last_seen;
	const struct safe_url *url;
	size_t course_count;
	const struct team_course *courses;
};

/* A plan that waits to be read, newest first. */
struct team_news {
	const char *name, *casus, *when;
	const struct safe_url *url;
	int64_t handed_in_s;
};

struct team_view {
	struct shell shell;
	size_t member_count, news_count;
	const struct team_member *members;
	const struct team_news *news;
};

struct member_view {
	struct shell shell;
	const struct team_member *member;
};

/* GET /team */
void ask_team(struct exchange *);
void show_team(struct exchange *);
/* GET /team/:persoon */
void show_member(struct exchange *);
#endif
