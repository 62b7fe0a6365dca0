/* SPDX-License-Identifier: EUPL-1.2 */
/* csv_test.c - tables of values between commas (RFC 4180). */
#include "check.h"
#include "content.h"
#include "content/csv.h"

static const char *const WANTED[] = {"code", "tekst"};

struct table {
	struct csv csv;
	struct faults faults;
	bool is_used;
};

static struct table
read_table(struct arena *a, const char *text)
{
	struct table t = {.faults = faults_new(a)};
	struct source s;

	assert_true(source_from(&s, a, &t.faults, "x.csv", text, strlen(text)));
	t.is_used = csv_from(&t.csv, a, &t.faults, &s, WANTED, 2);
	return t;
}

static const char *
told(struct arena *a, const char *text)
{
	struct table t = read_table(a, text);

	return faults_as_text(a, t.faults.count, t.faults.fault);
}

static void
test_values_come_by_column_name_in_any_order(void **state)
{
	struct table t = read_table(*state, "tekst,code\nhallo,A\r\n,B\n");

	assert_true(t.is_used);
	assert_int_equal(t.faults.count, 0);
	assert_int_equal(t.csv.row_count, 2);
	assert_string_equal(t.csv.rows[0].value[0], "A");
	assert_string_equal(t.csv.rows[0].value[1], "hallo");
	assert_string_equal(t.csv.rows[1].value[1], "");
}

static void
test_quotes_hold_commas_quotes_and_newlines(void **state)
{
	struct table t = read_table(*state,
	    "code,tekst\nA,\"een, \"\"twee\"\"\ndrie\"\n\"B\",\"\"\nC,c");

	assert_int_equal(t.faults.count, 0);
	assert_string_equal(t.csv.rows[0].value[1], "een, \"twee\"\ndrie");
	assert_string_equal(t.csv.rows[1].value[0], "B");
	assert_string_equal(t.csv.rows[1].value[1], "");
	assert_int_equal(t.csv.rows[2].line, 5);
}

static void
test_a_bad_row_is_named_by_line_and_column_and_the_rest_is_read(void **state)
{
	static const char TEXT[] = "code,tekst\nA,\"x\"y\nB,b\"c\nC\nD,e,f\n"
				   "G,goed\n\nH,\"open\n";
	struct table t = read_table(*state, TEXT);

	assert_string_equal(told(*state, TEXT),
	    "2: kolom 2: na het sluitende aanhalingsteken hoort een komma te "
	    "staan.\n"
	    "3: kolom 2: een waarde met een aanhalingsteken hoort zelf tussen "
	    "aanhalingstekens, met elk teken dubbel.\n"
	    "4: deze rij heeft 1 waarden, het moeten er 2 zijn. Een waarde met "
	    "een komma hoort tussen aanhalingstekens.\n"
	    "5: deze rij heeft 3 waarden, het moeten er 2 zijn. Een waarde met "
	    "een komma hoort tussen aanhalingstekens.\n"
	    "8: kolom 2: de aanhalingstekens gaan niet dicht. Zet er een \" "
	    "achter.\n");
	assert_int_equal(t.csv.row_count, 1);
	assert_string_equal(t.csv.rows[0].value[1], "goed");
}

static void
test_the_head_must_name_the_columns(void **state)
{
	assert_contains(
	    told(*state, "code\nA\n"), "1: de kolom ‘tekst’ ontbreekt");
	assert_contains(
	    told(*state, "code,tekst,meer\n"), "1: er staan 3 kolommen");
	assert_contains(told(*state, ""), "1: de kolom ‘code’ ontbreekt");
	assert_contains(told(*state, "\"code,tekst\n"),
	    "1: de eerste regel met de namen van de kolommen klopt niet");
	assert_false(read_table(*state, "code\n").is_used);
}

static void
test_a_table_without_end_is_refused_in_time(void **state)
{
	enum { ROWS = 300000 };
	char *text = arena_alloc(*state, 2 * ROWS + 64);
	size_t used = arena_used(*state);

	memcpy(text, "code,tekst\n", 11);
	memset(text + 11, '"', ROWS);
	assert_contains(told(*state, text), "2: ");
	for (size_t i = 11; i < 2 * ROWS; i += 2)
		memcpy(text + i, ",\n", 2);
	assert_contains(
	    told(*state, text), "5002: deze tabel heeft meer dan 5000 rijen");
	assert_true(arena_used(*state) - used < 50 * 1024 * 1024);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(test_values_come_by_column_name_in_any_order),
	    ARENA_TEST(test_quotes_hold_commas_quotes_and_newlines),
	    ARENA_TEST(
		test_a_bad_row_is_named_by_line_and_column_and_the_rest_is_read),
	    ARENA_TEST(test_the_head_must_name_the_columns),
	    ARENA_TEST(test_a_table_without_end_is_refused_in_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
