/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * plan_editor.c - acts that put in many lines at once (migrations/0016).
 */
#include "store/plan_editor.h"

#include "store/sealed.h"

#include <string.h>

enum { START_VALUES = 18 };

void
plan_ask_editor(struct batch *b, const struct plan_key *key)
{
	plan_add(b, QUERY_PLAN_EDITOR, key);
}

struct plan_editor
plan_read_editor(const struct batch *b)
{
	const enum query q = QUERY_PLAN_EDITOR;
	size_t n = (size_t)batch_rows(b, q);
	struct plan_answered *answers =
	    arena_array(b->arena, n + 1, sizeof(*answers));
	const char **used = arena_array(b->arena, n + 1, sizeof(*used));
	struct plan_editor out = {.answers = answers, .used = used};

	for (int i = 0; i < (int)n; i++) {
		const char *code = batch_get(b, q, i, "code");

		if (strcmp(batch_get(b, q, i, "kind"), "gebruikt") == 0)
			used[out.used_count++] = code;
		else
			answers[out.answer_count++] = (struct plan_answered){
			    code,
			    scenario_by_name(batch_get(b, q, i, "scenario"))};
	}
	return out;
}

static const char *
number(struct batch *b, int64_t value)
{
	return arena_printf(b->arena, "%lld", (long long)value);
}

/* In the order of put_start_lines. */
static void
write_line(const char **v, struct batch *b, const struct plan_line *l)
{
	const char *const values[START_VALUES] = {l->persoon, l->code,
	    l->omschrijving, l->domein, l->wet, l->aard, l->rol,
	    l->payers[0].betaler, number(b, l->tarief_eurocent), l->eenheid,
	    number(b, l->prijspeil_jaar), l->zekerheid, l->kasstroom,
	    l->hoeveelheid, l->per, l->duur_aantal, l->duur_eenheid,
	    number(b, l->start_maand)};

	memcpy(v, values, sizeof(values));
}

void
plan_ask_put_start(struct batch *b, const struct plan_key *key, const char *act,
    const struct plan_line *const *lines, size_t count)
{
	const char **v =
	    arena_array(b->arena, START_VALUES * (count + 1), sizeof(*v));

	for (size_t i = 0; i < count; i++)
		write_line(v + START_VALUES * i, b, lines[i]);
	batch_date(b);
	plan_add(b, QUERY_PLAN_START_PUT, key);
	batch_text(b, act);
	batch_texts(b, v, START_VALUES * count);
}

void
plan_ask_changes(struct batch *b, const struct plan_key *key, const char *act,
    enum scenario scenario, const struct plan_change *changes, size_t count)
{
	enum { COLUMNS = 9 };
	const char **v[COLUMNS];

	for (int c = 0; c < COLUMNS; c++)
		v[c] = arena_array(b->arena, count + 1, sizeof(char *));
	for (size_t i = 0; i < count; i++) {
		const struct plan_change *a = &changes[i];
		const char *const row[COLUMNS] = {a->line_id, a->answer,
		    a->eenheid, a->hoeveelheid, a->per, a->duur_aantal,
		    a->duur_eenheid, a->start_maand, a->reden};

		for (int c = 0; c < COLUMNS; c++)
			v[c][i] = row[c];
	}
	batch_date(b);
	plan_add(b, QUERY_PLAN_CHANGE_PUT, key);
	batch_text(b, act);
	batch_text(b, scenario_name(scenario));
	for (int c = 0; c < COLUMNS; c++)
		batch_texts(b, v[c], count);
}
