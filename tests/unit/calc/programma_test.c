/* SPDX-License-Identifier: EUPL-1.2 */
/* The program: commands, exit codes, streams, limits (rekenregels §11). */
#include "unit/calc/hulp.h"

#include <stdlib.h>

#include "calc/programma/json_invoer.h"
#include "unit/calc/programma.h"

#define KOP                                                                    \
	"{\"rekenregels\":{\"versie\":\"1\",\"horizon_jaren\":1,"              \
	"\"disconto_pct\":\"0\"},\"scenarios\":{\"huidig\":["
#define STAART "],\"dreigend\":[],\"doorbraak\":[]}}"
#define REGEL_ZONDER                                                           \
	"\"persoon\":\"HH\",\"code\":\"T\",\"domein\":\"zorg\","               \
	"\"wet\":\"Zvw\",\"aard\":\"dienst\",\"rol\":\"lopend\","              \
	"\"per\":\"eenmalig\",\"betaler\":\"rijk\",\"tarief_eurocent\":100"
#define REGEL "{\"id\":\"a\"," REGEL_ZONDER ",\"hoeveelheid\":\"0.5\"}"
#define PLAN KOP REGEL STAART
#define LEEG_PLAN KOP STAART

static void
a_plan_on_standard_input_is_computed(void **state)
{
	struct hulp *h = *state;
	struct gedraaid g = programma_draai(h, PLAN, "reken");
	json_t *uit = json_loads(g.uit, 0, NULL);

	assert_int_equal(g.code, 0);
	assert_string_equal(g.fout, "");
	assert_string_equal(
	    json_string_value(json_object_get(uit, "rekenregels_versie")), "1");
	assert_int_equal(
	    json_integer_value(json_object_get(
		json_object_get(json_object_get(uit, "scenarios"), "huidig"),
		"totaal")),
	    50);
	assert_null(json_object_get(uit, "verwachting"));
	json_decref(uit);
	assert_string_equal(programma_draai(h, PLAN, "reken", "-").uit, g.uit);
}

static void
what_the_plan_says_of_itself_is_echoed(void **state)
{
	struct gedraaid g = programma_draai(*state,
	    "{\"id\":\"é\\n\\\"\\\\\",\"versie\":3,\"prijspeil_jaar\":2026,"
	    "\"tarieventabel_versie\":\"algemeen 1f\","
	    "\"kans_dreigend\":1,\"rekenregels\":{\"versie\":\"1\","
	    "\"horizon_jaren\":1,\"disconto_pct\":0},\"scenarios\":{"
	    "\"huidig\":[],\"dreigend\":[],\"doorbraak\":[]}}",
	    "reken");
	json_t *uit = json_loads(g.uit, 0, NULL);

	assert_int_equal(g.code, 0);
	assert_string_equal(
	    json_string_value(json_object_get(uit, "id")), "é\n\"\\");
	assert_int_equal(json_integer_value(json_object_get(uit, "versie")), 3);
	assert_string_equal(json_string_value(json_object_get(
				uit, "tarieventabel_versie")),
	    "algemeen 1f");
	assert_string_equal(
	    json_string_value(json_object_get(
		json_object_get(uit, "verwachting"), "kans_dreigend")),
	    "1");
	json_decref(uit);
}

static void
a_wrong_call_shows_the_usage(void **state)
{
	struct hulp *h = *state;
	struct gedraaid g[] = {
	    programma_draai_met(
		h, (const char *const[]){PROGRAMMA, NULL}, "", 0),
	    programma_draai(h, "", "tel"), programma_draai(h, "", "--wat"),
	    programma_draai(h, "", "reken", "--snel"),
	    programma_draai(h, "", "reken", "a", "b"),
	    programma_draai(h, "", "dashboard", "--ndjson"),
	    programma_draai(h, "", "reken", "--ndjson", "a", "b")};
	size_t i;

	for (i = 0; i < sizeof(g) / sizeof(*g); i++) {
		assert_int_equal(g[i].code, 64);
		assert_string_equal(g[i].uit, "");
		assert_non_null(strstr(g[i].fout, "Gebruik:"));
	}
}

