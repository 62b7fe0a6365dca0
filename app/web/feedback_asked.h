/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_FEEDBACK_ASKED_H
#define LMS_WEB_FEEDBACK_ASKED_H
/* Whom the maker asked, in which order, and why the resident first. */
#include "web/feedback.h"

/* Leaves the words NULL for a case without talks, or when it is not known. */
void feedback_asked_fill(struct feedback_view *, struct arena *);
#endif
