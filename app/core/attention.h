/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_ATTENTION_H
#define LMS_CORE_ATTENTION_H
/*
 * Who in a team needs the coach now, and why. Facts about acts only: what was
 * handed in, tried, saved or left. Never about what a plan says or saves, and
 * never a score of a person. Pure. Examples: tests/cases/attention.tsv.
 */
#include <stdbool.h>
#include <stdint.h>

/*
 * When something is worth the coach's time. Learning here is an hour or so a
 * week beside a job, so that everything is counted in weeks.
 */
enum {
	/* One mistake teaches, and after the second everything is explained
	 * (core/quiz.h). Wrong again after that: an explanation did not help.
	 */
	ATTENTION_TRIES = 3,
	/* Two weeks: one was busy, or ill; two in a row is standing still. */
	ATTENTION_STILL_DAYS = 14,
	/* Four weeks: longer than a holiday of three weeks. */
	ATTENTION_AWAY_DAYS = 28,
	/* A new member has a week to try the account that was made. */
	ATTENTION_NEW_DAYS = 7,
	/* A list that can be done before the first coffee. */
	ATTENTION_SHOWN = 5,
};

/* The most pressing first. */
enum attention_kind {
	ATTENTION_HANDED_IN, /* waits for a reader: somebody's turn is yours */
	ATTENTION_ANSWERED,  /* answered what the coach wrote of a plan */
	ATTENTION_QUESTION,  /* is trying, and an explanation did not help */
	ATTENTION_STILL,     /* is here, but the plan stands still */
	ATTENTION_AWAY,	     /* began, and stayed away */
	ATTENTION_NEW,	     /* was never here */
	ATTENTION_NONE
};

struct attention {
	enum attention_kind kind;
	int64_t since_s; /* handed in, answered, last tried, saved, … */
};

/* Moments are seconds since 1970; 0: never. */
struct plan_moments {
	int64_t saved_s, handed_in_s;
	bool is_read;	    /* what was handed in last, by a coach */
	int64_t seen_s;	    /* when the maker was last here */
	int64_t answered_s; /* what the coach wrote, and not seen yet */
};

struct question_moments {
	int tries;
	bool is_right_once;
	int64_t tried_s; /* the last time */
};

struct person_moments {
	int64_t joined_s, seen_s;
	bool is_busy; /* began something that is not complete */
};

struct attention attention_to_plan(struct plan_moments, int64_t now_s);
struct attention attention_to_question(struct question_moments);
struct attention attention_to_person(struct person_moments, int64_t now_s);

/*
 * Below 0: the first is more pressing. By kind; what was handed in longest
 * ago waits longest, and of the rest the freshest comes first, because help
 * is worth most while somebody still remembers the matter.
 */
int attention_compare(struct attention, struct attention);

/* Whole days between; 0 when the moment is yet to come. */
int attention_days(int64_t since_s, int64_t now_s);
#endif
