/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_STORE_SESSION_H
#define LMS_STORE_SESSION_H
/*
 * Who is asking. The session's statement is the first of every batch of a
 * route that needs one; when it does not hold, it raises and PostgreSQL
 * skips the rest. The page's own statements join the session all the same.
 */
#include "base/status.h"
#include "store/batch.h"

enum role { ROLE_LEARNER = 1, ROLE_COACH = 2, ROLE_AUTHOR = 4, ROLE_ADMIN = 8 };

struct session {
	int64_t person_id; /* 0: nobody */
	int64_t organisation_id;
	const char *name;
	const char *organisation;
	unsigned roles;		/* of enum role, in this organisation */
	int organisation_count; /* how many this person belongs to */
};

/* Raises LM401 without a session, LM403 when none of `roles` is held. */
void session_ask(struct batch *, const unsigned char token_hash[32],
    unsigned roles);
/*
 * The same, before all that is in the batch, unless what stands first there
 * asks for the session itself.
 */
void session_ask_first(struct batch *, const unsigned char token_hash[32],
    unsigned roles);
/* From the first statement; one that only stores leaves it as it is. */
void session_read(struct session *, const struct batch *);
/* How many columns of the first statement, the first ones, say who asks. */
int session_columns(const struct batch *);

/* Begins a session; the password was checked (store/login.h). */
void session_ask_start(struct batch *, const unsigned char token_hash[32],
    int64_t person_id);
/* False: this person belongs to no organisation any more. */
bool session_read_start(const struct batch *);
/* Of whoever the session that began belongs to. */
const char *session_started_name(const struct batch *);
void session_ask_end(struct batch *, const unsigned char token_hash[32]);
/* Ends all sessions of whoever holds this one. */
void session_ask_end_all(struct batch *, const unsigned char token_hash[32]);

/* A browser where this person is logged in. */
struct session_place {
	bool is_this; /* the one that asks */
	int64_t started_s, used_s; /* used: within ten minutes or so */
};

void session_ask_note_use(struct batch *, const unsigned char token_hash[32]);
void session_ask_list(struct batch *, const unsigned char token_hash[32]);
size_t session_read_list(const struct batch *, const struct session_place **);

struct session_organisation {
	int64_t id;
	const char *name;
	bool is_active;
};

/* The organisations of whoever holds the session; returns how many. */
void session_ask_organisations(struct batch *,
    const unsigned char token_hash[32]);
size_t session_read_organisations(const struct batch *,
    const struct session_organisation **);
/* Changes nothing when this person does not belong to it. */
void session_ask_switch(struct batch *, const unsigned char token_hash[32],
    int64_t organisation_id);
#endif
