/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_BASE_MULTIPART_H
#define LMS_BASE_MULTIPART_H
/* A form with a file in it (multipart/form-data, RFC 7578). */
#include "base/form.h"

/* Is this content type multipart/form-data? */
bool multipart_is_type(const char *content_type);
/*
 * Reads the body of that type. Fields are text in UTF-8, as form_parse reads
 * them; files keep their bytes. Where no file was chosen there is none. What
 * is kept is owned by the arena. ST_INVALID: not as browsers write it.
 * ST_TOO_LARGE: more fields or files than a form holds.
 */
enum status multipart_parse(struct form *, struct arena *,
    const char *content_type, const char *body, size_t len) MUST_CHECK;
#endif