static void
help_and_versions_go_to_standard_output(void **state)
{
	struct gedraaid g = programma_draai(*state, "", "--help");

	assert_int_equal(g.code, 0);
	assert_non_null(strstr(g.uit, "Gebruik:"));
	g = programma_draai(*state, "", "--versie");
	assert_int_equal(g.code, 0);
	assert_string_equal(g.uit, "rekenregels " RK_REKENREGELS_VERSIE
				   "\nbibliotheek " RK_BIBLIOTHEEK_VERSIE "\n");
}

#define REGEL_H "{\"id\":\"a\"," REGEL_ZONDER ",\"hoeveelheid\":\"1.055\"}"

static void
a_figure_is_explained_as_text(void **state)
{
	struct hulp *h = *state;
	static const char *const PAD = "scenarios.huidig.per_wet.Zvw";
	const char *plan = KOP REGEL_H STAART;
	struct gedraaid g =
	    programma_draai(h, plan, "reken", "--uitleg", "scenarios.huidig[0]");

	assert_int_equal(g.code, 0);
	assert_string_equal(g.fout, "");
	assert_string_equal(g.uit,
	    "scenarios.huidig.regels.a\n"
	    "Huidige situatie: T, het eerste jaar: € 1,06\n"
	    "1. Dit is eenmalig. Tarief × hoeveelheid.\n"
	    "   1,00 × 1,055 = 1,055\n"
	    "2. Jaar 1 is maand 1 tot en met 12. Het begint in maand 1. Alles "
	    "valt in dit jaar.\n"
	    "3. Rond af op hele centen, één keer per regel per jaar. Een halve "
	    "cent of meer gaat omhoog.\n"
	    "   1,055 → 1,06\n");
	g = programma_draai(h, plan, "reken", "--uitleg", PAD, "-");
	assert_int_equal(g.code, 0);
	assert_string_equal(g.uit,
	    "scenarios.huidig.per_wet.Zvw\n"
	    "Huidige situatie: Zvw, het eerste jaar: € 1,06\n"
	    "1. Tel de regels van deze wet op.\n"
	    "               1,06  T  [scenarios.huidig.regels.a]\n"
	    "   = 1,06\n");
}

static void
all_figures_are_explained_when_none_is_named(void **state)
{
	struct hulp *h = *state;
	struct gedraaid g = programma_draai(h, PLAN, "reken", "--uitleg");

	assert_int_equal(g.code, 0);
	assert_non_null(strstr(g.uit, "scenarios.huidig.regels.a\n"));
	assert_non_null(strstr(g.uit, "\n\nbreak_even_kans.decimaal4\n"));
	assert_string_equal(
	    programma_draai(h, PLAN, "reken", "--uitleg", "alles", "-").uit,
	    g.uit);
}

static void
a_path_that_is_not_there_gives_64_and_those_that_are(void **state)
{
	struct hulp *h = *state;
	struct gedraaid g =
	    programma_draai(h, PLAN, "reken", "--uitleg", "scenarios.nu");

	assert_int_equal(g.code, 64);
	assert_string_equal(g.uit, "");
	assert_non_null(
	    strstr(g.fout, "geen bedrag met het pad scenarios.nu\n"));
	assert_non_null(strstr(g.fout, "\n  scenarios.huidig.regels.a\n"));
	assert_null(strstr(g.fout, "Gebruik:"));
	/* What is refused is refused as ever. */
	g = programma_draai(h, "{}", "reken", "--uitleg", "alles");
	assert_int_equal(g.code, 65);
	assert_string_equal(g.uit, "");
	assert_string_equal(g.fout, programma_draai(h, "{}", "reken").fout);
	assert_int_equal(
	    programma_draai(h, PLAN, "reken", "--uitleg", "x", "-", "-").code,
	    64);
	assert_int_equal(
	    programma_draai(h, PLAN, "reken", "--uitleg", "x", "weg").code, 66);
}

static void
an_unreadable_file_gives_66(void **state)
{
	struct gedraaid g =
	    programma_draai(*state, "", "reken", "bestaat/niet.json");

	assert_int_equal(g.code, 66);
	assert_string_equal(g.uit, "");
	assert_non_null(strstr(g.fout, "bestaat/niet.json: niet te lezen"));
	/* A directory opens, and then cannot be read. */
	assert_int_equal(programma_draai(*state, "", "reken", ".").code, 66);
	assert_int_equal(
	    programma_draai(*state, "", "dashboard", "weg").code, 66);
}

