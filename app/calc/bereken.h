/* SPDX-License-Identifier: EUPL-1.2 */
/* bereken.h - the library's own entrance, for tests of both number paths. */
#ifndef LMS_CALC_BEREKEN_H
#define LMS_CALC_BEREKEN_H

#include "calc/rekenkern.h"

/* rk_bereken(), with every number in GMP when altijd_groot is set. */
enum rk_status rk_bereken_via(struct rk_resultaat **uit,
    struct rk_fouten *fouten, const struct rk_plan *,
    const struct rk_tarieventabel *, const struct rk_memory *,
    bool altijd_groot) __attribute__((warn_unused_result));

#endif
