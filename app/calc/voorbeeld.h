/* SPDX-License-Identifier: EUPL-1.2 */
/* voorbeeld.h - how much of an amount rests on illustrative tariffs:
 * rekenregels §8. */
#ifndef LMS_CALC_VOORBEELD_H
#define LMS_CALC_VOORBEELD_H

#include "calc/scenario.h"

/* True when the line's zekerheid, or else its row's, is illustrative. */
bool rk_is_voorbeeld(const struct rk_gekeurde_regel *);

/*
 * Fills waarvan_voorbeeld and voorbeeld_per_wet of each scenario: the lines
 * whose zekerheid, or else that of their row in the table, is illustrative.
 * What a whole mode rests on is rk_voorbeeld_pct() in rekenkern.h.
 */
void
rk_voorbeeld_bereken(struct rk_resultaat *uit, const struct rk_berekening *);

#endif
