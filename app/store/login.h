/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_STORE_LOGIN_H
#define LMS_STORE_LOGIN_H
/*
 * Trying a password: first ask whether it may be tried now, then (after the
 * check, if it fitted) settle. The ledger of tries is migrations/0007; the
 * rule is core/login_rule.h.
 */
#include "core/login_rule.h"
#include "store/batch.h"

/* Where a try comes from. */
struct login_place {
	const char *address; /* as login_address gives it */
	/* Of the device cookie, or NULL: see web/device.h. */
	const char *nonce, *mac;
};

struct login_try {
	int64_t person_id;	   /* 0: nobody has this address */
	const char *email;	   /* of login_ask_own only */
	const char *password_hash; /* NULL when nobody */
	bool is_known; /* this person was the last to log in here */
	int wait_s;    /* more than 0: do not look at the password */
	const char *keys; /* for login_ask_settle */
};

void login_ask(struct batch *, const char *email, const struct login_place *);
void login_read(struct login_try *, const struct batch *);
/* The same for the holder of this session. */
void login_ask_own(struct batch *, const unsigned char token_hash[32],
    const struct login_place *);
void login_read_own(struct login_try *, const struct batch *);

void login_ask_settle(struct batch *, const struct login_try *,
    const char *nonce);
/* What belongs to the nonce in the device cookie. */
const char *login_read_settle(const struct batch *);

/* From one password hash to another; ends the person's other sessions. */
void login_ask_change(struct batch *, const unsigned char token_hash[32],
    const char *old_hash, const char *new_hash);
/* False: the password was changed elsewhere meanwhile. */
bool login_read_change(const struct batch *);
#endif
