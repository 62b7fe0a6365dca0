/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * uitleg.h - every figure of a result explains itself: README "Explanation".
 *
 * A figure is named by its path in the JSON of the result
 * ("scenarios.huidig.per_wet.Zvw"); a line also by its path in the plan
 * ("scenarios.huidig[2]"). Amounts come from the functions that made them.
 *
 *	struct rk_uitlegger *u;
 *
 *	if (rk_uitleg_begin(&u, &fouten, &plan, NULL, &memory) == RK_GOED)
 *		uitleg = rk_uitleg(u, "break_even_kans");
 *	rk_uitleg_sluit(u);
 */
#ifndef LMS_CALC_UITLEG_H
#define LMS_CALC_UITLEG_H

#include "openbaar.h"
#include "rekenkern.h"

RK_OPENBAAR

/* A part of a step. */
struct rk_deelbedrag {
	const char *naam; /* "Jongerenopvang, 9 maanden" */
	const char *pad;  /* the figure that it comes from, or NULL */
	/* How that figure became this amount; NULL: as it is, or negated. */
	const char *formule;
	int64_t eurocent; /* negative when it is taken off */
};

struct rk_stap {
	const char *tekst;   /* Dutch, whole sentences */
	const char *formule; /* "61,10 × 273,75 = 16.726,125", or NULL */
	const char *waarde;  /* what comes out, exact: "16.726,125"; or NULL */
	bool heeft_bedrag;   /* what comes out is a whole number of cents */
	int64_t eurocent;
	bool opgeteld; /* the parts add up to eurocent; else they are used */
	struct rk_deelbedrag *delen;
	size_t aantal_delen;
	size_t ruimte; /* the library's own */
};

enum rk_maat { RK_IN_EUROCENT, RK_IN_MAANDEN, RK_ALS_KANS };

struct rk_uitleg {
	const char *pad;   /* as the result has it */
	const char *titel; /* "Huidige situatie: totaal" */
	enum rk_maat maat;
	int64_t eurocent;	 /* the figure, when maat is RK_IN_EUROCENT */
	const char *waarde;	 /* the figure: "€ 16.726,13", "0,0679" */
	struct rk_stap *stappen; /* the last one ends in the figure */
	size_t aantal_stappen;
};

/* A plan that was computed and can be asked about. */
struct rk_uitlegger;

/*
 * Computes the plan as rk_bereken() does, and refuses as it does (then *uit is
 * NULL). The plan must live as long as what is made here.
 */
enum rk_status
rk_uitleg_begin(struct rk_uitlegger **uit, struct rk_fouten *fouten,
    const struct rk_plan *plan, const struct rk_tarieventabel *tabel,
    const struct rk_memory *memory) __attribute__((warn_unused_result));

const struct rk_resultaat *rk_uitleg_resultaat(const struct rk_uitlegger *);

/* The paths of all figures: per scenario, per mode, then of the plan. */
size_t rk_uitleg_aantal(const struct rk_uitlegger *);
const char *rk_uitleg_pad(const struct rk_uitlegger *, size_t i);

/* The derivation of a figure; NULL when the result has no such path. */
const struct rk_uitleg *rk_uitleg(struct rk_uitlegger *, const char *pad);
/* The same for the i-th path. Never NULL. */
const struct rk_uitleg *rk_uitleg_nummer(struct rk_uitlegger *, size_t i);

/* Gives back what is not in the memory; explanations stay. NULL is allowed. */
void rk_uitleg_sluit(struct rk_uitlegger *);

RK_OPENBAAR_EINDE

#endif
