/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tarieventabel.c - what a tariff table says of a code where a line is silent
 * (rekenregels §11.1). The built-in table is made of the courses' own,
 * courses/gegevens/tarieven.csv, by app/tools/tarieven2c.awk.
 */
#include "calc/tarieventabel.h"

#include "calc/woorden.h"

const struct rk_tarief_rij *
rk_tarief_zoek(const struct rk_tarieventabel *tabel, const char *code)
{
	size_t laag = 0, hoog = tabel->aantal;

	while (laag < hoog) {
		size_t midden =
		    tabel->gesorteerd ? laag + (hoog - laag) / 2 : laag;
		int c = rk_orde(tabel->rijen[midden].code, code);

		if (c == 0)
			return &tabel->rijen[midden];
		if (c < 0 || !tabel->gesorteerd)
			laag = midden + 1;
		else
			hoog = midden;
	}
	return NULL;
}

void
rk_zoek_rijen(struct rk_gekeurd *plan, const struct rk_tarieventabel *tabel)
{
	int naam;
	size_t i;

	for (naam = 0; naam < RK_SCENARIOS; naam++)
		for (i = 0; i < plan->aantal[naam]; i++) {
			struct rk_gekeurde_regel *regel =
			    &plan->regels[naam][i];

			regel->rij = rk_tarief_zoek(tabel, regel->bron->code);
		}
}
