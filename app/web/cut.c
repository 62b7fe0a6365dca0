/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cut.c - where a page differs from one reader to the next.
 */
#include "web/cut.h"

#include <string.h>
#include <xxhash.h>

static void
add(struct cut *c, enum cut_kind kind, const char *text, size_t len)
{
	struct cut_piece *p = &c->piece[c->count];

	if (len == 0)
		return;
	*p = (struct cut_piece){ .kind = kind, .text = text, .len = len };
	if (kind == CUT_TEXT)
		p->hash = XXH3_64bits(text, len);
	c->count++;
}

static size_t
count_of(const char *text, size_t len, const char *token, size_t token_len)
{
	const char *end = text + len;
	size_t n = 0;

	while ((text = memmem(text, (size_t)(end - text), token, token_len)) !=
	    NULL) {
		text += token_len;
		n++;
	}
	return n;
}

/* Cuts a run of the page at every token in it. */
static void
cut_run(struct cut *c, const char *text, size_t len, const char *token,
    size_t token_len)
{
	const char *end = text + len, *at;

	while (token_len > 0 &&
	    (at = memmem(text, (size_t)(end - text), token, token_len)) !=
		NULL) {
		add(c, CUT_TEXT, text, (size_t)(at - text));
		add(c, CUT_TOKEN, at, token_len);
		text = at + token_len;
	}
	add(c, CUT_TEXT, text, (size_t)(end - text));
}

struct cut
cut_page(struct arena *a, const char *page, size_t len, const char *token,
    const struct html_run *run, size_t run_count)
{
	static const enum cut_kind KIND[] = { [HTML_NAME] = CUT_NAME,
		[HTML_OWNER] = CUT_OWNER,
		[HTML_OWN] = CUT_OWN };
	size_t token_len = token != NULL ? strlen(token) : 0;
	size_t tokens = token_len > 0 ? count_of(page, len, token, token_len) :
					0;
	struct cut c = { .piece = arena_array(a,
			     2 * (tokens + run_count) + 1, sizeof(*c.piece)) };
	size_t at = 0;

	for (size_t i = 0; i < run_count; i++) {
		cut_run(&c, page + at, run[i].at - at, token, token_len);
		add(&c, KIND[run[i].kind], page + run[i].at, run[i].len);
		at = run[i].at + run[i].len;
	}
	cut_run(&c, page + at, len - at, token, token_len);
	return c;
}

bool
cut_has_token(const struct cut *c)
{
	for (size_t i = 0; i < c->count; i++)
		if (c->piece[i].kind == CUT_TOKEN)
			return true;
	return false;
}

/* Of the pieces' own hashes, each with its kind. */
uint64_t
cut_hash(const struct cut *c)
{
	uint64_t hash = 0;

	for (size_t i = 0; i < c->count; i++) {
		const struct cut_piece *p = &c->piece[i];
		uint64_t own[2] = { p->kind,
			p->kind == CUT_TEXT ? p->hash :
					      XXH3_64bits(p->text, p->len) };

		hash = XXH3_64bits_withSeed(own, sizeof(own), hash);
	}
	return hash;
}
