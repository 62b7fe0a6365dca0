/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_FIGURES_H
#define LMS_WEB_PLAN_FIGURES_H
/*
 * The form of a plan's figures: the chance of the threat, the chance that the
 * plan works, and the horizon. On the page of rendement, beside the text that
 * says why.
 */
#include "web/plan/field.h"
#include "web/plan/frame.h"

/* The message for each figure that cannot be read; NULL where it can. */
struct figure_faults {
	const char *message[FIGURE_COUNT];
	size_t count;
};

/* The fields as they are stored, or as they were typed when faults is set. */
void figures_fill(struct plan_input_view out[FIGURE_COUNT],
    const struct exchange *, const struct plan_record *,
    const struct figure_faults *faults);
/* "… met een discontovoet van 2,8 % per jaar …", with its source. */
const char *figures_rate_words(struct arena *, const struct plan *,
    int64_t now_s);
const char *figure_label(enum plan_figure);

/* POST …/plan/rendement/kans */
void ask_figures(struct exchange *);
void show_figures(struct exchange *);
#endif
