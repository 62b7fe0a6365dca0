/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_MEMBER_H
#define LMS_WEB_MEMBER_H
/*
 * The page of one person, with the acts behind every number: for the coach,
 * and made by the same code for the learner ("Dit ziet je coach"). Of a draft
 * it says the step and when it was saved; of an attempt whether it was right
 * and when, not what was chosen.
 */
#include "web/exchange.h"
#include "web/person.h"
#include "web/shell.h"

struct person_attempt {
	int number;
	bool is_right;
	const char *when;
};

struct person_question {
	int number;
	bool is_right; /* once */
	const char *anchor, *words;
	const struct safe_url *url; /* the question in its module */
	size_t attempt_count;
	const struct person_attempt *attempts;
};

struct person_module {
	const char *title, *anchor, *badge, *badge_css;
	const char *words; /* or NULL */
	bool is_open; /* its questions are shown unfolded */
	size_t question_count;
	const struct person_question *questions;
};

struct person_version {
	int number;
	const char *when, *looked; /* handed in; by whom opened, in words */
	const char *standing; /* "Klaar voor de praktijk, …"; or NULL */
	const struct safe_url *url, *read_url; /* the feedback; the plan */
};

struct person_plan {
	const char *title, *anchor, *badge, *badge_css;
	const char *words; /* of a draft; or NULL */
	size_t version_count;
	const struct person_version *versions;
};

struct person_course {
	const struct course *course;
	const char *anchor, *words;
	struct course_progress progress;
	const struct person_module *modules; /* as in the course */
	const struct person_plan *plans;     /* a case each */
};

struct person_view {
	const char *name;
	const char *last_seen; /* NULL: never */
	struct attention_list attention;
	size_t course_count;
	const struct person_course *courses;
};

/* What the coach's page and the learner's page have around it. */
struct member_view {
	struct shell shell;
	const char *teams; /* their names, or "" */
	const struct safe_url *url;
	size_t coach_count; /* only on the learner's page */
	const struct coach_record *coaches;
	struct person_view person;
};

/* GET /team/:persoon */
void ask_member(struct exchange *);
void show_member(struct exchange *);
/* GET /dit-ziet-je-coach: one's own */
void ask_shared(struct exchange *);
void show_shared(struct exchange *);
#endif
