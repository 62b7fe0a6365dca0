/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * casus_sum_test.c - the expert of a practice case reckons with the lines of
 * the case's vector. Which amounts the texts may name:
 * tests/schema/cases.test.mjs.
 */
#include "check.h"

#include <jansson.h>

#define CASES "courses/de-basis/casussen/"
#define VECTORS "tests/fixtures/vectors/"

static const struct {
	const char *slug, *vector;
} KNOWN[] = {
    {"dreigende-ontruiming", "V1"},
    {"bouwdepot", "V2"},
    {"achttien", "V3"},
    {"schulden-en-energie", "V4"},
    {"uit-de-opvang", "V5"},
    {"entree", "V6"},
};
#define KNOWN_COUNT (sizeof(KNOWN) / sizeof(*KNOWN))

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

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(the_expert_reckons_with_the_lines_of_the_vector),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
