/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tariff.c - rows of tariffs from the database and back, a list a column.
 */
#include "store/tariff.h"

#include <string.h>

enum { TOKEN_HASH_BYTES = 32 };

static void
add(struct batch *b, enum query query, const unsigned char *token_hash)
{
	batch_add(b, query);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
}

void
tariff_ask_own(struct batch *b, const unsigned char *token_hash)
{
	add(b, QUERY_TARIFF_OWN, token_hash);
}

void
tariff_ask_version(struct batch *b, const unsigned char *token_hash, int number)
{
	add(b, QUERY_TARIFF_VERSION, token_hash);
	batch_int(b, number);
}

static size_t
read_rows(const struct batch *b, enum query q, const struct tariff **out)
{
	int n = batch_rows(b, q);
	struct tariff *list = arena_array(b->arena, (size_t)n, sizeof(*list));

	for (int i = 0; i < n; i++) {
		list[i] = (struct tariff){
			.code = batch_get(b, q, i, "code"),
			.omschrijving = batch_get(b, q, i, "omschrijving"),
			.eenheid = batch_get(b, q, i, "eenheid"),
			.tarief_eurocent =
			    batch_get_int(b, q, i, "tarief_eurocent"),
			.prijspeil_jaar =
			    (int)batch_get_int(b, q, i, "prijspeil_jaar"),
			.domein = batch_get(b, q, i, "domein"),
			.wet = batch_get(b, q, i, "wet"),
			.betaler = batch_get(b, q, i, "betaler"),
			.bron = batch_get(b, q, i, "bron"),
			.zekerheid = batch_get(b, q, i, "zekerheid"),
			.aard = batch_get(b, q, i, "aard"),
			.per_gebruikelijk =
			    batch_get(b, q, i, "per_gebruikelijk"),
			.kasstroom = batch_get(b, q, i, "kasstroom"),
			.verblijf24 = batch_get(b, q, i, "verblijf24"),
			.gebeurtenis = batch_get(b, q, i, "gebeurtenis"),
			.ernstig = batch_get(b, q, i, "ernstig"),
		};
		list[i].folded = tariff_folded(b->arena, &list[i]);
	}
	*out = list;
	return (size_t)n;
}

size_t
tariff_read_own(const struct batch *b, const struct tariff **out)
{
	return read_rows(b, QUERY_TARIFF_OWN, out);
}

size_t
tariff_read_version(const struct batch *b, const struct tariff **out)
{
	return read_rows(b, QUERY_TARIFF_VERSION, out);
}

void
tariff_ask_tables(struct batch *b, const unsigned char *token_hash)
{
	add(b, QUERY_TARIFF_TABLES, token_hash);
}

size_t
tariff_read_tables(const struct batch *b, const struct tariff_table **out)
{
	const enum query q = QUERY_TARIFF_TABLES;
	int n = batch_rows(b, q);
	struct tariff_table *list =
	    arena_array(b->arena, (size_t)n, sizeof(*list));

	for (int i = 0; i < n; i++) {
		list[i] = (struct tariff_table){
			.number = (int)batch_get_int(b, q, i, "number"),
			.row_count = (int)batch_get_int(b, q, i, "row_count"),
			.put_back = -1,
			.loaded_s = batch_get_int(b, q, i, "loaded_s"),
		};
		if (!batch_is_null(b, q, i, "put_back"))
			list[i].put_back =
			    (int)batch_get_int(b, q, i, "put_back");
		if (!batch_is_null(b, q, i, "person"))
			list[i].person = batch_get(b, q, i, "person");
	}
	*out = list;
	return (size_t)n;
}

/* One column of all rows, as a list: its value is a text or a number. */
static void
add_texts(struct batch *b, const struct tariff *rows, size_t count,
    size_t offset)
{
	const char **list = arena_array(b->arena, count, sizeof(*list));

	for (size_t i = 0; i < count; i++)
		memcpy(&list[i], (const char *)&rows[i] + offset,
		    sizeof(list[i]));
	batch_texts(b, list, count);
}

static void
add_numbers(struct batch *b, const struct tariff *rows, size_t count)
{
	const char **cents = arena_array(b->arena, count, sizeof(*cents));
	const char **years = arena_array(b->arena, count, sizeof(*years));

	for (size_t i = 0; i < count; i++) {
		cents[i] = arena_printf(b->arena, "%lld",
		    (long long)rows[i].tarief_eurocent);
		years[i] =
		    arena_printf(b->arena, "%d", rows[i].prijspeil_jaar);
	}
	batch_texts(b, cents, count);
	batch_texts(b, years, count);
}

static void
add_act(struct batch *b, enum query query, const struct tariff_act *act)
{
	add(b, query, act->token_hash);
	batch_text(b, act->id);
	batch_int(b, act->base);
}

void
tariff_ask_load(struct batch *b, const struct tariff_act *act,
    const struct tariff *rows, size_t count)
{
	static const size_t BEFORE[] = { offsetof(struct tariff, code),
		offsetof(struct tariff, omschrijving),
		offsetof(struct tariff, eenheid) };
	static const size_t AFTER[] = { offsetof(struct tariff, domein),
		offsetof(struct tariff, wet), offsetof(struct tariff, betaler),
		offsetof(struct tariff, bron),
		offsetof(struct tariff, zekerheid),
		offsetof(struct tariff, aard),
		offsetof(struct tariff, per_gebruikelijk),
		offsetof(struct tariff, kasstroom) };
	static const size_t SIGNS[] = { offsetof(struct tariff, code),
		offsetof(struct tariff, verblijf24),
		offsetof(struct tariff, ernstig),
		offsetof(struct tariff, gebeurtenis) };

	add_act(b, QUERY_TARIFF_LOAD, act);
	for (size_t i = 0; i < sizeof(BEFORE) / sizeof(BEFORE[0]); i++)
		add_texts(b, rows, count, BEFORE[i]);
	add_numbers(b, rows, count);
	for (size_t i = 0; i < sizeof(AFTER) / sizeof(AFTER[0]); i++)
		add_texts(b, rows, count, AFTER[i]);
	add(b, QUERY_TARIFF_LOAD_SIGNS, act->token_hash);
	batch_text(b, act->id);
	for (size_t i = 0; i < sizeof(SIGNS) / sizeof(SIGNS[0]); i++)
		add_texts(b, rows, count, SIGNS[i]);
}

void
tariff_ask_put_back(struct batch *b, const struct tariff_act *act, int number)
{
	add_act(b, QUERY_TARIFF_PUT_BACK, act);
	batch_int(b, number);
}

enum tariff_outcome
tariff_read_outcome(const struct batch *b, enum query q)
{
	const char *outcome = batch_get(b, q, 0, "outcome");

	if (strcmp(outcome, "saved") == 0)
		return TARIFF_SAVED;
	return strcmp(outcome, "gone") == 0 ? TARIFF_NOT_THERE :
					      TARIFF_CHANGED_ELSEWHERE;
}
