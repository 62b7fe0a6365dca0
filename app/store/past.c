/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * past.c - earlier states of texts. What is kept, and for how long, is the
 * database's own rule; here it is read and put back.
 */
#include "store/past.h"

#include "store/sealed.h"

static void
add(struct batch *b, enum query query, const struct plan_key *key,
    const char *field)
{
	plan_add(b, query, key);
	batch_text(b, field);
}

void
past_ask(struct batch *b, const struct plan_key *key, const char *field)
{
	sealed_ask(b, key->token_hash, key->course, key->casus, 0);
	add(b, QUERY_PAST_LIST, key, field);
}

size_t
past_read(const struct batch *b, const struct past_text **out)
{
	const enum query q = QUERY_PAST_LIST;
	int n = batch_rows(b, q);
	struct past_text *list = arena_array(b->arena, (size_t)n, sizeof(*list));

	for (int i = 0; i < n; i++) {
		const char *field = batch_get(b, q, i, "field");

		list[i] = (struct past_text){ field,
			batch_get_int(b, q, i, "id"),
			batch_get_int(b, q, i, "saved_s"),
			sealed_get(b, "plan_text", field,
			    batch_get(b, q, i, "value")) };
	}
	*out = list;
	return (size_t)n;
}

void
past_ask_put_back(struct batch *b, const struct plan_key *key,
    const char *field, int64_t id, const char *basis)
{
	batch_date(b);
	add(b, QUERY_PAST_PUT_BACK, key, field);
	batch_int(b, id);
	batch_text(b, basis);
}

void
past_ask_tidy(struct batch *b)
{
	batch_add(b, QUERY_PAST_TIDY);
}
