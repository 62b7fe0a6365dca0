/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rule_reach.c - can a condition hold, and can it fail to? It knows what one
 * test says of another: "a line of the doorbraak with code X" is also "a line
 * of the doorbraak". So it sees that the first cannot hold where the second
 * must not, and that one of a test and its opposite always holds. What it
 * does not understand, it takes for possible both ways.
 */
#include "content/rule_reach.h"

#include "core/tariff.h"

#include <stdlib.h>
#include <string.h>

static const char *
name_of(const json_t *test)
{
	json_t *object = (json_t *)(uintptr_t)test;

	return json_object_iter_key(json_object_iter(object));
}

static const json_t *
value_of(const json_t *test)
{
	return json_object_get(test, name_of(test));
}

static bool
is(const json_t *test, const char *name)
{
	return strcmp(name_of(test), name) == 0;
}

/* --- what one test says of another ---------------------------------------- */

/* A text is a list of one. */
static const json_t *
item(const json_t *list, size_t i)
{
	return json_is_array(list) ? json_array_get(list, i) : list;
}

static size_t
item_count(const json_t *list)
{
	return json_is_array(list) ? json_array_size(list) : 1;
}

/* Does `wide` stand for `text` too: the same, or "JW-*" for "JW-AMB"? */
static bool
stands_for(const char *wide, const char *text)
{
	size_t n = strlen(wide);

	if (n > 0 && wide[n - 1] == '*')
		return strncmp(wide, text, n - 1) == 0;
	return strcmp(wide, text) == 0;
}

/* Each of `part` is in `whole`. */
static bool
is_within(const json_t *part, const json_t *whole)
{
	for (size_t i = 0; i < item_count(part); i++) {
		const char *one = json_string_value(item(part, i));
		bool is_there = false;

		for (size_t k = 0; k < item_count(whole); k++) {
			const char *other = json_string_value(item(whole, k));

			is_there = is_there || (one != NULL && other != NULL &&
						   stands_for(other, one));
		}
		if (!is_there)
			return false;
	}
	return true;
}

/* Is what `p` asks under this key at least what `q` asks? */
static bool
asks_more(const char *key, const json_t *p, const json_t *q)
{
	if (strcmp(key, "minstens") == 0 && p == NULL)
		return json_integer_value(q) <= 1;
	if (p == NULL)
		return json_is_false(q) && strcmp(key, "stopt") != 0 &&
		       strcmp(key, "met-kans") != 0;
	if (json_is_integer(p) && json_is_integer(q))
		return json_integer_value(p) >= json_integer_value(q);
	if (strcmp(key, "alle-woorden") == 0)
		return is_within(q, p);
	if (json_is_string(item(p, 0)) && json_is_string(item(q, 0)))
		return is_within(p, q);
	return json_equal(p, q);
}

/* "artikel": "X" is { "code": "X" }, "plan-b": true is {}. */
static json_t *
as_object(const json_t *value)
{
	if (json_is_object(value))
		return json_incref((json_t *)(uintptr_t)value);
	if (json_is_true(value))
		return json_object();
	return json_pack("{s:O}", "code", value);
}

static bool
is_narrower(const json_t *p, const json_t *q)
{
	json_t *narrow = as_object(p), *wide = as_object(q), *asked;
	bool is_so = json_object_get(narrow, "elke") == NULL &&
		     json_object_get(wide, "elke") == NULL;
	const char *key;

	json_object_foreach(wide, key, asked) is_so =
	    is_so && asks_more(key, json_object_get(narrow, key), asked);
	json_decref(narrow);
	json_decref(wide);
	return is_so;
}

enum { DEPTH_MAX = 16 };

static bool implies(const json_t *p, const json_t *q, int depth);

static bool
each_implies(const json_t *parts, const json_t *q, int depth)
{
	for (size_t i = 0; i < json_array_size(parts); i++)
		if (!implies(json_array_get(parts, i), q, depth))
			return false;
	return json_array_size(parts) > 0;
}

