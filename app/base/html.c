/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * html.c - the page writer. One escaper serves text and attributes, because
 * the templates know only those two contexts (no inline script or style).
 */
#include "base/html.h"

#include <stdio.h>
#include <stdlib.h>
#include <stdbool.h>
#include <string.h>

#define FIRST_BYTES (size_t)49152 /* most pages never grow */

struct html
html_new(struct arena *a)
{
	struct html h = { .arena = a,
		.bytes = arena_raw(a, FIRST_BYTES),
		.size = FIRST_BYTES };

	h.bytes[0] = '\0';
	return h;
}

void
html_write_(struct html *h, const char *text, size_t n)
{
	if (h->size - h->len <= n) { /* one byte stays for the NUL */
		size_t size = h->size;
		char *bytes;

		while (size - h->len <= n)
			if (__builtin_mul_overflow(size, (size_t)2, &size))
				abort();
		bytes = arena_raw(h->arena, size);
		memcpy(bytes, h->bytes, h->len);
		h->bytes = bytes;
		h->size = size;
	}
	memcpy(h->bytes + h->len, text, n);
	h->len += n;
	h->bytes[h->len] = '\0';
}

static const char *
entity(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	default:
		return "&#39;";
	}
}

void
html_text(struct html *h, const char *text)
{
	if (text == NULL)
		return;
	while (*text != '\0') {
		size_t plain = strcspn(text, "&<>\"'");

		html_write_(h, text, plain);
		text += plain;
		if (*text != '\0') {
			const char *e = entity(*text++);

			html_write_(h, e, strlen(e));
		}
	}
}

/*
 * A minute that finds no place is text like any other. A name or owner that
 * found none would be kept as somebody else's: then there is no page.
 */
static void
write_run(struct html *h, const char *text, enum html_run_kind kind)
{
	size_t at = h->len;

	html_text(h, text);
	if (h->len == at)
		return;
	if (h->run_count < HTML_RUNS_MAX)
		h->run[h->run_count++] = (struct html_run){ .at = at,
			.len = h->len - at,
			.kind = kind };
	else if (kind != HTML_OWN)
		abort();
}

void
html_name(struct html *h, const char *name)
{
	write_run(h, name, HTML_NAME);
}

void
html_owner(struct html *h, const char *owner)
{
	write_run(h, owner, HTML_OWNER);
}

void
html_own(struct html *h, const char *text)
{
	write_run(h, text, HTML_OWN);
}

void
html_int(struct html *h, long long number)
{
	char digits[24];
	int n = snprintf(digits, sizeof(digits), "%lld", number);

	html_write_(h, digits, (size_t)n);
}

void
html_count(struct html *h, unsigned long number)
{
	char digits[24];
	int n = snprintf(digits, sizeof(digits), "%lu", number);

	html_write_(h, digits, (size_t)n);
}

void
html_raw(struct html *h, const struct safe_html *markup)
{
	const char *text = (const char *)(const void *)markup;

	if (text != NULL)
		html_write_(h, text, strlen(text));
}

void
html_url(struct html *h, const struct safe_url *url)
{
	if (url != NULL)
		html_text(h, url_text(url));
}

const char *
html_source(const struct safe_html *markup)
{
	return (const char *)(const void *)markup;
}

/* The character of the escape at p, and how long that is; 0: none. */
static size_t
unescape(const char *p, char *out)
{
	static const struct {
		const char *escape;
		char is;
	} ESCAPES[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' },
		{ "&quot;", '"' }, { "&#39;", '\'' } };

	for (size_t i = 0; i < sizeof(ESCAPES) / sizeof(ESCAPES[0]); i++) {
		size_t n = strlen(ESCAPES[i].escape);

		if (strncmp(p, ESCAPES[i].escape, n) == 0) {
			*out = ESCAPES[i].is;
			return n;
		}
	}
	return 0;
}

const char *
html_strip(struct arena *a, const char *markup, size_t len)
{
	char *out = arena_alloc(a, len + 1), *at = out;
	const char *p = markup, *end = markup + len;
	bool is_spaced = true;

	while (p < end) {
		char c = *p;
		size_t skip = 1;

		if (c == '<') {
			const char *close = memchr(p, '>', (size_t)(end - p));

			skip = close == NULL ? (size_t)(end - p) :
					       (size_t)(close - p) + 1;
			c = ' ';
		} else if (c == '&') {
			size_t n = unescape(p, &c);

			skip = n > 0 ? n : 1;
		} else if (c == '\n' || c == '\t') {
			c = ' ';
		}
		p += skip;
		if (c != ' ' || !is_spaced)
			*at++ = c;
		is_spaced = c == ' ';
	}
	while (at > out && at[-1] == ' ')
		at--;
	*at = '\0';
	return out;
}

const char *
html_plain(struct arena *a, const struct safe_html *markup)
{
	const char *text = html_source(markup);

	return text == NULL ? "" : html_strip(a, text, strlen(text));
}
