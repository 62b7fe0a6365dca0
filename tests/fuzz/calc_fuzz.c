/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * calc_fuzz.c - gives any JSON to the rekenkern, as its program does. What
 * must hold: a result without faults, or faults that each name a path, and
 * the same ones when it is asked again.
 */
#include "calc/programma/json_arena.h"
#include "calc/programma/json_invoer.h"
#include "calc/programma/json_plan.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { SIZE_MAX_FUZZED = 1 << 16 };

static enum rk_status
reckon(struct json_plan *plan, json_t *document, const struct rk_memory *m)
{
	struct rk_resultaat *uit = NULL;
	struct rk_fouten fouten;
	enum rk_status status;

	json_plan_lees(plan, document, m);
	status = rk_controleer(&fouten, &plan->plan, m);
	if (status == RK_GOED && plan->fouten.aantal == 0)
		status = rk_bereken(&uit, &fouten, &plan->plan, NULL, m);
	if ((status == RK_GOED) != (fouten.aantal == 0))
		abort();
	json_plan_voeg_fouten(plan, &fouten, m);
	for (size_t i = 0; i < plan->fouten.aantal; i++)
		if (plan->fouten.lijst[i].pad == NULL ||
		    *plan->fouten.lijst[i].uitleg == '\0')
			abort();
	return status;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct json_arena arena = {0};
	struct rk_memory memory = json_arena_memory(&arena);
	struct rk_fouten fouten = {0};
	struct json_plan first, again;
	json_t *document;

	if (size > SIZE_MAX_FUZZED)
		return -1;
	document =
	    json_ontleed(&fouten, &memory, (const char *)data, size, 1);
	if (document == NULL) {
		if (fouten.aantal != 1)
			abort();
	} else if (reckon(&first, document, &memory) !=
		reckon(&again, document, &memory) ||
	    first.fouten.aantal != again.fouten.aantal) {
		abort();
	}
	json_decref(document);
	json_arena_sluit(&arena);
	return 0;
}
