/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cookie.c - reading and writing cookies.
 *
 * All have the prefix __Host-: no other site and no subdomain can set them.
 * SameSite=Lax keeps them from the forms of other sites.
 */
#include "web/cookie.h"

#include "base/password.h"
#include "store/session.h"

#include <string.h>
#include <xxhash.h>

static const char USED[] = "__Host-gebruikt";

enum { USED_S = 600 };

const char *
exchange_cookie(const struct exchange *ex, const char *name, size_t *len)
{
	const char *at = ex->cookie;
	size_t n = strlen(name);

	while (at != NULL && *at != '\0') {
		size_t whole = strcspn(at, ";");

		if (whole > n && memcmp(at, name, n) == 0 && at[n] == '=') {
			*len = whole - n - 1;
			return at + n + 1;
		}
		at += whole;
		at += strspn(at, "; ");
	}
	return NULL;
}

const char *
cookie_token(const struct exchange *ex, const char *name)
{
	size_t len;
	const char *value = exchange_cookie(ex, name, &len);

	return value != NULL && token_is_wellformed(value, len) ?
	    arena_strndup(ex->arena, value, len) :
	    NULL;
}

void
cookie_set(struct exchange *ex, const char *name, const char *value,
    int max_age_s)
{
	const char *lasts = max_age_s < 0 ?
	    "" :
	    arena_printf(ex->arena, "; Max-Age=%d", max_age_s);

	respond_header(ex, "set-cookie",
	    arena_printf(ex->arena,
		"%s=%s; Path=/; Secure; HttpOnly; SameSite=Lax%s", name, value,
		lasts));
}

void
cookie_note_use(struct exchange *ex)
{
	size_t len;
	const char *value = exchange_cookie(ex, USED, &len);
	const char *mine = arena_printf(ex->arena, "%016llx",
	    (unsigned long long)XXH3_64bits(ex->token_hash,
		sizeof(ex->token_hash)));

	if (value != NULL && len == strlen(mine) &&
	    memcmp(value, mine, len) == 0)
		return;
	session_ask_note_use(ex->batch, ex->token_hash);
	ex->used = mine;
}

void
cookie_set_used(struct exchange *ex)
{
	cookie_set(ex, USED, ex->used, USED_S);
}
