/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * form_test.c - reading url-encoded fields: strictly, and without losing any.
 */
#include "base/form.h"

#include "check.h"

#include <stdio.h>

static struct form form;

static enum status
parse(struct arena *a, const char *text)
{
	return form_parse(&form, a, text, strlen(text));
}

static void
fields_are_read_in_their_order(void **state)
{
	assert_int_equal(parse(*state, "naam=Noor&stap=3"), ST_OK);
	assert_int_equal(form.count, 2);
	assert_string_equal(form.field[0].name, "naam");
	assert_string_equal(form.field[1].name, "stap");
	assert_string_equal(form_get(&form, "naam"), "Noor");
	assert_string_equal(form_get(&form, "stap"), "3");
	assert_null(form_get(&form, "Naam"));
}

static void
an_empty_form_has_no_fields(void **state)
{
	assert_int_equal(form_parse(&form, *state, NULL, 0), ST_OK);
	assert_int_equal(form.count, 0);
	assert_int_equal(parse(*state, "&&&"), ST_OK);
	assert_int_equal(form.count, 0);
}

static void
an_empty_value_is_kept(void **state)
{
	assert_int_equal(parse(*state, "a=&b&c=1&=x"), ST_OK);
	assert_string_equal(form_get(&form, "a"), "");
	assert_string_equal(form_get(&form, "b"), "");
	assert_string_equal(form_get(&form, "c"), "1");
	assert_string_equal(form_get(&form, ""), "x");
}

static void
a_newline_in_a_text_survives(void **state)
{
	assert_int_equal(
	    parse(*state, "tekst=een%0D%0Atwee%0Adrie&b=1"), ST_OK);
	assert_string_equal(form_get(&form, "tekst"), "een\r\ntwee\ndrie");
	assert_string_equal(form_get(&form, "b"), "1");
}

static void
escapes_and_pluses_are_decoded(void **state)
{
	assert_int_equal(
	    parse(*state, "a=1+%2b+1%3D2&%C3%A9%c3%a9n=%E2%82%AC%26&p=%25"),
	    ST_OK);
	assert_string_equal(form_get(&form, "a"), "1 + 1=2");
	assert_string_equal(form_get(&form, "één"), "€&");
	assert_string_equal(form_get(&form, "p"), "%");
}

static void
only_the_first_equals_sign_divides(void **state)
{
	assert_int_equal(parse(*state, "a=b=c=="), ST_OK);
	assert_string_equal(form_get(&form, "a"), "b=c==");
}

static void
a_malformed_escape_is_refused(void **state)
{
	static const char *const BAD[] = {
	    "a=%", "a=%4", "a=%zz", "a=%4g", "%=1", "%z1=1", "a=1%2&b=2"};

	for (size_t i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++)
		assert_int_equal(parse(*state, BAD[i]), ST_INVALID);
}

static void
what_is_not_utf8_is_refused(void **state)
{
	static const char *const BAD[] = {"a=%ff", "a=\xff", "%c3=1",
	    "a=%c0%af", "a=%ed%a0%80", "a=1&b=%e2%82"};

	for (size_t i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++)
		assert_int_equal(parse(*state, BAD[i]), ST_INVALID);
}

static void
a_nul_or_control_character_is_refused(void **state)
{
	assert_int_equal(parse(*state, "a=x%00y"), ST_INVALID);
	assert_int_equal(parse(*state, "a%00=x"), ST_INVALID);
	assert_int_equal(parse(*state, "a=%1b"), ST_INVALID);
	assert_int_equal(form_parse(&form, *state, "a=x\0y", 5), ST_INVALID);
	assert_int_equal(parse(*state, "a=%09tab"), ST_OK);
}

