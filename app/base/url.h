/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_BASE_URL_H
#define LMS_BASE_URL_H
/*
 * URLs that are safe to print in an attribute. struct safe_url is never
 * defined: a pointer to one is a promise, made by a cast in url.c only.
 */
#include "base/arena.h"

struct safe_url;

/*
 * A path made of segments, each percent-encoded: url_path(a, "cursus", slug,
 * NULL) is "/cursus/<slug>". The list ends with NULL. No segments is "/".
 */
const struct safe_url *url_path(struct arena *, ...)
    __attribute__((sentinel));
/* The same URL with "#fragment", respectively with "?name=value" or "&…". */
const struct safe_url *url_fragment(struct arena *, const struct safe_url *,
    const char *fragment);
const struct safe_url *url_query(struct arena *, const struct safe_url *,
    const char *name, const char *value);
/* An address of our own, known at compile time: URL_LITERAL("/inloggen"). */
#define URL_LITERAL(lit) url_literal_("" lit)
const struct safe_url *url_literal_(const char *);
/* A link in content: http, https, mailto or relative; NULL when it is not. */
const struct safe_url *url_external(struct arena *, const char *);
/*
 * A path inside this site that a form carried ("verder"); NULL unless it
 * begins with one slash and holds no control or backslash.
 */
const struct safe_url *url_local(struct arena *, const char *);
/* The characters, for a Location header or a test. */
const char *url_text(const struct safe_url *);
/*
 * Decodes %xx of one path segment. NULL when it is malformed, not UTF-8, or
 * holds a NUL, a slash or a control character.
 */
char *url_decode_segment(struct arena *, const char *, size_t len);
#endif
