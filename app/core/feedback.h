/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_FEEDBACK_H
#define LMS_CORE_FEEDBACK_H
/*
 * A learner's plan laid beside the expert's: what is in one and not in the
 * other. Pure. It compares structure, never the height of a saving: nobody
 * passes or fails on money (rekenregels §8).
 */
#include "base/arena.h"
#include "core/plan.h"

/* Lines of the expert that the learner does not have in a scenario. */
struct line_difference {
	enum scenario scenario;
	size_t missing_count, extra_count;
	const struct plan_line **missing; /* of the expert */
	const struct plan_line **extra;	  /* of the learner */
};

struct plan_difference {
	struct line_difference lines[SCENARIO_COUNT];
	size_t shared_count, missing_count, extra_count;
	const char **shared;  /* codes of articles that both use */
	const char **missing; /* that only the expert uses */
	const char **extra;   /* that only the learner uses */
};

/* Codes are compared; two lines with one code in one scenario count as one. */
struct plan_difference plan_compare(struct arena *, const struct plan *mine,
    const struct plan *expert);
#endif
