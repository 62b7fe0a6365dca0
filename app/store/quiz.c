/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * quiz.c - what somebody did in one module.
 */
#include "store/quiz.h"

#include <string.h>

enum { TOKEN_HASH_BYTES = 32 };

void
quiz_ask_module(struct batch *b, const unsigned char token_hash[32],
    unsigned roles, const char *course, const char *module)
{
	batch_add(b, QUERY_QUIZ_MODULE);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
	batch_int(b, roles);
	batch_text(b, course);
	batch_text(b, module);
}

/* The record of this question and version; a new one at the end if need be. */
static struct quiz_record *
record_of(struct quiz_record *records, size_t *count, const char *question,
    const char *version)
{
	for (size_t i = 0; i < *count; i++)
		if (strcmp(records[i].question, question) == 0 &&
		    strcmp(records[i].version, version) == 0)
			return &records[i];
	records[*count] =
	    (struct quiz_record){.question = question, .version = version};
	return &records[(*count)++];
}

static void
add_attempt(struct quiz_record *r, const struct batch *b, int row)
{
	const enum query q = QUERY_QUIZ_MODULE;
	int attempt = (int)batch_get_int(b, q, row, "attempt");
	bool is_right = batch_get_bool(b, q, row, "is_right");

	r->is_right_once |= is_right;
	if (attempt == 1)
		r->is_right_first = is_right;
	if (attempt <= r->attempts)
		return;
	r->attempts = attempt;
	r->chosen = (option_set)batch_get_int(b, q, row, "chosen");
	r->answered_s = batch_get_int(b, q, row, "answered_s");
}

void
quiz_read_module(struct quiz_state *out, const struct batch *b)
{
	const enum query q = QUERY_QUIZ_MODULE;
	int n = batch_rows(b, q);
	struct quiz_record *records =
	    arena_array(b->arena, (size_t)n, sizeof(*records));

	*out = (struct quiz_state){.records = records};
	for (int i = 0; i < n; i++) {
		out->is_read = batch_get_bool(b, q, i, "is_read");
		if (!batch_is_null(b, q, i, "question"))
			add_attempt(record_of(records, &out->count,
					batch_get(b, q, i, "question"),
					batch_get(b, q, i, "version")),
			    b, i);
	}
}

const struct quiz_record *
quiz_state_find(const struct quiz_state *state, const struct question *q)
{
	for (size_t i = 0; i < state->count; i++)
		if (strcmp(state->records[i].question, q->id) == 0 &&
		    strcmp(state->records[i].version, q->version) == 0)
			return &state->records[i];
	return NULL;
}

bool
quiz_state_is_outdated(const struct quiz_state *state, const struct question *q)
{
	if (quiz_state_find(state, q) != NULL)
		return false;
	for (size_t i = 0; i < state->count; i++)
		if (strcmp(state->records[i].question, q->id) == 0)
			return true;
	return false;
}

void
quiz_ask_save(struct batch *b, const unsigned char token_hash[32],
    unsigned roles, const struct quiz_answer *a)
{
	batch_add(b, QUERY_QUIZ_SAVE_ANSWER);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
	batch_int(b, roles);
	batch_text(b, a->course);
	batch_text(b, a->module);
	batch_text(b, a->question->id);
	batch_text(b, a->question->version);
	batch_int(b, a->attempt);
	batch_int(b, a->chosen);
	batch_bool(b, question_is_right(a->question, a->chosen));
}

enum quiz_saved
quiz_read_saved(const struct batch *b, const struct quiz_answer *a)
{
	const enum query q = QUERY_QUIZ_SAVE_ANSWER;

	if (batch_rows(b, q) == 0)
		return QUIZ_SKIPS;
	return (option_set)batch_get_int(b, q, 0, "chosen") == a->chosen
		   ? QUIZ_SAVED
		   : QUIZ_OTHER;
}

void
quiz_ask_save_reading(struct batch *b, const unsigned char token_hash[32],
    const char *course, const char *module)
{
	batch_add(b, QUERY_QUIZ_SAVE_READING);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
	batch_text(b, course);
	batch_text(b, module);
}
