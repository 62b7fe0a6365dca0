/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * plan_input.c - numbers as people type them, as texts that the core reads.
 *
 * Nothing is computed: digits are moved, never made into a double, so that
 * what is stored is exactly what was typed.
 */
#include "core/plan_input.h"

#include "base/text.h"

#include <string.h>

enum { DECIMALS_MAX = 6, QUANTITY_DIGITS_MAX = 7, PARTS_MAX = 1000000 };

/* A number as typed, in pieces: digits before and after the mark. */
struct typed {
	const char *whole, *decimals;
	size_t whole_len, decimals_len;
};

static size_t
digits(const char *text)
{
	return strspn(text, "0123456789");
}

/* Reads "12", "12,5" or "12.5" at the start of text; its end, or NULL. */
static const char *
read_typed(struct typed *out, const char *text)
{
	char mark;

	*out = (struct typed){ .whole = text, .whole_len = digits(text) };
	if (out->whole_len == 0)
		return NULL;
	text += out->whole_len;
	mark = *text;
	if (mark != ',' && mark != '.')
		return text;
	out->decimals = ++text;
	out->decimals_len = digits(text);
	if (out->decimals_len == 0 || out->decimals_len > DECIMALS_MAX)
		return NULL;
	if (mark == '.' && out->decimals_len == 3 && *out->whole != '0')
		return NULL; /* a thousand, or one with decimals? */
	return text + out->decimals_len;
}

/* Digits `all`, of which the last `decimals` come after the point. */
static const char *
compose(struct arena *a, const char *all, size_t decimals)
{
	size_t n = strlen(all);
	const char *whole, *rest;
	size_t rest_len = decimals;

	while (n <= decimals) {
		all = arena_printf(a, "0%s", all);
		n++;
	}
	whole = arena_strndup(a, all, n - decimals);
	rest = all + (n - decimals);
	while (*whole == '0' && whole[1] != '\0')
		whole++;
	while (rest_len > 0 && rest[rest_len - 1] == '0')
		rest_len--;
	if (rest_len == 0)
		return whole;
	return arena_printf(a, "%s.%.*s", whole, (int)rest_len, rest);
}

static const char *
all_digits(struct arena *a, const struct typed *number)
{
	return arena_printf(a, "%.*s%.*s", (int)number->whole_len,
	    number->whole, (int)number->decimals_len,
	    number->decimals != NULL ? number->decimals : "");
}

static bool
is_zero(const char *number)
{
	return number[strspn(number, "0.")] == '\0';
}

/* "1/3": both parts whole, at most a million, neither 0. */
static bool
read_fraction(int64_t value[2], const char *text)
{
	size_t top = digits(text), bottom;

	value[0] = value[1] = 0;
	if (top == 0 || top > QUANTITY_DIGITS_MAX || text[top] != '/')
		return false;
	bottom = digits(text + top + 1);
	if (bottom == 0 || bottom > QUANTITY_DIGITS_MAX ||
	    text[top + 1 + bottom] != '\0')
		return false;
	for (size_t i = 0; i < top; i++)
		value[0] = 10 * value[0] + (text[i] - '0');
	for (size_t i = 0; i < bottom; i++)
		value[1] = 10 * value[1] + (text[top + 1 + i] - '0');
	return value[0] > 0 && value[0] <= PARTS_MAX && value[1] > 0 &&
	    value[1] <= PARTS_MAX;
}

/* Is this well-formed decimal above a limit of 10^zeros? */
static bool
is_above_power(const char *number, size_t zeros)
{
	size_t n = digits(number);

	if (n != zeros + 1)
		return n > zeros + 1;
	return number[0] > '1' || (number[0] == '1' && !is_zero(number + 1));
}

const char *
input_quantity(struct arena *a, const char *text)
{
	struct typed number;
	const char *end, *value;
	int64_t parts[2];

	text = text_trim(a, text);
	if (read_fraction(parts, text))
		return text;
	end = read_typed(&number, text);
	if (end == NULL || *end != '\0')
		return NULL;
	value = compose(a, all_digits(a, &number), number.decimals_len);
	if (is_zero(value) || is_above_power(value, 6))
		return NULL;
	return value;
}

const char *
input_chance(struct arena *a, const char *text)
{
	struct typed number;
	const char *end, *value;
	bool has_sign;
	size_t shift;
	int64_t parts[2];

	text = text_trim(a, text);
	if (read_fraction(parts, text))
		return parts[0] <= parts[1] ? text : NULL;
	end = read_typed(&number, text);
	if (end == NULL)
		return NULL;
	end += strspn(end, " ");
	has_sign = *end == '%';
	end += has_sign;
	if (*end != '\0')
		return NULL;
	value = compose(a, all_digits(a, &number), number.decimals_len);
	shift = !has_sign && number.decimals_len > 0 && value[0] == '0' ? 0 : 2;
	if (number.decimals_len + shift > DECIMALS_MAX)
		return NULL;
	value = compose(a, all_digits(a, &number),
	    number.decimals_len + shift);
	return is_above_power(value, 0) ? NULL : value;
}

const char *
input_dutch(struct arena *a, const char *number)
{
	char *out = arena_strdup(a, number);
	char *point = strchr(out, '.');

	if (point != NULL)
		*point = ',';
	return out;
}

const char *
input_percent_of(struct arena *a, const char *chance)
{
	struct typed number;
	const char *all, *end = read_typed(&number, chance);
	size_t decimals = number.decimals_len;

	if (end == NULL || *end != '\0')
		return chance;
	all = all_digits(a, &number);
	while (decimals < 2) {
		all = arena_printf(a, "%s0", all);
		decimals++;
	}
	return input_dutch(a, compose(a, all, decimals - 2));
}

bool
input_is_id(const char *id)
{
	size_t n = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789");

	return n >= 1 && n <= 32 && id[n] == '\0';
}
