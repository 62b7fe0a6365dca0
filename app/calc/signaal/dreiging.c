/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * dreiging.c - is the threat not too black, or too cheap? rekenregels §8.
 *
 * W6: dreigend has more than three new severe lines that are all certain: it
 * is "what happens if it goes wrong", not the worst conceivable (§3). Severe
 * is what the line's `ernstig` says, else the table; new is what huidig does
 * not have for the same person; certain is kans 1; a line of 0 euro is none.
 * W10: dreigend costs less than huidig over the horizon. Without a line it is
 * not written yet, and the rule is silent.
 *
 * Example (V1): WON-ONTR, WMO-NOODOPV, JW-GEZINSHUIS and JW-OTS are new,
 * severe and certain: W6. With kans 0.5 on one of them: none. V3: dreigend is
 * 56.145,67 and huidig 59.967,68: W10.
 */
#include "calc/geheugen.h"
#include "calc/signaal/zoeker.h"

enum { VEEL = 3 };

static bool
is_zwaar(const struct rk_zoeker *z, size_t i)
{
	const struct rk_gekeurde_regel *regel =
	    &z->b->plan->regels[RK_DREIGEND][i];
	const struct rk_tarief_rij *rij =
	    z->b->plan->regels[RK_DREIGEND][i].rij;
	enum rk_janee ernstig = regel->bron->ernstig;

	if (ernstig == RK_ONBEKEND && rij)
		ernstig = rij->ernstig;
	return ernstig == RK_JA && rk_bedrag_van(z, RK_DREIGEND, i) > 0 &&
	       rk_vergelijk(z->b->rekenaar, regel->kans,
		   rk_heel(z->b->rekenaar, 1)) == 0;
}

void
rk_zoek_zwaar(struct rk_zoeker *z)
{
	const struct rk_gekeurd *plan = z->b->plan;
	size_t n = plan->aantal[RK_DREIGEND], zwaar = 0, nieuw = 0, i;
	struct rk_register huidig;
	struct rk_signaal *s;
	size_t *lijst;

	for (i = 0; i < n; i++)
		zwaar += is_zwaar(z, i);
	if (zwaar <= VEEL)
		return;
	huidig = rk_op_code(z, RK_HUIDIG);
	lijst = rk_alloc_nul(z->memory, zwaar, sizeof(*lijst));
	for (i = 0; i < n; i++)
		if (is_zwaar(z, i) && !rk_staat_in(z, &huidig, RK_HUIDIG,
					  &plan->regels[RK_DREIGEND][i]))
			lijst[nieuw++] = i;
	if (nieuw <= VEEL)
		return;
	s = rk_signaal_nieuw(z, "W6", RK_LET_OP, nieuw);
	for (i = 0; i < nieuw; i++)
		s->paden[i] = rk_regelpad(z, RK_DREIGEND, lijst[i]);
	s->tekst = rk_tekst(z->memory,
	    "In je dreigende situatie gebeuren %zu zware dingen, en allemaal "
	    "zeker. Is dat wat er dreigt, of het ergste dat je kunt bedenken? "
	    "Geef een regel een kans, of haal weg wat niet waarschijnlijk is.",
	    nieuw);
}

void
rk_zoek_goedkoop(struct rk_zoeker *z)
{
	const struct rk_scenario *s = z->uit->scenarios;
	struct rk_signaal *signaal;

	if (z->b->plan->aantal[RK_DREIGEND] == 0 ||
	    s[RK_DREIGEND].totaal >= s[RK_HUIDIG].totaal)
		return;
	signaal = rk_signaal_nieuw(z, "W10", RK_LET_OP, 2);
	signaal->paden[0] = "scenarios.dreigend";
	signaal->paden[1] = "scenarios.huidig";
	signaal->tekst =
	    "De dreigende situatie kost minder dan de huidige. Dat kan: "
	    "verwaarlozen is in het begin goedkoop. Kijk of je iets vergat, "
	    "of leg uit waarom het klopt.";
}
