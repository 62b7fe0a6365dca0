/* SPDX-License-Identifier: EUPL-1.2 */
/* json_dashboard.h - results as JSON back to what a dashboard adds. */
#ifndef LMS_CALC_JSON_DASHBOARD_H
#define LMS_CALC_JSON_DASHBOARD_H

#include <jansson.h>

#include "calc/dashboard.h"

/* What all results of one dashboard must share. */
struct json_dashboard {
	struct rk_dashboard som;
	int64_t horizon_jaren; /* of the first result; 0 before it */
	int64_t overgeslagen;  /* error objects */
};

/*
 * Adds one line. Faults (another version or horizon, a missing key) go into
 * fouten with paths under "regel N"; then nothing is added. kort is memory for
 * this line, lang for the sums.
 */
void json_dashboard_tel_op(struct json_dashboard *, struct rk_fouten *fouten,
    const json_t *document, long regel, const struct rk_memory *kort,
    const struct rk_memory *lang);

#endif
