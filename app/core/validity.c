/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * validity.c - until when content holds. Counts days in UTC: in the
 * Netherlands the notice appears an hour or two after midnight.
 */
#include "core/validity.h"

#include <stddef.h>

enum { DAY_S = 24 * 60 * 60 };

/*
 * Days since 1970 of a day in the Gregorian calendar: years begin in March,
 * so that the leap day is the last; 400 years have 146097 days.
 */
static int64_t
day_number(int64_t year, int month, int day)
{
	int64_t y = month > 2 ? year : year - 1;
	int64_t era = y / 400, in_era = y % 400;
	int in_year =
	    (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;

	return era * 146097 + in_era * 365 + in_era / 4 - in_era / 100 +
	       in_year - 719468;
}

/* The number in the next `digits` characters, or -1. */
static int
number_at(const char **at, int digits)
{
	int number = 0;

	for (; digits > 0; digits--, ++*at) {
		if (**at < '0' || **at > '9')
			return -1;
		number = number * 10 + **at - '0';
	}
	return number;
}

static bool
read_day(int64_t *out, const char *text)
{
	int year = number_at(&text, 4), month, day;

	if (year < 1970 || *text++ != '-')
		return false;
	month = number_at(&text, 2);
	if (month < 1 || month > 12 || *text++ != '-')
		return false;
	day = number_at(&text, 2);
	if (day < 1 || day > 31 || *text != '\0')
		return false;
	*out = day_number(year, month, day);
	return true;
}

bool
validity_is_over(const char *last_day, int64_t now_s)
{
	int64_t day;

	return last_day != NULL && read_day(&day, last_day) &&
	       now_s / DAY_S > day;
}

bool
validity_is_day(const char *text)
{
	int64_t day;

	return read_day(&day, text);
}
