/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tarieventabel.c - what a tariff table says of a code where a line is silent
 * (rekenregels §11.1). The built-in table is made of the courses' own,
 * courses/gegevens/tarieven.csv, by app/tools/tarieven2c.awk.
 */
#include "calc/tarieventabel.h"

#include <string.h>

const struct rk_tarief_rij *
rk_tarief_zoek(const struct rk_tarieventabel *tabel, const char *code)
{
	size_t laag = 0, hoog = tabel->aantal;

	while (laag < hoog) {
		size_t midden =
		    tabel->gesorteerd ? laag + (hoog - laag) / 2 : laag;
		int c = strcmp(tabel->rijen[midden].code, code);

		if (c == 0)
			return &tabel->rijen[midden];
		if (c < 0 || !tabel->gesorteerd)
			laag = midden + 1;
		else
			hoog = midden;
	}
	return NULL;
}
