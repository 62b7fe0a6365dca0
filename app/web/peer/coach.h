/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PEER_COACH_H
#define LMS_WEB_PEER_COACH_H
/*
 * The coach lets the members of a team read each other's plans, per case, and
 * sees who wrote what.
 */
#include "web/peer/words.h"

struct peer_round_view {
	const char *casus, *words, *about; /* about: the team, for the ear */
	const char *cursus_slug, *casus_slug, *team_id;
	bool is_open;
	const struct safe_url *url; /* who read what; NULL: nobody yet */
};

struct peer_team_view {
	const char *name;
	size_t round_count;
	const struct peer_round_view *rounds;
};

struct peer_rounds_view {
	struct shell shell;
	size_t team_count;
	const struct peer_team_view *teams;
};

/* What one reader wrote, with the name. */
struct peer_read_view {
	const char *title, *state; /* "Bea als Lezer 1"; sent or not */
	const struct peer_value_words *words; /* NULL: not sent */
	const char *helped, *answer;	      /* of the maker; or NULL */
};

struct peer_maker_view {
	const char *name;
	size_t count;
	const struct peer_read_view *readers;
};

struct peer_class_view {
	struct shell shell;
	const char *team, *casus;
	size_t maker_count;
	const struct peer_maker_view *makers;
};

/* GET and POST /team/samen-lezen */
void ask_peer_rounds(struct exchange *);
void show_peer_rounds(struct exchange *);
void ask_peer_round(struct exchange *);
void show_peer_round(struct exchange *);
/* GET /team/samen-lezen/:team/:cursus/:casus */
void ask_peer_class(struct exchange *);
void show_peer_class(struct exchange *);
#endif
