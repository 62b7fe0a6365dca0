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

static inline struct rk_getal
rk_plus(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal b)
{
	if (!rk_past64(&a) || !rk_past64(&b))
		return rk_plus_vol(r, a, b);
	if (a.noemer == b.noemer)
		return (struct rk_getal){a.teller + b.teller, a.noemer, NULL};
	return (struct rk_getal){a.teller * b.noemer + b.teller * a.noemer,
	    a.noemer * b.noemer, NULL};
}

static inline struct rk_getal
rk_min(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal b)
{
	if (!rk_past64(&a) || !rk_past64(&b))
		return rk_min_vol(r, a, b);
	if (a.noemer == b.noemer)
		return (struct rk_getal){a.teller - b.teller, a.noemer, NULL};
	return (struct rk_getal){a.teller * b.noemer - b.teller * a.noemer,
	    a.noemer * b.noemer, NULL};
}

static inline struct rk_getal
rk_maal(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal b)
{
	if (!rk_past64(&a) || !rk_past64(&b))
		return rk_maal_vol(r, a, b);
	return (struct rk_getal){
	    a.teller * b.teller, a.noemer * b.noemer, NULL};
}

/* Negative, 0 or positive, as a < b, a = b, a > b. */
static inline int
rk_vergelijk(struct rk_rekenaar *r, struct rk_getal a, struct rk_getal b)
{
	rk_i128 x, y;

	if (!rk_past64(&a) || !rk_past64(&b))
		return rk_teken(rk_min_vol(r, a, b));
	x = a.teller * b.noemer;
	y = b.teller * a.noemer;
	return (x > y) - (x < y);
}

#endif
