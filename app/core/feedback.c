/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * feedback.c - compare a plan with the expert's.
 */
#include "core/feedback.h"

#include <stdbool.h>
#include <string.h>

static bool
has_line(const struct plan_line *lines, size_t count, enum scenario scenario,
    const char *code)
{
	for (size_t i = 0; i < count; i++)
		if (lines[i].scenario == scenario &&
		    strcmp(lines[i].code, code) == 0)
			return true;
	return false;
}

/* Lines of `from` in this scenario whose code `other` does not have. */
static size_t
lines_without(const struct plan_line ***out, struct arena *a,
    enum scenario scenario, const struct plan *from, const struct plan *other)
{
	const struct plan_line **list =
	    arena_array(a, from->line_count, sizeof(*list));
	size_t n = 0;

	for (size_t i = 0; i < from->line_count; i++) {
		const struct plan_line *line = &from->lines[i];

		if (line->scenario == scenario &&
		    !has_line(other->lines, other->line_count, scenario,
			line->code) &&
		    !has_line(from->lines, i, scenario, line->code))
			list[n++] = line;
	}
	*out = list;
	return n;
}

static bool
has_article(const struct plan *plan, const char *code)
{
	for (size_t i = 0; i < plan->article_count; i++)
		if (strcmp(plan->articles[i].code, code) == 0)
			return true;
	return false;
}

/* Articles of `from` that `other` has, or has not. */
static size_t
articles_of(const char ***out, struct arena *a, const struct plan *from,
    const struct plan *other, bool is_shared)
{
	const char **list = arena_array(a, from->article_count, sizeof(*list));
	size_t n = 0;

	for (size_t i = 0; i < from->article_count; i++)
		if (has_article(other, from->articles[i].code) == is_shared)
			list[n++] = from->articles[i].code;
	*out = list;
	return n;
}

struct plan_difference
plan_compare(struct arena *a, const struct plan *mine,
    const struct plan *expert)
{
	struct plan_difference d = { 0 };

	for (int s = 0; s < SCENARIO_COUNT; s++) {
		struct line_difference *lines = &d.lines[s];

		lines->scenario = (enum scenario)s;
		lines->missing_count = lines_without(&lines->missing, a,
		    lines->scenario, expert, mine);
		lines->extra_count = lines_without(&lines->extra, a,
		    lines->scenario, mine, expert);
	}
	d.shared_count = articles_of(&d.shared, a, mine, expert, true);
	d.missing_count = articles_of(&d.missing, a, expert, mine, false);
	d.extra_count = articles_of(&d.extra, a, mine, expert, false);
	return d;
}
