/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * van_regel.c - how the amount of a line came about: rekenregels §2.
 *
 * V2's H2, 61,10 a day for 9 months:
 *	9 × 365/12 = 273,75
 *	61,10 × 1 × 273,75 = 16.726,125
 *	16.726,125 → 16.726,13
 */
#include "calc/geheugen.h"
#include "calc/regel.h"
#include "calc/uitleg/stap.h"

#include <stdlib.h>

/* A line with the exact numbers that its steps show. */
struct gang {
	const struct rk_gekeurde_regel *regel;
	struct rk_loop loop;
	struct rk_getal maanden; /* how long, in months; a one-off has 1 */
	struct rk_getal totaal;	 /* cents over the whole duration */
};

static struct gang
gang_van(struct rk_bouw *b)
{
	struct gang g = {&b->u->plan.regels[b->c.groep][b->c.nummer],
	    {{0, {0, 1, NULL}}, {0, 1, NULL}}, {0, 1, NULL}, {0, 1, NULL}};

	g.loop = rk_regel_loop(b->r, g.regel);
	g.maanden = rk_min(
	    b->r, g.loop.termijn.eind, rk_heel(b->r, g.loop.termijn.begin));
	g.totaal = rk_maal(b->r, g.loop.tempo, g.maanden);
	return g;
}

/* "9 maanden", "1 week" */
static const char *
duur_in_woorden(struct rk_bouw *b, const struct rk_gekeurde_regel *regel)
{
	static const char *const EEN[] = {"", "dag", "week", "maand", "jaar"};
	static const char *const MEER[] = {
	    "", "dagen", "weken", "maanden", "jaar"};
	bool een = rk_vergelijk(b->r, regel->duur, rk_heel(b->r, 1)) == 0;

	return rk_tekst(b->m, "%s %s", rk_schrijf_getal(b->r, regel->duur),
	    (een ? EEN : MEER)[regel->duur_eenheid]);
}

static bool
via_week(enum rk_per per, enum rk_per eenheid)
{
	return (per == RK_DAG && eenheid == RK_WEEK) ||
	       (per == RK_WEEK && eenheid == RK_DAG);
}

/* Times per unit of the duration, as the calendar has it: "365/12", "52". */
static const char *
factor(struct rk_bouw *b, enum rk_per per, enum rk_per eenheid,
    struct rk_getal per_maand)
{
	if (via_week(per, eenheid))
		return rk_schrijf_getal(
		    b->r, rk_maal(b->r, per_maand,
			      rk_in_maanden(b->r, rk_heel(b->r, 1), eenheid)));
	if (rk_per_jaar(eenheid) == 1)
		return rk_tekst(b->m, "%d", (int)rk_per_jaar(per));
	return rk_tekst(
	    b->m, "%d/%d", (int)rk_per_jaar(per), (int)rk_per_jaar(eenheid));
}

/* How often: the duration in the unit of `per`. */
static struct rk_getal
leg_keren_uit(struct rk_bouw *b, const struct gang *g)
{
	static const char *const ELKE[] = {
	    "", "Elke dag", "Elke week", "Elke maand", "Elk jaar"};
	const struct rk_gekeurde_regel *regel = g->regel;
	enum rk_per eenheid = regel->duur_eenheid;
	struct rk_getal per_maand =
	    rk_keren_per_maand(b->r, regel->per, eenheid);
	struct rk_getal keren = rk_maal(b->r, g->maanden, per_maand);
	const char *kalender =
	    regel->per == eenheid ? ""
	    : via_week(regel->per, eenheid)
		? " Een week telt 7 dagen."
		: " Een jaar telt 12 maanden, 52 weken of 365 dagen.";
	struct rk_stap *stap = rk_stap_bij(
	    b, rk_tekst(b->m, "%s, %s lang. Hoe vaak is dat?%s",
		   ELKE[regel->per], duur_in_woorden(b, regel), kalender));
	const char *uitkomst = rk_schrijf_uitkomst(b->r, keren);

	stap->waarde = uitkomst;
	stap->formule =
	    regel->per == eenheid
		? rk_tekst(b->m, "%s keer", uitkomst)
		: rk_tekst(b->m, "%s × %s = %s keer",
		      rk_schrijf_getal(b->r, regel->duur),
		      factor(b, regel->per, eenheid, per_maand), uitkomst);
	return keren;
}

