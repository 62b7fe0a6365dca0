/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * van_modus.c - how the differences came about: rekenregels §5. The two modes
 * never meet in one explanation (§6).
 *
 * V1: 39.351,00 − 45.135,00 = −5.784,00.
 */
#include "calc/modus.h"

#include <string.h>

#include "calc/geheugen.h"
#include "calc/uitleg/stap.h"

static int
referentie(const struct rk_bouw *b)
{
	return (int)rk_modus_referentie((enum rk_modus_naam)b->c.groep);
}

static const char *
trek_af_in_woorden(const struct rk_bouw *b)
{
	const char *ref = rk_scenario_lidwoord(referentie(b));

	return rk_tekst(b->m,
	    "Neem %s en trek de doorbraak ervan af. Meer dan nul betekent: "
	    "minder uitgaven dan in %s. Minder dan nul: meer uitgaven.",
	    ref, ref);
}

/* "Huidige situatie" minus "Doorbraak", of one figure that both have. */
static void
trek_af(struct rk_bouw *b, enum rk_cijfer_soort soort)
{
	struct rk_stap *stap = rk_stap_bij(b, trek_af_in_woorden(b));
	struct rk_cijfer ref = {soort, referentie(b), b->c.nummer, 0};
	struct rk_cijfer plan = {soort, RK_DOORBRAAK, b->c.nummer, 0};

	rk_stap_cijfer(b, stap, rk_scenario_titel(ref.groep), ref, 1);
	rk_stap_cijfer(b, stap, rk_scenario_titel(plan.groep), plan, -1);
	rk_stap_tel_op(b, stap);
}

/* One name of a scenario's list; a name that is not there counts as nothing. */
static void
tel_naam(struct rk_bouw *b, struct rk_stap *stap, struct rk_cijfer c,
    const char *naam, int teken)
{
	const struct rk_verdeling *lijst = rk_cijfer_lijst(c, b->u->resultaat);
	const char *titel = rk_scenario_titel(c.groep);

	for (c.nummer = 0; c.nummer < lijst->aantal; c.nummer++)
		if (strcmp(lijst->posten[c.nummer].naam, naam) == 0) {
			rk_stap_cijfer(b, stap, titel, c, teken);
			return;
		}
	rk_stap_deel(b, stap,
	    (struct rk_deelbedrag){
		rk_tekst(b->m, "%s: komt niet voor", titel), NULL, NULL, 0});
}

static void
trek_namen_af(struct rk_bouw *b, const char *naam, enum rk_cijfer_soort soort)
{
	struct rk_stap *stap = rk_stap_bij(b, trek_af_in_woorden(b));

	tel_naam(
	    b, stap, (struct rk_cijfer){soort, referentie(b), 0, 0}, naam, 1);
	tel_naam(
	    b, stap, (struct rk_cijfer){soort, RK_DOORBRAAK, 0, 0}, naam, -1);
	rk_stap_tel_op(b, stap);
}

/* The laws that gain, or those that lose. */
static void
tel_wetten(struct rk_bouw *b, const char *tekst, int teken)
{
	struct rk_stap *stap = rk_stap_bij(b, tekst);
	struct rk_cijfer c = {RK_CIJFER_BAAT_WET, b->c.groep, 0, 0};
	const struct rk_verdeling *lijst = rk_cijfer_lijst(c, b->u->resultaat);

	for (c.nummer = 0; c.nummer < lijst->aantal; c.nummer++)
		if (teken * lijst->posten[c.nummer].eurocent > 0)
			rk_stap_cijfer(b, stap,
			    rk_in_zin(b->m, lijst->posten[c.nummer].naam), c,
			    teken);
	if (stap->aantal_delen == 0)
		stap->tekst =
		    rk_tekst(b->m, "%s Die zijn er niet.", stap->tekst);
	rk_stap_tel_op(b, stap);
}

