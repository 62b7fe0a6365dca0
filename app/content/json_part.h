/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_JSON_PART_H
#define LMS_CONTENT_JSON_PART_H
/*
 * Reading a JSON file of a course: values by name, and faults that tell the
 * path and the line. Texts that are given live in the library's arena.
 */
#include "content/module.h"

#include <jansson.h>

struct json_file {
	const struct reading *r;
	const char *file, *text;
	json_t *root; /* json_decref it; NULL when it could not be read */
};

/* False, with a fault, when the file is not good JSON. */
bool json_file_read(
    struct json_file *, const struct reading *, const char *file) MUST_CHECK;
/* What is wrong with JSON that jansson refused, and what to do. */
const char *json_syntax_words(const json_error_t *);
/* A fault at "path.key" (path alone when key is NULL, key when path is ""). */
void json_fault(const struct json_file *, const char *path, const char *key,
    const char *format, ...) __attribute__((format(printf, 4, 5)));

/* A text, or a whole number as text; NULL when it is not there. */
const char *json_text(const struct json_file *, const json_t *object,
    const char *path, const char *key);
/* The same; "" and a fault when it is not there or empty. */
const char *json_need(const struct json_file *, const json_t *object,
    const char *path, const char *key);
/* A whole number within min..max; `otherwise` with a fault when it is not. */
int64_t
json_whole(const struct json_file *, const json_t *object, const char *path,
    const char *key, int64_t min, int64_t max, int64_t otherwise);
/* true, false, or SIGN_NONE when it is not there; else a fault as well. */
enum plan_sign json_sign(const struct json_file *, const json_t *object,
    const char *path, const char *key);
/* What a line says of itself: plan_line_sign of the database. */
void json_signs(const struct json_file *, struct plan_line *,
    const json_t *object, const char *path);
/* A list or object that must be there, or NULL with a fault. */
const json_t *json_need_list(const struct json_file *, const json_t *object,
    const char *path, const char *key);
const json_t *json_need_object(const struct json_file *, const json_t *object,
    const char *path, const char *key);
/* A fault for each key that is not among `known` (apart by spaces). */
void json_check_keys(const struct json_file *, const json_t *object,
    const char *path, const char *known);
#endif
