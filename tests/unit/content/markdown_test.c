/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * markdown_test.c - Markdown becomes HTML that is safe, whatever is in it.
 */
#include "check.h"
#include "content.h"

#include <stdlib.h>

static void
test_common_markdown_is_rendered_by_cmark(void **state)
{
	assert_string_equal(
	    render_good(*state,
		"Een *a* en **b** met `c`.\n\n- een\n- twee\n\n1. x\n\n---\n"),
	    "<p>Een <em>a</em> en <strong>b</strong> met <code>c</code>.</p>\n"
	    "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>\n<ol>\n<li>x</li>\n"
	    "</ol>\n<hr />");
}

static void
test_comments_vanish_without_a_trace(void **state)
{
	assert_string_equal(
	    render_good(*state, "Een\n\n<!-- weg -->\n\ntwee <!-- weg\nook --> "
				"drie\n"),
	    "<p>Een</p>\n<p>twee  drie</p>");
	assert_string_equal(render_good(*state, "<!-- alleen dit -->\n"), "");
}

static void
test_raw_html_is_a_fault_and_never_comes_out(void **state)
{
	const char *html;

	assert_string_equal(
	    render_faults(
		*state, "Een\n\n<div onclick=\"x()\">\n</div>\n", &html),
	    "3: hier staat HTML (‘<div onclick=\"x()\">\n’) en dat kan niet. "
	    "Schrijf het in Markdown; een < in de tekst schrijf je als \\<.\n");
	assert_string_equal(html, "<p>Een</p>");
}

static void
test_text_behind_a_comment_is_not_lost_silently(void **state)
{
	assert_contains(render_faults(*state, "<!-- x --> tekst\n", NULL),
	    "1: achter --> staat nog tekst");
	assert_contains(render_faults(*state, "a\n\n<!-- x\n", NULL),
	    "3: deze opmerking heeft geen einde");
}

static void
test_a_mark_of_a_question_that_stands_loose_is_a_fault(void **state)
{
	assert_contains(
	    render_faults(*state, "a\n\n <!-- vraag: v1 doel: d1 -->\n", NULL),
	    "3: deze regel hoort bij een vraag");
	assert_contains(
	    render_faults(*state, "<!--feedback 1: goed -->\n", NULL),
	    "1: deze regel hoort bij een vraag");
}

/* What an attacker would like to see in the page, and what he may write. */
static void
test_nothing_that_runs_comes_out(void **state)
{
	static const char *const TRIES[] = {
	    "<script>alert(1)</script>",
	    "a <script>alert(1)</script> b",
	    "[x](javascript:alert(1))",
	    "[x](JaVaScRiPt:alert(1))",
	    "[x](&#106;avascript:alert(1))",
	    "[x](javascript&colon;alert(1))",
	    "[x](<java\tscript:alert(1)>)",
	    "[x](data:text/html;base64,PHNjcmlwdD4=)",
	    "[x](vbscript:msgbox)",
	    "[x](//evil.example/)",
	    "[x](https:javascript)",
	    "<javascript:alert(1)>",
	    "![x](javascript:alert(1))",
	    "![x\" onerror=\"alert(1)](x.png)",
	    "![x](../media/x.svg \"a\\\" onload=\\\"alert(1)\")",
	    "[x](https://a.example/\"onmouseover=\"alert(1))",
	    "[x](https://a.example \"t\\\"onfocus=\\\"alert(1)\")",
	    "<img src=x onerror=alert(1)>",
	    "<svg/onload=alert(1)>",
	    "## <img src=x onerror=alert(1)>",
	    "## a\" onclick=\"alert(1)",
	    "| a\" onclick=\"x | b |\n|---|---|\n| <img src=x onerror=y> | d |",
	    "> [!TIP] <img src=x onerror=alert(1)>\n> tekst",
	    "x[^1]\n\n[^1]: <img src=x onerror=alert(1)>",
	    "x[^1]\n\n[^1]: [x](javascript:alert(1))",
	    "```\"onclick=\"x\n</code><script>\n```",
	    "[x][y]\n\n[y]: javascript:alert(1)",
	    "<a href=\"javascript:alert(1)\">x</a>",
	    "<!-- --><script>alert(1)</script>",
	};

	for (size_t i = 0; i < sizeof(TRIES) / sizeof(*TRIES); i++) {
		const char *html;

		render_faults(*state, TRIES[i], &html);
		assert_lacks(html, "<script");
		assert_lacks(html, "<img src=\"x");
		assert_lacks(html, "<img src=x");
		assert_lacks(html, "<svg");
		assert_lacks(html, "href=\"javascript");
		assert_lacks(html, "href=\"//");
		assert_lacks(html, "href=\"data");
		assert_lacks(html, "\" on");
		assert_lacks(html, "\"on");
		assert_lacks(html, "src=\"javascript");
	}
}

