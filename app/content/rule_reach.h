/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_RULE_REACH_H
#define LMS_CONTENT_RULE_REACH_H
/*
 * Whether a condition of regels.json can hold at all, by reasoning about the
 * condition alone: no plan is needed.
 */
#include "content/library.h"

#include <jansson.h>

enum reach { REACH_SOME, REACH_NEVER, REACH_ALWAYS };

struct reach_of {
	const struct library *library;
	const struct casus *casus;
	const json_t *days;
	const char *today;
	/* Found along the way, for the author: why; NULL: two parts of it. */
	const char *why;
};

/* The condition must have been read without faults. */
enum reach rule_reach(struct reach_of *, const json_t *when);
#endif
