/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * form_fuzz.c - feeds anything to the reader of forms. What must hold: what
 * is read is UTF-8 without control characters that end a line of a header,
 * and reads the same when it is sent once more.
 */
#include "base/form.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char *
put_encoded(char *at, const char *text)
{
	static const char HEX[] = "0123456789ABCDEF";

	for (; *text != '\0'; text++) {
		*at++ = '%';
		*at++ = HEX[(unsigned char)*text >> 4];
		*at++ = HEX[(unsigned char)*text & 15];
	}
	return at;
}

static size_t
encoded_size(const struct form *form)
{
	size_t n = 1;

	for (size_t i = 0; i < form->count; i++)
		n += 3 * strlen(form->field[i].name) +
		    3 * strlen(form->field[i].value) + 2;
	return n;
}

static void
must_be_text(const char *text)
{
	size_t len = strlen(text);

	if (!text_is_utf8(text, len) || memchr(text, 0x1b, len) != NULL)
		abort();
}

static void
must_come_back(struct arena *a, const struct form *form)
{
	char *again = arena_alloc(a, encoded_size(form)), *at = again;
	struct form *same = arena_alloc(a, sizeof(*same));

	for (size_t i = 0; i < form->count; i++) {
		if (i > 0)
			*at++ = '&';
		at = put_encoded(at, form->field[i].name);
		*at++ = '=';
		at = put_encoded(at, form->field[i].value);
	}
	if (form_parse(same, a, again, (size_t)(at - again)) != ST_OK ||
	    same->count != form->count)
		abort();
	for (size_t i = 0; i < form->count; i++)
		if (strcmp(same->field[i].name, form->field[i].name) != 0 ||
		    strcmp(same->field[i].value, form->field[i].value) != 0)
			abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct form *form = arena_alloc(a, sizeof(*form));
	int64_t n;

	if (form_parse(form, a, (const char *)data, size) == ST_OK) {
		if (form->count > FORM_FIELDS_MAX)
			abort();
		for (size_t i = 0; i < form->count; i++) {
			must_be_text(form->field[i].name);
			must_be_text(form->field[i].value);
			if (form_int(form, form->field[i].name, -5, 500, &n) &&
			    (n < -5 || n > 500))
				abort();
		}
		must_come_back(a, form);
	}
	arena_free(a);
	return 0;
}
