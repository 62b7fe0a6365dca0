/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * indexeer.c - price levels: rekenregels §10.
 */
#include "calc/indexeer.h"

#include "calc/getal.h"

bool
rk_indexeer(int64_t *uit, int64_t eurocent, const int *mutaties, size_t jaren,
    const struct rk_memory *memory)
{
	struct rk_rekenaar r = {.memory = memory};
	struct rk_getal prijs = rk_heel(&r, eurocent);
	bool past;
	size_t i;

	for (i = 0; i < jaren; i++)
		prijs = rk_maal(
		    &r, prijs, rk_breuk(&r, 1000 + (int64_t)mutaties[i], 1000));
	past = rk_afronden(uit, prijs);
	rk_rekenaar_sluit(&r);
	return past;
}