static void
a_doubled_field_is_never_guessed_at(void **state)
{
	assert_int_equal(parse(*state, "a=1&b=2&a=3"), ST_OK);
	assert_int_equal(form_count(&form, "a"), 2);
	assert_null(form_get(&form, "a"));
	assert_string_equal(form_text(&form, "a"), "");
	assert_string_equal(form_nth(&form, "a", 0), "1");
	assert_string_equal(form_nth(&form, "a", 1), "3");
	assert_null(form_nth(&form, "a", 2));
	assert_string_equal(form_text(&form, "b"), "2");
	assert_string_equal(form_text(&form, "c"), "");
}

/* n fields named v, the first without "&". */
static const char *
fields(struct arena *a, size_t n)
{
	char *text = arena_alloc(a, n * 4 + 1), *at = text;

	for (size_t i = 0; i < n; i++)
		at += snprintf(at, 5, "%sv=1", i > 0 ? "&" : "");
	return text;
}

static void
more_fields_than_fit_are_refused(void **state)
{
	assert_int_equal(parse(*state, fields(*state, FORM_FIELDS_MAX)), ST_OK);
	assert_int_equal(form_count(&form, "v"), FORM_FIELDS_MAX);
	assert_int_equal(
	    parse(*state, fields(*state, FORM_FIELDS_MAX + 1)), ST_TOO_LARGE);
}

static void
a_long_value_is_kept_whole(void **state)
{
	enum { LENGTH = 60000 };
	char *text = arena_alloc(*state, LENGTH + 3);

	memset(text, 'x', LENGTH + 2);
	memcpy(text, "t=", 2);
	assert_int_equal(parse(*state, text), ST_OK);
	assert_int_equal(strlen(form_get(&form, "t")), LENGTH);
}

static void
a_number_is_plain_digits_within_its_bounds(void **state)
{
	int64_t n = 7;

	assert_int_equal(parse(*state, "a=12&b=-3&c=&d=1&d=2"), ST_OK);
	assert_true(form_int(&form, "a", 1, 12, &n));
	assert_int_equal(n, 12);
	assert_true(form_int(&form, "b", -3, 0, &n));
	assert_int_equal(n, -3);
	n = 7;
	assert_false(form_int(&form, "a", 1, 11, &n));
	assert_false(form_int(&form, "a", 13, 20, &n));
	assert_false(form_int(&form, "c", 0, 9, &n));
	assert_false(form_int(&form, "d", 0, 9, &n));
	assert_false(form_int(&form, "weg", 0, 9, &n));
	assert_int_equal(n, 7);
}

static void
what_only_looks_like_a_number_is_refused(void **state)
{
	static const char *const BAD[] = {"", "-", "+1", " 1", "1 ", "1.0",
	    "1,0", "0x1", "1e3", "--1", "1-", "twee", "٣",
	    "9223372036854775808", "-9223372036854775809",
	    "99999999999999999999999"};
	int64_t n;

	(void)state;
	for (size_t i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++)
		assert_false(form_parse_int(BAD[i], INT64_MIN, INT64_MAX, &n));
	assert_false(form_parse_int(NULL, 0, 9, &n));
	assert_true(form_parse_int("9223372036854775807", 0, INT64_MAX, &n));
	assert_true(n == INT64_MAX);
	assert_true(form_parse_int("007", 0, 9, &n));
	assert_int_equal(n, 7);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(fields_are_read_in_their_order),
	    ARENA_TEST(an_empty_form_has_no_fields),
	    ARENA_TEST(an_empty_value_is_kept),
	    ARENA_TEST(a_newline_in_a_text_survives),
	    ARENA_TEST(escapes_and_pluses_are_decoded),
	    ARENA_TEST(only_the_first_equals_sign_divides),
	    ARENA_TEST(a_malformed_escape_is_refused),
	    ARENA_TEST(what_is_not_utf8_is_refused),
	    ARENA_TEST(a_nul_or_control_character_is_refused),
	    ARENA_TEST(a_doubled_field_is_never_guessed_at),
	    ARENA_TEST(more_fields_than_fit_are_refused),
	    ARENA_TEST(a_long_value_is_kept_whole),
	    ARENA_TEST(a_number_is_plain_digits_within_its_bounds),
	    ARENA_TEST(what_only_looks_like_a_number_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
