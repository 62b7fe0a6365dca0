/* SPDX-License-Identifier: EUPL-1.2 */
/* json_gevoeligheid.h - the `gevoeligheid` of a result: rekenregels §7. */
#ifndef LMS_CALC_PROGRAMMA_JSON_GEVOELIGHEID_H
#define LMS_CALC_PROGRAMMA_JSON_GEVOELIGHEID_H

#include "calc/gevoeligheid.h"
#include "calc/programma/json_uit.h"

/* Writes the object under its key; r and plan are what g was made of. */
void json_schrijf_gevoeligheid(struct json_uit *,
    const struct rk_gevoeligheid *g, const struct rk_resultaat *r,
    const struct rk_plan *plan);

#endif
