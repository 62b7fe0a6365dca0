/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * json_where.c - find a value in the text of a JSON document.
 *
 * jansson forgets where a value stood; an author needs the line. The text has
 * been parsed already, so this skips over values without judging them. On
 * text that is not JSON it may give a wrong line, but stays inside the text.
 */
#include "content/json_where.h"

#include <stdlib.h>
#include <string.h>

static const char *
skip_space(const char *p)
{
	return p + strspn(p, " \t\r\n");
}

/* Past the string that begins at p. */
static const char *
skip_string(const char *p)
{
	for (p++; *p != '\0' && *p != '"'; p++)
		if (*p == '\\' && p[1] != '\0')
			p++;
	return *p == '"' ? p + 1 : p;
}

/* Past one bracket, string, word or mark between values. */
static const char *
skip_token(const char *p)
{
	size_t n;

	if (*p == '"')
		return skip_string(p);
	n = strcspn(p, ",:]}[{\" \t\r\n");
	return p + (n > 0 ? n : *p != '\0');
}

/* Past the value that begins at p; stops at what ends it. */
static const char *
skip_value(const char *p)
{
	int depth = 0;

	do {
		p = skip_space(p);
		if (depth == 0 && *p != '\0' && strchr("}],:", *p) != NULL)
			return p;
		depth += *p == '{' || *p == '[';
		depth -= *p == '}' || *p == ']';
		p = skip_token(p);
	} while (depth > 0 && *p != '\0');
	return p;
}

/* The value of a key of the object at p, or NULL. */
static const char *
find_key(const char *p, const char *key, size_t len)
{
	if (*p != '{')
		return NULL;
	p = skip_space(p + 1);
	while (*p == '"') {
		const char *name = p + 1;
		const char *value = skip_space(skip_string(p));

		if (*value != ':')
			return NULL;
		value = skip_space(value + 1);
		if (strncmp(name, key, len) == 0 && name[len] == '"')
			return value;
		p = skip_space(skip_value(value));
		if (*p == ',')
			p = skip_space(p + 1);
	}
	return NULL;
}

/* Item n of the array at p, or NULL. */
static const char *
find_item(const char *p, unsigned long n)
{
	if (*p != '[')
		return NULL;
	p = skip_space(p + 1);
	for (; n > 0 && *p != ']' && *p != '\0'; n--) {
		const char *after = skip_space(skip_value(p));

		if (*after != ',')
			return NULL;
		p = skip_space(after + 1);
	}
	return n == 0 && *p != ']' && *p != '\0' ? p : NULL;
}

int
json_where(const char *text, const char *path)
{
	const char *at = skip_space(text), *next;
	int line = 1;

	while (*path != '\0') {
		char *end;

		if (*path == '[') {
			next = find_item(at, strtoul(path + 1, &end, 10));
			path = end + (*end == ']');
		} else {
			size_t len = strcspn(path, ".[");

			next = find_key(at, path, len);
			path += len;
		}
		if (next == NULL)
			break;
		at = next;
		path += *path == '.';
	}
	for (const char *p = text; p < at; p++)
		line += *p == '\n';
	return line;
}
