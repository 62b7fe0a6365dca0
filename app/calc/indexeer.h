/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * indexeer.h - a price of one year in the prices of a later one: rekenregels
 * §10 (tariffs are not indexed by the sum itself; whoever wants it asks).
 *
 *     new = price × (1 + m/1000) for every year in between, rounded once
 *
 * Example: € 61,10 of 2023 in prices of 2025, with 3,3 % in 2024 and 3,3 % in
 * 2025: 61,10 × 1,033 × 1,033 = 65,1991…, so € 65,20.
 */
#ifndef LMS_CALC_INDEXEER_H
#define LMS_CALC_INDEXEER_H

#include "calc/rekenkern.h"

/*
 * mutaties: of each year after that of the price, in thousandths (33 is
 * 3,3 %), each above -1000. Exact; half-up. False when the outcome does not
 * fit in 64 bits.
 */
bool rk_indexeer(int64_t *uit, int64_t eurocent, const int *mutaties,
    size_t jaren, const struct rk_memory *) __attribute__((warn_unused_result));

#endif
