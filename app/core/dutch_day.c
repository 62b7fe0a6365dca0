/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * dutch_day.c - read a day in running text.
 *
 * What it cannot read it says so: "week 6" may be of the year or of the plan,
 * and 14/12 may be a part. Nobody is told that a day is missing because of
 * that (core/rule_judge.c takes it as unknown).
 */
#include "core/dutch_day.h"

#include "core/words.h"

#include <string.h>

enum { YEAR_MIN = 2000, YEAR_MAX = 2100, WEEK = 7, MONTH = 30 };

/* Days since 1970 of a date in the Gregorian calendar. */
static int32_t
day_of(int year, int month, int day)
{
	int y = year - (month <= 2);
	int era = y / 400;
	int of_era = y - era * 400;
	int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 +
	       of_year - 719468;
}

static int
month_days(int year, int month)
{
	static const int DAYS[] = {
	    31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return DAYS[month - 1] + (month == 2 && is_leap);
}

/* 0 when there is no such day. */
static int32_t
checked(int year, int month, int day)
{
	if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 ||
	    day < 1 || day > month_days(year, month))
		return 0;
	return day_of(year, month, day);
}

/* The first n characters, which are digits. */
static int
value_of(const char *text, size_t n)
{
	int value = 0;

	for (size_t i = 0; i < n; i++)
		value = 10 * value + (text[i] - '0');
	return value;
}

/* Only digits, at most four: else -1. */
static int
number(const struct words *w, size_t i)
{
	const char *text = i < w->count ? w->word[i].text : "";
	size_t n = strspn(text, "0123456789");

	return n == 0 || n > 4 || text[n] != '\0' ? -1 : value_of(text, n);
}

/* Place of a word in a list, from 1; 0 when it is not in it. */
static int
place(const char *word, const char *const *list, int count)
{
	for (int i = 0; i < count; i++)
		if (strcmp(list[i], word) == 0)
			return i + 1;
	return 0;
}

static int
month_of(const char *word)
{
	static const char *const FULL[] = {"januari", "februari", "maart",
	    "april", "mei", "juni", "juli", "augustus", "september", "oktober",
	    "november", "december"};
	static const char *const SHORT[] = {"jan", "feb", "mrt", "apr", "mei",
	    "jun", "jul", "aug", "sep", "okt", "nov", "dec"};
	int month = place(word, FULL, 12);

	return month > 0 ? month : place(word, SHORT, 12);
}

/* Without a year: the first such day from a month ago on. */
static int32_t
without_year(int month, int day, int32_t today)
{
	for (int year = YEAR_MIN; year <= YEAR_MAX; year++) {
		int32_t found = checked(year, month, day);

		if (found >= today - MONTH && found != 0)
			return found;
	}
	return 0;
}

/* "26 november 2026", "26 november", "26 11 2026", "2026 11 26". */
static int32_t
date_at(const struct words *w, size_t i, int32_t today)
{
	int first = number(w, i), second = number(w, i + 1),
	    third = number(w, i + 2);
	int month;

	if (first < 0 || i + 1 >= w->count)
		return 0;
	month = month_of(w->word[i + 1].text);
	if (month > 0)
		return third >= YEAR_MIN ? checked(third, month, first)
					 : without_year(month, first, today);
	if (first >= YEAR_MIN)
		return checked(first, second, third);
	return checked(third, second, first);
}

/* "2", "twee". */
static int
count_at(const struct words *w, size_t i)
{
	static const char *const NUMBERS[] = {
	    "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht"};
	int n = number(w, i);

	return n >= 0 ? n : place(w->word[i].text, NUMBERS, 8);
}

/* "binnen een week", "over 10 dagen". */
static int32_t
span_at(const struct words *w, size_t i, int32_t today)
{
	static const char *const UNITS[] = {
	    "dag", "dagen", "week", "weken", "maand", "maanden"};
	static const int LENGTHS[] = {1, WEEK, MONTH};
	int n, unit;

	if (i + 2 >= w->count || (strcmp(w->word[i].text, "binnen") != 0 &&
				     strcmp(w->word[i].text, "over") != 0))
		return 0;
	n = count_at(w, i + 1);
	unit = place(w->word[i + 2].text, UNITS, 6);
	return n <= 0 || n > 1000 || unit == 0
		   ? 0
		   : today + n * LENGTHS[(unit - 1) / 2];
}

/* Monday is 1: 1 January 1970 was a Thursday. */
static int
weekday_of(int32_t day)
{
	return (day + 3) % WEEK + 1;
}

/* "vandaag", "meteen", "morgen", "deze week" (its Sunday). */
static int32_t
word_at(const struct words *w, size_t i, int32_t today)
{
	static const char *const NEAR[] = {
	    "vandaag", "nu", "direct", "meteen", "morgen", "overmorgen"};
	static const int DAYS[] = {0, 0, 0, 0, 1, 2};
	int found = place(w->word[i].text, NEAR, 6);
	bool is_week =
	    i + 1 < w->count && strcmp(w->word[i + 1].text, "week") == 0;
	int32_t sunday = today + WEEK - weekday_of(today);

	if (found > 0)
		return today + DAYS[found - 1];
	if (is_week && strcmp(w->word[i].text, "deze") == 0)
		return sunday;
	if (is_week && strcmp(w->word[i].text, "volgende") == 0)
		return sunday + WEEK;
	return span_at(w, i, today);
}

/* "vrijdag": the first one after today. */
static int32_t
weekday_at(const struct words *w, size_t i, int32_t today)
{
	static const char *const DAYS[] = {"maandag", "dinsdag", "woensdag",
	    "donderdag", "vrijdag", "zaterdag", "zondag"};
	int want = place(w->word[i].text, DAYS, WEEK);

	if (want == 0)
		return 0;
	return today + (want - weekday_of(today) + WEEK - 1) % WEEK + 1;
}

int32_t
day_of_iso(const char *iso)
{
	int year, month, day;

	if (strlen(iso) != 10 || strspn(iso, "0123456789") != 4 ||
	    iso[4] != '-' || strspn(iso + 5, "0123456789") != 2 ||
	    iso[7] != '-' || strspn(iso + 8, "0123456789") != 2)
		return 0;
	year = value_of(iso, 4);
	month = value_of(iso + 5, 2);
	day = value_of(iso + 8, 2);
	return checked(year, month, day);
}

int32_t
day_read(struct arena *a, const char *text, int32_t today)
{
	static int32_t (*const READERS[])(const struct words *, size_t,
	    int32_t) = {date_at, word_at, weekday_at};
	struct words w = words_of(a, text);

	for (size_t r = 0; r < sizeof(READERS) / sizeof(READERS[0]); r++)
		for (size_t i = 0; i < w.count; i++) {
			int32_t found = READERS[r](&w, i, today);

			if (found != 0)
				return found;
		}
	return 0;
}
