/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_BARS_H
#define LMS_WEB_BARS_H
/*
 * A picture of signed amounts: bars left and right of a zero line, drawn by
 * the server as SVG, with the same figures as a table for who cannot see it.
 */
#include "base/arena.h"
#include "base/url.h"
#include "calc/rekenkern.h"
#include <stdbool.h>

enum { BARS_WIDTH = 360, BARS_ROW = 48 };

struct bar {
	const char *name, *amount; /* "Wmo 2015", "€ 1.780" */
	bool is_negative;
	int practice_percent; /* rests on illustrative tariffs */
	int name_y, bar_y, x, width;
	/* How the amount came about, and what it is; NULL: not to be asked. */
	const struct safe_url *url;
	const char *of;
};

struct bars {
	const char *id;	   /* unique on the page: prefix of the ids */
	const char *title; /* what the picture shows */
	const char *head;  /* what a bar stands for: "Wet", "Wie" */
	const char *words; /* the same in one sentence per bar */
	size_t count;
	struct bar *bar;
	bool has_practice; /* one of them does: marked with an asterisk */
	int height, zero_x;
};

/* The largest amount, without its sign: for two pictures on one scale. */
int64_t bars_largest(const struct rk_verdeling *);
/* Draws one bar per name, scaled so that `largest` just fits. */
struct bars bars_make(struct arena *, const char *id, const char *title,
    const char *head, const struct rk_verdeling *, int64_t largest);
/*
 * Every amount of the table leads to its explanation: the figure `list`.NAME.
 * Before bars_mark_practice(), which changes names.
 */
void bars_explain(struct bars *, struct arena *, const struct safe_url *explain,
    const char *list);
/* Marks the streams of a mode that rest on illustrative tariffs. */
void bars_mark_practice(struct bars *, struct arena *,
    const struct rk_resultaat *, enum rk_modus_naam);
#endif
