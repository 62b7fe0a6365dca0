/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * seals.c - who writes with which key, by session.
 *
 * Whoever writes has just read, and every page of a plan brings the key with
 * it: so it is mostly known. It is forgotten after a minute. By then a newer
 * key is in use everywhere, and `leer sleutel draai` counts on that. When
 * somebody moved to another organisation in that minute, PostgreSQL says that
 * the key is another one's (LM421), and dispatch asks for it anew.
 *
 * One slot a session, by its hash; a newer session takes the slot over.
 */
#include "web/seals.h"

#include "web/routes.h"

#include <string.h>

enum { SLOTS = 1024, HASH_BYTES = 32 };

static struct slot {
	unsigned char token_hash[HASH_BYTES];
	int64_t found_s;
	struct seal_writer writer;
} slots[SLOTS];

static struct slot *
slot_of(const struct exchange *ex)
{
	size_t i;

	memcpy(&i, ex->token_hash, sizeof(i));
	return &slots[i % SLOTS];
}

bool
seals_know(struct exchange *ex)
{
	const struct slot *s = slot_of(ex);

	if (!ex->route->seals || !sealed_is_on())
		return true;
	if (ex->now_s < s->found_s || ex->now_s >= s->found_s + SEALS_S ||
	    memcmp(s->token_hash, ex->token_hash, HASH_BYTES) != 0)
		return false;
	ex->writer = arena_memdup(ex->arena, &s->writer, sizeof(s->writer));
	return true;
}

void
seals_ask(struct exchange *ex)
{
	sealed_ask(ex->batch, ex->token_hash, "", "", 0);
}

/* Without a key it is asked for each time: there may be one any moment. */
void
seals_remember(struct exchange *ex)
{
	struct seal_writer *w;
	struct slot *s;

	if (ex->batch->ring == NULL)
		return;
	w = arena_alloc(ex->arena, sizeof(*w));
	if (!sealed_read_writer(w, ex->batch))
		return;
	ex->writer = w;
	if (!w->has_key)
		return;
	s = slot_of(ex);
	memcpy(s->token_hash, ex->token_hash, HASH_BYTES);
	s->found_s = ex->now_s;
	s->writer = *w;
}
