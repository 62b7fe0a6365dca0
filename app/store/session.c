/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * session.c - who is asking, and the acts around logging in.
 */
#include "store/session.h"

enum { TOKEN_HASH_BYTES = 32 };

void
session_ask(struct batch *b, const unsigned char token_hash[32], unsigned roles)
{
	batch_add(b, QUERY_SESSION_REQUIRE);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
	batch_int(b, roles);
}

void
session_ask_first(struct batch *b, const unsigned char token_hash[32],
    unsigned roles)
{
	if (b->count > 0 && STATEMENTS[b->ask[0].query].has_session)
		return;
	session_ask(b, token_hash, roles);
	batch_put_first(b);
}

void
session_read(struct session *out, const struct batch *b)
{
	const enum query q = b->ask[0].query;

	if (!batch_has_column(b, q, "person_id"))
		return;
	*out = (struct session){
		.person_id = batch_get_int(b, q, 0, "person_id"),
		.organisation_id = batch_get_int(b, q, 0, "organisation_id"),
		.name = batch_get(b, q, 0, "name"),
		.organisation = batch_get(b, q, 0, "organisation"),
		.roles = (unsigned)batch_get_int(b, q, 0, "roles"),
		.organisation_count =
		    (int)batch_get_int(b, q, 0, "organisation_count"),
	};
}

/* They end with what require_session raises in. */
int
session_columns(const struct batch *b)
{
	const PGresult *r = b->count > 0 ? b->ask[0].reply : NULL;

	return r == NULL ? 0 : PQfnumber(r, "refused") + 1;
}

void
session_ask_start(struct batch *b, const unsigned char token_hash[32],
    int64_t person_id)
{
	batch_add(b, QUERY_SESSION_DELETE_EXPIRED);
	batch_add(b, QUERY_SESSION_INSERT);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
	batch_int(b, person_id);
}

bool
session_read_start(const struct batch *b)
{
	return batch_rows(b, QUERY_SESSION_INSERT) == 1;
}

const char *
session_started_name(const struct batch *b)
{
	return batch_get(b, QUERY_SESSION_INSERT, 0, "name");
}

void
session_ask_end(struct batch *b, const unsigned char token_hash[32])
{
	batch_add(b, QUERY_SESSION_DELETE);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
}

void
session_ask_end_all(struct batch *b, const unsigned char token_hash[32])
{
	batch_add(b, QUERY_SESSION_DELETE_ALL);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
}

void
session_ask_note_use(struct batch *b, const unsigned char token_hash[32])
{
	batch_add(b, QUERY_SESSION_NOTE_USE);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
}

void
session_ask_list(struct batch *b, const unsigned char token_hash[32])
{
	batch_add(b, QUERY_SESSION_LIST);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
}

size_t
session_read_list(const struct batch *b, const struct session_place **out)
{
	const enum query q = QUERY_SESSION_LIST;
	int n = batch_rows(b, q);
	struct session_place *list =
	    arena_array(b->arena, (size_t)n, sizeof(*list));

	for (int i = 0; i < n; i++)
		list[i] = (struct session_place){
			.is_this = batch_get_bool(b, q, i, "is_this"),
			.started_s = batch_get_int(b, q, i, "started_s"),
			.used_s = batch_get_int(b, q, i, "used_s"),
		};
	*out = list;
	return (size_t)n;
}

void
session_ask_organisations(struct batch *b, const unsigned char token_hash[32])
{
	batch_add(b, QUERY_SESSION_ORGANISATIONS);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
}

size_t
session_read_organisations(const struct batch *b,
    const struct session_organisation **out)
{
	const enum query q = QUERY_SESSION_ORGANISATIONS;
	int n = batch_rows(b, q);
	struct session_organisation *list =
	    arena_array(b->arena, (size_t)n, sizeof(*list));

	for (int i = 0; i < n; i++)
		list[i] = (struct session_organisation){
			.id = batch_get_int(b, q, i, "id"),
			.name = batch_get(b, q, i, "name"),
			.is_active = batch_get_bool(b, q, i, "is_active"),
		};
	*out = list;
	return (size_t)n;
}

void
session_ask_switch(struct batch *b, const unsigned char token_hash[32],
    int64_t organisation_id)
{
	batch_add(b, QUERY_SESSION_SWITCH);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
	batch_int(b, organisation_id);
}
