/* SPDX-License-Identifier: EUPL-1.2 */
/* verdeling.h - amounts per name, sorted by name (byte order). */
#ifndef LMS_CALC_VERDELING_H
#define LMS_CALC_VERDELING_H

#include "calc/rekenkern.h"

/* The place of a name, made with 0 eurocent when new; naam is borrowed. */
struct rk_post *rk_verdeling_post(
    struct rk_verdeling *, const struct rk_memory *, const char *naam);

/* Adds an amount; the sum must fit in 64 bits (callers bound it). */
void rk_verdeling_tel_op(struct rk_verdeling *, const struct rk_memory *,
    const char *naam, int64_t eurocent);

/* a - b for every name in either: rekenregels §5. */
struct rk_verdeling rk_verdeling_verschil(const struct rk_verdeling *a,
    const struct rk_verdeling *b, const struct rk_memory *);

/* True when every amount is within +-RK_MAX_BEDRAG; else *post is not. */
bool
rk_verdeling_past(const struct rk_verdeling *, const struct rk_post **post);

bool rk_bedrag_past(int64_t eurocent);

#endif
