/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Every figure explains itself (README "Explanation"): the last step is the
 * figure, parts add up, and a part is the figure that its path names. On every
 * figure of every vector, and on numbers beyond 128 bits.
 */
#include "unit/calc/hulp.h"

#include <stdio.h>
#include <stdlib.h>

#include "calc/uitleg.h"
#include "unit/calc/programma.h"

#define GEVALLEN "tests/cases/calc/uitleg.tsv"

static struct rk_uitlegger *
begin(struct hulp *h, const struct rk_plan *plan)
{
	struct rk_uitlegger *u;

	if (rk_uitleg_begin(&u, &h->fouten, plan, NULL, &h->memory) != RK_GOED)
		fail_msg("geweigerd: %s: %s", h->fouten.lijst[0].pad,
		    h->fouten.lijst[0].uitleg);
	return u;
}

/* A part without a sum of its own is the figure at its path. */
static void
assert_deel(struct rk_uitlegger *u, const char *pad,
    const struct rk_deelbedrag *deel, bool opgeteld)
{
	const struct rk_uitleg *bron;

	assert_non_null(deel->naam);
	if (!deel->pad)
		return;
	bron = rk_uitleg(u, deel->pad);
	if (!bron)
		fail_msg("%s: deel %s bestaat niet", pad, deel->pad);
	assert_int_equal(bron->maat, RK_IN_EUROCENT);
	if (!deel->formule && deel->eurocent != bron->eurocent &&
	    (!opgeteld || deel->eurocent != -bron->eurocent))
		fail_msg("%s: deel %s is %lld, niet %lld", pad, deel->pad,
		    (long long)bron->eurocent, (long long)deel->eurocent);
}

static void
assert_stap(struct rk_uitlegger *u, const char *pad, const struct rk_stap *stap)
{
	int64_t som = 0;
	size_t i;

	assert_true(*stap->tekst != '\0');
	for (i = 0; i < stap->aantal_delen; i++) {
		assert_deel(u, pad, &stap->delen[i], stap->opgeteld);
		som += stap->delen[i].eurocent;
	}
	if (!stap->opgeteld)
		return;
	assert_true(stap->heeft_bedrag);
	if (som != stap->eurocent)
		fail_msg("%s: de delen zijn samen %lld, niet %lld", pad,
		    (long long)som, (long long)stap->eurocent);
}

static void
assert_uitleg(struct rk_uitlegger *u, const struct rk_uitleg *uitleg)
{
	const struct rk_stap *laatste;
	size_t i;

	assert_true(uitleg->aantal_stappen > 0);
	assert_true(*uitleg->titel != '\0');
	for (i = 0; i < uitleg->aantal_stappen; i++)
		assert_stap(u, uitleg->pad, &uitleg->stappen[i]);
	laatste = &uitleg->stappen[uitleg->aantal_stappen - 1];
	if (uitleg->maat != RK_IN_EUROCENT)
		assert_string_equal(laatste->waarde, uitleg->waarde);
	else if (!laatste->heeft_bedrag ||
		 laatste->eurocent != uitleg->eurocent)
		fail_msg("%s: de laatste stap is %lld, het bedrag %lld",
		    uitleg->pad, (long long)laatste->eurocent,
		    (long long)uitleg->eurocent);
}

static void
assert_alles(struct rk_uitlegger *u)
{
	size_t i;

	for (i = 0; i < rk_uitleg_aantal(u); i++) {
		const struct rk_uitleg *uitleg = rk_uitleg_nummer(u, i);

		assert_string_equal(uitleg->pad, rk_uitleg_pad(u, i));
		assert_uitleg(u, uitleg);
	}
}

static void
every_figure_of_every_vector_is_its_last_step(void **state)
{
	struct hulp *h = *state;
	int i;

	for (i = 0; i < HULP_AANTAL_VECTOREN; i++) {
		json_t *document = hulp_vector(h, HULP_VECTOREN[i], "invoer");
		struct rk_plan plan = hulp_plan_uit(h, document);
		struct rk_uitlegger *u = begin(h, &plan);

		assert_alles(u);
		rk_uitleg_sluit(u);
		json_decref(document);
	}
}

