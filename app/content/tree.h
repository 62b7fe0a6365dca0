/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_TREE_H
#define LMS_CONTENT_TREE_H
/*
 * Small tools on cmark's node tree. Markup that cmark does not know is put
 * in as a custom node; what such a node prints is written by the files of
 * this folder only, from literals and escaped text.
 */
#include "base/arena.h"

#include <cmark.h>
#include <stddef.h>

struct nodes {
	size_t count;
	cmark_node **node;
};

/* Every node under root of a type in `types` (TYPE_BIT), in order. */
#define TYPE_BIT(type) (1u << (unsigned)(type))
struct nodes tree_collect(struct arena *, cmark_node *root, unsigned types);

/* Parses a text whose first line is `line` of its file. */
cmark_node *tree_parse(const char *text, int line);
/*
 * Parses inline Markdown; gives a custom inline that holds the result, or
 * NULL when the text is more than one paragraph.
 */
cmark_node *tree_parse_inline(struct arena *, const char *text, int line);
/* The line of its file that a node begins on. */
int tree_line(cmark_node *);

cmark_node *tree_inline(const char *enter, const char *leave);
/* A block that prints enter, what is put in, and leave on one line. */
cmark_node *
tree_line_block(const char *enter, const char *leave, cmark_node *children_of);
cmark_node *tree_block(const char *enter, const char *leave);
/* Puts a text node before another; nothing when the text is empty. */
void tree_put_text(
    struct arena *, cmark_node *before, const char *text, size_t len);
void tree_move_children(cmark_node *to, cmark_node *from);
/* Puts `fresh` in the place of `old`, and frees old. */
void tree_replace(cmark_node *old, cmark_node *fresh);
/* Text without markup, in one line. */
char *tree_plain_text(struct arena *, cmark_node *);
#endif
