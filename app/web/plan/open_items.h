/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_OPEN_ITEMS_H
#define LMS_WEB_PLAN_OPEN_ITEMS_H
/*
 * A new draft carries what is open of the feedback on the version before it,
 * each item on the page where one mends it. What its maker said to be right
 * ("dit klopt voor mijn plan, want") is not open.
 */
#include "web/plan/frame.h"

/* Nothing for a first version. The rules are judged only when needed. */
void open_items_fill(struct plan_frame *, const struct exchange *,
    const struct plan_place *, enum plan_page);
#endif
