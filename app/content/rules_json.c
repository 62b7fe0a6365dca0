/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rules_json.c - read regels.json: what an author wants said of a plan.
 *
 * Strict, because a rule that never holds is never missed: a code that is not
 * in the tables, a person that is not in the household, a day or a wish that
 * is not in the file is a fault with its line. A rule on the sum may only ask
 * (rekenregels §8: nobody passes or fails on money).
 */
#include "content/rules_json.h"

#include "content/json_where.h"
#include "core/dutch_day.h"
#include "core/plan_check.h"

#include <string.h>

enum { RULES_MAX = 60 };

static const char PAGES[] = "huishouden toekomst doorbraak overzicht "
			    "onderbouwing legitimiteit rendement actieplan";

static bool
is_page(const char *page)
{
	static const char *const NAMES[] = {"huishouden", "toekomst",
	    "doorbraak", "overzicht", "onderbouwing", "legitimiteit",
	    "rendement", "actieplan"};

	for (size_t i = 0; i < sizeof(NAMES) / sizeof(NAMES[0]); i++)
		if (strcmp(NAMES[i], page) == 0)
			return true;
	return false;
}

/* "modules/zes-stappen.md" gives "zes-stappen". */
static const char *
slug_of(struct arena *a, const char *path)
{
	const char *name = strrchr(path, '/');

	name = name == NULL ? path : name + 1;
	return arena_strndup(a, name, strcspn(name, "."));
}

/* "wet-als-instrument.md#een-kop": a module of this course. */
static void
read_link(const struct rules_reading *r, struct rule *rule, const json_t *from,
    const char *path)
{
	const struct reading *reading = r->j->r;
	const char *target = json_text(r->j, from, path, "lees");
	const char *at = arena_printf(reading->arena, "%s.lees", path);
	struct link link;

	if (target == NULL)
		return;
	link = link_resolve(
	    reading->map, reading->arena, "modules/regels.json", target);
	if (link.url == NULL || link.is_external) {
		json_fault(r->j, path, "lees",
		    "‘%s’ is geen module van deze cursus. Schrijf "
		    "bijvoorbeeld ‘zes-stappen.md#stap-2-"
		    "toekomstperspectief’.",
		    target);
		return;
	}
	if (link.anchor != NULL)
		map_wish_anchor(reading->map, r->j->file,
		    json_where(r->j->text, at), link.path, link.anchor);
	rule->read_url = link.url;
	rule->read_anchor = link.anchor;
	rule->read_module = slug_of(reading->arena, link.path);
}

/* What stands beside each other when the list says nothing. */
static void
default_beside(struct rule *rule)
{
	const char *page = rule->page;

	for (int f = 0; f < FIELD_COUNT; f++)
		if (strcmp(plan_step_slug(plan_field_step((enum plan_field)f)),
			page) == 0)
			rule->beside_fields |= 1u << f;
	if (strcmp(page, "onderbouwing") == 0)
		rule->beside_fields =
		    1u << FIELD_BETROKKENHEID | 1u << FIELD_WEGING;
	if (strcmp(page, "legitimiteit") == 0)
		rule->beside_fields = 1u << FIELD_LEGITIMITEIT;
	if (strcmp(page, "rendement") == 0)
		rule->beside_fields = 1u << FIELD_RENDEMENT;
	rule->beside_articles = strcmp(page, "legitimiteit") == 0;
	rule->beside_actions = strcmp(page, "actieplan") == 0;
}

/* "wens", "artikelen", "acties", "regels-huidig". */
static bool
add_beside(struct rule *rule, const char *part)
{
	static const char LINES[] = "regels-";
	enum plan_field field = plan_field_by_name(part);

	if (field != FIELD_COUNT)
		rule->beside_fields |= 1u << field;
	else if (strcmp(part, "artikelen") == 0)
		rule->beside_articles = true;
	else if (strcmp(part, "acties") == 0)
		rule->beside_actions = true;
	else if (strncmp(part, LINES, strlen(LINES)) == 0 &&
		 scenario_by_name(part + strlen(LINES)) != SCENARIO_COUNT)
		rule->beside_lines |= 1u
				      << scenario_by_name(part + strlen(LINES));
	else
		return false;
	return true;
}

static void
read_beside(const struct rules_reading *r, struct rule *rule,
    const json_t *from, const char *path)
{
	struct rule_words parts = words_read(r, from, path, "naast");

	if (json_object_get(from, "naast") == NULL)
		default_beside(rule);
	for (size_t i = 0; i < parts.count; i++)
		if (!add_beside(rule, parts.word[i]))
			json_fault(r->j, path, "naast",
			    "‘%s’ is geen deel van een plan. Kies een "
			    "tekstveld zoals wens of plan_b, of artikelen, "
			    "acties, regels-huidig, regels-dreigend, "
			    "regels-doorbraak.",
			    parts.word[i]);
}

static void
read_kind(const struct rules_reading *r, struct rule *rule, const json_t *from,
    const char *path)
{
	const char *value = json_need(r->j, from, path, "waarde");
	const char *kind = json_need(r->j, from, path, "soort");

	rule->value = rule_value_by_name(value);
	if (rule->value == VALUE_COUNT) {
		json_fault(r->j, path, "waarde",
		    "‘%s’ kan niet. Kies betrokkenheid, legitimiteit, "
		    "rendement of plan.",
		    value);
		rule->value = VALUE_PLAN;
	}
	rule->kind = rule_kind_by_name(kind);
	if (rule->kind == RULE_KINDS) {
		json_fault(r->j, path, "soort",
		    "‘%s’ kan niet. Kies ontbreekt, let op, vraag of goed "
		    "gezien.",
		    kind);
		rule->kind = RULE_ASK;
	}
	rule->page = json_need(r->j, from, path, "plek");
	if (!is_page(rule->page))
		json_fault(r->j, path, "plek",
		    "‘%s’ is geen pagina van het plan. Kies uit: %s.",
		    rule->page, PAGES);
}

