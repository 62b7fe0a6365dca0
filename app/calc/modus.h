/* SPDX-License-Identifier: EUPL-1.2 */
/* modus.h - reference minus doorbraak, and verkeerde zak: rekenregels §5. */
#ifndef LMS_CALC_MODUS_H
#define LMS_CALC_MODUS_H

#include "calc/scenario.h"

/* Which scenario a mode compares doorbraak with. */
enum rk_scenario_naam rk_modus_referentie(enum rk_modus_naam);

/*
 * Both modes, side by side and never added (rekenregels §6), from the three
 * scenarios in uit.
 */
void rk_modi_bereken(struct rk_resultaat *uit, const struct rk_berekening *);

/*
 * Per mode with a gain: every payer that is worse off, the payer with the
 * largest gain, and the amount that makes the first whole.
 */
void rk_verkeerde_zak_zoek(struct rk_resultaat *uit, const struct rk_memory *);

#endif
