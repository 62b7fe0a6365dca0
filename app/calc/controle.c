/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * controle.c - judges a plan: the heading, the household, and each scenario.
 *
 * Faults are found all at once, in the order of the plan. What could not be
 * read stays zero and is never computed with: rk_bereken() stops at a fault.
 */
#include "calc/controle.h"

#include <string.h>

#include "calc/geheugen.h"

static const char *
pad_van(const struct rk_plek *p, const char *veld)
{
	const struct rk_memory *m = p->rekenaar->memory;
	const char *scenario;

	if (p->scenario < 0)
		return veld;
	scenario = rk_scenario_tekst((enum rk_scenario_naam)p->scenario);
	if (p->regel < 0)
		return rk_tekst(
		    m, "scenarios.%s%s%s", scenario, *veld ? "." : "", veld);
	return rk_tekst(m, "scenarios.%s[%d]%s%s", scenario, p->regel,
	    *veld ? "." : "", veld);
}

void
rk_fout_bij(const struct rk_plek *p, const char *veld, const char *uitleg)
{
	struct rk_fouten *f = p->fouten;

	if (p->lijst)
		veld = rk_tekst(p->rekenaar->memory, "%s[%zu].%s", p->lijst,
		    p->plaats, veld);
	f->lijst = rk_groei(p->rekenaar->memory, f->lijst, f->aantal,
	    &f->ruimte, sizeof(*f->lijst));
	f->lijst[f->aantal++] = (struct rk_fout){
	    pad_van(p, veld), uitleg, p->scenario, p->regel, veld};
}

bool
rk_is_gegeven(const struct rk_plek *p, const char *veld, const char *s)
{
	if (s && *s)
		return true;
	rk_fout_bij(p, veld, "ontbreekt");
	return false;
}

void
rk_keur_getal(struct rk_getal *uit, const struct rk_plek *p, const char *veld,
    const char *s, const struct rk_grens *grens)
{
	const char *fout;

	if (!rk_is_gegeven(p, veld, s))
		return;
	fout = rk_lees(uit, p->rekenaar, s, grens);
	if (fout)
		rk_fout_bij(p, veld, fout);
}

static const char *
keuze(const struct rk_memory *m, const struct rk_woordenlijst *lijst)
{
	const char *uit = lijst->woorden[0];
	int i;

	for (i = 1; i < lijst->aantal; i++)
		uit = rk_tekst(m, "%s%s%s", uit,
		    i + 1 < lijst->aantal ? ", " : " of ", lijst->woorden[i]);
	return uit;
}

int
rk_keur_woord(const struct rk_plek *p, const char *veld, const char *s,
    const struct rk_woordenlijst *lijst)
{
	const struct rk_memory *m = p->rekenaar->memory;
	int i;

	if (!s || !*s) {
		(void)rk_is_gegeven(p, veld, s);
		return 0;
	}
	i = rk_woord(lijst, s);
	if (i >= 0)
		return i;
	rk_fout_bij(p, veld,
	    rk_tekst(
		m, "onbekend: %s; kies %s", rk_citaat(m, s), keuze(m, lijst)));
	return 0;
}

bool
rk_keur_geheel(const struct rk_plek *p, const char *veld, struct rk_geheel g,
    int64_t van, int64_t tot)
{
	if (!g.gegeven)
		rk_fout_bij(p, veld, "ontbreekt");
	else if (g.waarde < 0 && van >= 0)
		rk_fout_bij(p, veld, "negatief");
	else if (g.waarde < van || g.waarde > tot)
		rk_fout_bij(p, veld,
		    van == tot ? rk_tekst(p->rekenaar->memory,
				     "kan alleen %lld zijn", (long long)van)
			       : rk_tekst(p->rekenaar->memory,
				     "niet van %lld tot en met %lld",
				     (long long)van, (long long)tot));
	else
		return true;
	return false;
}

static void
keur_rekenregels(struct rk_gekeurd *uit, const struct rk_plek *p)
{
	const struct rk_plan *plan = p->plan;

	(void)rk_keur_woord(p, "rekenregels.versie", plan->rekenregels_versie,
	    &RK_WOORDEN_VERSIE);
	if (rk_keur_geheel(p, "rekenregels.horizon_jaren", plan->horizon_jaren,
		1, RK_MAX_HORIZON))
		uit->horizon_jaren = (int)plan->horizon_jaren.waarde;
	rk_keur_getal(&uit->disconto_pct, p, "rekenregels.disconto_pct",
	    plan->disconto_pct, &RK_GRENS_DISCONTO);
	if (plan->afronding && *plan->afronding)
		(void)rk_keur_woord(p, "rekenregels.afronding", plan->afronding,
		    &RK_WOORDEN_AFRONDING);
	if (plan->weken_per_jaar.gegeven)
		(void)rk_keur_geheel(p, "rekenregels.weken_per_jaar",
		    plan->weken_per_jaar, 52, 52);
	if (plan->dagen_per_jaar.gegeven)
		(void)rk_keur_geheel(p, "rekenregels.dagen_per_jaar",
		    plan->dagen_per_jaar, 365, 365);
}

