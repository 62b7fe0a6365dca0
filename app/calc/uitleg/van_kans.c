/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * van_kans.c - how break-even, expectation and verkeerde zak came about:
 * rekenregels §5, §11.1.
 *
 * V1: 5.784,00 ÷ 85.138,20 = 0,0679…; V2, with p = 0,4:
 * 0,4 × 50.370,98 + 0,6 × 27.835,61 = 36.849,758 → 36.849,76.
 */
#include "calc/kans.h"

#include <stdlib.h>
#include <string.h>

#include "calc/geheugen.h"
#include "calc/modus.h"
#include "calc/uitleg/stap.h"

/* "-0.0679" -> "−0,0679" */
static const char *
als_kans(const struct rk_bouw *b, const char *decimaal4)
{
	bool negatief = *decimaal4 == '-';
	const char *punt;

	decimaal4 += negatief;
	punt = strchr(decimaal4, '.');
	return rk_tekst(b->m, "%s%.*s,%s", negatief ? "−" : "",
	    (int)(punt - decimaal4), decimaal4, punt + 1);
}

static struct rk_cijfer
contant(enum rk_scenario_naam scenario)
{
	return (struct rk_cijfer){RK_CIJFER_CW, (int)scenario, 0, 0};
}

static struct rk_getal
bedrag(struct rk_bouw *b, struct rk_cijfer c)
{
	return rk_heel(b->r, rk_cijfer_eurocent(c, b->u->resultaat));
}

static void
verschil(struct rk_bouw *b, const char *tekst, const char *naam_van,
    struct rk_cijfer van, const char *naam_af, struct rk_cijfer af)
{
	struct rk_stap *stap = rk_stap_bij(b, tekst);

	rk_stap_cijfer(b, stap, naam_van, van, 1);
	rk_stap_cijfer(b, stap, naam_af, af, -1);
	rk_stap_tel_op(b, stap);
}

static void
leg_teller_uit(struct rk_bouw *b)
{
	verschil(b,
	    "Wat de doorbraak meer kost dan de huidige situatie. "
	    "Beide zijn contante waarden.",
	    rk_scenario_titel(RK_DOORBRAAK), contant(RK_DOORBRAAK),
	    rk_scenario_titel(RK_HUIDIG), contant(RK_HUIDIG));
}

static void
leg_noemer_uit(struct rk_bouw *b)
{
	verschil(b,
	    "Wat de dreigende situatie meer kost dan de huidige. "
	    "Beide zijn contante waarden.",
	    rk_scenario_titel(RK_DREIGEND), contant(RK_DREIGEND),
	    rk_scenario_titel(RK_HUIDIG), contant(RK_HUIDIG));
}

/* "0,0679… " as the outcome of a division, and the figure that it becomes. */
static void
deel_op_vier_decimalen(struct rk_bouw *b, const char *tekst,
    struct rk_getal teller, struct rk_getal noemer, const char *uitkomst)
{
	struct rk_stap *stap = rk_stap_bij(b, tekst);

	stap->waarde = b->uit->waarde = uitkomst;
	stap->formule = rk_tekst(b->m, "%s ÷ %s = %s → %s",
	    rk_schrijf_euro(b->r, teller), rk_schrijf_euro(b->r, noemer),
	    rk_schrijf_uitkomst(b->r, rk_gedeeld(b->r, teller, noemer)),
	    uitkomst);
}

static const char *
duiding_in_woorden(const struct rk_break_even *be)
{
	switch (be->duiding) {
	case RK_ALTIJD_VOORDELIG:
		return "Het plan is voordelig bij elke kans, want het kost "
		       "niet meer dan de huidige en de dreigende situatie. De "
		       "uitkomst zelf is dan geen kans.";
	case RK_NOOIT_VOORDELIG:
		return "Het plan is in geld bij geen enkele kans voordelig, "
		       "want het kost meer dan beide situaties. De uitkomst "
		       "zelf is dan geen kans.";
	case RK_VOORDELIG_VANAF:
		return "Het plan is voordelig vanaf deze kans op de dreigende "
		       "situatie.";
	case RK_VOORDELIG_TOT:
		break;
	}
	return "Het plan is voordelig tot deze kans op de dreigende situatie, "
	       "want die is in deze periode goedkoper dan de huidige.";
}

