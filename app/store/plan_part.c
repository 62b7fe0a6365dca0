/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * plan_part.c - acts on the parts of a draft. The database's functions lock
 * the draft, check the limits and count the revision (migrations/0004
 * and 0005).
 */
#include "store/plan_part.h"

#include "store/sealed.h"

/* The last act on a part counts, so an old one may not come after it. */
static void
add_act(struct batch *b, enum query query, const struct plan_key *key)
{
	batch_date(b);
	plan_add(b, query, key);
}

static void
add_price(struct batch *b, const struct plan_price *price)
{
	batch_bool(b, price->may_be_own);
	batch_text(b, price->choice);
	batch_int(b, price->from_eurocent);
	batch_int(b, price->from_jaar);
	batch_int(b, price->eurocent);
	batch_int(b, price->jaar);
	batch_text(b, price->afleiding);
}

/* Of a tariff that is not known here; the database finds it. */
static void
add_int_if(struct batch *b, bool is_known, int64_t value)
{
	if (is_known)
		batch_int(b, value);
	else
		batch_text(b, NULL);
}

void
plan_ask_price_line(struct batch *b, const struct plan_key *key,
    const char *basis, const struct plan_line *line,
    const struct plan_price *price)
{
	const bool is_known = line->omschrijving != NULL;

	add_act(b, QUERY_PLAN_LINE_PUT, key);
	batch_text(b, basis);
	batch_text(b, line->id);
	batch_text(b, scenario_name(line->scenario));
	batch_text(b, line->persoon);
	batch_text(b, line->code);
	batch_text(b, line->omschrijving);
	batch_text(b, line->domein);
	batch_text(b, line->wet);
	batch_text(b, line->aard);
	batch_text(b, line->rol);
	batch_text(b, line->payers[0].betaler);
	add_int_if(b, is_known, line->tarief_eurocent);
	batch_text(b, line->eenheid);
	add_int_if(b, is_known, line->prijspeil_jaar);
	batch_text(b, line->zekerheid);
	batch_text(b, line->kasstroom);
	batch_text(b, line->hoeveelheid);
	batch_text(b, line->per);
	batch_text(b, line->duur_aantal);
	batch_text(b, line->duur_eenheid);
	batch_int(b, line->start_maand);
	batch_text(b, line->kans);
	batch_text(b,
	    sealed_put(b, key->course, key->casus, "plan_line.stopreden",
		line->id, line->stopreden, STOPREDEN_MOST));
	add_price(b, price);
	if (line->verlengde_jeugdhulp == SIGN_NONE)
		batch_text(b, NULL); /* not asked: what is stored stays */
	else
		batch_bool(b, line->verlengde_jeugdhulp == SIGN_YES);
}

void
plan_ask_put_line(struct batch *b, const struct plan_key *key,
    const char *basis, const struct plan_line *line)
{
	static const struct plan_price AS_IT_IS = { .choice = "" };

	plan_ask_price_line(b, key, basis, line, &AS_IT_IS);
}

void
plan_ask_copy_lines(struct batch *b, const struct plan_key *key,
    const char *act)
{
	add_act(b, QUERY_PLAN_LINES_COPY, key);
	batch_text(b, act);
}

void
plan_ask_undo_copy(struct batch *b, const struct plan_key *key,
    const char *act)
{
	add_act(b, QUERY_PLAN_COPY_UNDO, key);
	batch_text(b, act);
}

void
plan_ask_copied(struct batch *b, const struct plan_key *key, const char *act)
{
	plan_add(b, QUERY_PLAN_COPIED, key);
	batch_text(b, act);
}

struct plan_copied
plan_read_copied(const struct batch *b)
{
	const enum query q = QUERY_PLAN_COPIED;

	if (batch_rows(b, q) == 0)
		return (struct plan_copied){ 0 };
	return (struct plan_copied){
		.lines = (int)batch_get_int(b, q, 0, "count"),
		.stops = (int)batch_get_int(b, q, 0, "stops"),
	};
}

void
plan_ask_put_article(struct batch *b, const struct plan_key *key, int64_t seen,
    const char *code)
{
	add_act(b, QUERY_PLAN_ARTICLE_PUT, key);
	batch_int(b, seen);
	batch_text(b, code);
}

