/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * kept.c - a worker's memory of pages.
 *
 * One page a slot, chosen by the hash of its key; a newer page takes the slot
 * over. When all of them together are too large, the oldest slots are emptied
 * in turn. Each page has an arena of its own.
 */
#include "web/kept.h"

#include "base/text.h"
#include "web/shell.h"

#include <string.h>
#include <xxhash.h>

enum {
	SLOTS = 512,	 /* powers of two */
	SEEN = 4096,	 /* hashes of states that were asked for lately */
	KEY_MAX = 8192,	 /* bytes; a state with more is one person's */
	KEPT_MAX = 4 << 20
};

struct kept_page {
	struct arena *arena; /* owns all of it */
	const char *key;
	size_t key_len;
	struct cut cut;
};

static struct {
	struct kept_page *slot[SLOTS];
	uint64_t seen[SEEN];
	size_t bytes, hand;
} kept;

/* --- the key --------------------------------------------------------------- */

struct key {
	char *bytes;
	size_t len;
	bool is_too_long;
};

static void
put(struct key *k, const void *bytes, size_t n)
{
	if (k->is_too_long || KEY_MAX - k->len < n) {
		k->is_too_long = true;
		return;
	}
	memcpy(k->bytes + k->len, bytes, n);
	k->len += n;
}

/* With its length, so that no two lists of texts look alike. */
static void
put_text(struct key *k, const char *text, size_t n)
{
	put(k, &n, sizeof(n));
	put(k, text, n);
}

/*
 * Who somebody is stands in the first statement's first columns; of it only
 * the roles tell on the page, beside the name.
 */
static struct key
key_of(const struct exchange *ex)
{
	struct key k = { .bytes = arena_raw(ex->arena, KEY_MAX) };
	const char *query = ex->query != NULL ? ex->query : "";
	const char *day = text_date(ex->arena, ex->now_s);
	long rows = 0;

	put(&k, &ex->library, sizeof(ex->library));
	put(&k, &ex->session.roles, sizeof(ex->session.roles));
	put_text(&k, ex->path, strlen(ex->path));
	put_text(&k, query, strlen(query));
	put_text(&k, day, strlen(day));
	if (!k.is_too_long)
		rows = batch_write_rows(ex->batch, session_columns(ex->batch),
		    k.bytes + k.len, KEY_MAX - k.len);
	k.is_too_long |= rows < 0;
	k.len += rows > 0 ? (size_t)rows : 0;
	return k;
}

/* --- what is kept ------------------------------------------------------------ */

static void
forget(size_t i)
{
	struct kept_page *page = kept.slot[i];

	if (page == NULL)
		return;
	kept.slot[i] = NULL;
	kept.bytes -= arena_used(page->arena);
	arena_free(page->arena);
}

static bool
pack_piece(struct arena *a, struct cut_piece *p)
{
	struct gzip_piece *packed;

	if (p->kind == CUT_TEXT && p->len >= CUT_PACK_MIN) {
		packed = arena_alloc(a, sizeof(*packed));
		p->packed = packed;
		return gzip_pack(packed, a, p->text, p->len);
	}
	p->packed = NULL;
	p->text = p->kind == CUT_TEXT || p->kind == CUT_OWN ?
	    arena_memdup(a, p->text, p->len) :
	    NULL;
	return true;
}

static struct kept_page *
page_new(const struct exchange *ex, const struct key *k)
{
	struct arena *a = arena_new();
	struct kept_page *page = arena_alloc(a, sizeof(*page));
	const struct cut *cut = &ex->response.cut;

	page->arena = a;
	page->key = arena_memdup(a, k->bytes, k->len);
	page->key_len = k->len;
	page->cut = *cut;
	page->cut.piece = arena_memdup(a, cut->piece,
	    cut->count * sizeof(*cut->piece));
	for (size_t i = 0; i < cut->count; i++)
		if (!pack_piece(a, &page->cut.piece[i])) {
			arena_free(a);
			return NULL;
		}
	return page;
}

static void
keep(struct kept_page *page, size_t i)
{
	forget(i);
	kept.slot[i] = page;
	kept.bytes += arena_used(page->arena);
	while (kept.bytes > KEPT_MAX) {
		kept.hand = (kept.hand + 1) % SLOTS;
		if (kept.hand != i)
			forget(kept.hand);
	}
}

/* The kept pieces with what is this reader's own between them. */
static void
fill_in(struct exchange *ex, const struct kept_page *page)
{
	struct cut *cut = &ex->response.cut;
	struct html name = html_new(ex->arena);
	const char *own[CUT_OWN] = { [CUT_TOKEN] = ex->csrf,
		[CUT_OWNER] = shell_owner(ex) };

	*cut = page->cut;
	cut->piece = arena_memdup(ex->arena, cut->piece,
	    cut->count * sizeof(*cut->piece));
	html_text(&name, ex->session.name);
	own[CUT_NAME] = name.bytes;
	for (size_t i = 0; i < cut->count; i++) {
		struct cut_piece *p = &cut->piece[i];

		if (p->kind == CUT_TEXT || p->kind == CUT_OWN)
			continue;
		p->text = own[p->kind];
		p->len = strlen(p->text);
	}
}

static bool
is_keepable(const struct exchange *ex)
{
	return ex->part == NULL && exchange_reads_gzip(ex);
}

bool
kept_respond(struct exchange *ex)
{
	const struct kept_page *page;
	struct key k;

	if (!is_keepable(ex))
		return false;
	k = key_of(ex);
	page = kept.slot[XXH3_64bits(k.bytes, k.len) % SLOTS];
	if (k.is_too_long || page == NULL || page->key_len != k.len ||
	    memcmp(page->key, k.bytes, k.len) != 0)
		return false;
	ex->response.code = 200;
	ex->response.type = "text/html; charset=utf-8";
	fill_in(ex, page);
	return true;
}

void
kept_remember(struct exchange *ex)
{
	struct kept_page *page;
	uint64_t hash, *seen;
	struct key k;

	if (!is_keepable(ex) || ex->response.code != 200 ||
	    ex->response.body == NULL) /* it came from here */
		return;
	k = key_of(ex);
	hash = XXH3_64bits(k.bytes, k.len);
	seen = &kept.seen[hash / SLOTS % SEEN];
	if (!k.is_too_long && *seen == hash) {
		page = page_new(ex, &k);
		if (page != NULL)
			keep(page, hash % SLOTS);
	}
	*seen = hash;
}
