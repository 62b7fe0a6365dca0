/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * vergeten.c - W1: a cost of now that was forgotten in the plan, rekenregels
 * §8. A running line of huidig is absent from doorbraak and has no stopreden.
 * A line is the same when its code is, for the same person; the household
 * counts as everyone.
 *
 * Example: huidig has ZVW-SEH, doorbraak has not, no stopreden: W1. With the
 * stopreden "Heeft nu een huisarts", or with ZVW-SEH in doorbraak: none.
 */
#include "calc/geheugen.h"
#include "calc/signaal/zoeker.h"

static bool
loopt(const struct rk_zoeker *z, const struct rk_gekeurde_regel *regel)
{
	return !regel->interventie && regel->per != RK_EENMALIG &&
	       regel->start_maand <= 12 * z->b->plan->horizon_jaren;
}

void
rk_zoek_vergeten(struct rk_zoeker *z)
{
	const struct rk_gekeurd *plan = z->b->plan;
	struct rk_register doorbraak = rk_op_code(z, RK_DOORBRAAK);
	size_t i;

	for (i = 0; i < plan->aantal[RK_HUIDIG]; i++) {
		const struct rk_gekeurde_regel *regel =
		    &plan->regels[RK_HUIDIG][i];
		const char *stop = regel->bron->stopreden;
		struct rk_signaal *s;

		if (!loopt(z, regel) || (stop && *stop) ||
		    rk_staat_in(z, &doorbraak, RK_DOORBRAAK, regel))
			continue;
		s = rk_signaal_nieuw(z, "W1", RK_WAARSCHUWING, 1);
		s->paden[0] = rk_regelpad(z, RK_HUIDIG, i);
		s->tekst = rk_tekst(z->memory,
		    "%s loopt nu, maar staat niet in je doorbraak. Loopt dit "
		    "door? Zet het dan ook bij de doorbraak. Stopt het? Noem "
		    "dan de reden.",
		    rk_regel_naam(z->memory, regel));
	}
}
