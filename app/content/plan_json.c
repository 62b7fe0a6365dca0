/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * plan_json.c - read the expert's plan of a case.
 *
 * Values of lines stay the texts that the calculation core reads, and the
 * core judges them: an expert's plan that it refuses is a fault. Beyond that
 * the plan must agree with the rest of the case: its persons, its rules, the
 * amounts in its tariff table.
 */
#include "content/plan_json.h"

#include "content/json_part.h"
#include "core/plan_sum.h"

#include <string.h>

static const char LINE_KEYS[] =
    "id persoon code omschrijving domein wet artikel betaler betalers aard "
    "rol tarief_eurocent hoeveelheid per duur start_maand kans stopreden "
    "zekerheid kasstroom prijspeil_jaar eenheid_tarief verblijf24 "
    "verlengde_jeugdhulp gebeurtenis ernstig";

struct plan_reading {
	struct json_file *j;
	const struct casus *casus;
};

static const struct plan_payer *
read_payers(const struct plan_reading *p, const json_t *line, const char *path,
    size_t *count)
{
	const json_t *several = json_object_get(line, "betalers"), *one;
	size_t n = json_array_size(several), i;
	struct plan_payer *list =
	    arena_array(p->j->r->arena, n > 0 ? n : 1, sizeof(*list));

	*count = n > 0 ? n : 1;
	if (n == 0)
		list[0].betaler = json_need(p->j, line, path, "betaler");
	json_array_foreach(several, i, one)
	{
		const char *at =
		    arena_printf(p->j->r->arena, "%s.betalers[%zu]", path, i);

		list[i].betaler = json_need(p->j, one, at, "betaler");
		list[i].deel = json_need(p->j, one, at, "deel");
	}
	return list;
}

/* What the line does not say, the tariff of its code does. */
static void
fill_from_tariff(
    const struct plan_reading *p, struct plan_line *line, const char *path)
{
	const struct tariff *tariff =
	    library_tariff(p->j->r->library, p->casus, line->code);

	if (tariff == NULL) {
		json_fault(p->j, path, "code",
		    "het tarief ‘%s’ is er niet. "
		    "Zet het in tarieven.csv van de casus.",
		    line->code);
		return;
	}
	if (tariff->tarief_eurocent != line->tarief_eurocent)
		json_fault(p->j, path, "tarief_eurocent",
		    "hier staat %lld, "
		    "maar in tarieven.csv staat bij %s %lld. Maak het gelijk.",
		    (long long)line->tarief_eurocent, line->code,
		    (long long)tariff->tarief_eurocent);
	line->eenheid = tariff->eenheid;
	line->zekerheid = tariff->zekerheid;
	line->kasstroom = tariff->kasstroom;
	line->prijspeil_jaar = tariff->prijspeil_jaar;
}

static void
read_duration(const struct plan_reading *p, struct plan_line *line,
    const json_t *from, const char *path)
{
	const char *at = arena_printf(p->j->r->arena, "%s.duur", path);
	const json_t *duration;

	if (json_object_get(from, "duur") == NULL)
		return;
	duration = json_need_object(p->j, from, path, "duur");
	line->duur_aantal = json_need(p->j, duration, at, "aantal");
	line->duur_eenheid = json_need(p->j, duration, at, "eenheid");
}

static void
read_line(const struct plan_reading *p, struct plan_line *line,
    const json_t *from, const char *path)
{
	const struct json_file *j = p->j;

	line->id = json_need(j, from, path, "id");
	line->persoon = json_need(j, from, path, "persoon");
	line->code = json_need(j, from, path, "code");
	line->omschrijving = json_need(j, from, path, "omschrijving");
	line->domein = json_need(j, from, path, "domein");
	line->wet = json_need(j, from, path, "wet");
	line->aard = json_need(j, from, path, "aard");
	line->rol = json_need(j, from, path, "rol");
	line->tarief_eurocent =
	    json_whole(j, from, path, "tarief_eurocent", 0, 1000000000, 0);
	line->eenheid = line->zekerheid = line->kasstroom = "";
	line->hoeveelheid = json_need(j, from, path, "hoeveelheid");
	line->per = json_need(j, from, path, "per");
	line->start_maand =
	    json_object_get(from, "start_maand") == NULL
		? 1
		: (int)json_whole(j, from, path, "start_maand", 1, 600, 1);
	line->kans = json_text(j, from, path, "kans");
	line->stopreden = json_text(j, from, path, "stopreden");
	line->payers = read_payers(p, from, path, &line->payer_count);
	read_duration(p, line, from, path);
	fill_from_tariff(p, line, path);
	json_signs(j, line, from, path);
	json_check_keys(j, from, path, LINE_KEYS);
}

