/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_TALK_H
#define LMS_WEB_TALK_H
/*
 * "Met wie wil je praten?": the talks of a case as a learner chooses them,
 * what was said, and what time is left.
 */
#include "store/asked.h"
#include "web/plan/frame.h"

/* Somebody who can be asked, or was. */
struct talk_item {
	const struct document *document;
	int number; /* of the document, in the case */
	enum talk_state state;
	bool is_early;	   /* asked before the resident, and not had since */
	bool may_read;	   /* what was said, or what was said too early */
	const char *cost;  /* "1 uur" */
	const char *words; /* how it stands: "gevraagd, 1 uur" */
	const struct safe_url *url; /* what was said */
};

struct talk_list {
	const char *csrf;
	size_t count; /* 0: the case has no talks */
	const struct talk_item *items;
	const char *left; /* "1 uur en 20 minuten" */
	bool may_ask;	  /* nothing was handed in yet */
	bool is_coach;	  /* reads everything all the same */
	struct plan_asked asked;
	const char *lost; /* "10 minuten", or NULL: nothing */
	int seen;
	const struct safe_url *ask_url, *again_url;
	const char *notice; /* why the last press did nothing, or NULL */
};

/* Of the case at hand; asked_ask or plan_ask was asked before. */
struct talk_list talk_list_for(const struct exchange *,
    const struct plan_place *, const struct plan_asked *);
/* Minutes as somebody says them: "1 uur en 20 minuten". */
const char *talk_time(struct arena *, int minutes);
/* May who made this plan read the document by now? A paper always. */
bool talk_may_read(const struct plan_asked *, const struct document *);
/* Did that party say too little, because it was asked too early? */
bool talk_is_early(const struct plan_asked *, const struct document *);
/* The documents that talk_may_read, of a case. */
size_t talk_readable(const struct plan_asked *, const struct casus *);

void ask_talk(struct exchange *);
void show_talk(struct exchange *);
void ask_talk_again(struct exchange *);
void show_talk_again(struct exchange *);
#endif
