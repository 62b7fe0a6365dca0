/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_STORE_SEALED_H
#define LMS_STORE_SEALED_H
/*
 * Sealed columns, for the files of store/. A column with what somebody wrote
 * gets its parameter through sealed_put and is read through sealed_get; SQL
 * and pages know nothing of it (base/seal.c says what SQL may do with it).
 *
 * Adding a column: sealed_ask in the ask function, sealed_put and sealed_get
 * around the value, CHECK (seal_fits(organisation_id, x, most)) instead of
 * CHECK (length(x) <= most), seal_mark(x) where SQL makes a stamp of it, a row
 * in SEALED_COLUMNS (cli/reseal.c), and ROUTE_WRITTEN for what writes it.
 *
 * A row may be copied to another version of the same plan, and a text to its
 * own history: the place of a text does not say so.
 */
#include "base/seal.h"
#include "store/batch.h"

/* Who writes, and the key that seals it. Found in a trip before. */
struct seal_writer {
	int64_t organisation, person;
	bool has_key; /* false: this organisation has none yet */
	struct seal_key key;
};

/* The master keys of this process; without them nothing is sealed. */
void sealed_use(const struct seal_masters *, const char *path);
bool sealed_is_on(void);
/*
 * NULL: this master key is there; else what to do, in Dutch. A file that has
 * changed is read again.
 */
const char *sealed_lacks(struct arena *, const char *master);

/* Asks for what opens the texts of a plan; person 0: of whoever asks. */
void sealed_ask(struct batch *, const unsigned char token_hash[32],
    const char *course, const char *casus, int64_t person);
/* Who asks and the newest key; false: there is no session. */
bool sealed_read_writer(struct seal_writer *, const struct batch *);
/* A text in the answer could not be opened: show nothing of it. */
bool sealed_is_broken(const struct batch *);

/*
 * A parameter: the text, sealed by the batch's writer for this place. row:
 * what names the row within the plan ("" when the column does). A text of
 * more than `most` characters becomes one that no column takes; so does one
 * that points to a real person (core/privacy.h): then the batch is_private.
 */
const char *sealed_put(struct batch *, const char *course, const char *casus,
    const char *column, const char *row, const char *text, size_t most);
/* The same in the place of somebody else, whose plan it is about. */
const char *sealed_put_for(struct batch *, int64_t person, const char *course,
    const char *casus, const char *column, const char *row, const char *text,
    size_t most);
/* For text that is stored as it is: then only that the batch is_private. */
void sealed_check(struct batch *, const char *text);
/*
 * The stamps that a form knows of a text (migrations/0005), and beside each of
 * plain text that of the same text sealed: a browser makes the first, and so
 * did pages before the text was sealed. NULL stays NULL.
 */
const char *sealed_bases(const struct batch *, const char *course,
    const char *casus, const char *column, const char *row, const char *bases);
/* A value as it was written; "" (and see sealed_is_broken) on failure. */
const char *sealed_get(const struct batch *, const char *column,
    const char *row, const char *value);

/* The same of a text that this person wrote: not whose plan is read. */
const char *sealed_get_of(const struct batch *, int64_t person,
    const char *column, const char *row, const char *value);
/* From now on sealed_get reads what this person wrote: found in the answer. */
void sealed_whose(const struct batch *, int64_t person);

/* The place that a text is bound to; for those two, and to seal anew. */
const char *sealed_place(struct arena *, int64_t organisation, int64_t person,
    const char *course, const char *casus, const char *column, const char *row);
/* Unwraps a key as the database gives it; false: no master key does. */
bool
sealed_unwrap(struct seal_key *, const char *master, const char *wrapped_hex);
#endif