static void
leg_break_even_uit(struct rk_bouw *b)
{
	const struct rk_break_even *be = &b->u->resultaat->break_even_kans;
	const char *duiding = duiding_in_woorden(be);
	struct rk_stap *stap;

	b->uit->maat = RK_ALS_KANS;
	leg_teller_uit(b);
	leg_noemer_uit(b);
	if (be->decimaal4) {
		deel_op_vier_decimalen(b,
		    rk_tekst(b->m,
			"Deel het eerste door het tweede, op vier "
			"decimalen. %s",
			duiding),
		    rk_heel(b->r, be->teller), rk_heel(b->r, be->noemer),
		    als_kans(b, be->decimaal4));
		return;
	}
	stap = rk_stap_bij(
	    b, rk_tekst(b->m,
		   "Dreigend en huidig kosten evenveel, dus er is geen "
		   "kans waarbij het omslaat. %s",
		   duiding));
	stap->waarde = b->uit->waarde = "geen kans";
}

/* p × D + (1 − p) × H: the step shows it, the caller ends it. */
static struct rk_getal
weeg_nulalternatief(struct rk_bouw *b, struct rk_stap **stap)
{
	struct rk_getal p = b->u->plan.kans_dreigend;
	struct rk_getal d = bedrag(b, contant(RK_DREIGEND));
	struct rk_getal h = bedrag(b, contant(RK_HUIDIG));
	struct rk_getal uit = rk_weeg(b->r, p, d, h);

	*stap = rk_stap_bij(b,
	    "Weeg wat er gebeurt zonder plan: de kans × de dreigende situatie, "
	    "plus de kans dat het niet misgaat × de huidige situatie.");
	rk_stap_cijfer(b, *stap, "Dreigende situatie", contant(RK_DREIGEND), 1);
	rk_stap_cijfer(b, *stap, "Huidige situatie", contant(RK_HUIDIG), 1);
	(*stap)->waarde = rk_schrijf_euro_uitkomst(b->r, uit);
	(*stap)->formule = rk_tekst(b->m, "%s × %s + %s × %s",
	    rk_schrijf_getal(b->r, p), rk_schrijf_euro(b->r, d),
	    rk_schrijf_getal(b->r, rk_min(b->r, rk_heel(b->r, 1), p)),
	    rk_schrijf_euro(b->r, h));
	return uit;
}

/* Ends a weighing step with its exact outcome. */
static void
sluit_exact(struct rk_bouw *b, struct rk_stap *stap)
{
	stap->formule = rk_tekst(b->m, "%s = %s", stap->formule, stap->waarde);
}

/* Ends a weighing step with its rounded outcome. */
static void
sluit_afgerond(struct rk_bouw *b, struct rk_stap *stap, struct rk_getal exact)
{
	if (!rk_afronden(&stap->eurocent, exact))
		abort(); /* the plan was computed */
	stap->heeft_bedrag = true;
	stap->waarde = rk_schrijf_cent(b->m, stap->eurocent);
	stap->formule =
	    rk_stap_afronding(b, stap->formule, exact, stap->eurocent);
}

static void
leg_nulalternatief_uit(struct rk_bouw *b)
{
	struct rk_stap *stap;
	struct rk_getal n = weeg_nulalternatief(b, &stap);

	sluit_afgerond(b, stap, n);
}

static struct rk_cijfer
inzet(void)
{
	return (struct rk_cijfer){RK_CIJFER_INTERVENTIE_CW, RK_DOORBRAAK, 0, 0};
}

