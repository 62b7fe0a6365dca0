/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * klein.c - fractions of two 128-bit integers, every step checked: what
 * getal_snel.h does not do in 64 bits. Takes lowest terms and gives them.
 */
#include "calc/klein.h"

#define MAX_I128 ((rk_i128)(((rk_u128)1 << 127) - 1))

rk_u128
rk_absoluut(rk_i128 a)
{
	return a < 0 ? (rk_u128)-a : (rk_u128)a;
}

static int
bits_rechts(rk_u128 a)
{
	uint64_t laag = (uint64_t)a;

	return laag ? __builtin_ctzll(laag)
		    : 64 + __builtin_ctzll((uint64_t)(a >> 64));
}

static uint64_t
ggd64(uint64_t a, uint64_t b)
{
	while (b) {
		uint64_t rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

/* Binary steps until both fit in 64 bits: 128-bit division is a call. */
rk_u128
rk_ggd(rk_u128 a, rk_u128 b)
{
	int twee;

	if (a == 1 || b == 1)
		return 1; /* by far the most common */
	if (a == 0 || b == 0)
		return a | b;
	if (a <= UINT64_MAX && b <= UINT64_MAX)
		return ggd64((uint64_t)a, (uint64_t)b);
	twee = bits_rechts(a | b);
	a >>= bits_rechts(a);
	b >>= bits_rechts(b);
	while (a > UINT64_MAX || b > UINT64_MAX) {
		rk_u128 groot = a > b ? a : b;

		b = a > b ? b : a;
		a = groot - b;
		if (a == 0)
			return b << twee;
		a >>= bits_rechts(a);
	}
	return (rk_u128)ggd64((uint64_t)a, (uint64_t)b) << twee;
}

bool
rk_maal_past(rk_i128 *uit, rk_i128 a, rk_i128 b)
{
	rk_u128 x = rk_absoluut(a), y = rk_absoluut(b);

	/* Not __builtin_mul_overflow: clang makes it a call that libgcc
	 * lacks. */
	if ((x > INT64_MAX || y > INT64_MAX) && y != 0 &&
	    x > (rk_u128)MAX_I128 / y)
		return false;
	*uit = a * b;
	return true;
}

static bool
plus_past(rk_i128 *uit, rk_i128 a, rk_i128 b)
{
	if (b > 0 ? a > MAX_I128 - b : a < -MAX_I128 - b)
		return false;
	*uit = a + b;
	return true;
}

static struct rk_getal
klein(rk_i128 teller, rk_i128 noemer)
{
	return (struct rk_getal){teller, noemer, NULL};
}

/* a / b where b divides a; 128-bit division is slow, so not by 1. */
rk_i128
rk_deel_op(rk_i128 a, rk_i128 b)
{
	if (b == 1)
		return a;
	if (a >= 0 && a <= INT64_MAX && b <= INT64_MAX)
		return (int64_t)a / (int64_t)b;
	return a / b;
}

struct rk_getal
rk_klein_breuk(rk_i128 teller, rk_i128 noemer)
{
	rk_i128 g = (rk_i128)rk_ggd(rk_absoluut(teller), (rk_u128)noemer);

	return klein(rk_deel_op(teller, g), rk_deel_op(noemer, g));
}

bool
rk_klein_plus(struct rk_getal *uit, struct rk_getal a, struct rk_getal b)
{
	rk_i128 g, p, q, som;

	if (a.noemer == 1 && b.noemer == 1) {
		uit->noemer = 1;
		return plus_past(&uit->teller, a.teller, b.teller);
	}
	if (a.noemer == b.noemer) {
		g = a.noemer;
		if (!plus_past(&som, a.teller, b.teller))
			return false;
		*uit = rk_klein_breuk(som, g);
		return true;
	}
	g = (rk_i128)rk_ggd((rk_u128)a.noemer, (rk_u128)b.noemer);
	if (!rk_maal_past(&p, a.teller, rk_deel_op(b.noemer, g)) ||
	    !rk_maal_past(&q, b.teller, rk_deel_op(a.noemer, g)) ||
	    !plus_past(&som, p, q))
		return false;
	/* Only factors of g can still be shared (Knuth, 4.5.1). */
	p = (rk_i128)rk_ggd(rk_absoluut(som), (rk_u128)g);
	uit->teller = rk_deel_op(som, p);
	return rk_maal_past(
	    &uit->noemer, rk_deel_op(a.noemer, g), rk_deel_op(b.noemer, p));
}

bool
rk_klein_maal(struct rk_getal *uit, struct rk_getal a, struct rk_getal b)
{
	rk_i128 g, h;

	if (a.noemer == 1 && b.noemer == 1) {
		uit->noemer = 1;
		return rk_maal_past(&uit->teller, a.teller, b.teller);
	}
	if (a.teller == 0 || b.teller == 0) {
		*uit = klein(0, 1);
		return true;
	}
	g = (rk_i128)rk_ggd(rk_absoluut(a.teller), (rk_u128)b.noemer);
	h = (rk_i128)rk_ggd(rk_absoluut(b.teller), (rk_u128)a.noemer);
	return rk_maal_past(&uit->teller, rk_deel_op(a.teller, g),
		   rk_deel_op(b.teller, h)) &&
	       rk_maal_past(&uit->noemer, rk_deel_op(a.noemer, h),
		   rk_deel_op(b.noemer, g));
}
