/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * text_test.c - text, euros and dates as Dutch readers expect them.
 */
#include "base/text.h"

#include "check.h"

#include <stdlib.h>
#include <time.h>

static bool
is_utf8(const char *text)
{
	return text_is_utf8(text, strlen(text));
}

static void
good_utf8_is_accepted(void **state)
{
	(void)state;
	assert_true(is_utf8(""));
	assert_true(is_utf8("Een gezin\tmet\r\ntwee kinderen"));
	assert_true(is_utf8("é € 😀"));
	assert_true(is_utf8("\xc2\x80\xdf\xbf")); /* 2 bytes: ends */
	assert_true(is_utf8("\xe0\xa0\x80\xef\xbf\xbf"));
	assert_true(is_utf8("\xed\x9f\xbf\xee\x80\x80")); /* round surrogates */
	assert_true(is_utf8("\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"));
}

static void
broken_utf8_is_refused(void **state)
{
	static const char *const BAD[] = {
	    "\x80",
	    "\xbf",
	    "a\xffz",
	    "\xfe", /* stray bytes */
	    "\xc0\xaf",
	    "\xc1\xbf", /* overlong slash, DEL */
	    "\xe0\x80\xaf",
	    "\xe0\x9f\xbf", /* overlong, 3 bytes */
	    "\xf0\x80\x80\xaf",
	    "\xf0\x8f\xbf\xbf",
	    "\xed\xa0\x80",
	    "\xed\xbf\xbf", /* surrogates */
	    "\xf4\x90\x80\x80",
	    "\xf5\x80\x80\x80", /* past U+10FFFF */
	    "\xc3",
	    "\xe2\x82",
	    "\xf0\x9f\x98", /* cut off */
	    "\xc3(",
	    "\xe2\x28\xa1",
	    "\xe2\x82(",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++)
		assert_false(is_utf8(BAD[i]));
}

static void
control_characters_are_refused(void **state)
{
	(void)state;
	assert_false(text_is_utf8("a\0b", 3));
	assert_false(is_utf8("\x01"));
	assert_false(is_utf8("\x0b"));
	assert_false(is_utf8("\x1b[31m"));
	assert_false(is_utf8("\x7f"));
}

/* The check may not look past the given length. */
static void
a_character_cut_off_by_the_length_is_refused(void **state)
{
	(void)state;
	assert_false(text_is_utf8("€", 2));
	assert_true(text_is_utf8("€", 3));
	assert_true(text_is_utf8("a€", 1));
}

static void
length_counts_characters(void **state)
{
	(void)state;
	assert_int_equal(text_length(""), 0);
	assert_int_equal(text_length("Één €😀"), 6);
}

static void
trimming_takes_white_space_from_both_ends(void **state)
{
	assert_string_equal(text_trim(*state, "  \r\n a b \t\n"), "a b");
	assert_string_equal(text_trim(*state, ""), "");
	assert_true(text_is_blank("") && text_is_blank(" \r\n\t"));
	assert_false(text_is_blank(" a "));
	assert_string_equal(text_trim(*state, " \n "), "");
	assert_string_equal(text_trim(*state, "a\r\n\r\nb"), "a\n\nb");
}

static void
folding_makes_lower_case_without_accents(void **state)
{
	assert_string_equal(text_fold(*state, "Één"), "een");
	assert_string_equal(
	    text_fold(*state, "WMO 2015, art. 2.3.5"), "wmo 2015, art. 2.3.5");
	assert_string_equal(
	    text_fold(*state, "àáâãäå ç èéêë ìíîï ñ òóôõöø ùúûü ýÿ"),
	    "aaaaaa c eeee iiii n oooooo uuuu yy");
	assert_string_equal(
	    text_fold(*state, "ÀÁÂÃÄÅ Ç ÈÉÊË ÌÍÎÏ Ñ ÒÓÔÕÖØ ÙÚÛÜ Ý"),
	    "aaaaaa c eeee iiii n oooooo uuuu y");
	assert_string_equal(text_fold(*state, "Reïntegratie coördineren"),
	    "reintegratie coordineren");
	assert_string_equal(text_fold(*state, "Šimić Łódź Ğül Žižek Ōsaka"),
	    "simic lodz gul zizek osaka");
}

static void
folding_leaves_other_characters_alone(void **state)
{
	assert_string_equal(
	    text_fold(*state, "€ × ÷ ß œ 日本 😀"), "€ × ÷ ß œ 日本 😀");
	assert_string_equal(text_fold(*state, ""), "");
}

/* Whoever searches for what they read must find it. */
static void
every_latin_letter_folds_into_valid_text(void **state)
{
	for (unsigned point = 0xc0; point < 0x180; point++) {
		char text[3] = {(char)(0xc0 | point >> 6),
		    (char)(0x80 | (point & 0x3f)), '\0'};
		const char *folded = text_fold(*state, text);

		assert_true(is_utf8(folded));
		assert_int_equal(text_length(folded), 1);
		assert_string_equal(text_fold(*state, folded), folded);
	}
}

static void
euros_are_written_the_dutch_way(void **state)
{
	assert_string_equal(text_euro(*state, 12448920), "€\u00a0124.489,20");
	assert_string_equal(text_euro(*state, 0), "€\u00a00,00");
	assert_string_equal(text_euro(*state, 5), "€\u00a00,05");
	assert_string_equal(text_euro(*state, 99999), "€\u00a0999,99");
	assert_string_equal(text_euro(*state, 100000), "€\u00a01.000,00");
	assert_string_equal(text_euro(*state, -178000), "−€\u00a01.780,00");
	assert_string_equal(text_euro(*state, -1), "−€\u00a00,01");
	assert_string_equal(
	    text_euro(*state, INT64_C(123456789012)), "€\u00a01.234.567.890,12");
	assert_string_equal(
	    text_euro(*state, INT64_MIN), "−€\u00a092.233.720.368.547.758,08");
}

