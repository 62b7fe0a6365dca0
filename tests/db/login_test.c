/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * login_test.c - the ledger of tries to log in: who has to wait, who never
 * does, and what is left of it afterwards. Time passes by moving what was
 * counted into the past.
 */
#include "core/login_rule.h"
#include "store/login.h"

#include "check.h"
#include "db/db.h"

static const char HERE[] = "192.0.2.1";

/* An address that no other test uses. */
static const char *
new_address(struct world *w)
{
	static int count;

	return arena_printf(
	    w->arena, "198.51.%d.%d", (int)getpid() % 250, count++ % 250);
}

static const char *
email_of(struct world *w, const struct person *p)
{
	const char *const v[] = {db_text(w, p->id)};

	return PQgetvalue(
	    db_sql(w, "SELECT email FROM person WHERE id = $1", 1, v), 0, 0);
}

static struct login_try
try_at(struct world *w, const char *email, const struct login_place *place)
{
	struct batch *b = batch_new(w->arena);
	struct login_try try;

	login_ask(b, email, place);
	db_run_ok(w, b);
	login_read(&try, b);
	return try;
}

static struct login_try
try_from(struct world *w, const char *email, const char *address)
{
	const struct login_place place = {.address = address};

	return try_at(w, email, &place);
}

static const char *
settle(struct world *w, const struct login_try *try, const char *nonce)
{
	struct batch *b = batch_new(w->arena);

	login_ask_settle(b, try, nonce);
	db_run_ok(w, b);
	return login_read_settle(b);
}

static void
let_time_pass(struct world *w, int seconds)
{
	const char *const v[] = {db_text(w, seconds)};

	db_sql(w,
	    "UPDATE login_try SET"
	    " counted_at = counted_at - $1::integer * interval '1 second',"
	    " free_at = free_at - $1::integer * interval '1 second',"
	    " forget_at = forget_at - $1::integer * interval '1 second'",
	    1, v);
}

/* Fails as often as it may, waiting as little as it must, for so long. */
static int
fail_for(struct world *w, const char *email, const char *address, int seconds)
{
	int tries = 0;

	while (seconds > 0) {
		int wait_s = try_from(w, email, address).wait_s;

		if (wait_s == 0) {
			tries++;
			continue;
		}
		let_time_pass(w, wait_s);
		seconds -= wait_s;
	}
	return tries;
}

static int
forget(void **state)
{
	struct world *w;

	db_setup(state);
	w = *state;
	db_sql(w, "DELETE FROM login_try", 0, NULL);
	return 0;
}

#define LOGIN_TEST(f) cmocka_unit_test_setup_teardown(f, forget, db_teardown)

/* --- the account ---------------------------------------------------------- */

static void
an_account_is_found_by_its_address_in_any_case(void **state)
{
	struct world *w = *state;
	char *email = arena_strdup(w->arena, email_of(w, &w->ali));
	struct login_try try = try_from(w, email, HERE);

	assert_int_equal(try.person_id, w->ali.id);
	assert_string_equal(try.password_hash, "none");
	for (char *p = email; *p != '\0'; p++)
		if (*p >= 'a' && *p <= 'z')
			*p = (char)(*p - 32);
	assert_int_equal(try_from(w, email, HERE).person_id, w->ali.id);
	assert_int_equal(try_from(w, "%", HERE).person_id, 0);
	try = try_from(w, "niemand@test.example", HERE);
	assert_int_equal(try.person_id, 0);
	assert_null(try.password_hash);
}

static void
who_belongs_nowhere_has_no_account(void **state)
{
	struct world *w = *state;
	const char *const v[] = {db_text(w, w->ali.id)};

	db_sql(w, "DELETE FROM membership WHERE person_id = $1", 1, v);
	assert_int_equal(
	    try_from(w, email_of(w, &w->ali), HERE).person_id, 0);
}

/* --- waiting -------------------------------------------------------------- */

static void
after_five_failed_tries_there_is_a_wait_that_grows_to_a_minute(void **state)
{
	static const int WAITS[] = {1, 2, 4, 8, 16, 32, 60, 60};
	struct world *w = *state;
	const char *email = email_of(w, &w->ali);

	for (int n = 0; n < 5; n++)
		assert_int_equal(try_from(w, email, HERE).wait_s, 0);
	for (size_t n = 0; n < sizeof(WAITS) / sizeof(WAITS[0]); n++) {
		assert_int_equal(try_from(w, email, HERE).wait_s, 0);
		assert_int_equal(try_from(w, email, HERE).wait_s, WAITS[n]);
		let_time_pass(w, WAITS[n]);
	}
}

/* Or whoever keeps trying would push the moment ahead for ever. */
static void
a_try_that_has_to_wait_does_not_make_the_wait_longer(void **state)
{
	struct world *w = *state;
	const char *email = email_of(w, &w->ali);

	for (int n = 0; n < 9; n++) {
		int wait_s = try_from(w, email, HERE).wait_s;

		let_time_pass(w, wait_s);
	}
	for (int n = 0; n < 20; n++)
		assert_true(try_from(w, email, HERE).wait_s <= 16);
}

