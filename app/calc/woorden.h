/* SPDX-License-Identifier: EUPL-1.2 */
/* woorden.h - the closed lists of words of rekenregels §1. */
#ifndef LMS_CALC_WOORDEN_H
#define LMS_CALC_WOORDEN_H

#include <string.h>

#include "calc/rekenkern.h"

/* Frequencies; the units of a duration are these without eenmalig. */
enum rk_per { RK_EENMALIG, RK_DAG, RK_WEEK, RK_MAAND, RK_JAAR };

struct rk_woordenlijst {
	const char *const *woorden;
	int aantal;
};

extern const struct rk_woordenlijst RK_WOORDEN_PER; /* enum rk_per */
extern const struct rk_woordenlijst RK_WOORDEN_AARD;
extern const struct rk_woordenlijst RK_WOORDEN_ROL;
extern const struct rk_woordenlijst RK_WOORDEN_BETALER;
extern const struct rk_woordenlijst RK_WOORDEN_PERSOONSROL;
extern const struct rk_woordenlijst RK_WOORDEN_VERSIE;
extern const struct rk_woordenlijst RK_WOORDEN_AFRONDING;
extern const struct rk_woordenlijst RK_WOORDEN_ZEKERHEID;
extern const struct rk_woordenlijst RK_WOORDEN_KASSTROOM;

/* strcmp(); most words differ at their first letter, which needs no call. */
static inline int
rk_orde(const char *a, const char *b)
{
	unsigned char x = (unsigned char)*a, y = (unsigned char)*b;

	return x != y ? x - y : strcmp(a, b);
}

/* The place of s in the list, or -1. */
int rk_woord(const struct rk_woordenlijst *, const char *s);

#endif
