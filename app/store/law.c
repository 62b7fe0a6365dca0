/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * law.c - rows of local articles from the database and back.
 */
#include "store/law.h"

#include "base/form.h"

#include <string.h>

static const char PREFIX[] = "LOKAAL-";

enum { TOKEN_HASH_BYTES = 32 };

static void
add(struct batch *b, enum query query, const unsigned char *token_hash)
{
	batch_add(b, query);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
}

int
local_law_number(const char *code)
{
	int64_t number;

	if (strncmp(code, PREFIX, sizeof(PREFIX) - 1) != 0 ||
	    !form_parse_int(
		code + sizeof(PREFIX) - 1, 1, LOCAL_LAW_MAX, &number))
		return 0;
	return (int)number;
}

static size_t
read_rows(const struct batch *b, enum query q, const struct local_law **out)
{
	int n = batch_rows(b, q);
	struct local_law *list =
	    arena_array(b->arena, (size_t)n + 1, sizeof(*list));

	for (int i = 0; i < n; i++)
		list[i] = (struct local_law){
		    .number = (int)batch_get_int(b, q, i, "number"),
		    .version = (int)batch_get_int(b, q, i, "version"),
		    .is_withdrawn = batch_get_bool(b, q, i, "is_withdrawn"),
		    .soort = batch_get(b, q, i, "soort"),
		    .regeling = batch_get(b, q, i, "regeling"),
		    .artikel = batch_get(b, q, i, "artikel"),
		    .kernzin = batch_get(b, q, i, "kernzin"),
		    .wanneer = batch_get(b, q, i, "wanneer"),
		    .helpt_niet = batch_get(b, q, i, "helpt_niet"),
		    .link = batch_get(b, q, i, "link"),
		    .stand = batch_get(b, q, i, "stand"),
		    .domein = batch_get(b, q, i, "domein"),
		    .hindernissen = batch_get(b, q, i, "hindernissen"),
		    .person = batch_is_null(b, q, i, "person")
				  ? NULL
				  : batch_get(b, q, i, "person"),
		    .made_s = batch_get_int(b, q, i, "made_s")};
	*out = list;
	return (size_t)n;
}

void
law_ask_local(struct batch *b, const unsigned char *token_hash)
{
	add(b, QUERY_LAW_LOCAL, token_hash);
}

size_t
law_read_local(const struct batch *b, const struct local_law **out)
{
	return read_rows(b, QUERY_LAW_LOCAL, out);
}

size_t
law_read_plan(const struct batch *b, const struct local_law **out)
{
	return read_rows(b, QUERY_LAW_PLAN, out);
}

void
law_ask_versions(struct batch *b, const unsigned char *token_hash, int number)
{
	add(b, QUERY_LAW_VERSIONS, token_hash);
	batch_int(b, number);
}

size_t
law_read_versions(const struct batch *b, const struct local_law **out)
{
	return read_rows(b, QUERY_LAW_VERSIONS, out);
}

static void
add_act(struct batch *b, enum query query, const struct law_act *act)
{
	add(b, query, act->token_hash);
	batch_text(b, act->id);
	batch_int(b, act->number);
	batch_int(b, act->base);
}

void
law_ask_save(struct batch *b, const struct law_act *act,
    const struct local_law *law, const char *const *phrases, size_t count)
{
	add_act(b, QUERY_LAW_SAVE, act);
	batch_text(b, law->soort);
	batch_text(b, law->regeling);
	batch_text(b, law->artikel);
	batch_text(b, law->kernzin);
	batch_text(b, law->wanneer);
	batch_text(b, law->helpt_niet);
	batch_text(b, law->link);
	batch_text(b, law->stand);
	batch_text(b, law->domein);
	batch_texts(b, phrases, count);
}

void
law_ask_turn(struct batch *b, const struct law_act *act, bool must_go)
{
	add_act(b, QUERY_LAW_TURN, act);
	batch_bool(b, must_go);
}

enum law_outcome
law_read_outcome(const struct batch *b, enum query q, int *number)
{
	static const struct {
		const char *name;
		enum law_outcome outcome;
	} WORDS[] = {{"saved", LAW_SAVED}, {"changed", LAW_CHANGED_ELSEWHERE},
	    {"full", LAW_FULL}, {"gone", LAW_GONE}};
	const char *outcome;

	*number = 0;
	if (batch_rows(b, q) == 0)
		return LAW_DENIED;
	outcome = batch_get(b, q, 0, "outcome");
	*number = (int)batch_get_int(b, q, 0, "number");
	for (size_t i = 0; i < sizeof(WORDS) / sizeof(WORDS[0]); i++)
		if (strcmp(WORDS[i].name, outcome) == 0)
			return WORDS[i].outcome;
	return LAW_DENIED;
}

void
law_ask_drafts(
    struct batch *b, const unsigned char *token_hash, const char *code)
{
	add(b, QUERY_LAW_DRAFTS, token_hash);
	batch_text(b, code);
}

size_t
law_read_drafts(const struct batch *b, const struct law_draft **out)
{
	const enum query q = QUERY_LAW_DRAFTS;
	int n = batch_rows(b, q);
	struct law_draft *list =
	    arena_array(b->arena, (size_t)n + 1, sizeof(*list));

	for (int i = 0; i < n; i++)
		list[i] = (struct law_draft){batch_get(b, q, i, "course"),
		    batch_get(b, q, i, "casus"),
		    batch_get_int(b, q, i, "revision"),
		    batch_get_bool(b, q, i, "has_it")};
	*out = list;
	return (size_t)n;
}

void
law_ask_recent(struct batch *b, const unsigned char *token_hash)
{
	add(b, QUERY_LAW_RECENT, token_hash);
}

size_t
law_read_recent(const struct batch *b, const char *const **out)
{
	const enum query q = QUERY_LAW_RECENT;
	int n = batch_rows(b, q);
	const char **list = arena_array(b->arena, (size_t)n + 1, sizeof(*list));

	for (int i = 0; i < n; i++)
		list[i] = batch_get(b, q, i, "code");
	*out = list;
	return (size_t)n;
}
