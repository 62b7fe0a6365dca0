/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * login_rule.c - slowing down who guesses passwords, without locking out the
 * owner of an account.
 *
 * Waits double from one second up to a cap of at most a minute. Per account
 * and address together they come soon. Per account alone they come so late,
 * and are forgotten so fast, that one address can never cause them: it is held
 * to a try a minute by then, and two drain away. So somebody who fails on my
 * account from elsewhere does not keep me out; only many addresses at once
 * can slow me down, and not in a browser where I logged in before, for there
 * only that browser counts. Per address alone there is room for a whole town
 * hall that comes in at nine with typing errors.
 *
 * The counts are in PostgreSQL, so that they hold over instances: see
 * take_login_try in migrations/0007_login.sql.
 */
#include "core/login_rule.h"

#include <arpa/inet.h>
#include <string.h>

static const struct {
	size_t free; /* so many failed tries cost nothing */
	int cap_s, drain_s;
} RULES[] = {
	[LOGIN_OWN] = { 5, LOGIN_WAIT_MAX_S, 300 },
	[LOGIN_ADDRESS] = { 50, 30, 3 },
	[LOGIN_ACCOUNT] = { 20, 30, 30 },
};

struct login_rule
login_rule(enum login_scope scope)
{
	struct login_rule rule = { .drain_s = RULES[scope].drain_s };
	int wait_s = 1;

	rule.count = RULES[scope].free;
	for (;;) {
		if (wait_s > RULES[scope].cap_s)
			wait_s = RULES[scope].cap_s;
		rule.wait_s[rule.count++] = wait_s;
		if (wait_s == RULES[scope].cap_s)
			return rule;
		wait_s *= 2;
	}
}

const char *
login_address(struct arena *a, const char *text)
{
	static const unsigned char MAPPED[12] = { [10] = 0xff, [11] = 0xff };
	unsigned char bytes[16];
	char out[INET6_ADDRSTRLEN];

	if (text == NULL)
		return "";
	if (inet_pton(AF_INET, text, bytes) == 1)
		return arena_strdup(a,
		    inet_ntop(AF_INET, bytes, out, sizeof(out)));
	if (inet_pton(AF_INET6, text, bytes) != 1)
		return "";
	if (memcmp(bytes, MAPPED, sizeof(MAPPED)) == 0)
		return arena_strdup(a,
		    inet_ntop(AF_INET, bytes + 12, out, sizeof(out)));
	memset(bytes + 8, 0, 8);
	return arena_strdup(a, inet_ntop(AF_INET6, bytes, out, sizeof(out)));
}
