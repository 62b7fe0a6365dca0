/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_START_H
#define LMS_WEB_PLAN_START_H
/* What the dossier says runs today: taken over into huidig on request. */
#include "web/plan/rendement.h"

struct start_row {
	const char *name, *words, *document;
	const char *value;	    /* of the field "regel" */
	const char *id;		    /* of this press */
	const struct safe_url *url; /* of the document */
};

struct start_view {
	const char *csrf, *all_words, *all_id;
	const struct safe_url *action;
	size_t count;
	const struct start_row *rows;
};

/* What the plan does not have yet; NULL when there is nothing. */
const struct start_view *start_view_of(const struct exchange *,
    const struct plan_place *, const struct plan_record *);

/* The same as a text to write on from, a line each; NULL: nothing runs. */
const char *start_words(const struct exchange *, const struct plan_place *);

/* POST …/plan/rendement/dossier */
void ask_start_take(struct exchange *);
void show_start_take(struct exchange *);
#endif
