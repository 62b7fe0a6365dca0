/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * getal.h - exact rational numbers (rekenregels §2 "Exact rationals", §11.1
 * "Size"). A value is a fraction of two 128-bit integers or, where that would
 * overflow, a GMP fraction. It need not be in lowest terms: 15/10 and 3/2 are
 * the same number, and the core asks for lowest terms only where they matter
 * (rk_vereenvoudig). Values are never changed in place. GMP fractions belong
 * to the rekenaar and die in rk_rekenaar_sluit().
 */
#ifndef LMS_CALC_GETAL_H
#define LMS_CALC_GETAL_H

#include "calc/rekenkern.h"

__extension__ typedef __int128 rk_i128;
__extension__ typedef unsigned __int128 rk_u128;

struct rk_groot; /* a GMP fraction on one of the rekenaar's lists */

struct rk_getal {
	rk_i128 teller;
	rk_i128 noemer;		/* > 0 */
	struct rk_groot *groot; /* when set, teller and noemer say nothing */
};

struct rk_rekenaar {
	const struct rk_memory *memory;
	bool altijd_groot;	/* tests: take the GMP path everywhere */
	struct rk_groot *groot; /* all that were made */
};

/* Gives GMP's memory back; every number made becomes invalid. */
void rk_rekenaar_sluit(struct rk_rekenaar *);

/* noemer must not be 0; need not be in lowest terms. */
struct rk_getal rk_breuk(struct rk_rekenaar *, int64_t teller, int64_t noemer);

/* The divisor must not be 0. */
struct rk_getal
rk_gedeeld(struct rk_rekenaar *, struct rk_getal, struct rk_getal);

/* The same number in lowest terms. */
struct rk_getal rk_vereenvoudig(struct rk_rekenaar *, struct rk_getal);

/* Rounded by rk_afronden() to four decimals: "0.0679". In memory. */
const char *rk_vier_decimalen(struct rk_rekenaar *, struct rk_getal);

/* rk_heel, plus, min, maal, vergelijk, teken, kgv, afronden, geheel_deel */
#include "calc/getal_snel.h"

#endif
