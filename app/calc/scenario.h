/* SPDX-License-Identifier: EUPL-1.2 */
/* scenario.h - the sums of one scenario: rekenregels §3, §5. */
#ifndef LMS_CALC_SCENARIO_H
#define LMS_CALC_SCENARIO_H

#include "calc/regel.h"

/* What the parts of one calculation share. */
struct rk_berekening {
	struct rk_rekenaar *rekenaar;
	struct rk_fouten *fouten;
	const struct rk_gekeurd *plan;
	struct rk_getal factoren[RK_MAX_HORIZON]; /* disconto.h */
	struct rk_loop *lopen[RK_SCENARIOS];	  /* per line */
};

/*
 * Fills uit and b->lopen[naam]. An amount beyond RK_MAX_BEDRAG becomes a
 * fault with the path of its line or sum.
 */
void rk_scenario_bereken(struct rk_scenario *uit, struct rk_berekening *b,
    enum rk_scenario_naam naam);

/* Adds the fault for an amount that does not fit. */
void rk_fout_bedrag(
    const struct rk_berekening *, int scenario, int regel, const char *veld);

/* The fault for the first amount that does not fit: groep.naam.<post>. */
void rk_keur_verdeling(const struct rk_berekening *, int scenario,
    const char *groep, const char *naam, const struct rk_verdeling *);

#endif
