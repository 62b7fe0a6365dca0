/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_FEEDBACK_EXPERT_H
#define LMS_WEB_FEEDBACK_EXPERT_H
/*
 * The expert's plan on the feedback page: part by part, or as a whole, and
 * only on request. What was asked for stays.
 */
#include "web/feedback.h"

/* Which parts are shown, by what was asked for (or to whoever coaches). */
void feedback_parts_fill(
    struct feedback_view *, struct arena *, const struct feedback_acts *);
/* After the items: how to ask for the plan as a whole. */
void feedback_parts_invite(struct feedback_view *, struct arena *);
/* Was this part asked for, at this version or an earlier one? */
bool feedback_part_is_asked(
    const struct feedback_record *, size_t count, enum feedback_part_name);
#endif
