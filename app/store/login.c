/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * login.c - the ledger of tries to log in, and changing a password.
 */
#include "store/login.h"

enum { TOKEN_HASH_BYTES = 32 };

static void
add_rule(struct batch *b, enum login_scope scope)
{
	struct login_rule rule = login_rule(scope);

	batch_ints(b, rule.wait_s, rule.count);
	batch_int(b, rule.drain_s);
}

static void
add_place_and_rules(struct batch *b, const struct login_place *place)
{
	batch_text(b, place->address);
	batch_text(b, place->nonce);
	batch_text(b, place->mac);
	add_rule(b, LOGIN_OWN);
	add_rule(b, LOGIN_ADDRESS);
	add_rule(b, LOGIN_ACCOUNT);
}

void
login_ask(struct batch *b, const char *email, const struct login_place *place)
{
	batch_add(b, QUERY_LOGIN_TRY);
	batch_text(b, email);
	add_place_and_rules(b, place);
}

void
login_ask_own(struct batch *b, const unsigned char token_hash[32],
    const struct login_place *place)
{
	batch_add(b, QUERY_LOGIN_TRY_OWN);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
	add_place_and_rules(b, place);
}

static void
read_try(struct login_try *out, const struct batch *b, enum query q)
{
	*out = (struct login_try){
		.is_known = batch_get_bool(b, q, 0, "is_known"),
		.wait_s = (int)batch_get_int(b, q, 0, "wait_s"),
		.keys = batch_get(b, q, 0, "keys"),
	};
	if (batch_is_null(b, q, 0, "person_id"))
		return;
	out->person_id = batch_get_int(b, q, 0, "person_id");
	out->password_hash = batch_get(b, q, 0, "password_hash");
}

void
login_read(struct login_try *out, const struct batch *b)
{
	read_try(out, b, QUERY_LOGIN_TRY);
}

void
login_read_own(struct login_try *out, const struct batch *b)
{
	read_try(out, b, QUERY_LOGIN_TRY_OWN);
	out->email = batch_get(b, QUERY_LOGIN_TRY_OWN, 0, "email");
}

void
login_ask_settle(struct batch *b, const struct login_try *try,
    const char *nonce)
{
	batch_add(b, QUERY_LOGIN_SETTLE);
	batch_int(b, try->person_id);
	batch_text(b, try->keys);
	batch_text(b, nonce);
}

const char *
login_read_settle(const struct batch *b)
{
	return batch_get(b, QUERY_LOGIN_SETTLE, 0, "mac");
}

void
login_ask_change(struct batch *b, const unsigned char token_hash[32],
    const char *old_hash, const char *new_hash)
{
	batch_add(b, QUERY_LOGIN_CHANGE_PASSWORD);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
	batch_text(b, old_hash);
	batch_text(b, new_hash);
}

bool
login_read_change(const struct batch *b)
{
	return batch_get_bool(b, QUERY_LOGIN_CHANGE_PASSWORD, 0, "is_changed");
}
