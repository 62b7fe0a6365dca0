/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_FINDABLE_H
#define LMS_CORE_FINDABLE_H
/*
 * What can be searched of the courses, as plain text: made of a library by
 * content/findable.c, loaded into PostgreSQL by store/search.c.
 */
#include <stddef.h>

struct findable_document {
	const char *kind; /* wet, module, casus, begrip, tarief */
	const char *key;  /* which of its kind */
	const char *title, *summary;
	const char *path; /* on the site; "": it has no page */
};

/* Parts of a document are weighed apart; of phrases the best one counts. */
enum { PART_NAME = 0, PART_TEXT = 1, PART_PHRASE = 10 /* and on */ };

struct findable_part {
	size_t document;
	int part, percent; /* how much it weighs */
	const char *text;
};

/* A sentence of a document, that may be what answers a question. */
struct findable_sentence {
	size_t document;
	const char *text;
};

struct findable {
	const char *edition; /* a hash of all of it */
	size_t document_count, part_count, sentence_count, synonym_count;
	const struct findable_document *documents;
	const struct findable_part *parts;
	const struct findable_sentence *sentences;
	const char *const *synonyms; /* "detentie | gevangenis | cel" */
};
#endif
