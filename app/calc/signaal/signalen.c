/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * signalen.c - the remarks of rekenregels §8, in the order of their weight.
 *
 * The texts are read by learners: Dutch, short, and ending in what to do. W9
 * does not exist in the contract.
 */
#include "calc/signaal/signalen.h"

#include "calc/geheugen.h"
#include "calc/signaal/zoeker.h"
#include "calc/tarieventabel.h"

/* Each code is looked up once; all rules read the rows. */
static void
zoek_rijen(struct rk_zoeker *z, const struct rk_tarieventabel *tabel)
{
	const struct rk_gekeurd *plan = z->b->plan;
	int naam;
	size_t i;

	for (naam = 0; naam < RK_SCENARIOS; naam++) {
		size_t n = plan->aantal[naam];

		z->rijen[naam] = rk_alloc(z->memory, n * sizeof(**z->rijen));
		for (i = 0; i < n; i++)
			z->rijen[naam][i] = rk_tarief_zoek(
			    tabel, plan->regels[naam][i].bron->code);
	}
}

void
rk_signalen_zoek(struct rk_resultaat *uit, const struct rk_berekening *b,
    const struct rk_tarieventabel *tabel)
{
	struct rk_zoeker z = {uit, b, b->rekenaar->memory, {0}, 0};

	zoek_rijen(&z, tabel ? tabel : rk_tarieven_ingebouwd());
	rk_zoek_vergeten(&z);
	rk_zoek_dubbel(&z);
}
