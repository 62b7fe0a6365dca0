/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lesson_sum_test.c - the sum that the module De waardendriehoek teaches is
 * the rekenkern's: its tariffs stand in the course's table, and what the text
 * prints is what the program gives for tests/fixtures/lessons.
 */
#include "check.h"
#include "content.h"

#include "content/library.h"

#include <jansson.h>
#include <stdio.h>

#define SUM "tests/fixtures/lessons/waardendriehoek.json"
#define MODULE "courses/de-basis/modules/waardendriehoek.md"

static const char *
read_all(struct arena *a, FILE *f)
{
	static char text[65536];
	size_t n;

	assert_non_null(f);
	n = fread(text, 1, sizeof(text), f);
	assert_in_range(n, 1, sizeof(text) - 1);
	return arena_strndup(a, text, n);
}

static const char *
module_text(struct arena *a)
{
	FILE *f = fopen(MODULE, "r");
	const char *text = read_all(a, f);

	fclose(f);
	return text;
}

/* What .build/rekenkern makes of the fixture. The caller frees it. */
static json_t *
outcome(struct arena *a)
{
	FILE *f = popen(".build/rekenkern reken " SUM, "r");
	json_t *result = json_loads(read_all(a, f), 0, NULL);

	assert_int_equal(pclose(f), 0);
	assert_non_null(result);
	return result;
}

/* The cents at a path like "scenarios.huidig.totaal". */
static json_int_t
cents_at(struct arena *a, const json_t *result, const char *path)
{
	char *key = arena_strdup(a, path), *dot;

	for (; (dot = strchr(key, '.')) != NULL; key = dot + 1) {
		*dot = '\0';
		result = json_object_get(result, key);
	}
	result = json_object_get(result, key);
	if (!json_is_integer(result))
		fail_msg("%s is no amount", path);
	return json_integer_value(result);
}

/* Whole euros as the text has them: "1.120". */
static const char *
in_euros(struct arena *a, json_int_t cents)
{
	json_int_t euros = (cents < 0 ? -cents : cents) / 100;

	assert_int_equal(cents % 100, 0);
	if (euros < 1000)
		return arena_printf(a, "%lld", (long long)euros);
	return arena_printf(a, "%lld.%03lld", (long long)euros / 1000,
	    (long long)euros % 1000);
}

static void
the_text_prints_what_the_rekenkern_gives(void **state)
{
	static const struct {
		const char *path, *around; /* %s: the amount */
	} SAID[] = {
	    {"scenarios.huidig.totaal", "| **Samen** | **%s** |"},
	    {"scenarios.dreigend.totaal", "| **%s** |"},
	    {"scenarios.doorbraak.totaal", "| **%s** |\n"},
	    {"scenarios.huidig.regels.H2", "| Jeugdhulp voor Milan | %s |"},
	    {"scenarios.dreigend.regels.D2", "× € 78 = € %s, daarna"},
	    {"scenarios.dreigend.regels.D3", "3 × € 78 = € %s."},
	    {"scenarios.dreigend.regels.D4", "× € 85 = € %s."},
	    {"scenarios.dreigend.regels.D5", "× € 131,40 = € %s."},
	    {"scenarios.dreigend.regels.D6", "52 × € 24 = **€ %s**"},
	    {"scenarios.doorbraak.regels.B4", "6 × € 95 = € %s."},
	    {"tov_huidige_situatie.baten_per_betaler.gemeente",
		"| Gemeente | € %s meer |"},
	    {"tov_dreigende_situatie.baten_per_betaler.gemeente",
		"| € %s minder |\n"},
	    {"tov_dreigende_situatie.baten_per_betaler.zorgverzekeraar",
		"| Verzekeraar | gelijk | € %s minder |"},
	    {"tov_huidige_situatie.baten_per_betaler.inwoner",
		"| Joyce | € %s minder |"},
	    {"tov_huidige_situatie.totale_baten", "| **€ %s minder** |"},
	    {"tov_dreigende_situatie.totale_baten", "| **€ %s minder** |\n"},
	};
	struct arena *a = *state;
	const char *text = module_text(a);
	json_t *result = outcome(a);

	for (size_t i = 0; i < sizeof(SAID) / sizeof(*SAID); i++) {
		const char *amount =
		    in_euros(a, cents_at(a, result, SAID[i].path));
		const char *cut = strstr(SAID[i].around, "%s");

		assert_contains(text,
		    arena_printf(a, "%.*s%s%s", (int)(cut - SAID[i].around),
			SAID[i].around, amount, cut + 2));
	}
	json_decref(result);
}

static json_int_t
tariff_of(const struct library *l, const char *code)
{
	for (size_t i = 0; i < l->tariff_count; i++)
		if (strcmp(l->tariffs[i].code, code) == 0)
			return l->tariffs[i].tarief_eurocent;
	fail_msg("%s is not in the table", code);
	return -1;
}

static void
the_sum_has_the_tariffs_of_the_course(void **state)
{
	struct content_faults faults;
	struct library *l;
	json_t *plan = json_load_file(SUM, 0, NULL), *lines, *line;
	const char *scenario;
	size_t i;

	assert_int_equal(library_open(&l, "courses", *state, &faults), ST_OK);
	json_object_foreach(json_object_get(plan, "scenarios"), scenario, lines)
	    json_array_foreach(lines, i, line) assert_int_equal(
		json_integer_value(json_object_get(line, "tarief_eurocent")),
		tariff_of(
		    l, json_string_value(json_object_get(line, "code"))));
	json_decref(plan);
	library_free(l);
}

/* The module: € 1.120 of € 7.104 is "bijna 16 procent", so 1 in 6. */
static void
the_municipality_gains_from_one_in_six(void **state)
{
	struct arena *a = *state;
	json_t *result = outcome(a);
	json_int_t extra = -cents_at(
	    a, result, "tov_huidige_situatie.baten_per_betaler.gemeente");
	json_int_t worse =
	    cents_at(a, result, "scenarios.dreigend.per_betaler.gemeente") -
	    cents_at(a, result, "scenarios.huidig.per_betaler.gemeente");

	assert_int_equal(worse / extra, 6);
	assert_int_equal((100 * extra + worse - 1) / worse, 16);
	assert_contains(module_text(a),
	    arena_printf(a, "€ %s gedeeld door € %s is bijna 16 procent",
		in_euros(a, extra), in_euros(a, worse)));
	assert_contains(module_text(a), "in minstens 1 op de 6 zulke gevallen");
	json_decref(result);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(the_text_prints_what_the_rekenkern_gives),
	    ARENA_TEST(the_sum_has_the_tariffs_of_the_course),
	    ARENA_TEST(the_municipality_gains_from_one_in_six),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