static void
keur_kansen(struct rk_gekeurd *uit, const struct rk_plek *p)
{
	const struct rk_plan *plan = p->plan;
	bool kans = plan->kans_dreigend && *plan->kans_dreigend;

	if (kans)
		rk_keur_getal(&uit->kans_dreigend, p, "kans_dreigend",
		    plan->kans_dreigend, &RK_GRENS_KANS);
	if (!plan->slaagkans || !*plan->slaagkans)
		return;
	rk_keur_getal(
	    &uit->slaagkans, p, "slaagkans", plan->slaagkans, &RK_GRENS_KANS);
	if (!kans)
		rk_fout_bij(p, "slaagkans", "kan niet zonder kans_dreigend");
}

static void
keur_persoon(const struct rk_plek *p, size_t i)
{
	const struct rk_memory *m = p->rekenaar->memory;
	const struct rk_persoon *persoon = &p->plan->huishouden[i];
	size_t eerste;

	if (rk_is_gegeven(p, "id", persoon->id)) {
		eerste = rk_register_zoek(p->personen, persoon->id);
		if (strcmp(persoon->id, "HH") == 0)
			rk_fout_bij(
			    p, "id", "HH is het hele huishouden, geen persoon");
		else if (eerste != i)
			rk_fout_bij(p, "id",
			    rk_tekst(m, "dubbel: %s staat ook op [%zu]",
				rk_citaat(m, persoon->id), eerste));
	}
	if (persoon->rol && *persoon->rol)
		(void)rk_keur_woord(
		    p, "rol", persoon->rol, &RK_WOORDEN_PERSOONSROL);
	if (persoon->leeftijd.gegeven)
		(void)rk_keur_geheel(p, "leeftijd", persoon->leeftijd, 0, 150);
}

static struct rk_register
personen_van(const struct rk_plan *plan, const struct rk_memory *m)
{
	struct rk_register uit = rk_register_nieuw(m, plan->aantal_personen);
	size_t i;

	for (i = 0; i < plan->aantal_personen; i++)
		rk_register_zet(&uit, plan->huishouden[i].id, i);
	rk_register_sorteer(&uit, m);
	return uit;
}

/* The ids of a scenario, to find one that is there twice. */
static struct rk_register
ids_van(const struct rk_regel *regels, size_t aantal, const struct rk_memory *m)
{
	struct rk_register uit = rk_register_nieuw(m, aantal);
	size_t i;

	for (i = 0; i < aantal; i++)
		rk_register_zet(&uit, regels[i].id, i);
	rk_register_sorteer(&uit, m);
	return uit;
}

static void
keur_id(const struct rk_plek *p, const struct rk_register *ids, const char *id)
{
	size_t eerste;

	if (!rk_is_gegeven(p, "id", id) || !ids->dubbel)
		return;
	eerste = rk_register_zoek(ids, id);
	if (eerste != (size_t)p->regel)
		rk_fout_bij(p, "id",
		    rk_tekst(p->rekenaar->memory,
			"dubbel: %s is ook het id van [%zu]",
			rk_citaat(p->rekenaar->memory, id), eerste));
}

static void
keur_scenario(struct rk_gekeurd *uit, struct rk_plek p)
{
	const struct rk_regels *regels = &p.plan->scenarios[p.scenario];
	const struct rk_memory *m = p.rekenaar->memory;
	struct rk_gekeurde_regel *gekeurd;
	struct rk_register ids;
	size_t i, aantal = regels->aantal;

	if (aantal > RK_MAX_REGELS) {
		rk_fout_bij(&p, "",
		    rk_tekst(m, "%zu regels; ten hoogste %d mag", aantal,
			RK_MAX_REGELS));
		aantal = RK_MAX_REGELS;
	}
	ids = ids_van(regels->regels, aantal, m);
	gekeurd = rk_alloc_nul(m, aantal, sizeof(*gekeurd));
	for (i = 0; i < aantal; i++) {
		p.regel = (int)i;
		keur_id(&p, &ids, regels->regels[i].id);
		rk_keur_regel(&gekeurd[i], &p, &regels->regels[i]);
	}
	uit->regels[p.scenario] = gekeurd;
	uit->aantal[p.scenario] = aantal;
}

void
rk_keur(struct rk_gekeurd *uit, struct rk_fouten *fouten, struct rk_rekenaar *r,
    const struct rk_plan *plan)
{
	struct rk_plek p = {
	    fouten, r, plan, &uit->personen, -1, -1, "huishouden", 0};
	struct rk_plek kop = p;

	*fouten = (struct rk_fouten){0};
	memset(uit, 0, sizeof(*uit));
	uit->plan = plan;
	uit->personen = personen_van(plan, r->memory);
	kop.lijst = NULL;
	keur_rekenregels(uit, &kop);
	keur_kansen(uit, &kop);
	for (; p.plaats < plan->aantal_personen; p.plaats++)
		keur_persoon(&p, p.plaats);
	p.lijst = NULL;
	for (p.scenario = 0; p.scenario < RK_SCENARIOS; p.scenario++)
		keur_scenario(uit, p);
}