static bool
some_implies(const json_t *parts, const json_t *q, int depth)
{
	for (size_t i = 0; i < json_array_size(parts); i++)
		if (implies(json_array_get(parts, i), q, depth))
			return true;
	return false;
}

static bool
implies_parts(const json_t *p, const json_t *parts, bool is_each, int depth)
{
	for (size_t i = 0; i < json_array_size(parts); i++)
		if (implies(p, json_array_get(parts, i), depth) != is_each)
			return !is_each;
	return is_each;
}

/* Whenever p holds, q does. False: not as far as can be seen. */
static bool
implies(const json_t *p, const json_t *q, int depth)
{
	static const char *const FILTERS[] = {
	    "regel", "betalers", "artikel", "actie", "tekst", "plan-b"};

	if (depth > DEPTH_MAX)
		return false;
	if (json_equal(p, q))
		return true;
	if (is(q, "alle") || is(q, "een"))
		return implies_parts(p, value_of(q), is(q, "alle"), depth + 1);
	if (is(p, "alle"))
		return some_implies(value_of(p), q, depth + 1);
	if (is(p, "een"))
		return each_implies(value_of(p), q, depth + 1);
	if (is(p, "niet") && is(q, "niet"))
		return implies(value_of(q), value_of(p), depth + 1);
	for (size_t i = 0; i < sizeof(FILTERS) / sizeof(FILTERS[0]); i++)
		if (is(p, FILTERS[i]) && is(q, FILTERS[i]))
			return is_narrower(value_of(p), value_of(q));
	return false;
}

/* They cannot both hold. */
static bool
exclude(const json_t *p, const json_t *q)
{
	return (is(q, "niet") && implies(p, value_of(q), 0)) ||
	       (is(p, "niet") && implies(q, value_of(p), 0));
}

/* One of them holds, whatever the plan is. */
static bool
cover(const json_t *p, const json_t *q)
{
	return (is(p, "niet") && implies(value_of(p), q, 0)) ||
	       (is(q, "niet") && implies(value_of(q), p, 0));
}

/* --- a test by itself ------------------------------------------------------
 */

static enum reach
never(struct reach_of *r, const char *why)
{
	r->why = why;
	return REACH_NEVER;
}

/* A number at "vanaf" or "tot"; `otherwise` when it is not there. */
static double
bound(const json_t *range, const char *key, double otherwise)
{
	const json_t *value = json_object_get(range, key);
	const char *text = json_string_value(value), *under;
	double top;

	if (json_is_number(value))
		return json_number_value(value);
	if (text == NULL)
		return otherwise;
	top = strtod(text, NULL);
	under = strchr(text, '/');
	return under == NULL ? top : top / strtod(under + 1, NULL);
}

/* Of a number that is always between these two. */
static enum reach
reach_range(struct reach_of *r, const json_t *range, double least, double most)
{
	double from = bound(range, "vanaf", least);
	double to = bound(range, "tot", most);

	if (from > most || to < least)
		return never(r, "zo’n getal kan in geen enkel plan");
	if (from > to)
		return never(r, "‘vanaf’ is meer dan ‘tot’");
	return REACH_SOME;
}

static bool
has_one_of(const json_t *filter, const char *key, const char *text)
{
	const json_t *list = json_object_get(filter, key);

	for (size_t i = 0; list != NULL && i < item_count(list); i++) {
		const char *one = json_string_value(item(list, i));

		if (one != NULL && stands_for(one, text))
			return true;
	}
	return list == NULL;
}

static bool
fits(const json_t *filter, const struct tariff *t)
{
	return has_one_of(filter, "code", t->code) &&
	       has_one_of(filter, "wet", t->wet) &&
	       has_one_of(filter, "domein", t->domein) &&
	       has_one_of(filter, "aard", t->aard);
}

