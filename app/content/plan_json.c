/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * plan_json.c - read the expert's plan and the author's questions.
 *
 * Values of lines stay the texts that the calculation core reads; the core
 * itself judges them when the library is checked. Faults name the path in
 * the JSON, because jansson keeps no line of a value.
 */
#include "content/plan_json.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

struct json_reading {
	const struct reading *r;
	const char *file;
	const struct casus *casus;
};

static json_t *
load(const struct reading *r, const char *file)
{
	json_error_t error;
	json_t *root = json_load_file(file, JSON_REJECT_DUPLICATES, &error);

	if (root == NULL)
		fault_add(r->faults, file, error.line,
		    "dit is geen goede JSON: %s.", error.text);
	return root;
}

/* A text that lives in the library's arena, or NULL when it is not there. */
static const char *
text_of(const struct json_reading *j, const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	if (json_is_string(value))
		return arena_strdup(j->r->arena, json_string_value(value));
	if (json_is_integer(value))
		return arena_printf(j->r->arena, "%lld",
		    (long long)json_integer_value(value));
	return NULL;
}

static const char *
need(const struct json_reading *j, const json_t *object, const char *path,
    const char *key)
{
	const char *text = text_of(j, object, key);

	if (text == NULL || *text == '\0') {
		fault_add(j->r->faults, j->file, 1,
		    "%s.%s: ontbreekt of is geen tekst.", path, key);
		return "";
	}
	return text;
}

static size_t
read_payers(const struct json_reading *j, const json_t *line,
    const char *path, const struct plan_payer **out)
{
	const json_t *several = json_object_get(line, "betalers"), *one;
	size_t n = json_array_size(several), i;
	struct plan_payer *list =
	    arena_array(j->r->arena, n > 0 ? n : 1, sizeof(*list));

	*out = list;
	if (n == 0) {
		list[0].betaler = need(j, line, path, "betaler");
		return 1;
	}
	json_array_foreach(several, i, one) {
		list[i].betaler = need(j, one, path, "betaler");
		list[i].deel = need(j, one, path, "deel");
	}
	return n;
}

/* What the line does not say, the tariff of its code does. */
static void
fill_from_tariff(const struct json_reading *j, struct plan_line *line,
    const char *path)
{
	const struct tariff *tariff =
	    library_tariff(j->r->library, j->casus, line->code);

	if (tariff == NULL) {
		fault_add(j->r->faults, j->file, 1,
		    "%s.code: het tarief ‘%s’ is er niet. Zet het in "
		    "tarieven.csv van de casus.", path, line->code);
		return;
	}
	line->eenheid = tariff->eenheid;
	line->zekerheid = tariff->zekerheid;
	line->kasstroom = tariff->kasstroom;
	line->prijspeil_jaar = tariff->prijspeil_jaar;
}

static void
read_line(const struct json_reading *j, struct plan_line *line,
    const json_t *from, enum scenario scenario, const char *path)
{
	const json_t *duration = json_object_get(from, "duur");

	*line = (struct plan_line){ .scenario = scenario,
		.id = need(j, from, path, "id"),
		.persoon = need(j, from, path, "persoon"),
		.code = need(j, from, path, "code"),
		.omschrijving = need(j, from, path, "omschrijving"),
		.domein = need(j, from, path, "domein"),
		.wet = need(j, from, path, "wet"),
		.aard = need(j, from, path, "aard"),
		.rol = need(j, from, path, "rol"),
		.tarief_eurocent = json_integer_value(
		    json_object_get(from, "tarief_eurocent")),
		.eenheid = "",
		.zekerheid = "",
		.kasstroom = "",
		.hoeveelheid = need(j, from, path, "hoeveelheid"),
		.per = need(j, from, path, "per"),
		.duur_aantal = text_of(j, duration, "aantal"),
		.duur_eenheid = text_of(j, duration, "eenheid"),
		.start_maand = 1,
		.kans = text_of(j, from, "kans"),
		.stopreden = text_of(j, from, "stopreden") };
	if (json_is_integer(json_object_get(from, "start_maand")))
		line->start_maand = (int)json_integer_value(
		    json_object_get(from, "start_maand"));
	line->payer_count = read_payers(j, from, path, &line->payers);
	fill_from_tariff(j, line, path);
}

static void
read_lines(const struct json_reading *j, struct plan *plan,
    const json_t *scenarios)
{
	struct plan_line *list;
	size_t n = 0;

	for (int s = 0; s < SCENARIO_COUNT; s++)
		n += json_array_size(json_object_get(scenarios,
		    scenario_name((enum scenario)s)));
	list = arena_array(j->r->arena, n + 1, sizeof(*list));
	for (int s = 0; s < SCENARIO_COUNT; s++) {
		const char *name = scenario_name((enum scenario)s);
		const json_t *lines = json_object_get(scenarios, name), *one;
		size_t i;

		json_array_foreach(lines, i, one)
			read_line(j, &list[plan->line_count++], one,
			    (enum scenario)s,
			    arena_printf(j->r->arena,
				"rekenkern.scenarios.%s[%zu]", name, i));
	}
	plan->lines = list;
}

