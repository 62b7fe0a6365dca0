/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * privacy_place.c - a postcode with a house number, and a date of birth.
 */
#include "core/privacy_match.h"

#include <stdlib.h>
#include <string.h>

/* --- postcode ------------------------------------------------------------- */

enum { HOUSE_NEAR = 32, LAW_NEAR = 16 };

static bool
is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

/*
 * "1234 AB", "1234AB", "1234ab". "1234 ab" is none: "in 2024 is". Nor are
 * letters that no postcode has.
 */
static size_t
postcode(const char *text, size_t at)
{
	size_t i = at + 4, gap;

	if (text[at] < '1' || text[at] > '9' ||
	    strspn(text + at, "0123456789") != 4)
		return 0;
	gap = privacy_space(text, i);
	i += gap;
	if (!(is_upper(text[i]) && is_upper(text[i + 1])) &&
	    !(gap == 0 && is_lower(text[i]) && is_lower(text[i + 1])))
		return 0;
	if (privacy_is_word(text[i + 2]) || strncmp(text + i, "SA", 2) == 0 ||
	    strncmp(text + i, "SD", 2) == 0 || strncmp(text + i, "SS", 2) == 0)
		return 0;
	return i + 2 - at;
}

/* A number of one to five digits, alone or with a letter: 12, 12a, 12-3. */
static bool
has_house(const char *text, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		size_t n = strspn(text + i, "0123456789");

		if (n == 0)
			continue;
		if (n <= 5 && text[i] != '0' && privacy_begins(text, i) &&
		    !(privacy_is_word(text[i + n]) &&
			privacy_is_word(text[i + n + 1])))
			return true;
		i += n - 1;
	}
	return false;
}

size_t
privacy_address(const char *text, size_t at)
{
	static const char *const LAW[] = {
	    "artikel", "artikelen", "art", "lid", NULL};
	size_t n = postcode(text, at), end = at + n;
	size_t before = at > HOUSE_NEAR ? at - HOUSE_NEAR : 0;
	size_t after = end + strnlen(text + end, HOUSE_NEAR);

	if (n == 0 ||
	    (at > 1 && strchr(":.,", text[at - 1]) != NULL &&
		privacy_is_digit(text[at - 2])) ||
	    privacy_near(text, at > LAW_NEAR ? at - LAW_NEAR : 0, at, LAW))
		return 0;
	return has_house(text, before, at) || has_house(text, end, after) ? n
									  : 0;
}

/* --- date of birth -------------------------------------------------------- */

static const char *const MONTHS[] = {"januari", "februari", "maart", "april",
    "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december", "jan", "feb", "mrt", "apr", "jun", "jul", "aug", "sep", "sept",
    "okt", "nov", "dec"};

/* A number of at most so many digits; its length, 0: none, or more. */
static size_t
number(const char *text, size_t most, long *value)
{
	size_t n = strspn(text, "0123456789");

	*value = strtol(text, NULL, 10);
	return n <= most ? n : 0;
}

static size_t
month_word(const char *text)
{
	size_t best = 0;

	for (size_t i = 0; i < sizeof(MONTHS) / sizeof(MONTHS[0]); i++) {
		size_t n = strlen(MONTHS[i]);

		if (n > best && strncasecmp(text, MONTHS[i], n) == 0 &&
		    !privacy_is_letter(text[n]))
			best = n;
	}
	return best > 0 && text[best] == '.' ? best + 1 : best;
}

static bool
is_year(long year, size_t digits)
{
	return digits == 2 || (digits == 4 && year >= 1900 && year <= 2100);
}

/* "12-03-1985", "12/3/85", "12.03.1985". */
static size_t
date_of_numbers(const char *text)
{
	long day, month, year;
	size_t a = number(text, 2, &day), b, c;

	if (a == 0 || text[a] == '\0' || strchr("-/.", text[a]) == NULL)
		return 0;
	b = number(text + a + 1, 2, &month);
	if (b == 0 || text[a + 1 + b] != text[a])
		return 0;
	c = number(text + a + b + 2, 4, &year);
	return day >= 1 && day <= 31 && month >= 1 && month <= 12 &&
		       is_year(year, c)
		   ? a + b + c + 2
		   : 0;
}

/* "1985-03-12". */
static size_t
date_of_iso(const char *text)
{
	long year, month, day;
	size_t a = number(text, 4, &year), b, c;

	if (a != 4 || text[4] != '-')
		return 0;
	b = number(text + 5, 2, &month);
	if (b == 0 || text[5 + b] != '-')
		return 0;
	c = number(text + 6 + b, 2, &day);
	return c > 0 && is_year(year, a) && month >= 1 && month <= 12
		   ? 6 + b + c
		   : 0;
}

/* "12 maart 1985", "3 mrt. '85". */
static size_t
date_of_words(const char *text)
{
	long day, year;
	size_t i = number(text, 2, &day), n;

	if (i == 0 || privacy_space(text, i) == 0)
		return 0;
	i += privacy_space(text, i);
	n = month_word(text + i);
	if (n == 0 || privacy_space(text, i + n) == 0)
		return 0;
	i += n + privacy_space(text, i + n);
	i += text[i] == '\'';
	n = number(text + i, 4, &year);
	return is_year(year, n) ? i + n : 0;
}

static size_t
date_at(const char *text)
{
	size_t n = date_of_iso(text);

	if (n == 0)
		n = date_of_numbers(text);
	return n > 0 ? n : date_of_words(text);
}

size_t
privacy_birth(const char *text, size_t at)
{
	static const char *const BEFORE[] = {"geboren", "geboortedatum",
	    "geboortedag", "geb.", "geb ", "geb:", "gebdatum", "geb.datum",
	    "geb.dat", "verjaardag", "verjaart", "jarig", NULL};
	static const char *const AFTER[] = {"geboren", NULL};
	enum { NEAR_BEFORE = 40, NEAR_AFTER = 24 };
	size_t n = privacy_is_digit(text[at]) ? date_at(text + at) : 0;
	size_t from = at > NEAR_BEFORE ? at - NEAR_BEFORE : 0, end = at + n;

	if (n == 0 || privacy_is_digit(text[end]))
		return 0;
	return privacy_near(text, from, at, BEFORE) ||
		       privacy_near(text, end,
			   end + strnlen(text + end, NEAR_AFTER), AFTER)
		   ? n
		   : 0;
}
