/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_TEAM_H
#define LMS_WEB_TEAM_H
/*
 * The coach's page: who needs the coach now and why, and then everybody, with
 * how far each is by the same rule as the learner sees. Every number leads to
 * the acts behind it on the page of that person (web/member.h).
 */
#include "web/exchange.h"
#include "web/person.h"
#include "web/shell.h"

struct team_course {
	const char *title; /* NULL: there is only one */
	const char *words;
	const struct safe_url *url;
};

struct team_plan {
	const char *title; /* NULL: there is only one */
	const char *words;
	const struct safe_url *url;	 /* what is known of it, or NULL */
	const struct safe_url *read_url; /* the newest handed in, or NULL */
};

struct team_row {
	const char *name, *last_seen;
	const struct safe_url *url;
	size_t course_count, plan_count;
	const struct team_course *courses;
	const struct team_plan *plans;
};

struct team_group {
	const char *name;
	size_t row_count;
	const struct team_row *rows;
};

/* A choice of the filter. */
struct team_choice {
	const char *name;
	const struct safe_url *url;
	bool is_here;
};

struct team_view {
	struct shell shell;
	size_t group_count, choice_count; /* choice_count 0: one team */
	const struct team_group *groups;
	const struct team_choice *choices;
	struct attention_list attention; /* a person is there once */
};

/* GET /team, GET /team?team=3 */
void ask_team(struct exchange *);
void show_team(struct exchange *);
#endif
