/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * login_rule_test.c - how long to wait after failed tries, and what counts as
 * one address.
 */
#include "core/login_rule.h"

#include "check.h"

static const enum login_scope SCOPES[] = {
    LOGIN_OWN, LOGIN_ADDRESS, LOGIN_ACCOUNT};

static void
waits_grow_from_nothing_to_a_minute_at_most(void **state)
{
	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct login_rule rule = login_rule(SCOPES[i]);

		assert_true(rule.count <= LOGIN_WAITS_MAX);
		assert_int_equal(rule.wait_s[0], 0);
		for (size_t n = 1; n < rule.count; n++)
			assert_true(rule.wait_s[n] >= rule.wait_s[n - 1]);
		assert_true(rule.wait_s[rule.count - 1] >= 30);
		assert_true(rule.wait_s[rule.count - 1] <= LOGIN_WAIT_MAX_S);
	}
}

static void
a_typing_error_or_four_cost_nothing(void **state)
{
	struct login_rule rule = login_rule(LOGIN_OWN);

	(void)state;
	for (size_t n = 0; n < 5; n++)
		assert_int_equal(rule.wait_s[n], 0);
	assert_int_equal(rule.wait_s[5], 1);
	assert_int_equal(rule.wait_s[rule.count - 1], 60);
}

/* After an hour of peace nothing is left to keep. */
static void
everything_is_forgotten_within_an_hour(void **state)
{
	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct login_rule rule = login_rule(SCOPES[i]);

		assert_true((int)rule.count * rule.drain_s <= 3600);
	}
}

/* The level of a count as take_login_try keeps it. */
struct count {
	struct login_rule rule;
	double level, at_s;
};

static int
count_try(struct count *c, double now_s)
{
	size_t n;

	c->level -= (now_s - c->at_s) / c->rule.drain_s;
	c->level = c->level < 0 ? 0 : c->level;
	c->level += 1;
	if (c->level > (double)c->rule.count)
		c->level = (double)c->rule.count;
	c->at_s = now_s;
	n = (size_t)c->level;
	n += (double)n < c->level; /* rounded up */
	return c->rule.wait_s[n - 1];
}

/* How often somebody fails in an hour who tries as often as the rule lets. */
static int
tries_in_an_hour(size_t addresses, int *longest_account_wait_s)
{
	struct count account = {.rule = login_rule(LOGIN_ACCOUNT)};
	struct count own[8] = {{.level = 0}};
	double free_s[8] = {0}, account_free_s = 0;
	int tries = 0;

	*longest_account_wait_s = 0;
	for (size_t i = 0; i < addresses; i++)
		own[i].rule = login_rule(LOGIN_OWN);
	for (double now_s = 0; now_s < 3600; now_s++)
		for (size_t i = 0; i < addresses; i++) {
			int wait_s;

			if (free_s[i] > now_s || account_free_s > now_s)
				continue;
			tries++;
			free_s[i] = now_s + count_try(&own[i], now_s);
			wait_s = count_try(&account, now_s);
			account_free_s = now_s + wait_s;
			if (wait_s > *longest_account_wait_s)
				*longest_account_wait_s = wait_s;
		}
	return tries;
}

static void
who_fails_from_one_address_never_slows_down_the_owner_elsewhere(void **state)
{
	int account_wait_s, tries;

	(void)state;
	tries = tries_in_an_hour(1, &account_wait_s);
	assert_int_equal(account_wait_s, 0);
	assert_true(tries < 80);
}

static void
many_addresses_together_are_slowed_down_as_one(void **state)
{
	int account_wait_s, tries;

	(void)state;
	tries = tries_in_an_hour(8, &account_wait_s);
	assert_int_equal(account_wait_s, 30);
	assert_true(tries < 200);
}

static void
a_town_hall_with_a_hundred_typing_errors_in_ten_minutes_does_not_wait(
    void **state)
{
	struct count address = {.rule = login_rule(LOGIN_ADDRESS)};

	(void)state;
	for (int n = 0; n < 100; n++)
		assert_int_equal(count_try(&address, n * 6.0), 0);
}

static void
an_address_is_counted_whole_or_by_its_network(void **state)
{
	static const struct {
		const char *text, *counted;
	} CASES[] = {
	    {"192.0.2.7", "192.0.2.7"},
	    {"::ffff:192.0.2.7", "192.0.2.7"},
	    {"2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"},
	    {"2001:DB8:1:2::1", "2001:db8:1:2::"},
	    {"2001:db8:1:3::1", "2001:db8:1:3::"},
	    {"::1", "::"},
	    {"192.0.2", ""},
	    {"192.0.2.7, 10.0.0.1", ""},
	    {"unix:", ""},
	    {"", ""},
	    {NULL, ""},
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++)
		assert_string_equal(
		    login_address(a, CASES[i].text), CASES[i].counted);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(waits_grow_from_nothing_to_a_minute_at_most),
	    cmocka_unit_test(a_typing_error_or_four_cost_nothing),
	    cmocka_unit_test(everything_is_forgotten_within_an_hour),
	    cmocka_unit_test(
		who_fails_from_one_address_never_slows_down_the_owner_elsewhere),
	    cmocka_unit_test(many_addresses_together_are_slowed_down_as_one),
	    cmocka_unit_test(
		a_town_hall_with_a_hundred_typing_errors_in_ten_minutes_does_not_wait),
	    cmocka_unit_test(an_address_is_counted_whole_or_by_its_network),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
