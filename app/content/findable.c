/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * findable.c - the library as text to search: an article with the words that
 * people use for it, a module a heading at a time, a case, a term, a tariff.
 *
 * The edition is a hash of all of that and of how it is made (FORMAT): another
 * text, another weight or another synonym is another edition.
 */
#include "content/findable.h"

#include "base/text.h"
#include "content/array.h"

#include <sodium.h>
#include <string.h>

/* Goes up when load_search makes something else of the same texts. */
static const char FORMAT[] = "2";

enum {
	NAME_PERCENT = 60,
	TEXT_PERCENT = 70,
	LAW_NAME_PERCENT = 30,
	SUMMARY_BYTES = 200,
	SENTENCE_LEAST = 20,
	SENTENCE_MOST = 300 /* bytes */
};

struct maker {
	struct arena *a;
	size_t document_count, document_size, part_count, part_size,
	    sentence_count, sentence_size;
	struct findable_document *documents;
	struct findable_part *parts;
	struct findable_sentence *sentences;
};

static void
add_part(struct maker *m, int part, int percent, const char *text)
{
	if (text == NULL || text_is_blank(text))
		return;
	m->parts = array_grow(
	    m->a, m->parts, m->part_count, &m->part_size, sizeof(*m->parts));
	m->parts[m->part_count++] =
	    (struct findable_part){m->document_count - 1, part, percent, text};
}

static void
add_document(struct maker *m, const struct findable_document *d)
{
	m->documents = array_grow(m->a, m->documents, m->document_count,
	    &m->document_size, sizeof(*m->documents));
	m->documents[m->document_count++] = *d;
}

static void
add_sentence(struct maker *m, const char *text, size_t len)
{
	while (len > 0 && *text == ' ')
		text++, len--;
	if (len < SENTENCE_LEAST || len > SENTENCE_MOST)
		return;
	m->sentences = array_grow(m->a, m->sentences, m->sentence_count,
	    &m->sentence_size, sizeof(*m->sentences));
	m->sentences[m->sentence_count++] = (struct findable_sentence){
	    m->document_count - 1, arena_strndup(m->a, text, len)};
}

/* A sentence ends where a space or the end follows on its last sign. */
static void
add_sentences(struct maker *m, const char *text)
{
	const char *from = text, *at;

	for (at = text; *at != '\0'; at++)
		if (strchr(".?!", *at) != NULL &&
		    (at[1] == ' ' || at[1] == '\0')) {
			add_sentence(m, from, (size_t)(at - from) + 1);
			from = at + 1;
		}
	add_sentence(m, from, (size_t)(at - from));
}

/* The beginning of a text, ended at a word. */
static const char *
summary_of(struct arena *a, const char *text)
{
	size_t n = SUMMARY_BYTES;

	if (strlen(text) <= n)
		return text;
	while (n > 0 && text[n] != ' ')
		n--;
	return arena_printf(a, "%.*s…", (int)n, text);
}

static void
add_law(struct maker *m, const struct law *law)
{
	const struct findable_document d = {"wet", law->code,
	    arena_printf(m->a, "%s, artikel %s", law->wet, law->artikel),
	    law->kernzin, arena_printf(m->a, "/wet/%s", law->code)};

	add_document(m, &d);
	add_part(m, PART_NAME, LAW_NAME_PERCENT,
	    arena_printf(m->a, "%s %s", d.title, law->code));
	add_part(m, PART_TEXT, TEXT_PERCENT,
	    arena_printf(m->a, "%s %s", law->kernzin, law->wanneer));
	for (size_t i = 0; i < law->hindernis_count; i++)
		add_part(m, PART_PHRASE + (int)i, 100, law->hindernissen[i]);
}

static void
add_tariff(struct maker *m, const struct tariff *t)
{
	const struct findable_document d = {"tarief", t->code, t->omschrijving,
	    arena_printf(m->a, "%s per %s, prijs van %d. %s%s",
		text_euro(m->a, t->tarief_eurocent), t->eenheid,
		t->prijspeil_jaar, t->wet,
		strcmp(t->zekerheid, "illustrative") == 0
		    ? ". Oefentarief: alleen om te oefenen."
		    : "."),
	    ""};

	add_document(m, &d);
	add_part(m, PART_NAME, NAME_PERCENT, t->omschrijving);
	add_part(m, PART_TEXT, TEXT_PERCENT,
	    arena_printf(m->a, "%s %s %s %s", t->omschrijving, t->domein,
		t->wet, t->code));
}

static void
add_titled(struct maker *m, const struct findable_document *d, const char *text)
{
	add_document(m, d);
	add_part(m, PART_NAME, NAME_PERCENT, d->title);
	add_part(m, PART_TEXT, TEXT_PERCENT, text);
}

static void
add_term(struct maker *m, const struct course *c, const struct term *t)
{
	const char *meaning = html_plain(m->a, t->meaning);
	const struct findable_document d = {"begrip", t->slug, t->title,
	    summary_of(m->a, meaning),
	    arena_printf(m->a, "/cursus/%s/begrippen#%s", c->slug, t->slug)};

	add_titled(m, &d,
	    arena_printf(
		m->a, "%s %s", t->also == NULL ? "" : t->also, meaning));
	add_sentences(m, meaning);
}

