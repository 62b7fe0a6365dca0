/* SPDX-License-Identifier: EUPL-1.2 */
/* signalen.h - remarks that change no amount: rekenregels §8. */
#ifndef LMS_CALC_SIGNALEN_H
#define LMS_CALC_SIGNALEN_H

#include "calc/scenario.h"

/*
 * W1: a running line of huidig that is absent from doorbraak and has no
 * stopreden. A line is the same when its code is, for the same person; the
 * household counts as everyone.
 * W2: the same person has two 24-hour stays at once. At most one remark per
 * line: with the stay before it that lasts longest.
 * A stay is 24-hour when the line says so (verblijf24), else when the table
 * says so, else when the unit of the line or the table is "etmaal".
 */
void rk_signalen_zoek(struct rk_resultaat *uit, const struct rk_berekening *,
    const struct rk_tarieventabel *);

#endif
