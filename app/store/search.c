/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * search.c - asks for what fits a question, and reads what was found.
 */
#include "store/search.h"

enum { TOKEN_HASH_BYTES = 32 };

void
search_ask(struct batch *b, const unsigned char *token_hash,
    const char *edition, const char *question, const char *const *kinds,
    int most)
{
	size_t count = 0;

	while (kinds[count] != NULL)
		count++;
	batch_add(b, QUERY_SEARCH_FIND);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
	batch_text(b, edition);
	batch_text(b, question);
	batch_texts(b, kinds, count);
	batch_int(b, most);
}

bool
search_read(const struct batch *b, const struct search_hit **out, size_t *count)
{
	const enum query q = QUERY_SEARCH_FIND;
	int n = batch_rows(b, q);
	struct search_hit *list =
	    arena_array(b->arena, (size_t)n + 1, sizeof(*list));

	*count = 0;
	*out = list;
	for (int i = 0; i < n; i++) {
		if (batch_is_null(b, q, i, "kind"))
			continue; /* the one row that says nothing is found */
		list[(*count)++] =
		    (struct search_hit){.kind = batch_get(b, q, i, "kind"),
			.key = batch_get(b, q, i, "key"),
			.title = batch_get(b, q, i, "title"),
			.summary = batch_get(b, q, i, "summary"),
			.path = batch_get(b, q, i, "path"),
			.phrase = batch_is_null(b, q, i, "phrase")
				      ? -1
				      : (int)batch_get_int(b, q, i, "phrase"),
			.sentence = batch_is_null(b, q, i, "sentence")
					? NULL
					: batch_get(b, q, i, "sentence")};
	}
	return n > 0 && batch_get_bool(b, q, 0, "is_loaded");
}
