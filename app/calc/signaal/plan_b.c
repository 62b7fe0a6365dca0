/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * plan_b.c - W12: the plan costs more than 5.000 euro to try, and nothing says
 * what happens when it fails: rekenregels §8. The costs are those of the
 * interventions in doorbraak (I); the plan says `plan_b` false and gives no
 * slaagkans. Where it says nothing of a plan B, the rule is silent.
 *
 * Example: interventions of 5.000,01, plan_b false: W12; of 5.000,00: none;
 * with slaagkans 0.75: none.
 */
#include "calc/geheugen.h"
#include "calc/signaal/zoeker.h"

enum { GRENS_EUROCENT = 500000 };

static bool
kost_extra(const struct rk_zoeker *z, size_t i)
{
	return z->b->plan->regels[RK_DOORBRAAK][i].interventie &&
	       rk_bedrag_van(z, RK_DOORBRAAK, i) > 0;
}

void
rk_zoek_plan_b(struct rk_zoeker *z)
{
	const struct rk_plan *plan = z->b->plan->plan;
	size_t aantal = z->b->plan->aantal[RK_DOORBRAAK], n = 1, i;
	struct rk_signaal *s;

	if (plan->plan_b != RK_NEE || (plan->slaagkans && *plan->slaagkans) ||
	    z->uit->scenarios[RK_DOORBRAAK].interventiekosten <= GRENS_EUROCENT)
		return;
	for (i = 0; i < aantal; i++)
		n += kost_extra(z, i);
	s = rk_signaal_nieuw(z, "W12", RK_LET_OP, n);
	s->paden[0] = "plan_b";
	for (n = 1, i = 0; i < aantal; i++)
		if (kost_extra(z, i))
			s->paden[n++] = rk_regelpad(z, RK_DOORBRAAK, i);
	s->tekst = "Je plan kost meer dan € 5.000 extra, en het kan mislukken. "
		   "Schrijf een plan B. Of zeg hoe groot je de kans vindt dat "
		   "het lukt.";
}