/* I + N: what it costs when the plan fails. */
static struct rk_getal
leg_mislukken_uit(struct rk_bouw *b, struct rk_getal n)
{
	struct rk_getal i = bedrag(b, inzet());
	struct rk_getal uit = rk_plus(b->r, i, n);
	struct rk_stap *stap = rk_stap_bij(b,
	    "Lukt het plan niet, dan zijn de kosten van de inzet er wel. "
	    "Daarbij komt wat er zonder plan gebeurt.");

	rk_stap_cijfer(b, stap, "Kosten van de inzet", inzet(), 1);
	stap->waarde = rk_schrijf_euro_uitkomst(b->r, uit);
	stap->formule = rk_tekst(b->m, "%s + %s = %s", rk_schrijf_euro(b->r, i),
	    rk_schrijf_euro(b->r, n), stap->waarde);
	return uit;
}

static void
leg_plankosten_uit(struct rk_bouw *b)
{
	struct rk_getal q = b->u->plan.slaagkans;
	struct rk_getal plan = bedrag(b, contant(RK_DOORBRAAK)), n, mislukt;
	struct rk_stap *stap;

	n = weeg_nulalternatief(b, &stap);
	sluit_exact(b, stap);
	mislukt = leg_mislukken_uit(b, n);
	stap = rk_stap_bij(b,
	    "Weeg dat met de kans dat het plan lukt: slaagkans × doorbraak, "
	    "plus de kans dat het mislukt × wat het dan kost.");
	rk_stap_cijfer(b, stap, "Doorbraak", contant(RK_DOORBRAAK), 1);
	stap->formule = rk_tekst(b->m, "%s × %s + %s × %s",
	    rk_schrijf_getal(b->r, q), rk_schrijf_euro(b->r, plan),
	    rk_schrijf_getal(b->r, rk_min(b->r, rk_heel(b->r, 1), q)),
	    rk_schrijf_euro(b->r, mislukt));
	sluit_afgerond(b, stap, rk_weeg(b->r, q, plan, mislukt));
}

static void
leg_break_even_slaagkans_uit(struct rk_bouw *b)
{
	const struct rk_verwachting *v = &b->u->resultaat->verwachting;
	struct rk_getal plan = bedrag(b, contant(RK_DOORBRAAK)), n, noemer;
	struct rk_stap *stap;

	b->uit->maat = RK_ALS_KANS;
	n = weeg_nulalternatief(b, &stap);
	sluit_exact(b, stap);
	noemer = rk_min(b->r, leg_mislukken_uit(b, n), plan);
	stap = rk_stap_bij(b, "Trek daar de doorbraak van af: dat scheelt het "
			      "als het plan lukt.");
	rk_stap_cijfer(b, stap, "Doorbraak", contant(RK_DOORBRAAK), 1);
	stap->waarde = rk_schrijf_euro_uitkomst(b->r, noemer);
	stap->formule = rk_tekst(
	    b->m, "… − %s = %s", rk_schrijf_euro(b->r, plan), stap->waarde);
	if (v->break_even_slaagkans) {
		deel_op_vier_decimalen(b,
		    "Deel de kosten van de inzet door dat verschil, op vier "
		    "decimalen. Vanaf deze slaagkans is het plan voordelig.",
		    bedrag(b, inzet()), noemer,
		    als_kans(b, v->break_even_slaagkans));
		return;
	}
	stap = rk_stap_bij(b, "Dat is niet meer dan nul. Dan is er geen "
			      "slaagkans waarbij het plan voordelig wordt.");
	stap->waarde = b->uit->waarde = "geen kans";
}

/* A zak: what its payer, or its co-financer, loses or gains. */
static void
leg_zak_uit(struct rk_bouw *b)
{
	const struct rk_verkeerde_zak *zak =
	    &b->u->resultaat->verkeerde_zak[b->c.nummer];
	bool tekort = b->c.soort == RK_CIJFER_ZAK_TEKORT;
	const char *betaler = tekort ? zak->betaler : zak->medefinancier;
	struct rk_cijfer c = {RK_CIJFER_BAAT_BETALER, (int)zak->modus, 0, 0};
	const struct rk_verdeling *lijst = rk_cijfer_lijst(c, b->u->resultaat);
	struct rk_stap *stap = rk_stap_bij(b,
	    rk_tekst(b->m,
		tekort ? "Het geheel levert iets op, maar %s betaalt meer. Dit "
			 "bedrag maakt dat goed."
		       : "Van alle betalers heeft %s het meeste voordeel. Deze "
			 "kan meebetalen.",
		betaler));

	b->uit->titel = rk_tekst(b->m, "Vergeleken met %s: %s van %s",
	    rk_scenario_lidwoord((int)rk_modus_referentie(zak->modus)),
	    tekort ? "het tekort" : "het voordeel", betaler);
	while (strcmp(lijst->posten[c.nummer].naam, betaler) != 0)
		c.nummer++;
	rk_stap_cijfer(b, stap, betaler, c, tekort ? -1 : 1);
	rk_stap_tel_op(b, stap);
}