/* How a figure of the JSON is explained: the same value at the same path. */
static int
assert_verwacht(struct rk_uitlegger *u, const char *pad, const json_t *waarde)
{
	const struct rk_uitleg *uitleg = rk_uitleg(u, pad);

	if (!uitleg)
		fail_msg("%s heeft geen uitleg", pad);
	assert_string_equal(uitleg->pad, pad);
	if (uitleg->maat == RK_IN_EUROCENT)
		assert_int_equal(uitleg->eurocent, json_integer_value(waarde));
	else if (json_is_integer(waarde))
		assert_int_equal(
		    atoi(uitleg->waarde), (int)json_integer_value(waarde));
	else if (json_is_null(waarde))
		assert_non_null(strchr("gn", *uitleg->waarde));
	return 1;
}

/*
 * Echoes of the plan and words are no figures; those of the gevoeligheid are
 * figures of another plan.
 */
static bool
is_geen_cijfer(const char *sleutel)
{
	static const char *const OVERIG[] = {"vector", "titel", "id", "versie",
	    "prijspeil_jaar", "tarieventabel_versie", "rekenregels_versie",
	    "horizon_jaren", "duiding", "kans_dreigend", "slaagkans", "modus",
	    "betaler", "medefinancier", "signalen", "gevoeligheid"};
	size_t i;

	for (i = 0; i < sizeof(OVERIG) / sizeof(*OVERIG); i++)
		if (strcmp(sleutel, OVERIG[i]) == 0)
			return true;
	return false;
}

static int
loop_langs(
    struct hulp *h, struct rk_uitlegger *u, const char *pad, json_t *waarde)
{
	const char *sleutel;
	json_t *onder;
	size_t i;
	int n = 0;

	if (json_is_array(waarde)) {
		json_array_foreach(waarde, i, onder)
		{
			n += loop_langs(h, u,
			    rk_tekst(&h->memory, "%s[%zu]", pad, i), onder);
		}
		return n;
	}
	if (!json_is_object(waarde))
		return assert_verwacht(u, pad, waarde);
	json_object_foreach(waarde, sleutel, onder)
	{
		if (!is_geen_cijfer(sleutel))
			n += loop_langs(h, u,
			    rk_tekst(&h->memory, "%s%s%s", pad, *pad ? "." : "",
				sleutel),
			    onder);
	}
	return n;
}

static void
the_figures_in_the_json_of_a_result_are_those_with_an_explanation(void **state)
{
	struct hulp *h = *state;
	int i;

	for (i = 0; i < HULP_AANTAL_VECTOREN; i++) {
		json_t *document = hulp_vector(h, HULP_VECTOREN[i], "invoer");
		struct rk_plan plan = hulp_plan_uit(h, document);
		struct rk_uitlegger *u = begin(h, &plan);
		char *invoer = json_dumps(document, 0);
		struct gedraaid g = programma_draai(h, invoer, "reken");
		json_t *uit = json_loads(g.uit, 0, NULL);

		assert_int_equal(
		    loop_langs(h, u, "", uit), rk_uitleg_aantal(u));
		rk_uitleg_sluit(u);
		json_decref(uit);
		free(invoer);
		json_decref(document);
	}
}

/* Echoes, words, and what the result says elsewhere. */
static bool
is_overgenomen(const char *sleutel)
{
	static const char *const OVERIG[] = {"kans_dreigend", "slaagkans",
	    "horizon_jaren", "scenario", "regel", "code", "tarief_eurocent",
	    "bedrag", "aantal_regels", "duiding"};
	size_t i;

	for (i = 0; i < sizeof(OVERIG) / sizeof(*OVERIG); i++)
		if (strcmp(sleutel, OVERIG[i]) == 0)
			return true;
	return false;
}

static int
loop_langs_watals(
    struct hulp *h, struct rk_uitlegger *u, const char *pad, json_t *waarde)
{
	const char *sleutel;
	json_t *onder;
	size_t i;
	int n = 0;

