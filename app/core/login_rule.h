/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_LOGIN_RULE_H
#define LMS_CORE_LOGIN_RULE_H
/*
 * How long somebody must wait after failed tries to log in. Tries are counted
 * in three places, and the longest wait holds. See login_rule.c for why.
 */
#include "base/arena.h"
#include <stddef.h>

enum login_scope {
	LOGIN_OWN,     /* this account from this address, or known device */
	LOGIN_ADDRESS, /* all accounts from this address */
	LOGIN_ACCOUNT  /* this account from all addresses */
};

enum { LOGIN_WAITS_MAX = 64, LOGIN_WAIT_MAX_S = 60 };

struct login_rule {
	/* wait_s[n] is the wait after failed try n + 1; the last one stays. */
	int wait_s[LOGIN_WAITS_MAX];
	size_t count;
	int drain_s; /* one try is forgotten in so many seconds */
};

struct login_rule login_rule(enum login_scope);

/*
 * What counts as one address: an IPv4 address whole, an IPv6 address by its
 * first 64 bits, because a subscriber has all that begin with them. Text that
 * is no address, and NULL, give one and the same: "".
 */
const char *login_address(struct arena *, const char *);
#endif
