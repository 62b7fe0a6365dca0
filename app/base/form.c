/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * form.c - a strict reader of url-encoded fields.
 */
#include "base/form.h"

#include "base/text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

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

/* Decodes n bytes into the arena; NULL when malformed or not UTF-8. */
static const char *
decode(struct arena *a, const char *in, size_t n)
{
	char *out = arena_alloc(a, n + 1), *at = out;

	for (size_t i = 0; i < n; i++) {
		int high, low;

		if (in[i] != '%') {
			*at++ = in[i] == '+' ? ' ' : in[i];
			continue;
		}
		if (n - i < 3)
			return NULL;
		high = hex(in[i + 1]);
		low = hex(in[i + 2]);
		if (high < 0 || low < 0)
			return NULL;
		*at++ = (char)(high << 4 | low);
		i += 2;
	}
	return text_is_utf8(out, (size_t)(at - out)) ? out : NULL;
}

enum status
form_parse(struct form *form, struct arena *a, const char *text, size_t len)
{
	const char *end = text + len;

	form->count = form->file_count = 0;
	while (text < end) {
		const char *amp = memchr(text, '&', (size_t)(end - text));
		const char *stop = amp != NULL ? amp : end;
		const char *eq = memchr(text, '=', (size_t)(stop - text));
		const char *name_end = eq != NULL ? eq : stop;
		const char *value = eq != NULL ? eq + 1 : stop;
		struct form_field *f = &form->field[form->count];

		if (stop > text) {
			if (form->count == FORM_FIELDS_MAX)
				return ST_TOO_LARGE;
			f->name = decode(a, text, (size_t)(name_end - text));
			f->value = decode(a, value, (size_t)(stop - value));
			if (f->name == NULL || f->value == NULL)
				return ST_INVALID;
			form->count++;
		}
		text = amp != NULL ? amp + 1 : end;
	}
	return ST_OK;
}

const char *
form_nth(const struct form *form, const char *name, size_t i)
{
	for (size_t at = 0; at < form->count; at++)
		if (strcmp(form->field[at].name, name) == 0 && i-- == 0)
			return form->field[at].value;
	return NULL;
}

size_t
form_count(const struct form *form, const char *name)
{
	size_t n = 0;

	for (size_t at = 0; at < form->count; at++)
		n += strcmp(form->field[at].name, name) == 0;
	return n;
}

const char *
form_get(const struct form *form, const char *name)
{
	return form_count(form, name) == 1 ? form_nth(form, name, 0) : NULL;
}

const char *
form_text(const struct form *form, const char *name)
{
	const char *value = form_get(form, name);

	return value != NULL ? value : "";
}

const struct form_file *
form_file(const struct form *form, const char *name)
{
	const struct form_file *found = NULL;

	for (size_t i = 0; i < form->file_count; i++) {
		if (strcmp(form->file[i].name, name) != 0)
			continue;
		if (found != NULL)
			return NULL;
		found = &form->file[i];
	}
	return found;
}

bool
form_parse_int(const char *text, int64_t min, int64_t max, int64_t *out)
{
	char *end;
	long long value;

	if (text == NULL || *text == '\0' ||
	    strspn(text + (*text == '-'), "0123456789") !=
		strlen(text + (*text == '-')))
		return false;
	errno = 0;
	value = strtoll(text, &end, 10);
	if (errno != 0 || end == text || *end != '\0' || value < min ||
	    value > max)
		return false;
	*out = value;
	return true;
}

bool
form_int(const struct form *form, const char *name, int64_t min, int64_t max,
    int64_t *out)
{
	return form_parse_int(form_get(form, name), min, max, out);
}
