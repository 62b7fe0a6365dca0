/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tariff_csv_test.c - a file of tariffs: the examples of
 * tests/cases/tariff_csv.tsv, the general table, and a table written and read
 * once more.
 */
#include "core/tariff_csv.h"

#include "check.h"

#include <stdio.h>
#include <stdlib.h>

enum { THIS_YEAR = 2026 };
static const char HEAD[] = "code;omschrijving;eenheid;tarief;prijspeil_jaar;"
			   "domein;wet;betaler;bron;zekerheid";

/* What the cases write as \n, \xHH and so on; returns its length. */
static size_t
unescape(char *out, const char *in)
{
	char *to = out;

	if (*in == '@') {
		to = stpcpy(to, HEAD);
		in++;
	}
	for (; *in != '\0'; in++) {
		if (*in != '\\') {
			*to++ = *in;
		} else if (*++in == 'x') {
			const char hex[] = { in[1], in[2], '\0' };

			*to++ = (char)strtol(hex, NULL, 16);
			in += 2;
		} else if (*in == 'u') {
			to = stpcpy(to, "\xEF\xBB\xBF");
			in += 4;
			if (in[1] == '@') {
				to = stpcpy(to, HEAD);
				in++;
			}
		} else {
			*to++ = *in == 'n' ? '\n' : *in == 'r' ? '\r' : '\t';
			if (in[1] == '@') {
				to = stpcpy(to, HEAD);
				in++;
			}
		}
	}
	return (size_t)(to - out);
}

/* In the words of the cases. */
static const char *
outcome(struct arena *a, const struct tariff_file *file)
{
	const char *out = "";

	for (size_t i = 0; i < file->fault_count; i++)
		out = arena_printf(a, "%s%s%d:%s", out, i > 0 ? " " : "",
		    file->faults[i].line,
		    file->faults[i].column ? file->faults[i].column : "*");
	for (size_t i = 0; i < file->row_count; i++)
		out = arena_printf(a, "%s%s%s=%lld", out, i > 0 ? " " : "",
		    file->rows[i].code,
		    (long long)file->rows[i].tarief_eurocent);
	return out;
}

static const char *
sorted(struct arena *a, const char *list)
{
	char *copy = arena_strdup(a, list), *word, *words[32];
	const char *out = "";
	size_t n = 0;

	while ((word = strsep(&copy, " ")) != NULL && n < 32)
		words[n++] = word;
	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n; k++)
			if (strcmp(words[k], words[i]) < 0) {
				word = words[k];
				words[k] = words[i];
				words[i] = word;
			}
	for (size_t i = 0; i < n; i++)
		out = arena_printf(a, "%s %s", out, words[i]);
	return out;
}

static void
each_example_is_read_as_it_says(void **state)
{
	struct arena *a = *state;
	FILE *f = fopen("tests/cases/tariff_csv.tsv", "r");
	char line[2048], text[4096];
	int number = 0, count = 0;

	assert_non_null(f);
	while (fgets(line, sizeof(line), f) != NULL) {
		char *rest = line, *in = strsep(&rest, "\t"), *want;
		struct tariff_file file;
		size_t len;

		number++;
		if (*line == '#' || (want = strsep(&rest, "\t")) == NULL)
			continue;
		count++;
		len = unescape(text, in);
		tariff_csv_read(&file, a, text, len, THIS_YEAR);
		if (strcmp(sorted(a, outcome(a, &file)), sorted(a, want)) != 0)
			fail_msg("tariff_csv.tsv:%d: wanted \"%s\", got \"%s\"",
			    number, want, outcome(a, &file));
		for (size_t i = 0; i < file.fault_count; i++)
			assert_non_null(strchr(file.faults[i].message, '.'));
	}
	fclose(f);
	assert_true(count > 40);
}

/* The whole of a file of the repository. */
static const char *
read_table(struct arena *a, const char *path, size_t *len)
{
	FILE *f = fopen(path, "r");
	char *out = arena_alloc(a, 1 << 17);

	assert_non_null(f);
	*len = fread(out, 1, (1 << 17) - 1, f);
	fclose(f);
	return out;
}

