/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * stap.c - building an explanation, step by step.
 */
#include "calc/uitleg/stap.h"

#include <stdlib.h>
#include <string.h>

#include "calc/geheugen.h"
#include "calc/regel.h"

/* More parts than this are a list to read, not a formula. */
#define MAX_IN_FORMULE 4

struct rk_stap *
rk_stap_bij(struct rk_bouw *b, const char *tekst)
{
	struct rk_uitleg *uit = b->uit;
	struct rk_stap *stap;

	if (uit->aantal_stappen == RK_MAX_STAPPEN)
		abort();
	stap = &uit->stappen[uit->aantal_stappen++];
	stap->tekst = tekst;
	return stap;
}

void
rk_stap_deel(struct rk_bouw *b, struct rk_stap *stap, struct rk_deelbedrag deel)
{
	stap->delen = rk_groei(b->m, stap->delen, stap->aantal_delen,
	    &stap->ruimte, sizeof(*stap->delen));
	stap->delen[stap->aantal_delen++] = deel;
}

const char *
rk_stap_pad(const struct rk_bouw *b, struct rk_cijfer c)
{
	const char *pad = rk_cijfer_pad(c, b->u->resultaat, b->m);

	return b->u->watals ? rk_tekst(b->m, "%s.%s", b->u->watals->voor, pad)
			    : pad;
}

void
rk_stap_cijfer(struct rk_bouw *b, struct rk_stap *stap, const char *naam,
    struct rk_cijfer c, int teken)
{
	const struct rk_resultaat *r = b->u->resultaat;

	rk_stap_deel(b, stap,
	    (struct rk_deelbedrag){naam, rk_stap_pad(b, c), NULL,
		teken * rk_cijfer_eurocent(c, r)});
}

/* "39.351,00 − 45.135,00" */
static const char *
schrijf_som(const struct rk_bouw *b, const struct rk_stap *stap)
{
	const char *uit = rk_schrijf_cent(b->m, stap->delen[0].eurocent);
	size_t i;

	for (i = 1; i < stap->aantal_delen; i++) {
		int64_t bedrag = stap->delen[i].eurocent;

		uit = rk_tekst(b->m, "%s %s %s", uit, bedrag < 0 ? "−" : "+",
		    rk_schrijf_cent(b->m, bedrag < 0 ? -bedrag : bedrag));
	}
	return uit;
}

void
rk_stap_tel_op(struct rk_bouw *b, struct rk_stap *stap)
{
	size_t i;

	stap->opgeteld = stap->heeft_bedrag = true;
	for (i = 0; i < stap->aantal_delen; i++)
		stap->eurocent += stap->delen[i].eurocent;
	stap->waarde = rk_schrijf_cent(b->m, stap->eurocent);
	if (stap->aantal_delen > 1 && stap->aantal_delen <= MAX_IN_FORMULE)
		stap->formule = rk_tekst(
		    b->m, "%s = %s", schrijf_som(b, stap), stap->waarde);
	else if (stap->aantal_delen > 1)
		stap->formule = rk_tekst(b->m, "som van %zu bedragen = %s",
		    stap->aantal_delen, stap->waarde);
}

const char *
rk_stap_afronding(
    struct rk_bouw *b, const char *formule, struct rk_getal exact, int64_t uit)
{
	bool gelijk = rk_vergelijk(b->r, exact, rk_heel(b->r, uit)) == 0;

	return rk_tekst(b->m, "%s%s%s%s%s", formule, *formule ? " = " : "",
	    rk_schrijf_euro_uitkomst(b->r, exact), gelijk ? "" : " → ",
	    gelijk ? "" : rk_schrijf_cent(b->m, uit));
}

void
rk_stap_rond_af(
    struct rk_bouw *b, struct rk_stap *stap, struct rk_getal exact, int64_t uit)
{
	stap->heeft_bedrag = true;
	stap->eurocent = uit;
	stap->waarde = rk_schrijf_cent(b->m, uit);
	stap->formule = rk_stap_afronding(b, "", exact, uit);
}

const char *
rk_stap_regel(const struct rk_bouw *b, int scenario, size_t regel)
{
	return rk_regel_naam(b->m, &b->u->plan.regels[scenario][regel]);
}

const char *
rk_scenario_titel(int scenario)
{
	static const char *const TITEL[RK_SCENARIOS] = {
	    "Huidige situatie", "Dreigende situatie", "Doorbraak"};

	return TITEL[scenario];
}

const char *
rk_scenario_lidwoord(int scenario)
{
	static const char *const TEKST[RK_SCENARIOS] = {
	    "de huidige situatie", "de dreigende situatie", "de doorbraak"};

	return TEKST[scenario];
}

const char *
rk_periode(const struct rk_bouw *b)
{
	int jaren = b->u->plan.horizon_jaren;

	return jaren == 1 ? "het eerste jaar"
			  : rk_tekst(b->m, "%d jaar", jaren);
}
