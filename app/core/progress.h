/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_PROGRESS_H
#define LMS_CORE_PROGRESS_H
/*
 * How far somebody is, by one rule for the learner and the coach alike:
 *
 *	a module is complete when it is read and every question, in its
 *	present version, was answered right at least once;
 *	a case is complete when a version of the plan was handed in;
 *	a course is complete when all its modules and cases are.
 *
 * The score counts questions that were right on the first attempt; it shows
 * what was known and decides nothing. What is not complete comes with the
 * reason as numbers; the pages make words of them. Pure.
 * Examples: tests/cases/progress.tsv.
 */
#include <stdbool.h>
#include <stddef.h>

enum progress_state { PROGRESS_NONE, PROGRESS_BUSY, PROGRESS_COMPLETE };

/* What somebody did with one question, in its present version. */
struct question_facts {
	int attempts; /* 0: not answered yet */
	bool is_right_first, is_right_once;
};

/* The same of a module: its questions counted. */
struct module_facts {
	bool is_read;
	int question_count;
	int answered_count;    /* answered at all */
	int right_count;       /* right at least once */
	int right_first_count; /* right on the first attempt */
};

struct casus_facts {
	bool is_begun, is_handed_in;
};

struct module_progress {
	enum progress_state state;
	bool must_read; /* why not complete: not read */
	int open_count; /* why not complete: questions not right yet */
	int try_count;	/* of those: answered, but never right */
	int score, score_max;
};

struct course_progress {
	enum progress_state state;
	int part_count;	       /* modules and cases */
	int complete_count;    /* of those */
	int open_module_count; /* why not complete */
	int open_casus_count;
};

struct module_facts
progress_count(const struct question_facts *, size_t count, bool is_read);
struct module_progress progress_of_module(struct module_facts);
enum progress_state progress_of_casus(struct casus_facts);
struct course_progress progress_of_course(const struct module_facts *,
    size_t module_count, const struct casus_facts *, size_t casus_count);
#endif
