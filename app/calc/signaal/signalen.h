/* SPDX-License-Identifier: EUPL-1.2 */
/* signalen.h - remarks that change no amount: rekenregels §8. */
#ifndef LMS_CALC_SIGNAAL_SIGNALEN_H
#define LMS_CALC_SIGNAAL_SIGNALEN_H

#include "calc/scenario.h"

/* Adds all that fire to uit, whose amounts are complete; heaviest first. */
void rk_signalen_zoek(struct rk_resultaat *uit, const struct rk_berekening *);

#endif
