/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * main.c - the program rekenkern: rekenregels §11.
 *
 * Results go to standard output, faults and warnings to standard error. All
 * sums are the library's; this file moves documents and chooses exit codes.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "calc/geheugen.h"
#include "calc/programma/json_arena.h"
#include "calc/programma/json_dashboard.h"
#include "calc/programma/json_invoer.h"
#include "calc/programma/json_plan.h"
#include "calc/programma/json_resultaat.h"
#include "calc/programma/uitleg_tekst.h"

enum {
	GOED = 0,
	VERKEERDE_AANROEP = 64,
	GEWEIGERD = 65,
	ONLEESBAAR = 66,
	SCHRIJFFOUT = 74
};

static const char GEBRUIK[] =
    "Gebruik:\n"
    "  rekenkern reken [BESTAND]            reken een plan uit (JSON)\n"
    "  rekenkern reken --ndjson [BESTAND]   een plan per regel\n"
    "  rekenkern reken --uitleg [PAD [BESTAND]]\n"
    "                                       laat zien hoe een bedrag ontstaat\n"
    "  rekenkern dashboard [BESTAND]        tel resultaten op (NDJSON)\n"
    "  rekenkern --versie                   toon de versies\n"
    "  rekenkern --help                     toon deze uitleg\n"
    "\n"
    "Zonder BESTAND, of met -, leest het programma van standaardinvoer.\n"
    "Het resultaat staat op standaarduitvoer. Fouten en waarschuwingen staan\n"
    "op de foutuitvoer, een per regel: PAD: uitleg.\n"
    "\n"
    "Met --uitleg is PAD een bedrag uit het resultaat, zoals\n"
    "scenarios.huidig.totaal, break_even_kans of scenarios.huidig[2] (een\n"
    "regel). Zonder PAD, of met alles, wordt elk bedrag uitgelegd.\n"
    "\n"
    "Einde:  0 alles is uitgerekend      64 verkeerde aanroep\n"
    "       65 invoer is geweigerd       66 bestand is niet te lezen\n"
    "       74 uitvoer is niet te schrijven\n";

struct werk {
	struct json_invoer invoer;
	struct json_arena arena; /* emptied per document */
	struct rk_memory memory; /* of arena */
	struct json_uit uit;
	bool ndjson;
	const char *uitleg; /* the path to explain, UITLEG_ALLES, or NULL */
	bool geweigerd;
	bool onbekend_pad;
};

static void
meld_fouten(const struct rk_fouten *fouten)
{
	size_t i;

	for (i = 0; i < fouten->aantal; i++)
		(void)fprintf(stderr, "%s: %s\n", fouten->lijst[i].pad,
		    fouten->lijst[i].uitleg);
}

static void
waarschuw(const struct werk *w, const struct rk_fouten *waarschuwingen)
{
	size_t i;

	for (i = 0; i < waarschuwingen->aantal; i++) {
		(void)fputs("waarschuwing: ", stderr);
		if (w->ndjson)
			(void)fprintf(stderr, "regel %ld: ", w->invoer.regel);
		(void)fprintf(stderr, "%s: %s\n", waarschuwingen->lijst[i].pad,
		    waarschuwingen->lijst[i].uitleg);
	}
}

static void
weiger(struct werk *w, const struct rk_fouten *fouten)
{
	w->geweigerd = true;
	if (w->ndjson)
		json_schrijf_fouten(&w->uit, fouten, w->invoer.regel);
	else
		meld_fouten(fouten);
}

static void
weiger_grootte(struct werk *w)
{
	struct rk_fout fout = {"document", "groter dan 1 MiB", -1, -1, ""};
	struct rk_fouten fouten = {&fout, 1, 1};

	weiger(w, &fouten);
}

