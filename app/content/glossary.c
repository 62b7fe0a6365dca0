/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * glossary.c - read begrippen.md: under each "## Term" one paragraph that says
 * what it means, and a list with its other names and its source:
 *	- Ook: other names, shown
 *	- Vormen: plurals and the like, only looked for
 *	- Bron: where it comes from
 *	- In de tekst: nee, for a word too common to explain everywhere
 */
#include "content/glossary.h"

#include "base/text.h"
#include "content/parts.h"
#include "content/term.h"

#include <stdlib.h>
#include <string.h>

enum { MEANING_MAX = 400, FORM_MAX = 60 };

/* A form, with what is needed to tell that it stands there twice. */
struct form_line {
	struct term_form form;
	int line;
};

struct reader {
	struct page *page;
	size_t term_count, term_size, form_count, form_size;
	struct term *terms;
	struct form_line *forms;
	bool is_quiet;	   /* this term is not looked for in texts */
	size_t first_form; /* of this term */
	int line;	   /* of this term */
};

static struct term *
term_of(const struct reader *g)
{
	return &g->terms[g->term_count - 1];
}

static void
add_form(struct reader *g, const char *text, int line)
{
	struct form_line *f;

	if (*text == '\0' || strlen(text) > FORM_MAX) {
		PAGE_FAULT(g->page, line,
		    "tussen de komma’s hoort een woord van hooguit %d tekens.",
		    FORM_MAX);
		return;
	}
	for (size_t i = 0; i < g->form_count; i++)
		if (strcasecmp(g->forms[i].form.text, text) == 0) {
			PAGE_FAULT(g->page, line,
			    "‘%s’ staat er al, op regel %d. Haal er een weg.",
			    text, g->forms[i].line);
			return;
		}
	g->forms = array_grow(g->page->arena, g->forms, g->form_count,
	    &g->form_size, sizeof(*g->forms));
	f = &g->forms[g->form_count++];
	*f = (struct form_line){{text, g->term_count - 1}, line};
}

/* "a, b": each is a form. */
static void
add_forms(struct reader *g, const char *list, int line)
{
	struct arena *a = g->page->arena;

	for (;;) {
		size_t n = strcspn(list, ",");

		add_form(g, text_trim(a, arena_strndup(a, list, n)), line);
		if (list[n] == '\0')
			return;
		list += n + 1;
	}
}

/* Cuts "Bron:" off what a paragraph begins with; the rest stays Markdown. */
static void
cut_key(struct arena *a, cmark_node *paragraph)
{
	cmark_node *first = cmark_node_first_child(paragraph);
	const char *text = strchr(cmark_node_get_literal(first), ':') + 1;

	cmark_node_set_literal(
	    first, arena_strdup(a, text + strspn(text, " ")));
}

static bool
starts(const char *text, const char *key)
{
	return strncasecmp(text, key, strlen(key)) == 0;
}

static void
read_property(struct reader *g, cmark_node *item)
{
	struct page *p = g->page;
	cmark_node *at = cmark_node_first_child(item);
	const char *text = tree_plain_text(p->arena, item);
	const char *value = strchr(text, ':');
	struct term *t = term_of(g);
	int line = tree_line(item);

	value = value != NULL ? value + 1 + strspn(value + 1, " ") : "";
	if (*value == '\0' || at == NULL ||
	    cmark_node_get_type(at) != CMARK_NODE_PARAGRAPH ||
	    cmark_node_get_type(cmark_node_first_child(at)) !=
		CMARK_NODE_TEXT) {
		PAGE_FAULT(
		    p, line, "hier hoort ‘Ook: …’, ‘Vormen: …’ of ‘Bron: …’.");
	} else if (starts(text, "Ook:")) {
		t->also = value;
		add_forms(g, value, line);
	} else if (starts(text, "Vormen:")) {
		add_forms(g, value, line);
	} else if (starts(text, "In de tekst:")) {
		g->is_quiet = strcasecmp(value, "nee") == 0;
	} else if (starts(text, "Bron:")) {
		cut_key(p->arena, at);
		t->source = page_inline_of(p, at);
	} else {
		PAGE_FAULT(p, line,
		    "‘%.20s’ kan hier niet. Kies Ook, Vormen, Bron of In de "
		    "tekst, met een dubbele punt erachter.",
		    text);
	}
}

