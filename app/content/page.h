/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_PAGE_H
#define LMS_CONTENT_PAGE_H
/*
 * One Markdown file on its way to HTML: what must be unique or counted over
 * the whole page (anchors, notes, tables), and where faults go. Shared by
 * the parts of the Markdown reader; others use markdown.h.
 */
#include "content/array.h"
#include "content/fault.h"
#include "content/source.h"
#include "content/tree.h"

struct course_map;
struct glossary;

/* Which terms a page has explained: each once, where it is first used. */
struct page_terms {
	const struct glossary *glossary;
	bool *is_used; /* as glossary->terms */
};

struct note {
	const char *id, *text;
	int line;   /* of its definition, 0: only referred to */
	int number; /* in order of the first reference, 0: none yet */
	int references;
};

struct page {
	struct arena *arena;
	struct faults *faults;
	const char *file;	/* in faults */
	const char *path;	/* in the course: "modules/zes-stappen.md" */
	const char *title;	/* what a level 1 heading must say, or NULL */
	const char *prefix;	/* before every id: "" or "brief-" */
	struct course_map *map; /* NULL: every relative link is a fault */
	struct source *source;	/* for table rows; NULL: no tables */
	int source_line;	/* the line in the file of its first line */
	bool is_part;		/* a question's text: no headings in it */

	int last_level; /* of headings */
	size_t heading_count, heading_size, anchor_count, anchor_size,
	    note_count, note_size;
	struct heading *headings; /* levels 2 and 3 */
	const char **anchors;	  /* every id of this page */
	struct note *notes;
	int notes_numbered, table_count;
	struct page_terms *terms; /* NULL: terms stay as they are */
};

/* A fault on this page. */
#define PAGE_FAULT(p, line, ...)                                               \
	fault_add((p)->faults, (p)->file, (line), __VA_ARGS__)
#endif