static enum rk_status
reken_uit(struct werk *w, struct rk_fouten *fouten, const struct rk_plan *plan,
    const json_t *document)
{
	struct rk_gevoeligheid *gevoeligheid;
	struct rk_resultaat *uit;
	enum rk_status status =
	    rk_bereken(&uit, fouten, plan, NULL, &w->memory);

	if (status == RK_GOED)
		status = rk_gevoeligheid(&gevoeligheid, plan, uit, &w->memory);
	if (status == RK_GOED)
		json_schrijf_resultaat(&w->uit,
		    &(struct json_resultaat){plan, uit, gevoeligheid,
			document});
	return status;
}

/* A plan without faults of type: its result, or how that came about. */
static enum rk_status
antwoord(struct werk *w, struct rk_fouten *fouten, const struct rk_plan *plan,
    const json_t *document)
{
	struct rk_uitlegger *uitlegger;
	enum rk_status status;

	if (!w->uitleg)
		return reken_uit(w, fouten, plan, document);
	status = rk_uitleg_begin(&uitlegger, fouten, plan, NULL, &w->memory);
	if (status == RK_GOED)
		w->onbekend_pad =
		    !uitleg_schrijf(stdout, uitlegger, w->uitleg);
	rk_uitleg_sluit(uitlegger);
	return status;
}

static void
reken_document(struct werk *w, const char *tekst, size_t lengte)
{
	const struct rk_memory *m = &w->memory;
	struct json_plan plan;
	struct rk_fouten fouten;
	enum rk_status status;
	json_t *document =
	    json_ontleed(&fouten, m, tekst, lengte, w->invoer.regel);

	if (!document) {
		weiger(w, &fouten);
		return;
	}
	json_plan_lees(&plan, document, m);
	waarschuw(w, &plan.waarschuwingen);
	if (plan.fouten.aantal > 0)
		status = rk_controleer(&fouten, &plan.plan, m);
	else
		status = antwoord(w, &fouten, &plan.plan, document);
	json_plan_voeg_fouten(&plan, &fouten, m);
	if (status != RK_GOED || plan.fouten.aantal > 0)
		weiger(w, &plan.fouten);
	json_decref(document);
}

static enum json_gelezen
reken(struct werk *w)
{
	enum json_gelezen gelezen;
	const char *tekst;
	size_t lengte;

	do {
		gelezen = w->ndjson
			      ? json_invoer_regel(&w->invoer, &tekst, &lengte)
			      : json_invoer_alles(&w->invoer, &tekst, &lengte);
		if (gelezen == JSON_TE_GROOT)
			weiger_grootte(w);
		if (gelezen == JSON_DOCUMENT)
			reken_document(w, tekst, lengte);
		json_arena_leeg(&w->arena);
	} while (w->ndjson &&
		 (gelezen == JSON_DOCUMENT || gelezen == JSON_TE_GROOT));
	return gelezen;
}

/* False at the first line that is refused: a sum without it would be wrong. */
static bool
tel_regel(struct werk *w, struct json_dashboard *d,
    const struct rk_memory *lang, const char *tekst, size_t lengte)
{
	struct rk_fouten fouten;
	json_t *document =
	    json_ontleed(&fouten, &w->memory, tekst, lengte, w->invoer.regel);

	if (document)
		json_dashboard_tel_op(
		    d, &fouten, document, w->invoer.regel, &w->memory, lang);
	json_decref(document);
	meld_fouten(&fouten);
	w->geweigerd = fouten.aantal > 0;
	json_arena_leeg(&w->arena);
	return !w->geweigerd;
}

static enum json_gelezen
dashboard(struct werk *w)
{
	struct json_arena namen = {0};
	struct rk_memory lang = json_arena_memory(&namen);
	struct json_dashboard d = {0};
	enum json_gelezen gelezen;
	const char *tekst;
	size_t lengte;

	do
		gelezen = json_invoer_regel(&w->invoer, &tekst, &lengte);
	while (
	    gelezen == JSON_DOCUMENT && tel_regel(w, &d, &lang, tekst, lengte));
	if (gelezen == JSON_TE_GROOT)
		weiger_grootte(w);
	if (d.overgeslagen > 0)
		(void)fprintf(stderr,
		    "waarschuwing: %lld foutobject%s overgeslagen\n",
		    (long long)d.overgeslagen, d.overgeslagen == 1 ? "" : "en");
	if (gelezen == JSON_EINDE)
		json_schrijf_dashboard(&w->uit, &d.som, d.horizon_jaren);
	json_arena_sluit(&namen);
	return gelezen;
}

