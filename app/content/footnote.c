/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * footnote.c - "[^1]" in the text and "[^1]: …" somewhere at column 0.
 *
 * cmark would take a definition for a link definition or for text, so they
 * are cut out of the source before it is parsed. Numbers follow the order of
 * the first references, whatever the author called the notes.
 */
#include "content/parts.h"

#include <string.h>

enum { NOTE_ID_MAX = 40, NOTES_MAX = 500 };

/* Length of an id at `text`, 0 when there is none. */
static size_t
id_length(const char *text, size_t len)
{
	size_t n = 0;

	while (n < len && ((text[n] >= 'a' && text[n] <= 'z') ||
			      (text[n] >= 'A' && text[n] <= 'Z') ||
			      (text[n] >= '0' && text[n] <= '9') ||
			      text[n] == '-' || text[n] == '_'))
		n++;
	return n <= NOTE_ID_MAX ? n : 0;
}

/* Length of "[^id]:" at the beginning of a line, or 0. */
static size_t
definition_length(const struct line *l)
{
	size_t n;

	if (l->is_verbatim || !line_starts(l, "[^"))
		return 0;
	n = id_length(l->text + 2, l->len - 2);
	if (n == 0 || l->len < n + 4 || l->text[n + 2] != ']' ||
	    l->text[n + 3] != ':')
		return 0;
	return n + 4;
}

static struct note *
find_note(struct page *p, const char *id, size_t len)
{
	for (size_t i = 0; i < p->note_count; i++)
		if (strlen(p->notes[i].id) == len &&
		    memcmp(p->notes[i].id, id, len) == 0)
			return &p->notes[i];
	return NULL;
}

/* The last line of a definition that begins at `first` (1-based). */
static size_t
definition_end(const struct source *s, size_t first)
{
	size_t last = first, at = first;

	while (at < s->line_count) {
		const struct line *l = &s->lines[at]; /* line at + 1 */
		bool is_after_blank = last != at;

		at++;
		if (line_is_blank(l))
			continue;
		if (definition_length(l) > 0 || l->is_verbatim ||
		    line_starts(l, "<!--") || line_starts(l, "#") ||
		    (is_after_blank && !line_starts(l, "    ")))
			break;
		last = at;
	}
	return last;
}

/* The text of a note, without "[^id]:" and without the indentation. */
static char *
definition_text(struct arena *a, const struct source *s, size_t first,
    size_t last, size_t skip)
{
	size_t size = 1;
	char *out, *at;

	for (size_t i = first; i <= last; i++)
		size += s->lines[i - 1].len + 1;
	at = out = arena_alloc(a, size);
	for (size_t i = first; i <= last; i++) {
		const struct line *l = &s->lines[i - 1];

		while (skip < l->len && skip < 4 && i > first &&
		       l->text[skip] == ' ')
			skip++;
		at = mempcpy(at, l->text + skip, l->len - skip);
		*at++ = '\n';
		skip = 0;
	}
	return out + strspn(out, " ");
}

void
notes_take(struct page *p, struct source *s)
{
	for (size_t first = 1; first <= s->line_count; first++) {
		const struct line *l = &s->lines[first - 1];
		size_t skip = definition_length(l), last;
		struct note *n;

		if (skip == 0)
			continue;
		last = definition_end(s, first);
		if (p->note_count == NOTES_MAX) {
			PAGE_FAULT(p, (int)first,
			    "deze pagina heeft meer dan "
			    "%d voetnoten. Splits haar.",
			    NOTES_MAX);
			return;
		}
		if (find_note(p, l->text + 2, skip - 4) != NULL)
			PAGE_FAULT(p, (int)first,
			    "de voetnoot [^%.*s] staat "
			    "er twee keer. Geef één ervan een ander nummer.",
			    (int)skip - 4, l->text + 2);
		p->notes = array_grow(p->arena, p->notes, p->note_count,
		    &p->note_size, sizeof(*p->notes));
		n = &p->notes[p->note_count++];
		*n = (struct note){.line = (int)first,
		    .id = arena_strndup(p->arena, l->text + 2, skip - 4),
		    .text = definition_text(p->arena, s, first, last, skip)};
		if (n->text[strspn(n->text, " \n")] == '\0')
			PAGE_FAULT(p, (int)first,
			    "deze voetnoot is leeg. "
			    "Schrijf de tekst achter de dubbele punt.");
		source_blank(s, first, last);
		first = last;
	}
}

