/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_TESTS_CONTENT_H
#define LMS_TESTS_CONTENT_H
/*
 * What tests of course content share: Markdown in, HTML and faults out, and a
 * small good course on disk (tests/fixtures/courses/goed). Include after
 * check.h; not every test uses all of it.
 */
#include "content/markdown.h"

#define GOOD_COURSES "tests/fixtures/courses/goed"

/* The faults as "line: text" lines, so that one comparison shows all. */
static inline const char *
faults_as_text(struct arena *a, size_t count, const struct content_fault *fault)
{
	const char *text = "";

	for (size_t i = 0; i < count; i++)
		text = arena_printf(
		    a, "%s%d: %s\n", text, fault[i].line, fault[i].text);
	return text;
}

/* Renders a text that must be without faults. */
static inline const char *
render_good(struct arena *a, const char *markdown)
{
	struct faults f = faults_new(a);
	const struct safe_html *html =
	    markdown_render(a, &f, markdown, strlen(markdown));

	assert_string_equal(faults_as_text(a, f.count, f.fault), "");
	return markdown_text(html);
}

/* Renders a text with faults: gives them, and the HTML when asked for. */
static inline const char *
render_faults(struct arena *a, const char *markdown, const char **html)
{
	struct faults f = faults_new(a);
	const struct safe_html *out =
	    markdown_render(a, &f, markdown, strlen(markdown));

	if (html != NULL)
		*html = markdown_text(out);
	return faults_as_text(a, f.count, f.fault);
}
#endif
