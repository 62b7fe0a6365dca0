/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * visit.c - note a place, but not at every page.
 *
 * The cookie holds a hash of who and where, and the minute of the note. It is
 * a hint only: whoever forges it loses a note of their own place.
 */
#include "web/visit.h"

#include "store/progress.h"
#include "web/cookie.h"

#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

static const char COOKIE[] = "__Host-plek";

enum { FRESH_MINUTES = 5 };

static unsigned long long
hash_of(const struct exchange *ex, const char *course, const char *place)
{
	const char *text = arena_printf(ex->arena, "%s/%s", course, place);

	return XXH3_64bits_withSeed(text, strlen(text),
	    XXH3_64bits(ex->token_hash, sizeof(ex->token_hash)));
}

static bool
is_noted(const struct exchange *ex, unsigned long long hash, long long minute)
{
	size_t len;
	const char *value = exchange_cookie(ex, COOKIE, &len);
	char *rest;

	if (value == NULL || len > 40)
		return false;
	value = arena_strndup(ex->arena, value, len);
	if (strtoull(value, &rest, 16) != hash || *rest != '.')
		return false;
	return llabs(minute - strtoll(rest + 1, NULL, 10)) < FRESH_MINUTES;
}

void
visit_note(struct exchange *ex, const char *course, const char *place)
{
	unsigned long long hash = hash_of(ex, course, place);
	long long minute = ex->now_s / 60;

	if (is_noted(ex, hash, minute))
		return;
	progress_ask_visit(ex->batch, ex->token_hash, course, place);
	ex->place = arena_printf(ex->arena,
	    "%s=%016llx.%lld; Path=/; Secure; HttpOnly; SameSite=Lax; "
	    "Max-Age=300",
	    COOKIE, hash, minute);
}
