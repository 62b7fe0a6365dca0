/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * squeeze.c - gzip from kept pieces.
 *
 * Each piece is a run of deflate blocks that ends on a byte (a full flush) and
 * refers to nothing before it, so pieces can be laid one after the other in
 * any order. The checksum of the whole is combined from those of the pieces.
 * What is kept stands with its plain bytes, and those are compared: a hash
 * that happens to be equal can never give another page's text.
 */
#include "server/squeeze.h"

#include <stdlib.h>
#include <string.h>
#include <xxhash.h>
#include <zlib.h>

enum {
	WORTH_BYTES = 512,   /* shorter answers go as they are */
	PIECE_MIN = 128,     /* shorter pieces go in uncompressed */
	STORED_MAX = 65535,  /* of one stored deflate block */
	SLOTS = 1024,	     /* a power of two */
	KEPT_MAX = 6 << 20,  /* bytes; beyond it all is forgotten at once */
	LEVEL = 6
};

struct kept {
	const unsigned char *plain, *packed;
	size_t plain_len, packed_len;
	uLong crc, shift; /* shift: crc32_combine_gen(plain_len) */
};

/* What this worker has kept; lives as long as the worker. */
static struct {
	struct arena *arena;
	struct kept slot[SLOTS];
	z_stream deflate;
	bool is_ready;
} kept;

struct packing {
	struct arena *arena;
	unsigned char *bytes;
	size_t len, size;
	uLong crc;
};

static void
put(struct packing *p, const void *bytes, size_t n)
{
	if (p->size - p->len < n)
		abort(); /* more pieces than any page has */
	memcpy(p->bytes + p->len, bytes, n);
	p->len += n;
}

static void
put_stored(struct packing *p, const char *text, size_t n)
{
	unsigned char head[5] = { 0, (unsigned char)(n & 0xff),
		(unsigned char)(n >> 8), (unsigned char)(~n & 0xff),
		(unsigned char)((~n >> 8) & 0xff) };

	put(p, head, sizeof(head));
	put(p, text, n);
	p->crc = crc32(p->crc, (const unsigned char *)text, (unsigned)n);
}

static void
forget_all(void)
{
	arena_free(kept.arena);
	kept.arena = arena_new();
	memset(kept.slot, 0, sizeof(kept.slot));
}

static bool
is_ready(void)
{
	if (!kept.is_ready) {
		forget_all();
		kept.is_ready = deflateInit2(&kept.deflate, LEVEL, Z_DEFLATED,
				    -15, 8, Z_DEFAULT_STRATEGY) == Z_OK;
	}
	return kept.is_ready;
}

/* Compresses a piece and keeps it in this slot. False: zlib would not. */
static bool
keep(struct kept *slot, const char *text, size_t n)
{
	uLong bound = deflateBound(&kept.deflate, n) + 16;
	unsigned char *packed;

	if (arena_used(kept.arena) + n + bound > KEPT_MAX)
		forget_all();
	packed = arena_raw(kept.arena, bound);
	deflateReset(&kept.deflate);
	kept.deflate.next_in = arena_memdup(kept.arena, text, n);
	kept.deflate.avail_in = (unsigned)n;
	kept.deflate.next_out = packed;
	kept.deflate.avail_out = (unsigned)bound;
	slot->plain = kept.deflate.next_in;
	slot->plain_len = n;
	slot->packed = packed;
	if (deflate(&kept.deflate, Z_FULL_FLUSH) != Z_OK ||
	    kept.deflate.avail_in != 0) {
		*slot = (struct kept){ 0 };
		return false;
	}
	slot->packed_len = bound - kept.deflate.avail_out;
	slot->crc = crc32(0, slot->plain, (unsigned)n);
	slot->shift = crc32_combine_gen((z_off_t)n);
	return true;
}

static bool
put_piece(struct packing *p, const char *text, size_t n)
{
	struct kept *slot;

	for (; n > 0 && n < PIECE_MIN; n = 0)
		put_stored(p, text, n);
	if (n == 0)
		return true;
	slot = &kept.slot[XXH3_64bits(text, n) & (SLOTS - 1)];
	if ((slot->plain_len != n || memcmp(slot->plain, text, n) != 0) &&
	    !keep(slot, text, n))
		return false;
	put(p, slot->packed, slot->packed_len);
	p->crc = crc32_combine_op(p->crc, slot->crc, slot->shift);
	return true;
}

static void
put_little_endian(struct packing *p, uLong number)
{
	unsigned char bytes[4] = { (unsigned char)number,
		(unsigned char)(number >> 8), (unsigned char)(number >> 16),
		(unsigned char)(number >> 24) };

	put(p, bytes, sizeof(bytes));
}

/* Cuts the text at every token, and puts the pieces. */
static bool
put_page(struct packing *p, const char *text, size_t n, const char *token)
{
	size_t token_len = token != NULL ? strlen(token) : 0;
	const char *end = text + n;

	while (text < end) {
		const char *at = token_len == 0 ? NULL :
		    memmem(text, (size_t)(end - text), token, token_len);

		if (at == NULL)
			return put_piece(p, text, (size_t)(end - text));
		if (!put_piece(p, text, (size_t)(at - text)))
			return false;
		put_stored(p, at, token_len);
		text = at + token_len;
	}
	return true;
}

static bool
can_read(const struct exchange *ex)
{
	/* nginx passes on "gzip" or nothing. */
	return ex->accept_encoding != NULL &&
	    strstr(ex->accept_encoding, "gzip") != NULL;
}

void
squeeze_answer(struct exchange *ex)
{
	static const unsigned char HEADER[10] = { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0,
		0, 3 };
	static const unsigned char LAST_BLOCK[2] = { 3, 0 };
	struct response *r = &ex->response;
	struct packing p = { .arena = ex->arena };

	if (r->code == 200 || r->code == 422)
		respond_header(ex, "vary", "accept-encoding");
	if (!can_read(ex) || r->body_len < WORTH_BYTES ||
	    r->body_len > STORED_MAX * 8 || !is_ready())
		return;
	p.size = 2 * r->body_len + 8192; /* room for many small pieces */
	p.bytes = arena_raw(ex->arena, p.size);
	put(&p, HEADER, sizeof(HEADER));
	if (!put_page(&p, r->body, r->body_len, ex->csrf))
		return;
	put(&p, LAST_BLOCK, sizeof(LAST_BLOCK));
	put_little_endian(&p, p.crc);
	put_little_endian(&p, r->body_len);
	if (p.len >= r->body_len)
		return;
	respond_header(ex, "content-encoding", "gzip");
	r->body = (const char *)p.bytes;
	r->body_len = p.len;
}
