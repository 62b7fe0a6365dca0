/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_OUTLINE_H
#define LMS_WEB_OUTLINE_H
/*
 * A course as a list of parts with how far somebody is in each, in words: for
 * Mijn leeromgeving and the page of a course. Counting is core/progress.
 */
#include "store/progress.h"
#include "web/exchange.h"

/* A module or a case. */
struct part_view {
	const char *title, *words;
	const struct safe_url *url;
	const char *badge, *badge_css;
	enum progress_state state;
	/* Where to go on, other than url: a step, the feedback; or NULL. */
	const struct safe_url *go_url;
	const char *go_text;
};

struct course_outline {
	const struct course *course;
	const struct safe_url *url;
	struct course_progress progress;
	const char *words; /* "2 van 5 onderdelen klaar" */
	const struct part_view *modules, *casussen; /* as in the course */
	size_t todo_count;
	const char *const *todo; /* why it is not complete yet */
};

/* Two statements: what people did (store/progress.h says who), over all
 * questions there are now. */
void outline_ask(struct exchange *, int64_t whom);
/* Rows of one person. */
struct course_outline
outline_of(struct arena *, const struct course *, const struct progress_rows *);
/* The same without the words. */
struct course_progress outline_progress(
    struct arena *, const struct course *, const struct progress_rows *);

/* "2 van de 5 onderdelen klaar". */
const char *outline_words(struct arena *, const struct course_progress *);
/* The short name of a step (1–6) of the method. */
const char *outline_step_name(int step);
#endif
