/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * signalen.c - the remarks of rekenregels §8, heaviest first, then by code.
 *
 * The texts are read by learners: Dutch, short, and ending in what to do. W9
 * does not exist in the contract.
 */
#include "calc/signaal/signalen.h"

#include "calc/signaal/zoeker.h"

void
rk_signalen_zoek(struct rk_resultaat *uit, const struct rk_berekening *b)
{
	static void (*const REGELS[])(struct rk_zoeker *) = {rk_zoek_uren,
	    rk_zoek_vergeten, rk_zoek_dubbel, rk_zoek_jeugd,
	    rk_zoek_gebeurtenis, rk_zoek_betalers, rk_zoek_zwaar,
	    rk_zoek_oefentarieven, rk_zoek_prijspeil, rk_zoek_goedkoop,
	    rk_zoek_overdracht, rk_zoek_plan_b};
	struct rk_zoeker z = {uit, b, b->rekenaar->memory, 0};
	size_t i;

	for (i = 0; i < sizeof(REGELS) / sizeof(*REGELS); i++)
		REGELS[i](&z);
}