static void
tel_baten(struct rk_bouw *b)
{
	struct rk_stap *stap = rk_stap_bij(b,
	    "Neem wat er vrijvalt en trek de extra inzet ervan af. Dat is "
	    "hetzelfde als het verschil tussen de twee totalen.");
	struct rk_cijfer c = b->c;

	c.soort = RK_CIJFER_VRIJVAL;
	rk_stap_cijfer(b, stap, "Vrijval", c, 1);
	c.soort = RK_CIJFER_EXTRA_INZET;
	rk_stap_cijfer(b, stap, "Extra inzet", c, -1);
	rk_stap_tel_op(b, stap);
}

static void
tel_baten_zonder_overdrachten(struct rk_bouw *b)
{
	struct rk_stap *stap = rk_stap_bij(b,
	    "Een overdracht, zoals een uitkering, verplaatst geld en verbruikt "
	    "niets. Haal daarom uit de baten wat overdrachten verschillen.");
	struct rk_cijfer baten = {RK_CIJFER_BATEN, b->c.groep, 0, 0};
	struct rk_cijfer ref = {RK_CIJFER_OVERDRACHTEN, referentie(b), 0, 0};
	struct rk_cijfer plan = {RK_CIJFER_OVERDRACHTEN, RK_DOORBRAAK, 0, 0};

	rk_stap_cijfer(b, stap, "Totale baten", baten, 1);
	rk_stap_cijfer(b, stap,
	    rk_tekst(
		b->m, "Overdrachten in %s", rk_scenario_lidwoord(ref.groep)),
	    ref, -1);
	rk_stap_cijfer(b, stap, "Overdrachten in de doorbraak", plan, 1);
	rk_stap_tel_op(b, stap);
}

/* The exact cost of months 1 .. maand of a scenario. */
static struct rk_getal
kosten_tot(struct rk_bouw *b, int scenario, int maand)
{
	struct rk_getal uit = rk_heel(b->r, 0);
	size_t i;

	for (i = 0; i < b->u->plan.aantal[scenario]; i++) {
		struct rk_loop loop =
		    rk_regel_loop(b->r, &b->u->plan.regels[scenario][i]);

		uit = rk_plus(b->r, uit,
		    rk_maal(b->r, loop.tempo,
			rk_overlap(b->r, loop.termijn, 0, maand)));
	}
	return uit;
}

static void
vergelijk_tot(struct rk_bouw *b, int maand, const char *gevolg)
{
	struct rk_stap *stap = rk_stap_bij(
	    b, rk_tekst(b->m, "Tot en met maand %d. %s", maand, gevolg));

	stap->formule = rk_tekst(b->m, "%s %s, doorbraak %s",
	    rk_scenario_tekst((enum rk_scenario_naam)referentie(b)),
	    rk_schrijf_euro(b->r, kosten_tot(b, referentie(b), maand)),
	    rk_schrijf_euro(b->r, kosten_tot(b, RK_DOORBRAAK, maand)));
}

static void
leg_terugverdientijd_uit(struct rk_bouw *b)
{
	int maand = b->u->resultaat->modi[b->c.groep].terugverdientijd_maand;
	int maanden = 12 * b->u->plan.horizon_jaren;
	struct rk_stap *stap;

	b->uit->maat = RK_IN_MAANDEN;
	(void)rk_stap_bij(
	    b, rk_tekst(b->m,
		   "Tel elke maand op wat %s tot dan toe kost, en wat "
		   "de doorbraak kost. Er wordt niet afgerond.",
		   rk_scenario_lidwoord(referentie(b))));
	if (maand == RK_NIET_TERUGVERDIEND) {
		b->uit->waarde =
		    rk_tekst(b->m, "niet binnen %d maanden", maanden);
		vergelijk_tot(b, maanden, "Dan is de doorbraak nog duurder.");
		stap = rk_stap_bij(b, "Er is dus geen maand waarin het geld "
				      "terug is.");
	} else if (maand == 0) {
		b->uit->waarde = "0";
		vergelijk_tot(b, maanden,
		    "Ook in de maanden daarvoor was de "
		    "doorbraak nooit duurder.");
		stap = rk_stap_bij(b, "Het geld is dus meteen terug: maand 0.");
	} else {
		b->uit->waarde = rk_tekst(b->m, "%d", maand);
		vergelijk_tot(b, maand - 1,
		    "Dit is de laatste maand waarin de doorbraak duurder is.");
		vergelijk_tot(b, maand,
		    "De doorbraak is niet meer duurder, en "
		    "dat blijft zo.");
		stap = rk_stap_bij(
		    b, "Dit is dus de maand waarin het geld terug is.");
	}
	stap->waarde = b->uit->waarde;
}