static void
leg_verwachte_baten_uit(struct rk_bouw *b)
{
	verschil(b,
	    "Neem wat het naar verwachting kost zonder plan, en trek "
	    "de doorbraak ervan af.",
	    "Verwacht zonder plan",
	    (struct rk_cijfer){RK_CIJFER_NULALTERNATIEF, 0, 0, 0}, "Doorbraak",
	    contant(RK_DOORBRAAK));
}

static void
leg_baten_met_slaagkans_uit(struct rk_bouw *b)
{
	verschil(b,
	    "Neem wat het naar verwachting kost zonder plan, en trek "
	    "ervan af wat het met plan naar verwachting kost.",
	    "Verwacht zonder plan",
	    (struct rk_cijfer){RK_CIJFER_NULALTERNATIEF, 0, 0, 0},
	    "Verwacht met plan",
	    (struct rk_cijfer){RK_CIJFER_PLANKOSTEN, 0, 0, 0});
}

static void
leg_verergering_uit(struct rk_bouw *b)
{
	verschil(b, "Neem de dreigende situatie en trek de huidige ervan af.",
	    rk_scenario_titel(RK_DREIGEND),
	    (struct rk_cijfer){RK_CIJFER_TOTAAL, RK_DREIGEND, 0, 0},
	    rk_scenario_titel(RK_HUIDIG),
	    (struct rk_cijfer){RK_CIJFER_TOTAAL, RK_HUIDIG, 0, 0});
}

void
rk_uitleg_van_kans(struct rk_bouw *b)
{
	static const struct {
		const char *titel;
		void (*leg_uit)(struct rk_bouw *);
	} SOORT[] = {
	    [RK_CIJFER_VERERGERING] = {"Hoeveel duurder het wordt als het "
				       "misgaat",
		leg_verergering_uit},
	    [RK_CIJFER_BREAK_EVEN] = {"De kans waarbij het plan omslaat",
		leg_break_even_uit},
	    [RK_CIJFER_BREAK_EVEN_TELLER] = {"Wat de doorbraak meer kost dan "
					     "nu",
		leg_teller_uit},
	    [RK_CIJFER_BREAK_EVEN_NOEMER] = {"Wat de dreigende situatie meer "
					     "kost dan nu",
		leg_noemer_uit},
	    [RK_CIJFER_NULALTERNATIEF] = {"Wat het naar verwachting kost "
					  "zonder plan",
		leg_nulalternatief_uit},
	    [RK_CIJFER_VERWACHTE_BATEN] = {"Wat het plan naar verwachting "
					   "oplevert",
		leg_verwachte_baten_uit},
	    [RK_CIJFER_PLANKOSTEN] = {"Wat het plan naar verwachting kost, met "
				      "de slaagkans",
		leg_plankosten_uit},
	    [RK_CIJFER_BATEN_SLAAGKANS] = {"Wat het plan naar verwachting "
					   "oplevert, met de slaagkans",
		leg_baten_met_slaagkans_uit},
	    [RK_CIJFER_BREAK_EVEN_SLAAGKANS] = {"De slaagkans waarbij het plan "
						"omslaat",
		leg_break_even_slaagkans_uit},
	    [RK_CIJFER_ZAK_TEKORT] = {"", leg_zak_uit},
	    [RK_CIJFER_ZAK_BAAT] = {"", leg_zak_uit},
	};

	b->uit->titel = SOORT[b->c.soort].titel;
	SOORT[b->c.soort].leg_uit(b);
}
