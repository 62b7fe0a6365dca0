/* SPDX-License-Identifier: EUPL-1.2 */
/* disconto.h - present values: rekenregels §4. The dated table of rates is
 * declared in rekenkern.h. */
#ifndef LMS_CALC_DISCONTO_H
#define LMS_CALC_DISCONTO_H

#include "calc/getal.h"

/* (1 + pct/100)^-jaar for jaar = 0 .. horizon - 1: year one is not
 * discounted. */
void rk_discontofactoren(struct rk_getal factoren[RK_MAX_HORIZON],
    struct rk_rekenaar *, struct rk_getal pct, int horizon_jaren);

/* A rounded year amount, discounted and rounded again by rk_afronden(). */
bool rk_contant(int64_t *uit, struct rk_rekenaar *, int64_t eurocent,
    struct rk_getal factor) __attribute__((warn_unused_result));

#endif
