/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * callout.c - "> [!TIP]" and its kin: a block quote with a kind. It belongs
 * to the text around it, so it is a note and no landmark of its own.
 *
 * Text behind the marker on the same line becomes part of the title. A kind
 * that we do not know is a fault, because it would show as a plain quote.
 */
#include "content/parts.h"

#include <string.h>

static const struct kind {
	const char *marker, *name, *title;
} KINDS[] = {
    {"TIP", "tip", "Tip"},
    {"LET OP", "let-op", "Let op"},
    {"VOORBEELD", "voorbeeld", "Voorbeeld"},
    {"WET", "wet", "Wet"},
};

static const struct kind *
find_kind(const char *marker, size_t len)
{
	for (size_t i = 0; i < sizeof(KINDS) / sizeof(*KINDS); i++)
		if (strlen(KINDS[i].marker) == len &&
		    strncasecmp(KINDS[i].marker, marker, len) == 0)
			return &KINDS[i];
	return NULL;
}

/* Moves what stands behind the marker, up to the line's end, to the title. */
static void
move_title(cmark_node *title, cmark_node *paragraph)
{
	cmark_node *n;

	while ((n = cmark_node_first_child(paragraph)) != NULL) {
		cmark_node_type type = cmark_node_get_type(n);

		if (type == CMARK_NODE_SOFTBREAK ||
		    type == CMARK_NODE_LINEBREAK) {
			cmark_node_free(n);
			return;
		}
		if (!cmark_node_append_child(title, n))
			cmark_node_free(n);
	}
}

static void
add_title(struct page *p, cmark_node *aside, const struct kind *kind,
    cmark_node *paragraph, const char *rest)
{
	cmark_node *title =
	    tree_line_block("<p class=\"lms-callout__title\">", "</p>", NULL);
	cmark_node *line = cmark_node_first_child(title);
	cmark_node *text = cmark_node_first_child(paragraph);
	cmark_node *word = cmark_node_new(CMARK_NODE_TEXT);
	cmark_node *after = cmark_node_next(text);
	bool is_alone =
	    *rest == '\0' &&
	    (after == NULL ||
		cmark_node_get_type(after) == CMARK_NODE_SOFTBREAK ||
		cmark_node_get_type(after) == CMARK_NODE_LINEBREAK);

	cmark_node_set_literal(
	    word, is_alone ? kind->title
			   : arena_printf(p->arena, "%s: ", kind->title));
	cmark_node_append_child(line, word);
	cmark_node_set_literal(text, arena_strdup(p->arena, rest));
	move_title(line, paragraph);
	cmark_node_append_child(aside, title);
}

static void
make_callout(struct page *p, cmark_node *quote)
{
	cmark_node *paragraph = cmark_node_first_child(quote), *text, *aside;
	const char *literal, *close;
	const struct kind *kind;

	if (paragraph == NULL ||
	    cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH ||
	    (text = cmark_node_first_child(paragraph)) == NULL ||
	    cmark_node_get_type(text) != CMARK_NODE_TEXT)
		return;
	literal = cmark_node_get_literal(text);
	if (strncmp(literal, "[!", 2) != 0 ||
	    (close = strchr(literal, ']')) == NULL)
		return;
	kind = find_kind(literal + 2, (size_t)(close - literal - 2));
	if (kind == NULL) {
		PAGE_FAULT(p, tree_line(quote),
		    "het kader ‘%.*s’ bestaat "
		    "niet. Kies [!TIP], [!LET OP], [!VOORBEELD] of [!WET].",
		    (int)(close - literal + 1), literal);
		return;
	}
	aside = tree_block(
	    arena_printf(p->arena,
		"<div class=\"lms-callout lms-callout--%s\" role=\"note\">",
		kind->name),
	    "</div>");
	close++;
	add_title(p, aside, kind, paragraph, close + strspn(close, " "));
	if (cmark_node_first_child(paragraph) == NULL)
		cmark_node_free(paragraph);
	if (cmark_node_first_child(quote) == NULL)
		PAGE_FAULT(p, tree_line(quote),
		    "dit kader heeft geen tekst. "
		    "Zet op de volgende regel ‘> ’ met de tekst.");
	tree_move_children(aside, quote);
	tree_replace(quote, aside);
}

void
callouts_make(struct page *p, cmark_node *root)
{
	struct nodes quotes =
	    tree_collect(p->arena, root, TYPE_BIT(CMARK_NODE_BLOCK_QUOTE));

	for (size_t i = 0; i < quotes.count; i++)
		make_callout(p, quotes.node[i]);
}