/* The whole of standard error after `reken` refused the document. */
static void
assert_geweigerd(struct hulp *h, const char *document, const char *verwacht)
{
	struct gedraaid g = programma_draai(h, document, "reken");

	assert_string_equal(g.fout, verwacht);
	assert_string_equal(g.uit, "");
	assert_int_equal(g.code, 65);
}

static void
faults_in_syntax_have_a_line_and_a_column(void **state)
{
	assert_geweigerd(*state, "", "1:1: het document houdt te vroeg op\n");
	assert_geweigerd(*state, "{\n \"a\": }", "2:7: geen geldige JSON\n");
	assert_geweigerd(
	    *state, "{\"a\":1,\"a\":2}", "1:10: dubbele sleutel\n");
	assert_geweigerd(
	    *state, "{\n\n\"\xff\":1}", "3:1: geen geldige UTF-8\n");
	assert_geweigerd(
	    *state, "{\"a\":\"\xed\xa0\x80\"}", "1:6: geen geldige UTF-8\n");
	assert_geweigerd(*state, PLAN "\n[]",
	    "2:1: er staat nog iets na het einde van het document\n");
	assert_geweigerd(*state, "{\"a\":\"\\u0000\"}",
	    "1:13: een nulteken mag niet in tekst\n");
	assert_geweigerd(
	    *state, "{\"a\":99999999999999999999}", "1:25: getal te groot\n");
	assert_geweigerd(*state, "{\"a\":NaN}", "1:8: geen geldige JSON\n");
}

static void
a_json_real_is_refused_everywhere(void **state)
{
	assert_geweigerd(*state,
	    KOP "{\"id\":\"a\"," REGEL_ZONDER
		",\"hoeveelheid\":0.5,\"kans\":1.0,\"start_maand\":1.0}" STAART,
	    "scenarios.huidig[0].hoeveelheid: een JSON-getal met een punt is "
	    "niet exact; schrijf het als tekst, zoals \"0.5\" of \"1/3\"\n"
	    "scenarios.huidig[0].kans: een JSON-getal met een punt is niet "
	    "exact; schrijf het als tekst, zoals \"0.5\" of \"1/3\"\n"
	    "scenarios.huidig[0].start_maand: geen geheel getal\n");
}

static void
wrong_types_are_named_once_beside_the_other_faults(void **state)
{
	assert_geweigerd(*state, "[]", "document: geen object\n");
	assert_geweigerd(*state, "{\"scenarios\":{\"huidig\":{}}}",
	    "scenarios.huidig: geen lijst\n"
	    "scenarios.dreigend: ontbreekt\n"
	    "scenarios.doorbraak: ontbreekt\n"
	    "rekenregels.versie: ontbreekt\n"
	    "rekenregels.horizon_jaren: ontbreekt\n"
	    "rekenregels.disconto_pct: ontbreekt\n");
	assert_geweigerd(*state,
	    "{\"titel\":[],\"kans_dreigend\":\"\",\"rekenregels\":1,"
	    "\"huishouden\":0,\"scenarios\":[]}",
	    "kans_dreigend: leeg\n"
	    "titel: geen tekst of geheel getal\n"
	    "rekenregels: geen object\n"
	    "huishouden: geen lijst\n"
	    "scenarios: geen object\n");
	assert_geweigerd(*state,
	    KOP "7,{\"id\":1," REGEL_ZONDER
		",\"hoeveelheid\":null,\"duur\":3,\"betalers\":4,"
		"\"verblijf24\":0}" STAART,
	    "scenarios.huidig[0]: geen object\n"
	    "scenarios.huidig[1].id: geen tekst\n"
	    "scenarios.huidig[1].hoeveelheid: geen tekst of geheel getal\n"
	    "scenarios.huidig[1].verblijf24: geen true of false\n"
	    "scenarios.huidig[1].betalers: geen lijst\n"
	    "scenarios.huidig[1].duur: geen object\n");
}

