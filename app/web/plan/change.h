/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_CHANGE_H
#define LMS_WEB_PLAN_CHANGE_H
/*
 * "Wat verandert er?": per line of huidig what becomes of it when it goes
 * wrong, or by the plan. One list, one button.
 */
#include "web/plan/rendement.h"

/* So many at once: a form holds 128 fields. The rest is asked after. */
enum { CHANGE_ROWS_MAX = 20 };

struct change_row {
	const char *id, *name, *words, *eenheid, *example;
	struct plan_select_view what;
	const char *how, *how_id, *how_name, *read, *read_name, *unit_name;
	const char *told; /* what is wrong with it, or how it was read */
};

struct change_view {
	const char *csrf, *id, *scenario, *title, *help, *how_label, *jaren;
	const struct safe_url *action, *read_url;
	size_t count, error_count;
	const struct change_row *rows;
	const struct plan_error *errors;
};

/*
 * The lines of huidig that nothing was said of yet; NULL when there are none,
 * or when the open scenario is huidig itself. `is_typed`: show what was sent.
 */
const struct change_view *
change_view_of(struct exchange *, const struct plan_place *,
    const struct plan_record *, enum scenario, bool is_typed);

/* POST …/plan/rendement/verandert */
void ask_changes(struct exchange *);
void show_changes(struct exchange *);
#endif
