/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * html_test.c - what is printed is escaped because of its type.
 */
#include "base/html.h"

#include "check.h"

static void
text_has_its_five_characters_escaped(void **state)
{
	struct html h = html_new(*state);

	html_text(&h, "<a href=\"x\">Tom & 'Jerry'</a>");
	assert_string_equal(h.bytes,
	    "&lt;a href=&quot;x&quot;&gt;Tom &amp; &#39;Jerry&#39;&lt;/a&gt;");
	assert_int_equal(h.len, strlen(h.bytes));
}

static void
other_text_is_left_alone(void **state)
{
	struct html h = html_new(*state);

	html_text(&h, "Één gezin, € 1.780 %d %s\n");
	assert_string_equal(h.bytes, "Één gezin, € 1.780 %d %s\n");
}

static void
no_text_prints_nothing(void **state)
{
	struct html h = html_new(*state);

	html_text(&h, NULL);
	html_text(&h, "");
	html_raw(&h, NULL);
	html_url(&h, NULL);
	assert_int_equal(h.len, 0);
	assert_string_equal(h.bytes, "");
}

static void
numbers_are_printed_whole(void **state)
{
	struct html h = html_new(*state);

	HTML_PUT(&h, 0);
	HTML_LIT(&h, " ");
	HTML_PUT(&h, (long long)INT64_MIN);
	HTML_LIT(&h, " ");
	HTML_PUT(&h, (size_t)42);
	assert_string_equal(h.bytes, "0 -9223372036854775808 42");
}

static void
the_type_decides_what_is_escaped(void **state)
{
	struct html h = html_new(*state);
	char typed[] = "<b>";
	/* What only content/markdown.c may do in the program. */
	const struct safe_html *markup =
	    (const struct safe_html *)(const void *)"<b>";

	HTML_PUT(&h, typed);
	HTML_PUT(&h, markup);
	HTML_PUT(&h, url_query(*state, url_path(*state, "a", NULL), "b", "c"));
	assert_string_equal(h.bytes, "&lt;b&gt;<b>/a?b=c");
}

static void
an_ampersand_in_an_address_is_escaped(void **state)
{
	struct html h = html_new(*state);
	const struct safe_url *url = url_path(*state, "a", NULL);

	url = url_query(*state, url, "b", "1");
	html_url(&h, url_query(*state, url, "c", "2"));
	assert_string_equal(h.bytes, "/a?b=1&amp;c=2");
}

static void
a_page_grows_as_long_as_needed(void **state)
{
	struct html h = html_new(*state);

	for (int i = 0; i < 50000; i++)
		html_text(&h, "é<");
	assert_int_equal(h.len, 50000 * (2 + 4));
	assert_int_equal(strlen(h.bytes), h.len);
	assert_memory_equal(h.bytes + h.len - 6, "é&lt;", 6);
}

static void
a_page_ends_in_a_nul_at_every_length(void **state)
{
	struct html h = html_new(*state);

	for (size_t i = 0; i < 20000; i++) {
		html_text(&h, "x");
		assert_int_equal(h.bytes[i], 'x');
		assert_int_equal(h.bytes[i + 1], '\0');
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(text_has_its_five_characters_escaped),
	    ARENA_TEST(other_text_is_left_alone),
	    ARENA_TEST(no_text_prints_nothing),
	    ARENA_TEST(numbers_are_printed_whole),
	    ARENA_TEST(the_type_decides_what_is_escaped),
	    ARENA_TEST(an_ampersand_in_an_address_is_escaped),
	    ARENA_TEST(a_page_grows_as_long_as_needed),
	    ARENA_TEST(a_page_ends_in_a_nul_at_every_length),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
