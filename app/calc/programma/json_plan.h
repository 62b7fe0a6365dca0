/* SPDX-License-Identifier: EUPL-1.2 */
/* json_plan.h - a JSON document to a struct rk_plan: rekenregels §11. */
#ifndef LMS_CALC_JSON_PLAN_H
#define LMS_CALC_JSON_PLAN_H

#include <jansson.h>

#include "calc/rekenkern.h"

struct json_plan {
	struct rk_plan plan;
	struct rk_fouten fouten; /* of type; rk_controleer() finds the rest */
	struct rk_fouten waarschuwingen; /* unknown keys */
};

/* Never fails: what is wrong is in uit->fouten. Borrows from the document. */
void json_plan_lees(
    struct json_plan *uit, json_t *document, const struct rk_memory *);

/*
 * Adds the library's faults, but for those at or below a path that has a
 * fault of type already.
 */
void json_plan_voeg_fouten(
    struct json_plan *, const struct rk_fouten *, const struct rk_memory *);

#endif
