/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * groot.c - fractions of any size, in GMP. The GMP value hangs on the
 * rekenaar's list, and rk_rekenaar_sluit() clears them all.
 */
#include "calc/groot.h"

#include <gmp.h>

#include "calc/geheugen.h"
#include "calc/klein.h"

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

static void
zet_i128(mpz_t uit, rk_i128 a)
{
	rk_u128 x = rk_absoluut(a);
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
	mpq_canonicalize(g->q);
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
rk_groot_van(struct rk_rekenaar *r, struct rk_getal a)
{
	return uit_groot(r, als_groot(r, a));
}

struct rk_getal
rk_groot_plus(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal b)
{
	return met_gmp(r, mpq_add, a, b);
}

struct rk_getal
rk_groot_maal(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal b)
{
	return met_gmp(r, mpq_mul, a, b);
}

struct rk_getal
rk_groot_gedeeld(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal b)
{
	return met_gmp(r, mpq_div, a, b);
}

struct rk_getal
rk_groot_kgv(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal b)
{
	struct rk_groot *uit = nieuw_groot(r);

	mpz_lcm(mpq_numref(uit->q), mpq_numref(als_groot(r, a)->q),
	    mpq_denref(als_groot(r, b)->q));
	return uit_groot(r, uit); /* the denominator of a new fraction is 1 */
}

struct rk_getal
rk_groot_min(struct rk_rekenaar *r, struct rk_getal a)
{
	struct rk_groot *uit = nieuw_groot(r);

	mpq_neg(uit->q, als_groot(r, a)->q);
	return uit_groot(r, uit);
}

int
rk_groot_teken(const struct rk_groot *a)
{
	return mpq_sgn(a->q);
}

bool
rk_groot_afgerond(rk_u128 *uit, const struct rk_groot *a)
{
	rk_i128 waarde = 0;
	bool past;
	mpz_t dubbel;

	mpz_init(dubbel); /* (2|t| + n) / 2n */
	mpz_abs(dubbel, mpq_numref(a->q));
	mpz_mul_2exp(dubbel, dubbel, 1);
	mpz_add(dubbel, dubbel, mpq_denref(a->q));
	mpz_fdiv_q(dubbel, dubbel, mpq_denref(a->q));
	mpz_fdiv_q_2exp(dubbel, dubbel, 1);
	past = lees_i128(&waarde, dubbel);
	mpz_clear(dubbel);
	*uit = (rk_u128)waarde;
	return past;
}

int64_t
rk_groot_geheel_deel(const struct rk_groot *a)
{
	int64_t uit;
	mpz_t q;

	mpz_init(q);
	mpz_fdiv_q(q, mpq_numref(a->q), mpq_denref(a->q));
	uit = mpz_get_si(q);
	mpz_clear(q);
	return uit;
}