static void
a_choice_is_never_empty_and_a_wrong_list_is_not_absent(void **state)
{
	assert_geweigerd(*state,
	    KOP "{\"id\":\"a\",\"persoon\":\"HH\",\"code\":\"T\","
		"\"domein\":\"zorg\",\"wet\":\"Zvw\",\"aard\":\"dienst\","
		"\"rol\":\"lopend\",\"per\":\"eenmalig\","
		"\"tarief_eurocent\":1,\"hoeveelheid\":1,"
		"\"duur\":{\"eenheid\":\"\"},\"betalers\":null}" STAART,
	    "scenarios.huidig[0].betalers: geen lijst\n"
	    "scenarios.huidig[0].duur.eenheid: leeg\n");
	assert_geweigerd(*state,
	    "{\"rekenregels\":{\"versie\":\"1\",\"horizon_jaren\":1,"
	    "\"disconto_pct\":0,\"afronding\":\"\"},\"huishouden\":"
	    "[{\"id\":\"P1\",\"rol\":\"\"}],\"scenarios\":{\"huidig\":[],"
	    "\"dreigend\":[],\"doorbraak\":[]}}",
	    "rekenregels.afronding: leeg\n"
	    "huishouden[0].rol: leeg\n");
}

static void
an_unknown_key_is_only_a_warning(void **state)
{
	struct gedraaid g = programma_draai(*state,
	    KOP "{\"id\":\"a\"," REGEL_ZONDER
		",\"hoeveelheid\":1,\"Kans\":\"0\",\"a\\nb\":1}" STAART,
	    "reken");

	assert_int_equal(g.code, 0);
	assert_string_equal(g.fout,
	    "waarschuwing: scenarios.huidig[0].Kans: onbekende sleutel\n"
	    "waarschuwing: scenarios.huidig[0].\"a?b\": onbekende sleutel\n");
	assert_true(g.uit_lengte > 100);
}

static void
an_unknown_word_where_no_amount_depends_on_it_is_only_a_warning(void **state)
{
	struct gedraaid g = programma_draai(*state,
	    KOP "{\"id\":\"a\"," REGEL_ZONDER
		",\"hoeveelheid\":1,\"zekerheid\":\"illustratief\","
		"\"kasstroom\":\"variabel\"}" STAART,
	    "reken");

	assert_int_equal(g.code, 0);
	assert_string_equal(g.fout,
	    "waarschuwing: scenarios.huidig[0].zekerheid: onbekend woord\n");
	assert_true(g.uit_lengte > 100);
}

/* A right plan padded with spaces to n bytes, ending in a line end or not. */
static char *
opgevuld(struct hulp *h, size_t n)
{
	char *uit = rk_alloc(&h->memory, n + 1);

	memset(uit, ' ', n);
	memcpy(uit, LEEG_PLAN, strlen(LEEG_PLAN));
	uit[n] = '\0';
	return uit;
}

static void
a_document_holds_one_mib_and_not_a_byte_more(void **state)
{
	struct hulp *h = *state;
	char *groot = opgevuld(h, JSON_MAX_DOCUMENT + 1);

	assert_geweigerd(h, groot, "document: groter dan 1 MiB\n");
	groot[JSON_MAX_DOCUMENT] = '\0';
	assert_int_equal(programma_draai(h, groot, "reken").code, 0);
}

static void
ndjson_answers_every_line_in_order(void **state)
{
	struct hulp *h = *state;
	struct gedraaid g = programma_draai(h,
	    PLAN "\n\n{}\n" PLAN "\r\nx\n{\"a\":1,\n" LEEG_PLAN, "reken",
	    "--ndjson");
	const char *fout = strchr(g.uit, '\n') + 1;
	char *regel, *rest = g.uit;
	int n = 0;

	assert_int_equal(g.code, 65);
	assert_string_equal(g.fout, "");
	assert_int_equal(strncmp(fout,
			     "{\"regel\":3,\"fouten\":[{\"pad\":\"scenarios\","
			     "\"uitleg\":\"ontbreekt\"}",
			     60),
	    0);
	assert_non_null(strstr(g.uit,
	    "\n{\"regel\":5,\"fouten\":[{\"pad\":\"5:1\",\"uitleg\":\"geen "
	    "geldige JSON\"}]}\n{\"regel\":6,"));
	while ((regel = strsep(&rest, "\n")) && *regel) {
		json_t *antwoord = json_loads(regel, 0, NULL);

		assert_int_equal(json_object_get(antwoord, "fouten") == NULL,
		    n == 0 || n == 2 || n == 5);
		assert_non_null(antwoord);
		json_decref(antwoord);
		n++;
	}
	assert_int_equal(n, 6);
	assert_int_equal(
	    programma_draai(h, PLAN "\n" PLAN, "reken", "--ndjson").code, 0);
	assert_int_equal(programma_draai(h, "", "reken", "--ndjson").code, 0);
}

