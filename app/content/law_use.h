/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_LAW_USE_H
#define LMS_CONTENT_LAW_USE_H
/* Where the courses use an article of law. */
#include "content/library.h"
#include "core/findable.h"

/*
 * Fills law_uses of the library: the modules whose text names an article
 * beside its law, and the cases whose expert leans on it.
 */
void law_uses_read(struct library *, const struct findable *);
/* Does a text name this article right before or after its law? */
bool law_is_named(const char *text, const struct law *);
#endif
