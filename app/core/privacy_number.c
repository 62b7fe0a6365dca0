/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * privacy_number.c - BSN, IBAN, telephone, and the address of mail.
 */
#include "core/privacy_match.h"

#include <stdint.h>
#include <string.h>

/* --- digits in groups ----------------------------------------------------- */

enum { DIGITS_MAX = 16, GROUPS_MAX = 8 };

struct digits {
	char digit[DIGITS_MAX];
	size_t count, group_count, len;
	size_t group[GROUPS_MAX]; /* sizes */
	bool is_mixed;		  /* more than one kind of separator */
	char separator;		  /* ' ', '.', '-' or 0 */
};

/* The length of a single separator with a digit behind it; 0: none. */
static size_t
separator_at(const char *text, size_t at, char *kind)
{
	size_t n = privacy_space(text, at);

	*kind = ' ';
	if (n == 0 && text[at] != '\0' && strchr(".-", text[at]) != NULL) {
		*kind = text[at];
		n = 1;
	}
	return n > 0 && privacy_is_digit(text[at + n]) ? n : 0;
}

static void
read_digits(struct digits *d, const char *text, size_t at, size_t most)
{
	size_t i = at, n;
	char kind;

	*d = (struct digits){.group_count = 1};
	for (;;) {
		while (privacy_is_digit(text[i]) && d->count < most) {
			d->digit[d->count++] = text[i++];
			d->group[d->group_count - 1]++;
		}
		d->len = i - at;
		n = separator_at(text, i, &kind);
		if (n == 0 || d->count == most || d->group_count == GROUPS_MAX)
			return;
		d->is_mixed |= d->separator != '\0' && d->separator != kind;
		d->separator = kind;
		d->group_count++;
		i += n;
	}
}

/* Is what stands here the middle of a longer number or code? */
static bool
goes_on(const char *text, size_t end)
{
	return privacy_is_word(text[end]) ||
	       (text[end] != '\0' && strchr(".,-/", text[end]) != NULL &&
		   privacy_is_digit(text[end + 1]));
}

/* After a digit, or after one letter and a hyphen: "7:268", "Z-2026". */
static bool
comes_from(const char *text, size_t at)
{
	if (at < 2 || strchr(".,-/:", text[at - 1]) == NULL)
		return false;
	return privacy_is_digit(text[at - 2]) ||
	       (text[at - 1] == '-' && privacy_is_letter(text[at - 2]) &&
		   privacy_begins(text, at - 2));
}

/* --- BSN ------------------------------------------------------------------ */

/* 9a + 8b + … + 2h − i is a multiple of eleven. */
static bool
passes_eleven(const char *digit, size_t n)
{
	int sum = 0;

	for (size_t i = 0; i < n; i++) {
		int weight = (int)(n - i);

		sum += (weight == 1 ? -1 : weight) * (digit[i] - '0');
	}
	return sum > 0 && sum % 11 == 0;
}

