/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_PREFAB_H
#define LMS_WEB_PLAN_PREFAB_H
/*
 * A prefab start of the doorbraak, by profile. Nothing of it is in the plan
 * until somebody fills in this household's own numbers.
 */
#include "web/plan/rendement.h"

struct prefab_row {
	const char *name, *ask;
	bool is_used;		    /* the doorbraak has such a line */
	const struct safe_url *url; /* to the form of it */
};

struct prefab_law {
	const char *name;
	const struct safe_url *url;
};

struct prefab_view {
	const char *name, *hindernis, *open_words;
	const struct safe_url *page_url;
	bool is_open; /* somebody asked for it */
	struct plan_select_view profile;
	size_t count, law_count;
	const struct prefab_row *rows;
	const struct prefab_law *laws;
};

/* Of ?voorzet=, or of the case's own profile; NULL when there are none. */
const struct prefab_view *prefab_view_of(
    const struct exchange *, const struct plan_place *, const struct plan *);
#endif
