/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_PART_H
#define LMS_WEB_PLAN_PART_H
/*
 * Taking a line, article or action out of the draft, and putting it back:
 * POST …/plan/:pagina/verwijder and …/terug, with the field "id".
 */
#include "web/plan/frame.h"

void ask_part_remove(struct exchange *);
void show_part_remove(struct exchange *);
void ask_part_restore(struct exchange *);
void show_part_restore(struct exchange *);
/*
 * For a page that shows what was just taken out: ?weg=<id> asks for its
 * name, and the frame offers to put it back.
 */
void plan_part_ask_removed(struct exchange *, const struct plan_place *,
    enum plan_page);
void plan_part_show_removed(struct plan_frame *, const struct exchange *,
    const struct plan_place *, enum plan_page);
/* The id on the page of an article, line or action: where the focus goes. */
const char *plan_part_anchor(const struct exchange *, enum plan_page,
    const char *id);
#endif
