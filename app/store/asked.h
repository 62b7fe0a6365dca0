/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_STORE_ASKED_H
#define LMS_STORE_ASKED_H
/*
 * Whom somebody asked about a case: kept with the plan, an act a row, never
 * changed. plan_ask asks for it too; alone it is for pages without a plan.
 */
#include "core/asked.h"
#include "store/plan.h"

/* Of one's own newest version; without a plan nobody was asked. */
void asked_ask(struct batch *, const struct plan_key *);
struct plan_asked asked_read(const struct batch *);

/* A talk that is asked for; what it costs comes from the case. */
struct asked_wish {
	const char *document;
	int seen; /* acts that the page knew of: the key of this one */
	int minutes, early_minutes, budget;
	bool is_resident;
};

enum asked_outcome {
	ASKED_SAVED,   /* or stored already */
	ASKED_FULL,    /* no time left */
	ASKED_CHANGED, /* somebody else was asked since */
	ASKED_OPEN     /* a version was handed in: no need to ask */
};

void asked_ask_talk(
    struct batch *, const struct plan_key *, const struct asked_wish *);
/* Gives all time back. */
void asked_ask_again(struct batch *, const struct plan_key *, int seen);
enum asked_outcome asked_read_outcome(const struct batch *, enum query);
#endif
