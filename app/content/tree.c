/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tree.c - collect, make, move and replace nodes.
 *
 * The root of every tree that is parsed here carries its first line as user
 * data, also when it is moved into another tree (a table cell, an option), so
 * that tree_line can tell the line in the file.
 */
#include "content/tree.h"

#include "content/array.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct nodes
tree_collect(struct arena *a, cmark_node *root, unsigned types)
{
	struct nodes found = {0, NULL};
	size_t size = 0;
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *n = cmark_iter_get_node(iter);

		if (event != CMARK_EVENT_ENTER ||
		    (types & TYPE_BIT(cmark_node_get_type(n))) == 0)
			continue;
		found.node = array_grow(
		    a, found.node, found.count, &size, sizeof(*found.node));
		found.node[found.count++] = n;
	}
	cmark_iter_free(iter);
	return found;
}

cmark_node *
tree_parse(const char *text, int line)
{
	cmark_node *doc =
	    cmark_parse_document(text, strlen(text), CMARK_OPT_DEFAULT);

	if (doc == NULL)
		abort();
	cmark_node_set_user_data(doc, (void *)(intptr_t)line);
	return doc;
}

/*
 * "x " in front keeps cmark from seeing a list, heading or link definition
 * in the text; it is cut off the first text node afterwards.
 */
cmark_node *
tree_parse_inline(struct arena *a, const char *text, int line)
{
	cmark_node *out = tree_inline("", "");
	cmark_node *doc = tree_parse(arena_printf(a, "x %s", text), line);
	cmark_node *p = cmark_node_first_child(doc);
	cmark_node *first = p != NULL ? cmark_node_first_child(p) : NULL;
	const char *literal =
	    first != NULL ? cmark_node_get_literal(first) : NULL;

	cmark_node_set_user_data(out, (void *)(intptr_t)line);
	if (text[strspn(text, " \t\n")] == '\0') {
		cmark_node_free(doc);
		return out;
	}
	if (cmark_node_get_type(p) != CMARK_NODE_PARAGRAPH ||
	    cmark_node_next(p) != NULL || literal == NULL ||
	    strncmp(literal, "x ", 2) != 0) {
		cmark_node_free(doc);
		cmark_node_free(out);
		return NULL;
	}
	cmark_node_set_literal(first, arena_strdup(a, literal + 2));
	tree_move_children(out, p);
	cmark_node_free(doc);
	return out;
}

int
tree_line(cmark_node *n)
{
	int line = cmark_node_get_start_line(n);

	for (; n != NULL; n = cmark_node_parent(n)) {
		intptr_t base = (intptr_t)cmark_node_get_user_data(n);

		if (line == 0)
			line = cmark_node_get_start_line(n);
		if (base > 0)
			return (int)base + (line > 0 ? line - 1 : 0);
	}
	return line;
}

static cmark_node *
custom(cmark_node_type type, const char *enter, const char *leave)
{
	cmark_node *n = cmark_node_new(type);

	if (n == NULL || !cmark_node_set_on_enter(n, enter) ||
	    !cmark_node_set_on_exit(n, leave))
		abort();
	return n;
}

cmark_node *
tree_inline(const char *enter, const char *leave)
{
	return custom(CMARK_NODE_CUSTOM_INLINE, enter, leave);
}

cmark_node *
tree_block(const char *enter, const char *leave)
{
	return custom(CMARK_NODE_CUSTOM_BLOCK, enter, leave);
}

cmark_node *
tree_line_block(const char *enter, const char *leave, cmark_node *children_of)
{
	cmark_node *block = tree_block("", "");
	cmark_node *line = tree_inline(enter, leave);

	if (children_of != NULL)
		tree_move_children(line, children_of);
	cmark_node_append_child(block, line);
	return block;
}

void
tree_put_text(
    struct arena *a, cmark_node *before, const char *text, size_t len)
{
	cmark_node *fresh;

	if (len == 0)
		return;
	fresh = cmark_node_new(CMARK_NODE_TEXT);
	cmark_node_set_literal(fresh, arena_strndup(a, text, len));
	cmark_node_insert_before(before, fresh);
}

void
tree_move_children(cmark_node *to, cmark_node *from)
{
	cmark_node *child;

	while ((child = cmark_node_first_child(from)) != NULL)
		if (!cmark_node_append_child(to, child))
			cmark_node_free(child); /* does not fit there */
}

void
tree_replace(cmark_node *old, cmark_node *fresh)
{
	if (!cmark_node_insert_before(old, fresh))
		abort();
	cmark_node_free(old);
}

char *
tree_plain_text(struct arena *a, cmark_node *root)
{
	struct nodes n = tree_collect(a, root,
	    TYPE_BIT(CMARK_NODE_TEXT) | TYPE_BIT(CMARK_NODE_CODE) |
		TYPE_BIT(CMARK_NODE_SOFTBREAK) |
		TYPE_BIT(CMARK_NODE_LINEBREAK));
	size_t size = 1;
	char *out, *at;

	for (size_t i = 0; i < n.count; i++) {
		const char *text = cmark_node_get_literal(n.node[i]);

		size += text != NULL ? strlen(text) : 1;
	}
	at = out = arena_alloc(a, size);
	for (size_t i = 0; i < n.count; i++) {
		const char *text = cmark_node_get_literal(n.node[i]);

		at = stpcpy(at, text != NULL ? text : " ");
	}
	return out;
}
