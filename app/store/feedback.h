/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_STORE_FEEDBACK_H
#define LMS_STORE_FEEDBACK_H
/*
 * What the maker of a plan did with the feedback on a version that was handed
 * in: which rules held, what was opened, what was answered. Who may see it is
 * who may see the version.
 */
#include "store/plan.h"

/* "klopt" answers as well as others: at most so many characters. */
enum { FEEDBACK_ANSWER_MOST = 2000 };

/* What was shown on request. */
enum feedback_level { LEVEL_QUESTION, LEVEL_HINT, LEVEL_EXPERT };

/* What was shown of the expert's plan apart from a rule is kept as a rule is,
 * under a name that begins so; the id of a rule begins with a letter. */
enum { FEEDBACK_PART = '-' };

struct feedback_record {
	int number; /* of the version */
	const char *rule;
	bool is_found; /* it held when the version was handed in */
	enum feedback_level level;
	const char *answer, *stamp; /* answer "": none */
	bool agrees;
	int64_t answered_s; /* 0: never */
};

/* Of a version, as plan_ask_member names it (person 0: one's own), and of the
 * one before it; what was shown of the expert's plan, of all before it. The texts are opened by what plan_ask asks for. */
void feedback_ask(
    struct batch *, const struct plan_key *, int64_t person_id, int number);
size_t feedback_read(const struct batch *, const struct feedback_record **);
/* NULL when there is none. */
const struct feedback_record *feedback_find(
    const struct feedback_record *, size_t count, int number, const char *rule);

/* The rules that held for the version that is handed in by this batch. */
void feedback_ask_keep(struct batch *, const struct plan_key *, int number,
    const char *const *rules, size_t count);
void feedback_ask_open(struct batch *, const struct plan_key *, int number,
    const char *rule, enum feedback_level);
/* basis: the stamp that the form knows. */
void feedback_ask_answer(struct batch *, const struct plan_key *, int number,
    const char *rule, const char *basis, const char *answer, bool agrees);
/* False: it was changed elsewhere, and left as it is. */
bool feedback_is_saved(const struct batch *);
#endif
