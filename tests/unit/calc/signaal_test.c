/* SPDX-License-Identifier: EUPL-1.2 */
/* Every rule of rekenregels §8 fires, and does not: the plans in short of
 * tests/cases/calc/signalen.tsv, where the format is described. */
#include "unit/calc/hulp.h"

#include <stdio.h>
#include <stdlib.h>

#define GEVALLEN "tests/cases/calc/signalen.tsv"

enum kolom { K_CODE, K_PLAN, K_REGELS, K_VERWACHT, K_WAAROM, KOLOMMEN };
enum { MAX_PERSONEN = 8, MAX_REGELS = 8 };

struct geval {
	struct rk_persoon personen[MAX_PERSONEN];
	struct rk_regel regels[RK_SCENARIOS][MAX_REGELS];
	struct rk_plan plan;
	int nummer;
};

static enum rk_janee
janee(const char *waarde)
{
	return strcmp(waarde, "ja") == 0 ? RK_JA : RK_NEE;
}

/* "P1:18 plan_b=ja": persons and words. */
static void
lees_plan_kort(struct geval *g, char *tekst)
{
	char *woord;

	while ((woord = strsep(&tekst, " "))) {
		char *waarde = woord;
		const char *naam = strsep(&waarde, ":=");

		if (strcmp(naam, "horizon") == 0)
			g->plan.horizon_jaren =
			    RK_GEHEEL(strtoll(waarde, NULL, 10));
		else if (strcmp(naam, "prijspeil") == 0)
			g->plan.prijspeil_jaar =
			    RK_GEHEEL(strtoll(waarde, NULL, 10));
		else if (strcmp(naam, "plan_b") == 0)
			g->plan.plan_b = janee(waarde);
		else if (strcmp(naam, "kans_dreigend") == 0)
			g->plan.kans_dreigend = waarde;
		else if (strcmp(naam, "slaagkans") == 0)
			g->plan.slaagkans = waarde;
		else if (*naam == 'P')
			g->personen[g->plan.aantal_personen++] =
			    (struct rk_persoon){.id = naam,
				.leeftijd = {waarde != NULL,
				    waarde ? strtoll(waarde, NULL, 10) : 0}};
		else if (*naam)
			fail_msg("%s:%d: %s?", GEVALLEN, g->nummer, naam);
	}
}

/* "kans=0.5"; _ stands for a space. */
static void
zet_woord(struct rk_regel *regel, const char *naam, char *waarde, int nummer)
{
	const struct {
		const char *naam;
		const char **tekst;
		struct rk_geheel *geheel;
		enum rk_janee *janee;
	} VELDEN[] = {{"kans", &regel->kans, NULL, NULL},
	    {"start", NULL, &regel->start_maand, NULL},
	    {"domein", &regel->domein, NULL, NULL},
	    {"wet", &regel->wet, NULL, NULL},
	    {"betaler", &regel->betaler, NULL, NULL},
	    {"aard", &regel->aard, NULL, NULL},
	    {"rol", &regel->rol, NULL, NULL},
	    {"stopreden", &regel->stopreden, NULL, NULL},
	    {"eenheid_tarief", &regel->eenheid_tarief, NULL, NULL},
	    {"zekerheid", &regel->zekerheid, NULL, NULL},
	    {"gebeurtenis", &regel->gebeurtenis, NULL, NULL},
	    {"prijspeil_jaar", NULL, &regel->prijspeil_jaar, NULL},
	    {"verblijf24", NULL, NULL, &regel->verblijf24},
	    {"ernstig", NULL, NULL, &regel->ernstig},
	    {"verlengde_jeugdhulp", NULL, NULL, &regel->verlengde_jeugdhulp}};
	size_t i = 0;
	char *c;

	while (strcmp(VELDEN[i].naam, naam) != 0)
		if (++i == sizeof(VELDEN) / sizeof(*VELDEN))
			fail_msg("%s:%d: %s?", GEVALLEN, nummer, naam);
	for (c = waarde; *c; c++)
		*c = *c == '_' ? ' ' : *c;
	if (VELDEN[i].tekst)
		*VELDEN[i].tekst = waarde;
	else if (VELDEN[i].geheel)
		*VELDEN[i].geheel = RK_GEHEEL(strtoll(waarde, NULL, 10));
	else
		*VELDEN[i].janee = janee(waarde);
}

