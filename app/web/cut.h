/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_CUT_H
#define LMS_WEB_CUT_H
/*
 * A page cut where it differs from one person to the next although they did
 * the same: at the form tokens, at the name and owner in its header, at the
 * minutes of their acts. What stands in between is the same for many, so it can be
 * compressed and kept.
 */
#include "base/gzip.h"
#include "base/html.h"

#include <stdbool.h>
#include <stdint.h>

enum cut_kind { CUT_TEXT, CUT_TOKEN, CUT_NAME, CUT_OWNER, CUT_OWN };

/* A shorter piece of text is not worth compressing. */
enum { CUT_PACK_MIN = 128 };

struct cut_piece {
	enum cut_kind kind;
	const char *text; /* as it is on this page, escaped; not ended */
	size_t len;
	uint64_t hash;			 /* of a CUT_TEXT */
	const struct gzip_piece *packed; /* or NULL: not compressed yet */
};

struct cut {
	size_t count;
	struct cut_piece *piece;
};

/*
 * Cuts a page. `token` is its form token or NULL; the runs are those that the
 * writer noted. Pieces point into the page; the list is owned by the arena.
 */
struct cut cut_page(struct arena *, const char *page, size_t len,
    const char *token, const struct html_run *, size_t run_count);
/* Is there a form on it? */
bool cut_has_token(const struct cut *);
/* The hash of the whole page: equal pages, however cut or kept, agree. */
uint64_t cut_hash(const struct cut *);
#endif