	json_array_foreach(waarde, i, onder)
	{
		n += loop_langs_watals(
		    h, u, rk_tekst(&h->memory, "%s[%zu]", pad, i), onder);
	}
	json_object_foreach(waarde, sleutel, onder)
	{
		const char *dit = rk_tekst(&h->memory, "%s.%s", pad, sleutel);

		if (json_is_object(onder) || json_is_array(onder))
			n += loop_langs_watals(h, u, dit, onder);
		else if (!is_overgenomen(sleutel)) {
			const struct rk_uitleg *uitleg = rk_uitleg(u, dit);

			if (!uitleg)
				fail_msg("%s heeft geen uitleg", dit);
			if (uitleg->maat == RK_IN_EUROCENT)
				assert_int_equal(uitleg->eurocent,
				    json_integer_value(onder));
			assert_uitleg(u, uitleg);
			n++;
		}
	}
	return n;
}

/* Another tariff, chance or horizon is another plan: its figures lead on. */
static void
every_figure_of_the_gevoeligheid_is_that_of_the_changed_plan(void **state)
{
	static const char *const LIJSTEN[] = {
	    "kansen", "slaagkansen", "tarieven", "horizonnen"};
	struct hulp *h = *state;
	size_t k;
	int i, n = 0;

	for (i = 0; i < HULP_AANTAL_VECTOREN; i++) {
		json_t *document = hulp_vector(h, HULP_VECTOREN[i], "invoer");
		struct rk_plan plan = hulp_plan_uit(h, document);
		struct rk_uitlegger *u = begin(h, &plan);
		char *invoer = json_dumps(document, 0);
		struct gedraaid g = programma_draai(h, invoer, "reken");
		json_t *uit = json_loads(g.uit, 0, NULL);
		json_t *gevoeligheid = json_object_get(uit, "gevoeligheid");

		for (k = 0; k < sizeof(LIJSTEN) / sizeof(*LIJSTEN); k++)
			n += loop_langs_watals(h, u,
			    rk_tekst(&h->memory, "gevoeligheid.%s", LIJSTEN[k]),
			    json_object_get(gevoeligheid, LIJSTEN[k]));
		rk_uitleg_sluit(u);
		json_decref(uit);
		free(invoer);
		json_decref(document);
	}
	assert_true(n >= 9 * (5 * 2 + 2 * 3 + 6 * 2));
}

static bool
zegt(const struct rk_uitleg *uitleg, const char *som)
{
	size_t i, k;

	for (i = 0; i < uitleg->aantal_stappen; i++) {
		const struct rk_stap *stap = &uitleg->stappen[i];

		if (stap->formule && strcmp(stap->formule, som) == 0)
			return true;
		for (k = 0; k < stap->aantal_delen; k++)
			if (stap->delen[k].formule &&
			    strcmp(stap->delen[k].formule, som) == 0)
				return true;
	}
	return false;
}

/* V1, by hand: 163,59 × 0,8 × 180 days is 23.556,96. */
static void
a_part_of_a_changed_plan_leads_to_the_tariff_that_changed(void **state)
{
	static const char PAD[] = "gevoeligheid.tarieven[0].min_20_pct";
	struct hulp *h = *state;
	json_t *document = hulp_vector(h, "V1", "invoer");
	struct rk_plan plan = hulp_plan_uit(h, document);
	struct rk_uitlegger *u = begin(h, &plan);
	const struct rk_uitleg *uitleg = rk_uitleg(
	    u, rk_tekst(&h->memory, "%s.tov_dreigende_situatie", PAD));

	assert_string_equal(uitleg->waarde, "€ 73.464,96");
	assert_non_null(strstr(uitleg->titel, "20 % lager"));
	assert_non_null(strstr(uitleg->stappen[0].tekst, "€ 163,59"));
	uitleg = rk_uitleg(
	    u, rk_tekst(&h->memory, "%s.scenarios.dreigend.regels.D8", PAD));
	assert_true(zegt(uitleg, "163,59 × 0,8 × 1 × 180 = 23.556,96"));
	assert_null(rk_uitleg(u, "gevoeligheid.tarieven[3].min_20_pct.x"));
	assert_null(rk_uitleg(u, "gevoeligheid.kansen[5].verwachte_baten"));
	assert_null(rk_uitleg(u,
	    "gevoeligheid.kansen[1].gevoeligheid.kansen[1].verwachte_baten"));
	rk_uitleg_sluit(u);
	json_decref(document);
}

