/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CLI_KEY_H
#define LMS_CLI_KEY_H
/* The keys that seal texts: master keys in a file, data keys in rows. */
#include "base/seal.h"
#include "cli/database.h"

/*
 * Reads the file of LEER_SLEUTEL, when that is set, so that this process can
 * seal and open. An exit code; it has said what is wrong.
 */
int key_use(struct arena *, struct seal_masters *);

/* The data keys of an organisation, the newest first. False: it said why. */
struct key_list {
	size_t count;
	struct seal_key *key;
};
bool
key_list(struct key_list *, PGconn *, struct arena *, const char *organisation);
/* Adds a data key under the newest master key. */
bool key_add(PGconn *, struct arena *, const struct seal_masters *,
    const char *organisation);
/* What a new organisation needs, when texts are sealed here. */
bool key_for_new(PGconn *, struct arena *, const char *organisation);

/*
 * Seals every text of this organisation that its newest key did not seal;
 * counts them. May be broken off and begun again, while others write.
 */
bool reseal_organisation(
    PGconn *, struct arena *, const char *organisation, long *count);
/* Texts of an organisation: in plain text, or not under its newest key. */
bool reseal_left(PGconn *, struct arena *, const char *organisation,
    const struct seal_key *newest, long *plain, long *older);
#endif
