/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * field.c - fills the views of form fields.
 */
#include "web/plan/field.h"

#include <string.h>

const char *
plan_fault_of(const struct input_fault *faults, size_t count,
    const char *field)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(faults[i].field, field) == 0)
			return faults[i].message;
	return NULL;
}

struct plan_select_view
plan_select_of(struct arena *a, const struct line_word *words,
    const char *chosen)
{
	struct plan_option *options;
	size_t n = 0;

	while (words[n].value != NULL)
		n++;
	options = arena_array(a, n, sizeof(*options));
	for (size_t i = 0; i < n; i++)
		options[i] = (struct plan_option){ words[i].value,
			words[i].words,
			strcmp(words[i].value, chosen) == 0 };
	return (struct plan_select_view){ .count = n, .options = options };
}
