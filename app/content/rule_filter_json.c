/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rule_filter_json.c - read which lines, actions and texts a test is about.
 */
#include "content/rules_json.h"

#include "core/dutch_day.h"
#include "core/tariff.h"

#include <string.h>

struct rule_words
words_read(const struct rules_reading *r, const json_t *from, const char *path,
    const char *key)
{
	const json_t *value = json_object_get(from, key);
	size_t n = json_is_array(value) ? json_array_size(value) : 1;
	const char **list = arena_array(r->j->r->arena, n + 1, sizeof(*list));

	if (value == NULL)
		return (struct rule_words){0, NULL};
	for (size_t i = 0; i < n; i++) {
		const json_t *one =
		    json_is_array(value) ? json_array_get(value, i) : value;

		if (!json_is_string(one) || json_string_length(one) == 0)
			json_fault(r->j, path, key,
			    "hier hoort een tekst, of een lijst teksten "
			    "tussen [ en ].");
		else
			list[i] = arena_strdup(
			    r->j->r->arena, json_string_value(one));
		if (list[i] == NULL)
			list[i] = "";
	}
	if (n == 0)
		json_fault(r->j, path, key,
		    "deze lijst is leeg. Vul hem, of haal de sleutel weg.");
	return (struct rule_words){n, list};
}

bool
bool_read(const struct rules_reading *r, const json_t *from, const char *path,
    const char *key, bool otherwise)
{
	const json_t *value = json_object_get(from, key);

	if (value != NULL && !json_is_boolean(value))
		json_fault(r->j, path, key,
		    "hier hoort true of false, zonder aanhalingstekens.");
	return value == NULL ? otherwise : json_is_true(value);
}

enum rule_flag
flag_read(const struct rules_reading *r, const json_t *from, const char *path,
    const char *key)
{
	if (json_object_get(from, key) == NULL)
		return FLAG_ANY;
	return bool_read(r, from, path, key, false) ? FLAG_YES : FLAG_NO;
}

static struct fraction
number_read(const struct rules_reading *r, const json_t *from, const char *path,
    const char *key)
{
	const char *text = json_text(r->j, from, path, key);
	struct fraction out = {0, 0};

	if (text != NULL && *text != '\0' && !fraction_read(&out, text)) {
		json_fault(r->j, path, key,
		    "‘%s’ is geen getal. Schrijf 3, \"1.5\" of \"1/3\".", text);
		out = (struct fraction){0, 0};
	}
	return out;
}

struct rule_range
range_read(const struct rules_reading *r, const json_t *from, const char *path,
    const char *key)
{
	const char *at = path;
	const json_t *range = from;
	struct rule_range out = {0};

	if (key != NULL) {
		if (json_object_get(from, key) == NULL)
			return out;
		range = json_need_object(r->j, from, path, key);
		at = arena_printf(r->j->r->arena, "%s.%s", path, key);
		json_check_keys(r->j, range, at, "vanaf tot");
	}
	out.from = number_read(r, range, at, "vanaf");
	out.to = number_read(r, range, at, "tot");
	if (key != NULL && out.from.bottom == 0 && out.to.bottom == 0)
		json_fault(r->j, path, key,
		    "zet hier vanaf, tot, of allebei, zoals { \"vanaf\": 2 "
		    "}.");
	return out;
}

uint32_t
fields_read(const struct rules_reading *r, const json_t *from, const char *path,
    const char *key)
{
	struct rule_words names = words_read(r, from, path, key);
	uint32_t out = 0;

	for (size_t i = 0; i < names.count; i++) {
		enum plan_field field = plan_field_by_name(names.word[i]);

		if (field == FIELD_COUNT)
			json_fault(r->j, path, key,
			    "het veld ‘%s’ bestaat niet. Kies bijvoorbeeld "
			    "wens, hindernis, betrokkenheid of plan_b.",
			    names.word[i]);
		else
			out |= 1u << field;
	}
	return out;
}

/* Does a tariff of the case or of the general table fit this code? */
static bool
has_code(const struct rules_reading *r, const char *code)
{
	const struct library *l = r->j->r->library;
	size_t n = strlen(code);

	if (n == 0 || code[n - 1] != '*')
		return library_tariff(l, r->casus, code) != NULL;
	for (size_t i = 0; i < l->tariff_count; i++)
		if (strncmp(l->tariffs[i].code, code, n - 1) == 0)
			return true;
	for (size_t i = 0; i < r->casus->tariff_count; i++)
		if (strncmp(r->casus->tariffs[i].code, code, n - 1) == 0)
			return true;
	return false;
}

static bool
has_law(const struct rules_reading *r, const char *wet)
{
	const struct library *l = r->j->r->library;

	for (size_t i = 0; i < l->tariff_count; i++)
		if (strcmp(l->tariffs[i].wet, wet) == 0)
			return true;
	for (size_t i = 0; i < r->casus->tariff_count; i++)
		if (strcmp(r->casus->tariffs[i].wet, wet) == 0)
			return true;
	return false;
}

static bool
has_person(const struct rules_reading *r, const char *id)
{
	for (size_t i = 0; i < r->casus->member_count; i++)
		if (strcmp(r->casus->members[i].id, id) == 0)
			return true;
	return strcmp(id, "HH") == 0;
}

