/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * suppress.c - which cells an outsider does not see.
 */
#include "core/suppress.h"

static bool
is_small(size_t plan_count)
{
	return plan_count > 0 && plan_count < SUPPRESS_BELOW;
}

/* What is hidden, taken together: of how many plans is it at least? */
static bool
is_covered(
    const struct suppress_cell *cells, size_t count, bool is_partition)
{
	size_t hidden = 0, together = 0;

	for (size_t i = 0; i < count; i++) {
		size_t n = cells[i].is_hidden ? cells[i].plan_count : 0;

		hidden += cells[i].is_hidden;
		if (is_partition)
			together += n;
		else if (n > together)
			together = n;
	}
	return hidden == 0 || (hidden > 1 && together >= SUPPRESS_BELOW);
}

/* Hides the smallest cell that is seen; false: none is left. */
static bool
hide_another(struct suppress_cell *cells, size_t count)
{
	struct suppress_cell *smallest = NULL;

	for (size_t i = 0; i < count; i++)
		if (!cells[i].is_hidden && cells[i].plan_count > 0 &&
		    (smallest == NULL ||
			cells[i].plan_count < smallest->plan_count))
			smallest = &cells[i];
	if (smallest == NULL)
		return false;
	smallest->is_hidden = true;
	return true;
}

bool
suppress_row(struct suppress_cell *cells, size_t count, size_t total,
    bool is_partition)
{
	for (size_t i = 0; i < count; i++)
		cells[i].is_hidden = cells[i].plan_count > 0 &&
				     (is_small(cells[i].plan_count) ||
					 is_small(total));
	if (is_small(total))
		return true;
	/* With all of them hidden only the total is left, and that is large. */
	while (!is_covered(cells, count, is_partition))
		if (!hide_another(cells, count))
			break;
	return false;
}

bool
suppress_share(size_t plan_count, size_t total)
{
	return is_small(total) || is_small(plan_count) ||
	       is_small(total - plan_count);
}
