/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * betalers.c - W5: only the gemeente pays while the plan touches health,
 * justice or housing, rekenregels §8. Touching is having costs in the domein
 * zorg, veiligheid or wonen, in any scenario. Only the gemeente pays when no
 * other payer has costs in any scenario; the inwoner is no funder and does not
 * count as one.
 *
 * Example: PW-BB-WAS (inkomen) and WMO-VERHUIS (wonen), both paid by the
 * gemeente: W5. With WON-ACHT paid by the corporatie in dreigend: none.
 */
#include <string.h>

#include "calc/geheugen.h"
#include "calc/signaal/zoeker.h"

enum { DOMEINEN = 3 };
static const char *const DOMEIN[DOMEINEN] = {"zorg", "veiligheid", "wonen"};

static bool
alleen_gemeente(const struct rk_resultaat *uit)
{
	bool gemeente = false;
	int naam;
	size_t i;

	for (naam = 0; naam < RK_SCENARIOS; naam++) {
		const struct rk_verdeling *v =
		    &uit->scenarios[naam].per_betaler;

		for (i = 0; i < v->aantal; i++) {
			if (v->posten[i].eurocent == 0)
				continue;
			if (strcmp(v->posten[i].naam, "gemeente") == 0)
				gemeente = true;
			else if (strcmp(v->posten[i].naam, "inwoner") != 0)
				return false;
		}
	}
	return gemeente;
}

/* Index in DOMEIN, or DOMEINEN. */
static int
domein_van(const struct rk_zoeker *z, int naam, size_t i)
{
	int d = 0;

	if (rk_bedrag_van(z, (enum rk_scenario_naam)naam, i) == 0)
		return DOMEINEN;
	while (d < DOMEINEN &&
	       strcmp(z->b->plan->regels[naam][i].bron->domein, DOMEIN[d]) != 0)
		d++;
	return d;
}

static void
meld(struct rk_zoeker *z, size_t aantal, const bool *geraakt)
{
	struct rk_signaal *s = rk_signaal_nieuw(z, "W5", RK_LET_OP, aantal);
	const char *woorden[DOMEINEN];
	int naam, d;
	size_t i, n = 0;

	for (naam = 0; naam < RK_SCENARIOS; naam++)
		for (i = 0; i < z->b->plan->aantal[naam]; i++)
			if (domein_van(z, naam, i) < DOMEINEN)
				s->paden[n++] = rk_regelpad(
				    z, (enum rk_scenario_naam)naam, i);
	for (d = 0; d < DOMEINEN; d++)
		woorden[d] = geraakt[d] ? DOMEIN[d] : NULL;
	s->tekst = rk_tekst(z->memory,
	    "Je plan gaat ook over %s, maar alleen de gemeente betaalt. Kijk "
	    "wie hier nog meer betaalt of kosten voorkomt, zoals de "
	    "zorgverzekeraar, het Rijk of de corporatie.",
	    rk_opsomming(z, woorden, DOMEINEN));
}

void
rk_zoek_betalers(struct rk_zoeker *z)
{
	bool geraakt[DOMEINEN + 1] = {false};
	size_t aantal = 0, i;
	int naam;

	if (!alleen_gemeente(z->uit))
		return;
	for (naam = 0; naam < RK_SCENARIOS; naam++)
		for (i = 0; i < z->b->plan->aantal[naam]; i++) {
			int d = domein_van(z, naam, i);

			geraakt[d] = true;
			aantal += d < DOMEINEN;
		}
	if (aantal > 0)
		meld(z, aantal, geraakt);
}
