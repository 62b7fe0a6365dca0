/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_BASE_GZIP_H
#define LMS_BASE_GZIP_H
/*
 * A gzip file laid together from pieces that may have been compressed long
 * before. Each piece is a run of deflate blocks that ends on a byte (a full
 * flush) and refers to nothing before it, so that pieces can follow each
 * other in any order; the checksum of the whole is combined from theirs.
 * Not thread-safe: zlib's state is one per process.
 */
#include "base/arena.h"

#include <stdbool.h>

/* Compressed text, ready to be laid into any number of files. */
struct gzip_piece {
	const unsigned char *bytes;
	size_t len, plain_len;
	unsigned long crc, shift;
};

/* A file being made. */
struct gzip {
	unsigned char *bytes; /* owned by the arena of gzip_begin */
	size_t len, size;
	size_t plain_len;
	unsigned long crc;
};

enum {
	/* What a file, and each run of plain text in it, costs at most. */
	GZIP_FILE_BYTES = 20,
	GZIP_PLAIN_BYTES = 5,
	GZIP_PLAIN_MAX = 65535
};

/* False: zlib would not (no memory); the text must go uncompressed. */
bool gzip_pack(struct gzip_piece *, struct arena *, const char *, size_t);
/*
 * Starts a file that will never be longer than `room` bytes: the pieces, the
 * plain text with GZIP_PLAIN_BYTES each, GZIP_FILE_BYTES. Going over aborts.
 */
struct gzip gzip_begin(struct arena *, size_t room);
void gzip_put(struct gzip *, const struct gzip_piece *);
/* Text as it is, at most GZIP_PLAIN_MAX bytes. */
void gzip_put_plain(struct gzip *, const char *, size_t);
/* Ends the file: bytes and len are its content. */
void gzip_end(struct gzip *);
#endif