static void
the_general_table_can_be_loaded_as_it_is(void **state)
{
	struct tariff_file file;
	size_t len;
	const char *text =
	    read_table(*state, "courses/gegevens/tarieven.csv", &len);

	tariff_csv_read(&file, *state, text, len, THIS_YEAR);
	if (file.fault_count > 0)
		fail_msg("%d %s %s", file.faults[0].line,
		    file.faults[0].column, file.faults[0].message);
	assert_true(file.row_count > 100);
}

static void
what_is_written_reads_the_same(void **state)
{
	struct arena *a = *state;
	struct tariff_file file, again;
	size_t len;
	const char *text =
	    read_table(a, "courses/gegevens/tarieven.csv", &len);

	tariff_csv_read(&file, a, text, len, THIS_YEAR);
	for (int bom = 0; bom < 2; bom++) {
		text = tariff_csv_write(
		    a, file.rows, file.row_count, bom == 1);
		tariff_csv_read(&again, a, text, strlen(text), THIS_YEAR);
		assert_int_equal(again.row_count, file.row_count);
		assert_int_equal(tariff_compare(a, file.rows, file.row_count,
				     again.rows, again.row_count)
				     .step_count,
		    0);
	}
}

static void
a_value_with_the_separator_or_quotes_comes_back(void **state)
{
	struct tariff t = { .code = "A", .omschrijving = "a;b \"c\", d",
		.eenheid = "uur", .tarief_eurocent = 5, .prijspeil_jaar = 2026,
		.domein = "jeugd", .wet = "W", .betaler = "gemeente",
		.bron = "b", .zekerheid = "official", .aard = "dienst",
		.per_gebruikelijk = "week", .kasstroom = "variabel",
		.verblijf24 = "ja", .gebeurtenis = "uitzetting" };
	struct tariff_file file;
	const char *text = tariff_csv_write(*state, &t, 1, true);

	tariff_csv_read(&file, *state, text, strlen(text), THIS_YEAR);
	assert_int_equal(file.row_count, 1);
	assert_string_equal(file.rows[0].omschrijving, t.omschrijving);
	assert_int_equal(file.rows[0].tarief_eurocent, 5);
	assert_string_equal(file.rows[0].verblijf24, "ja");
	assert_string_equal(file.rows[0].gebeurtenis, "uitzetting");
	assert_string_equal(file.rows[0].ernstig, "");
	t.ernstig = "ja";
	assert_int_equal(
	    tariff_compare(*state, file.rows, 1, &t, 1).count[TARIFF_CHANGED],
	    1);
}

static void
row_501_is_one_too_many(void **state)
{
	struct arena *a = *state;
	struct tariff_file file;
	char *text = arena_alloc(a, 100000), *to = stpcpy(text, HEAD);

	for (int i = 0; i < TARIFF_ROWS_MAX + 5; i++) {
		to = stpcpy(to, arena_printf(a,
			"\nA%d;G;uur;1;2026;jeugd;W;gemeente;b;published", i));
		if (i + 1 != TARIFF_ROWS_MAX)
			continue;
		tariff_csv_read(&file, a, text, strlen(text), THIS_YEAR);
		assert_int_equal(file.row_count, TARIFF_ROWS_MAX);
	}
	tariff_csv_read(&file, a, text, strlen(text), THIS_YEAR);
	assert_int_equal(file.row_count, 0);
	assert_int_equal(file.fault_count, 1);
	assert_int_equal(file.faults[0].line, TARIFF_ROWS_MAX + 2);
}

static void
every_bad_row_is_named_however_many(void **state)
{
	struct arena *a = *state;
	struct tariff_file file;
	char *text = arena_alloc(a, 100000), *to = stpcpy(text, HEAD);

	for (int i = 0; i < TARIFF_ROWS_MAX; i++)
		to = stpcpy(to, arena_printf(a,
			"\nA%d;G;uur;x;2026;jeugd;W;gemeente;b;published", i));
	tariff_csv_read(&file, a, text, strlen(text), THIS_YEAR);
	assert_int_equal(file.fault_count, TARIFF_ROWS_MAX);
	assert_int_equal(file.faults[TARIFF_ROWS_MAX - 1].line,
	    TARIFF_ROWS_MAX + 1);
}

/* --- two tables ----------------------------------------------------------- */

