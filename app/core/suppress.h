/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_SUPPRESS_H
#define LMS_CORE_SUPPRESS_H
/*
 * What somebody from outside a team may read of its plans: nothing that is
 * about fewer than ten of them (rekenregels §5 "Dashboard"), also not by
 * taking what is shown off a total. Pure. A coach reads the own team's plans
 * themselves; for a coach nothing is hidden.
 *
 * Example: teams with 20, 12 and 3 plans, and their total of 35. The 3 is
 * hidden; 35 - 20 - 12 would give it away, so the 12 is hidden as well. What
 * is left to compute, 35 - 20, is about 15 plans.
 */
#include <stdbool.h>
#include <stddef.h>

enum { SUPPRESS_BELOW = 10 };

struct suppress_cell {
	size_t plan_count;
	bool is_hidden; /* filled */
};

/*
 * The cells of one row whose total stands beside it. is_partition: each plan
 * is in one cell (teams); else a plan can be in several (laws, payers), and
 * then only a hidden cell of ten plans itself covers the small ones. A cell
 * of no plans is never hidden: it says nothing of anybody.
 * True: the total itself is of fewer than ten plans; all is hidden.
 */
bool suppress_row(struct suppress_cell *, size_t count, size_t total,
    bool is_partition);

/*
 * "3 of the 30": hidden when it is about one to nine plans, and also when the
 * others are that few (27 of the 30).
 */
bool suppress_share(size_t plan_count, size_t total);
#endif
