/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * watals.c - how a figure of the gevoeligheid came about: rekenregels §7. It
 * is a figure of another plan, so that plan is made, computed as any other,
 * and asked. Every figure of it can be asked for, by its own path behind that
 * of the change; so parts lead on to parts.
 *
 * V1: "gevoeligheid.tarieven[0].min_20_pct.tov_dreigende_situatie" is the
 * totale_baten of the plan in which gezinshuis costs 163,59 × 0,8 a day:
 * 118.599,96 − 45.135,00 = 73.464,96.
 */
#include <stdlib.h>
#include <string.h>

#include "calc/geheugen.h"
#include "calc/gevoeligheid.h"
#include "calc/uitleg/stap.h"

static const char *const KANSEN[RK_KANSEN] = {"0", "0.25", "0.5", "0.75", "1"};
static const char *const SLAAGKANSEN[RK_SLAAGKANSEN] = {"0.5", "0.75"};
static const int HORIZONNEN[RK_HORIZONNEN] = {1, 3};

/* What is otherwise, by the path in the JSON of the result. */
enum soort { KANS, SLAAGKANS, HORIZON, LAGER, HOGER, SOORTEN };
static const struct {
	const char *voor, *na; /* around the number */
	size_t aantal;
} SOORT[SOORTEN] = {
    [KANS] = {"kansen[", "]", RK_KANSEN},
    [SLAAGKANS] = {"slaagkansen[", "]", RK_SLAAGKANSEN},
    [HORIZON] = {"horizonnen[", "].uitkomst", RK_HORIZONNEN},
    [LAGER] = {"tarieven[", "].min_20_pct", RK_TARIEVEN},
    [HOGER] = {"tarieven[", "].plus_20_pct", RK_TARIEVEN},
};

/* How the JSON calls a figure, and what it is in the changed plan. */
static const struct {
	enum soort van, tot;
	const char *sleutel, *pad;
} NAAM[] = {
    {KANS, KANS, "verwacht_nulalternatief",
	"verwachting.verwacht_nulalternatief"},
    {KANS, KANS, "verwachte_baten", "verwachting.verwachte_baten"},
    {SLAAGKANS, SLAAGKANS, "verwachte_plankosten",
	"verwachting.verwachte_plankosten"},
    {SLAAGKANS, SLAAGKANS, "verwachte_baten",
	"verwachting.verwachte_baten_met_slaagkans"},
    {HORIZON, HOGER, "tov_huidige_situatie",
	"tov_huidige_situatie.totale_baten"},
    {HORIZON, HOGER, "tov_dreigende_situatie",
	"tov_dreigende_situatie.totale_baten"},
};

/* "0.25" -> "25 %" */
static const char *
als_pct(const char *kans)
{
	static const char *const PCT[] = {
	    "0 %", "25 %", "50 %", "75 %", "100 %"};
	size_t i;

	for (i = 0; i < RK_KANSEN - 1; i++)
		if (strcmp(kans, KANSEN[i]) == 0)
			break;
	return PCT[i];
}

static void
zet_kans(struct rk_watals *w, const struct rk_memory *m, size_t nummer)
{
	w->plan.kans_dreigend = KANSEN[nummer];
	w->plan.slaagkans = NULL;
	w->als = rk_tekst(
	    m, "Als de kans op misgaan %s is", als_pct(KANSEN[nummer]));
	w->tekst = rk_tekst(m,
	    "Dit is een wat-als: de kans op de dreigende situatie is hier %s. "
	    "Al het andere blijft gelijk.",
	    als_pct(KANSEN[nummer]));
}

static bool
zet_slaagkans(struct rk_watals *w, const struct rk_memory *m, size_t nummer)
{
	const char *pct = als_pct(SLAAGKANSEN[nummer]);

	if (!w->plan.kans_dreigend || !*w->plan.kans_dreigend)
		return false;
	w->plan.slaagkans = SLAAGKANSEN[nummer];
	w->als = rk_tekst(m, "Als het plan in %s van de gevallen lukt", pct);
	w->tekst = rk_tekst(m,
	    "Dit is een wat-als: de slaagkans is hier %s. Al het andere blijft "
	    "gelijk.",
	    pct);
	return true;
}

static void
zet_horizon(struct rk_watals *w, const struct rk_memory *m, size_t nummer)
{
	w->plan.horizon_jaren = RK_GEHEEL(HORIZONNEN[nummer]);
	w->als = rk_tekst(m, "Als je over %d jaar rekent", HORIZONNEN[nummer]);
	w->tekst = rk_tekst(m,
	    "Dit is een wat-als: hier wordt over %d jaar gerekend. Al het "
	    "andere blijft gelijk.",
	    HORIZONNEN[nummer]);
}