static void
read_meaning(struct reader *g, cmark_node *paragraph)
{
	struct page *p = g->page;
	const char *text = tree_plain_text(p->arena, paragraph);
	size_t length = text_length(text);

	if (length > MEANING_MAX)
		PAGE_FAULT(p, tree_line(paragraph),
		    "deze uitleg heeft %zu tekens. Houd het bij %d: één of "
		    "twee zinnen.",
		    length, MEANING_MAX);
	if (strstr(text, "[^") != NULL)
		PAGE_FAULT(p, tree_line(paragraph),
		    "in de uitleg van een begrip kan geen voetnoot. Zet de "
		    "bron in de lijst: ‘- Bron: …’.");
	term_of(g)->meaning = page_inline_of(p, paragraph);
}

/* What stands under the heading of a term. */
static void
read_block(struct reader *g, cmark_node *n)
{
	cmark_node_type type = cmark_node_get_type(n);

	if (type == CMARK_NODE_PARAGRAPH && term_of(g)->meaning == NULL)
		read_meaning(g, n);
	else if (type == CMARK_NODE_LIST)
		for (cmark_node *item = cmark_node_first_child(n); item != NULL;
		     item = cmark_node_next(item))
			read_property(g, item);
	else if (type != CMARK_NODE_HTML_BLOCK ||
		 !starts(cmark_node_get_literal(n), "<!--"))
		PAGE_FAULT(g->page, tree_line(n),
		    "onder een begrip staan één alinea met de uitleg en een "
		    "lijst met Ook, Vormen en Bron, en verder niets.");
}

static void
end_term(struct reader *g)
{
	struct term *t;

	if (g->term_count == 0)
		return;
	t = term_of(g);
	if (t->meaning == NULL)
		PAGE_FAULT(g->page, g->line,
		    "het begrip ‘%s’ heeft geen uitleg. Schrijf onder de kop "
		    "wat het betekent.",
		    t->title);
	if (t->source == NULL)
		PAGE_FAULT(g->page, g->line,
		    "het begrip ‘%s’ heeft geen bron. Zet onder de uitleg "
		    "‘- Bron: …’.",
		    t->title);
	if (g->is_quiet)
		g->form_count = g->first_form;
}

static void
begin_term(struct reader *g, cmark_node *heading)
{
	struct page *p = g->page;
	const char *title =
	    text_trim(p->arena, tree_plain_text(p->arena, heading));
	const char *folded = text_fold(p->arena, title);
	char first = folded[0];
	struct term *t;

	end_term(g);
	if (cmark_node_get_heading_level(heading) != 2 || first < 'a' ||
	    first > 'z')
		PAGE_FAULT(p, tree_line(heading),
		    "een begrip is een kop met twee # en begint met een "
		    "letter.");
	g->terms = array_grow(p->arena, g->terms, g->term_count, &g->term_size,
	    sizeof(*g->terms));
	t = &g->terms[g->term_count++];
	*t = (struct term){.title = title,
	    .letter = (char)(first - 'a' + 'A'),
	    .slug = page_new_id(p, heading_slug(p->arena, title))};
	t->url = url_fragment(p->arena,
	    url_path(p->arena, "cursus", p->map->slug, "begrippen", NULL),
	    t->slug);
	g->line = tree_line(heading);
	g->is_quiet = false;
	g->first_form = g->form_count;
	add_form(g, title, g->line);
}

