/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * json_plan.c - a JSON document to a struct rk_plan: rekenregels §11, §11.1.
 *
 * Knows keys and types only; what a value means is the library's business.
 * Each object has a table of its keys, so an unknown key is one that no table
 * has. A value of the wrong type is a fault and stays absent in the plan.
 */
#include "calc/programma/json_plan.h"

#include <string.h>

#include "calc/geheugen.h"
#include "calc/register.h"
#include "calc/woorden.h"

enum soort {
	TEKST,	  /* const char * */
	KEUZE,	  /* const char *: one of some words, so never empty */
	DECIMAAL, /* const char *: text or a whole JSON number */
	GEHEEL,	  /* struct rk_geheel */
	JANEE,	  /* enum rk_janee */
	ANDERS,	  /* read elsewhere, or of no use to the sum */
};

struct veld {
	const char *sleutel;
	enum soort soort;
	size_t plek;
};

struct lezer {
	struct json_plan *uit;
	const struct rk_memory *memory;
};

#define VELD(type, soort, naam)                                                \
	{                                                                      \
#naam, soort, offsetof(struct type, naam)                      \
	}
#define EINDE                                                                  \
	{                                                                      \
		NULL, ANDERS, 0                                                \
	}

static const struct veld REKENREGELS[] = {
    {"versie", TEKST, offsetof(struct rk_plan, rekenregels_versie)},
    VELD(rk_plan, KEUZE, afronding), VELD(rk_plan, GEHEEL, horizon_jaren),
    VELD(rk_plan, DECIMAAL, disconto_pct),
    VELD(rk_plan, GEHEEL, weken_per_jaar),
    VELD(rk_plan, GEHEEL, dagen_per_jaar), EINDE};

static const struct veld PLAN[] = {VELD(rk_plan, DECIMAAL, kans_dreigend),
    VELD(rk_plan, DECIMAAL, slaagkans), {"rekenregels", ANDERS, 0},
    {"huishouden", ANDERS, 0}, {"scenarios", ANDERS, 0}, {"vector", ANDERS, 0},
    {"titel", ANDERS, 0}, {"id", ANDERS, 0}, {"versie", ANDERS, 0},
    {"prijspeil_jaar", ANDERS, 0}, {"tarieventabel_versie", ANDERS, 0},
    {"leeromgeving", ANDERS, 0},
    VELD(rk_plan, JANEE, plan_b), EINDE};

static const struct veld PERSOON[] = {VELD(rk_persoon, TEKST, id),
    VELD(rk_persoon, KEUZE, rol), VELD(rk_persoon, GEHEEL, leeftijd),
    VELD(rk_persoon, TEKST, naam), {"verzekerd", ANDERS, 0}, EINDE};

static const struct veld REGEL[] = {VELD(rk_regel, TEKST, id),
    VELD(rk_regel, TEKST, persoon), VELD(rk_regel, TEKST, code),
    VELD(rk_regel, TEKST, omschrijving), VELD(rk_regel, TEKST, domein),
    VELD(rk_regel, TEKST, wet), VELD(rk_regel, KEUZE, betaler),
    VELD(rk_regel, TEKST, aard), VELD(rk_regel, TEKST, rol),
    VELD(rk_regel, GEHEEL, tarief_eurocent),
    VELD(rk_regel, DECIMAAL, hoeveelheid), VELD(rk_regel, TEKST, per),
    VELD(rk_regel, GEHEEL, start_maand), VELD(rk_regel, DECIMAAL, kans),
    VELD(rk_regel, TEKST, stopreden), VELD(rk_regel, TEKST, eenheid_tarief),
    VELD(rk_regel, JANEE, verblijf24), VELD(rk_regel, TEKST, zekerheid),
    VELD(rk_regel, TEKST, kasstroom), VELD(rk_regel, GEHEEL, prijspeil_jaar),
    VELD(rk_regel, JANEE, verlengde_jeugdhulp),
    VELD(rk_regel, TEKST, gebeurtenis), VELD(rk_regel, JANEE, ernstig),
    {"betalers", ANDERS, 0}, {"duur", ANDERS, 0}, {"artikel", ANDERS, 0},
    EINDE};

