/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_FEEDBACK_SIGNALS_H
#define LMS_WEB_FEEDBACK_SIGNALS_H
/* What the calculation core remarks on a plan, for the feedback page. */
#include "web/feedback.h"

/* Lives in the arena; borrows plan and sum. Empty without a result. */
struct feedback_signals
feedback_signals_of(struct arena *, const struct feedback_side *);
#endif
