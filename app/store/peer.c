/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * peer.c - rows about reading each other's plans. A text is sealed for who
 * wrote it, so reading one takes that person's id; it goes no further than
 * this file.
 */
#include "store/peer.h"

#include "store/sealed.h"

#include <string.h>

enum { TOKEN_HASH_BYTES = 32 };

static const char WORD[] = "peer_word", ANSWER[] = "peer_reply.answer";

static int
get_int(const struct batch *b, enum query q, int row, const char *column)
{
	return (int)batch_get_int(b, q, row, column);
}

static int64_t
int_or_0(const struct batch *b, enum query q, int row, const char *column)
{
	return batch_is_null(b, q, row, column)
		   ? 0
		   : batch_get_int(b, q, row, column);
}

/* --- where it stands ------------------------------------------------------ */

void
peer_ask_news(struct batch *b, const unsigned char token_hash[32],
    const char *course, const char *casus)
{
	batch_add(b, QUERY_PEER_NEWS);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
	batch_text(b, course);
	batch_text(b, casus);
}

size_t
peer_read_news(const struct batch *b, const struct peer_news **out)
{
	const enum query q = QUERY_PEER_NEWS;
	int n = batch_rows(b, q);
	struct peer_news *list =
	    arena_array(b->arena, (size_t)n, sizeof(*list));

	for (int i = 0; i < n; i++)
		list[i] = (struct peer_news){
		    .course = batch_get(b, q, i, "course"),
		    .casus = batch_get(b, q, i, "casus"),
		    .is_open = batch_get_bool(b, q, i, "is_open"),
		    .is_handed_in = batch_get_bool(b, q, i, "handed_in"),
		    .dealt = get_int(b, q, i, "dealt"),
		    .sent = get_int(b, q, i, "sent"),
		    .received = get_int(b, q, i, "received"),
		    .unseen = get_int(b, q, i, "unseen"),
		};
	*out = list;
	return (size_t)n;
}

void
peer_ask_deal(struct batch *b, const struct plan_key *key)
{
	plan_add(b, QUERY_PEER_DEAL, key);
}

void
peer_ask_waiting(struct batch *b, const struct plan_key *key)
{
	plan_add(b, QUERY_PEER_WAITING, key);
}

int
peer_read_waiting(const struct batch *b)
{
	return get_int(b, QUERY_PEER_WAITING, 0, "count");
}

/* What a maker said back, sealed for the maker under the reader's number. */
static const char *
answer_of(const struct batch *b, enum query q, int row)
{
	if (batch_is_null(b, q, row, "answer"))
		return "";
	return sealed_get_of(b, batch_get_int(b, q, row, "maker_id"), ANSWER,
	    batch_get(b, q, row, "reader_number"),
	    batch_get(b, q, row, "answer"));
}

static bool
has_helped(const struct batch *b, enum query q, int row)
{
	return !batch_is_null(b, q, row, "helped") &&
	       batch_get_bool(b, q, row, "helped");
}

void
peer_ask_dealt(struct batch *b, const struct plan_key *key)
{
	sealed_ask(b, key->token_hash, key->course, key->casus, 0);
	plan_add(b, QUERY_PEER_DEALT, key);
}

size_t
peer_read_dealt(const struct batch *b, const struct peer_dealt **out)
{
	const enum query q = QUERY_PEER_DEALT;
	int n = batch_rows(b, q);
	struct peer_dealt *list =
	    arena_array(b->arena, (size_t)n, sizeof(*list));

	for (int i = 0; i < n; i++)
		list[i] = (struct peer_dealt){
		    .slot = get_int(b, q, i, "slot"),
		    .saved_s = int_or_0(b, q, i, "saved_s"),
		    .sent_s = int_or_0(b, q, i, "sent_s"),
		    .is_answered = !batch_is_null(b, q, i, "helped"),
		    .has_helped = has_helped(b, q, i),
		    .answer = answer_of(b, q, i),
		};
	*out = list;
	return (size_t)n;
}

/* --- what one writes ------------------------------------------------------ */

void
peer_ask_own(struct batch *b, const struct plan_key *key, int slot)
{
	sealed_ask(b, key->token_hash, key->course, key->casus, 0);
	plan_add(b, QUERY_PEER_OWN, key);
	batch_int(b, slot);
}