static bool
zet_tarief(struct rk_watals *w, struct rk_uitlegger *u, enum soort soort,
    size_t nummer)
{
	const struct rk_memory *m = &u->memory;
	const char *wat = soort == LAGER ? "lager" : "hoger";
	const struct rk_bij_tarief *tarief;
	struct rk_gevoeligheid *g;
	const char *naam, *was;

	if (rk_gevoeligheid(&g, u->plan.plan, u->resultaat, m) != RK_GOED ||
	    nummer >= g->aantal_tarieven)
		return false;
	tarief = &g->tarieven[nummer];
	w->tarief = (struct rk_tariefwijziging){
	    u->plan.regels[tarief->scenario][tarief->regel].bron,
	    soort == LAGER ? 4 : 6};
	naam =
	    rk_regel_naam(m, &u->plan.regels[tarief->scenario][tarief->regel]);
	was = rk_schrijf_bedrag(m, w->tarief.met->tarief_eurocent.waarde);
	w->als = rk_tekst(
	    m, "Als het tarief van %s (%s) 20 %% %s is", was, naam, wat);
	w->tekst = rk_tekst(m,
	    "Dit is een wat-als: het tarief van %s (%s) is hier 20 %% %s, in "
	    "elke regel die het heeft. Al het andere blijft gelijk.",
	    was, naam, wat);
	return true;
}

static bool
zet(struct rk_watals *w, struct rk_uitlegger *u, enum soort soort,
    size_t nummer)
{
	w->plan = *u->plan.plan;
	switch (soort) {
	case KANS:
		zet_kans(w, &u->memory, nummer);
		return true;
	case SLAAGKANS:
		return zet_slaagkans(w, &u->memory, nummer);
	case HORIZON:
		zet_horizon(w, &u->memory, nummer);
		return true;
	case LAGER:
	case HOGER:
		return zet_tarief(w, u, soort, nummer);
	case SOORTEN:
		break;
	}
	return false;
}

/* Past the text when s begins with it, else NULL. */
static const char *
na(const char *s, const char *begin)
{
	size_t n = strlen(begin);

	return s && strncmp(s, begin, n) == 0 ? s + n : NULL;
}

/* The path behind the change, and what the change is; NULL: there is none. */
static const char *
lees_wijziging(enum soort *soort, size_t *nummer, const char *pad)
{
	int i;

	for (i = 0; i < SOORTEN; i++) {
		const char *rest = na(pad, SOORT[i].voor);

		if (!rest || *rest < '0' || *rest > '9')
			continue;
		*soort = (enum soort)i;
		*nummer = (size_t)(*rest - '0');
		rest = na(na(rest + 1, SOORT[i].na), ".");
		if (rest && *nummer < SOORT[i].aantal)
			return rest;
	}
	return NULL;
}

static const char *
in_plan(enum soort soort, const char *pad)
{
	size_t i;

	for (i = 0; i < sizeof(NAAM) / sizeof(*NAAM); i++)
		if (soort >= NAAM[i].van && soort <= NAAM[i].tot &&
		    strcmp(pad, NAAM[i].sleutel) == 0)
			return NAAM[i].pad;
	return pad;
}

const struct rk_uitleg *
rk_uitleg_watals(struct rk_uitlegger *u, const char *pad)
{
	const struct rk_memory *m = &u->memory;
	const struct rk_uitleg *uit = NULL;
	struct rk_uitlegger *ander;
	struct rk_fouten fouten = {0};
	struct rk_watals *w;
	enum soort soort;
	size_t nummer;
	const char *rest =
	    lees_wijziging(&soort, &nummer, na(pad, "gevoeligheid."));

	if (!rest)
		return NULL;
	w = rk_alloc_nul(m, 1, sizeof(*w));
	if (!zet(w, u, soort, nummer))
		return NULL;
	w->voor = rk_tekst(m, "gevoeligheid.%s%zu%s", SOORT[soort].voor, nummer,
	    SOORT[soort].na);
	if (rk_uitleg_begin_met(&ander, &fouten, &w->plan, u->tabel, m, w) ==
	    RK_GOED)
		uit = rk_uitleg(ander, in_plan(soort, rest));
	rk_uitleg_sluit(ander);
	return uit;
}
