/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * van_scenario.c - how the sums of a scenario came about: rekenregels §2
 * (shares), §4 (present value), §5.
 *
 * V7, year 2 at 2,8 %: 5.400,12 ÷ 1,028 = 5.253,0350… → 5.253,04.
 */
#include "calc/disconto.h"
#include "calc/geheugen.h"
#include "calc/kasstroom.h"
#include "calc/uitleg/stap.h"
#include "calc/voorbeeld.h"

#include <stdlib.h>
#include <string.h>

static const char *
naam_in_lijst(const struct rk_bouw *b)
{
	return rk_cijfer_lijst(b->c, b->u->resultaat)->posten[b->c.nummer].naam;
}

static bool
is_kasstroom(const struct rk_bouw *b, const struct rk_gekeurde_regel *regel)
{
	const char *soort = rk_kasstroom_soort(regel);

	return strcmp(soort ? soort : "onbekend",
		   rk_kasstroom_naam(b->c.nummer)) == 0;
}

/* Does the whole line count in this sum? */
static bool
telt_mee(const struct rk_bouw *b, const struct rk_gekeurde_regel *regel)
{
	switch ((int)b->c.soort) {
	case RK_CIJFER_WET:
		return strcmp(regel->bron->wet, naam_in_lijst(b)) == 0;
	case RK_CIJFER_DOMEIN:
		return strcmp(regel->bron->domein, naam_in_lijst(b)) == 0;
	case RK_CIJFER_OVERDRACHTEN:
		return regel->overdracht;
	case RK_CIJFER_INTERVENTIE:
	case RK_CIJFER_INTERVENTIE_CW:
		return regel->interventie;
	case RK_CIJFER_KASSTROOM:
		return is_kasstroom(b, regel);
	case RK_CIJFER_VOORBEELD:
		return rk_is_voorbeeld(regel);
	case RK_CIJFER_VOORBEELD_WET:
		return rk_is_voorbeeld(regel) &&
		       strcmp(regel->bron->wet, naam_in_lijst(b)) == 0;
	}
	return true;
}

/* What the reader is told of an empty sum. */
static void
sluit_som(struct rk_bouw *b, struct rk_stap *stap)
{
	if (stap->aantal_delen == 0)
		stap->tekst =
		    rk_tekst(b->m, "%s Die zijn er niet.", stap->tekst);
	rk_stap_tel_op(b, stap);
}

static struct rk_cijfer
regel_cijfer(const struct rk_bouw *b, size_t i)
{
	return (struct rk_cijfer){RK_CIJFER_REGEL, b->c.groep, i, 0};
}

static void
tel_regels(struct rk_bouw *b, const char *tekst)
{
	struct rk_stap *stap = rk_stap_bij(b, tekst);
	size_t n = b->u->plan.aantal[b->c.groep], i;

	for (i = 0; i < n; i++)
		if (telt_mee(b, &b->u->plan.regels[b->c.groep][i]))
			rk_stap_cijfer(b, stap, rk_stap_regel(b, b->c.groep, i),
			    regel_cijfer(b, i), 1);
	sluit_som(b, stap);
}

static void
tel_jaar(struct rk_bouw *b)
{
	struct rk_stap *stap = rk_stap_bij(
	    b, rk_tekst(b->m, "Tel de regels op die in jaar %d iets kosten.",
		   b->c.jaar + 1));
	size_t n = b->u->plan.aantal[b->c.groep], i;

	for (i = 0; i < n; i++) {
		struct rk_cijfer c = {
		    RK_CIJFER_REGEL_JAAR, b->c.groep, i, b->c.jaar};

		if (rk_cijfer_eurocent(c, b->u->resultaat) != 0)
			rk_stap_cijfer(
			    b, stap, rk_stap_regel(b, b->c.groep, i), c, 1);
	}
	sluit_som(b, stap);
}

/* The last payer of a line gets what the others leave. */
static const char *
rest_in_cijfers(const struct rk_bouw *b, const int64_t *delen, size_t laatste,
    int64_t totaal)
{
	const char *uit =
	    rk_tekst(b->m, "de rest: %s", rk_schrijf_cent(b->m, totaal));
	size_t i;

	for (i = 0; i < laatste; i++)
		uit = rk_tekst(
		    b->m, "%s − %s", uit, rk_schrijf_cent(b->m, delen[i]));
	return rk_tekst(
	    b->m, "%s = %s", uit, rk_schrijf_cent(b->m, delen[laatste]));
}

/* The shares of one line that a payer pays. */
static void
tel_delen(
    struct rk_bouw *b, struct rk_stap *stap, size_t regel, const char *betaler)
{
	const struct rk_gekeurde_regel *g =
	    &b->u->plan.regels[b->c.groep][regel];
	const struct rk_regel *bron = g->bron;
	struct rk_cijfer c = regel_cijfer(b, regel);
	int64_t totaal = rk_cijfer_eurocent(c, b->u->resultaat);
	int64_t *delen =
	    rk_alloc_nul(b->m, bron->aantal_betalers, sizeof(*delen));
	size_t i, laatste = bron->aantal_betalers - 1;

