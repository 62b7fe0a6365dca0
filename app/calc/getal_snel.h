/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * getal_snel.h - the operations of getal.h that a plan does thousands of times,
 * inline for numbers of 64 bits, which nearly all are. Only getal.h includes
 * this.
 *
 * Of 64-bit fractions a product or a sum always fits in 128 bits, so nothing
 * is checked and nothing divided: 3/2 x 4/3 is 12/6. What comes out beyond 64
 * bits is brought to lowest terms when something is done with it (_vol).
 */
#ifndef LMS_CALC_GETAL_SNEL_H
#define LMS_CALC_GETAL_SNEL_H

struct rk_getal rk_heel_groot(struct rk_rekenaar *, int64_t);
struct rk_getal
rk_plus_vol(struct rk_rekenaar *, struct rk_getal, struct rk_getal);
struct rk_getal
rk_min_vol(struct rk_rekenaar *, struct rk_getal, struct rk_getal);
struct rk_getal
rk_maal_vol(struct rk_rekenaar *, struct rk_getal, struct rk_getal);
struct rk_getal
rk_kgv_vol(struct rk_rekenaar *, struct rk_getal, struct rk_getal);
struct rk_getal
rk_op_kgv_vol(struct rk_rekenaar *, struct rk_getal, struct rk_getal);
int rk_teken_vol(const struct rk_getal *);
bool rk_afronden_vol(int64_t *uit, const struct rk_getal *);
int64_t rk_geheel_deel_vol(const struct rk_getal *);

static inline bool
rk_past64(const struct rk_getal *a)
{
	return !a->groot && a->teller == (int64_t)a->teller &&
	       a->noemer == (int64_t)a->noemer;
}

static inline struct rk_getal
rk_heel(struct rk_rekenaar *r, int64_t waarde)
{
	if (r->altijd_groot)
		return rk_heel_groot(r, waarde);
	return (struct rk_getal){waarde, 1, NULL};
}

/* One instruction, where a product of 128 bits takes three. */
static inline rk_i128
rk_maal64(rk_i128 a, rk_i128 b)
{
	return (rk_i128)(int64_t)a * (int64_t)b;
}

static inline struct rk_getal
rk_plus(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal b)
{
	if (!rk_past64(&a) || !rk_past64(&b))
		return rk_plus_vol(r, a, b);
	if ((int64_t)a.noemer == (int64_t)b.noemer)
		return (struct rk_getal){a.teller + b.teller, a.noemer, NULL};
	return (struct rk_getal){
	    rk_maal64(a.teller, b.noemer) + rk_maal64(b.teller, a.noemer),
	    rk_maal64(a.noemer, b.noemer), NULL};
}

static inline struct rk_getal
rk_min(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal b)
{
	if (!rk_past64(&a) || !rk_past64(&b))
		return rk_min_vol(r, a, b);
	if ((int64_t)a.noemer == (int64_t)b.noemer)
		return (struct rk_getal){a.teller - b.teller, a.noemer, NULL};
	return (struct rk_getal){
	    rk_maal64(a.teller, b.noemer) - rk_maal64(b.teller, a.noemer),
	    rk_maal64(a.noemer, b.noemer), NULL};
}

static inline struct rk_getal
rk_maal(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal b)
{
	if (b.teller == 1 && b.noemer == 1 && !b.groot)
		return a; /* most quantities, chances and factors */
	if (!rk_past64(&a) || !rk_past64(&b))
		return rk_maal_vol(r, a, b);
	return (struct rk_getal){
	    rk_maal64(a.teller, b.teller), rk_maal64(a.noemer, b.noemer), NULL};
}

/* -1, 0 or 1. */
static inline int
rk_teken(struct rk_getal a)
{
	if (!rk_past64(&a))
		return rk_teken_vol(&a);
	return ((int64_t)a.teller > 0) - ((int64_t)a.teller < 0);
}

/* Negative, 0 or positive, as a < b, a = b, a > b. */
static inline int
rk_vergelijk(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal b)
{
	rk_i128 x, y;

	if (!rk_past64(&a) || !rk_past64(&b))
		return rk_teken(rk_min_vol(r, a, b));
	x = rk_maal64(a.teller, b.noemer);
	y = rk_maal64(b.teller, a.noemer);
	return (x > y) - (x < y);
}

/*
 * A common multiple of a whole number above 0 and the denominator of b: the
 * least one where b is in lowest terms.
 */
static inline struct rk_getal
rk_kgv(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal b)
{
	return !b.groot && b.noemer == 1 ? a : rk_kgv_vol(r, a, b);
}

/* a times kgv, for a kgv that took in a's denominator: a whole number. */
static inline struct rk_getal
rk_op_kgv(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal kgv)
{
	if (!rk_past64(&a) || !rk_past64(&kgv) ||
	    (int64_t)kgv.teller % (int64_t)a.noemer != 0)
		return rk_op_kgv_vol(r, a, kgv);
	kgv.teller = (int64_t)kgv.teller / (int64_t)a.noemer;
	return (struct rk_getal){rk_maal64(a.teller, kgv.teller), 1, NULL};
}

/*
 * The one rounding rule of the core: half-up, symmetrical (away from zero),
 * rekenregels §2. False when the outcome does not fit in 64 bits.
 * 16726.125 euro -> 1672613 cent; 0.5 -> 1; -0.5 -> -1.
 */
static inline bool __attribute__((warn_unused_result))
rk_afronden(int64_t *uit, struct rk_getal a)
{
	int64_t t = (int64_t)a.teller, n = (int64_t)a.noemer, rest;

	if (!rk_past64(&a) || t == INT64_MIN)
		return rk_afronden_vol(uit, &a);
	if (n == 1) {
		*uit = t;
		return true;
	}
	rest = t < 0 ? -(t % n) : t % n;
	*uit = t / n + (rest < n - rest ? 0 : t < 0 ? -1 : 1);
	return true;
}

/* The largest whole number not above a, for 0 <= a < 2^63. */
static inline int64_t
rk_geheel_deel(struct rk_getal a)
{
	if (!rk_past64(&a))
		return rk_geheel_deel_vol(&a);
	return a.noemer == 1 ? (int64_t)a.teller
			     : (int64_t)a.teller / (int64_t)a.noemer;
}

#endif
