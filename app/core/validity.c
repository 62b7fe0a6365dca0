/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * validity.c - until when content holds. Counts days in UTC: in the
 * Netherlands the notice appears an hour or two after midnight.
 */
#include "core/validity.h"

#include <stdio.h>

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
	int in_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 +
	    day - 1;

	return era * 146097 + in_era * 365 + in_era / 4 - in_era / 100 +
	    in_year - 719468;
}

bool
validity_is_over(const char *last_day, int64_t now_s)
{
	int year, month, day;

	if (last_day == NULL ||
	    sscanf(last_day, "%4d-%2d-%2d", &year, &month, &day) != 3 ||
	    year < 1970 || month < 1 || month > 12 || day < 1 || day > 31)
		return false;
	return now_s / DAY_S > day_number(year, month, day);
}
