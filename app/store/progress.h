/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_STORE_PROGRESS_H
#define LMS_STORE_PROGRESS_H
/*
 * How far people are: oneself, or the members of the teams that this
 * session's person coaches. Rows exist only where something was done;
 * progress_find_ gives zeroes for the rest.
 */
#include "core/progress.h"
#include "store/batch.h"

/* Whose work: one of these, or the id of one member (see people() in
 * migrations/). Who may not look at it gets no rows. */
enum { PEOPLE_SELF = -1, PEOPLE_TEAM = 0 };
/* The first two parameters of such a statement: the session, and whose. */
void
people_add(struct batch *, const unsigned char token_hash[32], int64_t whom);

/* A question as it is now. Answers to other versions do not count. */
struct progress_question {
	const char *course, *module, *question, *version;
};

struct progress_module {
	int64_t person_id;
	const char *course, *module;
	int64_t read_s;		   /* 0: not read */
	struct module_facts facts; /* question_count is not filled: 0 */
};

/* A plan for a case. */
struct progress_plan {
	int64_t person_id;
	const char *course, *casus;
	int number;	      /* of the newest version */
	bool is_draft;	      /* that version can still change */
	int step;	      /* 1–6, where the maker was last; 0: unknown */
	int64_t saved_s;      /* the newest version */
	int64_t handed_in_s;  /* the last one handed in; 0: none */
	int handed_in_number; /* its version; 0: none */
	bool is_looked_at;    /* a coach opened that version */
};

/* Ordered by person. */
struct progress_rows {
	size_t module_count, plan_count;
	const struct progress_module *modules;
	const struct progress_plan *plans;
};

struct progress_visit {
	const char *course, *place; /* see table visit; NULL: never */
	int64_t visited_s;
};

/* Remembers where this person is: place "zes-stappen" or "casus/x/plan/3". */
void progress_ask_visit(struct batch *, const unsigned char token_hash[32],
    const char *course, const char *place);

/* Two statements; questions: all that count now. */
void progress_ask(struct batch *, const unsigned char token_hash[32],
    int64_t whom, const struct progress_question *, size_t count);
void progress_read(struct progress_rows *, const struct batch *);
/* The part of the rows that is about one person. */
struct progress_rows
progress_of_person(const struct progress_rows *, int64_t person_id);

void
progress_ask_last_visit(struct batch *, const unsigned char token_hash[32]);
/* False: this person was nowhere yet. */
bool progress_read_last_visit(struct progress_visit *, const struct batch *);

/* Among rows of one person; NULL: nothing was done there. */
const struct progress_module *progress_find_module(
    const struct progress_rows *, const char *course, const char *module);
struct module_facts
progress_module_facts(const struct progress_module *, size_t question_count);
const struct progress_plan *progress_find_plan(
    const struct progress_rows *, const char *course, const char *casus);
struct casus_facts progress_casus_facts(const struct progress_plan *);
#endif
