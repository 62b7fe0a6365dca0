/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_STORE_SEARCH_H
#define LMS_STORE_SEARCH_H
/*
 * Search in Dutch, in PostgreSQL: what a question finds in what `leer zoeken`
 * loaded of the courses, and in what the asker's organisation added itself.
 * Which edition of the courses is searched is the asker's to say: that of its
 * own library.
 */
#include "store/batch.h"

struct search_hit {
	const char *kind, *key, *title, *summary;
	const char *path;     /* on this site; "": it has no page */
	int phrase;	      /* which of an article's, or -1 */
	const char *sentence; /* of it, that it was found by; or NULL */
};
enum { SEARCH_TEXT_MAX = 200 /* characters of a question */ };

/* kinds: those of search_document, ended by NULL; `most` is of each. */
void
search_ask(struct batch *, const unsigned char *token_hash, const char *edition,
    const char *question, const char *const *kinds, int most);
/* False: this edition is not loaded. */
bool
search_read(const struct batch *, const struct search_hit **, size_t *count);
#endif
