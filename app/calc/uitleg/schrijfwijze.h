/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * schrijfwijze.h - exact numbers as a Dutch reader writes them. A decimal that
 * does not end is cut off after four digits, with an ellipsis, and never
 * rounded: only rk_afronden() rounds.
 */
#ifndef LMS_CALC_SCHRIJFWIJZE_H
#define LMS_CALC_SCHRIJFWIJZE_H

#include "calc/getal.h"

/* 1672613 -> "16.726,13"; -50 -> "−0,50". */
const char *rk_schrijf_cent(const struct rk_memory *, int64_t eurocent);

/* -50 -> "−€ 0,50" */
const char *rk_schrijf_bedrag(const struct rk_memory *, int64_t eurocent);

/* 547.5 -> "547,5"; 365/6 -> "365/6"; 10^30/7 -> its decimals. */
const char *rk_schrijf_getal(struct rk_rekenaar *, struct rk_getal);

/* An outcome: 365/6 -> "365/6 = 60,8333…"; 547.5 -> "547,5". */
const char *rk_schrijf_uitkomst(struct rk_rekenaar *, struct rk_getal);

/* Cents in euros: 1672612.5 -> "16.726,125"; 100/3 -> "0,3333…". */
const char *rk_schrijf_euro(struct rk_rekenaar *, struct rk_getal eurocent);

/* An outcome: 100/3 -> "1/3 = 0,3333…". */
const char *
rk_schrijf_euro_uitkomst(struct rk_rekenaar *, struct rk_getal eurocent);

#endif
