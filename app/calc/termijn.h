/* SPDX-License-Identifier: EUPL-1.2 */
/* termijn.h - the calendar: rekenregels §2 (1 jaar = 12 maanden = 52 weken =
 * 365 dagen; 1 week = 7 dagen). */
#ifndef LMS_CALC_TERMIJN_H
#define LMS_CALC_TERMIJN_H

#include "calc/getal.h"
#include "calc/woorden.h"

/* How many of a unit go in a year: 365, 52, 12, 1. */
int64_t rk_per_jaar(enum rk_per eenheid);

/* Months in `aantal` units: 26 weken -> 6; 120 dagen -> 288/73. */
struct rk_getal rk_in_maanden(
    struct rk_rekenaar *, struct rk_getal aantal, enum rk_per eenheid);

/*
 * Times per month that something happens `per` unit, in a duration counted in
 * `eenheid`. Between days and weeks the week has 7 days; all else goes through
 * the year, which is why the duration's unit matters.
 */
struct rk_getal
rk_keren_per_maand(struct rk_rekenaar *, enum rk_per per, enum rk_per eenheid);

/*
 * A stretch of time on the month axis: [begin, eind). Month k of the horizon
 * is [k-1, k).
 */
struct rk_termijn {
	int begin; /* lines start on a month border */
	struct rk_getal eind;
};

/* Months of t within [van, tot); 0 when they do not meet. */
struct rk_getal
rk_overlap(struct rk_rekenaar *, struct rk_termijn t, int van, int tot);

#endif