/* The field of a row, with its words as somebody wrote them. */
static struct peer_word
word_at(const struct batch *b, enum query q, int row, const char *writer)
{
	const char *field = batch_get(b, q, row, "field");

	return (struct peer_word){.field = field,
	    .value = sealed_get_of(b, batch_get_int(b, q, row, writer), WORD,
		field, batch_get(b, q, row, "value"))};
}

bool
peer_read_own(struct peer_own *out, const struct batch *b)
{
	const enum query q = QUERY_PEER_OWN;
	int n = batch_rows(b, q);
	struct peer_word *list =
	    arena_array(b->arena, (size_t)n, sizeof(*list));

	*out = (struct peer_own){.words = list};
	if (n == 0)
		return false;
	out->number = get_int(b, q, 0, "number");
	out->saved_s = int_or_0(b, q, 0, "saved_s");
	out->sent_s = int_or_0(b, q, 0, "sent_s");
	for (int i = 0; i < n; i++) {
		if (batch_is_null(b, q, i, "field"))
			continue;
		list[out->count] = word_at(b, q, i, "writer_id");
		list[out->count++].stamp = batch_get(b, q, i, "stamp");
	}
	return true;
}

const char *
peer_word_of(const struct peer_word *words, size_t count, const char *field)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(words[i].field, field) == 0)
			return words[i].value;
	return "";
}

void
peer_ask_save(struct batch *b, const struct plan_key *key, int slot,
    const struct plan_texts *texts, bool must_send)
{
	const char **sealed =
	    arena_array(b->arena, texts->count, sizeof(*sealed));
	const char **bases =
	    arena_array(b->arena, texts->count, sizeof(*bases));

	for (size_t i = 0; i < texts->count; i++) {
		sealed[i] = sealed_put(b, key->course, key->casus, WORD,
		    texts->fields[i], texts->texts[i], PEER_WORD_MOST);
		bases[i] = sealed_bases(b, key->course, key->casus, WORD,
		    texts->fields[i], texts->bases[i]);
	}
	batch_date(b); /* a stamp may come back: typed, taken out, late */
	plan_add(b, QUERY_PEER_SAVE, key);
	batch_int(b, slot);
	batch_texts(b, texts->fields, texts->count);
	batch_texts(b, sealed, texts->count);
	batch_texts(b, bases, texts->count);
	batch_bool(b, must_send);
}

struct peer_saved
peer_read_saved(const struct batch *b)
{
	static const char *const NAMES[] = {
	    "saved", "sent", "frozen", "changed"};
	const enum query q = QUERY_PEER_SAVE;
	const char *name = batch_get(b, q, 0, "outcome");
	int i = 0;

	while (strcmp(NAMES[i], name) != 0)
		i++;
	return (struct peer_saved){.outcome = (enum peer_outcome)i,
	    .saved_s = batch_get_int(b, q, 0, "saved_s"),
	    .stamps = batch_get(b, q, 0, "stamps")};
}

/* --- what readers wrote --------------------------------------------------- */

void
peer_ask_received(struct batch *b, const struct plan_key *key)
{
	sealed_ask(b, key->token_hash, key->course, key->casus, 0);
	plan_add(b, QUERY_PEER_RECEIVED, key);
}

/*
 * Rows of a judgement stand together: a field each, or one without a field.
 * writer: the column of who wrote it.
 */
static size_t
read_judgements(struct peer_judgement *list, const struct batch *b,
    enum query q, const char *writer)
{
	int n = batch_rows(b, q);
	struct peer_word *words =
	    arena_array(b->arena, (size_t)n, sizeof(*words));
	size_t count = 0;

