/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_FEEDBACK_ITEMS_H
#define LMS_WEB_FEEDBACK_ITEMS_H
/* What the author's rules say of a plan, for the feedback page. */
#include "web/feedback.h"

/* Fills v->values and what changed; plans and sums are there. */
void feedback_items_fill(struct feedback_view *, struct exchange *,
    const struct feedback_acts *);
#endif
