/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_FEEDBACK_BESIDE_H
#define LMS_WEB_FEEDBACK_BESIDE_H
#include "web/feedback.h"

/* Fills item->beside: the parts of both plans that its rule is about. */
void feedback_beside_fill(struct feedback_item *,
    const struct feedback_view *, const struct exchange *);
#endif
