/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_MODULE_H
#define LMS_CONTENT_MODULE_H
/* Reads one module, and what pages of all kinds have in their header. */
#include "content/header.h"
#include "content/markdown.h"

/* What a file is read with. */
struct reading {
	struct arena *arena;
	struct faults *faults;
	struct faults *advice; /* NULL: nobody asks for it */
	struct course_map *map;
	const char *folder;	       /* of the course: "courses/de-basis" */
	const struct library *library; /* its tables are read already */
	const struct glossary *glossary; /* of the course, or NULL */
};

/* modules/<slug>.md; faults tell what is wrong, the rest is filled. */
void module_read(struct module *, const struct reading *, const char *slug);

/* Goals `doel-d1: …` and sources `bron: …` of a header. */
size_t
goals_read(const struct goal **, const struct reading *, const struct header *);
size_t
sources_read(const struct safe_html ***, struct page *, const struct header *);
bool goals_have(const struct goal *, size_t count, const char *id);
#endif