static const char *
reference_markup(struct page *p, struct note *n)
{
	struct html h = part_html(p);

	if (n->number == 0)
		n->number = ++p->notes_numbered;
	n->references++;
	HTML_LIT(&h, "<sup class=\"lms-noteref\"><a id=\"ref-");
	html_text(&h, p->prefix);
	html_int(&h, n->number);
	if (n->references > 1) {
		HTML_LIT(&h, "-");
		html_int(&h, n->references);
	}
	HTML_LIT(&h, "\" href=\"#noot-");
	html_text(&h, p->prefix);
	html_int(&h, n->number);
	HTML_LIT(&h, "\" aria-label=\"Noot ");
	html_int(&h, n->number);
	HTML_LIT(&h, "\">");
	html_int(&h, n->number);
	HTML_LIT(&h, "</a></sup>");
	return h.bytes;
}

/* A note can stand neither in a link nor in a heading. */
static bool
is_misplaced(cmark_node *n)
{
	for (; n != NULL; n = cmark_node_parent(n)) {
		cmark_node_type type = cmark_node_get_type(n);

		if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE ||
		    type == CMARK_NODE_HEADING)
			return true;
	}
	return false;
}

/* Replaces the references in one text node. */
static void
refer(struct page *p, cmark_node *n)
{
	const char *literal = cmark_node_get_literal(n), *text, *at;

	if (literal == NULL || strstr(literal, "[^") == NULL)
		return;
	text = at = arena_strdup(p->arena, literal);
	while ((at = strstr(at, "[^")) != NULL) {
		size_t len = id_length(at + 2, strlen(at + 2));
		struct note *note;

		if (len == 0 || at[len + 2] != ']') {
			at += 2;
			continue;
		}
		note = find_note(p, at + 2, len);
		if (note == NULL)
			PAGE_FAULT(p, tree_line(n),
			    "de voetnoot [^%.*s] is er "
			    "niet. Zet onderaan: [^%.*s]: en de tekst.",
			    (int)len, at + 2, (int)len, at + 2);
		else if (is_misplaced(n))
			PAGE_FAULT(p, tree_line(n),
			    "zet de voetnoot [^%.*s] "
			    "niet in een kop of link, maar erachter.",
			    (int)len, at + 2);
		if (note == NULL || is_misplaced(n)) {
			at += len + 3;
			continue;
		}
		tree_put_text(p->arena, n, text, (size_t)(at - text));
		cmark_node_insert_before(
		    n, tree_inline(reference_markup(p, note), ""));
		text = at += len + 3;
	}
	cmark_node_set_literal(n, text);
}

void
notes_refer(struct page *p, cmark_node *root)
{
	struct nodes found =
	    tree_collect(p->arena, root, TYPE_BIT(CMARK_NODE_TEXT));

	for (size_t i = 0; i < found.count; i++)
		refer(p, found.node[i]);
}

const char *
note_open(struct page *p, const struct note *n)
{
	struct html h = part_html(p);

	HTML_LIT(&h, "<li id=\"noot-");
	html_text(&h, p->prefix);
	html_int(&h, n->number);
	HTML_LIT(&h, "\">");
	return h.bytes;
}

const char *
note_backlinks(struct page *p, const struct note *n)
{
	struct html h = part_html(p);

	for (int i = 1; i <= n->references; i++) {
		HTML_LIT(&h, " <a href=\"#ref-");
		html_text(&h, p->prefix);
		html_int(&h, n->number);
		if (i > 1) {
			HTML_LIT(&h, "-");
			html_int(&h, i);
		}
		HTML_LIT(&h, "\" aria-label=\"Terug naar de tekst bij noot ");
		html_int(&h, n->number);
		if (i > 1) {
			HTML_LIT(&h, ", plek ");
			html_int(&h, i);
		}
		HTML_LIT(&h, "\">↩\xef\xb8\x8e</a>");
	}
	return h.bytes;
}

void
notes_check(struct page *p)
{
	for (size_t i = 0; i < p->note_count; i++)
		if (p->notes[i].number == 0)
			PAGE_FAULT(p, p->notes[i].line,
			    "de voetnoot [^%s] "
			    "wordt nergens gebruikt. Zet [^%s] in de tekst of "
			    "haal de noot weg.",
			    p->notes[i].id, p->notes[i].id);
}
