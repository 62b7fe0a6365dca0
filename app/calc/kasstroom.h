/* SPDX-License-Identifier: EUPL-1.2 */
/* kasstroom.h - cash apart from capacity: rekenregels §5 "kasstroom". */
#ifndef LMS_CALC_KASSTROOM_H
#define LMS_CALC_KASSTROOM_H

#include "calc/scenario.h"

/* What a line itself says, else its row in the table; NULL: nobody says. */
const char *rk_kasstroom_soort(const struct rk_gekeurde_regel *);

/*
 * Fills the kasstroom of each scenario and mode. A line is what its own
 * kasstroom says, else what its row in the table says, else unknown; the three
 * amounts together are exactly the total. After the sums of both.
 *
 * V1 against dreigend, by the table's rows: opvang 28.800,00 and the Raad
 * 4.000,00 are there anyway, and so is the casusregie of the plan, 1.900,00.
 * Of 79.354,20 that leaves 30.900,00 that is no cash and 48.454,20 that is.
 */
void
rk_kasstroom_bereken(struct rk_resultaat *uit, const struct rk_berekening *);

#endif
