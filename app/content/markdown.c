/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * markdown.c - Markdown to HTML that is safe to print.
 *
 * cmark parses and renders, with raw HTML off. In between, the parts (parts.h)
 * change its tree. Raw HTML is a fault; comments vanish. This is the only
 * file that makes struct safe_html, from what cmark rendered.
 */
#include "content/markdown.h"

#include "base/text.h"
#include "content/parts.h"

#include <stdlib.h>
#include <string.h>

/* The one cast: a promise that the text is safe HTML. */
static const struct safe_html *
promise(const char *text)
{
	return (const struct safe_html *)(const void *)text;
}

const char *
markdown_text(const struct safe_html *html)
{
	return html != NULL ? (const char *)(const void *)html : "";
}

struct html
part_html(struct page *p)
{
	return (struct html){.arena = p->arena,
	    .bytes = arena_alloc(p->arena, 256),
	    .size = 256};
}

struct page
page_new(struct arena *a, struct faults *f, struct source *s,
    struct course_map *map, const char *path)
{
	struct page p = {.arena = a,
	    .faults = f,
	    .file = s->file,
	    .path = path,
	    .prefix = link_id_prefix(a, path),
	    .map = map,
	    .source = s,
	    .source_line = 1};

	notes_take(&p, s);
	return p;
}

cmark_node *
page_tree(struct page *p)
{
	return tree_parse(p->source->text, 1);
}

/* A comment; one that looks like ours was not understood. */
static void
check_comment(struct page *p, cmark_node *n, const char *text)
{
	const char *end = strstr(text, "-->");

	text += strlen("<!--");
	text += strspn(text, " ");
	if (strncmp(text, "vraag", 5) == 0 || strncmp(text, "feedback", 8) == 0)
		PAGE_FAULT(p, tree_line(n),
		    "deze regel hoort bij een vraag, "
		    "maar staat er los van. Zet hem aan het begin van de "
		    "regel: ‘<!-- vraag: v1 doel: d1 -->’ boven de vraag, "
		    "‘<!-- feedback 1: … -->’ direct onder de antwoorden.");
	else if (end == NULL)
		PAGE_FAULT(p, tree_line(n),
		    "deze opmerking heeft geen einde. "
		    "Sluit haar met -->.");
	else if (end[3 + strspn(end + 3, " \t\n")] != '\0')
		PAGE_FAULT(p, tree_line(n),
		    "achter --> staat nog tekst, die "
		    "valt weg. Zet die op een nieuwe regel.");
}

static void
drop_html(struct page *p, cmark_node *root)
{
	struct nodes found = tree_collect(p->arena, root,
	    TYPE_BIT(CMARK_NODE_HTML_BLOCK) | TYPE_BIT(CMARK_NODE_HTML_INLINE));

	for (size_t i = 0; i < found.count; i++) {
		cmark_node *n = found.node[i], *parent = cmark_node_parent(n);
		const char *text = cmark_node_get_literal(n);

		text = text == NULL ? "" : text + strspn(text, " ");
		if (strncmp(text, "<!--", 4) == 0)
			check_comment(p, n, text);
		else
			PAGE_FAULT(p, tree_line(n),
			    "hier staat HTML (‘%.20s’) "
			    "en dat kan niet. Schrijf het in Markdown; een < "
			    "in de tekst schrijf je als \\<.",
			    text);
		cmark_node_free(n);
		if (cmark_node_first_child(parent) == NULL &&
		    cmark_node_get_type(parent) == CMARK_NODE_PARAGRAPH)
			cmark_node_free(parent);
	}
}

static void
join_amounts(struct page *p, cmark_node *root)
{
	struct nodes texts =
	    tree_collect(p->arena, root, TYPE_BIT(CMARK_NODE_TEXT));

	for (size_t i = 0; i < texts.count; i++) {
		const char *text = cmark_node_get_literal(texts.node[i]);
		const char *joined = text_join_euro(p->arena, text);

		if (joined != text)
			cmark_node_set_literal(texts.node[i], joined);
	}
}

void
page_finish(struct page *p, cmark_node *root)
{
	tables_make(p, root);
	callouts_make(p, root);
	drop_html(p, root);
	join_amounts(p, root);
	notes_refer(p, root);
	terms_mark(p, root);
	headings_make(p, root);
	images_make(p, root);
	links_make(p, root);
}

const struct safe_html *
page_html(struct page *p, cmark_node *root)
{
	char *text = cmark_render_html(root, CMARK_OPT_DEFAULT), *kept;

	if (text == NULL)
		abort();
	kept = text_trim(p->arena, text);
	free(text);
	return *kept != '\0' ? promise(kept) : NULL;
}

