/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * kasstroom.c - which part of an amount is money that moves with use, and
 * which part buys capacity that is there anyway: rekenregels §5. A saving on
 * capacity frees a place and no cash.
 */
#include "calc/kasstroom.h"

static int64_t *
post_van(struct rk_kasstroom *k, const char *soort)
{
	if (soort && rk_orde(soort, "variabel") == 0)
		return &k->variabel;
	if (soort && rk_orde(soort, "beschikbaarheid") == 0)
		return &k->beschikbaarheid;
	return &k->onbekend;
}

const char *
rk_kasstroom_soort(const struct rk_gekeurde_regel *regel)
{
	if (regel->bron->kasstroom && *regel->bron->kasstroom)
		return regel->bron->kasstroom;
	return regel->rij ? regel->rij->kasstroom : NULL;
}

static void
verschil(struct rk_kasstroom *uit, const struct rk_kasstroom *ref,
    const struct rk_kasstroom *plan)
{
	uit->variabel = ref->variabel - plan->variabel;
	uit->beschikbaarheid = ref->beschikbaarheid - plan->beschikbaarheid;
	uit->onbekend = ref->onbekend - plan->onbekend;
}

void
rk_kasstroom_bereken(struct rk_resultaat *uit, const struct rk_berekening *b)
{
	const struct rk_kasstroom *plan =
	    &uit->scenarios[RK_DOORBRAAK].kasstroom;
	int naam;
	size_t i;

	for (naam = 0; naam < RK_SCENARIOS; naam++) {
		struct rk_scenario *s = &uit->scenarios[naam];

		for (i = 0; i < s->aantal_regels; i++)
			*post_van(&s->kasstroom,
			    rk_kasstroom_soort(&b->plan->regels[naam][i])) +=
			    s->regels[i].totaal;
	}
	verschil(&uit->modi[RK_TOV_HUIDIG].kasstroom,
	    &uit->scenarios[RK_HUIDIG].kasstroom, plan);
	verschil(&uit->modi[RK_TOV_DREIGEND].kasstroom,
	    &uit->scenarios[RK_DREIGEND].kasstroom, plan);
}