static void
a_difference_names_what_is_new_changed_and_gone(void **state)
{
	static const char OLD[] = "\nA;G;uur;10,00;2026;jeugd;W;gemeente;b;"
				  "published\nB;G;uur;1;2026;jeugd;W;gemeente;"
				  "b;published\nC;G;uur;1;2026;jeugd;W;"
				  "gemeente;b;published";
	static const char NEW[] = "\nD;G;uur;1;2026;jeugd;W;gemeente;b;"
				  "published\nA;G;uur;10,47;2026;jeugd;W;"
				  "gemeente;b;published\nB;G;uur;1;2026;jeugd;"
				  "W;gemeente;b;published";
	struct arena *a = *state;
	const char *old = arena_printf(a, "%s%s", HEAD, OLD);
	const char *new = arena_printf(a, "%s%s", HEAD, NEW);
	struct tariff_file from, to;
	struct tariff_diff d;

	tariff_csv_read(&from, a, old, strlen(old), THIS_YEAR);
	tariff_csv_read(&to, a, new, strlen(new), THIS_YEAR);
	d = tariff_compare(a, from.rows, from.row_count, to.rows,
	    to.row_count);
	assert_int_equal(d.step_count, 3);
	assert_int_equal(d.count[TARIFF_SAME], 1);
	assert_int_equal(d.steps[0].change, TARIFF_CHANGED);
	assert_string_equal(d.steps[0].new->code, "A");
	assert_int_equal(d.steps[1].change, TARIFF_NEW);
	assert_string_equal(d.steps[1].new->code, "D");
	assert_int_equal(d.steps[2].change, TARIFF_GONE);
	assert_string_equal(d.steps[2].old->code, "C");
}

static void
a_rise_is_in_tenths_of_a_percent(void **state)
{
	assert_string_equal(tariff_rise(*state, 1000, 1047), "+4,7 %");
	assert_string_equal(tariff_rise(*state, 6400, 6110), "−4,5 %");
	assert_string_equal(tariff_rise(*state, 2000, 2001), "+0,1 %");
	assert_string_equal(tariff_rise(*state, 100, 300), "+200,0 %");
	assert_null(tariff_rise(*state, 0, 300));
	assert_null(tariff_rise(*state, 300, 300));
}

/* --- another year --------------------------------------------------------- */

static const struct tariff_index INDEX[] = { { 2024, 33, "b" },
	{ 2025, 33, "b" }, { 2026, -5, "b" } };

static void
a_price_is_brought_over_the_years_in_between(void **state)
{
	int64_t cents = 0;

	assert_true(tariff_indexed(*state, &cents, 6110, 2023, 2025, INDEX, 3));
	assert_int_equal(cents, 6520);
	assert_string_equal(
	    tariff_factor(*state, 2023, 2025, INDEX, 3), "1,0671");
	assert_true(tariff_indexed(*state, &cents, 1000, 2025, 2026, INDEX, 3));
	assert_int_equal(cents, 995);
	assert_string_equal(
	    tariff_factor(*state, 2025, 2026, INDEX, 3), "0,9950");
}

static void
a_year_that_is_not_in_the_table_is_not_guessed(void **state)
{
	int64_t cents;

	assert_false(
	    tariff_indexed(*state, &cents, 6110, 2022, 2025, INDEX, 3));
	assert_false(
	    tariff_indexed(*state, &cents, 6110, 2023, 2027, INDEX, 3));
	assert_false(
	    tariff_indexed(*state, &cents, 6110, 2025, 2025, INDEX, 3));
	assert_false(
	    tariff_indexed(*state, &cents, 6110, 2026, 2025, INDEX, 3));
	assert_false(
	    tariff_indexed(*state, &cents, 6110, 1800, 2025, INDEX, 3));
	assert_false(tariff_indexed(
	    *state, &cents, TARIFF_CENTS_MAX, 2023, 2025, INDEX, 3));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(each_example_is_read_as_it_says),
		ARENA_TEST(the_general_table_can_be_loaded_as_it_is),
		ARENA_TEST(what_is_written_reads_the_same),
		ARENA_TEST(a_value_with_the_separator_or_quotes_comes_back),
		ARENA_TEST(row_501_is_one_too_many),
		ARENA_TEST(every_bad_row_is_named_however_many),
		ARENA_TEST(a_difference_names_what_is_new_changed_and_gone),
		ARENA_TEST(a_rise_is_in_tenths_of_a_percent),
		ARENA_TEST(a_price_is_brought_over_the_years_in_between),
		ARENA_TEST(a_year_that_is_not_in_the_table_is_not_guessed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
