/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * plan.c - the names of a plan's parts, in one place: the database, the forms
 * and plan.json all use them.
 */
#include "core/plan.h"

#include <string.h>

static const struct {
	const char *name;
	int step;
} FIELDS[FIELD_COUNT] = {
	[FIELD_SITUATIE] = { "situatie", 1 },
	[FIELD_KNELT] = { "knelt", 1 },
	[FIELD_WENS] = { "wens", 2 },
	[FIELD_PERSPECTIEF] = { "perspectief", 2 },
	[FIELD_HINDERNIS] = { "hindernis", 3 },
	[FIELD_DOORBRAAK] = { "doorbraak", 3 },
	[FIELD_ZELF] = { "zelf", 4 },
	[FIELD_HULP] = { "hulp", 4 },
	[FIELD_BETROKKENHEID] = { "betrokkenheid", 5 },
	[FIELD_LEGITIMITEIT] = { "legitimiteit", 5 },
	[FIELD_RENDEMENT] = { "rendement", 5 },
	[FIELD_KANS_UITLEG] = { "kans_uitleg", 5 },
	[FIELD_WEGING] = { "weging", 5 },
	[FIELD_PLAN_B] = { "plan_b", 6 },
};

static const char *const SCENARIOS[SCENARIO_COUNT] = {
	[SCENARIO_HUIDIG] = "huidig",
	[SCENARIO_DREIGEND] = "dreigend",
	[SCENARIO_DOORBRAAK] = "doorbraak",
};

static const char *const FIGURES[FIGURE_COUNT] = {
	[FIGURE_KANS] = "kans_dreigend",
	[FIGURE_SLAAGKANS] = "slaagkans",
	[FIGURE_HORIZON] = "horizon_jaren",
};

static const char *const ARGUMENT[ARGUMENT_PARTS] = {
	[ARGUMENT_HINDERNIS] = "hindernis",
	[ARGUMENT_RUIMTE] = "ruimte",
	[ARGUMENT_AFWEGING] = "afweging",
};

const char *
argument_part_name(enum argument_part part)
{
	return ARGUMENT[part];
}

enum argument_part
argument_part_by_name(const char *name)
{
	int i = 0;

	while (i < ARGUMENT_PARTS && strcmp(ARGUMENT[i], name) != 0)
		i++;
	return (enum argument_part)i;
}

bool
argument_text_of(const char *name, enum argument_part *part,
    const char **code)
{
	for (int i = 0; i < ARGUMENT_PARTS; i++) {
		size_t n = strlen(ARGUMENT[i]);

		if (strncmp(name, ARGUMENT[i], n) == 0 && name[n] == ':' &&
		    name[n + 1] != '\0') {
			*part = (enum argument_part)i;
			*code = name + n + 1;
			return true;
		}
	}
	return false;
}

const char *
plan_figure_name(enum plan_figure figure)
{
	return FIGURES[figure];
}

const char *
plan_field_name(enum plan_field field)
{
	return FIELDS[field].name;
}

enum plan_field
plan_field_by_name(const char *name)
{
	int i = 0;

	while (i < FIELD_COUNT && strcmp(FIELDS[i].name, name) != 0)
		i++;
	return (enum plan_field)i;
}

int
plan_field_step(enum plan_field field)
{
	return FIELDS[field].step;
}

const char *
scenario_name(enum scenario scenario)
{
	return SCENARIOS[scenario];
}

enum scenario
scenario_by_name(const char *name)
{
	int i = 0;

	while (i < SCENARIO_COUNT && strcmp(SCENARIOS[i], name) != 0)
		i++;
	return (enum scenario)i;
}
