/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_MARKDOWN_H
#define LMS_CONTENT_MARKDOWN_H
/*
 * Markdown to HTML that is safe to print. A file of a course goes
 * page_new, page_tree (cut things out of it), page_finish, page_html,
 * page_notes; a loose text goes page_blocks or page_inline.
 */
#include "content/links.h"
#include "content/page.h"

/*
 * A page of one file. Takes the definitions of footnotes out of the source.
 * `path` is the file in the course.
 */
struct page page_new(struct arena *, struct faults *, struct source *,
    struct course_map *, const char *path);
/* The file as a tree; free it with cmark_node_free. */
cmark_node *page_tree(struct page *);
/* Makes tables, callouts, anchors, links, images and notes in a tree. */
void page_finish(struct page *, cmark_node *);
/* A finished tree as HTML; NULL when there is nothing in it. */
const struct safe_html *page_html(struct page *, cmark_node *);
/* The notes that were referred to, as a list; NULL when there are none. */
const struct safe_html *page_notes(struct page *);

/* Tells the course which anchors the page has, for links to them. */
void page_tell_anchors(const struct page *);
/*
 * All of a page at once: finishes the tree, frees it, notes at the end;
 * its anchors are told.
 */
const struct safe_html *page_whole(struct page *, cmark_node *);

/* A loose text of this page that begins on a line of its file. */
const struct safe_html *page_blocks(struct page *, const char *text, int line);
/* The same without a paragraph around it; a fault when it needs one. */
const struct safe_html *page_inline(struct page *, const char *text, int line);

/* What stands in a paragraph of this page; takes its children. */
const struct safe_html *page_inline_of(struct page *, cmark_node *paragraph);

/*
 * Any text at all, for tests and fuzzing: no files to link to. Faults are
 * added to `faults`; the HTML is safe all the same.
 */
const struct safe_html *
markdown_render(struct arena *, struct faults *, const char *text, size_t len);
/* The characters of it. */
const char *markdown_text(const struct safe_html *);
#endif
