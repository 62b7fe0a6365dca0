/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * password_rule_test.c - which new passwords are refused, and that a reason
 * is given.
 */
#include "core/password_rule.h"

#include "check.h"

static const struct {
	const char *password;
	enum password_fault fault;
} CASES[] = {
    /* No rules about capitals, digits or signs; any language. */
    {"een kat op het dak", PASSWORD_GOOD},
    {"fietsbel druppel kano", PASSWORD_GOOD},
    {"fietsbeldruppel", PASSWORD_GOOD},
    {"ёлка в лесу", PASSWORD_TOO_SHORT},
    {"ёлка в лесу!", PASSWORD_GOOD},
    {"alles is een begin van a", PASSWORD_GOOD},
    {"749201538264", PASSWORD_GOOD},
    {"", PASSWORD_TOO_SHORT},
    {"kort1234567", PASSWORD_TOO_SHORT},
    /* The commonest, and what people make of them to reach a length. */
    {"wachtwoord12", PASSWORD_COMMON},
    {"Wachtwoord2026!", PASSWORD_COMMON},
    {"!!Welkom12345", PASSWORD_COMMON},
    {"Welkom01Welkom01", PASSWORD_COMMON},
    {"Herfst2026!!", PASSWORD_COMMON},
    {"qwertyuiop12", PASSWORD_COMMON},
    {"Password1234", PASSWORD_COMMON},
    {"123456789012", PASSWORD_COMMON},
    {"098765432109", PASSWORD_COMMON},
    {"1q2w3e4r5t6y", PASSWORD_COMMON},
    {"aaaaaaaaaaaa", PASSWORD_COMMON},
    {"121212121212", PASSWORD_COMMON},
    {"abcdabcdabcd", PASSWORD_COMMON},
    {"doorbraakmethode", PASSWORD_COMMON},
    /* The address that everybody knows. */
    {"noor.de.wit@gemeente.example", PASSWORD_OF_EMAIL},
    {"Noor.de.Wit@Gemeente.example", PASSWORD_OF_EMAIL},
    {"noor.van.der.wit", PASSWORD_GOOD},
};

static void
a_password_is_judged_by_length_and_by_what_everybody_tries(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
		enum password_fault fault = password_judge(
		    a, CASES[i].password, "noor.de.wit@gemeente.example");

		if (fault != CASES[i].fault)
			fail_msg("%s: %d", CASES[i].password, (int)fault);
		assert_true((fault == PASSWORD_GOOD) ==
			    (*password_fault_text(fault) == '\0'));
	}
	arena_free(a);
}

static void
the_first_part_of_the_address_is_refused_too(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_int_equal(
	    password_judge(a, "Noor.van.der.Wit", "noor.van.der.wit@x.example"),
	    PASSWORD_OF_EMAIL);
	arena_free(a);
}

static void
longer_than_two_hundred_characters_is_too_long(void **state)
{
	struct arena *a = arena_new();
	char text[402] = "";

	(void)state;
	for (int i = 0; i < 200; i++)
		memcpy(text + 2 * i, "\xc3\xa9", 2); /* é */
	text[1] = (char)0xa8;
	assert_int_not_equal(
	    password_judge(a, text, "a@b"), PASSWORD_TOO_LONG);
	text[400] = 'x';
	assert_int_equal(password_judge(a, text, "a@b"), PASSWORD_TOO_LONG);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		a_password_is_judged_by_length_and_by_what_everybody_tries),
	    cmocka_unit_test(the_first_part_of_the_address_is_refused_too),
	    cmocka_unit_test(longer_than_two_hundred_characters_is_too_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
