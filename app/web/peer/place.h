/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PEER_PLACE_H
#define LMS_WEB_PEER_PLACE_H
/* What every page of reading each other begins with, and its addresses. */
#include "core/rubric.h"
#include "store/peer.h"
#include "web/plan/frame.h"

/* The page of one's own plan, judged by the same questions. */
#define PEER_SELF_SLUG "eigen"
/* Whom somebody writes for; said wherever somebody writes. */
#define PEER_HONEST                                                            \
	"Jullie lezen zonder naam. Je docent ziet wel wie wat schreef. "       \
	"Schrijf "                                                             \
	"geen namen, ook niet je eigen naam."

/* False: no such case, or a course without a rubric; 404 was answered. */
bool peer_find(struct exchange *, struct plan_place *);
/* …/lezen, …/lezen/<part> and …/lezen/<part>/<more>; NULL ends. */
const struct safe_url *peer_url(const struct exchange *,
    const struct plan_place *, const char *part, const char *more);
/* "Betrokkenheid" */
const char *peer_value_title(enum rule_value);
#endif