static void
whole_euros_round_half_away_from_zero(void **state)
{
	assert_string_equal(text_euro_whole(*state, 12448920), "€\u00a0124.489");
	assert_string_equal(text_euro_whole(*state, 49), "€\u00a00");
	assert_string_equal(text_euro_whole(*state, 50), "€\u00a01");
	assert_string_equal(text_euro_whole(*state, 149), "€\u00a01");
	assert_string_equal(text_euro_whole(*state, 150), "€\u00a02");
	assert_string_equal(text_euro_whole(*state, -150), "−€\u00a02");
	assert_string_equal(text_euro_whole(*state, -50), "−€\u00a01");
	assert_string_equal(text_euro_whole(*state, -49), "€\u00a00");
	assert_string_equal(text_euro_whole(*state, 99950), "€\u00a01.000");
}

static void
what_others_wrote_keeps_sign_and_number_together(void **state)
{
	const char *plain = "€ en nog niets, 5 € per uur";

	assert_string_equal(
	    text_join_euro(*state, "Van € 900 naar € 1.200. € ?"),
	    "Van €\u00a0900 naar €\u00a01.200. € ?");
	assert_string_equal(text_join_euro(*state, plain), plain);
	assert_string_equal(text_join_euro(*state, "€ "), "€ ");
	assert_string_equal(text_join_euro(*state, ""), "");
}

/* 2026-11-23 13:03:20 and 2026-07-01 22:30:00, both UTC. */
enum { NOVEMBER_S = 1795438800 + 200, JULY_S = 1782945000 };

static void
times_are_those_of_amsterdam(void **state)
{
	assert_string_equal(text_time(*state, NOVEMBER_S), "14:03");
	assert_string_equal(text_date(*state, NOVEMBER_S), "23 november 2026");
	assert_string_equal(
	    text_date_time(*state, NOVEMBER_S), "23 november 2026 om 14:03");
	/* Summer time, past midnight. */
	assert_string_equal(
	    text_date_time(*state, JULY_S), "2 juli 2026 om 00:30");
}

static void
days_are_named_as_somebody_says_them(void **state)
{
	const int64_t NOW = NOVEMBER_S, DAY = 86400; /* a Monday, 14:03 */

	assert_string_equal(text_day(*state, NOW, NOW), "vandaag");
	assert_string_equal(text_day(*state, NOW - 14 * 3600, NOW), "vandaag");
	assert_string_equal(text_day(*state, NOW - 15 * 3600, NOW), "gisteren");
	assert_string_equal(text_day(*state, NOW - 2 * DAY, NOW), "zaterdag");
	assert_string_equal(text_day(*state, NOW - 6 * DAY, NOW), "dinsdag");
	assert_string_equal(
	    text_day(*state, NOW - 7 * DAY, NOW), "op 16 november");
	assert_string_equal(
	    text_day(*state, NOW + DAY, NOW), "op 24 november");
	assert_string_equal(
	    text_day(*state, NOW - 365 * DAY, NOW), "op 23 november 2025");
	/* 1 March 2028 after the leap day, and the turn of a year. */
	assert_string_equal(
	    text_day(*state, 1835438400, 1835438400 + DAY), "gisteren");
	assert_string_equal(
	    text_day(*state, 1798714800, 1798714800 + 2 * DAY), "donderdag");
}

static void
iso_dates_become_dutch_dates(void **state)
{
	assert_string_equal(
	    text_iso_date(*state, "2026-11-23"), "23 november 2026");
	assert_string_equal(
	    text_iso_date(*state, "2026-03-01"), "1 maart 2026");
}

static void
other_text_than_a_date_comes_back_as_it_is(void **state)
{
	static const char *const OTHER[] = {"", "binnenkort", "2026",
	    "2026-13-01", "2026-00-01", "2026-01-00", "2026-01-32",
	    "2026-11-23 of later"};

	for (size_t i = 0; i < sizeof(OTHER) / sizeof(OTHER[0]); i++)
		assert_string_equal(text_iso_date(*state, OTHER[i]), OTHER[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(good_utf8_is_accepted),
	    cmocka_unit_test(broken_utf8_is_refused),
	    cmocka_unit_test(control_characters_are_refused),
	    cmocka_unit_test(a_character_cut_off_by_the_length_is_refused),
	    cmocka_unit_test(length_counts_characters),
	    ARENA_TEST(trimming_takes_white_space_from_both_ends),
	    ARENA_TEST(folding_makes_lower_case_without_accents),
	    ARENA_TEST(folding_leaves_other_characters_alone),
	    ARENA_TEST(every_latin_letter_folds_into_valid_text),
	    ARENA_TEST(euros_are_written_the_dutch_way),
	    ARENA_TEST(whole_euros_round_half_away_from_zero),
	    ARENA_TEST(what_others_wrote_keeps_sign_and_number_together),
	    ARENA_TEST(times_are_those_of_amsterdam),
	    ARENA_TEST(days_are_named_as_somebody_says_them),
	    ARENA_TEST(iso_dates_become_dutch_dates),
	    ARENA_TEST(other_text_than_a_date_comes_back_as_it_is),
	};

	if (setenv("TZ", "Europe/Amsterdam", 1) != 0)
		return 1;
	tzset();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
