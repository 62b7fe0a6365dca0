/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_BASE_SEAL_H
#define LMS_BASE_SEAL_H
/*
 * Sealed text: what somebody wrote, as the database keeps it. Each
 * organisation has data keys of its own; they stand in the database, wrapped
 * under a master key that does not. secret_start must have run.
 */
#include "base/arena.h"
#include <stdbool.h>
#include <stdint.h>

enum {
	SEAL_SECRET_BYTES = 64,	  /* one half seals, the other names */
	SEAL_WRAPPED_BYTES = 104, /* nonce, secret, tag */
	SEAL_MASTER_BYTES = 32,
	SEAL_ID_BYTES = 17, /* 16 hex digits and the closing NUL */
	SEAL_MASTERS_MAX = 8
};

struct seal_master {
	char id[SEAL_ID_BYTES]; /* a hash of the key: may be shown */
	unsigned char key[SEAL_MASTER_BYTES];
};

/* The master keys of a file, the newest first: that one wraps. */
struct seal_masters {
	size_t count;
	struct seal_master master[SEAL_MASTERS_MAX];
};

/* A key that seals the texts of one organisation. */
struct seal_key {
	int64_t organisation;
	int number; /* 1, 2, …: the highest seals, all of them open */
	unsigned char secret[SEAL_SECRET_BYTES];
};

void seal_master_new(struct seal_master *);
const struct seal_master *
seal_master_find(const struct seal_masters *, const char *id);
/*
 * Reads a file of master keys. NULL when that went well, else what is wrong
 * and what to do, in Dutch: it is not there, others may read it, or it is no
 * such file.
 */
const char *
seal_masters_read(struct seal_masters *, struct arena *, const char *path);
/* Writes one, for its owner only, in the place of what was there. */
const char *seal_masters_write(
    const struct seal_masters *, struct arena *, const char *path);

/* A fresh key; the names that it gives are those of `before`, if any. */
void seal_key_new(struct seal_key *, int64_t organisation, int number,
    const struct seal_key *before);
void seal_wrap(unsigned char out[SEAL_WRAPPED_BYTES], const struct seal_key *,
    const struct seal_master *);
/* Organisation and number are filled in already. False: not this master's. */
bool seal_unwrap(struct seal_key *, const unsigned char in[SEAL_WRAPPED_BYTES],
    const struct seal_master *);

/*
 * Seals a text for one place, which says of which organisation, table, column
 * and row it is: in another place it cannot be opened. "" stays "".
 */
const char *seal_text(struct arena *, const struct seal_key *,
    const char *place, const char *text);
enum { SEAL_PLAIN_STAMP = 16 /* hex digits */, SEAL_STAMP_BYTES = 18 };
/*
 * The stamp that the database gives a sealed text (text_stamp), of the stamp
 * that it gives the same text in plain: 16 hex digits of its SHA-256, as a
 * browser makes them too.
 */
void seal_stamp(char out[SEAL_STAMP_BYTES], const struct seal_key *,
    const char *place, const char *plain_stamp);
/* NULL: another key, another place, or not as it was sealed. */
const char *seal_open(struct arena *, const struct seal_key *,
    const char *place, const char *sealed);
bool seal_is_sealed(const char *);
/* The key that a sealed text names; false when it is no such text. */
bool seal_key_of(const char *sealed, int64_t *organisation, int *number);
#endif