static void
read_texts(const struct rules_reading *r, struct rule *rule, const json_t *from,
    const char *path)
{
	static const char SEEN[] =
	    "id waarde soort plek als tekst lees bron stand";
	static const char ASKED[] = "id waarde soort plek als vraag hint "
				    "expert naast lees bron stand";

	if (rule->kind == RULE_SEEN) {
		rule->question = json_need(r->j, from, path, "tekst");
		json_check_keys(r->j, from, path, SEEN);
	} else {
		rule->question = json_need(r->j, from, path, "vraag");
		rule->hint = json_need(r->j, from, path, "hint");
		rule->expert = json_need(r->j, from, path, "expert");
		rule->source = json_need(r->j, from, path, "bron");
		read_beside(r, rule, from, path);
		json_check_keys(r->j, from, path, ASKED);
	}
	if (rule->source == NULL)
		rule->source = json_text(r->j, from, path, "bron");
	rule->source_date = json_text(r->j, from, path, "stand");
	if (rule->source_date != NULL && day_of_iso(rule->source_date) == 0)
		json_fault(r->j, path, "stand",
		    "‘%s’ is geen datum. Schrijf jaar-maand-dag, zoals "
		    "2026-11-23.",
		    rule->source_date);
}

/* A rule without "als" always holds, so it can only be a question. */
static void
read_when(const struct rules_reading *r, struct rule *rule, const json_t *from,
    const char *path)
{
	const json_t *when = json_object_get(from, "als");
	bool is_sum = false;

	if (when != NULL)
		rule->when = rule_test_read(r, when,
		    arena_printf(r->j->r->arena, "%s.als", path), &is_sum);
	else if (rule->kind != RULE_ASK)
		json_fault(r->j, path, "als",
		    "ontbreekt. Alleen een regel van soort vraag geldt "
		    "altijd.");
	if (is_sum && (rule->kind == RULE_MISSING || rule->kind == RULE_SEEN))
		json_fault(r->j, path, "soort",
		    "‘%s’ kan niet bij een regel met som. De hoogte van een "
		    "bedrag is nooit goed of fout: kies let op of vraag.",
		    rule_kind_name(rule->kind));
}

static void
read_rule(const struct rules_reading *r, struct rule *all, size_t i,
    const json_t *from)
{
	const char *path = arena_printf(r->j->r->arena, "regels[%zu]", i);
	struct rule *rule = &all[i];

	rule->id = json_need(r->j, from, path, "id");
	if (*rule->id != '\0' &&
	    (!id_is_valid(rule->id) || strlen(rule->id) > 40))
		json_fault(r->j, path, "id",
		    "‘%s’ is geen goede naam. Gebruik kleine letters, cijfers "
		    "en streepjes, zoals wens-van-marlies. Hooguit 40 tekens.",
		    rule->id);
	for (size_t k = 0; k < i; k++)
		if (*rule->id != '\0' && strcmp(all[k].id, rule->id) == 0)
			json_fault(r->j, path, "id",
			    "‘%s’ is ook de naam van regels[%zu]. Geef elke "
			    "regel een eigen naam.",
			    rule->id, k);
	read_kind(r, rule, from, path);
	read_texts(r, rule, from, path);
	read_link(r, rule, from, path);
	read_when(r, rule, from, path);
}

static void
check_days(const struct rules_reading *r)
{
	const char *name;
	json_t *value;

	json_object_foreach((json_t *)(uintptr_t)r->days, name,
	    value) if (!json_is_string(value) ||
		       day_of_iso(json_string_value(value)) == 0)
	    json_fault(
		r->j, "dagen", name, "hier hoort een datum, zoals 2026-12-14.");
}

static void
read_all(struct rules_reading *r, struct rule_set *out)
{
	const json_t *root = r->j->root, *one;
	const json_t *list = json_need_list(r->j, root, "", "regels");
	const char *today = json_need(r->j, root, "", "vandaag");
	size_t count = json_array_size(list), i;
	struct rule *rules =
	    arena_array(r->j->r->arena, count + 1, sizeof(*rules));

	json_check_keys(r->j, root, "", "vandaag dagen wensen regels");
	out->today = day_of_iso(today);
	if (*today != '\0' && out->today == 0)
		json_fault(r->j, "", "vandaag",
		    "‘%s’ is geen datum. Schrijf jaar-maand-dag, zoals "
		    "2026-11-23.",
		    today);
	r->days = json_object_get(root, "dagen");
	r->wishes = json_object_get(root, "wensen");
	check_days(r);
	if (count > RULES_MAX)
		json_fault(r->j, "", "regels",
		    "er staan %zu regels. Houd het bij %d.", count, RULES_MAX);
	json_array_foreach(list, i, one) read_rule(r, rules, i, one);
	out->rule = rules;
	out->count = count;
}

struct rule_set
rules_read(
    const struct reading *reading, const char *file, const struct casus *casus)
{
	struct json_file j;
	struct rules_reading r = {&j, casus, NULL, NULL};
	struct rule_set set = {0};

	if (json_file_read(&j, reading, file)) {
		read_all(&r, &set);
		json_decref(j.root);
	}
	return set;
}