/* A loose text has line numbers and table rows of its own. */
static cmark_node *
part_tree(struct page *p, const char *text, int line)
{
	struct source s, *outer = p->source;
	int outer_line = p->source_line;
	bool was_part = p->is_part;
	cmark_node *root;

	if (!source_from(&s, p->arena, p->faults, p->file, text, strlen(text)))
		text = "";
	else
		text = s.text;
	root = tree_parse(text, line);
	p->source = text[0] != '\0' ? &s : NULL;
	p->source_line = line;
	p->is_part = true;
	page_finish(p, root);
	p->source = outer;
	p->source_line = outer_line;
	p->is_part = was_part;
	return root;
}

const struct safe_html *
page_blocks(struct page *p, const char *text, int line)
{
	cmark_node *root = part_tree(p, text, line);
	const struct safe_html *html = page_html(p, root);

	cmark_node_free(root);
	return html;
}

/* Takes a custom inline. */
static const struct safe_html *
inline_html(struct page *p, cmark_node *inlines)
{
	cmark_node *root = tree_block("", "");
	const struct safe_html *html;

	cmark_node_append_child(root, inlines);
	drop_html(p, root);
	join_amounts(p, root);
	notes_refer(p, root);
	images_make(p, root);
	links_make(p, root);
	html = page_html(p, root);
	cmark_node_free(root);
	return html;
}

const struct safe_html *
page_inline(struct page *p, const char *text, int line)
{
	cmark_node *inlines = tree_parse_inline(p->arena, text, line);

	if (inlines != NULL)
		return inline_html(p, inlines);
	PAGE_FAULT(p, line,
	    "hier kan maar één alinea staan. Haal de "
	    "lijst, kop of lege regel weg.");
	return NULL;
}

const struct safe_html *
page_inline_of(struct page *p, cmark_node *paragraph)
{
	cmark_node *inlines = tree_inline("", "");

	tree_move_children(inlines, paragraph);
	return inline_html(p, inlines);
}

/* Renders one note as an item; its text may refer to further notes. */
static void
put_note(struct page *p, cmark_node *list, size_t i)
{
	cmark_node *item = tree_block(note_open(p, &p->notes[i]), "</li>");
	cmark_node *root = part_tree(p, p->notes[i].text, p->notes[i].line);
	cmark_node *last, *back;

	tree_move_children(item, root);
	cmark_node_free(root);
	back = tree_inline(note_backlinks(p, &p->notes[i]), "");
	last = cmark_node_last_child(item);
	if (last == NULL || cmark_node_get_type(last) != CMARK_NODE_PARAGRAPH) {
		last = cmark_node_new(CMARK_NODE_PARAGRAPH);
		cmark_node_append_child(item, last);
	}
	cmark_node_append_child(last, back);
	cmark_node_append_child(list, item);
}

const struct safe_html *
page_notes(struct page *p)
{
	struct html open = part_html(p);
	const struct safe_html *html;
	cmark_node *list;

	if (p->notes_numbered == 0) {
		notes_check(p);
		return NULL;
	}
	HTML_LIT(&open, "<section class=\"lms-footnotes\" aria-label=\"Noten");
	if (p->prefix[0] != '\0' && p->title != NULL) {
		HTML_LIT(&open, " bij ");
		html_text(&open, p->title);
	}
	HTML_LIT(&open, "\">\n<ol>");
	list = tree_block(open.bytes, "</ol>\n</section>");
	for (int number = 1; number <= p->notes_numbered; number++)
		for (size_t i = 0; i < p->note_count; i++)
			if (p->notes[i].number == number)
				put_note(p, list, i);
	notes_check(p);
	html = page_html(p, list);
	cmark_node_free(list);
	return html;
}

void
page_tell_anchors(const struct page *p)
{
	if (p->map == NULL)
		return;
	map_know_page(p->map, p->path);
	for (size_t i = 0; i < p->anchor_count; i++)
		map_know_anchor(p->map, p->path, p->anchors[i]);
}

const struct safe_html *
page_whole(struct page *p, cmark_node *root)
{
	struct html all = part_html(p);
	const struct safe_html *notes;

	page_finish(p, root);
	html_raw(&all, page_html(p, root));
	cmark_node_free(root);
	notes = page_notes(p);
	if (notes != NULL && all.len > 0)
		HTML_LIT(&all, "\n");
	html_raw(&all, notes);
	page_tell_anchors(p);
	return all.len > 0 ? promise(all.bytes) : NULL;
}

const struct safe_html *
markdown_render(struct arena *a, struct faults *f, const char *text, size_t len)
{
	struct source s;
	struct page p;

	if (!source_from(&s, a, f, "tekst", text, len))
		return NULL;
	p = page_new(a, f, &s, NULL, NULL);
	return page_whole(&p, page_tree(&p));
}
