/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_LAW_FIND_H
#define LMS_WEB_PLAN_LAW_FIND_H
/* The law finder in a plan: from an obstacle in plain words to articles. */
#include "web/plan/frame.h"

struct plan_law_found {
	const struct law *law;
	const char *name;
	bool is_picked, is_local;
	const char *fits; /* what people say, that it was found by; or NULL */
	const struct safe_url *url; /* its own page, with the way back */
};

struct plan_law_finder {
	const char *csrf, *search, *count_words;
	int64_t revision;
	const struct safe_url *page_url, *pick_url;
	const struct safe_url *law_url; /* the page of the law */
	size_t found_count;
	const struct plan_law_found *found;
};

/* Asks for what ?zoek= finds, beside the plan. */
void plan_law_ask(struct exchange *);
const struct plan_law_finder *plan_law_find(const struct exchange *,
    const struct plan_place *, const struct plan_record *);
/* What a script asks anew while somebody types: the list alone. */
void plan_law_answer_found(struct exchange *, const struct plan_place *,
    const struct plan_record *);
/* An article's own page, from where one comes back to this plan. */
const struct safe_url *plan_law_url(const struct exchange *,
    const struct plan_place *, const char *code);
#endif
