/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * reference.c - images and links: what they point to must exist.
 *
 * A link or image that is refused leaves its text behind, without markup, so
 * that the result is safe also when there are faults.
 */
#include "content/parts.h"

#include "base/text.h"
#include "content/links.h"

#include <string.h>

static void
put_attribute_number(struct html *h, int width, int height)
{
	if (width <= 0 || height <= 0)
		return;
	HTML_LIT(h, " width=\"");
	html_int(h, width);
	HTML_LIT(h, "\" height=\"");
	html_int(h, height);
	HTML_LIT(h, "\"");
}

static const char *
image_tag(struct page *p, const struct link *to, const char *alt)
{
	struct html h = part_html(p);

	HTML_LIT(&h, "<img src=\"");
	html_url(&h, to->url);
	HTML_LIT(&h, "\" alt=\"");
	html_text(&h, alt);
	HTML_LIT(&h, "\"");
	put_attribute_number(&h, to->file->width, to->file->height);
	HTML_LIT(&h, " loading=\"lazy\">");
	return h.bytes;
}

/* The only thing in its paragraph becomes a figure, with a caption. */
static void
put_image(struct page *p, cmark_node *n, const char *tag, const char *caption)
{
	cmark_node *parent = cmark_node_parent(n);
	struct html h = part_html(p);

	if (cmark_node_get_type(parent) != CMARK_NODE_PARAGRAPH ||
	    cmark_node_next(n) != NULL || cmark_node_previous(n) != NULL) {
		tree_replace(n, tree_inline(tag, ""));
		return;
	}
	if (caption != NULL && caption[0] != '\0') {
		HTML_LIT(&h, "<figcaption>");
		html_text(&h, caption);
		HTML_LIT(&h, "</figcaption>");
	}
	HTML_LIT(&h, "</figure>");
	tree_replace(parent,
	    tree_line_block(
		arena_printf(p->arena, "<figure class=\"lms-figure\">%s", tag),
		h.bytes, NULL));
}

void
images_make(struct page *p, cmark_node *root)
{
	struct nodes found =
	    tree_collect(p->arena, root, TYPE_BIT(CMARK_NODE_IMAGE));

	/* From the last: an image within another goes first. */
	for (size_t i = found.count; i-- > 0;) {
		cmark_node *n = found.node[i];
		const char *target = cmark_node_get_url(n);
		const char *caption =
		    arena_strdup(p->arena, cmark_node_get_title(n));
		const char *alt =
		    text_trim(p->arena, tree_plain_text(p->arena, n));
		struct link to = link_image(p->map, p->arena, p->path, target);

		if (alt[0] == '\0')
			PAGE_FAULT(p, tree_line(n),
			    "de afbeelding ‘%s’ heeft "
			    "geen beschrijving. Schrijf tussen [ en ] wat er "
			    "te zien is, voor wie het niet ziet.",
			    target);
		if (to.url != NULL) {
			put_image(p, n, image_tag(p, &to, alt), caption);
			continue;
		}
		PAGE_FAULT(p, tree_line(n),
		    "de afbeelding ‘%s’ klopt niet: "
		    "%s.",
		    target, to.why);
		tree_replace(n, tree_inline("", ""));
	}
}

/* An anchor in this course is checked when all of it has been read. */
static void
wish_anchor(struct page *p, cmark_node *n, const struct link *to)
{
	if (to->anchor != NULL && p->map != NULL)
		map_wish_anchor(p->map, p->file, tree_line(n), to->path,
		    arena_strdup(p->arena, to->anchor));
}

static void
make_link(struct page *p, cmark_node *n)
{
	const char *target = cmark_node_get_url(n);
	const char *title = cmark_node_get_title(n);
	struct link to = link_resolve(p->map, p->arena, p->path, target);
	struct html h = part_html(p);
	cmark_node *fresh;

	if (to.url == NULL) {
		PAGE_FAULT(p, tree_line(n), "de link ‘%s’ klopt niet: %s.",
		    target, to.why);
	} else {
		wish_anchor(p, n, &to);
		HTML_LIT(&h, "<a href=\"");
		html_url(&h, to.url);
		HTML_LIT(&h, "\"");
		if (title != NULL && title[0] != '\0') {
			HTML_LIT(&h, " title=\"");
			html_text(&h, title);
			HTML_LIT(&h, "\"");
		}
		if (to.is_external)
			HTML_LIT(&h, " rel=\"noopener\"");
		HTML_LIT(&h, ">");
	}
	if (cmark_node_first_child(n) == NULL)
		PAGE_FAULT(p, tree_line(n),
		    "de link naar ‘%s’ heeft geen "
		    "tekst. Schrijf tussen [ en ] waar hij heen gaat.",
		    target);
	fresh = tree_inline(h.bytes, to.url != NULL ? "</a>" : "");
	tree_move_children(fresh, n);
	tree_replace(n, fresh);
}

void
links_make(struct page *p, cmark_node *root)
{
	struct nodes found =
	    tree_collect(p->arena, root, TYPE_BIT(CMARK_NODE_LINK));

	for (size_t i = 0; i < found.count; i++)
		make_link(p, found.node[i]);
}
