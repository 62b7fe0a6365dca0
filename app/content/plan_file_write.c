/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * plan_file_write.c - a plan as JSON. The top is what the calculation core
 * reads, so `rekenkern reken` takes the file as it is; texts, articles and
 * actions stand under a key that it passes over. Who made the plan is not in
 * it.
 */
#include "content/plan_file.h"

#include "base/text.h"
#include "calc/rekenkern.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static void
put(json_t *object, const char *key, const char *value)
{
	if (value != NULL)
		json_object_set_new(object, key, json_string(value));
}

static json_t *
duration_of(const struct plan_line *line)
{
	json_t *out = json_object();

	put(out, "aantal", line->duur_aantal);
	put(out, "eenheid", line->duur_eenheid);
	return out;
}

static void
put_payers(json_t *out, const struct plan_line *line)
{
	json_t *list;

	if (line->payer_count == 1 && line->payers[0].deel == NULL) {
		put(out, "betaler", line->payers[0].betaler);
		return;
	}
	list = json_array();
	for (size_t i = 0; i < line->payer_count; i++) {
		json_t *one = json_object();

		put(one, "betaler", line->payers[i].betaler);
		put(one, "deel", line->payers[i].deel);
		json_array_append_new(list, one);
	}
	json_object_set_new(out, "betalers", list);
}

static void
put_sign(json_t *object, const char *key, enum plan_sign sign)
{
	if (sign != SIGN_NONE)
		json_object_set_new(object, key, json_boolean(sign == SIGN_YES));
}

static json_t *
line_of(const struct plan_line *line)
{
	json_t *out = json_object();

	put(out, "id", line->id);
	put(out, "persoon", line->persoon);
	put(out, "code", line->code);
	put(out, "omschrijving", line->omschrijving);
	put(out, "domein", line->domein);
	put(out, "wet", line->wet);
	put(out, "aard", line->aard);
	put(out, "rol", line->rol);
	json_object_set_new(
	    out, "tarief_eurocent", json_integer(line->tarief_eurocent));
	put(out, "eenheid_tarief", line->eenheid);
	if (line->prijspeil_jaar > 0)
		json_object_set_new(
		    out, "prijspeil_jaar", json_integer(line->prijspeil_jaar));
	put(out, "zekerheid", line->zekerheid);
	if (line->kasstroom != NULL && *line->kasstroom != '\0')
		put(out, "kasstroom", line->kasstroom);
	put(out, "hoeveelheid", line->hoeveelheid);
	put(out, "per", line->per);
	if (line->duur_aantal != NULL)
		json_object_set_new(out, "duur", duration_of(line));
	json_object_set_new(
	    out, "start_maand", json_integer(line->start_maand));
	put(out, "kans", line->kans);
	put_payers(out, line);
	put(out, "stopreden", line->stopreden);
	put_sign(out, "verlengde_jeugdhulp", line->verlengde_jeugdhulp);
	put_sign(out, "verblijf24", line->verblijf24);
	put_sign(out, "ernstig", line->ernstig);
	put(out, "gebeurtenis", line->gebeurtenis);
	return out;
}

static json_t *
scenarios_of(const struct plan *plan)
{
	json_t *out = json_object();

	for (int s = 0; s < SCENARIO_COUNT; s++)
		json_object_set_new(
		    out, scenario_name((enum scenario)s), json_array());
	for (size_t i = 0; i < plan->line_count; i++)
		json_array_append_new(
		    json_object_get(
			out, scenario_name(plan->lines[i].scenario)),
		    line_of(&plan->lines[i]));
	return out;
}

static json_t *
household_of(const struct casus *casus)
{
	json_t *out = json_array();

	for (size_t i = 0; i < casus->member_count; i++) {
		const struct household_member *m = &casus->members[i];
		json_t *one = json_object();

		put(one, "id", m->id);
		put(one, "naam", m->name);
		put(one, "rol", m->role);
		json_object_set_new(one, "leeftijd", json_integer(m->age));
		json_array_append_new(out, one);
	}
	return out;
}

static json_t *
rules_of(const struct plan *plan)
{
	json_t *out = json_object();

	put(out, "versie", RK_REKENREGELS_VERSIE);
	json_object_set_new(
	    out, "horizon_jaren", json_integer(plan->horizon_jaren));
	put(out, "disconto_pct", plan->disconto_pct);
	return out;
}

