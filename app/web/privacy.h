/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PRIVACY_H
#define LMS_WEB_PRIVACY_H
/*
 * What a form says about a text that points to a real person. Every field
 * that somebody may write in asks privacy_fault; what slips by is refused
 * where it would be stored (sealed_put), with plan_refused.
 */
#include "content/library.h"

/* What it looks like and what to do; NULL: nothing is stopped. */
const char *privacy_fault(struct arena *, const char *text);
/* A question about a name that is not in the case; NULL: none. */
const char *privacy_question(struct arena *, const struct casus *,
    const char *text);
#endif
