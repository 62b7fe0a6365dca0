/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_TESTS_PLAN_FIXTURE_H
#define LMS_TESTS_PLAN_FIXTURE_H
/*
 * A practice plan from tests/fixtures/plans/<casus>/<plan>.json, as
 * courses/README.md ("Drie proefplannen") describes it: plan.json, but what
 * is left out is empty, and "=" is what the expert's plan says there. A
 * string among the lines is a line of the expert's. Include after check.h.
 */
#include "content/library.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

struct plan_fixture {
	struct arena *arena;
	const struct library *library;
	const struct casus *casus;
	const char *path;
};

static inline void
fixture_keys(const struct plan_fixture *f, json_t *object, const char *known)
{
	const char *key;
	json_t *value;

	json_object_foreach(object, key, value)
	{
		const char *at = strstr(known, key);

		if (at == NULL)
			fail_msg("%s: ‘%s’ mag hier niet. Dit mag: %s", f->path,
			    key, known);
	}
}

static inline const char *
fixture_text(const struct plan_fixture *f, json_t *from, const char *key,
    const char *otherwise)
{
	json_t *value = json_object_get(from, key);

	if (json_is_integer(value))
		return arena_printf(
		    f->arena, "%lld", (long long)json_integer_value(value));
	if (value != NULL && !json_is_string(value))
		fail_msg("%s: ‘%s’ is geen tekst", f->path, key);
	return value == NULL ? otherwise
			     : arena_strdup(f->arena, json_string_value(value));
}

static inline bool
fixture_is_same(json_t *value)
{
	return json_is_string(value) &&
	       strcmp(json_string_value(value), "=") == 0;
}

static inline struct plan_line
fixture_expert_line(const struct plan_fixture *f, const char *id)
{
	const struct plan *expert = f->casus->expert;

	for (size_t i = 0; i < expert->line_count; i++)
		if (strcmp(expert->lines[i].id, id) == 0)
			return expert->lines[i];
	fail_msg("%s: de expert heeft geen regel ‘%s’", f->path, id);
	return (struct plan_line){.id = id};
}

/* A line by its code: what it does not say, the tariff does. */
static inline struct plan_line
fixture_line(const struct plan_fixture *f, json_t *from, size_t i)
{
	const char *code = fixture_text(f, from, "code", "");
	const struct tariff *t = library_tariff(f->library, f->casus, code);
	struct plan_payer *payer = arena_alloc(f->arena, sizeof(*payer));
	json_t *duur = json_object_get(from, "duur");

	if (t == NULL)
		fail_msg("%s: het tarief ‘%s’ is er niet", f->path, code);
	fixture_keys(f, from,
	    "id persoon code omschrijving rol hoeveelheid per duur "
	    "start_maand kans stopreden betaler");
	payer->betaler = fixture_text(f, from, "betaler", t->betaler);
	return (struct plan_line){.id = fixture_text(f, from, "id",
				      arena_printf(f->arena, "x%zu", i)),
	    .persoon = fixture_text(f, from, "persoon", "HH"),
	    .code = code,
	    .omschrijving =
		fixture_text(f, from, "omschrijving", t->omschrijving),
	    .domein = t->domein,
	    .wet = t->wet,
	    .aard = t->aard,
	    .rol = fixture_text(f, from, "rol", "lopend"),
	    .tarief_eurocent = t->tarief_eurocent,
	    .eenheid = t->eenheid,
	    .zekerheid = t->zekerheid,
	    .kasstroom = t->kasstroom,
	    .prijspeil_jaar = t->prijspeil_jaar,
	    .hoeveelheid = fixture_text(f, from, "hoeveelheid", "1"),
	    .per = fixture_text(f, from, "per", t->per_gebruikelijk),
	    .duur_aantal = fixture_text(f, duur, "aantal", NULL),
	    .duur_eenheid = fixture_text(f, duur, "eenheid", NULL),
	    .start_maand = atoi(fixture_text(f, from, "start_maand", "1")),
	    .kans = fixture_text(f, from, "kans", NULL),
	    .stopreden = fixture_text(f, from, "stopreden", NULL),
	    .payer_count = 1,
	    .payers = payer};
}

static inline void
fixture_lines(
    const struct plan_fixture *f, struct plan *plan, json_t *scenarios)
{
	const struct plan *expert = f->casus->expert;
	struct plan_line *list =
	    arena_array(f->arena, 200 + expert->line_count, sizeof(*list));
	size_t i;
	json_t *one;

	fixture_keys(f, scenarios, "huidig dreigend doorbraak");
	for (int s = 0; s < SCENARIO_COUNT; s++) {
		json_t *lines =
		    json_object_get(scenarios, scenario_name((enum scenario)s));

		for (i = 0; fixture_is_same(lines) && i < expert->line_count;
		     i++)
			if ((int)expert->lines[i].scenario == s)
				list[plan->line_count++] = expert->lines[i];
		json_array_foreach(lines, i, one)
		{
			struct plan_line line =
			    json_is_string(one)
				? fixture_expert_line(f, json_string_value(one))
				: fixture_line(f, one, i);

			line.scenario = (enum scenario)s;
			list[plan->line_count++] = line;
		}
	}
	plan->lines = list;
}