static void
test_an_external_link_says_so_and_is_escaped(void **state)
{
	assert_string_equal(
	    render_good(*state, "[x](https://a.example/?b=1&c=2 \"Ti\\\"tel\") "
				"<https://b.example/> [m](mailto:a@b.example)"),
	    "<p><a href=\"https://a.example/?b=1&amp;c=2\" "
	    "title=\"Ti&quot;tel\" rel=\"noopener\">x</a> "
	    "<a href=\"https://b.example/\" "
	    "rel=\"noopener\">https://b.example/</a> "
	    "<a href=\"mailto:a@b.example\" rel=\"noopener\">m</a></p>");
}

static void
test_a_refused_link_leaves_its_text(void **state)
{
	const char *html;

	assert_contains(
	    render_faults(*state, "a\n[de *tekst*](ftp://x)\n", &html),
	    "2: de link ‘ftp://x’ klopt niet");
	assert_string_equal(html, "<p>a\nde <em>tekst</em></p>");
	assert_contains(render_faults(*state, "[](https://a.example)", NULL),
	    "1: de link naar ‘https://a.example’ heeft geen tekst");
}

static void
test_text_that_is_not_utf8_is_refused_by_line(void **state)
{
	const char *html;

	assert_string_equal(
	    render_faults(*state, "goed\nfout \xff\ngoed\nfout \x01\n", &html),
	    "2: deze regel is geen geldige UTF-8 of heeft een stuurteken. Sla "
	    "het bestand op als UTF-8.\n"
	    "4: deze regel is geen geldige UTF-8 of heeft een stuurteken. Sla "
	    "het bestand op als UTF-8.\n");
	assert_string_equal(html, "");
}

static void
test_line_ends_of_windows_and_a_byte_order_mark_do_not_matter(void **state)
{
	assert_string_equal(
	    render_good(*state, "\xef\xbb\xbf| a | b |\r\n|---|---|\r\n| c | d "
				"|\r\n\r\nx\r\n"),
	    render_good(*state, "| a | b |\n|---|---|\n| c | d |\n\nx\n"));
}

/* As an author's slip or a fuzzer's joy: it must end, and not crash. */
static void
test_absurd_input_is_survived(void **state)
{
	static const char *const PIECES[] = {"> ", "- ", "[", "![", "*", "_",
	    "`", "|", "[^", "[^1]", "<!--", "<", "## a\n", "a\n|-|\n",
	    "> [!TIP]\n", "[^1]: x\n", "\\|", "&", "1. ", "\t", "]("};

	for (size_t i = 0; i < sizeof(PIECES) / sizeof(*PIECES); i++) {
		struct arena *a = arena_new();
		struct faults f = faults_new(a);
		size_t n = strlen(PIECES[i]), times = 3000;
		char *text = arena_alloc(a, n * times + 1);

		for (size_t k = 0; k < times; k++)
			memcpy(text + k * n, PIECES[i], n);
		(void)markdown_render(a, &f, text, n * times);
		arena_free(a);
	}
	assert_non_null(*state);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(test_common_markdown_is_rendered_by_cmark),
	    ARENA_TEST(test_comments_vanish_without_a_trace),
	    ARENA_TEST(test_raw_html_is_a_fault_and_never_comes_out),
	    ARENA_TEST(test_text_behind_a_comment_is_not_lost_silently),
	    ARENA_TEST(test_a_mark_of_a_question_that_stands_loose_is_a_fault),
	    ARENA_TEST(test_nothing_that_runs_comes_out),
	    ARENA_TEST(test_an_external_link_says_so_and_is_escaped),
	    ARENA_TEST(test_a_refused_link_leaves_its_text),
	    ARENA_TEST(test_text_that_is_not_utf8_is_refused_by_line),
	    ARENA_TEST(
		test_line_ends_of_windows_and_a_byte_order_mark_do_not_matter),
	    ARENA_TEST(test_absurd_input_is_survived),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
