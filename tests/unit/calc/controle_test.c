/* SPDX-License-Identifier: EUPL-1.2 */
/* Refusals: every fault, by its path, all at once (rekenregels §8, §11). */
#include "unit/calc/hulp.h"

#include <stdio.h>

/* The faults of plan, as "pad: uitleg" lines. */
static const char *
fouten(struct hulp *h, const struct rk_plan *plan)
{
	struct rk_resultaat *uit;
	struct rk_fouten zelfde;
	const char *tekst = "";
	size_t i;

	assert_int_equal(
	    rk_bereken(&uit, &h->fouten, plan, NULL, &h->memory), RK_GEWEIGERD);
	assert_null(uit);
	assert_int_equal(
	    rk_controleer(&zelfde, plan, &h->memory), RK_GEWEIGERD);
	assert_int_equal(zelfde.aantal, h->fouten.aantal);
	for (i = 0; i < h->fouten.aantal; i++)
		tekst = rk_tekst(&h->memory, "%s%s%s: %s", tekst, i ? "\n" : "",
		    h->fouten.lijst[i].pad, h->fouten.lijst[i].uitleg);
	return tekst;
}

static void
assert_regelfout(
    struct hulp *h, const struct rk_regel *regel, const char *verwacht)
{
	struct rk_plan plan = hulp_plan();

	hulp_zet(&plan, RK_DREIGEND, regel, 1);
	assert_string_equal(fouten(h, &plan),
	    rk_tekst(&h->memory, "scenarios.dreigend[0].%s", verwacht));
	assert_int_equal(h->fouten.lijst[0].scenario, RK_DREIGEND);
	assert_int_equal(h->fouten.lijst[0].regel, 0);
}

static void
assert_regel_goed(struct hulp *h, const struct rk_regel *regel)
{
	struct rk_plan plan = hulp_plan();

	hulp_zet(&plan, RK_DREIGEND, regel, 1);
	assert_non_null(hulp_bereken(h, &plan));
}

static void
a_plan_without_lines_is_computed(void **state)
{
	struct rk_plan plan = hulp_plan();
	struct rk_resultaat *uit = hulp_bereken(*state, &plan);

	assert_int_equal(uit->scenarios[RK_HUIDIG].totaal, 0);
	assert_int_equal(uit->modi[RK_TOV_HUIDIG].terugverdientijd_maand, 0);
	assert_int_equal(uit->scenarios[RK_HUIDIG].per_wet.aantal, 0);
}

static void
an_empty_plan_lacks_every_required_key_of_its_heading(void **state)
{
	struct rk_plan plan = {0};

	assert_string_equal(fouten(*state, &plan),
	    "rekenregels.versie: ontbreekt\n"
	    "rekenregels.horizon_jaren: ontbreekt\n"
	    "rekenregels.disconto_pct: ontbreekt");
}

static void
an_empty_line_lacks_every_required_key(void **state)
{
	struct rk_plan plan = hulp_plan();
	struct rk_regel regel = {0};

	hulp_zet(&plan, RK_DOORBRAAK, &regel, 1);
	assert_string_equal(fouten(*state, &plan),
	    "scenarios.doorbraak[0].id: ontbreekt\n"
	    "scenarios.doorbraak[0].persoon: ontbreekt\n"
	    "scenarios.doorbraak[0].code: ontbreekt\n"
	    "scenarios.doorbraak[0].domein: ontbreekt\n"
	    "scenarios.doorbraak[0].wet: ontbreekt\n"
	    "scenarios.doorbraak[0].betaler: ontbreekt\n"
	    "scenarios.doorbraak[0].aard: ontbreekt\n"
	    "scenarios.doorbraak[0].rol: ontbreekt\n"
	    "scenarios.doorbraak[0].tarief_eurocent: ontbreekt\n"
	    "scenarios.doorbraak[0].hoeveelheid: ontbreekt\n"
	    "scenarios.doorbraak[0].per: ontbreekt");
}

