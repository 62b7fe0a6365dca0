/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * disconto.c - discounting, and the dated table of real rates: rekenregels §4.
 *
 * The sum uses the rate that the plan names; the table is for whoever makes a
 * new plan. A new rate is a new row here.
 */
#include "calc/disconto.h"

#include <string.h>

static const struct rk_discontovoet VOETEN[] = {
    {"2021-01-01", "2.25",
	"Werkgroep discontovoet 2020 (rwseconomie.nl): -1 % risicovrij plus "
	"3,25 % risico-opslag"},
    {"2026-01-01", "2.8",
	"Rapport Werkgroep discontovoet 2025 (rijksoverheid.nl, 19-09-2025), "
	"looptijd tot 35 jaar; nog te bevestigen bij de bron"},
};

const struct rk_discontovoet *
rk_discontovoeten(size_t *aantal)
{
	*aantal = sizeof(VOETEN) / sizeof(*VOETEN);
	return VOETEN;
}

const struct rk_discontovoet *
rk_discontovoet_op(const char *datum)
{
	size_t i = sizeof(VOETEN) / sizeof(*VOETEN);

	while (i-- > 0)
		if (strcmp(VOETEN[i].geldig_vanaf, datum) <= 0)
			return &VOETEN[i];
	return NULL;
}

void
rk_discontofactoren(struct rk_getal factoren[RK_MAX_HORIZON],
    struct rk_rekenaar *r, struct rk_getal pct, int horizon_jaren)
{
	struct rk_getal honderd = rk_heel(r, 100);
	struct rk_getal groei = rk_plus(r, honderd, pct);
	int jaar;

	factoren[0] = rk_heel(r, 1);
	for (jaar = 1; jaar < horizon_jaren; jaar++)
		factoren[jaar] = rk_maal(
		    r, factoren[jaar - 1], rk_gedeeld(r, honderd, groei));
}

bool
rk_contant(int64_t *uit, struct rk_rekenaar *r, int64_t eurocent,
    struct rk_getal factor)
{
	return rk_afronden(uit, rk_maal(r, rk_heel(r, eurocent), factor));
}