static inline void
fixture_articles(const struct plan_fixture *f, struct plan *plan, json_t *from)
{
	size_t n = json_array_size(from), i;
	struct plan_article *list = arena_array(f->arena, n + 1, sizeof(*list));
	json_t *one;

	if (fixture_is_same(from)) {
		plan->articles = f->casus->expert->articles;
		plan->article_count = f->casus->expert->article_count;
		return;
	}
	json_array_foreach(from, i, one)
	{
		list[i].code =
		    json_is_string(one)
			? arena_strdup(f->arena, json_string_value(one))
			: fixture_text(f, one, "code", "");
		for (int p = 0; p < ARGUMENT_PARTS; p++)
			list[i].part[p] = fixture_text(f, one,
			    argument_part_name((enum argument_part)p), "");
		fixture_keys(f, one, "code hindernis ruimte afweging");
		if (library_law(f->library, list[i].code) == NULL)
			fail_msg("%s: het artikel ‘%s’ is er niet", f->path,
			    list[i].code);
	}
	plan->articles = list;
	plan->article_count = n;
}

static inline void
fixture_actions(const struct plan_fixture *f, struct plan *plan, json_t *from)
{
	size_t n = json_array_size(from), i;
	struct plan_action *list = arena_array(f->arena, n + 1, sizeof(*list));
	json_t *one;

	if (fixture_is_same(from)) {
		plan->actions = f->casus->expert->actions;
		plan->action_count = f->casus->expert->action_count;
		return;
	}
	json_array_foreach(from, i, one)
	{
		fixture_keys(f, one, "wat wie wanneer");
		list[i] =
		    (struct plan_action){arena_printf(f->arena, "a%zu", i + 1),
			fixture_text(f, one, "wat", ""),
			fixture_text(f, one, "wie", ""),
			fixture_text(f, one, "wanneer", "")};
	}
	plan->actions = list;
	plan->action_count = n;
}

static inline void
fixture_texts(const struct plan_fixture *f, struct plan *plan, json_t *root)
{
	json_t *texts = json_object_get(root, "teksten");
	const struct plan *expert = f->casus->expert;

	for (int i = 0; i < FIELD_COUNT; i++) {
		const char *name = plan_field_name((enum plan_field)i);
		const char *text =
		    fixture_text(f, i == FIELD_PLAN_B ? root : texts, name,
			fixture_is_same(texts) && i != FIELD_PLAN_B ? "=" : "");

		plan->text[i] = strcmp(text, "=") == 0 ? expert->text[i] : text;
	}
	fixture_keys(f, texts,
	    "situatie knelt wens perspectief hindernis doorbraak zelf hulp "
	    "betrokkenheid legitimiteit rendement kans_uitleg weging");
}

/* NULL when there is no such file. */
static inline const struct plan *
plan_fixture_read(const struct plan_fixture *f)
{
	json_error_t error;
	json_t *root, *sum;
	struct plan *plan = arena_alloc(f->arena, sizeof(*plan));
	FILE *file = fopen(f->path, "r");

	if (file == NULL)
		return NULL;
	root = json_loadf(file, JSON_REJECT_DUPLICATES, &error);
	(void)fclose(file);
	if (root == NULL)
		fail_msg("%s:%d: %s", f->path, error.line, error.text);
	sum = json_object_get(root, "rekenkern");
	fixture_keys(f, root, "rekenkern teksten artikelen acties plan_b");
	fixture_keys(f, sum, "kans_dreigend slaagkans horizon_jaren scenarios");
	plan->kans_dreigend = fixture_text(f, sum, "kans_dreigend", NULL);
	plan->slaagkans = fixture_text(f, sum, "slaagkans", NULL);
	plan->horizon_jaren = f->casus->expert->horizon_jaren;
	if (json_object_get(sum, "horizon_jaren") != NULL)
		plan->horizon_jaren =
		    atoi(fixture_text(f, sum, "horizon_jaren", "1"));
	plan->disconto_pct = f->casus->expert->disconto_pct;
	fixture_lines(f, plan, json_object_get(sum, "scenarios"));
	fixture_articles(f, plan, json_object_get(root, "artikelen"));
	fixture_actions(f, plan, json_object_get(root, "acties"));
	fixture_texts(f, plan, root);
	json_decref(root);
	return plan;
}
#endif
