/* SPDX-License-Identifier: EUPL-1.2 */
/* kans.h - break-even and expectation, on present values: rekenregels §5,
 * §11.1 "Expectation" and "Break-even". */
#ifndef LMS_CALC_KANS_H
#define LMS_CALC_KANS_H

#include "calc/scenario.h"

/*
 * p* = (B - H) / (D - H). V1: 578400 / 8513820 = 0.0679, "1 op de 14".
 * When D = H there is no p*: only the duiding says whether B gains.
 */
struct rk_break_even rk_break_even(
    struct rk_rekenaar *, const struct rk_scenario scenarios[RK_SCENARIOS]);

/* p.a + (1 - p).b, exact. */
struct rk_getal rk_weeg(struct rk_rekenaar *, struct rk_getal p,
    struct rk_getal a, struct rk_getal b);

/*
 * N = p.D + (1 - p).H, and with q also q.B + (1 - q).(I + N) and
 * q* = I / (N - B + I); empty when the plan has no kans_dreigend.
 */
struct rk_verwachting rk_verwacht(const struct rk_berekening *,
    const struct rk_scenario scenarios[RK_SCENARIOS]);

#endif
