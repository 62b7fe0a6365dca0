/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * heading.c - anchors on headings and the table of contents.
 *
 * The template prints the title, so a level 1 heading is taken out of the
 * text; it must say the same as the title in the header. Ids that pages use
 * themselves get "kop-" in front.
 */
#include "content/parts.h"

#include "base/text.h"

#include <string.h>

enum { HEADINGS_MAX = 500 };

static bool
is_taken(const struct page *p, const char *id)
{
	for (size_t i = 0; i < p->anchor_count; i++)
		if (strcmp(p->anchors[i], id) == 0)
			return true;
	return false;
}

/* Ids that belong to the templates of the site. */
static bool
is_reserved(const char *id)
{
	static const char *const WORDS[] = {"inhoud", "doelen", "bronnen",
	    "noten", "werk", "zoek", "som", "jouw", "expert", "sc-h", "score",
	    "fouten", "fouten-lijst", "score-kop"};
	static const char *const BEGINS[] = {
	    "vraag-", "noot-", "ref-", "document-", "lijst-", "begrip-",
	    "letter-"};

	for (size_t i = 0; i < sizeof(WORDS) / sizeof(*WORDS); i++)
		if (strcmp(id, WORDS[i]) == 0)
			return true;
	for (size_t i = 0; i < sizeof(BEGINS) / sizeof(*BEGINS); i++)
		if (strncmp(id, BEGINS[i], strlen(BEGINS[i])) == 0)
			return true;
	return false;
}

const char *
page_new_id(struct page *p, const char *wanted)
{
	const char *base = is_reserved(wanted)
			       ? arena_printf(p->arena, "kop-%s", wanted)
			       : wanted;
	const char *id = base;

	for (int n = 2; is_taken(p, id); n++)
		id = arena_printf(p->arena, "%s-%d", base, n);
	p->anchors = array_grow(p->arena, p->anchors, p->anchor_count,
	    &p->anchor_size, sizeof(*p->anchors));
	p->anchors[p->anchor_count++] = id;
	return id;
}

char *
heading_slug(struct arena *a, const char *text)
{
	char *out = text_fold(a, text), *to = out;

	for (const char *at = out; *at != '\0'; at++) {
		bool is_kept =
		    (*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9');

		if (is_kept)
			*to++ = *at;
		else if (to > out && to[-1] != '-' &&
			 strchr(" -/.:_", *at) != NULL)
			*to++ = '-';
	}
	while (to > out && to[-1] == '-')
		to--;
	*to = '\0';
	return *out != '\0' ? out : arena_strdup(a, "kop");
}

/* Level 1: the title, at the top, once. */
static void
take_title(struct page *p, cmark_node *n, const char *text)
{
	cmark_node *parent = cmark_node_parent(n);

	if (parent == NULL ||
	    cmark_node_get_type(parent) != CMARK_NODE_DOCUMENT ||
	    cmark_node_previous(n) != NULL || p->last_level > 0)
		PAGE_FAULT(p, tree_line(n),
		    "een kop met één # is alleen voor "
		    "de titel, bovenaan. Gebruik hier ##.");
	else if (p->title != NULL && *p->title != '\0' &&
		 strcmp(p->title, text) != 0)
		PAGE_FAULT(p, tree_line(n),
		    "de titel is hier ‘%s’ en in de "
		    "kop ‘%s’. Maak ze gelijk.",
		    text, p->title);
	if (p->last_level == 0)
		p->last_level = 1;
	cmark_node_free(n);
}

static void
remember(struct page *p, int level, const char *anchor, const char *text)
{
	if (level > 3)
		return;
	p->headings = array_grow(p->arena, p->headings, p->heading_count,
	    &p->heading_size, sizeof(*p->headings));
	p->headings[p->heading_count++] =
	    (struct heading){.level = level, .anchor = anchor, .text = text};
}

static void
make_heading(struct page *p, cmark_node *n)
{
	int level = cmark_node_get_heading_level(n);
	const char *text = text_trim(p->arena, tree_plain_text(p->arena, n));
	const char *id;
	struct html open = part_html(p);

	if (p->is_part) {
		PAGE_FAULT(p, tree_line(n),
		    "in een vraag, voetnoot, feedback of ‘Eerst de inwoner’ "
		    "kan geen kop staan. Maak er vette tekst van.");
		return;
	}
	if (text[0] == '\0')
		PAGE_FAULT(p, tree_line(n),
		    "deze kop is leeg. Schrijf er "
		    "tekst achter of haal de # weg.");
	if (level == 1) {
		take_title(p, n, text);
		return;
	}
	if (level > (p->last_level > 0 ? p->last_level : 1) + 1)
		PAGE_FAULT(p, tree_line(n),
		    "deze kop heeft niveau %d, maar de "
		    "kop ervoor niveau %d. Sla geen niveau over: gebruik %d "
		    "keer #.",
		    level, p->last_level > 0 ? p->last_level : 1,
		    (p->last_level > 0 ? p->last_level : 1) + 1);
	p->last_level = level;
	id = page_new_id(p, heading_slug(p->arena, text));
	remember(p, level, arena_printf(p->arena, "%s%s", p->prefix, id), text);
	HTML_LIT(&open, "<h");
	html_int(&open, level);
	HTML_LIT(&open, " id=\"");
	html_text(&open, p->prefix);
	html_text(&open, id);
	HTML_LIT(&open, "\">");
	tree_replace(n, tree_line_block(open.bytes,
			    arena_printf(p->arena, "</h%d>", level), n));
}

void
headings_make(struct page *p, cmark_node *root)
{
	struct nodes found =
	    tree_collect(p->arena, root, TYPE_BIT(CMARK_NODE_HEADING));

	for (size_t i = 0; i < found.count; i++) {
		if (p->anchor_count == HEADINGS_MAX) {
			PAGE_FAULT(p, tree_line(found.node[i]),
			    "deze pagina "
			    "heeft meer dan %d koppen. Splits haar.",
			    HEADINGS_MAX);
			return;
		}
		make_heading(p, found.node[i]);
	}
}
