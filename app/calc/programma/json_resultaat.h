/* SPDX-License-Identifier: EUPL-1.2 */
/* json_resultaat.h - results, faults and dashboards as JSON: rekenregels §11;
 * the shape is in schema/resultaat.json and schema/dashboard.json. */
#ifndef LMS_CALC_JSON_RESULTAAT_H
#define LMS_CALC_JSON_RESULTAAT_H

#include <jansson.h>

#include "calc/dashboard.h"
#include "calc/gevoeligheid.h"
#include "calc/programma/json_uit.h"

/* What is printed of one plan. */
struct json_resultaat {
	const struct rk_plan *plan;
	const struct rk_resultaat *uit;
	const struct rk_gevoeligheid *gevoeligheid;
	const json_t *document; /* its vector, titel, id, ... are echoed */
};
void json_schrijf_resultaat(struct json_uit *, const struct json_resultaat *);

/* {"regel": n, "fouten": [{"pad": ..., "uitleg": ...}]} */
void
json_schrijf_fouten(struct json_uit *, const struct rk_fouten *, long regel);

/* horizon_jaren 0 (no plans) becomes null, as does their average. */
void json_schrijf_dashboard(
    struct json_uit *, const struct rk_dashboard *, int64_t horizon_jaren);

#endif