void
plan_ask_save_argument(struct batch *b, const struct plan_key *key,
    int64_t seen, const struct plan_argument *from)
{
	const char *parts[ARGUMENT_PARTS], *texts[ARGUMENT_PARTS],
	    *bases[ARGUMENT_PARTS];
	size_t n = 0;

	for (int i = 0; i < ARGUMENT_PARTS; i++) {
		const char *field;

		if (from->text[i] == NULL)
			continue;
		parts[n] = argument_part_name((enum argument_part)i);
		field = arena_printf(b->arena, "%s:%s", parts[n], from->code);
		texts[n] = sealed_put(b, key->course, key->casus, "plan_text",
		    field, from->text[i], ARGUMENT_MOST);
		bases[n++] = sealed_bases(b, key->course, key->casus,
		    "plan_text", field, from->basis[i]);
	}
	add_act(b, QUERY_PLAN_ARGUMENT_SAVE, key);
	batch_int(b, seen);
	batch_text(b, from->code);
	batch_texts(b, parts, n);
	batch_texts(b, texts, n);
	batch_texts(b, bases, n);
}

static void
put_action(struct batch *b, const struct plan_key *key, const char *column,
    const char *id, const char *text, size_t most)
{
	batch_text(b,
	    sealed_put(b, key->course, key->casus, column, id, text, most));
}

void
plan_ask_put_action(struct batch *b, const struct plan_key *key,
    const char *basis, const struct plan_action *action)
{
	add_act(b, QUERY_PLAN_ACTION_PUT, key);
	batch_text(b, basis);
	batch_text(b, action->id);
	put_action(b, key, "plan_action.wat", action->id, action->wat, WAT_MOST);
	put_action(b, key, "plan_action.wie", action->id, action->wie, WIE_MOST);
	put_action(b, key, "plan_action.wanneer", action->id, action->wanneer,
	    WANNEER_MOST);
}

void
plan_ask_figures(struct batch *b, const struct plan_key *key,
    const struct plan_figures *figures, const char *rate)
{
	add_act(b, QUERY_PLAN_FIGURES, key);
	batch_texts(b, figures->name, figures->count);
	batch_texts(b, figures->value, figures->count);
	batch_texts(b, figures->basis, figures->count);
	batch_text(b, rate);
}

static void
ask_part(struct batch *b, enum query query, const struct plan_key *key,
    const struct plan_part *part)
{
	plan_add(b, query, key);
	batch_text(b, part->kind);
	batch_text(b, part->id);
	batch_text(b, part->basis);
}

void
plan_ask_remove(struct batch *b, const struct plan_key *key,
    const struct plan_part *part)
{
	batch_date(b);
	ask_part(b, QUERY_PLAN_PART_REMOVE, key, part);
}

void
plan_ask_restore(struct batch *b, const struct plan_key *key,
    const struct plan_part *part)
{
	batch_date(b);
	ask_part(b, QUERY_PLAN_PART_RESTORE, key, part);
}

void
plan_ask_removed(struct batch *b, const struct plan_key *key, const char *kind,
    const char *id)
{
	sealed_ask(b, key->token_hash, key->course, key->casus, 0);
	plan_add(b, QUERY_PLAN_REMOVED, key);
	batch_text(b, kind);
	batch_text(b, id);
}

const char *
plan_read_removed(const struct batch *b)
{
	const enum query q = QUERY_PLAN_REMOVED;

	return batch_rows(b, q) > 0 ? /* of an action; others have no seal */
	    sealed_get(b, "plan_action.wat", batch_get(b, q, 0, "id"),
		batch_get(b, q, 0, "name")) :
	    NULL;
}

const char *
plan_read_removed_stamp(const struct batch *b)
{
	return batch_rows(b, QUERY_PLAN_REMOVED) > 0 ?
	    batch_get(b, QUERY_PLAN_REMOVED, 0, "stamp") :
	    NULL;
}

enum scenario
plan_read_removed_scenario(const struct batch *b)
{
	const enum query q = QUERY_PLAN_REMOVED;

	if (batch_rows(b, q) == 0 || batch_is_null(b, q, 0, "scenario"))
		return SCENARIO_COUNT;
	return scenario_by_name(batch_get(b, q, 0, "scenario"));
}