	for (int i = 0; i < n; i++) {
		struct peer_judgement *j = &list[count];
		int reader, number;
		int64_t maker;

		if (batch_is_null(b, q, i, "reader_number"))
			continue; /* a team in which nothing was dealt */
		reader = get_int(b, q, i, "reader_number");
		number = get_int(b, q, i, "number");
		maker = batch_get_int(b, q, i, "maker_id");
		if (count == 0 || j[-1].reader != reader ||
		    j[-1].number != number || j[-1].maker_id != maker) {
			*j = (struct peer_judgement){.reader = reader,
			    .number = number,
			    .maker_id = maker,
			    .is_answered = !batch_is_null(b, q, i, "helped"),
			    .has_helped = has_helped(b, q, i),
			    .answer = answer_of(b, q, i),
			    .words = &words[i]};
			count++;
		}
		if (!batch_is_null(b, q, i, "field"))
			words[i] = word_at(b, q, i, writer);
		list[count - 1].count += !batch_is_null(b, q, i, "field");
	}
	return count;
}

size_t
peer_read_received(const struct batch *b, const struct peer_judgement **out)
{
	const enum query q = QUERY_PEER_RECEIVED;
	struct peer_judgement *list =
	    arena_array(b->arena, (size_t)batch_rows(b, q), sizeof(*list));

	*out = list;
	return read_judgements(list, b, q, "writer_id");
}

void
peer_ask_see(struct batch *b, const struct plan_key *key)
{
	plan_add(b, QUERY_PEER_SEE, key);
}

void
peer_ask_reply(struct batch *b, const struct plan_key *key, int reader,
    bool has_helped_them, const char *answer)
{
	plan_add(b, QUERY_PEER_REPLY, key);
	batch_int(b, reader);
	batch_bool(b, has_helped_them);
	batch_text(b,
	    sealed_put(b, key->course, key->casus, ANSWER,
		arena_printf(b->arena, "%d", reader), answer, PEER_REPLY_MOST));
}

bool
peer_is_replied(const struct batch *b)
{
	return strcmp(batch_get(b, QUERY_PEER_REPLY, 0, "outcome"), "saved") ==
	       0;
}

/* --- the coach ------------------------------------------------------------ */

void
peer_ask_rounds(struct batch *b, const unsigned char token_hash[32])
{
	batch_add(b, QUERY_PEER_ROUNDS);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
}

size_t
peer_read_rounds(const struct batch *b, const struct peer_round **out)
{
	const enum query q = QUERY_PEER_ROUNDS;
	int n = batch_rows(b, q);
	struct peer_round *list =
	    arena_array(b->arena, (size_t)n, sizeof(*list));

	for (int i = 0; i < n; i++) {
		list[i] = (struct peer_round){
		    .team_id = batch_get_int(b, q, i, "team_id"),
		    .team = batch_get(b, q, i, "team")};
		if (batch_is_null(b, q, i, "course"))
			continue;
		list[i].course = batch_get(b, q, i, "course");
		list[i].casus = batch_get(b, q, i, "casus");
		list[i].is_open = batch_get_bool(b, q, i, "is_open");
		list[i].handed_in = get_int(b, q, i, "handed_in");
		list[i].dealt = get_int(b, q, i, "dealt");
		list[i].sent = get_int(b, q, i, "sent");
	}
	*out = list;
	return (size_t)n;
}

void
peer_ask_round(
    struct batch *b, const struct plan_key *key, int64_t team, bool is_open)
{
	batch_date(b); /* opened and closed: the last one counts */
	plan_add(b, QUERY_PEER_ROUND, key);
	batch_int(b, team);
	batch_bool(b, is_open);
}

void
peer_ask_team(struct batch *b, const struct plan_key *key, int64_t team)
{
	sealed_ask(b, key->token_hash, key->course, key->casus, 0);
	plan_add(b, QUERY_PEER_TEAM, key);
	batch_int(b, team);
}

size_t
peer_read_team(
    const struct batch *b, const struct peer_judgement **out, const char **team)
{
	const enum query q = QUERY_PEER_TEAM;
	int n = batch_rows(b, q), row = 0;
	struct peer_judgement *list =
	    arena_array(b->arena, (size_t)n, sizeof(*list));
	size_t count = read_judgements(list, b, q, "reader_id");

	*team = n == 0 ? NULL : batch_get(b, q, 0, "team");
	for (size_t i = 0; i < count; i++) {
		list[i].person = batch_get(b, q, row, "reader");
		list[i].maker = batch_get(b, q, row, "maker");
		list[i].sent_s = int_or_0(b, q, row, "sent_s");
		row += list[i].count == 0 ? 1 : (int)list[i].count;
	}
	*out = list;
	return count;
}