/* "78,00", and in a plan with another tariff "78,00 × 0,8". */
static const char *
tarief(struct rk_bouw *b, const struct rk_gekeurde_regel *regel)
{
	const char *uit =
	    rk_schrijf_cent(b->m, regel->bron->tarief_eurocent.waarde);

	if (!regel->vijfden)
		return uit;
	return rk_tekst(b->m, "%s × %s", uit,
	    rk_schrijf_getal(b->r, rk_breuk(b->r, regel->vijfden, 5)));
}

/* Tariff × quantity × times × chance. */
static void
leg_bedrag_uit(struct rk_bouw *b, const struct gang *g)
{
	const struct rk_gekeurde_regel *regel = g->regel;
	bool eenmalig = regel->per == RK_EENMALIG;
	bool kans = rk_vergelijk(b->r, regel->kans, rk_heel(b->r, 1)) != 0;
	struct rk_getal keren = rk_heel(b->r, 1);
	struct rk_stap *stap;
	const char *som;

	if (!eenmalig)
		keren = leg_keren_uit(b, g);
	stap = rk_stap_bij(
	    b, rk_tekst(b->m, "%sTarief × hoeveelheid%s%s.",
		   eenmalig ? "Dit is eenmalig. " : "",
		   eenmalig ? "" : " × aantal keren", kans ? " × kans" : ""));
	som = rk_tekst(b->m, "%s × %s", tarief(b, regel),
	    rk_schrijf_getal(b->r, regel->hoeveelheid));
	if (!eenmalig)
		som = rk_tekst(
		    b->m, "%s × %s", som, rk_schrijf_getal(b->r, keren));
	if (kans)
		som = rk_tekst(
		    b->m, "%s × %s", som, rk_schrijf_getal(b->r, regel->kans));
	stap->waarde = rk_schrijf_euro_uitkomst(b->r, g->totaal);
	stap->formule = rk_tekst(b->m, "%s = %s", som, stap->waarde);
}

/* "Jaar 2 is maand 13 tot en met 24." */
static const char *
jaar_in_woorden(const struct rk_bouw *b, int jaar)
{
	return rk_tekst(b->m, "Jaar %d is maand %d tot en met %d.", jaar + 1,
	    12 * jaar + 1, 12 * (jaar + 1));
}

static bool
is_heel(struct rk_bouw *b, struct rk_getal a)
{
	return rk_vergelijk(b->r, a, rk_heel(b->r, rk_geheel_deel(a))) == 0;
}

/* Which part of the months: "12/24" when they are whole, else "73/96". */
static const char *
deel_van(struct rk_bouw *b, struct rk_getal maanden, struct rk_getal van)
{
	bool heel = is_heel(b, maanden) && is_heel(b, van);

	if (!heel)
		return rk_schrijf_getal(b->r, rk_gedeeld(b->r, maanden, van));
	return rk_tekst(b->m, "%s/%s", rk_schrijf_getal(b->r, maanden),
	    rk_schrijf_getal(b->r, van));
}

static struct rk_stap *
niets_dit_jaar(struct rk_bouw *b, const struct gang *g, int jaar)
{
	int begin = g->loop.termijn.begin + 1;
	const char *wanneer =
	    g->regel->per == RK_EENMALIG
		? rk_tekst(b->m, "Dit is in maand %d.", begin)
		: rk_tekst(b->m, "Het begint in maand %d en duurt %s.", begin,
		      duur_in_woorden(b, g->regel));

	return rk_stap_bij(
	    b, rk_tekst(b->m, "%s %s Dit jaar telt er niets mee.",
		   jaar_in_woorden(b, jaar), wanneer));
}

static struct rk_stap *
alles_dit_jaar(struct rk_bouw *b, const struct gang *g, int jaar)
{
	return rk_stap_bij(b,
	    rk_tekst(b->m, "%s Het begint in maand %d. Alles valt in dit jaar.",
		jaar_in_woorden(b, jaar), g->loop.termijn.begin + 1));
}

