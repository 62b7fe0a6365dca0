/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sealed.c - which key seals and opens, for the files of store/.
 *
 * Reading needs one round trip: the wrapped keys come with the rows. Writing
 * needs the key before that trip: who fills a batch gives it its writer, whom
 * web/seals.c remembers.
 *
 * The master keys are those of the process, read at the start. A key that is
 * wrapped under another one makes it look in the file once more, so that a
 * new master key needs no new start.
 */
#include "store/sealed.h"

#include "base/text.h"
#include "core/privacy.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

enum { TOKEN_HASH_BYTES = 32 };

/* What opens the texts of one answer; lives as long as its batch. */
struct seal_ring {
	const char *course, *casus;
	int64_t organisation, person;
	bool is_read, is_broken;
	int count;
	struct seal_key *key;
};

/* No column takes it (seal_fits of migrations/). */
static const char TOO_LONG[] = "\x01";

static struct seal_masters masters;
static char masters_path[512];

/* --- master keys ---------------------------------------------------------- */

void
sealed_use(const struct seal_masters *all, const char *path)
{
	masters = *all;
	snprintf(masters_path, sizeof(masters_path), "%s", path);
}

bool
sealed_is_on(void)
{
	return masters.count > 0;
}

static const struct seal_master *
find_master(struct arena *a, const char *id)
{
	const struct seal_master *m = seal_master_find(&masters, id);
	struct seal_masters again;

	if (m != NULL || !sealed_is_on() ||
	    seal_masters_read(&again, a, masters_path) != NULL)
		return m;
	if (seal_master_find(&again, id) != NULL)
		masters = again;
	return seal_master_find(&masters, id);
}

const char *
sealed_lacks(struct arena *a, const char *master)
{
	if (find_master(a, master) != NULL)
		return NULL;
	return arena_printf(a,
	    "De teksten in de database zijn verzegeld onder hoofdsleutel %s. "
	    "Die staat niet in %s. Zet het juiste bestand terug uit je kluis: "
	    "zonder die sleutel is geen tekst te lezen.",
	    master, masters_path);
}

bool
sealed_unwrap(struct seal_key *key, const char *master, const char *hex)
{
	unsigned char wrapped[SEAL_WRAPPED_BYTES];
	struct arena *a = arena_new();
	const struct seal_master *m = find_master(a, master);
	size_t n = 0;
	bool ok = m != NULL &&
		  sodium_hex2bin(wrapped, sizeof(wrapped), hex, strlen(hex),
		      NULL, &n, NULL) == 0 &&
		  n == sizeof(wrapped) && seal_unwrap(key, wrapped, m);

	arena_free(a);
	return ok;
}

/* --- who, and which keys -------------------------------------------------- */

void
sealed_ask(struct batch *b, const unsigned char token_hash[32],
    const char *course, const char *casus, int64_t person)
{
	if (b->ring != NULL)
		return;
	b->ring = arena_alloc(b->arena, sizeof(*b->ring));
	b->ring->course = course;
	b->ring->casus = casus;
	b->ring->person = person;
	if (!sealed_is_on())
		return;
	batch_add(b, QUERY_SEAL_KEYS);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
}

/* The key of a row; false: no key, or one that cannot be unwrapped. */
static bool
read_key(struct seal_key *out, const struct batch *b, int row)
{
	const enum query q = QUERY_SEAL_KEYS;

	if (batch_is_null(b, q, row, "number"))
		return false;
	out->organisation = batch_get_int(b, q, row, "organisation_id");
	out->number = (int)batch_get_int(b, q, row, "number");
	return sealed_unwrap(out, batch_get(b, q, row, "master"),
	    batch_get(b, q, row, "wrapped"));
}

bool
sealed_read_writer(struct seal_writer *out, const struct batch *b)
{
	const enum query q = QUERY_SEAL_KEYS;

	if (batch_rows(b, q) == 0)
		return false;
	*out = (struct seal_writer){
	    .organisation = batch_get_int(b, q, 0, "organisation_id"),
	    .person = batch_get_int(b, q, 0, "person_id"),
	};
	out->has_key = read_key(&out->key, b, 0);
	/* A key that is there must be used: never plain text beside it. */
	return out->has_key || batch_is_null(b, q, 0, "number");
}

static void
read_ring(const struct batch *b)
{
	struct seal_ring *ring = b->ring;
	int rows = batch_rows(b, QUERY_SEAL_KEYS);

	ring->is_read = true;
	if (rows == 0)
		return;
	ring->key = arena_array(b->arena, (size_t)rows, sizeof(*ring->key));
	ring->organisation =
	    batch_get_int(b, QUERY_SEAL_KEYS, 0, "organisation_id");
	if (ring->person == 0)
		ring->person =
		    batch_get_int(b, QUERY_SEAL_KEYS, 0, "person_id");
	for (int i = 0; i < rows; i++)
		if (read_key(&ring->key[ring->count], b, i))
			ring->count++;
}

