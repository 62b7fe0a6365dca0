/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * squeeze.c - gzip from kept pieces.
 *
 * What is kept stands with its plain bytes, and those are compared: a hash
 * that happens to be equal can never give another page's text.
 */
#include "server/squeeze.h"

#include "base/gzip.h"

#include <string.h>
#include <xxhash.h>

enum {
	WORTH_BYTES = 512,  /* shorter answers go as they are */
	LONG_BYTES = 524280, /* longer ones too */
	SLOTS = 1024,	    /* a power of two */
	KEPT_MAX = 4 << 20  /* bytes; beyond it all is forgotten at once */
};

struct kept {
	const char *plain;
	struct gzip_piece piece;
};

/* What this worker has kept; lives as long as the worker. */
static struct {
	struct arena *arena;
	struct kept slot[SLOTS];
} kept;

static void
forget_all(void)
{
	arena_free(kept.arena);
	kept.arena = arena_new();
	memset(kept.slot, 0, sizeof(kept.slot));
}

static bool
is_kept(const struct kept *slot, const char *text, size_t n)
{
	return slot->plain != NULL && slot->piece.plain_len == n &&
	    memcmp(slot->plain, text, n) == 0;
}

/* Compresses a piece and keeps it in this slot. False: zlib would not. */
static bool
keep(struct kept *slot, const char *text, size_t n)
{
	if (kept.arena == NULL || arena_used(kept.arena) + 3 * n > KEPT_MAX)
		forget_all();
	*slot = (struct kept){ 0 };
	if (!gzip_pack(&slot->piece, kept.arena, text, n))
		return false;
	slot->plain = arena_memdup(kept.arena, text, n);
	return true;
}

static bool
put_text(struct gzip *g, const struct cut_piece *p)
{
	struct kept *slot = &kept.slot[p->hash & (SLOTS - 1)];

	if (p->len < CUT_PACK_MIN) {
		gzip_put_plain(g, p->text, p->len);
		return true;
	}
	if (!is_kept(slot, p->text, p->len) && !keep(slot, p->text, p->len))
		return false;
	gzip_put(g, &slot->piece);
	return true;
}

/* Room for the file when nothing in it gets smaller. */
static size_t
room_for(const struct cut *cut)
{
	size_t room = GZIP_FILE_BYTES;

	for (size_t i = 0; i < cut->count; i++)
		room += cut->piece[i].packed != NULL ?
		    cut->piece[i].packed->len :
		    cut->piece[i].len + cut->piece[i].len / 8 +
			4 * GZIP_PLAIN_BYTES;
	return room;
}

static bool
is_worth_it(const struct response *r)
{
	return r->body == NULL ||
	    (r->body_len >= WORTH_BYTES && r->body_len <= LONG_BYTES);
}

void
squeeze_answer(struct exchange *ex)
{
	struct response *r = &ex->response;
	struct gzip g;

	if (r->code == 200 || r->code == 422)
		respond_header(ex, "vary", "accept-encoding");
	if (!exchange_reads_gzip(ex) || r->cut.count == 0 || !is_worth_it(r))
		return;
	g = gzip_begin(ex->arena, room_for(&r->cut));
	for (size_t i = 0; i < r->cut.count; i++) {
		const struct cut_piece *p = &r->cut.piece[i];

		if (p->packed != NULL)
			gzip_put(&g, p->packed);
		else if (p->kind != CUT_TEXT)
			gzip_put_plain(&g, p->text, p->len);
		else if (!put_text(&g, p))
			return;
	}
	gzip_end(&g);
	if (r->body == NULL || g.len < r->body_len)
		respond_packed(ex, &g);
}
