/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_STORE_PEER_H
#define LMS_STORE_PEER_H
/*
 * Reading each other's plans inside a class: what is dealt to whom, what
 * readers write by the rubric, what a maker says back. A plan that was dealt
 * is read with plan_ask_dealt (plan.h). The rules are SQL:
 * migrations/0019_peer.sql.
 */
#include "store/plan.h"

/* The most that a column takes, in characters. */
enum { PEER_WORD_MOST = 2000, PEER_REPLY_MOST = 1000, PEER_SLOTS = 2 };
enum { PEER_SELF = 0 }; /* instead of a slot: one's own plan */

/* What reading each other asks of somebody, per case. */
struct peer_news {
	const char *course, *casus;
	bool is_open, is_handed_in;
	int dealt, sent;      /* to read, and done */
	int received, unseen; /* that readers sent; not opened yet */
};
/* course and casus NULL: of all cases. */
void peer_ask_news(struct batch *, const unsigned char token_hash[32],
    const char *course, const char *casus);
size_t peer_read_news(const struct batch *, const struct peer_news **);

/* Deals what is lacking of two plans; asking again gives no third. */
void peer_ask_deal(struct batch *, const struct plan_key *);

/* How many could be dealt now. */
void peer_ask_waiting(struct batch *, const struct plan_key *);
int peer_read_waiting(const struct batch *);

/* A plan that one reads, and what its maker said back. */
struct peer_dealt {
	int slot;
	int64_t saved_s, sent_s; /* 0: nothing was written, or sent */
	bool is_answered, has_helped;
	const char *answer; /* "": only that it helped, or not */
};
void peer_ask_dealt(struct batch *, const struct plan_key *);
size_t peer_read_dealt(const struct batch *, const struct peer_dealt **);

/* A field of a judgement: a level that was chosen, or words. */
struct peer_word {
	const char *field, *value, *stamp; /* stamp: of one's own only */
};

/* What whoever asks wrote in a slot. */
struct peer_own {
	int number; /* of the version it is about */
	int64_t saved_s, sent_s;
	size_t count;
	const struct peer_word *words;
};
void peer_ask_own(struct batch *, const struct plan_key *, int slot);
/* False: nothing was dealt there, or nothing handed in. */
bool peer_read_own(struct peer_own *, const struct batch *);
/* "" when there is none. */
const char *
peer_word_of(const struct peer_word *, size_t count, const char *field);

enum peer_outcome { PEER_SAVED, PEER_SENT, PEER_FROZEN, PEER_CHANGED };
struct peer_saved {
	enum peer_outcome outcome;
	int64_t saved_s;
	const char *stamps; /* JSON: of each field as it was sent */
};
/* bases: the stamps that the form knows of each field. */
void peer_ask_save(struct batch *, const struct plan_key *, int slot,
    const struct plan_texts *, bool must_send);
struct peer_saved peer_read_saved(const struct batch *);

/* What one reader sent, and what was said back. */
struct peer_judgement {
	int reader;		    /* 1: "Lezer 1" */
	int number;		    /* of the version that was read */
	int64_t maker_id;	    /* and who is who: for the coach only */
	const char *person, *maker; /* or NULL */
	int64_t sent_s;		    /* 0: not sent yet; for the coach only */
	bool is_answered, has_helped;
	const char *answer;
	size_t count;
	const struct peer_word *words;
};
/* About one's own plan. */
void peer_ask_received(struct batch *, const struct plan_key *);
size_t peer_read_received(const struct batch *, const struct peer_judgement **);
/* Notes that the maker opened them. */
void peer_ask_see(struct batch *, const struct plan_key *);
/* False: something else was said before. */
void peer_ask_reply(struct batch *, const struct plan_key *, int reader,
    bool has_helped, const char *answer);
bool peer_is_replied(const struct batch *);

/* A case in a team that one coaches; course NULL: nobody handed in. */
struct peer_round {
	int64_t team_id;
	const char *team, *course, *casus;
	bool is_open;
	int handed_in, dealt, sent;
};
void peer_ask_rounds(struct batch *, const unsigned char token_hash[32]);
size_t peer_read_rounds(const struct batch *, const struct peer_round **);
void peer_ask_round(
    struct batch *, const struct plan_key *, int64_t team, bool is_open);
/* Who reads whom in a team, by maker. *team NULL: not one that one coaches. */
void peer_ask_team(struct batch *, const struct plan_key *, int64_t team);
size_t peer_read_team(
    const struct batch *, const struct peer_judgement **, const char **team);
#endif