static const char *
eis(char **tekst, int nummer)
{
	const char *uit = strsep(tekst, " ");

	if (!uit || !*uit)
		fail_msg("%s:%d: te weinig woorden", GEVALLEN, nummer);
	return uit;
}

/* "D JW-OTS HH 2 maand 8maand @110000 start=5" */
static void
lees_regel_kort(struct hulp *h, struct geval *g, char *tekst)
{
	static const char LETTERS[] = "HDB";
	const char *letter = strchr(LETTERS, *eis(&tekst, g->nummer));
	struct rk_regels *naar;
	struct rk_regel regel = hulp_regel("");
	const char *duur, *bedrag;
	char *woord;

	assert_non_null(letter);
	naar = &g->plan.scenarios[letter - LETTERS];
	assert_true(naar->aantal < MAX_REGELS);
	regel.id = rk_tekst(&h->memory, "r%zu", naar->aantal);
	regel.code = eis(&tekst, g->nummer);
	regel.persoon = eis(&tekst, g->nummer);
	regel.hoeveelheid = eis(&tekst, g->nummer);
	regel.per = eis(&tekst, g->nummer);
	duur = eis(&tekst, g->nummer);
	regel.duur_eenheid = duur + strspn(duur, "0123456789");
	regel.duur_aantal = rk_tekst(
	    &h->memory, "%.*s", (int)(regel.duur_eenheid - duur), duur);
	if (strcmp(duur, "-") == 0)
		regel.duur_aantal = regel.duur_eenheid = NULL;
	bedrag = eis(&tekst, g->nummer);
	assert_int_equal(*bedrag, '@');
	regel.tarief_eurocent = RK_GEHEEL(strtoll(bedrag + 1, NULL, 10));
	while ((woord = strsep(&tekst, " "))) {
		const char *naam = strsep(&woord, "=");

		zet_woord(&regel, naam, woord, g->nummer);
	}
	g->regels[letter - LETTERS][naar->aantal++] = regel;
	naar->regels = g->regels[letter - LETTERS];
}

/* "scenarios.huidig[0]" as H0; what is no line as it is. */
static const char *
kort(struct hulp *h, const char *pad)
{
	static const char BEGIN[] = "scenarios.";
	int naam;

	if (strncmp(pad, BEGIN, sizeof(BEGIN) - 1) != 0)
		return pad;
	pad += sizeof(BEGIN) - 1;
	for (naam = 0; naam < RK_SCENARIOS; naam++) {
		const char *s = rk_scenario_tekst((enum rk_scenario_naam)naam);
		size_t n = strlen(s);

		if (strncmp(pad, s, n) == 0 && pad[n] == '[')
			return rk_tekst(&h->memory, "%c%ld", "HDB"[naam],
			    strtol(pad + n + 1, NULL, 10));
	}
	return pad;
}

/* The heaviest severity first; each a text that says what to do. */
static void
assert_volgorde(const struct rk_resultaat *uit)
{
	size_t i;

	for (i = 0; i < uit->aantal_signalen; i++) {
		assert_true(strlen(uit->signalen[i].tekst) > 60);
		assert_true(uit->signalen[i].aantal_paden > 0);
		if (i > 0)
			assert_true(uit->signalen[i].ernst <=
				    uit->signalen[i - 1].ernst);
	}
}

static const char *
toon(struct hulp *h, const struct rk_resultaat *uit, const char *code)
{
	const char *tekst = "";
	size_t i, k;

	assert_volgorde(uit);
	for (i = 0; i < uit->aantal_signalen; i++) {
		const struct rk_signaal *s = &uit->signalen[i];

		if (strcmp(s->code, code) != 0)
			continue;
		for (k = 0; k < s->aantal_paden; k++)
			tekst = rk_tekst(&h->memory, "%s%s%s", tekst,
			    k > 0    ? " "
			    : *tekst ? "; "
				     : "",
			    kort(h, s->paden[k]));
	}
	return *tekst ? tekst : "-";
}

