/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_FEEDBACK_SUM_H
#define LMS_WEB_FEEDBACK_SUM_H
#include "web/feedback.h"

/* Fills all that the page says in money; plans, titles and ids are there. */
void feedback_sum_fill(struct feedback_view *, struct arena *);
#endif