/* Is there a tariff, or a line of the expert, that such a line can have? */
static bool
has_tariff(const struct reach_of *r, const json_t *filter)
{
	const struct casus *c = r->casus;

	for (size_t i = 0; i < c->tariff_count; i++)
		if (fits(filter, &c->tariffs[i]))
			return true;
	for (size_t i = 0; i < r->library->tariff_count; i++)
		if (fits(filter, &r->library->tariffs[i]))
			return true;
	for (size_t i = 0; i < c->expert->line_count; i++) {
		const struct plan_line *line = &c->expert->lines[i];
		const struct tariff as_line = {.code = line->code,
		    .wet = line->wet,
		    .domein = line->domein,
		    .aard = line->aard};

		if (fits(filter, &as_line))
			return true;
	}
	return false;
}

static enum reach
reach_lines(struct reach_of *r, const json_t *filter)
{
	static const char *const RANGES[] = {
	    "start-maand", "hoeveelheid", "duur-maanden"};
	const char *scenario =
	    json_string_value(json_object_get(filter, "situatie"));

	if (json_is_true(json_object_get(filter, "stopt")) &&
	    scenario != NULL && strcmp(scenario, "huidig") != 0)
		return never(r, "alleen een regel van huidig kan stoppen");
	for (size_t i = 0; i < sizeof(RANGES) / sizeof(RANGES[0]); i++) {
		const json_t *range = json_object_get(filter, RANGES[i]);

		if (range != NULL &&
		    reach_range(r, range, i == 0, 1e9) == REACH_NEVER)
			return REACH_NEVER;
	}
	if (!has_tariff(r, filter))
		return never(r, "geen enkel tarief heeft deze code, wet, aard "
				"en dit domein samen");
	return REACH_SOME;
}

static enum reach
reach_action(struct reach_of *r, const json_t *filter)
{
	const char *day =
	    json_string_value(json_object_get(filter, "uiterlijk"));
	const char *named =
	    day == NULL ? NULL
			: json_string_value(json_object_get(r->days, day));

	day = named == NULL ? day : named;
	if (day != NULL && strcmp(day, r->today) < 0)
		return never(r, "‘uiterlijk’ is vóór de dag van de casus");
	return REACH_SOME;
}

/* --- put together ----------------------------------------------------------
 */

/* Of a list: `strong` is what one part decides for all of them. */
static enum reach
reach_list(struct reach_of *r, const json_t *parts, enum reach strong,
    bool (*decides)(const json_t *, const json_t *))
{
	size_t n = json_array_size(parts), weak = 0;

	for (size_t i = 0; i < n; i++) {
		enum reach one = rule_reach(r, json_array_get(parts, i));

		if (one == strong)
			return strong;
		weak += one != REACH_SOME;
	}
	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n; k++)
			if (decides(json_array_get(parts, i),
				json_array_get(parts, k))) {
				r->why = NULL;
				return strong;
			}
	if (n > 0 && weak == n)
		return strong == REACH_NEVER ? REACH_ALWAYS : REACH_NEVER;
	return REACH_SOME;
}

static enum reach
opposite(enum reach reach)
{
	return reach == REACH_NEVER    ? REACH_ALWAYS
	       : reach == REACH_ALWAYS ? REACH_NEVER
				       : REACH_SOME;
}

enum reach
rule_reach(struct reach_of *r, const json_t *when)
{
	const json_t *value = value_of(when);

	if (is(when, "alle"))
		return reach_list(r, value, REACH_NEVER, exclude);
	if (is(when, "een"))
		return reach_list(r, value, REACH_ALWAYS, cover);
	if (is(when, "niet"))
		return opposite(rule_reach(r, value));
	if (is(when, "regel") || is(when, "betalers"))
		return reach_lines(r, value);
	if (is(when, "actie"))
		return reach_action(r, value);
	if (is(when, "jaren"))
		return reach_range(r, value, 1, 5);
	if (is(when, "kans"))
		return reach_range(r, value, 0, 1);
	return REACH_SOME;
}
