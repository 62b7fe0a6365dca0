/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_PARTS_H
#define LMS_CONTENT_PARTS_H
/*
 * The parts of Markdown that cmark does not do, or not as we want. Each
 * changes a tree in place. Called by markdown.c, in this order.
 */
#include "base/html.h"
#include "content/page.h"

/* table.c: paragraphs that are pipe tables. */
void tables_make(struct page *, cmark_node *root);
/* callout.c: block quotes that begin with [!TIP] and the like. */
void callouts_make(struct page *, cmark_node *root);
/* footnote.c: [^1] in running text becomes a numbered link. */
void notes_refer(struct page *, cmark_node *root);
/* term_mark.c: the first use of a term of the glossary becomes a link. */
void terms_mark(struct page *, cmark_node *root);
/* heading.c: anchors, levels; the title is taken out. */
void headings_make(struct page *, cmark_node *root);
/* reference.c: images and links. */
void images_make(struct page *, cmark_node *root);
void links_make(struct page *, cmark_node *root);

/* footnote.c: takes the definitions out of the source, before parsing. */
void notes_take(struct page *, struct source *);
/* Opening and closing markup of the list item of a note. */
const char *note_open(struct page *, const struct note *);
const char *note_backlinks(struct page *, const struct note *);
/* Faults for notes that are defined but not used. */
void notes_check(struct page *);

/* An id that no other element of this page has; remembers it. */
const char *page_new_id(struct page *, const char *wanted);
/* "Wat wil Eén inwoner?" as "wat-wil-een-inwoner". */
char *heading_slug(struct arena *, const char *text);
/* Literal markup and escaped values, joined: for custom nodes. */
struct html part_html(struct page *);
#endif