	rk_regel_verdeel(delen, b->r, g, totaal);
	for (i = 0; i <= laatste; i++) {
		struct rk_deelbedrag deel = {rk_stap_regel(b, c.groep, regel),
		    rk_stap_pad(b, c), NULL, delen[i]};

		if (strcmp(bron->betalers[i].betaler, betaler) != 0)
			continue;
		deel.formule =
		    i == laatste
			? rest_in_cijfers(b, delen, laatste, totaal)
			: rk_stap_afronding(b,
			      rk_tekst(b->m, "%s × %s",
				  rk_schrijf_cent(b->m, totaal),
				  rk_schrijf_getal(b->r, g->delen[i])),
			      rk_maal(b->r, rk_heel(b->r, totaal), g->delen[i]),
			      delen[i]);
		rk_stap_deel(b, stap, deel);
	}
}

static void
tel_betaler(struct rk_bouw *b)
{
	const char *betaler = naam_in_lijst(b);
	struct rk_stap *stap = rk_stap_bij(b,
	    rk_tekst(b->m, "Tel op wat %s van elke regel betaalt.", betaler));
	size_t n = b->u->plan.aantal[b->c.groep], i;

	for (i = 0; i < n; i++) {
		const struct rk_gekeurde_regel *regel =
		    &b->u->plan.regels[b->c.groep][i];

		if (regel->delen)
			tel_delen(b, stap, i, betaler);
		else if (strcmp(regel->bron->betaler, betaler) == 0)
			rk_stap_cijfer(b, stap, rk_stap_regel(b, b->c.groep, i),
			    regel_cijfer(b, i), 1);
	}
	sluit_som(b, stap);
}

static void
tel_publiek(struct rk_bouw *b)
{
	struct rk_stap *stap = rk_stap_bij(b,
	    "Tel de betalers op die met publiek geld betalen: gemeente, rijk, "
	    "zorgverzekeraar, zorgkantoor, uwv, svb en onderwijs.");
	struct rk_cijfer c = {RK_CIJFER_BETALER, b->c.groep, 0, 0};
	const struct rk_verdeling *lijst = rk_cijfer_lijst(c, b->u->resultaat);

	for (c.nummer = 0; c.nummer < lijst->aantal; c.nummer++) {
		const char *naam = lijst->posten[c.nummer].naam;

		if (rk_betaler_is_publiek(naam))
			rk_stap_cijfer(b, stap, naam, c, 1);
	}
	sluit_som(b, stap);
}

/* "5.400,12 ÷ 1,028² = …"; NULL when nothing changes. */
static const char *
disconto_in_cijfers(
    struct rk_bouw *b, int64_t bedrag, int64_t contant, int jaar)
{
	static const char *const MACHT[RK_MAX_HORIZON] = {
	    "", "", "²", "³", "⁴"};
	struct rk_getal groei = rk_plus(b->r, rk_heel(b->r, 1),
	    rk_gedeeld(b->r, b->u->plan.disconto_pct, rk_heel(b->r, 100)));

	if (jaar == 0 || rk_teken(b->u->plan.disconto_pct) == 0)
		return NULL;
	return rk_stap_afronding(b,
	    rk_tekst(b->m, "%s ÷ %s%s", rk_schrijf_cent(b->m, bedrag),
		rk_schrijf_getal(b->r, groei), MACHT[jaar]),
	    rk_maal(b->r, rk_heel(b->r, bedrag), b->u->factoren[jaar]),
	    contant);
}

static void
tel_contant_jaar(struct rk_bouw *b, struct rk_stap *stap, int jaar)
{
	size_t n = b->u->plan.aantal[b->c.groep], i;

	for (i = 0; i < n; i++) {
		struct rk_cijfer c = {
		    RK_CIJFER_REGEL_JAAR, b->c.groep, i, jaar};
		int64_t bedrag = rk_cijfer_eurocent(c, b->u->resultaat), cw;

		if (bedrag == 0 ||
		    !telt_mee(b, &b->u->plan.regels[b->c.groep][i]))
			continue;
		if (!rk_contant(&cw, b->r, bedrag, b->u->factoren[jaar]))
			abort(); /* the plan was computed */
		rk_stap_deel(b, stap,
		    (struct rk_deelbedrag){rk_stap_regel(b, c.groep, i),
			rk_stap_pad(b, c),
			disconto_in_cijfers(b, bedrag, cw, jaar), cw});
	}
	sluit_som(b, stap);
}