bool
sealed_is_broken(const struct batch *b)
{
	return b->ring != NULL && b->ring->is_broken;
}

/* --- texts ---------------------------------------------------------------- */

const char *
sealed_place(struct arena *a, int64_t organisation, int64_t person,
    const char *course, const char *casus, const char *column, const char *row)
{
	return arena_printf(a, "%lld\x1f%lld\x1f%s\x1f%s\x1f%s\x1f%s",
	    (long long)organisation, (long long)person, course, casus, column,
	    row);
}

void
sealed_check(struct batch *b, const char *text)
{
	struct privacy_find find;

	if (text != NULL && privacy_stops(&find, text))
		b->is_private = true;
}

const char *
sealed_put_for(struct batch *b, int64_t person, const char *course,
    const char *casus, const char *column, const char *row, const char *text,
    size_t most)
{
	const struct seal_writer *w = b->writer;

	if (text == NULL || *text == '\0')
		return text;
	sealed_check(b, text);
	if (b->is_private || text_length(text) > most || seal_is_sealed(text))
		return TOO_LONG;
	if (!sealed_is_on() || (w != NULL && !w->has_key))
		return text;
	if (w == NULL) /* a route that does not say that it writes */
		return TOO_LONG;
	return seal_text(b->arena, &w->key,
	    sealed_place(b->arena, w->organisation,
		person == 0 ? w->person : person, course, casus, column, row),
	    text);
}

const char *
sealed_put(struct batch *b, const char *course, const char *casus,
    const char *column, const char *row, const char *text, size_t most)
{
	return sealed_put_for(b, 0, course, casus, column, row, text, most);
}

static bool
is_plain_stamp(const char *stamp, size_t len)
{
	return len == SEAL_PLAIN_STAMP &&
	       strspn(stamp, "0123456789abcdef") >= len;
}

/* First those that fit a sealed text: the first of all says what was shown. */
const char *
sealed_bases(const struct batch *b, const char *course, const char *casus,
    const char *column, const char *row, const char *bases)
{
	const struct seal_writer *w = b->writer;
	char sealed[SEAL_STAMP_BYTES];
	const char *out = "", *place;
	size_t len;

	if (bases == NULL || !sealed_is_on() || w == NULL || !w->has_key)
		return bases;
	place = sealed_place(
	    b->arena, w->organisation, w->person, course, casus, column, row);
	for (const char *p = bases; *p != '\0'; p += len + (p[len] == ' ')) {
		len = strcspn(p, " ");
		if (is_plain_stamp(p, len))
			seal_stamp(sealed, &w->key, place, p);
		out = is_plain_stamp(p, len)
			  ? arena_printf(b->arena, "%s%s ", out, sealed)
			  : arena_printf(b->arena, "%s%.*s ", out, (int)len, p);
	}
	return arena_printf(b->arena, "%s%s", out, bases);
}

static const char *
open_with(const struct batch *b, const char *column, const char *row,
    const char *value, int number)
{
	const struct seal_ring *ring = b->ring;

	for (int i = 0; i < ring->count; i++)
		if (ring->key[i].number == number)
			return seal_open(b->arena, &ring->key[i],
			    sealed_place(b->arena, ring->organisation,
				ring->person, ring->course, ring->casus, column,
				row),
			    value);
	return NULL;
}

const char *
sealed_get(const struct batch *b, const char *column, const char *row,
    const char *value)
{
	const char *text = NULL;
	int64_t organisation = 0;
	int number = 0;

	if (!seal_is_sealed(value))
		return value;
	if (b->ring != NULL && seal_key_of(value, &organisation, &number)) {
		if (!b->ring->is_read)
			read_ring(b);
		text = open_with(b, column, row, value, number);
	}
	if (text != NULL)
		return text;
	fprintf(stderr,
	    "Een verzegelde tekst gaat niet open: %s, organisatie "
	    "%lld, sleutel %d. Zie: leer sleutel toon\n",
	    column, (long long)organisation, number);
	if (b->ring != NULL)
		b->ring->is_broken = true;
	return "";
}

void
sealed_whose(const struct batch *b, int64_t person)
{
	if (b->ring == NULL)
		return;
	if (!b->ring->is_read)
		read_ring(b);
	b->ring->person = person;
}

const char *
sealed_get_of(const struct batch *b, int64_t person, const char *column,
    const char *row, const char *value)
{
	const char *text;
	int64_t was;

	if (b->ring == NULL || !seal_is_sealed(value))
		return sealed_get(b, column, row, value);
	if (!b->ring->is_read)
		read_ring(b);
	was = b->ring->person;
	b->ring->person = person;
	text = sealed_get(b, column, row, value);
	b->ring->person = was;
	return text;
}
