/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_ACTION_OFFER_H
#define LMS_WEB_PLAN_ACTION_OFFER_H
/*
 * What the plan already says that somebody must do: an action is begun with
 * one press. Who does it and when stays open: that is thinking.
 */
#include "web/plan/frame.h"

/* So many at once; the next comes when one of them is an action. */
enum { ACTION_OFFERS_MAX = 6 };

struct action_offer {
	const char *code; /* of the tariff or the article: ?begin= */
	const char *words;
	const struct safe_url *url;
};

/* New lines of the doorbraak and articles that no action is about yet. */
size_t action_offers(struct action_offer[ACTION_OFFERS_MAX],
    const struct exchange *, const struct plan_place *, const struct plan *);
/* What an action about this code begins with; "" for another code. */
const char *
action_offered(const struct exchange *, const struct plan *, const char *code);
/* Who may be meant by "who": the household, who can be asked, who was named. */
size_t action_people(const char ***names, const struct exchange *,
    const struct plan_place *, const struct plan *);
#endif