static const char *
wat(const struct rk_bouw *b)
{
	const struct rk_verdeling *lijst =
	    rk_cijfer_lijst(b->c, b->u->resultaat);

	if (lijst)
		return rk_tekst(b->m, "baten, %s",
		    rk_in_zin(b->m, lijst->posten[b->c.nummer].naam));
	switch ((int)b->c.soort) {
	case RK_CIJFER_VRIJVAL:
		return "wat er vrijvalt";
	case RK_CIJFER_EXTRA_INZET:
		return "extra inzet";
	case RK_CIJFER_BATEN_EXCL:
		return "baten zonder overdrachten";
	case RK_CIJFER_BATEN_PUBLIEK:
		return "baten in publiek geld";
	case RK_CIJFER_BAAT_KASSTROOM:
		return rk_tekst(
		    b->m, "baten, %s", rk_kasstroom_naam(b->c.nummer));
	case RK_CIJFER_BATEN_CW:
		return "baten als contante waarde";
	case RK_CIJFER_TERUGVERDIENTIJD:
		return "wanneer het geld terug is";
	}
	return "baten";
}

static void
leg_lijst_uit(struct rk_bouw *b, const char *naam)
{
	if (b->c.soort == RK_CIJFER_BAAT_WET)
		trek_namen_af(b, naam, RK_CIJFER_WET);
	else if (b->c.soort == RK_CIJFER_BAAT_DOMEIN)
		trek_namen_af(b, naam, RK_CIJFER_DOMEIN);
	else
		trek_namen_af(b, naam, RK_CIJFER_BETALER);
}

void
rk_uitleg_van_modus(struct rk_bouw *b)
{
	const struct rk_verdeling *lijst =
	    rk_cijfer_lijst(b->c, b->u->resultaat);

	b->uit->titel = rk_tekst(b->m, "Vergeleken met %s: %s, %s",
	    rk_scenario_lidwoord(referentie(b)), wat(b), rk_periode(b));
	if (lijst)
		leg_lijst_uit(b, lijst->posten[b->c.nummer].naam);
	else if (b->c.soort == RK_CIJFER_VRIJVAL)
		tel_wetten(b,
		    "Tel de wetten op waarvoor minder wordt "
		    "uitgegeven.",
		    1);
	else if (b->c.soort == RK_CIJFER_EXTRA_INZET)
		tel_wetten(
		    b, "Tel de wetten op waarvoor meer wordt uitgegeven.", -1);
	else if (b->c.soort == RK_CIJFER_BATEN)
		tel_baten(b);
	else if (b->c.soort == RK_CIJFER_BATEN_EXCL)
		tel_baten_zonder_overdrachten(b);
	else if (b->c.soort == RK_CIJFER_BATEN_PUBLIEK)
		trek_af(b, RK_CIJFER_PUBLIEK);
	else if (b->c.soort == RK_CIJFER_BAAT_KASSTROOM)
		trek_af(b, RK_CIJFER_KASSTROOM);
	else if (b->c.soort == RK_CIJFER_BATEN_CW)
		trek_af(b, RK_CIJFER_CW);
	else
		leg_terugverdientijd_uit(b);
}
