/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_FEEDBACK_VIEW_H
#define LMS_WEB_FEEDBACK_VIEW_H
/* Composes the feedback page from a handed-in plan and its case. */
#include "web/feedback.h"

/* Owned by the exchange's arena; borrows course, casus and record. */
struct feedback_view *feedback_view_make(struct exchange *,
    const struct course *, const struct casus *, const struct plan_record *,
    const struct feedback_acts *, bool is_coach);
#endif
