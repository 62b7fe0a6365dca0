/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * multipart_fuzz.c - feeds anything to the reader of forms with files. What
 * must hold: fields are text in UTF-8, files lie within the body's size.
 */
#include "base/multipart.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct form *form = arena_alloc(a, sizeof(*form));
	size_t bytes = 0;

	if (multipart_parse(form, a, "multipart/form-data; boundary=b",
		(const char *)data, size) == ST_OK) {
		if (form->count > FORM_FIELDS_MAX ||
		    form->file_count > FORM_FILES_MAX)
			abort();
		for (size_t i = 0; i < form->count; i++) {
			const char *value = form->field[i].value;

			if (!text_is_utf8(value, strlen(value)))
				abort();
			bytes += strlen(value);
		}
		for (size_t i = 0; i < form->file_count; i++)
			bytes += form->file[i].len;
		if (bytes > size)
			abort();
	}
	arena_free(a);
	return 0;
}
