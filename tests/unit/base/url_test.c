/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * url_test.c - which addresses are made, and which are refused.
 */
#include "base/url.h"

#include "check.h"

static void
a_path_encodes_each_segment(void **state)
{
	assert_string_equal(
	    url_text(url_path(*state, "cursus", "de-basis", NULL)),
	    "/cursus/de-basis");
	assert_string_equal(
	    url_text(url_path(*state, "a/b", "é ?#%&=+\"<", "..", NULL)),
	    "/a%2Fb/%C3%A9%20%3F%23%25%26%3D%2B%22%3C/..");
	assert_string_equal(url_text(url_path(*state, NULL)), "/");
}

static void
a_query_begins_with_a_question_mark_and_goes_on_with_ampersands(void **state)
{
	const struct safe_url *url = url_path(*state, "zoek", NULL);

	url = url_query(*state, url, "q", "Wmo & Jeugd");
	assert_string_equal(url_text(url), "/zoek?q=Wmo%20%26%20Jeugd");
	url = url_query(*state, url, "naam x", "");
	assert_string_equal(
	    url_text(url), "/zoek?q=Wmo%20%26%20Jeugd&naam%20x=");
}

static void
a_fragment_is_encoded(void **state)
{
	assert_string_equal(
	    url_text(url_fragment(*state, URL_LITERAL("/a"), "stap 1\"")),
	    "/a#stap%201%22");
}

static void
an_external_link_is_web_mail_or_relative(void **state)
{
	static const char *const GOOD[] = {"https://wetten.overheid.nl/x?a=b",
	    "http://example.org", "HTTPS://EXAMPLE.ORG", "mailto:a@example.org",
	    "../media/beeld.svg", "#kop", "/pad:met/dubbele:punt", "?q=a:b"};

	for (size_t i = 0; i < sizeof(GOOD) / sizeof(GOOD[0]); i++) {
		const struct safe_url *url = url_external(*state, GOOD[i]);

		assert_non_null(url);
		assert_string_equal(url_text(url), GOOD[i]);
	}
}

static void
other_schemes_are_refused(void **state)
{
	static const char *const BAD[] = {"javascript:alert(1)",
	    "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x",
	    "file:///etc/passwd", "ftp://example.org", ":x", "httpx:y",
	    " javascript:alert(1)", "java\tscript:alert(1)", "https://a b",
	    "https://a\nb", "\x01https://a", "\x7f/a"};

	for (size_t i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++)
		assert_null(url_external(*state, BAD[i]));
}

static void
a_local_address_stays_on_this_site(void **state)
{
	assert_string_equal(
	    url_text(url_local(*state, "/cursus/de-basis?x=y#z")),
	    "/cursus/de-basis?x=y#z");
	assert_string_equal(url_text(url_local(*state, "/")), "/");
	assert_null(url_local(*state, ""));
	assert_null(url_local(*state, "//kwaad.example"));
	assert_null(url_local(*state, "/\\kwaad.example"));
	assert_null(url_local(*state, "/a\\b"));
	assert_null(url_local(*state, "https://kwaad.example"));
	assert_null(url_local(*state, "account"));
	assert_null(url_local(*state, "/a\r\nset-cookie: x"));
	assert_null(url_local(*state, "/a b"));
	assert_null(url_local(*state, "/\t/kwaad.example"));
}

static const char *
decoded(struct arena *a, const char *text)
{
	return url_decode_segment(a, text, strlen(text));
}

static void
a_segment_is_decoded(void **state)
{
	assert_string_equal(decoded(*state, "zes-stappen"), "zes-stappen");
	assert_string_equal(decoded(*state, "%C3%89%c3%a9n"), "Één");
	assert_string_equal(decoded(*state, "%41"), "A");
	assert_string_equal(decoded(*state, "a+b"), "a+b");
	assert_string_equal(decoded(*state, ""), "");
	assert_string_equal(url_decode_segment(*state, "abc", 2), "ab");
}

static void
a_broken_segment_is_refused(void **state)
{
	static const char *const BAD[] = {"%", "%4", "%zz", "%4z", "a%", "%00",
	    "a%2Fb", "%2f", "%0a", "%7f", "%1F", "%ff", "%c3", "%C0%AF",
	    "%ED%A0%80", "\xff", "a\nb"};

	for (size_t i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++)
		assert_null(decoded(*state, BAD[i]));
}

/* The escape may not read past the segment into the next one. */
static void
an_escape_ends_with_its_segment(void **state)
{
	assert_null(url_decode_segment(*state, "a%41", 3));
	assert_null(url_decode_segment(*state, "a%41", 2));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(a_path_encodes_each_segment),
	    ARENA_TEST(
		a_query_begins_with_a_question_mark_and_goes_on_with_ampersands),
	    ARENA_TEST(a_fragment_is_encoded),
	    ARENA_TEST(an_external_link_is_web_mail_or_relative),
	    ARENA_TEST(other_schemes_are_refused),
	    ARENA_TEST(a_local_address_stays_on_this_site),
	    ARENA_TEST(a_segment_is_decoded),
	    ARENA_TEST(a_broken_segment_is_refused),
	    ARENA_TEST(an_escape_ends_with_its_segment),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
