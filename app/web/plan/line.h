/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_LINE_H
#define LMS_WEB_PLAN_LINE_H
/* The acts on lines of the sum: one at a time, or all of huidig copied. */
#include "web/plan/rendement.h"

/* POST …/plan/rendement/regel */
void ask_line_save(struct exchange *);
void show_line_save(struct exchange *);
/* GET …/plan/rendement/lees?zin=&eenheid=&jaren=: how words are read. */
void show_words_read(struct exchange *);
/* POST …/plan/rendement/neem-over, and …/ongedaan to undo it */
void ask_lines_copy(struct exchange *);
void show_lines_copy(struct exchange *);
void ask_copy_undo(struct exchange *);
void show_copy_undo(struct exchange *);
/* ?overgenomen=<id> asks what a copy put in; the page offers to undo it. */
void plan_line_ask_copied(struct exchange *, const struct plan_place *);
void plan_line_show_copied(struct rendement_view *, const struct exchange *,
    const struct plan_place *);
#endif
