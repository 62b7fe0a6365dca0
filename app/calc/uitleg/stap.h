/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * stap.h - building an explanation, step by step. One file per kind of figure
 * writes its steps: van_regel.c, van_scenario.c, van_modus.c, van_kans.c.
 */
#ifndef LMS_CALC_STAP_H
#define LMS_CALC_STAP_H

#include "calc/regel.h"
#include "calc/scenario.h"
#include "calc/uitleg.h"
#include "calc/uitleg/cijfer.h"
#include "calc/uitleg/schrijfwijze.h"

#define RK_MAX_STAPPEN (RK_MAX_HORIZON + 4)

struct rk_uitlegger {
	struct rk_memory memory; /* a copy: the caller's may be gone */
	struct rk_rekenaar rekenaar;
	struct rk_gekeurd plan;
	struct rk_resultaat *resultaat;
	struct rk_getal factoren[RK_MAX_HORIZON]; /* disconto.h */
	struct rk_cijfers cijfers;
	const struct rk_tarieventabel *tabel;
	/* Of a plan that was changed (watals.c); NULL for the plan itself. */
	const struct rk_watals *watals;
};

/* What is otherwise: rekenregels §7. */
struct rk_watals {
	const char *voor;  /* "gevoeligheid.kansen[1]": before every path */
	const char *als;   /* "Als de kans 0,25 is" */
	const char *tekst; /* the same as a first step */
	struct rk_tariefwijziging tarief; /* met is NULL: none */
	struct rk_plan plan;
};

/* rk_uitleg_begin() of a plan that was changed; watals may be NULL. */
enum rk_status rk_uitleg_begin_met(struct rk_uitlegger **uit,
    struct rk_fouten *, const struct rk_plan *, const struct rk_tarieventabel *,
    const struct rk_memory *, const struct rk_watals *)
    __attribute__((warn_unused_result));

/* The derivation of a figure of the gevoeligheid; NULL: there is none. */
const struct rk_uitleg *
rk_uitleg_watals(struct rk_uitlegger *, const char *pad);

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

/* The path of a figure, as it is asked for. */
const char *rk_stap_pad(const struct rk_bouw *, struct rk_cijfer);

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
