/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * casus_sum_test.c - the expert of a practice case reckons with the lines of
 * the case's vector, and every amount in cents that the expert mentions is
 * one that the rekenkern gives: for that plan, or for the variant of it that
 * the text speaks of (three years, another chance).
 */
#include "check.h"

#include <ctype.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#define CASES "courses/de-basis/casussen/"
#define VECTORS "tests/fixtures/vectors/"
#define VARIANTS "tests/fixtures/lessons/"
#define MOST_AMOUNTS 1024

static const struct {
	const char *slug, *vector, *variant;
} KNOWN[] = {
    {"dreigende-ontruiming", "V1", NULL},
    {"bouwdepot", "V2", NULL},
    {"achttien", "V3", "achttien-drie-jaar.json"},
    {"schulden-en-energie", "V4", NULL},
    {"uit-de-opvang", "V5", NULL},
    {"entree", "V6", "entree-kans-helft.json"},
};
#define KNOWN_COUNT (sizeof(KNOWN) / sizeof(*KNOWN))

struct amounts {
	json_int_t cents[MOST_AMOUNTS];
	size_t count;
};

static json_t *
load(const char *path)
{
	json_t *j = json_load_file(path, 0, NULL);

	if (j == NULL)
		fail_msg("%s cannot be read", path);
	return j;
}

static json_t *
expert_of(struct arena *a, const char *slug)
{
	return load(arena_printf(a, CASES "%s/plan.json", slug));
}

/* What the vector says of a line, the expert's line says as well. */
static void
same_line(const char *slug, const json_t *mine, json_t *vector)
{
	const char *key;
	json_t *value;

	json_object_foreach(vector, key, value)
	{
		if (strcmp(key, "omschrijving") != 0 &&
		    !json_equal(json_object_get(mine, key), value))
			fail_msg("%s: %s of line %s is not the vector's", slug,
			    key,
			    json_string_value(json_object_get(vector, "id")));
	}
}

static void
same_scenarios(const char *slug, const json_t *mine, json_t *vector)
{
	const char *name;
	json_t *lines, *line;
	size_t i;

	json_object_foreach(vector, name, lines)
	{
		const json_t *own = json_object_get(mine, name);

		assert_int_equal(json_array_size(own), json_array_size(lines));
		json_array_foreach(lines, i, line)
		    same_line(slug, json_array_get(own, i), line);
	}
}

static void
the_expert_reckons_with_the_lines_of_the_vector(void **state)
{
	struct arena *a = *state;

	for (size_t i = 0; i < KNOWN_COUNT; i++) {
		json_t *plan = expert_of(a, KNOWN[i].slug);
		json_t *vector = load(
		    arena_printf(a, VECTORS "%s_invoer.json", KNOWN[i].vector));
		const json_t *core = json_object_get(plan, "rekenkern");

		same_scenarios(KNOWN[i].slug,
		    json_object_get(core, "scenarios"),
		    json_object_get(vector, "scenarios"));
		assert_true(json_equal(json_object_get(core, "kans_dreigend"),
		    json_object_get(vector, "kans_dreigend")));
		json_decref(plan);
		json_decref(vector);
	}
}

/* Every whole number in an outcome, without its sign. */
static void
gather(struct amounts *to, json_t *from)
{
	const char *key;
	json_t *value;
	size_t i;

	if (json_is_integer(from)) {
		assert_in_range(to->count, 0, MOST_AMOUNTS - 1);
		to->cents[to->count++] = llabs(json_integer_value(from));
	}
	json_object_foreach(from, key, value) gather(to, value);
	json_array_foreach(from, i, value) gather(to, value);
}

/* What the program makes of a plan in the rekenkern's own format. */
static void
reckon(struct amounts *to, const char *command)
{
	FILE *f = popen(command, "r");
	json_t *outcome;

	assert_non_null(f);
	outcome = json_loadf(f, 0, NULL);
	assert_int_equal(pclose(f), 0);
	if (outcome == NULL)
		fail_msg("%s gives no outcome", command);
	gather(to, outcome);
	json_decref(outcome);
}

static bool
is_given(const struct amounts *amounts, json_int_t cents)
{
	for (size_t i = 0; i < amounts->count; i++)
		if (amounts->cents[i] == cents)
			return true;
	return false;
}

/* The cents of "27.835,61", or -1 for an amount in whole euros. */
static json_int_t
cents_of(const char *s)
{
	json_int_t cents = 0;

	for (; isdigit((unsigned char)*s) ||
	       (*s == '.' && isdigit((unsigned char)s[1]));
	     s++)
		if (*s != '.')
			cents = 10 * cents + (*s - '0');
	if (s[0] != ',' || !isdigit((unsigned char)s[1]) ||
	    !isdigit((unsigned char)s[2]))
		return -1;
	return 100 * cents + 10 * (s[1] - '0') + (s[2] - '0');
}

/* How many amounts in cents a text has; each must be given. */
static size_t
amounts_said(const char *slug, const char *text, const struct amounts *amounts)
{
	static const char EURO[] = "€ ";
	size_t n = 0;

	while ((text = strstr(text, EURO)) != NULL) {
		json_int_t cents = cents_of(text += sizeof(EURO) - 1);

		if (cents < 0)
			continue;
		if (!is_given(amounts, cents))
			fail_msg("%s: the rekenkern does not give € %.12s",
			    slug, text);
		n++;
	}
	return n;
}

static void
the_expert_mentions_the_amounts_of_the_rekenkern(void **state)
{
	struct arena *a = *state;

	for (size_t i = 0; i < KNOWN_COUNT; i++) {
		struct amounts amounts = {.count = 0};
		const char *slug = KNOWN[i].slug;
		json_t *plan = expert_of(a, slug);
		const json_t *texts = json_object_get(plan, "teksten");
		size_t n = 0;

		reckon(&amounts, arena_printf(a,
				     "jq .rekenkern " CASES "%s/plan.json | "
				     ".build/rekenkern reken",
				     slug));
		if (KNOWN[i].variant != NULL)
			reckon(&amounts,
			    arena_printf(a,
				".build/rekenkern reken " VARIANTS "%s",
				KNOWN[i].variant));
		n += amounts_said(slug,
		    json_string_value(json_object_get(texts, "rendement")),
		    &amounts);
		n += amounts_said(slug,
		    json_string_value(json_object_get(texts, "kans_uitleg")),
		    &amounts);
		assert_in_range(n, 3, MOST_AMOUNTS);
		json_decref(plan);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(the_expert_reckons_with_the_lines_of_the_vector),
	    ARENA_TEST(the_expert_mentions_the_amounts_of_the_rekenkern),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
