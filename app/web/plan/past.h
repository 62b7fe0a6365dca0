/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_PAST_H
#define LMS_WEB_PLAN_PAST_H
/* The history of a plan: its versions, and earlier states of its texts. */
#include "store/past.h"
#include "web/plan/frame.h"

struct past_version {
	const char *title, *words;
	const struct safe_url *url; /* the draft's own is NULL */
};

/* A text with earlier states, or one of those states. */
struct past_row {
	const char *title, *words, *value;
	const struct safe_url *url; /* of a text: all its states */
	const char *id;		    /* of a state */
};

struct past_view {
	struct plan_frame frame;
	size_t version_count, row_count;
	const struct past_version *versions;
	const struct past_row *rows;
	const char *field; /* whose states these are; NULL: of all texts */
	const char *label, *current, *basis;
	const struct safe_url *page_url, *text_url, *put_back_url;
	bool is_put_back_refused; /* the text changed in between */
};

/* GET …/plan/geschiedenis, with ?tekst=wens of one text */
void ask_past(struct exchange *);
void show_past(struct exchange *);
/* POST …/plan/geschiedenis/terug */
void ask_past_put_back(struct exchange *);
void show_past_put_back(struct exchange *);
#endif