static void
the_heading_knows_its_bounds(void **state)
{
	static const struct {
		const char *pct;
		const char *uitleg;
	} VOETEN[] = {{"-5.0001", "kleiner dan -5"},
	    {"20.0001", "groter dan 20"}, {"2.80001", "meer dan 4 decimalen"},
	    {"28/10", "geen decimaal getal of breuk"},
	    {"2,8", "geen decimaal getal of breuk"}};
	struct hulp *h = *state;
	struct rk_plan plan = hulp_plan();
	size_t i;

	plan.rekenregels_versie = "2";
	plan.horizon_jaren = RK_GEHEEL(0);
	plan.afronding = "bankers";
	plan.weken_per_jaar = RK_GEHEEL(53);
	plan.dagen_per_jaar = RK_GEHEEL(366);
	assert_string_equal(fouten(h, &plan),
	    "rekenregels.versie: onbekend: \"2\"; kies 1\n"
	    "rekenregels.horizon_jaren: niet van 1 tot en met 5\n"
	    "rekenregels.afronding: onbekend: \"bankers\"; kies "
	    "half_up_per_regel_per_jaar\n"
	    "rekenregels.weken_per_jaar: kan alleen 52 zijn\n"
	    "rekenregels.dagen_per_jaar: kan alleen 365 zijn");
	for (i = 0; i < sizeof(VOETEN) / sizeof(*VOETEN); i++) {
		plan = hulp_plan();
		plan.disconto_pct = VOETEN[i].pct;
		assert_string_equal(fouten(h, &plan),
		    rk_tekst(&h->memory, "rekenregels.disconto_pct: %s",
			VOETEN[i].uitleg));
	}
}

static void
chances_of_the_plan_are_judged(void **state)
{
	struct hulp *h = *state;
	struct rk_plan plan = hulp_plan();

	plan.kans_dreigend = "1.000001";
	assert_string_equal(fouten(h, &plan), "kans_dreigend: groter dan 1");
	plan.kans_dreigend = "-0.1";
	assert_string_equal(fouten(h, &plan), "kans_dreigend: negatief");
	plan.kans_dreigend = NULL;
	plan.slaagkans = "0.5";
	assert_string_equal(
	    fouten(h, &plan), "slaagkans: kan niet zonder kans_dreigend");
}

static void
numbers_have_one_form(void **state)
{
	static const char *const GOED[] = {"0", "007", "0.000001", "1/3", "2/4",
	    "1000000", "1000000000000/1000000", "-0", "00000000000000000001"};
	static const struct {
		const char *tekst;
		const char *uitleg;
	} FOUT[] = {{"-2", "negatief"}, {"-0.1", "negatief"},
	    {"1000000.000001", "groter dan 1000000"},
	    {"99999999999999999999999", "groter dan 1000000"},
	    {"99999999999999999999999.5", "groter dan 1000000"},
	    {"99999999999999999999999/1000000", "groter dan 1000000"},
	    {"0.0000001", "meer dan 6 decimalen"},
	    {"1/1000001", "noemer groter dan 1000000"},
	    {"1/99999999999999999999999", "noemer groter dan 1000000"},
	    {"1/0", "noemer is 0"}, {"", "ontbreekt"}};
	static const char *const VORM[] = {"1.", ".5", "1,5", "+1", "1e3", " 1",
	    "1 ", "1/", "/3", "-1/3", "1/-3", "1/3/4", "1.5/2", "--1", "-",
	    "een", "0x10", "1\n", "½"};
	struct hulp *h = *state;
	struct rk_regel regel = hulp_regel("a");
	size_t i;

	for (i = 0; i < sizeof(GOED) / sizeof(*GOED); i++) {
		regel.hoeveelheid = GOED[i];
		assert_regel_goed(h, &regel);
	}
	for (i = 0; i < sizeof(FOUT) / sizeof(*FOUT); i++) {
		regel.hoeveelheid = FOUT[i].tekst;
		assert_regelfout(h, &regel,
		    rk_tekst(&h->memory, "hoeveelheid: %s", FOUT[i].uitleg));
	}
	for (i = 0; i < sizeof(VORM) / sizeof(*VORM); i++) {
		regel.hoeveelheid = VORM[i];
		assert_regelfout(
		    h, &regel, "hoeveelheid: geen decimaal getal of breuk");
	}
}

static void
the_tariff_is_there_and_not_negative(void **state)
{
	struct rk_regel regel = hulp_regel("a");

	regel.tarief_eurocent = RK_GEHEEL(-1);
	assert_regelfout(*state, &regel, "tarief_eurocent: negatief");
	regel.tarief_eurocent = RK_GEHEEL(1000000001);
	assert_regelfout(*state, &regel,
	    "tarief_eurocent: niet van 0 tot en met 1000000000");
	regel.tarief_eurocent = (struct rk_geheel){0};
	assert_regelfout(*state, &regel, "tarief_eurocent: ontbreekt");
	regel.tarief_eurocent = RK_GEHEEL(0);
	assert_regel_goed(*state, &regel);
}

