/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * termijn.c - the calendar and overlap in time: rekenregels §2.
 */
#include "calc/termijn.h"

int64_t
rk_per_jaar(enum rk_per eenheid)
{
	switch (eenheid) {
	case RK_DAG:
		return 365;
	case RK_WEEK:
		return 52;
	case RK_MAAND:
		return 12;
	case RK_JAAR:
	case RK_EENMALIG:
		break;
	}
	return 1;
}

struct rk_getal
rk_in_maanden(
    struct rk_rekenaar *r, struct rk_getal aantal, enum rk_per eenheid)
{
	if (eenheid == RK_MAAND)
		return aantal;
	if (eenheid == RK_WEEK)
		return rk_maal(r, aantal, rk_breuk(r, 3, 13)); /* 12/52 */
	return rk_maal(r, aantal, rk_breuk(r, 12, rk_per_jaar(eenheid)));
}

struct rk_getal
rk_keren_per_maand(struct rk_rekenaar *r, enum rk_per per, enum rk_per eenheid)
{
	if (per == RK_MAAND)
		return rk_heel(r, 1);
	if (per == RK_WEEK && eenheid != RK_DAG)
		return rk_breuk(r, 13, 3); /* 52/12 */
	if (per == RK_DAG && eenheid == RK_WEEK)
		return rk_breuk(r, 91, 3); /* 7 x 52/12 */
	if (per == RK_WEEK)
		return rk_breuk(r, 365, (int64_t)7 * 12);
	return rk_breuk(r, rk_per_jaar(per), 12);
}

struct rk_getal
rk_overlap(struct rk_rekenaar *r, struct rk_termijn t, int van, int tot)
{
	int begin = t.begin > van ? t.begin : van;
	struct rk_getal lengte;

	if (begin >= tot)
		return rk_heel(r, 0);
	if (rk_vergelijk(r, t.eind, rk_heel(r, tot)) >= 0)
		return rk_heel(r, tot - begin);
	lengte = rk_min(r, t.eind, rk_heel(r, begin));
	return rk_teken(lengte) > 0 ? lengte : rk_heel(r, 0);
}
