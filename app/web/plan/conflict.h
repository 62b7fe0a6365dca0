/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_CONFLICT_H
#define LMS_WEB_PLAN_CONFLICT_H
/*
 * Two windows, or two devices, on the same part of a plan: what is stored
 * beside what was sent. Nothing is overwritten; the reader chooses.
 */
#include "web/plan/frame.h"

enum { CONFLICT_ROWS = 3 };

/* What is stored beside what was sent. */
struct plan_conflict_row {
	const char *label, *stored, *typed;
};

/* A field of the form that sends it all the same. */
struct plan_conflict_field {
	const char *name, *value;
};

struct plan_conflict {
	enum plan_page page;
	const struct safe_url *action, *keep; /* send again; leave it */
	const char *send_words, *owner_suffix;
	size_t count;
	struct plan_conflict_row row[CONFLICT_ROWS];
	/* Stamps of what is stored now, that the reader has seen then. */
	size_t basis_count;
	struct plan_conflict_field basis[CONFLICT_ROWS];
};

struct plan_conflict_view {
	struct plan_frame frame;
	const struct plan_conflict *of;
	const char *owner;
	size_t field_count;
	const struct plan_conflict_field *fields;
};

/* 409, with a form that sends the same fields and the stamps of `of`. */
void plan_conflict_answer(struct exchange *, const struct plan_place *,
    const struct plan_record *, const struct plan_conflict *of);
#endif
