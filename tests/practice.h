/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_TESTS_PRACTICE_H
#define LMS_TESTS_PRACTICE_H
/*
 * A small case of our own with its tariffs, articles and expert's plan, and a
 * plan of a learner as PostgreSQL gives it. Include after learning.h.
 */
#include "store/plan.h"

#define PRACTICE "/cursus/de-basis/casus/ontruiming/plan"

static const struct household_member PRACTICE_MEMBERS[] = {
    {"P1", "Mo & Co", "ouder", 38}, {"P2", "Sem", "kind", 9}};
static const struct document PRACTICE_DOCUMENTS[] = {
    {.slug = "01-brief",
	.title = "De brief <van> de verhuurder",
	.kind = "brief",
	.from = "Verhuurder",
	.date = "2026-11-12",
	.html = SAFE("<p>U moet eruit.</p>"),
	.who = ""},
};
static const struct tariff PRACTICE_TARIFFS[] = {
    {.code = "HULP",
	.omschrijving = "Hulp in huis & tuin",
	.eenheid = "uur",
	.tarief_eurocent = 6600,
	.prijspeil_jaar = 2026,
	.domein = "wonen",
	.wet = "Wmo 2015",
	.betaler = "gemeente",
	.bron = "Gemeente \"X\"",
	.zekerheid = "published",
	.aard = "dienst",
	.per_gebruikelijk = "week",
	.kasstroom = "variabel",
	.folded = "hulp in huis & tuin"},
    {.code = "ONTR",
	.omschrijving = "Ontruiming",
	.eenheid = "stuk",
	.tarief_eurocent = 750000,
	.prijspeil_jaar = 2026,
	.domein = "wonen",
	.wet = "BW boek 7",
	.betaler = "corporatie",
	.bron = "Aanname",
	.zekerheid = "illustrative",
	.aard = "dienst",
	.per_gebruikelijk = "eenmalig",
	.kasstroom = "variabel",
	.folded = "ontruiming"},
};
static const struct law PRACTICE_LAWS[] = {
    {.code = "PW-49-b",
	.wet = "Participatiewet",
	.artikel = "49",
	.lid = "onder b",
	.kernzin = "Soms mag het wel.",
	.wanneer = "Bij nood.",
	.checked = "Nagelezen in de wettekst van 1 juli 2026.",
	.folded = "participatiewet 49 schuld"},
    {.code = "WMO-2.3.5",
	.wet = "Wmo 2015",
	.artikel = "2.3.5",
	.lid = "3",
	.kernzin = "Maatwerk als het nodig is.",
	.wanneer = "Bij hulp thuis.",
	.checked = "Nog niet nagelezen. Kijk zelf in de wet.",
	.folded = "wmo 2015 maatwerk"},
};
static const struct rule PRACTICE_RULES[] = {{.id = "q1",
    .value = VALUE_BETROKKENHEID,
    .kind = RULE_ASK,
    .page = "onderbouwing",
    .question = "Wie besliste mee?",
    .hint = "Zoek hun woorden.",
    .expert = "Zonder hen werkt het niet.",
    .source = "Document 1"}};

static const struct plan_payer PRACTICE_PAYER[] = {{"gemeente", NULL}};
static const struct plan_line PRACTICE_EXPERT_LINES[] = {{.id = "H1",
    .scenario = SCENARIO_HUIDIG,
    .persoon = "HH",
    .code = "HULP",
    .omschrijving = "Hulp",
    .domein = "wonen",
    .wet = "Wmo 2015",
    .aard = "dienst",
    .rol = "lopend",
    .tarief_eurocent = 6600,
    .eenheid = "uur",
    .zekerheid = "published",
    .hoeveelheid = "1",
    .per = "week",
    .duur_aantal = "52",
    .duur_eenheid = "week",
    .start_maand = 1,
    .payer_count = 1,
    .payers = PRACTICE_PAYER}};
static struct plan practice_expert = {.horizon_jaren = 1,
    .disconto_pct = "0",
    .line_count = 1,
    .lines = PRACTICE_EXPERT_LINES};
static const struct casus PRACTICE_CASUSSEN[] = {{.slug = "ontruiming",
    .title = "Familie Van Dalen",
    .date = "2026-11-23",
    .minutes = 90,
    .intro = SAFE("<p>Maak een plan.</p>"),
    .member_count = 2,
    .members = PRACTICE_MEMBERS,
    .document_count = 1,
    .documents = PRACTICE_DOCUMENTS,
    .tariff_count = 2,
    .tariffs = PRACTICE_TARIFFS,
    .rules = {1, PRACTICE_RULES, 20780},
    .expert = &practice_expert}};