/* Present value: each line of each year, then the years. */
static void
tel_contant(struct rk_bouw *b)
{
	const char *pct = rk_schrijf_getal(b->r, b->u->plan.disconto_pct);
	const char *welke = b->c.soort == RK_CIJFER_CW
				? "de regels"
				: "de regels die alleen door het plan bestaan";
	int jaar, jaren = b->u->plan.horizon_jaren;
	int64_t som[RK_MAX_HORIZON];
	struct rk_stap *stap;

	for (jaar = 0; jaar < jaren; jaar++) {
		stap = rk_stap_bij(
		    b, jaar == 0
			   ? rk_tekst(b->m,
				 "Jaar 1 telt helemaal mee. Tel %s op.", welke)
			   : rk_tekst(b->m,
				 "Geld van later telt minder: %s %% per jaar. "
				 "Reken jaar %d terug naar jaar 1, per regel "
				 "afgerond. Tel %s op.",
				 pct, jaar + 1, welke));
		tel_contant_jaar(b, stap, jaar);
		som[jaar] = stap->eurocent;
	}
	if (jaren == 1)
		return;
	stap = rk_stap_bij(b, "Tel de jaren op.");
	for (jaar = 0; jaar < jaren; jaar++)
		rk_stap_deel(b, stap,
		    (struct rk_deelbedrag){rk_tekst(b->m, "Jaar %d", jaar + 1),
			NULL, NULL, som[jaar]});
	rk_stap_tel_op(b, stap);
}

/* What the sum is called, after "Huidige situatie: ". */
static const char *
wat(const struct rk_bouw *b)
{
	switch ((int)b->c.soort) {
	case RK_CIJFER_JAAR:
		return rk_tekst(b->m, "jaar %d", b->c.jaar + 1);
	case RK_CIJFER_WET:
	case RK_CIJFER_DOMEIN:
		return rk_in_zin(b->m, naam_in_lijst(b));
	case RK_CIJFER_BETALER:
		return rk_tekst(b->m, "wat %s betaalt", naam_in_lijst(b));
	case RK_CIJFER_PUBLIEK:
		return "wat er met publiek geld wordt betaald";
	case RK_CIJFER_OVERDRACHTEN:
		return "waarvan overdrachten, zoals uitkeringen";
	case RK_CIJFER_INTERVENTIE:
		return "wat alleen door het plan bestaat";
	case RK_CIJFER_INTERVENTIE_CW:
		return "wat alleen door het plan bestaat, als contante waarde";
	case RK_CIJFER_KASSTROOM:
		return rk_kasstroom_naam(b->c.nummer);
	case RK_CIJFER_VOORBEELD:
		return "wat op een voorbeeldtarief rust";
	case RK_CIJFER_VOORBEELD_WET:
		return rk_tekst(b->m, "wat op een voorbeeldtarief rust, %s",
		    rk_in_zin(b->m, naam_in_lijst(b)));
	case RK_CIJFER_CW:
		return "contante waarde";
	}
	return "totaal";
}

/* Which lines are added up, where whole lines are. */
static const char *
welke_regels(const struct rk_bouw *b)
{
	static const char *const KASSTROOM[RK_KASSTROMEN] = {
	    "Tel de regels op waarvoor een plek of dienst toch al klaarstaat. "
	    "Minder gebruik levert daar geen geld op.",
	    "Tel de regels op waarvan niet bekend is of minder gebruik geld "
	    "oplevert.",
	    "Tel de regels op waarvoor minder gebruik ook minder betalen is."};

	switch ((int)b->c.soort) {
	case RK_CIJFER_WET:
		return "Tel de regels van deze wet op.";
	case RK_CIJFER_DOMEIN:
		return "Tel de regels van dit domein op.";
	case RK_CIJFER_OVERDRACHTEN:
		return "Tel de regels op die geld verplaatsen en niets "
		       "verbruiken, zoals een uitkering.";
	case RK_CIJFER_INTERVENTIE:
		return "Tel de regels op die er alleen door het plan zijn.";
	case RK_CIJFER_KASSTROOM:
		return KASSTROOM[b->c.nummer];
	case RK_CIJFER_VOORBEELD:
		return "Tel de regels op met een tarief dat alleen een "
		       "voorbeeld is.";
	case RK_CIJFER_VOORBEELD_WET:
		return "Tel de regels van deze wet op met een tarief dat "
		       "alleen een voorbeeld is.";
	}
	return "Tel alle regels op.";
}

static void
tel_soort(struct rk_bouw *b)
{
	switch ((int)b->c.soort) {
	case RK_CIJFER_JAAR:
		tel_jaar(b);
		return;
	case RK_CIJFER_BETALER:
		tel_betaler(b);
		return;
	case RK_CIJFER_PUBLIEK:
		tel_publiek(b);
		return;
	case RK_CIJFER_INTERVENTIE_CW:
	case RK_CIJFER_CW:
		tel_contant(b);
		return;
	}
	tel_regels(b, welke_regels(b));
}

void
rk_uitleg_van_scenario(struct rk_bouw *b)
{
	bool jaar = b->c.soort == RK_CIJFER_JAAR;

	b->uit->titel =
	    rk_tekst(b->m, "%s: %s%s%s", rk_scenario_titel(b->c.groep), wat(b),
		jaar ? "" : ", ", jaar ? "" : rk_periode(b));
	tel_soort(b);
}
