/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rule.c - the words that regels.json uses for the parts of a rule, and its
 * exact numbers.
 */
#include "core/rule.h"

#include <string.h>

static const char *const KINDS[RULE_KINDS] = {
    [RULE_MISSING] = "ontbreekt",
    [RULE_NOTE] = "let op",
    [RULE_ASK] = "vraag",
    [RULE_SEEN] = "goed gezien",
};

static const char *const VALUES[VALUE_COUNT] = {
    [VALUE_BETROKKENHEID] = "betrokkenheid",
    [VALUE_LEGITIMITEIT] = "legitimiteit",
    [VALUE_RENDEMENT] = "rendement",
    [VALUE_PLAN] = "plan",
};

static const char *const TESTS[TEST_KINDS] = {
    [TEST_ALL] = "alle",
    [TEST_ANY] = "een",
    [TEST_NOT] = "niet",
    [TEST_LINE] = "regel",
    [TEST_PAYERS] = "betalers",
    [TEST_ARTICLE] = "artikel",
    [TEST_ACTION] = "actie",
    [TEST_TEXT] = "tekst",
    [TEST_WISH] = "wens",
    [TEST_ORDER] = "volgorde",
    [TEST_MASLOW] = "maslow",
    [TEST_SUM] = "som",
    [TEST_SIGNAL] = "signaal",
    [TEST_CHANCE] = "kans",
    [TEST_YEARS] = "jaren",
    [TEST_ASKED] = "gevraagd",
};

static const char *const SUMS[SUM_COUNT] = {
    [SUM_HUIDIG] = "huidig",
    [SUM_DREIGEND] = "dreigend",
    [SUM_DOORBRAAK] = "doorbraak",
    [SUM_GAIN_NOW] = "baten-nu",
    [SUM_GAIN_THREAT] = "baten-dreigend",
};

static int
find(const char *const *names, int count, const char *name)
{
	int i = 0;

	while (i < count && strcmp(names[i], name) != 0)
		i++;
	return i;
}

const char *
rule_kind_name(enum rule_kind kind)
{
	return KINDS[kind];
}

const char *
rule_value_name(enum rule_value value)
{
	return VALUES[value];
}

enum rule_kind
rule_kind_by_name(const char *name)
{
	return (enum rule_kind)find(KINDS, RULE_KINDS, name);
}

enum rule_value
rule_value_by_name(const char *name)
{
	return (enum rule_value)find(VALUES, VALUE_COUNT, name);
}

enum test_kind
test_kind_by_name(const char *name)
{
	return (enum test_kind)find(TESTS, TEST_KINDS, name);
}

enum rule_sum
rule_sum_by_name(const char *name)
{
	return (enum rule_sum)find(SUMS, SUM_COUNT, name);
}

/* Digits at *text, at most `max` of them; -1 when there are none. */
static int64_t
digits(const char **text, size_t max)
{
	size_t n = strspn(*text, "0123456789");
	int64_t value = 0;

	if (n == 0 || n > max)
		return -1;
	for (; n > 0; n--)
		value = 10 * value + (*(*text)++ - '0');
	return value;
}

bool
fraction_read(struct fraction *out, const char *text)
{
	const char *at = text;
	int64_t top = digits(&at, 9), rest;
	size_t before;

	*out = (struct fraction){top, 1};
	if (top < 0)
		return false;
	if (*at == '/') {
		at++;
		out->bottom = digits(&at, 9);
		return out->bottom > 0 && *at == '\0';
	}
	if (*at != '.')
		return *at == '\0';
	before = strlen(++at);
	rest = digits(&at, 6);
	if (rest < 0 || *at != '\0')
		return false;
	for (size_t i = 0; i < before; i++) {
		out->top *= 10;
		out->bottom *= 10;
	}
	out->top += rest;
	return true;
}

const struct rule *
rule_find(const struct rule_set *set, const char *id)
{
	for (size_t i = 0; i < set->count; i++)
		if (strcmp(set->rule[i].id, id) == 0)
			return &set->rule[i];
	return NULL;
}
