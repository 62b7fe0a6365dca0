/* SPDX-License-Identifier: EUPL-1.2 */
/* tarieventabel.h - finds a code in a table: rekenregels §11.1. */
#ifndef LMS_CALC_TARIEVENTABEL_H
#define LMS_CALC_TARIEVENTABEL_H

#include "calc/controle.h"

/* Looks each line's code up, once: fills in `rij`. */
void rk_zoek_rijen(struct rk_gekeurd *, const struct rk_tarieventabel *);

/* The row of a code, or NULL: the table is silent. */
const struct rk_tarief_rij *
rk_tarief_zoek(const struct rk_tarieventabel *, const char *code);

#endif
