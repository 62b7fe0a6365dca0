/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_HAND_IN_H
#define LMS_WEB_PLAN_HAND_IN_H
/* Beginning a plan, looking it over, handing it in, starting again. */
#include "web/plan/form.h"

struct hand_in_todo {
	const char *text;
	const struct safe_url *url;
	bool is_required;
};

struct hand_in_step {
	int number;
	const char *name, *state, *badge_css;
	const struct safe_url *url;
	size_t todo_count;
	struct hand_in_todo todo[STEP_TODO_MAX];
};

struct hand_in_view {
	struct plan_frame frame;
	const struct safe_url *action;
	const char *csrf;
	struct hand_in_step step[STEP_COUNT];
	bool is_ready;	/* nothing that is required is open */
	bool was_refused; /* somebody tried all the same */
};

void plan_hand_in_answer(struct exchange *, const struct plan_place *,
    const struct plan_record *, int code);
/*
 * POST …/plan/inleveren: two trips. The plan is read and judged, then handed
 * in as it was read; when it changed in between, nothing is handed in.
 */
void ask_hand_in(struct exchange *);
void ask_hand_in_again(struct exchange *);
void show_hand_in(struct exchange *);
/* POST …/plan: begin; POST …/plan/opnieuw: a new version of what was handed
 * in. */
void ask_plan_start(struct exchange *);
void show_plan_start(struct exchange *);
void ask_plan_revise(struct exchange *);
void show_plan_revise(struct exchange *);
#endif