static void
a_duration_lasts_60_years_at_most_in_its_unit(void **state)
{
	static const struct {
		const char *eenheid, *past, *past_niet;
	} DUREN[] = {{"jaar", "60", "60.000001"}, {"maand", "720", "2161/3"},
	    {"week", "3120", "3121"}, {"dag", "21900", "21900.5"}};
	struct rk_regel regel = hulp_regel("a");
	size_t i;

	for (i = 0; i < sizeof(DUREN) / sizeof(*DUREN); i++) {
		regel.duur_eenheid = DUREN[i].eenheid;
		regel.duur_aantal = DUREN[i].past;
		assert_regel_goed(*state, &regel);
		regel.duur_aantal = DUREN[i].past_niet;
		assert_regelfout(
		    *state, &regel, "duur.aantal: langer dan 60 jaar");
		regel.duur_aantal = "0";
		assert_regelfout(
		    *state, &regel, "duur.aantal: moet groter dan 0 zijn");
	}
	regel.duur_eenheid = "kwartaal";
	regel.duur_aantal = "1";
	assert_regelfout(*state, &regel,
	    "duur.eenheid: onbekend: \"kwartaal\"; kies dag, week, maand of "
	    "jaar");
	regel.duur_eenheid = "eenmalig";
	assert_regelfout(*state, &regel,
	    "duur.eenheid: onbekend: \"eenmalig\"; kies dag, week, maand of "
	    "jaar");
	regel.duur_aantal = regel.duur_eenheid = NULL;
	assert_regelfout(*state, &regel, "duur: ontbreekt");
	regel.duur_aantal = "1";
	assert_regelfout(*state, &regel, "duur.eenheid: ontbreekt");
	regel.per = "eenmalig";
	assert_regelfout(*state, &regel, "duur: past niet bij eenmalig");
	regel.per = NULL;
	regel.duur_eenheid = "maand";
	regel.duur_aantal = "0";
	assert_regelfout(*state, &regel,
	    "per: ontbreekt\n"
	    "scenarios.dreigend[0].duur.aantal: moet groter dan 0 zijn");
	regel.duur_aantal = regel.duur_eenheid = NULL;
	assert_regelfout(*state, &regel, "per: ontbreekt");
}

static void
start_and_chance_have_bounds(void **state)
{
	struct rk_regel regel = hulp_regel("a");

	regel.start_maand = RK_GEHEEL(0);
	assert_regelfout(
	    *state, &regel, "start_maand: niet van 1 tot en met 600");
	regel.start_maand = RK_GEHEEL(601);
	assert_regelfout(
	    *state, &regel, "start_maand: niet van 1 tot en met 600");
	regel.start_maand = RK_GEHEEL(600);
	assert_regel_goed(*state, &regel);
	regel.kans = "3/2";
	assert_regelfout(*state, &regel, "kans: groter dan 1");
	regel.kans = "1";
	assert_regel_goed(*state, &regel);
}

static void
unknown_words_are_refused_with_the_choice(void **state)
{
	struct rk_regel regel = hulp_regel("a");

	regel.aard = "gift";
	assert_regelfout(*state, &regel,
	    "aard: onbekend: \"gift\"; kies dienst, overdracht of schade");
	regel.aard = "schade";
	regel.rol = "Lopend";
	assert_regelfout(*state, &regel,
	    "rol: onbekend: \"Lopend\"; kies lopend of interventie");
	regel.rol = "interventie";
	regel.per = "uur";
	assert_regelfout(*state, &regel,
	    "per: onbekend: \"uur\"; kies eenmalig, dag, week, maand of jaar");
	regel.per = "maand";
	regel.betaler = "ik";
	assert_regelfout(*state, &regel,
	    "betaler: onbekend: \"ik\"; kies gemeente, rijk, zorgverzekeraar, "
	    "zorgkantoor, uwv, svb, onderwijs, corporatie, "
	    "energieleverancier, inwoner of overig");
}

