/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_REMARKS_H
#define LMS_WEB_PLAN_REMARKS_H
/*
 * A new draft carries what a coach wrote about the version before it, each
 * remark on the page where its passage is written. What the maker put at done
 * is not there, and a reaction that was not opened yet is one line.
 */
#include "web/plan/frame.h"

void remarks_fill(struct plan_frame *, const struct exchange *,
    const struct plan_place *, enum plan_page);
#endif
