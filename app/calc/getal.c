/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * getal.c - exact rational numbers: 128 bits first, GMP where that overflows.
 *
 * Every operation tries 128 bits with each step checked and, when a step does
 * not fit, does the whole operation in GMP; a GMP outcome that fits comes back
 * to 128 bits. So no formula elsewhere knows which of the two is at work, and
 * rekenaar.altijd_groot makes the same formulas run on GMP alone (tests).
 */
#include "calc/getal.h"

#include <gmp.h>
#include <stdlib.h>

#include "calc/geheugen.h"

#define MAX_I128 ((rk_i128)(((rk_u128)1 << 127) - 1))

struct rk_groot {
	mpq_t q;
	struct rk_groot *volgende;
};

static struct rk_groot *
nieuw_groot(struct rk_rekenaar *r)
{
	struct rk_groot *g = rk_alloc(r->memory, sizeof(*g));

	mpq_init(g->q);
	g->volgende = r->groot;
	r->groot = g;
	return g;
}

void
rk_rekenaar_sluit(struct rk_rekenaar *r)
{
	for (; r->groot; r->groot = r->groot->volgende)
		mpq_clear(r->groot->q);
}

static rk_u128
absoluut(rk_i128 a)
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
static rk_u128
ggd(rk_u128 a, rk_u128 b)
{
	int twee;

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

static bool
maal_past(rk_i128 *uit, rk_i128 a, rk_i128 b)
{
	rk_u128 x = absoluut(a), y = absoluut(b);

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

static void
zet_i128(mpz_t uit, rk_i128 a)
{
	rk_u128 x = absoluut(a);
	uint64_t delen[2] = {(uint64_t)x, (uint64_t)(x >> 64)};

	mpz_import(uit, 2, -1, sizeof(delen[0]), 0, 0, delen);
	if (a < 0)
		mpz_neg(uit, uit);
}

static bool
lees_i128(rk_i128 *uit, const mpz_t a)
{
	uint64_t delen[2] = {0, 0};

	if (mpz_sizeinbase(a, 2) > 127)
		return false;
	mpz_export(delen, NULL, -1, sizeof(delen[0]), 0, 0, a);
	*uit = (rk_i128)(((rk_u128)delen[1] << 64) | delen[0]);
	if (mpz_sgn(a) < 0)
		*uit = -*uit;
	return true;
}

static struct rk_groot *
als_groot(struct rk_rekenaar *r, struct rk_getal a)
{
	struct rk_groot *g;

	if (a.groot)
		return a.groot;
	g = nieuw_groot(r);
	zet_i128(mpq_numref(g->q), a.teller);
	zet_i128(mpq_denref(g->q), a.noemer);
	return g;
}

/* Back to 128 bits where it fits. */
static struct rk_getal
uit_groot(struct rk_rekenaar *r, struct rk_groot *g)
{
	struct rk_getal uit = {0, 1, NULL};

	if (r->altijd_groot || !lees_i128(&uit.teller, mpq_numref(g->q)) ||
	    !lees_i128(&uit.noemer, mpq_denref(g->q)))
		uit.groot = g;
	return uit;
}

typedef void (*groot_bewerking)(mpq_ptr, mpq_srcptr, mpq_srcptr);

static struct rk_getal
met_gmp(struct rk_rekenaar *r, groot_bewerking doe, struct rk_getal a,
    struct rk_getal b)
{
	struct rk_groot *x = als_groot(r, a), *y = als_groot(r, b);
	struct rk_groot *uit = nieuw_groot(r);

	doe(uit->q, x->q, y->q);
	return uit_groot(r, uit);
}

struct rk_getal
rk_heel(struct rk_rekenaar *r, int64_t waarde)
{
	struct rk_getal uit = klein(waarde, 1);

	return r->altijd_groot ? uit_groot(r, als_groot(r, uit)) : uit;
}

struct rk_getal
rk_breuk(struct rk_rekenaar *r, int64_t teller, int64_t noemer)
{
	return rk_gedeeld(r, rk_heel(r, teller), rk_heel(r, noemer));
}

static bool
plus_klein(struct rk_getal *uit, struct rk_getal a, struct rk_getal b)
{
	rk_i128 g, p, q, som;

	if (a.noemer == 1 && b.noemer == 1) {
		uit->noemer = 1;
		return plus_past(&uit->teller, a.teller, b.teller);
	}
	g = (rk_i128)ggd((rk_u128)a.noemer, (rk_u128)b.noemer);
	if (!maal_past(&p, a.teller, b.noemer / g) ||
	    !maal_past(&q, b.teller, a.noemer / g) || !plus_past(&som, p, q))
		return false;
	/* Only factors of g can still be shared (Knuth, 4.5.1). */
	p = (rk_i128)ggd(absoluut(som), (rk_u128)g);
	uit->teller = som / p;
	return maal_past(&uit->noemer, a.noemer / g, b.noemer / p);
}

struct rk_getal
rk_plus(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal b)
{
	struct rk_getal uit = klein(0, 1);

	if (!a.groot && !b.groot && plus_klein(&uit, a, b))
		return uit;
	return met_gmp(r, mpq_add, a, b);
}

static struct rk_getal
tegengesteld(struct rk_rekenaar *r, struct rk_getal a)
{
	struct rk_groot *uit;

	if (!a.groot)
		return klein(-a.teller, a.noemer);
	uit = nieuw_groot(r);
	mpq_neg(uit->q, a.groot->q);
	return uit_groot(r, uit);
}

struct rk_getal
rk_min(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal b)
{
	return rk_plus(r, a, tegengesteld(r, b));
}

static bool
maal_klein(struct rk_getal *uit, struct rk_getal a, struct rk_getal b)
{
	rk_i128 g, h;

	if (a.noemer == 1 && b.noemer == 1) {
		uit->noemer = 1;
		return maal_past(&uit->teller, a.teller, b.teller);
	}
	if (a.teller == 0 || b.teller == 0) {
		*uit = klein(0, 1);
		return true;
	}
	g = (rk_i128)ggd(absoluut(a.teller), (rk_u128)b.noemer);
	h = (rk_i128)ggd(absoluut(b.teller), (rk_u128)a.noemer);
	return maal_past(&uit->teller, a.teller / g, b.teller / h) &&
	    maal_past(&uit->noemer, a.noemer / h, b.noemer / g);
}

struct rk_getal
rk_maal(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal b)
{
	struct rk_getal uit = klein(0, 1);

	if (!a.groot && !b.groot && maal_klein(&uit, a, b))
		return uit;
	return met_gmp(r, mpq_mul, a, b);
}

struct rk_getal
rk_gedeeld(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal b)
{
	if (b.groot)
		return met_gmp(r, mpq_div, a, b);
	if (b.teller == 0)
		abort();
	return rk_maal(r, a,
	    b.teller < 0 ? klein(-b.noemer, -b.teller)
			 : klein(b.noemer, b.teller));
}

int
rk_teken(struct rk_getal a)
{
	if (a.groot)
		return mpq_sgn(a.groot->q);
	return (a.teller > 0) - (a.teller < 0);
}

int
rk_vergelijk(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal b)
{
	return rk_teken(rk_min(r, a, b));
}

struct rk_getal
rk_kgv(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal b)
{
	struct rk_getal uit = klein(0, 1);
	struct rk_groot *g;

	if (!a.groot && !b.groot) {
		rk_u128 d = ggd(absoluut(a.teller), (rk_u128)b.noemer);

		if (maal_past(&uit.teller, a.teller, b.noemer / (rk_i128)d))
			return uit;
	}
	g = nieuw_groot(r);
	mpz_lcm(mpq_numref(g->q), mpq_numref(als_groot(r, a)->q),
	    mpq_denref(als_groot(r, b)->q));
	mpz_set_ui(mpq_denref(g->q), 1);
	return uit_groot(r, g);
}

/* |a| rounded half-up to a whole number; false beyond 127 bits. */
static bool
afgerond(rk_u128 *uit, struct rk_getal a)
{
	rk_i128 waarde = 0;
	bool past;
	mpz_t dubbel;

	if (!a.groot) {
		rk_u128 x = absoluut(a.teller), n = (rk_u128)a.noemer;
		rk_u128 rest = x % n;

		*uit = x / n + (rest >= n - rest);
		return true;
	}
	mpz_init(dubbel); /* (2|t| + n) / 2n */
	mpz_abs(dubbel, mpq_numref(a.groot->q));
	mpz_mul_2exp(dubbel, dubbel, 1);
	mpz_add(dubbel, dubbel, mpq_denref(a.groot->q));
	mpz_fdiv_q(dubbel, dubbel, mpq_denref(a.groot->q));
	mpz_fdiv_q_2exp(dubbel, dubbel, 1);
	past = lees_i128(&waarde, dubbel);
	mpz_clear(dubbel);
	*uit = (rk_u128)waarde;
	return past;
}

bool
rk_afronden(int64_t *uit, struct rk_getal a)
{
	rk_u128 waarde;

	if (!afgerond(&waarde, a) || waarde > INT64_MAX)
		return false;
	*uit = rk_teken(a) < 0 ? -(int64_t)waarde : (int64_t)waarde;
	return true;
}

int64_t
rk_geheel_deel(struct rk_getal a)
{
	int64_t uit;
	mpz_t q;

	if (!a.groot)
		return (int64_t)(a.teller / a.noemer);
	mpz_init(q);
	mpz_fdiv_q(q, mpq_numref(a.groot->q), mpq_denref(a.groot->q));
	uit = mpz_get_si(q);
	mpz_clear(q);
	return uit;
}

const char *
rk_vier_decimalen(struct rk_rekenaar *r, struct rk_getal a)
{
	rk_u128 waarde;

	/* Callers divide amounts below 2^54, so this cannot be too large. */
	if (!afgerond(&waarde, rk_maal(r, a, rk_heel(r, 10000))) ||
	    waarde / 10000 > INT64_MAX)
		abort();
	return rk_tekst(r->memory, "%s%lld.%04d",
	    rk_teken(a) < 0 && waarde > 0 ? "-" : "",
	    (long long)(waarde / 10000), (int)(waarde % 10000));
}
