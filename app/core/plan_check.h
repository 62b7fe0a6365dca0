/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_PLAN_CHECK_H
#define LMS_CORE_PLAN_CHECK_H
/*
 * How far a plan is, a step at a time, in words: what is there, what is still
 * open, and whether it may be handed in. It looks at whether something is
 * written, never at how good it is or how much it saves.
 */
#include "core/plan.h"

enum step_state { STEP_EMPTY, STEP_BUSY, STEP_READY };

/* Step 5 with nothing in it, and articles that are named one by one. */
enum { TODO_ARTICLES_MAX = 4, STEP_TODO_MAX = 10 + TODO_ARTICLES_MAX };

/* What is still open. */
struct plan_todo {
	const char *page;    /* slug of the page where it is done */
	const char *text;    /* Dutch: what to do */
	bool is_required;    /* a plan without it cannot be handed in */
	const char *article; /* the code of one that it is about, or NULL */
	uint32_t lacks;	     /* of that article: bits of enum argument_part */
};

struct step_check {
	enum step_state state; /* READY: everything required is there */
	size_t todo_count;     /* the required ones first */
	struct plan_todo todo[STEP_TODO_MAX];
};

struct plan_check {
	struct step_check step[STEP_COUNT];
	size_t required_count; /* 0: it may be handed in */
	int first_open;	       /* 1–6: first step that is not ready; 0: none */
};

void plan_check(struct plan_check *, const struct plan *);

/* Of step 1–6: "huishouden" in addresses, "Huishouden en situatieschets". */
const char *plan_step_slug(int step);
const char *plan_step_name(int step);
/* 0 when there is no such step. */
int plan_step_by_slug(const char *);
/* "klaar", "bezig", "nog leeg". */
const char *step_state_words(enum step_state);
#endif