static void
read_lines(const struct plan_reading *p, struct plan *plan, const json_t *sum)
{
	static const char PATH[] = "rekenkern.scenarios";
	const json_t *scenarios =
	    json_need_object(p->j, sum, "rekenkern", "scenarios");
	struct plan_line *list;
	size_t n = 0;

	for (int s = 0; s < SCENARIO_COUNT; s++)
		n += json_array_size(json_object_get(
		    scenarios, scenario_name((enum scenario)s)));
	list = arena_array(p->j->r->arena, n + 1, sizeof(*list));
	plan->lines = list;
	for (int s = 0; s < SCENARIO_COUNT && scenarios != NULL; s++) {
		const char *name = scenario_name((enum scenario)s);
		const json_t *one,
		    *lines = json_need_list(p->j, scenarios, PATH, name);
		size_t i;

		json_array_foreach(lines, i, one)
		{
			struct plan_line *line = &list[plan->line_count++];

			line->scenario = (enum scenario)s;
			read_line(p, line, one,
			    arena_printf(
				p->j->r->arena, "%s.%s[%zu]", PATH, name, i));
		}
	}
}

static void
read_articles(
    const struct plan_reading *p, struct plan *plan, const json_t *root)
{
	const json_t *from = json_need_list(p->j, root, "", "artikelen"), *one;
	struct plan_article *list = arena_array(
	    p->j->r->arena, json_array_size(from) + 1, sizeof(*list));
	size_t i;

	plan->articles = list;
	plan->article_count = json_array_size(from);
	json_array_foreach(from, i, one)
	{
		const char *path =
		    arena_printf(p->j->r->arena, "artikelen[%zu]", i);

		list[i].code = json_need(p->j, one, path, "code");
		for (int k = 0; k < ARGUMENT_PARTS; k++)
			list[i].part[k] = json_need(p->j, one, path,
			    argument_part_name((enum argument_part)k));
		json_check_keys(
		    p->j, one, path, "code hindernis ruimte afweging");
		if (library_law(p->j->r->library, list[i].code) == NULL)
			json_fault(p->j, path, "code",
			    "het artikel ‘%s’ "
			    "staat niet in gegevens/wetten.csv. Voeg het daar "
			    "toe, of verbeter de code.",
			    list[i].code);
		for (size_t k = 0; k < i; k++)
			if (strcmp(list[k].code, list[i].code) == 0)
				json_fault(p->j, path, "code",
				    "‘%s’ staat er "
				    "al, bij artikelen[%zu]. Houd er één.",
				    list[i].code, k);
	}
}

static void
read_actions(
    const struct plan_reading *p, struct plan *plan, const json_t *root)
{
	const json_t *from = json_need_list(p->j, root, "", "acties"), *one;
	struct plan_action *list = arena_array(
	    p->j->r->arena, json_array_size(from) + 1, sizeof(*list));
	size_t i;

	plan->actions = list;
	plan->action_count = json_array_size(from);
	json_array_foreach(from, i, one)
	{
		const char *path =
		    arena_printf(p->j->r->arena, "acties[%zu]", i);

		list[i] = (struct plan_action){
		    .id = arena_printf(p->j->r->arena, "a%zu", i + 1),
		    .wat = json_need(p->j, one, path, "wat"),
		    .wie = json_need(p->j, one, path, "wie"),
		    .wanneer = json_need(p->j, one, path, "wanneer")};
		json_check_keys(p->j, one, path, "wat wie wanneer");
	}
}

static void
read_texts(const struct plan_reading *p, struct plan *plan, const json_t *root)
{
	const json_t *texts = json_need_object(p->j, root, "", "teksten");
	const char *known = "";

	for (int f = 0; f < FIELD_COUNT; f++) {
		const char *name = plan_field_name((enum plan_field)f);

		if (f == FIELD_PLAN_B) {
			plan->text[f] = json_need(p->j, root, "", name);
			continue;
		}
		if (texts != NULL)
			plan->text[f] = json_need(p->j, texts, "teksten", name);
		known = arena_printf(p->j->r->arena, "%s%s%s", known,
		    *known != '\0' ? " " : "", name);
	}
	json_check_keys(p->j, texts, "teksten", known);
}