static void
an_unknown_address_waits_exactly_as_long(void **state)
{
	struct world *w = *state;
	const char *known = email_of(w, &w->ali), *here = new_address(w);
	const char *unknown = "wie-is-dit@test.example";

	for (int n = 0; n < 12; n++) {
		int wait_s = try_from(w, known, HERE).wait_s;

		assert_int_equal(try_from(w, unknown, here).wait_s, wait_s);
		let_time_pass(w, wait_s);
	}
}

static void
who_fails_on_my_account_from_elsewhere_does_not_keep_me_out(void **state)
{
	struct world *w = *state;
	const char *email = email_of(w, &w->ali);
	int tries = fail_for(w, email, HERE, 600);

	assert_true(tries >= 15 && tries <= 25);
	for (int n = 0; n < 5; n++)
		assert_int_equal(try_from(w, email, "192.0.2.2").wait_s, 0);
}

static void
many_addresses_on_one_account_are_slowed_down_together(void **state)
{
	struct world *w = *state;
	const char *email = email_of(w, &w->ali);
	int wait_s = 0, tries = 0;

	for (; wait_s == 0 && tries < 100; tries++)
		wait_s = try_from(w, email,
		    arena_printf(w->arena, "203.0.113.%d", tries / 3)).wait_s;
	assert_int_equal(tries, 22); /* twenty, one more, and this one */
	assert_int_equal(try_from(w, email, "192.0.2.99").wait_s, 1);
	assert_int_equal(
	    try_from(w, email_of(w, &w->bea), "192.0.2.99").wait_s, 0);
}

static void
a_browser_that_i_logged_in_with_passes_by_that(void **state)
{
	struct world *w = *state;
	const char *email = email_of(w, &w->ali);
	char nonce[TOKEN_TEXT_BYTES];
	struct login_try try = try_from(w, email, HERE);
	struct login_place mine = {.address = HERE, .nonce = nonce};

	token_new(nonce);
	mine.mac = settle(w, &try, nonce);
	for (int n = 0; n < 60; n++)
		(void)try_from(w, email,
		    arena_printf(w->arena, "203.0.113.%d", n / 3));
	assert_true(try_from(w, email, "192.0.2.2").wait_s > 0);
	try = try_at(w, email, &mine);
	assert_true(try.is_known);
	assert_int_equal(try.wait_s, 0);
	/* But a stolen browser is no free pass. */
	for (int n = 0; n < 5; n++)
		(void)try_at(w, email, &mine);
	assert_int_equal(try_at(w, email, &mine).wait_s, 1);
}

static void
a_device_is_known_to_its_own_person_with_this_password_only(void **state)
{
	struct world *w = *state;
	char nonce[TOKEN_TEXT_BYTES], other[TOKEN_TEXT_BYTES];
	struct login_try try = try_from(w, email_of(w, &w->ali), HERE);
	struct login_place mine = {.address = HERE, .nonce = nonce};
	const char *const v[] = {db_text(w, w->ali.id)};

	token_new(nonce);
	token_new(other);
	mine.mac = settle(w, &try, nonce);
	assert_true(try_at(w, email_of(w, &w->ali), &mine).is_known);
	assert_false(try_at(w, email_of(w, &w->bea), &mine).is_known);
	assert_false(try_at(w, "niemand@test.example", &mine).is_known);
	mine.nonce = other;
	assert_false(try_at(w, email_of(w, &w->ali), &mine).is_known);
	mine.nonce = nonce;
	db_sql(w, "UPDATE person SET password_hash = 'new' WHERE id = $1", 1,
	    v);
	assert_false(try_at(w, email_of(w, &w->ali), &mine).is_known);
}

static void
one_address_that_tries_many_accounts_has_to_wait(void **state)
{
	struct world *w = *state;
	int wait_s = 0, tries = 0;

	for (; wait_s == 0 && tries < 200; tries++)
		wait_s = try_from(w,
		    arena_printf(w->arena, "iemand%d@test.example", tries),
		    HERE).wait_s;
	assert_true(tries >= 52 && tries < 56);
	assert_int_equal(
	    try_from(w, "iemand@test.example", "192.0.2.2").wait_s, 0);
}

static void
logging_in_takes_the_try_back(void **state)
{
	struct world *w = *state;
	const char *email = email_of(w, &w->ali);

	for (int n = 0; n < 200; n++) {
		struct login_try try = try_from(w, email, HERE);

		assert_int_equal(try.wait_s, 0);
		(void)settle(w, &try, "x");
	}
}

/* Both connections ask before either has an answer. */
static void
tries_at_the_same_moment_are_all_counted(void **state)
{
	struct world *w = *state;
	struct world other = *w;
	const char *email = email_of(w, &w->ali);
	int allowed = 0;

	other.app = db_connect("LEER_DATABASE_APP");
	for (int n = 0; n < 8; n++) {
		allowed += try_from(w, email, HERE).wait_s == 0;
		allowed += try_from(&other, email, HERE).wait_s == 0;
	}
	PQfinish(other.app);
	assert_int_equal(allowed, 6);
}

