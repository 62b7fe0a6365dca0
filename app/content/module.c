/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * module.c - read a module: header, text, and the questions that stand in it.
 *
 * The tree of the text is cut at the comments that mark a question, so that
 * the page can print each question where its author put it.
 */
#include "content/module.h"

#include "content/glossary.h"
#include "content/question.h"

#include <string.h>

size_t
goals_read(
    const struct goal **out, const struct reading *r, const struct header *h)
{
	struct goal *list = arena_array(r->arena, h->count, sizeof(*list));
	size_t n = 0;

	for (size_t i = 0; i < h->count; i++)
		if (strncmp(h->key[i].key, "doel-", 5) == 0)
			list[n++] =
			    (struct goal){h->key[i].key + 5, h->key[i].value};
	if (n == 0)
		fault_add(r->faults, h->file, 1,
		    "er is geen leerdoel. Zet in de kop bijvoorbeeld "
		    "‘doel-d1: Je kunt …’.");
	*out = list;
	return n;
}

bool
goals_have(const struct goal *goals, size_t count, const char *id)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(goals[i].id, id) == 0)
			return true;
	return false;
}

size_t
sources_read(
    const struct safe_html ***out, struct page *p, const struct header *h)
{
	const struct safe_html **list =
	    arena_array(p->arena, h->count, sizeof(*list));
	size_t n = 0;

	for (size_t i = 0; i < h->count; i++)
		if (strcmp(h->key[i].key, "bron") == 0)
			list[n++] =
			    page_inline(p, h->key[i].value, h->key[i].line);
	if (n == 0)
		fault_add(p->faults, h->file, 1,
		    "er is geen bron. Zet in de kop bijvoorbeeld ‘bron: …’.");
	*out = list;
	return n;
}

static const struct block *
block_of(const struct blocks *blocks, cmark_node *n)
{
	if (cmark_node_get_type(n) != CMARK_NODE_HTML_BLOCK)
		return NULL;
	for (size_t i = 0; i < blocks->count; i++)
		if (blocks->block[i].line == tree_line(n))
			return &blocks->block[i];
	return NULL;
}

struct cutting {
	struct page *page;
	struct section *sections;
	const struct question **questions;
	size_t section_count, question_count;
};

static void
add_text(struct cutting *c, cmark_node *part)
{
	const struct safe_html *html;

	page_finish(c->page, part);
	html = page_html(c->page, part);
	cmark_node_free(part);
	if (html != NULL)
		c->sections[c->section_count++].html = html;
}

/* Cuts the tree at the marks of questions. */
static void
cut(struct cutting *c, cmark_node *root, const struct blocks *blocks)
{
	cmark_node *part = cmark_node_new(CMARK_NODE_DOCUMENT), *n, *next;

	for (n = cmark_node_first_child(root); n != NULL; n = next) {
		const struct block *b = block_of(blocks, n);

		next = cmark_node_next(n);
		cmark_node_unlink(n);
		if (b == NULL) {
			cmark_node_append_child(part, n);
			continue;
		}
		cmark_node_free(n);
		add_text(c, part);
		part = cmark_node_new(CMARK_NODE_DOCUMENT);
		c->questions[c->question_count] = question_make(c->page, b);
		c->sections[c->section_count++].question =
		    c->questions[c->question_count++];
	}
	add_text(c, part);
	cmark_node_free(root);
}

/* A question inside a list or code has no place on the page. */
static void
check_places(const struct cutting *c, const struct reading *r,
    const struct source *s, const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->count; i++) {
		size_t q = 0;

		while (q < c->question_count &&
		       c->questions[q]->version != blocks->block[i].version)
			q++;
		if (q == c->question_count)
			fault_add(r->faults, s->file, blocks->block[i].line,
			    "deze vraag zit vast aan iets anders. Zet er een "
			    "lege regel boven.");
	}
}

static void
read_text(struct module *m, const struct reading *r, struct source *s,
    const struct blocks *blocks, const struct header *h)
{
	struct page page = page_new(r->arena, r->faults, s, r->map,
	    arena_printf(r->arena, "modules/%s.md", m->slug));
	size_t most = 2 * blocks->count + 2;
	struct cutting c = {.page = &page,
	    .sections = arena_array(r->arena, most, sizeof(struct section)),
	    .questions = arena_array(
		r->arena, blocks->count + 1, sizeof(struct question *))};
	const struct safe_html *notes;

	page.title = m->title;
	if (r->glossary != NULL)
		page.terms = page_terms_new(r->arena, r->glossary);
	m->source_count = sources_read(&m->sources, &page, h);
	cut(&c, page_tree(&page), blocks);
	notes = page_notes(&page);
	if (notes != NULL)
		c.sections[c.section_count++].html = notes;
	check_places(&c, r, s, blocks);
	m->sections = c.sections;
	m->section_count = c.section_count;
	m->questions = c.questions;
	m->question_count = c.question_count;
	m->headings = page.headings;
	m->heading_count = page.heading_count;
	if (page.terms != NULL)
		m->term_count =
		    page_terms_used(&m->terms, r->arena, page.terms);
	page_tell_anchors(&page);
}

void
module_read(struct module *m, const struct reading *r, const char *slug)
{
	struct source s;
	struct header h;
	struct blocks blocks;

	*m = (struct module){.slug = slug, .title = "", .level = ""};
	if (!source_read(&s, r->arena, r->faults,
		arena_printf(r->arena, "%s/modules/%s.md", r->folder, slug)))
		return;
	if (!header_take(&h, r->arena, r->faults, &s,
		"title language date geldig-tot duur niveau doel-* bron author "
		"comment version"))
		return;
	header_check(&h, r->faults);
	m->title = header_need(&h, r->faults, "title", "De zes stappen");
	m->level = header_need(&h, r->faults, "niveau", "basis");
	m->date = header_date(&h, r->faults, "date");
	m->valid_until = header_date(&h, r->faults, "geldig-tot");
	m->minutes = header_minutes(&h, r->faults, "duur");
	m->goal_count = goals_read(&m->goals, r, &h);
	questions_take(&blocks, r->arena, r->faults, &s);
	for (size_t i = 0; i < blocks.count; i++)
		if (!goals_have(m->goals, m->goal_count, blocks.block[i].goal))
			fault_add(r->faults, s.file, blocks.block[i].line,
			    "het leerdoel ‘%s’ staat niet in de kop. Zet daar "
			    "‘doel-%s: …’, of kies een ander doel.",
			    blocks.block[i].goal, blocks.block[i].goal);
	read_text(m, r, &s, &blocks, &h);
}