static void
ndjson_warns_with_the_number_of_the_line(void **state)
{
	struct gedraaid g = programma_draai(*state,
	    PLAN "\n{\"x\":1,\"rekenregels\":{\"versie\":\"1\","
		 "\"horizon_jaren\":1,\"disconto_pct\":\"0\"},\"scenarios\":{"
		 "\"huidig\":[],\"dreigend\":[],\"doorbraak\":[]}}\n",
	    "reken", "--ndjson");
	assert_int_equal(g.code, 0);
	assert_string_equal(
	    g.fout, "waarschuwing: regel 2: x: onbekende sleutel\n");
}

static void
ndjson_skips_a_line_that_is_too_long(void **state)
{
	struct hulp *h = *state;
	char *groot = opgevuld(h, JSON_MAX_DOCUMENT * 3);
	struct gedraaid g = programma_draai(h,
	    rk_tekst(&h->memory, "%s\n%s\n%s\n", PLAN, groot, PLAN), "reken",
	    "--ndjson");
	const char *twee = strchr(g.uit, '\n') + 1;

	assert_int_equal(g.code, 65);
	assert_ptr_equal(
	    strstr(twee, "{\"regel\":2,\"fouten\":[{\"pad\":\"document\","
			 "\"uitleg\":\"groter dan 1 MiB\"}]}\n{\"reken"),
	    twee);
}

static void
ndjson_runs_in_constant_memory(void **state)
{
	struct hulp *h = *state;
	json_t *document = hulp_vector(h, "V1", "invoer");
	char *plan = json_dumps(document, JSON_COMPACT);
	long geheugen[2];
	int i, k;

	for (i = 0; i < 2; i++) {
		const char *const reken[] = {
		    PROGRAMMA, "reken", "--ndjson", NULL};
		FILE *bron = tmpfile();
		struct gedraaid g;

		for (k = 0; k < (i ? 3000 : 30); k++)
			fprintf(bron, "%s\n", plan);
		rewind(bron);
		g = programma_draai_bron(h, reken, bron);
		fclose(bron);
		assert_int_equal(g.code, 0);
		geheugen[i] = g.geheugen_kb;
	}
	/* 25 MB of plans more, and less than half a MB more held. */
	assert_in_range(geheugen[1], 1, geheugen[0] + 512);
	free(plan);
	json_decref(document);
}

#define MODUS(bedrag)                                                          \
	"{\"totale_baten\":" #bedrag ",\"baten_per_wet\":{\"Zvw\":" #bedrag    \
	"},\"baten_per_domein\":{},\"baten_per_betaler\":{}}"
#define RESULTAAT(versie, horizon, bedrag)                                     \
	"{\"rekenregels_versie\":\"" versie "\",\"horizon_jaren\":" #horizon   \
	",\"tov_huidige_situatie\":" MODUS(                                    \
	    bedrag) ",\"tov_dreigende_situatie\":" MODUS(0) "}\n"

static void
a_dashboard_counts_and_skips_error_objects(void **state)
{
	struct gedraaid g = programma_draai(*state,
	    RESULTAAT("1", 1, 5) "{\"regel\":2,\"fouten\":[]}\n\n" RESULTAAT(
		"1", 1, 10) "{\"regel\":9,\"fouten\":[]}",
	    "dashboard");
	json_t *uit = json_loads(g.uit, 0, NULL);
	json_t *modus = json_object_get(uit, "tov_huidige_situatie");

	assert_int_equal(g.code, 0);
	assert_string_equal(
	    g.fout, "waarschuwing: 2 foutobjecten overgeslagen\n");
	assert_int_equal(
	    json_integer_value(json_object_get(modus, "aantal_plannen")), 2);
	assert_int_equal(
	    json_integer_value(json_object_get(modus, "totale_baten")), 15);
	assert_int_equal(
	    json_integer_value(json_object_get(modus, "gemiddelde_baten")), 8);
	assert_int_equal(
	    json_integer_value(json_object_get(
		json_object_get(modus, "baten_per_stroom"), "Zvw")),
	    15);
	json_decref(uit);
}