static void
read_articles(const struct json_reading *j, struct plan *plan,
    const json_t *from)
{
	struct plan_article *list =
	    arena_array(j->r->arena, json_array_size(from) + 1, sizeof(*list));
	const json_t *one;
	size_t i;

	json_array_foreach(from, i, one) {
		const char *path =
		    arena_printf(j->r->arena, "artikelen[%zu]", i);

		list[i].code = need(j, one, path, "code");
		list[i].argument = need(j, one, path, "argument");
		if (library_law(j->r->library, list[i].code) == NULL)
			fault_add(j->r->faults, j->file, 1,
			    "%s.code: het artikel ‘%s’ staat niet in "
			    "gegevens/wetten.csv.", path, list[i].code);
	}
	plan->articles = list;
	plan->article_count = i;
}

static void
read_actions(const struct json_reading *j, struct plan *plan,
    const json_t *from)
{
	struct plan_action *list =
	    arena_array(j->r->arena, json_array_size(from) + 1, sizeof(*list));
	const json_t *one;
	size_t i;

	json_array_foreach(from, i, one) {
		const char *path = arena_printf(j->r->arena, "acties[%zu]", i);

		list[i] = (struct plan_action){
			.id = arena_printf(j->r->arena, "a%zu", i + 1),
			.wat = need(j, one, path, "wat"),
			.wie = need(j, one, path, "wie"),
			.wanneer = need(j, one, path, "wanneer") };
	}
	plan->actions = list;
	plan->action_count = i;
}

static void
read_texts(const struct json_reading *j, struct plan *plan, const json_t *root)
{
	const json_t *texts = json_object_get(root, "teksten");
	const char *key;
	json_t *value;

	for (int f = 0; f < FIELD_COUNT; f++)
		plan->text[f] = f == FIELD_PLAN_B ?
		    need(j, root, "plan", "plan_b") :
		    need(j, texts, "teksten",
			plan_field_name((enum plan_field)f));
	/* jansson's iterator takes no const. */
	json_object_foreach(json_object_get(root, "teksten"), key, value)
		if (plan_field_by_name(key) == FIELD_COUNT)
			fault_add(j->r->faults, j->file, 1,
			    "teksten.%s: dit veld bestaat niet.", key);
}

const struct plan *
expert_read(const struct reading *r, const char *file,
    const struct casus *casus)
{
	struct json_reading j = { r, file, casus };
	json_t *root = load(r, file);
	const json_t *sum = json_object_get(root, "rekenkern");
	const json_t *rules = json_object_get(sum, "rekenregels");
	struct plan *plan = arena_alloc(r->arena, sizeof(*plan));

	for (int f = 0; f < FIELD_COUNT; f++)
		plan->text[f] = "";
	plan->horizon_jaren = 1;
	plan->disconto_pct = "0";
	if (root == NULL)
		return plan;
	plan->horizon_jaren = (int)json_integer_value(
	    json_object_get(rules, "horizon_jaren"));
	plan->disconto_pct = need(&j, rules, "rekenkern.rekenregels",
	    "disconto_pct");
	plan->kans_dreigend = text_of(&j, sum, "kans_dreigend");
	plan->slaagkans = text_of(&j, sum, "slaagkans");
	read_lines(&j, plan, json_object_get(sum, "scenarios"));
	read_articles(&j, plan, json_object_get(root, "artikelen"));
	read_actions(&j, plan, json_object_get(root, "acties"));
	read_texts(&j, plan, root);
	json_decref(root);
	return plan;
}

size_t
author_questions_read(const struct author_question **out,
    const struct reading *r, const char *file)
{
	static const char *const VALUES[] = { "betrokkenheid", "legitimiteit",
		"rendement", "plan" };
	struct json_reading j = { r, file, NULL };
	json_t *root = load(r, file), *one;
	size_t count = json_array_size(root), i;
	struct author_question *list =
	    arena_array(r->arena, count + 1, sizeof(*list));

	json_array_foreach(root, i, one) {
		const char *path = arena_printf(r->arena, "[%zu]", i);
		size_t v = 0;

		list[i] = (struct author_question){
			.id = need(&j, one, path, "id"),
			.value = need(&j, one, path, "waarde"),
			.text = need(&j, one, path, "vraag"),
			.explanation = need(&j, one, path, "toelichting"),
			.source = text_of(&j, one, "bron") };
		while (v < 4 && strcmp(VALUES[v], list[i].value) != 0)
			v++;
		if (v == 4)
			fault_add(r->faults, file, 1,
			    "%s.waarde: kies betrokkenheid, legitimiteit, "
			    "rendement of plan.", path);
	}
	json_decref(root);
	*out = list;
	return count;
}
