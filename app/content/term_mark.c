/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * term_mark.c - in running text the first use of a term becomes a link to the
 * glossary. The script shows the definition in place; without it the link
 * simply works.
 *
 * Not in bold, where authors explain a word themselves: the first plain use
 * after it is a link. Not in headings, links and images, nor in table cells and
 * the titles of callouts: those are custom inlines by now. Not in questions and
 * notes.
 */
#include "content/parts.h"

#include "content/library.h"
#include "content/term.h"

#include <string.h>

static bool
is_running_text(cmark_node *n)
{
	for (; n != NULL; n = cmark_node_parent(n)) {
		cmark_node_type type = cmark_node_get_type(n);

		if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE ||
		    type == CMARK_NODE_HEADING || type == CMARK_NODE_STRONG ||
		    type == CMARK_NODE_CUSTOM_INLINE)
			return false;
	}
	return true;
}

/* A term may begin on one line and end on the next. */
static void
join_lines(struct page *p, cmark_node *root)
{
	struct nodes found =
	    tree_collect(p->arena, root, TYPE_BIT(CMARK_NODE_SOFTBREAK));

	for (size_t i = 0; i < found.count; i++) {
		cmark_node *newline;

		if (!is_running_text(found.node[i]))
			continue;
		newline = cmark_node_new(CMARK_NODE_TEXT);
		cmark_node_set_literal(newline, "\n");
		tree_replace(found.node[i], newline);
	}
	cmark_consolidate_text_nodes(root);
}

static cmark_node *
link_to(struct page *p, const struct term *term, const char *words)
{
	struct html h = part_html(p);
	cmark_node *link, *text = cmark_node_new(CMARK_NODE_TEXT);

	HTML_LIT(&h, "<a class=\"lms-term\" href=\"");
	html_url(&h, term->url);
	HTML_LIT(&h, "\">");
	link = tree_inline(h.bytes, "</a>");
	cmark_node_set_literal(text, words);
	cmark_node_append_child(link, text);
	return link;
}

static void
mark(struct page *p, cmark_node *n)
{
	const struct glossary *g = p->terms->glossary;
	bool *is_used = p->terms->is_used;
	const char *text = arena_strdup(p->arena, cmark_node_get_literal(n));
	size_t done = 0;
	struct term_match m;

	while (term_find(&m, g->finder, is_used, text, done)) {
		is_used[m.term] = true;
		tree_put_text(p->arena, n, text + done, m.at - done);
		cmark_node_insert_before(
		    n, link_to(p, &g->terms[m.term],
			   arena_strndup(p->arena, text + m.at, m.len)));
		done = m.at + m.len;
	}
	cmark_node_set_literal(n, text + done);
}

void
terms_mark(struct page *p, cmark_node *root)
{
	struct nodes found;

	if (p->terms == NULL || p->is_part)
		return;
	join_lines(p, root);
	found = tree_collect(p->arena, root, TYPE_BIT(CMARK_NODE_TEXT));
	for (size_t i = 0; i < found.count; i++)
		if (is_running_text(found.node[i]))
			mark(p, found.node[i]);
}
