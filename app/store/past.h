/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_STORE_PAST_H
#define LMS_STORE_PAST_H
/*
 * Earlier states of the long texts of a draft, kept by the database when a
 * text gives way to another (keep_plan_text of migrations/0005).
 */
#include "store/plan.h"

/* As the page says it; the database keeps to the same. */
enum { PAST_MAX = 12 /* a text */, PAST_DAYS = 30 };

struct past_text {
	const char *field; /* its name: "wens", "ruimte:PW-49-b" */
	int64_t id, saved_s;
	const char *value;
};

/* Of one text, the latest first; of all ("") without the words. */
void past_ask(struct batch *, const struct plan_key *, const char *field);
size_t past_read(const struct batch *, const struct past_text **);
/* Puts a state back; answers plan_read_saved. basis: of the text now. */
void past_ask_put_back(struct batch *, const struct plan_key *,
    const char *field, int64_t id, const char *basis);
/* Tidies up what is too old, of whoever it is. */
void past_ask_tidy(struct batch *);
#endif
