/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_STORE_PLAN_PART_H
#define LMS_STORE_PLAN_PART_H
/*
 * Acts on the parts of a draft: lines, articles, actions, the chance. Each is
 * safe to repeat and answers struct plan_saved (plan_read_saved).
 */
#include "store/plan.h"

/* Limits of the database's functions, for the words on a page. */
enum { PLAN_LINES_MAX = 60, PLAN_ARTICLES_MAX = 30, PLAN_ACTIONS_MAX = 40 };

/* Adds or changes the line of this id; is_saved false: the scenario is full.
 * The line has one payer. */
void plan_ask_put_line(struct batch *, const struct plan_key *,
    const struct plan_line *);
/* Copies "huidig" to the other scenarios; fails with ST_TOO_LARGE. */
void plan_ask_copy_lines(struct batch *, const struct plan_key *);
void plan_ask_put_article(struct batch *, const struct plan_key *,
    const char *code);
/* is_saved false: changed elsewhere since `seen`. */
void plan_ask_save_argument(struct batch *, const struct plan_key *,
    int64_t seen, const char *code, const char *argument);
void plan_ask_put_action(struct batch *, const struct plan_key *,
    const struct plan_action *);
/* "0.35", or NULL for not given. */
void plan_ask_chance(struct batch *, const struct plan_key *,
    const char *chance);

/* kind: "regel", "artikel" or "actie"; id: of the line, article, action. */
void plan_ask_remove(struct batch *, const struct plan_key *,
    const char *kind, const char *id);
/* For lines and actions; an article is picked again. */
void plan_ask_restore(struct batch *, const struct plan_key *,
    const char *kind, const char *id);
/* The name of a part that was taken out, or NULL. */
void plan_ask_removed(struct batch *, const struct plan_key *,
    const char *kind, const char *id);
const char *plan_read_removed(const struct batch *);
/* Of a line: where it stood. SCENARIO_COUNT for anything else. */
enum scenario plan_read_removed_scenario(const struct batch *);
#endif