static void
assert_dashboard_weigert(
    struct hulp *h, const char *invoer, const char *verwacht)
{
	struct gedraaid g = programma_draai(h, invoer, "dashboard");

	assert_string_equal(g.fout, verwacht);
	assert_string_equal(g.uit, "");
	assert_int_equal(g.code, 65);
}

static void
a_dashboard_refuses_what_cannot_be_added(void **state)
{
	assert_dashboard_weigert(*state,
	    RESULTAAT("1", 1, 5) RESULTAAT("2", 1, 5),
	    "regel 2.rekenregels_versie: \"2\", maar dit programma kent "
	    "alleen \"1\"\n");
	assert_dashboard_weigert(*state,
	    RESULTAAT("1", 1, 5) RESULTAAT("1", 3, 5),
	    "regel 2.horizon_jaren: 3 jaar, maar de eerste regel heeft er "
	    "1\n");
	assert_dashboard_weigert(*state,
	    RESULTAAT("1", 1, 9007199254740991) RESULTAAT("1", 1, 1),
	    "regel 2: de som wordt groter dan 2^53 - 1 eurocent\n");
	assert_dashboard_weigert(*state, RESULTAAT("1", 1, 1.5),
	    "regel 1.tov_huidige_situatie.totale_baten: geen geheel getal\n"
	    "regel 1.tov_huidige_situatie.baten_per_wet.\"Zvw\": geen geheel "
	    "getal\n");
	assert_dashboard_weigert(*state, "{}\n",
	    "regel 1.rekenregels_versie: ontbreekt\n"
	    "regel 1.horizon_jaren: ontbreekt\n"
	    "regel 1.tov_huidige_situatie: ontbreekt\n"
	    "regel 1.tov_dreigende_situatie: ontbreekt\n");
	assert_dashboard_weigert(
	    *state, RESULTAAT("1", 1, 5) "x", "2:1: geen geldige JSON\n");
	assert_dashboard_weigert(*state, "[]", "regel 1: geen object\n");
}

static void
a_dashboard_of_nothing_has_no_average(void **state)
{
	struct gedraaid g = programma_draai(*state, "", "dashboard");
	json_t *uit = json_loads(g.uit, 0, NULL);

	assert_int_equal(g.code, 0);
	assert_true(json_is_null(json_object_get(
	    json_object_get(uit, "tov_huidige_situatie"), "gemiddelde_baten")));
	json_decref(uit);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    PROEF(a_plan_on_standard_input_is_computed),
	    PROEF(what_the_plan_says_of_itself_is_echoed),
	    PROEF(a_wrong_call_shows_the_usage),
	    PROEF(help_and_versions_go_to_standard_output),
	    PROEF(a_figure_is_explained_as_text),
	    PROEF(all_figures_are_explained_when_none_is_named),
	    PROEF(a_path_that_is_not_there_gives_64_and_those_that_are),
	    PROEF(an_unreadable_file_gives_66),
	    PROEF(faults_in_syntax_have_a_line_and_a_column),
	    PROEF(a_json_real_is_refused_everywhere),
	    PROEF(wrong_types_are_named_once_beside_the_other_faults),
	    PROEF(a_choice_is_never_empty_and_a_wrong_list_is_not_absent),
	    PROEF(an_unknown_key_is_only_a_warning),
	    PROEF(
		an_unknown_word_where_no_amount_depends_on_it_is_only_a_warning),
	    PROEF(a_document_holds_one_mib_and_not_a_byte_more),
	    PROEF(ndjson_answers_every_line_in_order),
	    PROEF(ndjson_warns_with_the_number_of_the_line),
	    PROEF(ndjson_skips_a_line_that_is_too_long),
	    PROEF(ndjson_runs_in_constant_memory),
	    PROEF(a_dashboard_counts_and_skips_error_objects),
	    PROEF(a_dashboard_refuses_what_cannot_be_added),
	    PROEF(a_dashboard_of_nothing_has_no_average)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
