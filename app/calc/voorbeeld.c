/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * voorbeeld.c - amounts that rest on illustrative tariffs: rekenregels §8. A
 * difference is weighed by the amounts of both scenarios behind it, because
 * the difference itself may be small, or below zero, where its parts are not.
 */
#include "calc/voorbeeld.h"

#include <string.h>

#include "calc/verdeling.h"

bool
rk_is_voorbeeld(const struct rk_gekeurde_regel *regel)
{
	const char *zekerheid = regel->bron->zekerheid;

	if (!zekerheid || !*zekerheid)
		zekerheid = regel->rij ? regel->rij->zekerheid : NULL;
	return zekerheid && rk_orde(zekerheid, "illustrative") == 0;
}

void
rk_voorbeeld_bereken(struct rk_resultaat *uit, const struct rk_berekening *b)
{
	int naam;
	size_t i;

	for (naam = 0; naam < RK_SCENARIOS; naam++) {
		struct rk_scenario *s = &uit->scenarios[naam];

		for (i = 0; i < s->aantal_regels; i++) {
			const struct rk_gekeurde_regel *regel =
			    &b->plan->regels[naam][i];

			if (!rk_is_voorbeeld(regel))
				continue;
			s->waarvan_voorbeeld += s->regels[i].totaal;
			rk_verdeling_tel_op(&s->voorbeeld_per_wet,
			    b->rekenaar->memory, regel->bron->wet,
			    s->regels[i].totaal);
		}
	}
}

static int64_t
bedrag_van(const struct rk_verdeling *v, const char *wet)
{
	size_t i;

	for (i = 0; i < v->aantal; i++)
		if (strcmp(v->posten[i].naam, wet) == 0)
			return v->posten[i].eurocent;
	return 0;
}

/* At least 1 where there is any, at most 99 where not all of it is. */
static int
procent(int64_t deel, int64_t geheel)
{
	int uit;

	if (deel <= 0 || geheel <= 0)
		return 0;
	if (deel >= geheel)
		return 100;
	uit = (int)((200 * deel + geheel) / (2 * geheel));
	return uit < 1 ? 1 : uit > 99 ? 99 : uit;
}

int
rk_voorbeeld_pct(
    const struct rk_resultaat *r, enum rk_modus_naam modus, const char *wet)
{
	const struct rk_scenario *ref =
	    &r->scenarios[modus == RK_TOV_HUIDIG ? RK_HUIDIG : RK_DREIGEND];
	const struct rk_scenario *plan = &r->scenarios[RK_DOORBRAAK];

	if (!wet)
		return procent(ref->waarvan_voorbeeld + plan->waarvan_voorbeeld,
		    ref->totaal + plan->totaal);
	return procent(bedrag_van(&ref->voorbeeld_per_wet, wet) +
			   bedrag_van(&plan->voorbeeld_per_wet, wet),
	    bedrag_van(&ref->per_wet, wet) + bedrag_van(&plan->per_wet, wet));
}

int
rk_voorbeeld_pct_scenario(const struct rk_scenario *s)
{
	return procent(s->waarvan_voorbeeld, s->totaal);
}
