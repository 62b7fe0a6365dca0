/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * groot.h - the GMP half of getal.h: for numbers of any size. Arguments may be
 * of either kind; results come back to 128 bits where they fit.
 */
#ifndef LMS_CALC_GROOT_H
#define LMS_CALC_GROOT_H

#include "calc/getal.h"

/* The same number in GMP, whatever its size (rekenaar.altijd_groot). */
struct rk_getal rk_groot_van(struct rk_rekenaar *, struct rk_getal);

struct rk_getal
rk_groot_plus(struct rk_rekenaar *, struct rk_getal, struct rk_getal);
struct rk_getal
rk_groot_maal(struct rk_rekenaar *, struct rk_getal, struct rk_getal);
struct rk_getal
rk_groot_gedeeld(struct rk_rekenaar *, struct rk_getal, struct rk_getal);
struct rk_getal
rk_groot_kgv(struct rk_rekenaar *, struct rk_getal, struct rk_getal);
struct rk_getal rk_groot_min(struct rk_rekenaar *, struct rk_getal);

int rk_groot_teken(const struct rk_groot *);

/* |a| rounded half-up; false beyond 127 bits. */
bool rk_groot_afgerond(rk_u128 *uit, const struct rk_groot *)
    __attribute__((warn_unused_result));

int64_t rk_groot_geheel_deel(const struct rk_groot *);

#endif
