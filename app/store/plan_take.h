/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_STORE_PLAN_TAKE_H
#define LMS_STORE_PLAN_TAKE_H
/* A plan that was read from a file, into the draft; and back again. */
#include "store/plan.h"

struct plan_import {
	const char *act; /* id of the form: twice is once */
	int64_t seen;	 /* revision that the form was made with */
	const struct plan *plan; /* plan_take_sealed() */
	const char *lines, *articles, *actions; /* rows as JSON */
};

/* The plan with its texts sealed, as the tables hold them. */
const struct plan *plan_take_sealed(struct batch *,
    const struct plan_key *, const struct plan *);
/* Replaces the draft; ST_CONFLICT when somebody worked on it since. */
void plan_ask_import(struct batch *, const struct plan_key *,
    const struct plan_import *);
/* Puts back what was there; not saved: somebody worked on it since. */
void plan_ask_import_undo(struct batch *, const struct plan_key *,
    const char *act);
void plan_ask_imported(struct batch *, const struct plan_key *,
    const char *act);
bool plan_read_imported(const struct batch *);
#endif
