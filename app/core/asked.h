/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_ASKED_H
#define LMS_CORE_ASKED_H
/*
 * Whom the maker of a plan asked, in which order, and what that cost. The
 * acts come as they were stored, the oldest first; what they say together is
 * worked out here. Pure. Source of the rules: courses/README.md, "Gesprekken".
 */
#include <stdbool.h>
#include <stddef.h>

/* One act; the names are those of the database (asked_act_by_name). */
enum asked_act {
	ASKED_TALK,  /* gesprek: the talk was had */
	ASKED_EARLY, /* te_vroeg: little was said, time was lost */
	ASKED_ANEW,  /* opnieuw: begun anew, with all time back */
	ASKED_ACT_COUNT
};

struct asked_entry {
	enum asked_act act;
	const char *document; /* slug of the talk; "" for ASKED_ANEW */
	int minutes;	      /* what it cost */
	bool is_resident;     /* with who the plan is for */
};

/* What all acts on a plan come to. All zero: nobody was asked. */
struct plan_asked {
	size_t count; /* since the last ASKED_ANEW, which is not in it */
	const struct asked_entry *list;
	size_t act_count;  /* of all: the key of the next act */
	int minutes;	   /* spent, what was lost included */
	int early_minutes; /* lost by asking before the resident */
	int restarts;
	bool has_resident;	/* the resident was asked */
	bool is_resident_first; /* before anybody else */
	bool is_kept; /* known at all: an expert's plan says nothing */
	bool is_open; /* a version was handed in: all can be read */
};

/* How a talk stands. */
enum talk_state { TALK_FREE, TALK_HAD, TALK_TOO_EARLY, TALK_NO_TIME };

/* `entries` is borrowed: the list points into it. */
struct plan_asked asked_of(const struct asked_entry *entries, size_t count);
/* ASKED_ACT_COUNT for another name. */
enum asked_act asked_act_by_name(const char *);
/* Did that happen with this talk, since the last time it was begun anew? */
bool asked_has(const struct plan_asked *, enum asked_act, const char *document);
/* A talk that costs `minutes`, in a case that gives `budget` in all. */
enum talk_state asked_talk_state(
    const struct plan_asked *, const char *document, int minutes, int budget);
/* What is left of the budget, never below 0. */
int asked_left(const struct plan_asked *, int budget);
#endif
