/* SPDX-License-Identifier: EUPL-1.2 */
/* regel.h - the amount of one line: rekenregels §2. */
#ifndef LMS_CALC_REGEL_H
#define LMS_CALC_REGEL_H

#include "calc/controle.h"

/* How a reader knows the line, in a sentence: its description, else its code.
 */
const char *
rk_regel_naam(const struct rk_memory *, const struct rk_gekeurde_regel *);

/*
 * A line on the month axis. Its exact cost within a stretch of months is
 * tempo x overlap; a one-off costs `tempo` in its one month.
 */
struct rk_loop {
	struct rk_termijn termijn;
	struct rk_getal tempo; /* eurocent per month, exact */
};

/*
 * tempo = tarief x hoeveelheid x keren per maand x kans, which is §2's
 * totaal / duur, so totaal x overlap / duur needs no division.
 */
struct rk_loop
rk_regel_loop(struct rk_rekenaar *, const struct rk_gekeurde_regel *);

/* One tariff is a code at a price: rekenregels §7. */
bool rk_zelfde_tarief(const struct rk_regel *, const struct rk_regel *);

/* Another tariff for every line that has that of `met`: rekenregels §7. */
struct rk_tariefwijziging {
	const struct rk_regel *met;
	int64_t vijfden; /* 4: 20 % lower, 6: 20 % higher; exact, not rounded */
};
void rk_wijzig_tarief(struct rk_gekeurd *, const struct rk_tariefwijziging *);

/*
 * The line's amount in year jaar (0 is the first), rounded once by
 * rk_afronden(). False beyond 64 bits.
 */
bool rk_regel_jaarbedrag(int64_t *uit, struct rk_rekenaar *,
    const struct rk_loop *, int jaar) __attribute__((warn_unused_result));

/*
 * Splits the rounded total over the payers in their order: each share
 * rounded, the last payer gets the remainder, which may be negative
 * (rekenregels §2, §11.1 "Shares"). uit has aantal_betalers places.
 * 100 cent in thirds: 33, 33, 34.
 */
void rk_regel_verdeel(int64_t *uit, struct rk_rekenaar *,
    const struct rk_gekeurde_regel *, int64_t totaal);

#endif