static void
doe_geval(struct hulp *h, char *kolommen[KOLOMMEN], int nummer)
{
	static struct geval g;
	const char *uit;
	char *een, *rest = kolommen[K_REGELS];

	memset(&g, 0, sizeof(g));
	g.plan = hulp_plan();
	g.plan.huishouden = g.personen;
	g.nummer = nummer;
	lees_plan_kort(&g, kolommen[K_PLAN]);
	while ((een = rest)) {
		rest = strstr(een, " + ");
		if (rest) {
			*rest = '\0';
			rest += 3;
		}
		lees_regel_kort(h, &g, een);
	}
	uit = toon(h, hulp_bereken(h, &g.plan), kolommen[K_CODE]);
	if (strcmp(uit, kolommen[K_VERWACHT]) != 0)
		fail_msg("%s:%d: %s: %s, niet %s (%s)", GEVALLEN, nummer,
		    kolommen[K_CODE], uit, kolommen[K_VERWACHT],
		    kolommen[K_WAAROM]);
}

static void
every_rule_speaks_and_is_silent_as_its_cases_say(void **state)
{
	FILE *f = fopen(GEVALLEN, "r");
	char *regel = NULL;
	int nummer = 0, gevallen = 0;
	size_t ruimte = 0;

	assert_non_null(f);
	while (getline(&regel, &ruimte, f) > 0) {
		char *kolommen[KOLOMMEN], *rest = regel;
		int k;

		nummer++;
		if (*regel == '#')
			continue;
		regel[strcspn(regel, "\n")] = '\0';
		for (k = 0; k < KOLOMMEN; k++)
			if (!(kolommen[k] = strsep(&rest, "\t")))
				fail_msg("%s:%d: te weinig kolommen", GEVALLEN,
				    nummer);
		doe_geval(*state, kolommen, nummer);
		gevallen++;
	}
	free(regel);
	fclose(f);
	assert_true(gevallen >= 90);
}

static void
the_vectors_give_what_they_hold(void **state)
{
	static const struct {
		const char *vector, *codes;
	} GEVALLEN_V[] = {{"V1", "W2 W6 W8"}, {"V2", "W1 W1 W2 W2 W8"},
	    {"V3", "W1 W2 W7 W8 W10"}, {"V4", "W1 W1 W7"}, {"V5", "W7 W8"},
	    {"V6", "W8"}, {"V7", "W1 W2 W2 W7 W8 W11"},
	    {"V7b", "W1 W2 W2 W7 W8 W11"}, {"V8", "W10"}};
	struct hulp *h = *state;
	size_t v, i;

	for (v = 0; v < sizeof(GEVALLEN_V) / sizeof(*GEVALLEN_V); v++) {
		json_t *document =
		    hulp_vector(h, GEVALLEN_V[v].vector, "invoer");
		struct rk_plan plan = hulp_plan_uit(h, document);
		struct rk_resultaat *uit = hulp_bereken(h, &plan);
		const char *codes = "";

		assert_volgorde(uit);
		for (i = 0; i < uit->aantal_signalen; i++)
			codes = rk_tekst(&h->memory, "%s%s%s", codes,
			    *codes ? " " : "", uit->signalen[i].code);
		if (strcmp(codes, GEVALLEN_V[v].codes) != 0)
			fail_msg("%s: %s", GEVALLEN_V[v].vector, codes);
		json_decref(document);
	}
}

/* A description may hold anything that JSON text may: a remark is one line. */
static void
a_line_break_in_a_description_does_not_break_the_sentence(void **state)
{
	struct hulp *h = *state;
	json_t *document = hulp_vector(h, "V1", "invoer");
	json_t *regels = json_object_get(
	    json_object_get(document, "scenarios"), "dreigend");
	struct rk_plan plan;
	struct rk_resultaat *uit;

	json_object_set_new(json_array_get(regels, 6), "omschrijving",
	    json_string("Nood\nopvang\x7f"));
	plan = hulp_plan_uit(h, document);
	uit = hulp_bereken(h, &plan);
	assert_string_equal(uit->signalen[0].code, "W2");
	assert_non_null(strstr(uit->signalen[0].tekst, "Nood opvang  "));
	json_decref(document);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    PROEF(every_rule_speaks_and_is_silent_as_its_cases_say),
	    PROEF(the_vectors_give_what_they_hold),
	    PROEF(a_line_break_in_a_description_does_not_break_the_sentence)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
