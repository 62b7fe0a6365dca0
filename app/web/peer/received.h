/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PEER_RECEIVED_H
#define LMS_WEB_PEER_RECEIVED_H
/* What readers wrote about one's own plan, beside one's own view of it. */
#include "web/peer/words.h"

/* What is said back to one reader. */
struct peer_reply_view {
	const char *who, *csrf, *id;
	const struct safe_url *action;
	bool is_answered, has_helped;
	const char *answer, *error; /* error: or NULL */
};

struct peer_received_view {
	struct shell shell;
	const char *casus_title, *about; /* about: which version they read */
	const struct safe_url *casus_url, *hub_url, *self_url;
	bool has_self;
	const struct peer_value_words *words;
	size_t reply_count;
	const struct peer_reply_view *replies;
};

/* GET …/lezen/ontvangen, POST …/lezen/ontvangen/:lezer */
void ask_peer_received(struct exchange *);
void show_peer_received(struct exchange *);
void ask_peer_reply(struct exchange *);
void show_peer_reply(struct exchange *);
#endif
