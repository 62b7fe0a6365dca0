/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * search_load.c - one edition of what can be searched, a list a column.
 *
 * The lists are made as values of a batch, which knows how PostgreSQL writes
 * them; the statement itself is no one of store/, because the web
 * application's role may not run it.
 */
#include "cli/search_load.h"

#include "store/batch.h"

/* One statement: an edition is there as a whole, or not at all. */
static const char LOAD[] =
    "SELECT l.is_new,"
    " CASE WHEN l.is_new THEN finish_search($1::text,"
    " $13::text[]::integer[], $14::text[]) END"
    " FROM load_search($1::text, $2::text, $3::text[], $4::text[],"
    " $5::text[], $6::text[], $7::text[], $8::text[]::integer[],"
    " $9::text[]::integer[], $10::text[]::real[], $11::text[], $12::text[])"
    " AS l(is_new)";

enum { LOAD_VALUES = 14 };

static void
add_numbers(struct batch *b, const struct findable *f, size_t which)
{
	struct arena *a = b->arena;
	const char **list = arena_array(a, f->part_count + 1, sizeof(*list));

	for (size_t i = 0; i < f->part_count; i++) {
		const struct findable_part *p = &f->parts[i];

		list[i] = which == 0 ? arena_printf(a, "%zu", p->document + 1)
			  : which == 1
			      ? arena_printf(a, "%d", p->part)
			      : arena_printf(a, "%d.%02d", p->percent / 100,
				    p->percent % 100);
	}
	batch_texts(b, list, f->part_count);
}

static void
add_documents(struct batch *b, const struct findable *f)
{
	struct arena *a = b->arena;
	size_t n = f->document_count;
	const char **kinds = arena_array(a, n + 1, sizeof(*kinds)),
		   **keys = arena_array(a, n + 1, sizeof(*keys)),
		   **titles = arena_array(a, n + 1, sizeof(*titles)),
		   **summaries = arena_array(a, n + 1, sizeof(*summaries)),
		   **paths = arena_array(a, n + 1, sizeof(*paths));

	for (size_t i = 0; i < n; i++) {
		kinds[i] = f->documents[i].kind;
		keys[i] = f->documents[i].key;
		titles[i] = f->documents[i].title;
		summaries[i] = f->documents[i].summary;
		paths[i] = f->documents[i].path;
	}
	batch_texts(b, kinds, n);
	batch_texts(b, keys, n);
	batch_texts(b, titles, n);
	batch_texts(b, summaries, n);
	batch_texts(b, paths, n);
}

static void
add_sentences(struct batch *b, const struct findable *f)
{
	struct arena *a = b->arena;
	size_t n = f->sentence_count;
	const char **documents = arena_array(a, n + 1, sizeof(*documents)),
		   **texts = arena_array(a, n + 1, sizeof(*texts));

	for (size_t i = 0; i < n; i++) {
		documents[i] =
		    arena_printf(a, "%zu", f->sentences[i].document + 1);
		texts[i] = f->sentences[i].text;
	}
	batch_texts(b, documents, n);
	batch_texts(b, texts, n);
}

enum search_loaded
search_load(PGconn *db, struct arena *a, const struct findable *f,
    const char *dictionary)
{
	const char **texts = arena_array(a, f->part_count + 1, sizeof(*texts));
	struct batch *b = batch_new(a);
	enum search_loaded loaded = SEARCH_FAILED;
	PGresult *r;

	for (size_t i = 0; i < f->part_count; i++)
		texts[i] = f->parts[i].text;
	batch_add(b, QUERY_SEARCH_FIND); /* any: only its values are used */
	batch_text(b, f->edition);
	batch_text(b, dictionary);
	add_documents(b, f);
	for (size_t which = 0; which < 3; which++)
		add_numbers(b, f, which);
	batch_texts(b, texts, f->part_count);
	batch_texts(b, f->synonyms, f->synonym_count);
	add_sentences(b, f);
	r = PQexecParams(
	    db, LOAD, LOAD_VALUES, NULL, b->ask[0].values, NULL, NULL, 0);
	if (PQresultStatus(r) == PGRES_TUPLES_OK)
		loaded = *PQgetvalue(r, 0, 0) == 't' ? SEARCH_LOADED
						     : SEARCH_WAS_THERE;
	PQclear(r);
	return loaded;
}
