/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PEER_JUDGE_H
#define LMS_WEB_PEER_JUDGE_H
/*
 * A plan of somebody else to read, with the form to say what one finds of it;
 * or that form for one's own plan.
 */
#include "web/peer/form.h"
#include "web/peer/words.h"
#include "web/plan/reading.h"

struct peer_judge_view {
	struct shell shell;
	const char *title, *intro, *casus_title;
	const struct safe_url *hub_url, *casus_url;
	const char *alert_title, *alert;    /* above all; or NULL */
	struct reading reading;		    /* not of one's own */
	const struct safe_url *version_url; /* of one's own */
	bool is_self;
	const char *sent; /* "Verstuurd op …": nothing changes; or NULL */
	const struct peer_value_words *words; /* when it was sent */
	const struct peer_value_words *typed; /* after it was sent; or NULL */
	struct peer_form form;		      /* when it was not */
};

/* GET and POST …/lezen/:plek: 1, 2 or "eigen" */
void ask_peer_judge(struct exchange *);
void show_peer_judge(struct exchange *);
void ask_peer_save(struct exchange *);
void show_peer_save(struct exchange *);
#endif