static void
shares_must_be_exactly_one(void **state)
{
	static const struct rk_deel TWEE_DERDE[] = {
	    {"gemeente", "1/3"}, {"rijk", "1/3"}};
	static const struct rk_deel BIJNA[] = {
	    {"gemeente", "0.333333"}, {"rijk", "2/3"}};
	static const struct rk_deel NUL[] = {{"gemeente", "1"}, {"rijk", "0"}};
	static const struct rk_deel TWEE[] = {{"gemeente", "1"}, {"rijk", "1"}};
	static const struct rk_deel LEEG[] = {{NULL, NULL}};
	static const struct rk_deel ONBEKEND[] = {
	    {NULL, "1/4"}, {"rijk", "1/4"}};
	struct rk_regel regel = hulp_regel("a");

	regel.betaler = NULL;
	regel.aantal_betalers = 2;
	regel.betalers = TWEE_DERDE;
	assert_regelfout(
	    *state, &regel, "betalers: delen tellen op tot 2/3, niet tot 1");
	regel.betalers = BIJNA;
	assert_regelfout(*state, &regel,
	    "betalers: delen tellen op tot 2999999/3000000, niet tot 1");
	regel.betalers = TWEE;
	assert_regelfout(
	    *state, &regel, "betalers: delen tellen op tot 2, niet tot 1");
	regel.betalers = NUL;
	assert_regelfout(
	    *state, &regel, "betalers[1].deel: moet groter dan 0 zijn");
	regel.betalers = ONBEKEND;
	assert_regelfout(*state, &regel,
	    "betalers[0].betaler: ontbreekt\n"
	    "scenarios.dreigend[0].betalers: delen tellen op tot 1/2, niet "
	    "tot 1");
	regel.betalers = LEEG;
	regel.aantal_betalers = 0;
	assert_regelfout(*state, &regel, "betalers: leeg");
	regel.betaler = "gemeente";
	regel.betalers = TWEE_DERDE;
	regel.aantal_betalers = 1;
	assert_regelfout(*state, &regel,
	    "betalers: kies betaler of betalers, niet allebei\n"
	    "scenarios.dreigend[0].betalers: delen tellen op tot 1/3, niet "
	    "tot 1");
}

static void
many_strange_shares_are_still_summed_exactly(void **state)
{
	/* A thousand different denominators: the exact sum has 3,900 digits. */
	enum { N = 2000 };
	struct hulp *h = *state;
	struct rk_regel regel = hulp_regel("a");
	struct rk_deel *delen = rk_alloc_nul(&h->memory, N + 1, sizeof(*delen));
	int i;

	for (i = 0; i < N / 2; i++) {
		int p = 900001 + 2 * i;

		delen[i] = (struct rk_deel){
		    "gemeente", rk_tekst(&h->memory, "1/%d", p)};
		delen[N - 1 - i] = (struct rk_deel){
		    "rijk", rk_tekst(&h->memory, "%d/%d", i, p)};
	}
	delen[N - 1].deel = "1/2";
	regel.betaler = NULL;
	regel.betalers = delen;
	regel.aantal_betalers = N;
	assert_regelfout(h, &regel,
	    "betalers: delen tellen op tot ongeveer 1.0553, niet tot 1");
}

static void
a_person_is_of_the_household(void **state)
{
	static const struct rk_persoon GEZIN[] = {{.id = "P1", .rol = "ouder"},
	    {.id = "P2", .rol = "kind", .leeftijd = {true, 9}}};
	struct hulp *h = *state;
	struct rk_regel regel = hulp_regel("a");
	struct rk_plan plan = hulp_plan();

	regel.persoon = "P9";
	assert_regelfout(h, &regel,
	    "persoon: onbekend: \"P9\" staat niet in het huishouden");
	plan.huishouden = GEZIN;
	plan.aantal_personen = 2;
	hulp_zet(&plan, RK_HUIDIG, &regel, 1);
	assert_string_equal(fouten(h, &plan),
	    "scenarios.huidig[0].persoon: onbekend: \"P9\" staat niet in het "
	    "huishouden");
	regel.persoon = "P2";
	assert_non_null(hulp_bereken(h, &plan));
}

static void
a_household_has_no_doubles(void **state)
{
	static const struct rk_persoon GEZIN[] = {{.id = "P1"},
	    {.id = "P1", .rol = "opa"}, {.id = "HH"}, {.id = NULL},
	    {.id = "P2", .leeftijd = {true, -1}}};
	struct rk_plan plan = hulp_plan();

	plan.huishouden = GEZIN;
	plan.aantal_personen = 5;
	assert_string_equal(fouten(*state, &plan),
	    "huishouden[1].id: dubbel: \"P1\" staat ook op [0]\n"
	    "huishouden[1].rol: onbekend: \"opa\"; kies alleenstaande, ouder, "
	    "kind, jongere of overig\n"
	    "huishouden[2].id: HH is het hele huishouden, geen persoon\n"
	    "huishouden[3].id: ontbreekt\n"
	    "huishouden[4].leeftijd: negatief");
}

