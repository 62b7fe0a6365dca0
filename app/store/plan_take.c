/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * plan_take.c - a plan that was read from a file, into the draft. The rules
 * are SQL: migrations/0013_import.sql.
 */
#include "store/plan_take.h"

#include "store/sealed.h"

static void
add(struct batch *b, enum query query, const struct plan_key *key,
    const char *act)
{
	plan_add(b, query, key);
	batch_text(b, act);
}

static void
seal_lines(struct plan *out, struct batch *b, const struct plan_key *key)
{
	struct plan_line *list =
	    arena_array(b->arena, out->line_count, sizeof(*list));

	for (size_t i = 0; i < out->line_count; i++) {
		list[i] = out->lines[i];
		sealed_check(b, list[i].omschrijving);
		list[i].stopreden = sealed_put(b, key->course, key->casus,
		    "plan_line.stopreden", list[i].id, list[i].stopreden,
		    STOPREDEN_MOST);
	}
	out->lines = list;
}

static const char *
part_name(struct batch *b, enum argument_part part, const char *code)
{
	return arena_printf(b->arena, "%s:%s", argument_part_name(part), code);
}

static void
seal_articles(struct plan *out, struct batch *b,
    const struct plan_key *key)
{
	struct plan_article *list =
	    arena_array(b->arena, out->article_count, sizeof(*list));

	for (size_t i = 0; i < out->article_count; i++) {
		list[i] = out->articles[i];
		for (int p = 0; p < ARGUMENT_PARTS; p++)
			list[i].part[p] = sealed_put(b, key->course,
			    key->casus, "plan_text",
			    part_name(b, (enum argument_part)p, list[i].code),
			    list[i].part[p], ARGUMENT_MOST);
	}
	out->articles = list;
}

static void
seal_actions(struct plan *out, struct batch *b,
    const struct plan_key *key)
{
	struct plan_action *list =
	    arena_array(b->arena, out->action_count, sizeof(*list));

	for (size_t i = 0; i < out->action_count; i++) {
		struct plan_action *x = &list[i];

		*x = out->actions[i];
		x->wat = sealed_put(b, key->course, key->casus,
		    "plan_action.wat", x->id, x->wat, WAT_MOST);
		x->wie = sealed_put(b, key->course, key->casus,
		    "plan_action.wie", x->id, x->wie, WIE_MOST);
		x->wanneer = sealed_put(b, key->course, key->casus,
		    "plan_action.wanneer", x->id, x->wanneer, WIE_MOST);
	}
	out->actions = list;
}

const struct plan *
plan_take_sealed(struct batch *b, const struct plan_key *key,
    const struct plan *plan)
{
	struct plan *out = arena_memdup(b->arena, plan, sizeof(*plan));

	for (int f = 0; f < FIELD_COUNT; f++)
		out->text[f] = sealed_put(b, key->course, key->casus,
		    "plan_text", plan_field_name((enum plan_field)f),
		    plan->text[f], PLAN_TEXT_MOST);
	seal_lines(out, b, key);
	seal_articles(out, b, key);
	seal_actions(out, b, key);
	return out;
}

/* The texts of the plan, and after them those of its articles. */
static size_t
list_texts(const char ***fields, const char ***texts, struct batch *b,
    const struct plan *plan)
{
	const size_t most = FIELD_COUNT + ARGUMENT_PARTS * plan->article_count;
	size_t n = 0;

	*fields = arena_array(b->arena, most, sizeof(**fields));
	*texts = arena_array(b->arena, most, sizeof(**texts));
	for (int f = 0; f < FIELD_COUNT; f++) {
		(*fields)[n] = plan_field_name((enum plan_field)f);
		(*texts)[n++] = plan->text[f];
	}
	for (size_t i = 0; i < plan->article_count; i++)
		for (int p = 0; p < ARGUMENT_PARTS; p++) {
			(*fields)[n] = part_name(b, (enum argument_part)p,
			    plan->articles[i].code);
			(*texts)[n++] = plan->articles[i].part[p];
		}
	return n;
}

void
plan_ask_import(struct batch *b, const struct plan_key *key,
    const struct plan_import *from)
{
	const struct plan *plan = from->plan;
	const char **fields, **texts;
	const size_t count = list_texts(&fields, &texts, b, plan);

	batch_date(b);
	add(b, QUERY_PLAN_IMPORT, key, from->act);
	batch_int(b, from->seen);
	batch_texts(b, fields, count);
	batch_texts(b, texts, count);
	batch_text(b, from->lines);
	batch_text(b, from->articles);
	batch_text(b, from->actions);
	batch_text(b, plan->kans_dreigend);
	batch_text(b, plan->slaagkans);
	batch_int(b, plan->horizon_jaren);
	batch_text(b, plan->disconto_pct);
	add(b, QUERY_PLAN_IMPORT_SIGNS, key, from->act);
	batch_text(b, from->lines);
}

void
plan_ask_import_undo(struct batch *b, const struct plan_key *key,
    const char *act)
{
	batch_date(b);
	add(b, QUERY_PLAN_IMPORT_UNDO, key, act);
}

void
plan_ask_imported(struct batch *b, const struct plan_key *key, const char *act)
{
	add(b, QUERY_PLAN_IMPORTED, key, act);
}

bool
plan_read_imported(const struct batch *b)
{
	return batch_rows(b, QUERY_PLAN_IMPORTED) > 0 &&
	    batch_get_bool(b, QUERY_PLAN_IMPORTED, 0, "can_undo");
}
