/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_SOURCE_H
#define LMS_CONTENT_SOURCE_H
/* The text of one content file, checked, and its lines. */
#include "content/fault.h"

#include <stdbool.h>

enum { SOURCE_BYTES_MAX = 1024 * 1024 };

struct line {
	char *text;	  /* in the source; not NUL terminated */
	size_t len;	  /* without the newline */
	bool is_verbatim; /* in a code fence, or inside a long comment */
};

struct source {
	const char *file; /* as faults name it */
	char *text;	  /* UTF-8, LF, may be blanked line by line */
	size_t len;
	size_t line_count;
	struct line *lines; /* line n of the file is lines[n - 1] */
};

/*
 * Reads a file of at most SOURCE_BYTES_MAX. False, with a fault, when it is
 * not there, too large, or not UTF-8.
 */
bool source_read(struct source *, struct arena *, struct faults *,
    const char *file) MUST_CHECK;
/* The same from memory: `text` is copied. Makes LF of CRLF, drops a BOM. */
bool source_from(struct source *, struct arena *, struct faults *,
    const char *file, const char *text, size_t len) MUST_CHECK;
/* Overwrites lines first..last (1-based) with spaces; line numbers stay. */
void source_blank(struct source *, size_t first, size_t last);
/* The text of lines first..last, joined by LF. */
char *
source_lines(struct arena *, const struct source *, size_t first, size_t last);
/* Nothing but white space. */
bool line_is_blank(const struct line *);
bool line_starts(const struct line *, const char *prefix);
#endif