static void
an_id_is_unique_in_its_scenario_only(void **state)
{
	struct hulp *h = *state;
	struct rk_regel regels[] = {
	    hulp_regel("a"), hulp_regel("b"), hulp_regel("a"), hulp_regel("a")};
	struct rk_plan plan = hulp_plan();

	hulp_zet(&plan, RK_HUIDIG, regels, 2);
	hulp_zet(&plan, RK_DREIGEND, regels, 2);
	assert_non_null(hulp_bereken(h, &plan));
	hulp_zet(&plan, RK_HUIDIG, regels, 4);
	assert_string_equal(fouten(h, &plan),
	    "scenarios.huidig[2].id: dubbel: \"a\" is ook het id van [0]\n"
	    "scenarios.huidig[3].id: dubbel: \"a\" is ook het id van [0]");
}

static void
five_hundred_lines_pass_and_one_more_does_not(void **state)
{
	struct hulp *h = *state;
	struct rk_regel regels[RK_MAX_REGELS + 1];
	struct rk_plan plan = hulp_plan();
	int i;

	for (i = 0; i <= RK_MAX_REGELS; i++)
		regels[i] = hulp_regel(rk_tekst(&h->memory, "r%d", i));
	hulp_zet(&plan, RK_DOORBRAAK, regels, RK_MAX_REGELS);
	assert_int_equal(
	    hulp_bereken(h, &plan)->scenarios[RK_DOORBRAAK].totaal, 600000);
	hulp_zet(&plan, RK_DOORBRAAK, regels, RK_MAX_REGELS + 1);
	assert_string_equal(fouten(h, &plan),
	    "scenarios.doorbraak: 501 regels; ten hoogste 500 mag");
}

static void
faults_of_many_places_come_all_at_once_in_order(void **state)
{
	struct rk_regel regels[] = {hulp_regel("a"), hulp_regel("b")};
	struct rk_plan plan = hulp_plan();

	regels[0].hoeveelheid = "-1";
	regels[1].kans = "2";
	plan.kans_dreigend = "x";
	hulp_zet(&plan, RK_HUIDIG, regels, 2);
	hulp_zet(&plan, RK_DOORBRAAK, regels, 1);
	assert_string_equal(fouten(*state, &plan),
	    "kans_dreigend: geen decimaal getal of breuk\n"
	    "scenarios.huidig[0].hoeveelheid: negatief\n"
	    "scenarios.huidig[1].kans: groter dan 1\n"
	    "scenarios.doorbraak[0].hoeveelheid: negatief");
}

static void
strange_text_in_a_fault_stays_on_one_short_line(void **state)
{
	struct rk_regel regel = hulp_regel("a");

	regel.rol = "x\ny: \x1b[31m";
	assert_regelfout(*state, &regel,
	    "rol: onbekend: \"x?y: ?[31m\"; kies lopend of interventie");
	/* 39 bytes and a two-byte letter, which is not cut in half. */
	regel.rol = "123456789012345678901234567890123456789éé";
	assert_regelfout(*state, &regel,
	    "rol: onbekend: \"123456789012345678901234567890123456789…\"; "
	    "kies lopend of interventie");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    PROEF(a_plan_without_lines_is_computed),
	    PROEF(an_empty_plan_lacks_every_required_key_of_its_heading),
	    PROEF(an_empty_line_lacks_every_required_key),
	    PROEF(the_heading_knows_its_bounds),
	    PROEF(chances_of_the_plan_are_judged), PROEF(numbers_have_one_form),
	    PROEF(the_tariff_is_there_and_not_negative),
	    PROEF(a_duration_lasts_60_years_at_most_in_its_unit),
	    PROEF(start_and_chance_have_bounds),
	    PROEF(unknown_words_are_refused_with_the_choice),
	    PROEF(shares_must_be_exactly_one),
	    PROEF(many_strange_shares_are_still_summed_exactly),
	    PROEF(a_person_is_of_the_household),
	    PROEF(a_household_has_no_doubles),
	    PROEF(an_id_is_unique_in_its_scenario_only),
	    PROEF(five_hundred_lines_pass_and_one_more_does_not),
	    PROEF(faults_of_many_places_come_all_at_once_in_order),
	    PROEF(strange_text_in_a_fault_stays_on_one_short_line)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