static void
assert_geval(struct hulp *h, char *regel, int nummer)
{
	const char *vector = strsep(&regel, "\t");
	const char *pad = strsep(&regel, "\t"), *som = strsep(&regel, "\t");
	json_t *document = hulp_vector(h, vector, "invoer");
	struct rk_plan plan = hulp_plan_uit(h, document);
	struct rk_uitlegger *u = begin(h, &plan);
	const struct rk_uitleg *uitleg = rk_uitleg(u, pad);

	if (!som || !regel)
		fail_msg("%s:%d: te weinig kolommen", GEVALLEN, nummer);
	if (!uitleg || !zegt(uitleg, som))
		fail_msg("%s:%d: %s zegt niet: %s", GEVALLEN, nummer, pad, som);
	rk_uitleg_sluit(u);
	json_decref(document);
}

static void
every_case_says_its_sum_in_numbers(void **state)
{
	FILE *f = fopen(GEVALLEN, "r");
	char *regel = NULL;
	int nummer = 0, gevallen = 0;
	size_t ruimte = 0;

	assert_non_null(f);
	while (getline(&regel, &ruimte, f) > 0) {
		nummer++;
		if (*regel == '#')
			continue;
		assert_geval(*state, regel, nummer);
		gevallen++;
	}
	free(regel);
	fclose(f);
	assert_true(gevallen >= 23);
}

/* Five years, a rate of four decimals, denominators near a million. */
static void
numbers_beyond_128_bits_are_explained_as_well(void **state)
{
	struct hulp *h = *state;
	struct rk_regel regels[] = {hulp_regel("a"), hulp_regel("b")};
	struct rk_plan plan = hulp_plan();
	struct rk_uitlegger *u;

	regels[0].tarief_eurocent = RK_GEHEEL(999999937);
	regels[0].hoeveelheid = "999999999/999983";
	regels[0].kans = "999979/999983";
	regels[0].per = "dag";
	regels[0].duur_aantal = "21800001/999979";
	regels[0].duur_eenheid = "week";
	regels[1].duur_aantal = "59.123457";
	regels[1].duur_eenheid = "jaar";
	plan.horizon_jaren = RK_GEHEEL(5);
	plan.disconto_pct = "2.8127";
	plan.kans_dreigend = "1/999983";
	plan.slaagkans = "999959/999961";
	hulp_zet(&plan, RK_HUIDIG, regels, 2);
	hulp_zet(&plan, RK_DREIGEND, regels, 1);
	hulp_zet(&plan, RK_DOORBRAAK, regels + 1, 1);
	u = begin(h, &plan);
	assert_alles(u);
	assert_true(zegt(rk_uitleg(u, "scenarios.huidig.regels.b"),
	    "59,123457 × 12 = 709,481484 keer"));
	rk_uitleg_sluit(u);
}

static void
a_line_also_answers_to_its_path_in_the_plan(void **state)
{
	struct rk_regel regels[] = {
	    hulp_regel("x.[0]"), hulp_eenmalig("[1]", 5)};
	struct rk_plan plan = hulp_plan();
	struct rk_uitlegger *u;

	regels[1].omschrijving = "Iets";
	hulp_zet(&plan, RK_DREIGEND, regels, 2);
	u = begin(*state, &plan);
	assert_string_equal(rk_uitleg(u, "scenarios.dreigend[0]")->pad,
	    "scenarios.dreigend.regels.x.[0]");
	assert_int_equal(
	    rk_uitleg(u, "scenarios.dreigend.regels_per_jaar.[1][0]")->eurocent,
	    5);
	/* Without a description a line is called after its code. */
	assert_string_equal(rk_uitleg(u, "scenarios.dreigend[0]")->titel,
	    "Dreigende situatie: T, het eerste jaar");
	assert_string_equal(rk_uitleg(u, "scenarios.dreigend[1]")->titel,
	    "Dreigende situatie: Iets, het eerste jaar");
	rk_uitleg_sluit(u);
}