/* The header of the case says the same, for who reads only that. */
static void
read_rules(const struct plan_reading *p, struct plan *plan, const json_t *sum,
    const char *header_rules)
{
	static const char PATH[] = "rekenkern.rekenregels";
	const json_t *rules =
	    json_need_object(p->j, sum, "rekenkern", "rekenregels");
	const char *here;

	if (rules == NULL)
		return;
	plan->horizon_jaren =
	    (int)json_whole(p->j, rules, PATH, "horizon_jaren", 1, 5, 1);
	plan->disconto_pct = json_need(p->j, rules, PATH, "disconto_pct");
	json_check_keys(p->j, rules, PATH,
	    "versie horizon_jaren disconto_pct "
	    "afronding weken_per_jaar dagen_per_jaar");
	here = arena_printf(p->j->r->arena, "horizon_jaren=%d disconto_pct=%s",
	    plan->horizon_jaren, plan->disconto_pct);
	if (header_rules != NULL && strcmp(header_rules, here) != 0)
		json_fault(p->j, PATH, NULL,
		    "hier staat ‘%s’, maar in de kop "
		    "van casus.md ‘%s’. Maak het gelijk.",
		    here, header_rules);
}

static const struct household_member *
find_member(const struct casus *c, const char *id)
{
	for (size_t i = 0; i < c->member_count; i++)
		if (strcmp(c->members[i].id, id) == 0)
			return &c->members[i];
	return NULL;
}

/* The household stands in the header of the case too, with names. */
static void
check_household(const struct plan_reading *p, const json_t *sum)
{
	static const char PATH[] = "rekenkern.huishouden";
	const json_t *one,
	    *list = json_need_list(p->j, sum, "rekenkern", "huishouden");
	size_t i;

	json_array_foreach(list, i, one)
	{
		const char *path =
		    arena_printf(p->j->r->arena, "%s[%zu]", PATH, i);
		const char *id = json_need(p->j, one, path, "id");
		const char *role = json_need(p->j, one, path, "rol");
		int64_t age =
		    json_whole(p->j, one, path, "leeftijd", 0, 120, 0);
		const struct household_member *m = find_member(p->casus, id);

		if (m == NULL || strcmp(m->role, role) != 0 || m->age != age)
			json_fault(p->j, path, NULL,
			    "%s, %s, %lld jaar staat "
			    "zo niet in de kop van casus.md. Maak het gelijk.",
			    id, role, (long long)age);
	}
	if (list != NULL && i != p->casus->member_count)
		json_fault(p->j, PATH, NULL,
		    "hier staan %zu personen, in de "
		    "kop van casus.md %zu. Maak het gelijk.",
		    i, p->casus->member_count);
}

/* What the calculation core itself has against the plan. */
static void
check_sum(const struct plan_reading *p, const struct plan *plan)
{
	struct plan_sum sum;

	plan_sum(&sum, p->j->r->arena, plan, p->casus->members,
	    p->casus->member_count, p->casus->signals);
	for (size_t i = 0; sum.result == NULL && i < sum.faults.aantal; i++)
		json_fault(p->j, "rekenkern", sum.faults.lijst[i].pad, "%s.",
		    sum.faults.lijst[i].uitleg);
}

static void
read_plan(
    const struct plan_reading *p, struct plan *plan, const char *header_rules)
{
	const json_t *root = p->j->root;
	const json_t *sum = json_need_object(p->j, root, "", "rekenkern");
	size_t faults = p->j->r->faults->count;

	json_check_keys(
	    p->j, root, "", "rekenkern teksten artikelen acties plan_b");
	if (sum != NULL) {
		json_check_keys(p->j, sum, "rekenkern",
		    "vector titel "
		    "rekenregels kans_dreigend slaagkans huishouden scenarios");
		plan->kans_dreigend =
		    json_text(p->j, sum, "rekenkern", "kans_dreigend");
		plan->slaagkans =
		    json_text(p->j, sum, "rekenkern", "slaagkans");
		read_rules(p, plan, sum, header_rules);
		check_household(p, sum);
		read_lines(p, plan, sum);
	}
	if (p->j->r->faults->count == faults)
		check_sum(p, plan);
	read_articles(p, plan, root);
	read_actions(p, plan, root);
	read_texts(p, plan, root);
}

const struct plan *
expert_read(const struct reading *r, const char *file,
    const struct casus *casus, const char *header_rules)
{
	struct json_file j;
	struct plan_reading p = {&j, casus};
	struct plan *plan = arena_alloc(r->arena, sizeof(*plan));

	for (int f = 0; f < FIELD_COUNT; f++)
		plan->text[f] = "";
	plan->horizon_jaren = 1;
	plan->disconto_pct = "0";
	if (json_file_read(&j, r, file)) {
		read_plan(&p, plan, header_rules);
		json_decref(j.root);
	}
	return plan;
}