static json_t *
articles_of(const struct plan *plan)
{
	json_t *out = json_array();

	for (size_t i = 0; i < plan->article_count; i++) {
		json_t *one = json_object();

		put(one, "code", plan->articles[i].code);
		for (int p = 0; p < ARGUMENT_PARTS; p++)
			put(one, argument_part_name((enum argument_part)p),
			    plan->articles[i].part[p]);
		json_array_append_new(out, one);
	}
	return out;
}

/* As rows: what is argued goes with the texts. */
static json_t *
article_rows(const struct plan *plan)
{
	json_t *out = json_array();

	for (size_t i = 0; i < plan->article_count; i++)
		json_array_append_new(out,
		    json_pack("{s:s, s:s}", "code", plan->articles[i].code,
			"argument", ""));
	return out;
}

static json_t *
actions_of(const struct plan *plan)
{
	json_t *out = json_array();

	for (size_t i = 0; i < plan->action_count; i++) {
		json_t *one = json_object();

		put(one, "wat", plan->actions[i].wat);
		put(one, "wie", plan->actions[i].wie);
		put(one, "wanneer", plan->actions[i].wanneer);
		json_array_append_new(out, one);
	}
	return out;
}

/* What is no sum. */
static json_t *
words_of(const struct plan *plan, const struct course *course,
    const struct casus *casus)
{
	json_t *out = json_object(), *texts = json_object();

	for (int f = 0; f < FIELD_COUNT; f++)
		put(texts, plan_field_name((enum plan_field)f), plan->text[f]);
	put(out, "cursus", course->slug);
	put(out, "casus", casus->slug);
	json_object_set_new(out, "teksten", texts);
	json_object_set_new(out, "artikelen", articles_of(plan));
	json_object_set_new(out, "acties", actions_of(plan));
	return out;
}

/* Takes what it writes. */
static const char *
dump_take(struct arena *a, json_t *root, size_t flags)
{
	char *text = json_dumps(root, flags);
	const char *out;

	json_decref(root);
	if (text == NULL)
		abort();
	out = arena_printf(a, "%s\n", text);
	free(text);
	return out;
}

/* A line as the table of lines has it. */
static json_t *
row_of(const struct plan_line *line)
{
	json_t *out = line_of(line);

	put(out, "scenario", scenario_name(line->scenario));
	put(out, "eenheid", line->eenheid);
	put(out, "duur_aantal", line->duur_aantal);
	put(out, "duur_eenheid", line->duur_eenheid);
	put(out, "kasstroom", line->kasstroom);
	json_object_set_new(
	    out, "prijspeil_jaar", json_integer(line->prijspeil_jaar));
	return out;
}

struct plan_file_rows
plan_file_rows(struct arena *a, const struct plan *plan)
{
	json_t *lines = json_array(), *actions = actions_of(plan);

	for (size_t i = 0; i < plan->line_count; i++)
		json_array_append_new(lines, row_of(&plan->lines[i]));
	for (size_t i = 0; i < plan->action_count; i++)
		put(json_array_get(actions, i), "id", plan->actions[i].id);
	return (struct plan_file_rows){dump_take(a, lines, JSON_COMPACT),
	    dump_take(a, article_rows(plan), JSON_COMPACT),
	    dump_take(a, actions, JSON_COMPACT)};
}

const char *
plan_file_write(struct arena *a, const struct plan *plan,
    const struct course *course, const struct casus *casus, const char *tables)
{
	json_t *root = json_object();

	put(root, "titel", casus->title);
	put(root, "tarieventabel_versie", tables);
	json_object_set_new(root, "rekenregels", rules_of(plan));
	put(root, "kans_dreigend", plan->kans_dreigend);
	/* The core refuses it on its own (rekenregels §11.1). */
	if (plan->kans_dreigend != NULL)
		put(root, "slaagkans", plan->slaagkans);
	json_object_set_new(root, "plan_b",
	    json_boolean(!text_is_blank(plan->text[FIELD_PLAN_B])));
	json_object_set_new(root, "huishouden", household_of(casus));
	json_object_set_new(root, "scenarios", scenarios_of(plan));
	json_object_set_new(
	    root, "leeromgeving", words_of(plan, course, casus));
	return dump_take(a, root, JSON_INDENT(1) | JSON_PRESERVE_ORDER);
}