static int
gebruik_fout(const char *uitleg)
{
	(void)fprintf(stderr, "rekenkern: %s\n\n%s", uitleg, GEBRUIK);
	return VERKEERDE_AANROEP;
}

static int
voer_uit(struct werk *w, const char *bestand,
    enum json_gelezen (*opdracht)(struct werk *))
{
	bool van_invoer = !bestand || strcmp(bestand, "-") == 0;
	enum json_gelezen gelezen = JSON_LEESFOUT;

	w->invoer.bron = van_invoer ? stdin : fopen(bestand, "rb");
	w->memory = json_arena_memory(&w->arena);
	w->uit.f = stdout;
	w->uit.op_een_regel = w->ndjson;
	if (w->invoer.bron)
		gelezen = opdracht(w);
	if (gelezen == JSON_LEESFOUT)
		(void)fprintf(stderr, "%s: niet te lezen: %s\n",
		    van_invoer ? "standaardinvoer" : bestand, strerror(errno));
	json_invoer_sluit(&w->invoer);
	json_arena_sluit(&w->arena);
	if (w->invoer.bron && !van_invoer)
		(void)fclose(w->invoer.bron);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		(void)fprintf(stderr,
		    "standaarduitvoer: niet te schrijven: %s\n",
		    strerror(errno));
		return SCHRIJFFOUT;
	}
	if (gelezen == JSON_LEESFOUT)
		return ONLEESBAAR;
	if (w->onbekend_pad)
		return VERKEERDE_AANROEP;
	return w->geweigerd ? GEWEIGERD : GOED;
}

static int
toon(const char *tekst)
{
	return fputs(tekst, stdout) < 0 || fflush(stdout) != 0 ? SCHRIJFFOUT
							       : GOED;
}

static bool
is(const char *woord, const char *verwacht)
{
	return woord && strcmp(woord, verwacht) == 0;
}

/* reken and dashboard: what is left are the options and a file. */
static int
open_en_voer_uit(
    struct werk *w, char **rest, enum json_gelezen (*opdracht)(struct werk *))
{
	if (opdracht == reken && is(*rest, "--ndjson")) {
		w->ndjson = true;
		rest++;
	} else if (opdracht == reken && is(*rest, "--uitleg")) {
		w->uitleg = *++rest ? *rest++ : UITLEG_ALLES;
	}
	if (*rest && (rest[1] || (**rest == '-' && !is(*rest, "-"))))
		return gebruik_fout("onbekende optie of te veel argumenten");
	return voer_uit(w, *rest, opdracht);
}

int
main(int argc, char **argv)
{
	struct werk w = {.invoer = {.limiet = JSON_MAX_DOCUMENT}};

	if (argc < 2)
		return gebruik_fout("geen opdracht");
	if (is(argv[1], "reken"))
		return open_en_voer_uit(&w, argv + 2, reken);
	if (is(argv[1], "dashboard")) {
		w.invoer.limiet = JSON_MAX_RESULTAAT;
		return open_en_voer_uit(&w, argv + 2, dashboard);
	}
	if (argc == 2 && is(argv[1], "--help"))
		return toon(GEBRUIK);
	if (argc == 2 && is(argv[1], "--versie"))
		return toon("rekenregels " RK_REKENREGELS_VERSIE
			    "\nbibliotheek " RK_BIBLIOTHEEK_VERSIE "\n");
	return gebruik_fout("onbekende opdracht");
}
