/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * controle_regel.c - judges one line of a scenario: rekenregels §1, §8 (E1,
 * E2, E4), §11.
 */
#include <string.h>

#include "calc/controle.h"
#include "calc/geheugen.h"

#define MAX_TARIEF 1000000000 /* 10^9 eurocent */
#define MAX_START 600

static void
keur_persoon(const struct rk_plek *p, const struct rk_regel *regel)
{
	const struct rk_memory *m = p->rekenaar->memory;

	if (!rk_is_gegeven(p, "persoon", regel->persoon) ||
	    strcmp(regel->persoon, "HH") == 0)
		return;
	if (rk_register_zoek(p->personen, regel->persoon) != RK_NIET_GEVONDEN)
		return;
	rk_fout_bij(p, "persoon", /* E4 */
	    rk_tekst(m, "onbekend: %s staat niet in het huishouden",
		rk_citaat(m, regel->persoon)));
}

/* Halves first: with thousands of shares the fractions stay small longest. */
static struct rk_getal
som(struct rk_rekenaar *r, const struct rk_getal *rij, size_t n)
{
	if (n == 1)
		return rij[0];
	return rk_plus(r, som(r, rij, n / 2), som(r, rij + n / 2, n - n / 2));
}

static void
keur_som(const struct rk_plek *p, const struct rk_getal *delen, size_t n)
{
	struct rk_rekenaar *r = p->rekenaar;
	struct rk_getal totaal = som(r, delen, n);
	const char *tekst;

	if (rk_vergelijk(r, totaal, rk_heel(r, 1)) == 0)
		return;
	totaal = rk_vereenvoudig(r, totaal);
	if (totaal.groot || totaal.noemer > INT64_MAX ||
	    totaal.teller > INT64_MAX)
		tekst = rk_tekst(
		    r->memory, "ongeveer %s", rk_vier_decimalen(r, totaal));
	else if (totaal.noemer == 1)
		tekst = rk_tekst(r->memory, "%lld", (long long)totaal.teller);
	else
		tekst = rk_tekst(r->memory, "%lld/%lld",
		    (long long)totaal.teller, (long long)totaal.noemer);
	rk_fout_bij(p, "betalers", /* E1 */
	    rk_tekst(r->memory, "delen tellen op tot %s, niet tot 1", tekst));
}

static void
keur_delen(struct rk_gekeurde_regel *uit, const struct rk_plek *p,
    const struct rk_regel *regel)
{
	const struct rk_memory *m = p->rekenaar->memory;
	struct rk_plek hier = *p;
	bool goed = true;
	size_t i, voor;

	hier.lijst = "betalers";
	uit->delen =
	    rk_alloc_nul(m, regel->aantal_betalers, sizeof(*uit->delen));
	for (i = 0; i < regel->aantal_betalers; i++) {
		const struct rk_deel *deel = &regel->betalers[i];

		hier.plaats = i;
		(void)rk_keur_woord(
		    &hier, "betaler", deel->betaler, &RK_WOORDEN_BETALER);
		voor = p->fouten->aantal;
		rk_keur_getal(
		    &uit->delen[i], &hier, "deel", deel->deel, &RK_GRENS_DEEL);
		goed = goed && p->fouten->aantal == voor;
	}
	if (goed)
		keur_som(p, uit->delen, regel->aantal_betalers);
}

static void
keur_betalers(struct rk_gekeurde_regel *uit, const struct rk_plek *p,
    const struct rk_regel *regel)
{
	bool een = regel->betaler && *regel->betaler;

	if (!regel->betalers && !een)
		rk_fout_bij(p, "betaler", "ontbreekt");
	if (een)
		(void)rk_keur_woord(
		    p, "betaler", regel->betaler, &RK_WOORDEN_BETALER);
	if (!regel->betalers)
		return;
	if (een)
		rk_fout_bij(
		    p, "betalers", "kies betaler of betalers, niet allebei");
	if (regel->aantal_betalers == 0)
		rk_fout_bij(p, "betalers", "leeg");
	else
		keur_delen(uit, p, regel);
}

/* Of an unknown `per` only what a duration is by itself can be judged. */
static void
keur_duur(struct rk_gekeurde_regel *uit, const struct rk_plek *p,
    const struct rk_regel *regel, bool per_bekend)
{
	bool aantal = regel->duur_aantal && *regel->duur_aantal;
	bool eenheid = regel->duur_eenheid && *regel->duur_eenheid;
	/* The units of a duration are the frequencies but the first. */
	const struct rk_woordenlijst eenheden = {
	    RK_WOORDEN_PER.woorden + RK_DAG, RK_WOORDEN_PER.aantal - RK_DAG};
	struct rk_grens grens;

	if (per_bekend && uit->per == RK_EENMALIG) {
		if (aantal || eenheid)
			rk_fout_bij(p, "duur", "past niet bij eenmalig");
		return;
	}
	if (!aantal && !eenheid) {
		if (per_bekend)
			rk_fout_bij(p, "duur", "ontbreekt");
		return;
	}
	uit->duur_eenheid =
	    (enum rk_per)(RK_DAG + rk_keur_woord(p, "duur.eenheid",
				       regel->duur_eenheid, &eenheden));
	grens = rk_grens_duur(rk_per_jaar(uit->duur_eenheid));
	rk_keur_getal(&uit->duur, p, "duur.aantal", regel->duur_aantal, &grens);
}

static void
keur_tekst(const struct rk_plek *p, const struct rk_regel *regel)
{
	keur_persoon(p, regel);
	(void)rk_is_gegeven(p, "code", regel->code);
	(void)rk_is_gegeven(p, "domein", regel->domein);
	(void)rk_is_gegeven(p, "wet", regel->wet);
}

void
rk_keur_regel(struct rk_gekeurde_regel *uit, const struct rk_plek *p,
    const struct rk_regel *regel)
{
	size_t voor;

	uit->bron = regel;
	keur_tekst(p, regel);
	keur_betalers(uit, p, regel);
	uit->overdracht =
	    rk_keur_woord(p, "aard", regel->aard, &RK_WOORDEN_AARD) == 1;
	uit->interventie =
	    rk_keur_woord(p, "rol", regel->rol, &RK_WOORDEN_ROL) == 1;
	(void)rk_keur_geheel(p, "tarief_eurocent", regel->tarief_eurocent, 0,
	    MAX_TARIEF); /* E2 */
	rk_keur_getal(&uit->hoeveelheid, p, "hoeveelheid", regel->hoeveelheid,
	    &RK_GRENS_HOEVEELHEID);
	voor = p->fouten->aantal;
	uit->per =
	    (enum rk_per)rk_keur_woord(p, "per", regel->per, &RK_WOORDEN_PER);
	keur_duur(uit, p, regel, p->fouten->aantal == voor);
	uit->start_maand = 1;
	if (regel->start_maand.gegeven &&
	    rk_keur_geheel(p, "start_maand", regel->start_maand, 1, MAX_START))
		uit->start_maand = (int)regel->start_maand.waarde;
	uit->kans = rk_heel(p->rekenaar, 1);
	if (regel->kans && *regel->kans)
		rk_keur_getal(
		    &uit->kans, p, "kans", regel->kans, &RK_GRENS_KANS);
}
