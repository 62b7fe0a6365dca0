/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * stap.h - building an explanation, step by step. One file per kind of figure
 * writes its steps: van_regel.c, van_scenario.c, van_modus.c, van_kans.c.
 */
#ifndef LMS_CALC_STAP_H
#define LMS_CALC_STAP_H

#include "calc/scenario.h"
#include "calc/uitleg.h"
#include "calc/uitleg/cijfer.h"
#include "calc/uitleg/schrijfwijze.h"

#define RK_MAX_STAPPEN (RK_MAX_HORIZON + 3)

struct rk_uitlegger {
	struct rk_memory memory; /* a copy: the caller's may be gone */
	struct rk_rekenaar rekenaar;
	struct rk_gekeurd plan;
	struct rk_resultaat *resultaat;
	struct rk_getal factoren[RK_MAX_HORIZON]; /* disconto.h */
	struct rk_cijfers cijfers;
};

/* One explanation in the making. */
struct rk_bouw {
	struct rk_uitlegger *u;
	struct rk_rekenaar *r;	   /* of u */
	const struct rk_memory *m; /* of u */
	struct rk_cijfer c;	   /* what is explained */
	struct rk_uitleg *uit;
};

/* A new step; at most RK_MAX_STAPPEN of them. The pointer stays valid. */
struct rk_stap *rk_stap_bij(struct rk_bouw *, const char *tekst);

/* Adds a figure as a part: teken is 1, or -1 when it is taken off. */
void rk_stap_cijfer(struct rk_bouw *, struct rk_stap *, const char *naam,
    struct rk_cijfer, int teken);

/* Adds any part. */
void rk_stap_deel(struct rk_bouw *, struct rk_stap *, struct rk_deelbedrag);

/* Ends a step that adds its parts up. */
void rk_stap_tel_op(struct rk_bouw *, struct rk_stap *);

/* Ends a step with a rounding: "16.726,125 → 16.726,13". */
void rk_stap_rond_af(
    struct rk_bouw *, struct rk_stap *, struct rk_getal exact, int64_t uit);

/* "formule = uitkomst → afgerond", or without the arrow when it is exact. */
const char *rk_stap_afronding(
    struct rk_bouw *, const char *formule, struct rk_getal exact, int64_t uit);

/* rk_regel_naam() of a line by its place. */
const char *rk_stap_regel(const struct rk_bouw *, int scenario, size_t regel);

/* "Huidige situatie", "de huidige situatie". */
const char *rk_scenario_titel(int scenario);
const char *rk_scenario_lidwoord(int scenario);

/* "het eerste jaar", "3 jaar": the horizon in words. */
const char *rk_periode(const struct rk_bouw *);

/* The steps of each kind, and the title; in the files named above. */
void rk_uitleg_van_regel(struct rk_bouw *);
void rk_uitleg_van_scenario(struct rk_bouw *);
void rk_uitleg_van_modus(struct rk_bouw *);
void rk_uitleg_van_kans(struct rk_bouw *);

#endif
