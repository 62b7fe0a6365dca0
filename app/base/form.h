/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_BASE_FORM_H
#define LMS_BASE_FORM_H
/*
 * Fields of a form body or a query string
 * (application/x-www-form-urlencoded), decoded and checked. Our own, because
 * Kore's parser loses fields: an empty value, a newline, the twentieth field.
 */
#include "base/arena.h"
#include "base/status.h"
#include <stdbool.h>
#include <stdint.h>

enum { FORM_FIELDS_MAX = 128, FORM_FILES_MAX = 4 };

struct form_field {
	const char *name, *value;
};

/* A file that was chosen in a form (multipart.h): any bytes at all. */
struct form_file {
	const char *name; /* of the field */
	const char *bytes;
	size_t len;
};

struct form {
	size_t count, file_count;
	struct form_field field[FORM_FIELDS_MAX]; /* text in UTF-8 */
	struct form_file file[FORM_FILES_MAX];
};

/*
 * Reads `len` bytes at `text`; what it keeps is owned by the arena.
 * ST_INVALID: malformed %xx, not UTF-8, control characters.
 * ST_TOO_LARGE: more than FORM_FIELDS_MAX fields.
 */
enum status form_parse(struct form *, struct arena *, const char *text,
    size_t len) MUST_CHECK;

/* The value of the only field of this name; NULL when absent or doubled. */
const char *form_get(const struct form *, const char *name);
/* The same with "" for NULL: for optional text. */
const char *form_text(const struct form *, const char *name);
/* How often the name occurs. */
size_t form_count(const struct form *, const char *name);
/* The i-th value of this name (check boxes), NULL past the end. */
const char *form_nth(const struct form *, const char *name, size_t i);
/* The only file of this name; NULL when none was chosen. */
const struct form_file *form_file(const struct form *, const char *name);
/* A whole number in plain digits within min..max. */
bool form_int(const struct form *, const char *name, int64_t min, int64_t max,
    int64_t *out);
bool form_parse_int(const char *text, int64_t min, int64_t max, int64_t *out);
#endif