static void
add_casus(struct maker *m, const struct course *c, const struct casus *casus)
{
	const char *intro = html_plain(m->a, casus->intro), *all = intro;
	const struct findable_document d = {"casus", casus->slug, casus->title,
	    summary_of(m->a, intro),
	    arena_printf(m->a, "/cursus/%s/casus/%s", c->slug, casus->slug)};

	for (size_t i = 0; i < casus->document_count; i++)
		all =
		    arena_printf(m->a, "%s %s", all, casus->documents[i].title);
	add_titled(m, &d, all);
	add_sentences(m, intro);
}

/* The part of a module under one heading; NULL: what stands before the first.
 */
static void
add_piece(struct maker *m, const struct course *c, const struct module *module,
    const struct heading *heading, const char *text)
{
	size_t skip = heading == NULL ? 0 : strlen(heading->text);

	const char *address =
	    arena_printf(m->a, "/cursus/%s/%s", c->slug, module->slug);
	const struct findable_document d = {"module", module->slug,
	    heading == NULL
		? module->title
		: arena_printf(m->a, "%s: %s", module->title, heading->text),
	    summary_of(m->a, text),
	    heading == NULL
		? address
		: arena_printf(m->a, "%s#%s", address, heading->anchor)};

	add_titled(m, &d, text);
	if (skip > 0 && strncmp(text, heading->text, skip) != 0)
		skip = 0;
	add_sentences(m, text + skip);
}

/* The next "<h2" or "<h3" after the first character, or the end. */
static const char *
next_heading(const char *html)
{
	const char *at = html;

	while (*at != '\0' && (at = strstr(at + 1, "<h")) != NULL)
		if (at[2] == '2' || at[2] == '3')
			return at;
	return html + strlen(html);
}

static void
add_module(struct maker *m, const struct course *c, const struct module *module)
{
	const char *html = "", *end;
	size_t headings = 0;

	for (size_t i = 0; i < module->section_count; i++)
		if (module->sections[i].html != NULL)
			html = arena_printf(m->a, "%s%s", html,
			    html_source(module->sections[i].html));
	for (; *html != '\0'; html = end) {
		bool is_headed = strncmp(html, "<h2", 3) == 0 ||
				 strncmp(html, "<h3", 3) == 0;
		const char *text;

		end = next_heading(html);
		text = html_strip(m->a, html, (size_t)(end - html));
		if (is_headed && headings < module->heading_count)
			add_piece(
			    m, c, module, &module->headings[headings++], text);
		else if (!text_is_blank(text))
			add_piece(m, c, module, NULL, text);
	}
}

static const char *
hash_all(struct maker *m, const struct library *l)
{
	unsigned char hash[crypto_generichash_BYTES_MIN];
	char hex[2 * sizeof(hash) + 1];
	crypto_generichash_state state;
	size_t i;

#define HASH(text)                                                             \
	crypto_generichash_update(                                             \
	    &state, (const unsigned char *)(text), strlen(text) + 1)
	crypto_generichash_init(&state, NULL, 0, sizeof(hash));
	HASH(FORMAT);
	for (i = 0; i < m->document_count; i++) {
		HASH(m->documents[i].kind);
		HASH(m->documents[i].key);
		HASH(m->documents[i].title);
		HASH(m->documents[i].summary);
		HASH(m->documents[i].path);
	}
	for (i = 0; i < m->part_count; i++) {
		HASH(arena_printf(m->a, "%zu %d %d", m->parts[i].document,
		    m->parts[i].part, m->parts[i].percent));
		HASH(m->parts[i].text);
	}
	for (i = 0; i < m->sentence_count; i++)
		HASH(m->sentences[i].text);
	for (i = 0; i < l->synonym_count; i++)
		HASH(l->synonyms[i]);
#undef HASH
	crypto_generichash_final(&state, hash, sizeof(hash));
	sodium_bin2hex(hex, sizeof(hex), hash, sizeof(hash));
	return arena_strdup(m->a, hex);
}

struct findable
findable_of(struct arena *a, const struct library *l)
{
	struct maker m = {.a = a};

	for (size_t i = 0; i < l->law_count; i++)
		add_law(&m, &l->laws[i]);
	for (size_t i = 0; i < l->tariff_count; i++)
		add_tariff(&m, &l->tariffs[i]);
	for (size_t i = 0; i < l->course_count; i++) {
		const struct course *c = &l->courses[i];

		for (size_t k = 0; k < c->module_count; k++)
			add_module(&m, c, &c->modules[k]);
		for (size_t k = 0; k < c->casus_count; k++)
			add_casus(&m, c, &c->casussen[k]);
		for (size_t k = 0;
		     c->glossary != NULL && k < c->glossary->term_count; k++)
			add_term(&m, c, &c->glossary->terms[k]);
	}
	return (struct findable){.edition = hash_all(&m, l),
	    .document_count = m.document_count,
	    .part_count = m.part_count,
	    .sentence_count = m.sentence_count,
	    .synonym_count = l->synonym_count,
	    .documents = m.documents,
	    .parts = m.parts,
	    .sentences = m.sentences,
	    .synonyms = l->synonyms};
}
