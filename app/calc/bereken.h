/* SPDX-License-Identifier: EUPL-1.2 */
/* bereken.h - the library's own entrances: other numbers, another tariff. */
#ifndef LMS_CALC_BEREKEN_H
#define LMS_CALC_BEREKEN_H

#include "calc/regel.h"

/* rk_bereken(), with every number in GMP when altijd_groot is set. */
enum rk_status rk_bereken_via(struct rk_resultaat **uit,
    struct rk_fouten *fouten, const struct rk_plan *,
    const struct rk_tarieventabel *, const struct rk_memory *,
    bool altijd_groot) __attribute__((warn_unused_result));

/* rk_bereken() of the plan with another tariff; NULL: as it is. */
enum rk_status rk_bereken_met(struct rk_resultaat **uit, struct rk_fouten *,
    const struct rk_plan *, const struct rk_tarieventabel *,
    const struct rk_memory *, const struct rk_tariefwijziging *)
    __attribute__((warn_unused_result));

#endif
