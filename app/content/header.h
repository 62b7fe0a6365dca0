/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_HEADER_H
#define LMS_CONTENT_HEADER_H
/* The comment at the head of a .md file: key: value, a line each. */
#include "content/source.h"

struct key {
	const char *key, *value;
	int line;
};

struct header {
	const char *file;
	size_t count;
	struct key *key;
};

/*
 * Reads the header and blanks it in the source. False, with a fault, when
 * there is none: then nothing else in the file is worth a word. `known` names
 * the keys that may stand in it, separated by spaces; one that ends in '*'
 * stands for all keys with that beginning ("doel-*"). Everything odd is a
 * fault.
 */
bool header_take(struct header *, struct arena *, struct faults *,
    struct source *, const char *known) MUST_CHECK;

/* The value, or NULL. */
const char *header_get(const struct header *, const char *key);
/* The value, or "" and a fault that tells what should stand there. */
const char *header_need(const struct header *, struct faults *, const char *key,
    const char *example);
/* A date yyyy-mm-dd that exists; "" and a fault when it is not. */
const char *
header_date(const struct header *, struct faults *, const char *key);
/* "20 minuten" as 20; 0 and a fault when it is not that. */
int header_minutes(const struct header *, struct faults *, const char *key);
/* Language must be nl; a valid-until must come after the date. */
void header_check(const struct header *, struct faults *);
/* The line a key stands on, 1 when there is none. */
int header_line(const struct header *, const char *key);

/* yyyy-mm-dd and in the calendar. */
bool date_is_valid(const char *);
/* [a-z][a-z0-9-]*, at most 64 long. */
bool id_is_valid(const char *);
#endif
