/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PERSON_H
#define LMS_WEB_PERSON_H
/*
 * One person's work as a coach sees it, and as that person sees what the
 * coach sees: the same rows, the same page, other addresses.
 */
#include "content/library.h"
#include "core/attention.h"
#include "store/review.h"
#include "store/team.h"

struct person_work {
	struct arena *arena;
	const struct library *library;
	int64_t now_s;
	bool is_self; /* the maker looks, not the coach */
	const struct member_record *member;
	struct progress_rows rows; /* of this person */
	size_t stuck_count;
	const struct stuck_record *stuck; /* of this person */
	size_t answered_count;
	const struct review_answered *answered; /* of everybody */
};

/* When this person was last here: a page opened, or a plan saved; 0: never. */
int64_t person_seen_s(const struct person_work *);

/* A place on this person's page; anchor NULL: its top. */
const struct safe_url *
person_url(const struct person_work *, const char *anchor);
/* A version that was handed in. */
const struct safe_url *person_version_url(const struct person_work *,
    const char *course, const char *casus, int number);
/* The same to read, with what coaches wrote beside it. */
const struct safe_url *person_review_url(const struct person_work *,
    const char *course, const char *casus, int number);
/* Where it says when they were last here. */
#define PERSON_SEEN_ANCHOR "laatst"
/* The anchors of that page; question NULL: the module itself. */
const char *person_course_anchor(struct arena *, const char *course);
const char *person_module_anchor(struct arena *, const char *course,
    const char *module, const char *question);
const char *
person_plan_anchor(struct arena *, const char *course, const char *casus);

/* What asks for the coach's attention, to be read after the person's name. */
struct attention_item {
	struct attention why;
	int64_t person_id;
	const char *person;
	const char *words, *title, *rest; /* title: in italics, or NULL */
	const char *go;
	const struct safe_url *url;
};

struct attention_list {
	const char *empty; /* what it says when there is nothing */
	size_t count;
	const struct attention_item *items; /* the most pressing first */
};

/* All of one person. */
struct attention_list person_attention(const struct person_work *);
#endif
