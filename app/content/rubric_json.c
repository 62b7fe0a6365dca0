/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rubric_json.c - read beoordeling.json. Strict: an author who slips hears the
 * line. A level is words; a number among them is refused, because nobody's
 * plan gets a mark.
 */
#include "content/rubric_json.h"

#include "content/links.h"

#include <string.h>

static const char *const VALUES[RUBRIC_VALUES] = {
    "betrokkenheid", "legitimiteit", "rendement"};

enum { ID_MAX = 40 };

static void
check_id(const struct json_file *j, const char *path, const char *id)
{
	if (*id != '\0' && (!id_is_valid(id) || strlen(id) > ID_MAX))
		json_fault(j, path, "id",
		    "‘%s’ is geen goede naam. Gebruik kleine letters, cijfers "
		    "en streepjes. Hooguit %d tekens.",
		    id, ID_MAX);
}

static const char *
level_words(const struct json_file *j, const json_t *one, const char *path)
{
	const char *words = json_need(j, one, path, "tekst");

	if (strpbrk(words, "0123456789") != NULL)
		json_fault(j, path, "tekst",
		    "hier staat een cijfer. Zeg in woorden wat de lezer ziet: "
		    "een plan krijgt geen punten.");
	return words;
}

static void
read_levels(struct rubric_criterion *c, const struct json_file *j,
    const json_t *from, const char *path)
{
	const json_t *list = json_need_list(j, from, path, "niveaus"), *one;
	size_t n = json_array_size(list), i;
	struct rubric_level *levels =
	    arena_array(j->r->arena, n + 1, sizeof(*levels));

	if (list != NULL && (n < 2 || n > LEVELS_MAX))
		json_fault(j, path, "niveaus",
		    "er staan %zu niveaus. Beschrijf er twee tot en met %d.", n,
		    LEVELS_MAX);
	json_array_foreach(list, i, one)
	{
		const char *at =
		    arena_printf(j->r->arena, "%s.niveaus[%zu]", path, i);

		levels[i].id = json_need(j, one, at, "id");
		levels[i].words = level_words(j, one, at);
		check_id(j, at, levels[i].id);
		json_check_keys(j, one, at, "id tekst");
		for (size_t k = 0; k < i; k++)
			if (strcmp(levels[k].id, levels[i].id) == 0)
				json_fault(j, at, "id",
				    "‘%s’ staat er al, bij niveaus[%zu].",
				    levels[i].id, k);
	}
	c->level_count = n < LEVELS_MAX ? n : LEVELS_MAX;
	c->levels = levels;
}

/* A name is one of a field of the form: once in the whole file. */
static bool
is_taken(const struct rubric *r, const struct rubric_criterion *own,
    size_t count, const char *id)
{
	for (int v = 0; v < RUBRIC_VALUES; v++) {
		for (size_t c = 0; c < r->value[v].criterion_count; c++)
			if (strcmp(r->value[v].criteria[c].id, id) == 0)
				return true;
		if (strncmp(id, VALUES[v], strlen(VALUES[v])) == 0 &&
		    (strcmp(id + strlen(VALUES[v]), "-sterk") == 0 ||
			strcmp(id + strlen(VALUES[v]), "-vraag") == 0))
			return true;
	}
	for (size_t c = 0; c < count; c++)
		if (strcmp(own[c].id, id) == 0)
			return true;
	return false;
}

static void
read_criteria(struct rubric *r, struct rubric_value *value,
    const struct json_file *j, const json_t *from, const char *path)
{
	const json_t *list = json_need_list(j, from, path, "criteria"), *one;
	size_t n = json_array_size(list), i;
	struct rubric_criterion *criteria =
	    arena_array(j->r->arena, n + 1, sizeof(*criteria));

	if (list != NULL && (n < 1 || n > CRITERIA_MAX))
		json_fault(j, path, "criteria",
		    "er staan %zu criteria. Schrijf er één tot en met %d.", n,
		    CRITERIA_MAX);
	json_array_foreach(list, i, one)
	{
		const char *at =
		    arena_printf(j->r->arena, "%s.criteria[%zu]", path, i);
		struct rubric_criterion *c = &criteria[i];

		c->id = json_need(j, one, at, "id");
		c->question = json_need(j, one, at, "vraag");
		check_id(j, at, c->id);
		if (*c->id != '\0' && is_taken(r, criteria, i, c->id))
			json_fault(j, at, "id",
			    "‘%s’ is al een naam in dit bestand. Kies een "
			    "andere.",
			    c->id);
		read_levels(c, j, one, at);
		json_check_keys(j, one, at, "id vraag niveaus");
	}
	value->criteria = criteria;
	value->criterion_count = n < CRITERIA_MAX ? n : CRITERIA_MAX;
}

static void
read_value(struct rubric *r, const struct json_file *j, const json_t *from,
    const char *path)
{
	const char *name = json_need(j, from, path, "waarde");
	struct rubric_value *value;
	int v = 0;

	while (v < RUBRIC_VALUES && strcmp(VALUES[v], name) != 0)
		v++;
	if (v == RUBRIC_VALUES || r->value[v].core != NULL) {
		json_fault(j, path, "waarde",
		    v == RUBRIC_VALUES
			? "‘%s’ is geen waarde. Kies betrokkenheid, "
			  "legitimiteit of rendement."
			: "‘%s’ staat er al.",
		    name);
		return;
	}
	value = &r->value[v];
	value->core = json_need(j, from, path, "kern");
	value->strong = json_need(j, from, path, "sterk");
	value->ask = json_need(j, from, path, "maker");
	read_criteria(r, value, j, from, path);
	json_check_keys(j, from, path, "waarde kern criteria sterk maker");
}

static void
read_all(struct rubric *r, const struct json_file *j)
{
	const json_t *list = json_need_list(j, j->root, "", "waarden"), *one;
	size_t i;

	r->intro = json_need(j, j->root, "", "inleiding");
	json_check_keys(j, j->root, "", "inleiding waarden");
	json_array_foreach(list, i, one)
	    read_value(r, j, one, arena_printf(j->r->arena, "waarden[%zu]", i));
	for (int v = 0; list != NULL && v < RUBRIC_VALUES; v++)
		if (r->value[v].core == NULL)
			json_fault(j, "", "waarden",
			    "%s ontbreekt. De drie waarden tellen even zwaar.",
			    VALUES[v]);
}

const struct rubric *
rubric_read(const struct reading *reading)
{
	struct rubric *r;
	struct json_file j;

	if (map_file(reading->map, "beoordeling.json") == NULL)
		return NULL;
	r = arena_alloc(reading->arena, sizeof(*r));
	if (json_file_read(&j, reading,
		arena_printf(
		    reading->arena, "%s/beoordeling.json", reading->folder))) {
		read_all(r, &j);
		json_decref(j.root);
	}
	return r;
}
