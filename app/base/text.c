/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * text.c - plain text as Dutch readers expect it. Dates are written with our
 * own month names, so that no locale needs to be installed; the zone is the
 * process's (TZ is set to Europe/Amsterdam where it starts).
 */
#include "base/text.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static const char *const MONTHS[] = { "januari", "februari", "maart", "april",
	"mei", "juni", "juli", "augustus", "september", "oktober", "november",
	"december" };

static bool
is_allowed_ascii(unsigned char c)
{
	return (c >= 0x20 && c != 0x7f) || c == '\t' || c == '\n' || c == '\r';
}

/* Length of the sequence that starts at p, or 0 when it is not valid. */
static size_t
sequence_length(const unsigned char *p, size_t left)
{
	unsigned char c = p[0];
	size_t n = c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;

	if (n == 1)
		return is_allowed_ascii(c) ? 1 : 0;
	if (c < 0xc2 || c > 0xf4 || left < n)
		return 0;
	if ((c == 0xe0 && p[1] < 0xa0) || (c == 0xed && p[1] > 0x9f) ||
	    (c == 0xf0 && p[1] < 0x90) || (c == 0xf4 && p[1] > 0x8f))
		return 0;
	for (size_t i = 1; i < n; i++)
		if ((p[i] & 0xc0) != 0x80)
			return 0;
	return n;
}

bool
text_is_utf8(const char *text, size_t len)
{
	const unsigned char *p = (const unsigned char *)text;

	while (len > 0) {
		size_t n = sequence_length(p, len);

		if (n == 0)
			return false;
		p += n;
		len -= n;
	}
	return true;
}

size_t
text_length(const char *text)
{
	size_t n = 0;

	for (; *text != '\0'; text++)
		n += ((unsigned char)*text & 0xc0) != 0x80;
	return n;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool
text_is_blank(const char *text)
{
	while (is_space(*text))
		text++;
	return *text == '\0';
}

char *
text_trim(struct arena *a, const char *text)
{
	size_t len;
	char *out, *at;

	while (is_space(*text))
		text++;
	len = strlen(text);
	while (len > 0 && is_space(text[len - 1]))
		len--;
	at = out = arena_alloc(a, len + 1);
	for (size_t i = 0; i < len; i++)
		if (text[i] != '\r')
			*at++ = text[i];
	*at = '\0';
	return out;
}

/* Base letters of U+00C0 to U+017F; '?' stands for "keep as it is". */
static const char FOLDED[] =
    "aaaaaa?ceeeeiiii?nooooo?ouuuuy??aaaaaa?ceeeeiiii"
    "?nooooo?ouuuuy?yaaaaaaccccccccddddeeeeeeeeeegggg"
    "gggghhhhiiiiiiiiii??jjkkkllllllllllnnnnnnnnnoooo"
    "oo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

char *
text_fold(struct arena *a, const char *text)
{
	char *out = arena_alloc(a, strlen(text) + 1), *at = out;

	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;

		if (c >= 'A' && c <= 'Z') {
			*at++ = (char)(c + ('a' - 'A'));
			continue;
		}
		if (c >= 0xc3 && c <= 0xc5 && text[1] != '\0') {
			unsigned point = (c & 0x1fu) << 6 |
			    ((unsigned char)text[1] & 0x3fu);
			size_t i = point - 0xc0u;

			if (i < sizeof(FOLDED) - 1 && FOLDED[i] != '?') {
				*at++ = FOLDED[i];
				text++;
				continue;
			}
		}
		*at++ = (char)c;
	}
	return out;
}

/* "1234567" gives "1.234.567". */
static char *
group_thousands(struct arena *a, uint64_t number)
{
	char digits[24];
	int n = snprintf(digits, sizeof(digits), "%llu",
	    (unsigned long long)number);
	char *out = arena_alloc(a, (size_t)n * 2), *at = out;

	for (int i = 0; i < n; i++) {
		if (i > 0 && (n - i) % 3 == 0)
			*at++ = '.';
		*at++ = digits[i];
	}
	return out;
}

