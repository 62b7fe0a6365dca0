/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_REVIEW_H
#define LMS_CORE_REVIEW_H
/*
 * A coach's reaction to a plan that was handed in: what may be sent, what may
 * be taken back, what holds when more than one was sent. One message with one
 * outcome, in words and never a score. Pure.
 */
#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum review_outcome {
	REVIEW_NOTES,	 /* remarks only */
	REVIEW_QUESTION, /* back with a question */
	REVIEW_READY,	 /* "klaar voor de praktijk" */
	REVIEW_DRAFT	 /* not sent: no outcome yet */
};

/* "opmerkingen", "vraag", "klaar"; of a draft: "". */
const char *review_outcome_name(enum review_outcome);
/* REVIEW_DRAFT for another name. */
enum review_outcome review_outcome_by_name(const char *);

/* The passage that is the plan as a whole. */
#define REVIEW_WHOLE "geheel"

/* Why a reaction cannot be sent. */
enum review_fault {
	REVIEW_SENDS,
	REVIEW_LACKS_OUTCOME,
	REVIEW_LACKS_QUESTION, /* back, but with which question? */
	REVIEW_LACKS_WORDS     /* remarks only, and there are none */
};
/* has_words: on the whole; remarks: beside passages. */
enum review_fault
review_may_send(enum review_outcome, bool has_words, size_t remarks);

/* One reaction, as far as the rules need it. */
struct review_state {
	enum review_outcome outcome;
	int64_t sent_s; /* 0: a draft */
	bool is_opened; /* by the maker of the plan */
	bool has_draft; /* its writer has begun a next one */
};
bool review_may_take_back(struct review_state);

/*
 * The reaction that says how the plan stands: the last one that was sent back
 * or called ready. Remarks alone change nothing. -1: none says so.
 */
int review_standing(const struct review_state *, size_t count);

/* "één opmerking", "drie opmerkingen", "14 opmerkingen". */
const char *review_words_remarks(struct arena *, size_t count);
/* "één vraag en drie opmerkingen"; of a plan that is ready: "het is klaar
 * voor de praktijk, met één opmerking". */
const char *review_words(
    struct arena *, enum review_outcome, bool has_words, size_t remarks);
#endif
