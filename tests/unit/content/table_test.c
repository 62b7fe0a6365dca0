/* SPDX-License-Identifier: EUPL-1.2 */
/* table_test.c - pipe tables. */
#include "check.h"
#include "content.h"

static void
test_a_table_can_be_scrolled_and_has_column_heads(void **state)
{
	assert_string_equal(
	    render_good(*state, "| Wie | Wat |\n|---|---|\n| Oma | past op |"),
	    "<div class=\"lms-table\" role=\"region\" tabindex=\"0\" "
	    "aria-label=\"Tabel 1: Wie, Wat\">\n<table class=\"utrecht-table\">"
	    "\n<thead>\n<tr><th scope=\"col\">Wie</th><th scope=\"col\">Wat"
	    "</th></tr>\n</thead>\n<tbody>\n<tr><td>Oma</td><td>past op</td>"
	    "</tr>\n</tbody>\n</table>\n</div>");
}

static void
test_alignment_becomes_a_class(void **state)
{
	const char *html =
	    render_good(*state, "a|b|c|d\n:--|--:|:-:|-\n1|2|3|4\n");

	assert_contains(html, "<td>1</td><td class=\"lms-num\">2</td>"
			      "<td class=\"lms-center\">3</td><td>4</td>");
	assert_contains(html, "<th scope=\"col\" class=\"lms-num\">b</th>");
}

static void
test_cells_hold_inline_markdown_of_their_own(void **state)
{
	const char *html =
	    render_good(*state, "| *a | b* |\n|---|---|\n| **v** `c` | "
				"[x](https://a.example) |\n| # x | - 1. |\n");

	assert_contains(html, "<th scope=\"col\">*a</th><th scope=\"col\">b*");
	assert_contains(html, "<td><strong>v</strong> <code>c</code></td>"
			      "<td><a href=\"https://a.example\" "
			      "rel=\"noopener\">x</a></td>");
	assert_contains(html, "<td># x</td><td>- 1.</td>");
}

static void
test_an_escaped_pipe_does_not_cut(void **state)
{
	assert_contains(
	    render_good(*state, "| a | b |\n|-|-|\n| x \\| y | `p\\|q` |\n"),
	    "<td>x | y</td><td><code>p|q</code></td>");
}

static void
test_an_empty_cell_stays_a_cell(void **state)
{
	assert_contains(render_good(*state, "| a | b |\n|-|-|\n|  | x |\n"),
	    "<tr><td></td><td>x</td></tr>");
}

static void
test_a_table_may_stand_in_a_callout_and_in_a_list(void **state)
{
	const char *html = render_good(*state,
	    "> [!TIP]\n> tekst\n>\n> | a | b |\n> |---|---|\n> | 1 | 2 |\n\n"
	    "- punt\n\n  | c | d |\n  |---|---|\n  | 3 | 4 |\n");

	assert_contains(html, "<tr><td>1</td><td>2</td></tr>");
	assert_contains(html, "<tr><td>3</td><td>4</td></tr>");
	assert_contains(html, "Tabel 2: c, d");
}

static void
test_a_row_of_another_length_is_a_fault_on_its_line(void **state)
{
	assert_string_equal(
	    render_faults(*state,
		"tekst\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 1 | 2 | 3 |\n"
		"| 1 |\n",
		NULL),
	    "6: deze rij heeft 3 cellen, de kop van de tabel heeft er 2. Maak "
	    "het gelijk; een | in de tekst schrijf je als \\|.\n"
	    "7: deze rij heeft 1 cellen, de kop van de tabel heeft er 2. Maak "
	    "het gelijk; een | in de tekst schrijf je als \\|.\n");
}

static void
test_what_almost_is_a_table_is_a_fault(void **state)
{
	assert_contains(render_faults(*state, "| a | b |\n| 1 | 2 |\n", NULL),
	    "1: dit lijkt een tabel, maar de regel met streepjes ontbreekt");
	assert_contains(
	    render_faults(*state, "tekst\n| a | b |\n|---|---|\n", NULL),
	    "2: de tabel zit vast aan de tekst erboven");
	assert_contains(
	    render_faults(*state, "| a | b |\n|---|\n| 1 | 2 |\n", NULL),
	    "2: de kop van de tabel heeft 2 kolommen, de regel met streepjes "
	    "1");
	assert_contains(render_faults(*state, "| a | b |\n|---|---|\n", NULL),
	    "1: deze tabel heeft alleen een kop");
}

static void
test_pipes_in_running_text_make_no_table(void **state)
{
	assert_string_equal(
	    render_good(*state, "a | b\nc | d\n"), "<p>a | b\nc | d</p>");
	assert_string_equal(render_good(*state, "    | a |\n    |---|\n"),
	    "<pre><code>| a |\n|---|\n</code></pre>");
}

static void
test_faults_in_a_cell_name_the_line_of_the_row(void **state)
{
	assert_contains(render_faults(*state,
			    "x\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| "
			    "[x](weg.md) | 2 |\n",
			    NULL),
	    "6: de link ‘weg.md’ klopt niet");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(test_a_table_can_be_scrolled_and_has_column_heads),
	    ARENA_TEST(test_alignment_becomes_a_class),
	    ARENA_TEST(test_cells_hold_inline_markdown_of_their_own),
	    ARENA_TEST(test_an_escaped_pipe_does_not_cut),
	    ARENA_TEST(test_an_empty_cell_stays_a_cell),
	    ARENA_TEST(test_a_table_may_stand_in_a_callout_and_in_a_list),
	    ARENA_TEST(test_a_row_of_another_length_is_a_fault_on_its_line),
	    ARENA_TEST(test_what_almost_is_a_table_is_a_fault),
	    ARENA_TEST(test_pipes_in_running_text_make_no_table),
	    ARENA_TEST(test_faults_in_a_cell_name_the_line_of_the_row),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