static const struct veld DUUR[] = {
    {"aantal", DECIMAAL, offsetof(struct rk_regel, duur_aantal)},
    {"eenheid", KEUZE, offsetof(struct rk_regel, duur_eenheid)}, EINDE};

static const struct veld DEEL[] = {
    VELD(rk_deel, TEKST, betaler), VELD(rk_deel, DECIMAAL, deel), EINDE};

static const struct veld SCENARIOS[] = {{"huidig", ANDERS, 0},
    {"dreigend", ANDERS, 0}, {"doorbraak", ANDERS, 0}, EINDE};

static void
voeg_bij(struct rk_fouten *f, const struct rk_memory *m, struct rk_fout fout)
{
	f->lijst =
	    rk_groei(m, f->lijst, f->aantal, &f->ruimte, sizeof(*f->lijst));
	f->lijst[f->aantal++] = fout;
}

static void
meld(struct lezer *l, const char *pad, const char *uitleg)
{
	voeg_bij(&l->uit->fouten, l->memory,
	    (struct rk_fout){pad, uitleg, -1, -1, pad});
}

static const char *
onder(struct lezer *l, const char *pad, const char *sleutel)
{
	return rk_tekst(l->memory, "%s%s%s", pad, *pad ? "." : "", sleutel);
}

/* A key as it is, or between quotes when it could upset a line of output. */
static const char *
netjes(const struct rk_memory *m, const char *sleutel)
{
	size_t n = strspn(sleutel, "abcdefghijklmnopqrstuvwxyz"
				   "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

	return n > 0 && n <= 40 && !sleutel[n] ? sleutel
					       : rk_citaat(m, sleutel);
}

/* Each returns NULL, or the fault when the value is of another type. */
static const char *
zet_tekst(const char **uit, const json_t *waarde)
{
	*uit = json_string_value(waarde);
	return *uit ? NULL : "geen tekst";
}

static const char *
zet_decimaal(const char **uit, const json_t *waarde, const struct rk_memory *m)
{
	if (json_is_string(waarde)) {
		*uit = json_string_value(waarde);
		return **uit ? NULL : "leeg";
	}
	if (json_is_real(waarde))
		return "een JSON-getal met een punt is niet exact; schrijf het "
		       "als tekst, zoals \"0.5\" of \"1/3\"";
	if (!json_is_integer(waarde))
		return "geen tekst of geheel getal";
	*uit = rk_tekst(m, "%lld", (long long)json_integer_value(waarde));
	return NULL;
}

static const char *
zet_geheel(struct rk_geheel *uit, const json_t *waarde)
{
	if (!json_is_integer(waarde))
		return "geen geheel getal";
	*uit = RK_GEHEEL(json_integer_value(waarde));
	return NULL;
}

static const char *
zet_janee(enum rk_janee *uit, const json_t *waarde)
{
	if (!json_is_boolean(waarde))
		return "geen true of false";
	*uit = json_is_true(waarde) ? RK_JA : RK_NEE;
	return NULL;
}

static void
lees_waarde(struct lezer *l, void *doel, const char *pad,
    const struct veld *veld, const json_t *waarde)
{
	const char *fout = NULL;
	/* No place for a field that is not kept. */
	void *plek = doel == NULL ? NULL : (char *)doel + veld->plek;

	switch (veld->soort) {
	case TEKST:
		fout = zet_tekst(plek, waarde);
		break;
	case KEUZE:
		fout = zet_tekst(plek, waarde);
		if (!fout && !*json_string_value(waarde))
			fout = "leeg";
		break;
	case DECIMAAL:
		fout = zet_decimaal(plek, waarde, l->memory);
		break;
	case GEHEEL:
		fout = zet_geheel(plek, waarde);
		break;
	case JANEE:
		fout = zet_janee(plek, waarde);
		break;
	case ANDERS:
		return;
	}
	if (fout)
		meld(l, onder(l, pad, veld->sleutel), fout);
}

/* True for an object, whose known keys are then in doel. */
static bool
lees_object(struct lezer *l, void *doel, const char *pad,
    const struct veld *velden, json_t *object)
{
	const char *sleutel;
	json_t *waarde;

	if (!json_is_object(object)) {
		meld(l, *pad ? pad : "document", "geen object");
		return false;
	}
	json_object_foreach(object, sleutel, waarde)
	{
		const struct veld *veld = velden;

		while (veld->sleutel && strcmp(veld->sleutel, sleutel) != 0)
			veld++;
		if (veld->sleutel)
			lees_waarde(l, doel, pad, veld, waarde);
		else
			voeg_bij(&l->uit->waarschuwingen, l->memory,
			    (struct rk_fout){
				onder(l, pad, netjes(l->memory, sleutel)),
				"onbekende sleutel", -1, -1, ""});
	}
	return true;
}

/* The list, or NULL and a fault when it is something else. */
static const json_t *
lees_lijst(struct lezer *l, const char *pad, const json_t *lijst)
{
	if (!lijst || json_is_array(lijst))
		return lijst;
	meld(l, pad, "geen lijst");
	return NULL;
}

static void
lees_betalers(struct lezer *l, struct rk_regel *regel, const char *pad,
    const json_t *betalers)
{
	const json_t *lijst =
	    lees_lijst(l, onder(l, pad, "betalers"), betalers);
	size_t n = json_array_size(lijst), i;
	struct rk_deel *delen;

	if (!betalers)
		return;
	/* Not a list: there, but empty, so that nothing is called absent. */
	delen = rk_alloc_nul(l->memory, n, sizeof(*delen));
	for (i = 0; i < n; i++)
		(void)lees_object(l, &delen[i],
		    rk_tekst(l->memory, "%s.betalers[%zu]", pad, i), DEEL,
		    json_array_get(lijst, i));
	regel->betalers = delen;
	regel->aantal_betalers = n;
}

/* A word that is read where no amount depends on it: no fault, but told. */
static void
let_op_woord(struct lezer *l, const char *pad, const char *sleutel,
    const char *woord, const struct rk_woordenlijst *lijst)
{
	if (woord && rk_woord(lijst, woord) < 0)
		voeg_bij(&l->uit->waarschuwingen, l->memory,
		    (struct rk_fout){
			onder(l, pad, sleutel), "onbekend woord", -1, -1, ""});
}

static void
lees_regel(
    struct lezer *l, struct rk_regel *regel, const char *pad, json_t *object)
{
	json_t *duur = json_object_get(object, "duur");

	if (!lees_object(l, regel, pad, REGEL, object))
		return;
	let_op_woord(
	    l, pad, "zekerheid", regel->zekerheid, &RK_WOORDEN_ZEKERHEID);
	let_op_woord(
	    l, pad, "kasstroom", regel->kasstroom, &RK_WOORDEN_KASSTROOM);
	lees_betalers(l, regel, pad, json_object_get(object, "betalers"));
	if (duur)
		(void)lees_object(l, regel, onder(l, pad, "duur"), DUUR, duur);
}

static void
lees_scenario(struct lezer *l, enum rk_scenario_naam naam, const json_t *van)
{
	const char *tekst = rk_scenario_tekst(naam);
	const char *pad = rk_tekst(l->memory, "scenarios.%s", tekst);
	const json_t *scenario = json_object_get(van, tekst);
	const json_t *lijst = lees_lijst(l, pad, scenario);
	size_t n = json_array_size(lijst), i;
	struct rk_regel *regels = rk_alloc_nul(l->memory, n, sizeof(*regels));

	if (!scenario)
		meld(l, pad, "ontbreekt");
	for (i = 0; i < n; i++)
		lees_regel(l, &regels[i],
		    rk_tekst(l->memory, "%s[%zu]", pad, i),
		    json_array_get(lijst, i));
	l->uit->plan.scenarios[naam] = (struct rk_regels){regels, n};
}

static void
lees_huishouden(struct lezer *l, const json_t *huishouden)
{
	const json_t *lijst = lees_lijst(l, "huishouden", huishouden);
	size_t n = json_array_size(lijst), i;
	struct rk_persoon *personen =
	    rk_alloc_nul(l->memory, n, sizeof(*personen));

	for (i = 0; i < n; i++)
		(void)lees_object(l, &personen[i],
		    rk_tekst(l->memory, "huishouden[%zu]", i), PERSOON,
		    json_array_get(lijst, i));
	l->uit->plan.huishouden = personen;
	l->uit->plan.aantal_personen = n;
}

/* Keys that are echoed must be text or a whole number. */
static void
keur_echo(struct lezer *l, const json_t *document)
{
	static const char *const ECHO[] = {"vector", "titel", "id", "versie",
	    "prijspeil_jaar", "tarieventabel_versie"};
	size_t i;

	for (i = 0; i < sizeof(ECHO) / sizeof(*ECHO); i++) {
		const json_t *waarde = json_object_get(document, ECHO[i]);

		if (waarde && !json_is_string(waarde) &&
		    !json_is_integer(waarde))
			meld(l, ECHO[i], "geen tekst of geheel getal");
	}
}

void
json_plan_lees(
    struct json_plan *uit, json_t *document, const struct rk_memory *m)
{
	struct lezer l = {uit, m};
	json_t *rekenregels = json_object_get(document, "rekenregels");
	json_t *scenarios = json_object_get(document, "scenarios");
	int naam;

	memset(uit, 0, sizeof(*uit));
	if (!lees_object(&l, &uit->plan, "", PLAN, document))
		return;
	keur_echo(&l, document);
	/* Echoed as text too, but then the rules do not know the year. */
	(void)zet_geheel(&uit->plan.prijspeil_jaar,
	    json_object_get(document, "prijspeil_jaar"));
	uit->plan.id = json_string_value(json_object_get(document, "id"));
	uit->plan.versie =
	    json_string_value(json_object_get(document, "versie"));
	uit->plan.tarieventabel_versie = json_string_value(
	    json_object_get(document, "tarieventabel_versie"));
	if (rekenregels)
		(void)lees_object(
		    &l, &uit->plan, "rekenregels", REKENREGELS, rekenregels);
	lees_huishouden(&l, json_object_get(document, "huishouden"));
	if (!scenarios)
		meld(&l, "scenarios", "ontbreekt");
	else if (lees_object(&l, NULL, "scenarios", SCENARIOS, scenarios))
		for (naam = 0; naam < RK_SCENARIOS; naam++)
			lees_scenario(
			    &l, (enum rk_scenario_naam)naam, scenarios);
}

/* True when pad, or something that it lies in, is in the register. */
static bool
is_bekend(const struct rk_register *bekend, const char *pad,
    const struct rk_memory *m)
{
	size_t n = strlen(pad);

	while (n > 0) {
		const char *boven = rk_tekst(m, "%.*s", (int)n, pad);

		if (rk_register_eerste(bekend, boven))
			return true;
		while (n > 0 && !strchr(".[", pad[--n]))
			;
	}
	return rk_register_eerste(bekend, "document") != NULL;
}

void
json_plan_voeg_fouten(struct json_plan *uit, const struct rk_fouten *fouten,
    const struct rk_memory *m)
{
	size_t van_type = uit->fouten.aantal, i;
	struct rk_register bekend = rk_register_nieuw(m, van_type);

	for (i = 0; i < van_type; i++)
		rk_register_zet(&bekend, uit->fouten.lijst[i].pad, i);
	rk_register_sorteer(&bekend, m);
	for (i = 0; i < fouten->aantal; i++)
		if (!is_bekend(&bekend, fouten->lijst[i].pad, m))
			voeg_bij(&uit->fouten, m, fouten->lijst[i]);
}
