/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * password_test.c - passwords, session tokens, form tokens.
 */
#include "base/password.h"

#include "check.h"

#include <time.h>

static void
a_password_fits_its_own_hash_only(void **state)
{
	char hash[PASSWORD_HASH_BYTES];

	(void)state;
	assert_true(password_hash(hash, "Mijn wachtwoord, één"));
	assert_true(password_verify(hash, "Mijn wachtwoord, één"));
	assert_false(password_verify(hash, "mijn wachtwoord, één"));
	assert_false(password_verify(hash, ""));
	assert_null(strstr(hash, "wachtwoord"));
}

static void
a_hash_is_argon2id_with_the_cost_we_chose(void **state)
{
	char hash[PASSWORD_HASH_BYTES], other[PASSWORD_HASH_BYTES];

	(void)state;
	assert_true(password_hash(hash, "geheim-geheim"));
	assert_memory_equal(hash, "$argon2id$v=19$m=19456,t=2,p=1$", 31);
	assert_true(password_hash(other, "geheim-geheim"));
	assert_string_not_equal(hash, other);
}

static void
a_damaged_hash_fits_nothing(void **state)
{
	(void)state;
	assert_false(password_verify("", "x"));
	assert_false(password_verify("$argon2id$", "x"));
	assert_false(password_verify("geen hash", "x"));
}

static double
seconds_to_verify(const char *hash)
{
	double best = 1e9;

	for (int i = 0; i < 7; i++) {
		struct timespec from, to;
		double took;

		clock_gettime(CLOCK_THREAD_CPUTIME_ID, &from);
		(void)password_verify(hash, "niet het goede");
		clock_gettime(CLOCK_THREAD_CPUTIME_ID, &to);
		took = (double)(to.tv_sec - from.tv_sec) +
		       (double)(to.tv_nsec - from.tv_nsec) / 1e9;
		best = took < best ? took : best;
	}
	return best;
}

/* Work, not waiting: the CPU time of the quickest of a few tries. */
static void
an_unknown_account_costs_as_much_work_as_a_known_one(void **state)
{
	char hash[PASSWORD_HASH_BYTES];
	double known, unknown;

	(void)state;
	assert_false(password_verify(NULL, "wat dan ook"));
	assert_true(password_hash(hash, "geheim-geheim"));
	known = seconds_to_verify(hash);
	unknown = seconds_to_verify(NULL);
	assert_true(known > 0.001);
	assert_true(unknown > 0.6 * known && unknown < 1.6 * known);
}

static void
a_fresh_token_is_wellformed_and_new(void **state)
{
	char one[TOKEN_TEXT_BYTES], two[TOKEN_TEXT_BYTES];

	(void)state;
	token_new(one);
	token_new(two);
	assert_int_equal(strlen(one), TOKEN_TEXT_BYTES - 1);
	assert_true(token_is_wellformed(one, strlen(one)));
	assert_string_not_equal(one, two);
}

static void
what_is_not_a_token_is_told_apart(void **state)
{
	char token[TOKEN_TEXT_BYTES];

	(void)state;
	token_new(token);
	assert_false(token_is_wellformed(token, TOKEN_TEXT_BYTES - 2));
	assert_false(token_is_wellformed("", 0));
	token[7] = '+';
	assert_false(token_is_wellformed(token, TOKEN_TEXT_BYTES - 1));
	token[7] = '=';
	assert_false(token_is_wellformed(token, TOKEN_TEXT_BYTES - 1));
	token[7] = '\0';
	assert_false(token_is_wellformed(token, TOKEN_TEXT_BYTES - 1));
	token[7] = '_';
	assert_true(token_is_wellformed(token, TOKEN_TEXT_BYTES - 1));
}

/* The program's own vector: a change would log everybody out. */
static void
the_kept_hash_of_a_token_is_blake2b(void **state)
{
	static const unsigned char WANT[TOKEN_BYTES] = {0xbd, 0xdd, 0x81, 0x3c,
	    0x63, 0x42, 0x39, 0x72, 0x31, 0x71, 0xef, 0x3f, 0xee, 0x98, 0x57,
	    0x9b, 0x94, 0x96, 0x4e, 0x3b, 0xb1, 0xcb, 0x3e, 0x42, 0x72, 0x62,
	    0xc8, 0xc0, 0x68, 0xd5, 0x23, 0x19};
	unsigned char hash[TOKEN_BYTES];

	(void)state;
	token_hash(hash, "abc");
	assert_memory_equal(hash, WANT, TOKEN_BYTES);
}

static void
a_form_token_belongs_to_one_session(void **state)
{
	char one[TOKEN_TEXT_BYTES], two[TOKEN_TEXT_BYTES];
	const char *form;

	token_new(one);
	token_new(two);
	form = token_for_forms(*state, one);
	assert_true(token_is_wellformed(form, strlen(form)));
	assert_string_equal(token_for_forms(*state, one), form);
	assert_string_not_equal(token_for_forms(*state, two), form);
	assert_string_not_equal(form, one);
}

static void
tokens_are_equal_only_when_whole(void **state)
{
	(void)state;
	assert_true(token_equals("abc", "abc"));
	assert_true(token_equals("", ""));
	assert_false(token_equals("abc", "abd"));
	assert_false(token_equals("abc", "ab"));
	assert_false(token_equals("ab", "abc"));
	assert_false(token_equals("", "a"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_password_fits_its_own_hash_only),
	    cmocka_unit_test(a_hash_is_argon2id_with_the_cost_we_chose),
	    cmocka_unit_test(a_damaged_hash_fits_nothing),
	    cmocka_unit_test(
		an_unknown_account_costs_as_much_work_as_a_known_one),
	    cmocka_unit_test(a_fresh_token_is_wellformed_and_new),
	    cmocka_unit_test(what_is_not_a_token_is_told_apart),
	    cmocka_unit_test(the_kept_hash_of_a_token_is_blake2b),
	    ARENA_TEST(a_form_token_belongs_to_one_session),
	    cmocka_unit_test(tokens_are_equal_only_when_whole),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
