/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * device.c - the cookie of a known browser: "<nonce>.<mac>".
 */
#include "web/device.h"

#include "base/password.h"
#include "web/cookie.h"

#include <string.h>

static const char COOKIE[] = "__Host-apparaat";

enum {
	NONCE_LEN = TOKEN_TEXT_BYTES - 1,
	MAC_LEN = 64, /* hex digits */
	LASTS_S = 365 * 24 * 3600
};

struct login_place
device_place(const struct exchange *ex)
{
	struct login_place place = { .address =
					 login_address(ex->arena, ex->address) };
	size_t len;
	const char *value = exchange_cookie(ex, COOKIE, &len);

	if (value == NULL || len != NONCE_LEN + 1 + MAC_LEN ||
	    !token_is_wellformed(value, NONCE_LEN) ||
	    strspn(value + NONCE_LEN + 1, "0123456789abcdef") < MAC_LEN)
		return place;
	place.nonce = arena_strndup(ex->arena, value, NONCE_LEN);
	place.mac = arena_strndup(ex->arena, value + NONCE_LEN + 1, MAC_LEN);
	return place;
}

const char *
device_nonce(const struct exchange *ex, const struct login_try *try)
{
	char fresh[TOKEN_TEXT_BYTES];

	if (try->is_known)
		return device_place(ex).nonce;
	token_new(fresh);
	return arena_strdup(ex->arena, fresh);
}

void
device_remember(struct exchange *ex, const char *nonce, const char *mac)
{
	cookie_set(ex, COOKIE, arena_printf(ex->arena, "%s.%s", nonce, mac),
	    LASTS_S);
}
