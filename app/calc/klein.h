/* SPDX-License-Identifier: EUPL-1.2 */
/* klein.h - the 128-bit half of getal.h. False: it does not fit, use groot.h.
 */
#ifndef LMS_CALC_KLEIN_H
#define LMS_CALC_KLEIN_H

#include "calc/getal.h"

rk_u128 rk_absoluut(rk_i128);

/* Greatest common divisor; ggd(0, b) is b. */
rk_u128 rk_ggd(rk_u128 a, rk_u128 b);

bool rk_maal_past(rk_i128 *uit, rk_i128 a, rk_i128 b)
    __attribute__((warn_unused_result));

/* a / b, where b > 0 divides a. */
rk_i128 rk_deel_op(rk_i128 a, rk_i128 b);

/* In lowest terms; noemer > 0. */
struct rk_getal rk_klein_breuk(rk_i128 teller, rk_i128 noemer);

bool rk_klein_plus(struct rk_getal *uit, struct rk_getal, struct rk_getal)
    __attribute__((warn_unused_result));
bool rk_klein_maal(struct rk_getal *uit, struct rk_getal, struct rk_getal)
    __attribute__((warn_unused_result));

#endif