static bool
has_groups(const struct digits *d, size_t n, const size_t *sizes)
{
	if (d->group_count != n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (d->group[i] != sizes[i])
			return false;
	return true;
}

/* As people write it: 123456782, 123 456 782, 1234.56.782, 12.34.56.782. */
static bool
is_written_so(const struct digits *d)
{
	static const size_t THREES[] = {3, 3, 3}, SOFI[] = {4, 2, 3},
			    PAIRS[] = {2, 2, 2, 3}, HALVES[] = {4, 5};

	return d->group_count == 1 || has_groups(d, 3, THREES) ||
	       has_groups(d, 3, SOFI) || has_groups(d, 4, PAIRS) ||
	       (d->separator != ' ' && has_groups(d, 2, HALVES));
}

static bool
is_amount(const char *text, size_t at, size_t end)
{
	static const char *const EURO[] = {"euro", "eur", "miljoen", NULL};
	size_t from = at > 5 ? at - 5 : 0;

	for (size_t i = from; i < at; i++)
		if (strncmp(text + i, "€", 3) == 0)
			return true;
	return privacy_near(text, end, end + strnlen(text + end, 9), EURO);
}

size_t
privacy_bsn(const char *text, size_t at)
{
	static const char *const CALLED[] = {
	    "bsn", "burgerservicenummer", "sofinummer", "sofi", NULL};
	struct digits d;
	size_t from = at > 40 ? at - 40 : 0;
	bool is_bsn;

	if (!privacy_is_digit(text[at]) || comes_from(text, at))
		return 0;
	read_digits(&d, text, at, 9);
	if (goes_on(text, at + d.len) || d.is_mixed ||
	    is_amount(text, at, at + d.len))
		return 0;
	is_bsn = d.count == 9 ? is_written_so(&d)
			      : d.count == 8 && d.group_count == 1 &&
				    privacy_near(text, from, at, CALLED);
	return is_bsn && passes_eleven(d.digit, d.count) ? d.len : 0;
}

/* --- IBAN ----------------------------------------------------------------- */

static size_t
iban_size(char a, char b)
{
	static const struct {
		char country[3];
		size_t size;
	} SIZES[] = {{"NL", 18}, {"BE", 16}, {"DE", 22}, {"FR", 27}, {"GB", 22},
	    {"ES", 24}, {"IT", 27}, {"PL", 28}, {"TR", 26}, {"PT", 25},
	    {"LU", 20}, {"AT", 20}, {"CH", 21}, {"IE", 22}, {"RO", 24},
	    {"BG", 22}};

	for (size_t i = 0; i < sizeof(SIZES) / sizeof(SIZES[0]); i++)
		if (SIZES[i].country[0] == a && SIZES[i].country[1] == b)
			return SIZES[i].size;
	return 0;
}

static char
upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static bool
is_ascii_word(char c)
{
	return privacy_is_digit(c) || (upper(c) >= 'A' && upper(c) <= 'Z');
}

static bool
passes_97(const char *iban, size_t n)
{
	int rest = 0;

	for (size_t i = 0; i < n; i++) {
		char c = iban[(i + 4) % n];

		rest = privacy_is_digit(c) ? (rest * 10 + (c - '0')) % 97
					   : (rest * 100 + (c - 'A' + 10)) % 97;
	}
	return rest == 1;
}

size_t
privacy_iban(const char *text, size_t at)
{
	size_t size = iban_size(upper(text[at]),
		   text[at] == '\0' ? '\0' : upper(text[at + 1])),
	       n = 0, i = at;
	char iban[32];

	while (n < size) {
		size_t gap = n > 0 ? privacy_space(text, i) : 0;

		if (gap == 0 && n > 0 && text[i] != '\0' &&
		    strchr(".-", text[i]) != NULL)
			gap = 1;
		i += gap;
		if (!is_ascii_word(text[i]))
			return 0;
		iban[n++] = upper(text[i++]);
	}
	if (size == 0 || !privacy_is_digit(iban[2]) ||
	    !privacy_is_digit(iban[3]) || privacy_is_word(text[i]))
		return 0;
	return passes_97(iban, n) ? i - at : 0;
}

/* --- telephone ------------------------------------------------------------ */

/* At most this many signs between two digits. */
enum { PHONE_GAP = 3, PHONE_MAX = 15 };

static size_t
phone_gap(const char *text, size_t at)
{
	size_t i = at, n;

	for (int k = 0; k < PHONE_GAP; k++) {
		n = privacy_space(text, i);
		if (n == 0 && text[i] != '\0' &&
		    strchr("-().–/", text[i]) != NULL &&
		    (unsigned char)text[i] < 0x80)
			n = 1;
		i += n;
	}
	return i - at;
}

/* "01-02-2024 12": a date, and a number behind it. */
static bool
is_date(const char *text, size_t at)
{
	struct digits d;

	read_digits(&d, text, at, 8);
	return d.group_count >= 3 && d.group[0] <= 2 && d.group[1] <= 2 &&
	       d.group[2] == 4 && d.separator != ' ';
}

/* Digits from here, "(0)" left out; gives where they end. */
static size_t
read_phone(const char *text, size_t at, char *digit, size_t *count, size_t most)
{
	size_t i = at, gap;

	*count = 0;
	for (;;) {
		if (*count > 0 && strncmp(text + i, "(0)", 3) == 0)
			i += 3;
		while (privacy_is_digit(text[i]) && *count < most)
			digit[(*count)++] = text[i++];
		gap = phone_gap(text, i);
		if (*count == most || gap == 0)
			return i;
		if (strncmp(text + i, "(0)", 3) == 0 ||
		    strncmp(text + i, " (0)", 4) == 0) {
			i += text[i] == ' ' ? 4 : 3;
			i += phone_gap(text, i);
			continue;
		}
		if (!privacy_is_digit(text[i + gap]))
			return i;
		i += gap;
	}
}

static size_t
abroad(const char *text, size_t at)
{
	char digit[PHONE_MAX];
	size_t count, end;
	bool has_plus = text[at] == '+';

	if (!has_plus && strncmp(text + at, "00", 2) != 0)
		return 0;
	end =
	    read_phone(text, at + (has_plus ? 1 : 2), digit, &count, PHONE_MAX);
	if (count >= 2 && memcmp(digit, "31", 2) == 0) {
		size_t most = count > 2 && digit[2] == '0' ? 12 : 11;

		end = read_phone(
		    text, at + (has_plus ? 1 : 2), digit, &count, most);
		return count == most && !privacy_is_word(text[end]) ? end - at
								    : 0;
	}
	return count >= 9 && digit[0] != '0' && !privacy_is_word(text[end])
		   ? end - at
		   : 0;
}

size_t
privacy_phone(const char *text, size_t at)
{
	char digit[PHONE_MAX];
	size_t begin = text[at] == '(' ? at + 1 : at, count, end = 0;
	size_t far = abroad(text, at);

	if (far > 0)
		return far;
	if (text[begin] != '0' || text[begin + 1] == '0' ||
	    comes_from(text, at) || is_date(text, begin))
		return 0;
	end = read_phone(text, begin, digit, &count, 10);
	return count == 10 && digit[1] != '0' && !goes_on(text, end) ? end - at
								     : 0;
}

/* --- mail ----------------------------------------------------------------- */

static bool
is_mail_byte(char c)
{
	return is_ascii_word(c) || (c != '\0' && strchr("._%+-", c) != NULL);
}

/* Labels with a dot, the last of letters only; 0: no such thing. */
static size_t
domain_len(const char *text)
{
	size_t i = 0, last = 0, dots = 0;

	while (is_ascii_word(text[i]) ||
	       (i > 0 && (text[i] == '.' || text[i] == '-') &&
		   is_ascii_word(text[i + 1]))) {
		if (text[i] == '.') {
			dots++;
			last = i + 1;
		}
		i++;
	}
	if (dots == 0 || i - last < 2)
		return 0;
	for (size_t k = last; k < i; k++)
		if (privacy_is_digit(text[k]))
			return 0;
	return i;
}

size_t
privacy_email(const char *text, size_t at)
{
	static const char *const SIGNS[] = {
	    "@", "(at)", "[at]", " (at) ", " [at] ", " @ "};
	size_t n = 0, domain;

	while (is_mail_byte(text[at + n]))
		n++;
	if (n == 0)
		return 0;
	for (size_t i = 0; i < sizeof(SIGNS) / sizeof(SIGNS[0]); i++) {
		size_t sign = strlen(SIGNS[i]);

		if (strncmp(text + at + n, SIGNS[i], sign) != 0)
			continue;
		domain = domain_len(text + at + n + sign);
		if (domain > 0)
			return n + sign + domain;
	}
	return 0;
}
