/* SPDX-License-Identifier: EUPL-1.2 */
/* The examples of tests/cases/plan_input.tsv, and that each can be re-read. */
#include "core/plan_input.h"

#include "check.h"

#include <stdio.h>

enum { LINE_MAX_BYTES = 256 };

static const char *
or_fault(const char *value)
{
	return value == NULL ? "fout" : value;
}

static const char *
answer_to(struct arena *a, const char *kind, const char *typed)
{
	if (strcmp(kind, "aantal") == 0)
		return or_fault(input_quantity(a, typed));
	if (strcmp(kind, "kans") == 0)
		return or_fault(input_chance(a, typed));
	if (strcmp(kind, "procent") == 0)
		return input_percent_of(a, typed);
	if (strcmp(kind, "komma") == 0)
		return input_dutch(a, typed);
	if (strcmp(kind, "id") == 0)
		return input_is_id(typed) ? "ja" : "nee";
	return "onbekende soort";
}

/* What is stored goes back into the form, and is read the same again. */
static const char *
once_more(struct arena *a, const char *kind, const char *value)
{
	if (strcmp(kind, "aantal") == 0)
		return or_fault(input_quantity(a, input_dutch(a, value)));
	return or_fault(input_chance(a,
	    arena_printf(a, "%s%s", input_percent_of(a, value),
		strchr(value, '/') != NULL ? "" : "%")));
}

static void
examples(void **state)
{
	struct arena *a = *state;
	FILE *f = fopen("tests/cases/plan_input.tsv", "r");
	char line[LINE_MAX_BYTES];
	int n = 0, number = 0;

	assert_non_null(f);
	while (fgets(line, sizeof(line), f) != NULL) {
		char *rest = line;
		const char *kind, *typed, *want, *have;

		number++;
		if (*line == '#')
			continue;
		kind = strsep(&rest, "\t");
		typed = strsep(&rest, "\t");
		want = strsep(&rest, "\t");
		assert_non_null(want);
		have = answer_to(a, kind, typed);
		if (strcmp(have, want) != 0)
			fail_msg("line %d, %s \"%s\": %s, not %s", number,
			    kind, typed, have, want);
		if ((strcmp(kind, "aantal") == 0 || strcmp(kind, "kans") == 0) &&
		    strcmp(want, "fout") != 0 &&
		    strcmp(once_more(a, kind, want), want) != 0)
			fail_msg("line %d: %s is not read again as itself",
			    number, want);
		n++;
	}
	assert_int_equal(fclose(f), 0);
	assert_true(n > 80);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {ARENA_TEST(examples)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
