/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * gzip.c - a gzip file from pieces (RFC 1951, RFC 1952).
 */
#include "base/gzip.h"

#include <stdlib.h>
#include <string.h>
#define ZLIB_CONST
#include <zlib.h>

enum { LEVEL = 6, RAW_WINDOW = -15, MEMORY = 8 };

static z_stream *
compressor(void)
{
	static z_stream deflater;
	static bool is_ready;

	if (!is_ready)
		is_ready = deflateInit2(&deflater, LEVEL, Z_DEFLATED,
			       RAW_WINDOW, MEMORY, Z_DEFAULT_STRATEGY) == Z_OK;
	return is_ready ? &deflater : NULL;
}

bool
gzip_pack(struct gzip_piece *out, struct arena *a, const char *text, size_t n)
{
	z_stream *z = compressor();
	unsigned char *packed;
	uLong bound;

	if (z == NULL)
		return false;
	bound = deflateBound(z, n) + 16; /* and the flush */
	packed = arena_raw(a, bound);
	deflateReset(z);
	z->next_in = (const unsigned char *)text;
	z->avail_in = (unsigned)n;
	z->next_out = packed;
	z->avail_out = (unsigned)bound;
	*out = (struct gzip_piece){ .bytes = packed,
		.plain_len = n,
		.crc = crc32(0, z->next_in, (unsigned)n),
		.shift = crc32_combine_gen((z_off_t)n) };
	if (deflate(z, Z_FULL_FLUSH) != Z_OK || z->avail_in != 0)
		return false;
	out->len = bound - z->avail_out;
	return true;
}

static void
put(struct gzip *g, const void *bytes, size_t n)
{
	if (g->size - g->len < n)
		abort();
	memcpy(g->bytes + g->len, bytes, n);
	g->len += n;
}

static void
put_little_endian(struct gzip *g, unsigned long number)
{
	unsigned char bytes[4] = { (unsigned char)number,
		(unsigned char)(number >> 8), (unsigned char)(number >> 16),
		(unsigned char)(number >> 24) };

	put(g, bytes, sizeof(bytes));
}

struct gzip
gzip_begin(struct arena *a, size_t room)
{
	static const unsigned char HEADER[10] = { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0,
		0, 3 };
	struct gzip g = { .bytes = arena_raw(a, room), .size = room };

	put(&g, HEADER, sizeof(HEADER));
	return g;
}

void
gzip_put(struct gzip *g, const struct gzip_piece *piece)
{
	put(g, piece->bytes, piece->len);
	g->crc = crc32_combine_op(g->crc, piece->crc, piece->shift);
	g->plain_len += piece->plain_len;
}

/* A stored block: its length, and that again with the bits turned over. */
void
gzip_put_plain(struct gzip *g, const char *text, size_t n)
{
	unsigned char head[5] = { 0, (unsigned char)(n & 0xff),
		(unsigned char)(n >> 8), (unsigned char)(~n & 0xff),
		(unsigned char)((~n >> 8) & 0xff) };

	if (n > GZIP_PLAIN_MAX)
		abort();
	put(g, head, sizeof(head));
	put(g, text, n);
	g->crc = crc32(g->crc, (const unsigned char *)text, (unsigned)n);
	g->plain_len += n;
}

void
gzip_end(struct gzip *g)
{
	static const unsigned char LAST_BLOCK[2] = { 3, 0 };

	put(g, LAST_BLOCK, sizeof(LAST_BLOCK));
	put_little_endian(g, g->crc);
	put_little_endian(g, g->plain_len);
}
