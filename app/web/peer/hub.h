/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PEER_HUB_H
#define LMS_WEB_PEER_HUB_H
/* Where one stands with reading each other's plans for a case. */
#include "web/peer/place.h"

struct peer_plan_view {
	const char *title, *state, *badge_css;
	const char *helped, *answer; /* of the maker; or NULL */
	const struct safe_url *url;
};

struct peer_hub_view {
	struct shell shell;
	const char *casus_title;
	const struct safe_url *casus_url, *deal_url, *self_url, *received_url;
	const char *waits;	/* why there is nothing (more) to read; NULL */
	const char *deal_words; /* of the button; NULL: nothing to deal */
	bool is_handed_in;
	size_t plan_count;
	struct peer_plan_view plans[PEER_SLOTS];
	const char *received; /* "Twee lezers schreven…" or NULL */
};

/* GET and POST …/lezen: asking for plans to read */
void ask_peer_hub(struct exchange *);
void show_peer_hub(struct exchange *);
void ask_peer_deal(struct exchange *);
void show_peer_deal(struct exchange *);

/* A line about it on another page: what there is to do, and where. */
struct peer_line_view {
	const char *words;
	const struct safe_url *url;
};
/* False: it asks nothing, and there is nothing to see. */
bool peer_line_of(
    struct peer_line_view *, const struct exchange *, const struct peer_news *);
/* The lines of all cases that have something to do, for Mijn leeromgeving. */
size_t peer_lines(const struct peer_line_view **, const struct exchange *);
#endif
