/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * url.c - builds and checks addresses; the only maker of struct safe_url.
 */
#include "base/url.h"

#include "base/text.h"

#include <stdarg.h>
#include <string.h>

/* The one cast: every other function of this file ends here. */
static const struct safe_url *
promise(const char *text)
{
	return (const struct safe_url *)(const void *)text;
}

const char *
url_text(const struct safe_url *url)
{
	return (const char *)(const void *)url;
}

static int
is_unreserved(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || strchr("-._~", c) != NULL;
}

/* Writes the encoded text at `at` and returns the end. */
static char *
encode(char *at, const char *text)
{
	static const char HEX[] = "0123456789ABCDEF";

	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;

		if (is_unreserved(c)) {
			*at++ = (char)c;
			continue;
		}
		*at++ = '%';
		*at++ = HEX[c >> 4];
		*at++ = HEX[c & 15];
	}
	*at = '\0';
	return at;
}

const struct safe_url *
url_path(struct arena *a, ...)
{
	va_list args;
	size_t size = 2;
	const char *segment;
	char *out, *at;

	va_start(args, a);
	while ((segment = va_arg(args, const char *)) != NULL)
		size += 1 + 3 * strlen(segment);
	va_end(args);
	at = out = arena_alloc(a, size);
	va_start(args, a);
	while ((segment = va_arg(args, const char *)) != NULL) {
		*at++ = '/';
		at = encode(at, segment);
	}
	va_end(args);
	if (at == out)
		*at = '/';
	return promise(out);
}

const struct safe_url *
url_fragment(struct arena *a, const struct safe_url *url, const char *fragment)
{
	size_t len = strlen(url_text(url));
	char *out = arena_alloc(a, len + 2 + 3 * strlen(fragment));

	memcpy(out, url_text(url), len);
	out[len] = '#';
	encode(out + len + 1, fragment);
	return promise(out);
}

const struct safe_url *
url_query(struct arena *a, const struct safe_url *url, const char *name,
    const char *value)
{
	const char *text = url_text(url);
	size_t len = strlen(text);
	char *out = arena_alloc(a,
	    len + 3 + 3 * (strlen(name) + strlen(value)));
	char *at = out + len;

	memcpy(out, text, len);
	*at++ = strchr(text, '?') == NULL ? '?' : '&';
	at = encode(at, name);
	*at++ = '=';
	encode(at, value);
	return promise(out);
}

const struct safe_url *
url_literal_(const char *literal)
{
	return promise(literal);
}

static int
has_control_or_space(const char *text)
{
	for (; *text != '\0'; text++)
		if ((unsigned char)*text <= ' ' || *text == 0x7f)
			return 1;
	return 0;
}

const struct safe_url *
url_external(struct arena *a, const char *text)
{
	size_t colon = strcspn(text, ":/?#");

	if (has_control_or_space(text))
		return NULL;
	if (text[colon] == ':' && strncasecmp(text, "https:", 6) != 0 &&
	    strncasecmp(text, "http:", 5) != 0 &&
	    strncasecmp(text, "mailto:", 7) != 0)
		return NULL;
	return promise(arena_strdup(a, text));
}

const struct safe_url *
url_local(struct arena *a, const char *text)
{
	if (text[0] != '/' || text[1] == '/' || strchr(text, '\\') != NULL ||
	    has_control_or_space(text))
		return NULL;
	return promise(arena_strdup(a, text));
}

static int
hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

char *
url_decode_segment(struct arena *a, const char *in, size_t len)
{
	char *out = arena_alloc(a, len + 1), *at = out;

	for (size_t i = 0; i < len; i++) {
		int c = (unsigned char)in[i];

		if (c == '%') {
			int high = i + 2 < len ? hex(in[i + 1]) : -1;
			int low = i + 2 < len ? hex(in[i + 2]) : -1;

			if (high < 0 || low < 0)
				return NULL;
			c = high << 4 | low;
			i += 2;
		}
		if (c < ' ' || c == '/' || c == 0x7f)
			return NULL;
		*at++ = (char)c;
	}
	return text_is_utf8(out, (size_t)(at - out)) ? out : NULL;
}