static const struct course PRACTICE_COURSES[] = {{.slug = "de-basis",
    .title = "De basis",
    .date = "2026-11-23",
    .intro = SAFE("<p>Zo maak je een plan.</p>"),
    .module_count = 2,
    .casus_count = 1,
    .modules = LEARN_MODULES,
    .casussen = PRACTICE_CASUSSEN}};
static const struct library PRACTICE_LIBRARY = {.course_count = 1,
    .courses = PRACTICE_COURSES,
    .law_count = 2,
    .laws = PRACTICE_LAWS};

/* Call in main: texts are never NULL. */
static inline void
practice_start(void)
{
	for (int f = 0; f < FIELD_COUNT; f++)
		practice_expert.text[f] = "";
	practice_expert.text[FIELD_WENS] = "Hier blijven wonen.";
}

static inline struct exchange *
practice_asks(const char *path, const char *body)
{
	struct exchange *ex = learner_asks(path, body);

	ex->library = &PRACTICE_LIBRARY;
	return ex;
}

/* The four statements of a plan: pairs of field and text, until NULL. */
struct practice_plan {
	const char *handed_in_s;
	const char *const *texts;
	bool has_parts;	       /* two lines, an article, an action */
	const char *stopreden; /* of the line of huidig */
};

static inline void
practice_replies(struct batch *b, const struct practice_plan *p)
{
	static const char *const VERSION[] = {"number", "revision",
	    "kans_dreigend", "slaagkans", "horizon_jaren", "disconto_pct",
	    "started_s", "saved_s", "handed_in_s", "person_id", "person",
	    "field", "value", "stamp", "kans_stamp", "slaagkans_stamp",
	    "horizon_stamp", "tarieventabel", NULL};
	static const char *const LINES[] = {"id", "scenario", "persoon", "code",
	    "omschrijving", "domein", "wet", "aard", "rol", "betaler",
	    "tarief_eurocent", "eenheid", "prijspeil_jaar", "zekerheid",
	    "kasstroom", "hoeveelheid", "per", "duur_aantal", "duur_eenheid",
	    "start_maand", "kans", "stopreden", "verlengde_jeugdhulp",
	    "verblijf24", "ernstig", "gebeurtenis", "stamp", NULL};
	const char *const line_rows[] = {"h1", "huidig", "P1", "HULP",
	    "Hulp in huis & tuin", "wonen", "Wmo 2015", "dienst", "lopend",
	    "gemeente", "6600", "uur", "2026", "published", "variabel", "1.5",
	    "week", "52", "week", "1", NULL, p->stopreden, NULL, NULL, NULL, NULL,
	    "5ch1", /* */
	    "d1", "dreigend", "HH", "ONTR", "Ontruiming", "wonen", "BW boek 7",
	    "dienst", "lopend", "corporatie", "750000", "stuk", "2026",
	    "illustrative", "variabel", "1", "eenmalig", NULL, NULL, "2", "0.5",
	    NULL, NULL, NULL, NULL, NULL, "5cd1"};
	static const char *const ARTICLES[] = {
	    "code", "hindernis", "hindernis_stamp", "ruimte", "ruimte_stamp",
	    "afweging", "afweging_stamp", "argument", NULL};
	static const char *const ARTICLE_ROW[] = {"PW-49-b", NULL, "leeg",
	    "Het mag als het \"moet\".", "5ca1", NULL, "leeg", ""};
	static const char *const ACTIONS[] = {
	    "id", "wat", "wie", "wanneer", "stamp", NULL};
	static const char *const ACTION_ROW[] = {
	    "a1", "Bellen & vragen", "Noor", "morgen", "5cac"};
	const char *rows[18 * (FIELD_COUNT + 1)];
	int n = 0;

	do {
		const char *const row[] = {"1", "8",
		    p->has_parts ? "0.35" : NULL, NULL, "1", "0", "1795430000",
		    "1795438920", p->handed_in_s, "7", "Noor de Wit",
		    p->texts[2 * n],
		    p->texts[2 * n] == NULL ? NULL : p->texts[2 * n + 1],
		    "5c7e", p->has_parts ? "5cka" : "leeg", "leeg", "5ch0",
		    p->handed_in_s != NULL ? "algemeen-5c4b" : NULL};

		memcpy(&rows[18 * n], row, sizeof(row));
		n++;
	} while (p->texts[2 * n - 2] != NULL && p->texts[2 * n] != NULL);
	reply(b, QUERY_PLAN_VERSION, n, VERSION, rows);
	reply(b, QUERY_PLAN_LINES, p->has_parts ? 2 : 0, LINES, line_rows);
	reply(b, QUERY_PLAN_ARTICLES, p->has_parts, ARTICLES, ARTICLE_ROW);
	reply(b, QUERY_PLAN_ACTIONS, p->has_parts, ACTIONS, ACTION_ROW);
}
#endif