static void
check_names(const struct rules_reading *r, const struct line_filter *f,
    const char *path)
{
	for (size_t i = 0; i < f->code.count; i++)
		if (!has_code(r, f->code.word[i]))
			json_fault(r->j, path, "code",
			    "‘%s’ staat in geen tarievenlijst. Verbeter de "
			    "code, of zet hem in tarieven.csv.",
			    f->code.word[i]);
	for (size_t i = 0; i < f->wet.count; i++)
		if (!has_law(r, f->wet.word[i]))
			json_fault(r->j, path, "wet",
			    "‘%s’ staat zo in geen tarievenlijst.",
			    f->wet.word[i]);
	for (size_t i = 0; i < f->persoon.count; i++)
		if (!has_person(r, f->persoon.word[i]))
			json_fault(r->j, path, "persoon",
			    "‘%s’ woont niet in dit huishouden. Schrijf HH of "
			    "een id zoals P1.",
			    f->persoon.word[i]);
}

static void
check_listed(const struct rules_reading *r, const struct rule_words *words,
    const char *path, const char *key, const char *const *list)
{
	for (size_t i = 0; i < words->count; i++)
		if (!tariff_is_word(words->word[i], list))
			json_fault(r->j, path, key,
			    "‘%s’ kan hier niet. Kijk in tarieven.csv welke "
			    "woorden er zijn.",
			    words->word[i]);
}

struct line_filter
line_filter_read(
    const struct rules_reading *r, const json_t *from, const char *path)
{
	static const char *const ROLES[] = {"lopend", "interventie", NULL};
	const char *scenario = json_text(r->j, from, path, "situatie");
	struct line_filter f = {
	    .scenario =
		scenario == NULL ? SCENARIO_COUNT : scenario_by_name(scenario),
	    .code = words_read(r, from, path, "code"),
	    .wet = words_read(r, from, path, "wet"),
	    .domein = words_read(r, from, path, "domein"),
	    .persoon = words_read(r, from, path, "persoon"),
	    .betaler = words_read(r, from, path, "betaler"),
	    .aard = words_read(r, from, path, "aard"),
	    .rol = words_read(r, from, path, "rol"),
	    .woorden = words_read(r, from, path, "woorden"),
	    .hoeveelheid = range_read(r, from, path, "hoeveelheid"),
	    .duur_maanden = range_read(r, from, path, "duur-maanden"),
	    .start_maand = range_read(r, from, path, "start-maand"),
	    .met_kans = flag_read(r, from, path, "met-kans"),
	    .stopt = flag_read(r, from, path, "stopt"),
	};

	if (scenario != NULL && f.scenario == SCENARIO_COUNT)
		json_fault(r->j, path, "situatie",
		    "‘%s’ kan niet. Kies huidig, dreigend of doorbraak.",
		    scenario);
	check_names(r, &f, path);
	check_listed(r, &f.domein, path, "domein", TARIFF_DOMAINS);
	check_listed(r, &f.betaler, path, "betaler", TARIFF_PAYERS);
	check_listed(r, &f.aard, path, "aard", TARIFF_KINDS);
	check_listed(r, &f.rol, path, "rol", ROLES);
	json_check_keys(r->j, from, path,
	    "situatie code wet domein persoon betaler aard rol woorden "
	    "hoeveelheid duur-maanden start-maand met-kans stopt minstens");
	return f;
}

/* "2026-12-14", or a name from "dagen". */
static int32_t
day_named(const struct rules_reading *r, const json_t *from, const char *path)
{
	const char *text = json_text(r->j, from, path, "uiterlijk");
	const json_t *named;
	int32_t day;

	if (text == NULL)
		return 0;
	named = json_object_get(r->days, text);
	day =
	    day_of_iso(json_is_string(named) ? json_string_value(named) : text);
	if (day == 0)
		json_fault(r->j, path, "uiterlijk",
		    "‘%s’ is geen datum en staat niet bij dagen, bovenaan.",
		    text);
	return day;
}

struct action_filter
action_filter_read(
    const struct rules_reading *r, const json_t *from, const char *path)
{
	json_check_keys(r->j, from, path,
	    "woorden alle-woorden wie met-naam met-datum uiterlijk minstens "
	    "elke");
	return (struct action_filter){
	    .woorden = words_read(r, from, path, "woorden"),
	    .alle_woorden = words_read(r, from, path, "alle-woorden"),
	    .wie = words_read(r, from, path, "wie"),
	    .met_naam = bool_read(r, from, path, "met-naam", false),
	    .met_datum = bool_read(r, from, path, "met-datum", false),
	    .uiterlijk = day_named(r, from, path),
	};
}

static struct part_filter
part_filter_read(const struct rules_reading *r, const json_t *from,
    const char *path, const char *key)
{
	const json_t *part;
	const char *at = arena_printf(r->j->r->arena, "%s.%s", path, key);
	struct part_filter out = {.word_min = 0};

	if (json_object_get(from, key) == NULL)
		return out;
	part = json_need_object(r->j, from, path, key);
	out.woorden = words_read(r, part, at, "woorden");
	if (json_object_get(part, "minstens-woorden") != NULL)
		out.word_min = (int)json_whole(
		    r->j, part, at, "minstens-woorden", 1, 2000, 1);
	json_check_keys(r->j, part, at, "woorden minstens-woorden");
	return out;
}

struct argument_filter
argument_filter_read(
    const struct rules_reading *r, const json_t *from, const char *path)
{
	struct rule_words lacks = words_read(r, from, path, "mist");
	struct argument_filter f = {
	    .weighs_against = flag_read(r, from, path, "noemt-tegen")};

	for (int p = 0; p < ARGUMENT_PARTS; p++)
		f.part[p] = part_filter_read(r, from, path,
		    argument_part_name((enum argument_part)p));
	for (size_t i = 0; i < lacks.count; i++) {
		enum argument_part part = argument_part_by_name(lacks.word[i]);

		if (part == ARGUMENT_PARTS)
			json_fault(r->j, path, "mist",
			    "‘%s’ kan niet. Kies hindernis, ruimte of "
			    "afweging.",
			    lacks.word[i]);
		else
			f.lacks |= 1u << part;
	}
	return f;
}
