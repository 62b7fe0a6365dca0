/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_REFUSED_H
#define LMS_WEB_PLAN_REFUSED_H
/*
 * What was written, when it could not be saved: the plan was handed in
 * meanwhile, or the database does not answer. See struct route.
 */
#include "web/plan/frame.h"

struct refused_row {
	const char *label, *value;
	const char *fault; /* what of it may not be stored, or NULL */
};

struct refused_view {
	struct shell shell;
	const struct status_text *text;
	size_t row_count;
	const struct refused_row *rows;
	const struct safe_url *casus_url;
	/* To send it once more, when that may help; action NULL: it won't. */
	const struct safe_url *action;
	size_t field_count;
	const struct form_field *fields;
};

void plan_refused(struct exchange *, enum status);
#endif
