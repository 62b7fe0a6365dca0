/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lees.c - text to exact number: rekenregels §11.1 "Numbers", §11 "Limits".
 *
 * A number is read as teller/noemer with both below 10^18, so a bound is
 * compared without rounding and before anything is computed with the value.
 */
#include "calc/lees.h"

#define MAX_NOEMER 1000000
#define MAX_LEESBAAR INT64_C(1000000000000000) /* 10^15: above any bound */

const struct rk_grens RK_GRENS_HOEVEELHEID = {
    6, true, 0, INT64_C(1000000000000), true, "negatief", "groter dan 1000000"};
const struct rk_grens RK_GRENS_KANS = {
    6, true, 0, 1000000, true, "negatief", "groter dan 1"};
const struct rk_grens RK_GRENS_DEEL = {
    6, true, 0, 1000000, false, "moet groter dan 0 zijn", "groter dan 1"};
const struct rk_grens RK_GRENS_DISCONTO = {
    4, false, -50000, 200000, true, "kleiner dan -5", "groter dan 20"};

struct rk_grens
rk_grens_duur(int64_t per_jaar)
{
	return (struct rk_grens){6, true, 0, 60 * per_jaar * 1000000, false,
	    "moet groter dan 0 zijn", "langer dan 60 jaar"};
}

static const int64_t MACHT_TIEN[] = {1, 10, 100, 1000, 10000, 100000, 1000000};

/* Digits at *s; stays at MAX_LEESBAAR when there are more. */
static bool
cijfers(int64_t *uit, const char **s)
{
	const char *begin = *s;

	for (*uit = 0; **s >= '0' && **s <= '9'; (*s)++)
		*uit = *uit >= MAX_LEESBAAR / 10 ? MAX_LEESBAAR
						 : *uit * 10 + (**s - '0');
	return *s > begin;
}

struct ruw {
	int64_t teller; /* >= 0 */
	int64_t noemer; /* 1 .. 10^6 */
	bool negatief;
};

static const char *
lees_breuk(struct ruw *uit, const char *s)
{
	if (!cijfers(&uit->noemer, &s) || *s || uit->negatief)
		return "geen decimaal getal of breuk";
	if (uit->noemer == 0)
		return "noemer is 0";
	if (uit->noemer > MAX_NOEMER)
		return "noemer groter dan 1000000";
	return NULL;
}

static const char *
lees_decimalen(struct ruw *uit, const char *s, const struct rk_grens *grens)
{
	const char *begin = s;
	int64_t fractie;
	int n;

	if (!cijfers(&fractie, &s) || *s)
		return "geen decimaal getal of breuk";
	if (s - begin > grens->decimalen)
		return grens->decimalen == 4 ? "meer dan 4 decimalen"
					     : "meer dan 6 decimalen";
	n = (int)(s - begin);
	uit->noemer = MACHT_TIEN[n];
	/* An integer part this large is beyond every bound by itself. */
	if (uit->teller < MAX_LEESBAAR / 1000)
		uit->teller = uit->teller * uit->noemer + fractie;
	else
		uit->teller = MAX_LEESBAAR * 100;
	return NULL;
}

static const char *
lees_ruw(struct ruw *uit, const char *s, const struct rk_grens *grens)
{
	*uit = (struct ruw){0, 1, *s == '-'};
	if (uit->negatief)
		s++;
	if (!cijfers(&uit->teller, &s))
		return "geen decimaal getal of breuk";
	if (*s == '\0')
		return NULL;
	if (*s == '/' && grens->breuk)
		return lees_breuk(uit, s + 1);
	if (*s == '.')
		return lees_decimalen(uit, s + 1, grens);
	return "geen decimaal getal of breuk";
}

const char *
rk_lees(struct rk_getal *uit, struct rk_rekenaar *r, const char *s,
    const struct rk_grens *grens)
{
	const char *fout;
	struct ruw ruw;
	rk_i128 waarde; /* value x noemer x 10^decimalen */

	fout = lees_ruw(&ruw, s, grens);
	if (fout)
		return fout;
	if (ruw.negatief)
		ruw.teller = -ruw.teller;
	waarde = (rk_i128)ruw.teller * MACHT_TIEN[grens->decimalen];
	if (waarde < (rk_i128)grens->minimum * ruw.noemer ||
	    (waarde == 0 && !grens->nul_mag))
		return grens->te_klein;
	if (waarde > (rk_i128)grens->maximum * ruw.noemer)
		return grens->te_groot;
	*uit = ruw.noemer == 1 ? rk_heel(r, ruw.teller)
			       : rk_breuk(r, ruw.teller, ruw.noemer);
	return NULL;
}