static struct rk_stap *
deel_dit_jaar(struct rk_bouw *b, const struct gang *g, int jaar,
    struct rk_getal overlap, struct rk_getal exact)
{
	struct rk_stap *stap = rk_stap_bij(
	    b, rk_tekst(b->m,
		   "%s Het begint in maand %d en duurt %s maanden. Daarvan "
		   "vallen er %s in dit jaar.",
		   jaar_in_woorden(b, jaar), g->loop.termijn.begin + 1,
		   rk_schrijf_uitkomst(b->r, g->maanden),
		   rk_schrijf_uitkomst(b->r, overlap)));

	stap->formule = rk_tekst(b->m, "%s × %s = %s",
	    rk_schrijf_euro(b->r, g->totaal), deel_van(b, overlap, g->maanden),
	    rk_schrijf_euro_uitkomst(b->r, exact));
	return stap;
}

/* Which part falls in the year, and its exact cents. */
static struct rk_stap *
leg_maanden_uit(
    struct rk_bouw *b, const struct gang *g, int jaar, struct rk_getal *exact)
{
	struct rk_getal overlap =
	    rk_overlap(b->r, g->loop.termijn, 12 * jaar, 12 * (jaar + 1));
	struct rk_stap *stap;

	*exact = rk_maal(b->r, g->loop.tempo, overlap);
	if (rk_teken(overlap) == 0)
		stap = niets_dit_jaar(b, g, jaar);
	else if (rk_vergelijk(b->r, overlap, g->maanden) == 0)
		stap = alles_dit_jaar(b, g, jaar);
	else
		stap = deel_dit_jaar(b, g, jaar, overlap, *exact);
	stap->waarde = rk_schrijf_euro_uitkomst(b->r, *exact);
	return stap;
}

/* The amount of one year, from the months to the rounding. */
static void
leg_jaar_uit(struct rk_bouw *b, const struct gang *g, int jaar)
{
	struct rk_getal exact;
	struct rk_stap *stap = leg_maanden_uit(b, g, jaar, &exact);
	int64_t bedrag;

	if (!rk_regel_jaarbedrag(&bedrag, b->r, &g->loop, jaar))
		abort(); /* the plan was computed */
	if (rk_vergelijk(b->r, exact, rk_heel(b->r, bedrag)) == 0) {
		stap->heeft_bedrag = true; /* whole cents already */
		stap->eurocent = bedrag;
		return;
	}
	rk_stap_rond_af(b,
	    rk_stap_bij(b, "Rond af op hele centen, één keer per regel per "
			   "jaar. Een halve cent of meer gaat omhoog."),
	    exact, bedrag);
}

/* Over several years: the rounded years, added up. */
static void
leg_jaren_uit(struct rk_bouw *b, const struct gang *g)
{
	int jaar, jaren = b->u->plan.horizon_jaren;
	bool later = rk_vergelijk(b->r, g->loop.termijn.eind,
			 rk_heel(b->r, 12 * jaren)) > 0;
	struct rk_stap *stap = rk_stap_bij(b,
	    rk_tekst(b->m,
		"Verdeel het over de jaren, rond elk jaar af en tel op.%s",
		later ? rk_tekst(b->m, " Wat na maand %d komt, telt niet mee.",
			    12 * jaren)
		      : ""));
	struct rk_cijfer c = b->c;

	c.soort = RK_CIJFER_REGEL_JAAR;
	for (jaar = 0; jaar < jaren; jaar++) {
		c.jaar = jaar;
		rk_stap_cijfer(
		    b, stap, rk_tekst(b->m, "Jaar %d", jaar + 1), c, 1);
	}
	rk_stap_tel_op(b, stap);
}

void
rk_uitleg_van_regel(struct rk_bouw *b)
{
	struct gang g = gang_van(b);
	const char *naam =
	    rk_tekst(b->m, "%s: %s", rk_scenario_titel(b->c.groep),
		rk_stap_regel(b, b->c.groep, b->c.nummer));

	leg_bedrag_uit(b, &g);
	if (b->c.soort == RK_CIJFER_REGEL_JAAR) {
		b->uit->titel =
		    rk_tekst(b->m, "%s, jaar %d", naam, b->c.jaar + 1);
		leg_jaar_uit(b, &g, b->c.jaar);
		return;
	}
	b->uit->titel = rk_tekst(b->m, "%s, %s", naam, rk_periode(b));
	if (b->u->plan.horizon_jaren == 1)
		leg_jaar_uit(b, &g, 0);
	else
		leg_jaren_uit(b, &g);
}
