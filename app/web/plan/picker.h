/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_PICKER_H
#define LMS_WEB_PLAN_PICKER_H
/*
 * The list of tariffs to make a line of: by what something is for, and what
 * is used most first.
 */
#include "web/plan/price.h"
#include "web/plan/rendement.h"

struct picker_tariff {
	const char *name, *text, *amount, *folded;
	const struct safe_url *url;
};

/* What something is for: "Jeugd (21)". */
struct picker_purpose {
	const char *words;
	const struct safe_url *url;
	bool is_here;
};

struct picker_view {
	const char *scenario, *search, *purpose, *count_words;
	const char *table; /* the version of the general one */
	const struct safe_url *page_url;
	size_t count, purpose_count;
	const struct picker_tariff *tariffs;
	const struct picker_purpose *purposes; /* the first is all */
};

/* As the address asks: ?zoek= and ?waarvoor=. */
struct picker_view picker_view_of(const struct exchange *,
    const struct plan_place *, const struct plan_tariffs *, enum scenario);
#endif
