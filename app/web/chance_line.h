/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_CHANCE_LINE_H
#define LMS_WEB_CHANCE_LINE_H
/*
 * A picture of what a plan brings as the chance of the threat moves: a line
 * from 0 to 100 %, where it crosses zero, and the plan's own chance on it;
 * drawn by the server as SVG, with the same as words and as a table.
 */
#include "base/arena.h"
#include "base/url.h"
#include "calc/gevoeligheid.h"

enum { CHANCE_WIDTH = 360, CHANCE_HEIGHT = 216 };

struct chance_row {
	const char *chance, *words; /* "25 %", "€ 15.501 voordeliger" */
	const struct safe_url *url; /* how it came about; or NULL */
	const char *of;
};

struct chance_line {
	const char *id, *title, *words;
	int zero_y, y0, y100;	      /* the line goes from y0 to y100 */
	const char *end0, *end100;    /* "0 %: −€ 5.784" */
	bool has_cross; /* crosses zero between 0 and 100 % */
	int cross_x;
	const char *cross, *cross_anchor; /* "gelijk bij 7 %" */
	bool has_own;	/* the plan has a chance */
	int own_x, own_y;
	const char *own, *own_anchor; /* "in het plan: 50 %" */
	struct chance_row row[RK_KANSEN];
};

/* What the picture must reach: the smallest and the largest amount. */
struct chance_reach {
	int64_t low, high;
};

/* Widens reach, which begins as zero, to what a plan brings. */
void chance_reach_widen(struct chance_reach *, const struct rk_gevoeligheid *);
/* Pictures with the same reach can be compared by eye. */
struct chance_line chance_line_make(struct arena *, const char *id,
    const char *title, const struct rk_resultaat *,
    const struct rk_gevoeligheid *, struct chance_reach);
/* Every row leads to its explanation; whose: "Jouw plan". */
void chance_line_explain(struct chance_line *, struct arena *,
    const struct safe_url *explain, const char *whose);
#endif
