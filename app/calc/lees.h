/* SPDX-License-Identifier: EUPL-1.2 */
/* lees.h - text to exact number: rekenregels §11.1 "Numbers". */
#ifndef LMS_CALC_LEES_H
#define LMS_CALC_LEES_H

#include "calc/getal.h"

/* What a field admits: rekenregels §11 "Limits". Bounds as text, same form. */
struct rk_grens {
	int decimalen;
	bool breuk;
	int64_t minimum; /* in units of 10^-decimalen */
	int64_t maximum;
	bool nul_mag;
	const char *te_klein; /* the fault to print */
	const char *te_groot;
};

extern const struct rk_grens RK_GRENS_HOEVEELHEID;
extern const struct rk_grens RK_GRENS_KANS;
extern const struct rk_grens RK_GRENS_DEEL;
extern const struct rk_grens RK_GRENS_DISCONTO;

/* A duration's bound depends on its unit: 60 years' worth. */
struct rk_grens rk_grens_duur(int64_t per_jaar);

/*
 * Reads s, -?digits[.digits] or digits/digits, within the bounds. Returns
 * NULL and sets *uit, or the fault in Dutch (static text).
 */
const char *rk_lees(struct rk_getal *uit, struct rk_rekenaar *, const char *s,
    const struct rk_grens *) __attribute__((warn_unused_result));

#endif
