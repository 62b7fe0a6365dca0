/* SPDX-License-Identifier: EUPL-1.2 */
/* The examples of tests/cases/suppress.tsv: what an outsider does not see. */
#include "core/suppress.h"

#include "check.h"

#include <stdio.h>
#include <stdlib.h>

enum { LINE_MAX_BYTES = 256, CELLS_MAX = 16 };

static size_t
read_cells(struct suppress_cell *cells, const char *text)
{
	size_t n = 0;
	char *end;

	for (; *text != '\0'; text = end) {
		assert_true(n < CELLS_MAX);
		cells[n++] = (struct suppress_cell){
		    .plan_count = strtoul(text, &end, 10)};
		assert_true(end > text);
	}
	return n;
}

/* "x 12 = 35": what is seen of the row. */
static void
say_row(char *out, size_t size, const struct suppress_cell *cells,
    size_t count, size_t total, bool is_total_hidden)
{
	size_t at = 0;

	for (size_t i = 0; i < count; i++)
		at += cells[i].is_hidden
			  ? (size_t)snprintf(out + at, size - at, "x ")
			  : (size_t)snprintf(out + at, size - at, "%zu ",
				cells[i].plan_count);
	if (is_total_hidden)
		snprintf(out + at, size - at, "= x");
	else
		snprintf(out + at, size - at, "= %zu", total);
}

static void
try_line(const char *kind, const char *cells_text, const char *total_text,
    const char *expected)
{
	struct suppress_cell cells[CELLS_MAX];
	size_t total = strtoul(total_text, NULL, 10), n;
	char got[LINE_MAX_BYTES];
	bool is_hidden;

	if (strcmp(kind, "aandeel") == 0) {
		is_hidden = suppress_share(strtoul(cells_text, NULL, 10), total);
		assert_string_equal(is_hidden ? "dicht" : "open", expected);
		return;
	}
	assert_true(strcmp(kind, "deling") == 0 || strcmp(kind, "overlap") == 0);
	n = read_cells(cells, cells_text);
	is_hidden = suppress_row(cells, n, total, *kind == 'd');
	say_row(got, sizeof(got), cells, n, total, is_hidden);
	assert_string_equal(got, expected);
}

static void
every_example_comes_out(void **state)
{
	FILE *f = fopen("tests/cases/suppress.tsv", "r");
	char line[LINE_MAX_BYTES];
	int tried = 0;

	(void)state;
	assert_non_null(f);
	while (fgets(line, sizeof(line), f) != NULL) {
		char *column[4], *rest = line;

		line[strcspn(line, "\n")] = '\0';
		if (*line == '#' || strncmp(line, "kind\t", 5) == 0)
			continue;
		for (int i = 0; i < 4; i++)
			column[i] = strsep(&rest, "\t");
		assert_non_null(column[3]);
		try_line(column[0], column[1], column[2], column[3]);
		tried++;
	}
	fclose(f);
	assert_true(tried > 30);
}

/* Of every row of up to four teams: no sum that can be computed from what is
 * shown is about one to nine plans. */
static void
nothing_small_can_be_computed_from_a_division(void **state)
{
	enum { MOST = 14, TEAMS = 4 };

	(void)state;
	for (int i = 0; i < MOST * MOST * MOST * MOST; i++) {
		struct suppress_cell cells[TEAMS];
		size_t total = 0, hidden = 0;
		int rest = i;

		for (int t = 0; t < TEAMS; t++, rest /= MOST) {
			cells[t] = (struct suppress_cell){
			    .plan_count = (size_t)(rest % MOST)};
			total += cells[t].plan_count;
		}
		if (suppress_row(cells, TEAMS, total, true)) {
			assert_in_range(total, 1, SUPPRESS_BELOW - 1);
			continue;
		}
		for (int t = 0; t < TEAMS; t++) {
			size_t n = cells[t].plan_count;

			if (cells[t].is_hidden)
				hidden += n;
			else
				assert_true(n == 0 || n >= SUPPRESS_BELOW);
		}
		assert_true(hidden == 0 || hidden >= SUPPRESS_BELOW);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_example_comes_out),
	    cmocka_unit_test(nothing_small_can_be_computed_from_a_division),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
