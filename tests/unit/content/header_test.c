/* SPDX-License-Identifier: EUPL-1.2 */
/* header_test.c - the comment with keys at the head of a file. */
#include "check.h"
#include "content.h"
#include "content/header.h"

struct read {
	struct header header;
	struct source source;
	struct faults faults;
	bool is_there;
};

static struct read
take(struct arena *a, const char *text)
{
	struct read r = {.faults = faults_new(a)};

	assert_true(
	    source_from(&r.source, a, &r.faults, "x.md", text, strlen(text)));
	r.is_there = header_take(&r.header, a, &r.faults, &r.source,
	    "title language date geldig-tot duur doel-* bron");
	return r;
}

static const char *
told(struct arena *a, const struct read *r)
{
	return faults_as_text(a, r->faults.count, r->faults.fault);
}

static void
test_keys_are_read_and_the_header_is_blanked(void **state)
{
	struct read r = take(*state, "<!--\ntitle:  Een: twee \nbron: a\n\n"
				     "bron: b\n-->\n# Tekst\n");

	assert_string_equal(told(*state, &r), "");
	assert_string_equal(header_get(&r.header, "title"), "Een: twee");
	assert_int_equal(r.header.count, 3);
	assert_int_equal(r.header.key[2].line, 5);
	assert_null(header_get(&r.header, "date"));
	assert_true(line_is_blank(&r.source.lines[5]));
	assert_true(line_starts(&r.source.lines[6], "# Tekst"));
}

static void
test_a_header_that_is_not_there_or_not_closed_is_a_fault(void **state)
{
	struct read r = take(*state, "# Tekst\n");

	assert_contains(told(*state, &r), "1: de kop ontbreekt");
	r = take(*state, "");
	assert_contains(told(*state, &r), "1: de kop ontbreekt");
	r = take(*state, "<!--\ntitle: x\n");
	assert_contains(told(*state, &r), "1: de kop heeft geen einde");
	r = take(*state, "<!--");
	assert_contains(told(*state, &r), "1: de kop heeft geen einde");
	assert_false(r.is_there);
}

static void
test_each_odd_line_is_a_fault_on_its_line(void **state)
{
	struct read r = take(*state, "<!--\ntitel: x\ntitle\ntitle: a\n"
				     "title: b\ndate:\n-->\n");

	assert_string_equal(told(*state, &r),
	    "2: de kop kent geen sleutel ‘titel’. Dit mag: title language date "
	    "geldig-tot duur doel-* bron.\n"
	    "3: deze regel van de kop heeft geen dubbele punt. Schrijf: "
	    "sleutel: waarde.\n"
	    "5: de sleutel ‘title’ staat twee keer in de kop. Laat er één "
	    "staan.\n"
	    "6: achter ‘date:’ staat niets. Vul het in of haal de regel "
	    "weg.\n");
}

static void
test_dates_must_be_in_the_calendar(void **state)
{
	(void)state;
	assert_true(date_is_valid("2026-11-23"));
	assert_true(date_is_valid("2024-02-29"));
	assert_false(date_is_valid("2026-02-29"));
	assert_false(date_is_valid("2100-02-29"));
	assert_false(date_is_valid("2026-13-01"));
	assert_false(date_is_valid("2026-00-10"));
	assert_false(date_is_valid("2026-04-31"));
	assert_false(date_is_valid("23-11-2026"));
	assert_false(date_is_valid("2026-11-3"));
	assert_false(date_is_valid("2026--1-23"));
	assert_false(date_is_valid(""));
}

static void
test_names_are_lower_case_with_digits_and_dashes(void **state)
{
	(void)state;
	assert_true(id_is_valid("v1"));
	assert_true(id_is_valid("zes-stappen"));
	assert_false(id_is_valid("1v"));
	assert_false(id_is_valid("V1"));
	assert_false(id_is_valid("é"));
	assert_false(id_is_valid(""));
	assert_false(id_is_valid("a/b"));
	assert_false(id_is_valid("a2345678901234567890123456789012345678901234"
				 "567890123456789012345"));
}

static void
test_duration_is_minutes_in_words(void **state)
{
	struct read r = take(*state, "<!--\nduur: 25 minuten\n-->\n");

	assert_int_equal(header_minutes(&r.header, &r.faults, "duur"), 25);
	assert_string_equal(told(*state, &r), "");
	for (int i = 0; i < 4; i++) {
		static const char *const BAD[] = {
		    "25", "0 minuten", "-5 minuten", "99999 minuten"};

		r = take(*state,
		    arena_printf(*state, "<!--\nduur: %s\n-->\n", BAD[i]));
		(void)header_minutes(&r.header, &r.faults, "duur");
		assert_contains(told(*state, &r), "2: ‘duur: ");
	}
}

static void
test_language_and_the_order_of_dates_are_checked(void **state)
{
	struct read r = take(*state, "<!--\nlanguage: en\ndate: 2026-11-23\n"
				     "geldig-tot: 2026-11-23\n-->\n");

	header_check(&r.header, &r.faults);
	assert_string_equal(told(*state, &r),
	    "2: de taal is ‘en’. Schrijf ‘language: nl’.\n"
	    "4: geldig-tot (2026-11-23) ligt niet na date (2026-11-23). Kies "
	    "een latere datum.\n");
}

static void
test_a_missing_key_is_a_fault_with_an_example(void **state)
{
	struct read r = take(*state, "<!--\nbron: x\n-->\n");

	assert_string_equal(
	    header_need(&r.header, &r.faults, "title", "Naam"), "");
	assert_string_equal(header_date(&r.header, &r.faults, "date"), "");
	assert_string_equal(told(*state, &r),
	    "1: de kop mist de sleutel ‘title’. Voeg toe: ‘title: Naam’.\n"
	    "1: de kop mist de sleutel ‘date’. Voeg toe: ‘date: "
	    "2026-11-23’.\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(test_keys_are_read_and_the_header_is_blanked),
	    ARENA_TEST(
		test_a_header_that_is_not_there_or_not_closed_is_a_fault),
	    ARENA_TEST(test_each_odd_line_is_a_fault_on_its_line),
	    ARENA_TEST(test_dates_must_be_in_the_calendar),
	    ARENA_TEST(test_names_are_lower_case_with_digits_and_dashes),
	    ARENA_TEST(test_duration_is_minutes_in_words),
	    ARENA_TEST(test_language_and_the_order_of_dates_are_checked),
	    ARENA_TEST(test_a_missing_key_is_a_fault_with_an_example),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
