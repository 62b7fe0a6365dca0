/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * calc_fuzz.c - gives any JSON to the rekenkern, as its program does. What
 * must hold: a result that is right in itself (calc.h), or faults that each
 * name a path, or regel:kolom when it is no JSON.
 */
#include "calc.h"

#include "calc/programma/json_invoer.h"
#include "calc/programma/json_plan.h"

enum { SIZE_MAX_FUZZED = 1 << 16 };

static void
reckon(json_t *document, const struct rk_memory *m)
{
	struct json_plan plan;
	struct rk_fouten fouten;
	size_t i, van_type;

	json_plan_lees(&plan, document, m);
	van_type = plan.fouten.aantal;
	if (van_type == 0)
		(void)compute(&fouten, &plan.plan, m);
	else
		(void)!rk_controleer(&fouten, &plan.plan, m);
	json_plan_voeg_fouten(&plan, &fouten, m);
	MUST(plan.fouten.aantal >= van_type);
	for (i = 0; i < plan.fouten.aantal; i++)
		check_fault(&plan.fouten.lijst[i]);
	for (i = 0; i < plan.waarschuwingen.aantal; i++)
		MUST(is_line(plan.waarschuwingen.lijst[i].pad) &&
		     is_line(plan.waarschuwingen.lijst[i].uitleg));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pieces pieces = {0};
	struct rk_memory memory = {piece, &pieces};
	struct rk_fouten fouten = {0};
	json_t *document;

	if (size > SIZE_MAX_FUZZED)
		return -1;
	document = json_ontleed(&fouten, &memory, (const char *)data, size, 1);
	if (document == NULL)
		MUST(fouten.aantal == 1 && is_place(fouten.lijst[0].pad) &&
		     is_line(fouten.lijst[0].uitleg));
	else
		reckon(document, &memory);
	json_decref(document);
	free_pieces(&pieces);
	return 0;
}
