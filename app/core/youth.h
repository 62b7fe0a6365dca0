/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_YOUTH_H
#define LMS_CORE_YOUTH_H
/*
 * Help by the Jeugdwet for who is 18 or older: possible as verlengde
 * jeugdhulp only (Jeugdwet, artikel 1.1). The calculation core remarks on it
 * (W3, rekenregels §8); the form of a line asks, where that can be.
 */
#include "core/plan.h"

/*
 * Whether to ask if help by this law for this person is verlengde jeugdhulp:
 * within so many years the person is 18; HH is the youngest at home.
 */
bool youth_is_asked(const char *wet, const char *persoon,
    const struct household_member *, size_t count, int horizon_jaren);
#endif
