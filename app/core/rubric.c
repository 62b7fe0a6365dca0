/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rubric.c - the fields that a rubric asks for, and what of them is lacking.
 */
#include "core/rubric.h"

#include "base/text.h"

#include <string.h>

static const char *
line_name(struct arena *a, int value, const char *end)
{
	static const char *const NAMES[RUBRIC_VALUES] = {
	    "betrokkenheid", "legitimiteit", "rendement"};

	return arena_printf(a, "%s-%s", NAMES[value], end);
}

size_t
rubric_fields(const struct rubric_field **out, struct arena *a,
    const struct rubric *rubric)
{
	struct rubric_field *list =
	    arena_array(a, RUBRIC_VALUES * (CRITERIA_MAX + 2), sizeof(*list));
	size_t n = 0;

	for (int v = 0; v < RUBRIC_VALUES; v++) {
		const struct rubric_value *value = &rubric->value[v];
		const enum rule_value of = (enum rule_value)v;

		for (size_t c = 0; c < value->criterion_count; c++)
			list[n++] = (struct rubric_field){value->criteria[c].id,
			    of, &value->criteria[c],
			    value->criteria[c].question};
		list[n++] = (struct rubric_field){
		    line_name(a, v, "sterk"), of, NULL, value->strong};
		list[n++] = (struct rubric_field){
		    line_name(a, v, "vraag"), of, NULL, value->ask};
	}
	*out = list;
	return n;
}

const char *
rubric_words(const struct rubric_criterion *criterion, const char *level)
{
	for (size_t i = 0; i < criterion->level_count; i++)
		if (strcmp(criterion->levels[i].id, level) == 0)
			return criterion->levels[i].words;
	return NULL;
}

size_t
rubric_lacking(
    const struct rubric_field *fields, size_t count, const char *const *values)
{
	for (size_t i = 0; i < count; i++) {
		bool is_first_line = fields[i].criterion == NULL &&
				     i + 1 < count &&
				     fields[i + 1].criterion == NULL &&
				     fields[i + 1].value == fields[i].value;

		if (fields[i].criterion != NULL &&
		    rubric_words(fields[i].criterion, values[i]) == NULL)
			return i;
		if (is_first_line && text_is_blank(values[i]) &&
		    text_is_blank(values[i + 1]))
			return i;
	}
	return count;
}
