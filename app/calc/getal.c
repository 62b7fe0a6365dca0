/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * getal.c - exact rational numbers: 128 bits first, GMP where that overflows.
 *
 * Every operation tries 128 bits with each step checked (klein.c) and, when a
 * step does not fit, does the whole operation in GMP (groot.c); a GMP outcome
 * that fits comes back to 128 bits. So no formula elsewhere knows which of the
 * two is at work, and rekenaar.altijd_groot makes the same formulas run on GMP
 * alone (tests).
 */
#include "calc/getal.h"

#include <stdlib.h>

#include "calc/geheugen.h"
#include "calc/groot.h"
#include "calc/klein.h"

static struct rk_getal
klein(rk_i128 teller, rk_i128 noemer)
{
	return (struct rk_getal){teller, noemer, NULL};
}

struct rk_getal
rk_heel_groot(struct rk_rekenaar *r, int64_t waarde)
{
	return rk_groot_van(r, klein(waarde, 1));
}

struct rk_getal
rk_breuk(struct rk_rekenaar *r, int64_t teller, int64_t noemer)
{
	struct rk_getal uit = noemer < 0
				  ? klein(-(rk_i128)teller, -(rk_i128)noemer)
				  : klein(teller, noemer);

	if (noemer == 0)
		abort();
	return r->altijd_groot ? rk_groot_van(r, uit) : uit;
}

struct rk_getal
rk_vereenvoudig(struct rk_rekenaar *r, struct rk_getal a)
{
	(void)r; /* GMP keeps its fractions in lowest terms */
	return a.groot ? a : rk_klein_breuk(a.teller, a.noemer);
}

struct rk_getal
rk_plus_vol(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal b)
{
	struct rk_getal uit = klein(0, 1);

	if (!b.groot && b.teller == 0)
		return a;
	if (!a.groot && !b.groot &&
	    rk_klein_plus(&uit, rk_vereenvoudig(r, a), rk_vereenvoudig(r, b)))
		return uit;
	return rk_groot_plus(r, a, b);
}

struct rk_getal
rk_min_vol(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal b)
{
	return rk_plus_vol(
	    r, a, b.groot ? rk_groot_min(r, b) : klein(-b.teller, b.noemer));
}

struct rk_getal
rk_maal_vol(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal b)
{
	struct rk_getal uit = klein(0, 1);

	/* Most chances and factors are 1. */
	if ((!b.groot && b.teller == b.noemer) || (!a.groot && a.teller == 0))
		return a;
	if (!a.groot && !b.groot &&
	    rk_klein_maal(&uit, rk_vereenvoudig(r, a), rk_vereenvoudig(r, b)))
		return uit;
	return rk_groot_maal(r, a, b);
}

struct rk_getal
rk_gedeeld(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal b)
{
	if (rk_teken(b) == 0)
		abort();
	if (b.groot)
		return rk_groot_gedeeld(r, a, b);
	return rk_maal(r, a,
	    b.teller < 0 ? klein(-b.noemer, -b.teller)
			 : klein(b.noemer, b.teller));
}

int
rk_teken_vol(const struct rk_getal *a)
{
	if (a->groot)
		return rk_groot_teken(a->groot);
	return (a->teller > 0) - (a->teller < 0);
}

struct rk_getal
rk_kgv_vol(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal b)
{
	struct rk_getal uit = klein(0, 1);
	rk_u128 d;

	if (a.groot || b.groot)
		return rk_groot_kgv(r, a, b);
	if (rk_past64(&a) && rk_past64(&b)) {
		if ((int64_t)a.teller % (int64_t)b.noemer == 0)
			return a;
		d = rk_ggd((rk_u128)a.teller, (rk_u128)b.noemer);
		uit.teller = a.teller * ((int64_t)b.noemer / (int64_t)d);
		if (rk_past64(&uit))
			return uit;
	}
	b = rk_vereenvoudig(r, b); /* a small kgv is worth it now */
	d = rk_ggd((rk_u128)a.teller, (rk_u128)b.noemer);
	if (rk_maal_past(
		&uit.teller, a.teller, rk_deel_op(b.noemer, (rk_i128)d)))
		return uit;
	return rk_groot_kgv(r, a, b);
}

struct rk_getal
rk_op_kgv_vol(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal kgv)
{
	return rk_vereenvoudig(r, rk_maal_vol(r, a, kgv));
}

/* |a| rounded half-up to a whole number; false beyond 127 bits. */
static bool
afgerond(rk_u128 *uit, const struct rk_getal *a)
{
	rk_u128 x = rk_absoluut(a->teller), n = (rk_u128)a->noemer;

	if (a->groot)
		return rk_groot_afgerond(uit, a->groot);
	*uit = x / n;
	*uit += x % n >= n - x % n;
	return true;
}

bool
rk_afronden_vol(int64_t *uit, const struct rk_getal *a)
{
	rk_u128 waarde;

	if (!afgerond(&waarde, a) || waarde > INT64_MAX)
		return false;
	*uit = rk_teken_vol(a) < 0 ? -(int64_t)waarde : (int64_t)waarde;
	return true;
}

int64_t
rk_geheel_deel_vol(const struct rk_getal *a)
{
	if (a->groot)
		return rk_groot_geheel_deel(a->groot);
	return (int64_t)(a->teller / a->noemer);
}

const char *
rk_vier_decimalen(struct rk_rekenaar *r, struct rk_getal a)
{
	const uint64_t deel = UINT64_C(1000000000000000000);
	const char *teken;
	rk_u128 waarde, geheel;
	int fractie;

	/*
	 * An amount below 2^55 over the difference of two, of which one has a
	 * chance's denominator up to 10^6: below 10^27 with the decimals.
	 */
	a = rk_maal(r, a, rk_heel(r, 10000));
	if (!afgerond(&waarde, &a))
		abort();
	teken = rk_teken(a) < 0 && waarde > 0 ? "-" : "";
	geheel = waarde / 10000;
	fractie = (int)(waarde % 10000);
	if (geheel < deel)
		return rk_tekst(r->memory, "%s%lld.%04d", teken,
		    (long long)geheel, fractie);
	return rk_tekst(r->memory, "%s%lld%018lld.%04d", teken,
	    (long long)(geheel / deel), (long long)(geheel % deel), fractie);
}
