/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rule_test_sum_json.c - read the tests on sum, remarks, chances and years,
 * and what all tests share: whole numbers and objects.
 */
#include "content/rules_json.h"

#include "core/signal_words.h"

#include <string.h>

int
test_whole(const struct test_at *at, const char *key, int max, int otherwise)
{
	if (json_object_get(at->value, key) == NULL)
		return otherwise;
	return (int)json_whole(
	    at->r->j, at->value, at->path, key, 1, max, otherwise);
}

void
test_check_keys(const struct test_at *at, const char *known)
{
	json_check_keys(at->r->j, at->value, at->path, known);
}

bool
test_is_object(const struct test_at *at)
{
	if (json_is_object(at->value))
		return true;
	json_fault(
	    at->r->j, at->path, NULL, "hier horen gegevens tussen { en }.");
	return false;
}

void
test_read_sum(struct rule_test *t, const struct test_at *at)
{
	const char *what, *sign;

	*at->is_sum = true;
	if (!test_is_object(at))
		return;
	what = json_need(at->r->j, at->value, at->path, "wat");
	sign = json_text(at->r->j, at->value, at->path, "teken");
	t->sum = (int)rule_sum_by_name(what);
	t->percent = test_whole(at, "binnen-procent", 1000, -1);
	test_check_keys(at, "wat teken binnen-procent");
	if (t->sum == SUM_COUNT)
		json_fault(at->r->j, at->path, "wat",
		    "‘%s’ kan niet. Kies huidig, dreigend, doorbraak, "
		    "baten-nu of baten-dreigend.",
		    what);
	if (sign != NULL && strcmp(sign, "kost") == 0)
		t->sign = -1;
	else if (sign != NULL && strcmp(sign, "levert-op") == 0)
		t->sign = 1;
	else if (sign != NULL || t->percent < 0)
		json_fault(at->r->j, at->path, "teken",
		    "kies kost of levert-op, of zet er binnen-procent bij.");
}

void
test_read_signal(struct rule_test *t, const struct test_at *at)
{
	json_t *one = json_pack("{s:O}", "signaal", at->value);

	t->codes = words_read(at->r, one, at->path, "signaal");
	json_decref(one);
	for (size_t i = 0; i < t->codes.count; i++)
		if (!signal_words_knows(t->codes.word[i]))
			json_fault(at->r->j, at->path, NULL,
			    "het signaal ‘%s’ bestaat niet. Kies uit W1 tot "
			    "en met W12, of E3.",
			    t->codes.word[i]);
}

void
test_read_chance(struct rule_test *t, const struct test_at *at)
{
	const char *which;

	if (!test_is_object(at))
		return;
	which = json_text(at->r->j, at->value, at->path, "welke");
	t->figure = FIGURE_KANS;
	if (which != NULL && strcmp(which, "slaag") == 0)
		t->figure = FIGURE_SLAAGKANS;
	else if (which != NULL && strcmp(which, "dreigend") != 0)
		json_fault(at->r->j, at->path, "welke",
		    "‘%s’ kan niet. Kies dreigend of slaag.", which);
	t->is_filled = bool_read(at->r, at->value, at->path, "ingevuld", false);
	t->is_argued =
	    bool_read(at->r, at->value, at->path, "uitgelegd", false);
	t->range = range_read(at->r, at->value, at->path, NULL);
	test_check_keys(at, "welke ingevuld uitgelegd vanaf tot");
}

void
test_read_years(struct rule_test *t, const struct test_at *at)
{
	if (!test_is_object(at))
		return;
	t->range = range_read(at->r, at->value, at->path, NULL);
	test_check_keys(at, "vanaf tot");
}