/* --- what is kept --------------------------------------------------------- */

static void
no_address_and_no_account_can_be_read_from_it(void **state)
{
	struct world *w = *state;
	const char *const v[] = {email_of(w, &w->ali), HERE};

	(void)try_from(w, v[0], HERE);
	assert_int_equal(
	    db_id(db_sql(w,
		"SELECT count(*) FROM login_try t, (VALUES ($1), ($2)) AS x (s)"
		" WHERE t.key IN (sha256(convert_to(s, 'UTF8')),"
		"                 convert_to(s, 'UTF8'))"
		"    OR position(convert_to(s, 'UTF8') IN t.key) > 0",
		2, v)),
	    0);
	assert_int_equal(db_number(w, "SELECT count(*) FROM login_try"), 3);
	assert_int_equal(
	    db_number(w, "SELECT max(length(key)) FROM login_try"), 32);
}

static void
what_is_over_is_tidied_up_within_the_hour(void **state)
{
	struct world *w = *state;

	(void)fail_for(w, email_of(w, &w->ali), HERE, 300);
	let_time_pass(w, 3601);
	(void)try_from(w, email_of(w, &w->bea), "192.0.2.2");
	assert_int_equal(db_number(w, "SELECT count(*) FROM login_try"), 3);
}

/* --- a new password ------------------------------------------------------- */

static bool
change(struct world *w, const struct person *p, const char *from,
    const char *to)
{
	struct batch *b = db_as(w, p);

	login_ask_change(b, p->token_hash, from, to);
	db_run_ok(w, b);
	return login_read_change(b);
}

static void
a_new_password_ends_the_other_sessions(void **state)
{
	struct world *w = *state;
	struct person elsewhere = w->ali;

	db_log_in(w, &elsewhere, w->town);
	assert_true(change(w, &w->ali, "none", "new"));
	assert_string_equal(
	    try_from(w, email_of(w, &w->ali), HERE).password_hash, "new");
	assert_int_equal(db_run(w, db_as(w, &w->ali)), ST_OK);
	assert_int_equal(db_run(w, db_as(w, &elsewhere)), ST_NO_SESSION);
	assert_int_equal(db_run(w, db_as(w, &w->bea)), ST_OK);
}

static void
a_password_that_was_changed_meanwhile_stays(void **state)
{
	struct world *w = *state;
	struct person elsewhere = w->ali;

	db_log_in(w, &elsewhere, w->town);
	assert_false(change(w, &w->ali, "older", "new"));
	assert_string_equal(
	    try_from(w, email_of(w, &w->ali), HERE).password_hash, "none");
	assert_int_equal(db_run(w, db_as(w, &elsewhere)), ST_OK);
}

static void
guessing_the_old_password_is_slowed_down_too(void **state)
{
	const struct login_place place = {.address = HERE};
	struct world *w = *state;
	struct login_try try;

	for (int n = 0; n < 7; n++) {
		struct batch *b = db_as(w, &w->ali);

		login_ask_own(b, w->ali.token_hash, &place);
		db_run_ok(w, b);
		login_read_own(&try, b);
		assert_string_equal(try.email, email_of(w, &w->ali));
		assert_int_equal(try.wait_s, n < 6 ? 0 : 1);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    LOGIN_TEST(an_account_is_found_by_its_address_in_any_case),
	    LOGIN_TEST(who_belongs_nowhere_has_no_account),
	    LOGIN_TEST(
		after_five_failed_tries_there_is_a_wait_that_grows_to_a_minute),
	    LOGIN_TEST(a_try_that_has_to_wait_does_not_make_the_wait_longer),
	    LOGIN_TEST(an_unknown_address_waits_exactly_as_long),
	    LOGIN_TEST(
		who_fails_on_my_account_from_elsewhere_does_not_keep_me_out),
	    LOGIN_TEST(many_addresses_on_one_account_are_slowed_down_together),
	    LOGIN_TEST(a_browser_that_i_logged_in_with_passes_by_that),
	    LOGIN_TEST(
		a_device_is_known_to_its_own_person_with_this_password_only),
	    LOGIN_TEST(one_address_that_tries_many_accounts_has_to_wait),
	    LOGIN_TEST(logging_in_takes_the_try_back),
	    LOGIN_TEST(tries_at_the_same_moment_are_all_counted),
	    LOGIN_TEST(no_address_and_no_account_can_be_read_from_it),
	    LOGIN_TEST(what_is_over_is_tidied_up_within_the_hour),
	    LOGIN_TEST(a_new_password_ends_the_other_sessions),
	    LOGIN_TEST(a_password_that_was_changed_meanwhile_stays),
	    LOGIN_TEST(guessing_the_old_password_is_slowed_down_too),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