static uint64_t
magnitude(int64_t number)
{
	return number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
}

const char *
text_euro(struct arena *a, int64_t cents)
{
	uint64_t size = magnitude(cents);

	return arena_printf(a, "%s€ %s,%02u", cents < 0 ? "−" : "",
	    group_thousands(a, size / 100), (unsigned)(size % 100));
}

const char *
text_euro_whole(struct arena *a, int64_t cents)
{
	uint64_t euros = (magnitude(cents) + 50) / 100;

	return arena_printf(a, "%s€ %s", cents < 0 && euros > 0 ? "−" : "",
	    group_thousands(a, euros));
}

const char *
text_join_euro(struct arena *a, const char *text)
{
	const char *at = strstr(text, "€ ");
	char *out, *to;

	if (at == NULL)
		return text;
	out = to = arena_alloc(a, 2 * strlen(text) + 1);
	for (; at != NULL; at = strstr(text, "€ ")) {
		size_t len = (size_t)(at - text) + sizeof("€") - 1;
		bool is_amount = text[len + 1] >= '0' && text[len + 1] <= '9';

		memcpy(to, text, len);
		to += len;
		memcpy(to, is_amount ? "\u00a0" : " ", is_amount ? 2 : 1);
		to += is_amount ? 2 : 1;
		text += len + 1;
	}
	memcpy(to, text, strlen(text) + 1);
	return out;
}

static struct tm
local_time(int64_t when_s)
{
	time_t t = (time_t)when_s;
	struct tm tm = { 0 };

	localtime_r(&t, &tm);
	return tm;
}

int
text_year(int64_t when_s)
{
	return local_time(when_s).tm_year + 1900;
}

const char *
text_time(struct arena *a, int64_t when_s)
{
	struct tm tm = local_time(when_s);

	return arena_printf(a, "%02d:%02d", tm.tm_hour, tm.tm_min);
}

const char *
text_date(struct arena *a, int64_t when_s)
{
	struct tm tm = local_time(when_s);

	return arena_printf(a, "%d %s %d", tm.tm_mday,
	    MONTHS[tm.tm_mon % 12], tm.tm_year + 1900);
}

const char *
text_date_time(struct arena *a, int64_t when_s)
{
	return arena_printf(a, "%s om %s", text_date(a, when_s),
	    text_time(a, when_s));
}

/* Days since some day long ago, of the date on the calendar. */
static long
day_number(const struct tm *tm)
{
	long y = tm->tm_year + 1900L - (tm->tm_mon < 2);
	long m = tm->tm_mon < 2 ? tm->tm_mon + 10 : tm->tm_mon - 2;

	return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 +
	    tm->tm_mday;
}

const char *
text_day(struct arena *a, int64_t when_s, int64_t now_s)
{
	static const char *const DAYS[] = { "zondag", "maandag", "dinsdag",
		"woensdag", "donderdag", "vrijdag", "zaterdag" };
	struct tm then = local_time(when_s), now = local_time(now_s);
	long ago = day_number(&now) - day_number(&then);

	if (ago == 0)
		return "vandaag";
	if (ago == 1)
		return "gisteren";
	if (ago > 1 && ago < 7)
		return DAYS[then.tm_wday % 7];
	if (then.tm_year != now.tm_year)
		return arena_printf(a, "op %s", text_date(a, when_s));
	return arena_printf(a, "op %d %s", then.tm_mday,
	    MONTHS[then.tm_mon % 12]);
}

const char *
text_iso_date(struct arena *a, const char *iso)
{
	int year, month, day, read = 0;

	if (sscanf(iso, "%4d-%2d-%2d%n", &year, &month, &day, &read) != 3 ||
	    iso[read] != '\0' || month < 1 || month > 12 || day < 1 ||
	    day > 31)
		return iso;
	return arena_printf(a, "%d %s %d", day, MONTHS[month - 1], year);
}