static void
what_is_not_in_the_result_has_no_explanation(void **state)
{
	static const char *const PADEN[] = {"", "x", "scenarios",
	    "scenarios.huidig", "scenarios.huidig.totaal ",
	    "scenarios.huidig[0]", "scenarios.huidig.per_jaar[1]",
	    "verwachting.verwachte_baten", "verkeerde_zak[0].tekort_eurocent",
	    "break_even_kans.noemer_eurocent", "horizon_jaren"};
	struct rk_plan plan = hulp_plan();
	struct rk_uitlegger *u = begin(*state, &plan);
	size_t i;

	for (i = 0; i < sizeof(PADEN) / sizeof(*PADEN); i++)
		assert_null(rk_uitleg(u, PADEN[i]));
	/* An empty plan has totals all the same, and says why they are 0. */
	assert_alles(u);
	assert_string_equal(
	    rk_uitleg(u, "scenarios.huidig.totaal")->stappen[0].tekst,
	    "Tel alle regels op. Die zijn er niet.");
	rk_uitleg_sluit(u);
}

static void
what_lies_beyond_the_horizon_is_said_to_count_for_nothing(void **state)
{
	struct rk_regel regels[] = {hulp_regel("a"), hulp_eenmalig("b", 7)};
	struct rk_plan plan = hulp_plan();
	const struct rk_uitleg *uitleg;
	struct rk_uitlegger *u;

	regels[0].start_maand = RK_GEHEEL(10);
	regels[1].start_maand = RK_GEHEEL(13);
	hulp_zet(&plan, RK_HUIDIG, regels, 2);
	u = begin(*state, &plan);
	uitleg = rk_uitleg(u, "scenarios.huidig[0]");
	assert_int_equal(uitleg->eurocent, 300);
	assert_string_equal(uitleg->stappen[2].tekst,
	    "Jaar 1 is maand 1 tot en met 12. Het begint in maand 10 en duurt "
	    "12 maanden. Daarvan vallen er 3 in dit jaar.");
	assert_string_equal(uitleg->stappen[2].formule, "12,00 × 3/12 = 3,00");
	uitleg = rk_uitleg(u, "scenarios.huidig[1]");
	assert_int_equal(uitleg->eurocent, 0);
	assert_string_equal(uitleg->stappen[1].tekst,
	    "Jaar 1 is maand 1 tot en met 12. Dit is in maand 13. Dit jaar "
	    "telt er niets mee.");
	rk_uitleg_sluit(u);
}

static void
a_plan_that_is_refused_is_not_explained(void **state)
{
	struct hulp *h = *state;
	struct rk_plan plan = {0};
	struct rk_uitlegger *u;

	assert_int_equal(
	    rk_uitleg_begin(&u, &h->fouten, &plan, NULL, &h->memory),
	    RK_GEWEIGERD);
	assert_null(u);
	assert_true(h->fouten.aantal > 0);
	rk_uitleg_sluit(u);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    PROEF(every_figure_of_every_vector_is_its_last_step),
	    PROEF(
		the_figures_in_the_json_of_a_result_are_those_with_an_explanation),
	    PROEF(every_figure_of_the_gevoeligheid_is_that_of_the_changed_plan),
	    PROEF(a_part_of_a_changed_plan_leads_to_the_tariff_that_changed),
	    PROEF(every_case_says_its_sum_in_numbers),
	    PROEF(numbers_beyond_128_bits_are_explained_as_well),
	    PROEF(a_line_also_answers_to_its_path_in_the_plan),
	    PROEF(what_is_not_in_the_result_has_no_explanation),
	    PROEF(what_lies_beyond_the_horizon_is_said_to_count_for_nothing),
	    PROEF(a_plan_that_is_refused_is_not_explained)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