/* Gives the text before the first term. */
static const struct safe_html *
read_terms(struct reader *g, cmark_node *root)
{
	cmark_node *intro = cmark_node_new(CMARK_NODE_DOCUMENT), *n, *next;
	const struct safe_html *html;

	for (n = cmark_node_first_child(root); n != NULL; n = next) {
		bool is_heading = cmark_node_get_type(n) == CMARK_NODE_HEADING;

		next = cmark_node_next(n);
		if (is_heading && cmark_node_get_heading_level(n) > 1) {
			begin_term(g, n);
		} else if (g->term_count > 0) {
			read_block(g, n);
		} else {
			cmark_node_unlink(n);
			cmark_node_append_child(intro, n);
		}
	}
	end_term(g);
	page_finish(g->page, intro);
	html = page_html(g->page, intro);
	cmark_node_free(intro);
	return html;
}

static int
by_letters(const void *a, const void *b)
{
	const struct term *one = *(const struct term *const *)a;
	const struct term *other = *(const struct term *const *)b;

	return strcmp(one->slug, other->slug);
}

static void
keep(struct glossary *out, struct arena *a, const struct reader *g)
{
	struct term_form *forms =
	    arena_array(a, g->form_count + 1, sizeof(*forms));
	struct term_finder *finder = arena_alloc(a, sizeof(*finder));

	out->by_name = arena_array(a, g->term_count + 1, sizeof(*out->by_name));
	for (size_t i = 0; i < g->form_count; i++)
		forms[i] = g->forms[i].form;
	for (size_t i = 0; i < g->term_count; i++)
		out->by_name[i] = &g->terms[i];
	if (g->term_count > 0)
		qsort(out->by_name, g->term_count, sizeof(*out->by_name),
		    by_letters);
	*finder = (struct term_finder){g->form_count, forms};
	out->finder = finder;
	out->terms = g->terms;
	out->term_count = g->term_count;
}

static void
read_text(struct glossary *out, const struct reading *r, struct source *s,
    const struct header *h)
{
	struct page page =
	    page_new(r->arena, r->faults, s, r->map, GLOSSARY_FILE);
	struct reader g = {.page = &page};
	cmark_node *root;

	page.title = out->title;
	out->source_count = sources_read(&out->sources, &page, h);
	root = page_tree(&page);
	out->intro = read_terms(&g, root);
	cmark_node_free(root);
	if (g.term_count == 0)
		fault_add(r->faults, s->file, 1,
		    "hier staat geen begrip. Schrijf bijvoorbeeld "
		    "‘## Hindernis’, met daaronder de uitleg.");
	(void)page_notes(&page);
	keep(out, r->arena, &g);
	page_tell_anchors(&page);
}

const struct glossary *
glossary_read(const struct reading *r)
{
	struct glossary *out;
	struct source s;
	struct header h;

	if (map_file(r->map, GLOSSARY_FILE) == NULL)
		return NULL;
	if (!source_read(&s, r->arena, r->faults,
		arena_printf(r->arena, "%s/%s", r->folder, GLOSSARY_FILE)))
		return NULL;
	if (!header_take(&h, r->arena, r->faults, &s,
		"title language date geldig-tot bron author comment version"))
		return NULL;
	header_check(&h, r->faults);
	out = arena_alloc(r->arena, sizeof(*out));
	out->title = header_need(&h, r->faults, "title", "Begrippen");
	out->date = header_date(&h, r->faults, "date");
	out->valid_until = header_date(&h, r->faults, "geldig-tot");
	read_text(out, r, &s, &h);
	return out;
}

struct page_terms *
page_terms_new(struct arena *a, const struct glossary *glossary)
{
	struct page_terms *terms = arena_alloc(a, sizeof(*terms));

	*terms = (struct page_terms){
	    glossary, arena_array(a, glossary->term_count + 1, sizeof(bool))};
	return terms;
}

size_t
page_terms_used(
    const struct term ***out, struct arena *a, const struct page_terms *terms)
{
	const struct glossary *g = terms->glossary;
	const struct term **used =
	    arena_array(a, g->term_count + 1, sizeof(*used));
	size_t n = 0;

	for (size_t i = 0; i < g->term_count; i++)
		if (terms->is_used[g->by_name[i] - g->terms])
			used[n++] = g->by_name[i];
	*out = used;
	return n;
}
