/* SPDX-License-Identifier: EUPL-1.2 */
/* W1 and W2 in depth: rekenregels §8, §11.1. All rules: signaal_test.c. */
#include "unit/calc/hulp.h"

/* The signals W1 and W2 of a plan as "W1 pad pad; W2 ..." */
static const char *
toon(struct hulp *h, const struct rk_resultaat *uit)
{
	const char *tekst = "";
	size_t i, k;

	for (i = 0; i < uit->aantal_signalen; i++) {
		const struct rk_signaal *s = &uit->signalen[i];

		if (strcmp(s->code, "W1") != 0 && strcmp(s->code, "W2") != 0)
			continue;
		tekst = rk_tekst(
		    &h->memory, "%s%s%s", tekst, *tekst ? "; " : "", s->code);
		for (k = 0; k < s->aantal_paden; k++)
			tekst = rk_tekst(
			    &h->memory, "%s %s", tekst, s->paden[k] + 10);
		assert_true(strlen(s->tekst) > 20);
		assert_string_equal(rk_ernst_tekst(s->ernst), "waarschuwing");
	}
	return tekst;
}

static void
assert_signalen(
    struct hulp *h, const struct rk_plan *plan, const char *verwacht)
{
	assert_string_equal(toon(h, hulp_bereken(h, plan)), verwacht);
}

static void
assert_vector(struct hulp *h, const char *vector, const char *verwacht)
{
	json_t *document = hulp_vector(h, vector, "invoer");
	struct rk_plan plan = hulp_plan_uit(h, document);

	assert_signalen(h, &plan, verwacht);
	json_decref(document);
}

static void
v1_counts_sem_double_for_59_days(void **state)
{
	struct hulp *h = *state;
	json_t *document = hulp_vector(h, "V1", "invoer");
	struct rk_plan plan = hulp_plan_uit(h, document);
	struct rk_resultaat *uit = hulp_bereken(h, &plan);

	assert_string_equal(toon(h, uit), "W2 dreigend[6] dreigend[7]");
	assert_non_null(strstr(uit->signalen[0].tekst, "ongeveer 59 dagen"));
	assert_non_null(strstr(uit->signalen[0].tekst, "en over persoon P4."));
	json_decref(document);
}

static void
a_person_with_a_name_is_called_by_it(void **state)
{
	struct hulp *h = *state;
	json_t *document = hulp_vector(h, "V1", "invoer");
	struct rk_plan plan = hulp_plan_uit(h, document);
	struct rk_persoon *personen = rk_alloc_nul(
	    &h->memory, plan.aantal_personen, sizeof(*personen));
	struct rk_resultaat *uit;
	size_t i;

	for (i = 0; i < plan.aantal_personen; i++)
		personen[i] = plan.huishouden[i];
	personen[3].naam = "Sem";
	plan.huishouden = personen;
	uit = hulp_bereken(h, &plan);
	assert_string_equal(personen[3].id, "P4");
	assert_non_null(strstr(uit->signalen[0].tekst, "en over Sem."));
	json_decref(document);
}

static void
the_other_vectors_give_what_they_hold(void **state)
{
	/* Stays in V3 (18-/18+) touch at month 7 and do not overlap. */
	assert_vector(*state, "V2",
	    "W1 huidig[0]; W1 huidig[3]; W2 dreigend[1] dreigend[3]; "
	    "W2 dreigend[1] dreigend[4]");
	assert_vector(*state, "V3", "W1 huidig[1]; W2 dreigend[1] dreigend[4]");
	assert_vector(*state, "V5", "");
	assert_vector(*state, "V6", "");
	assert_vector(*state, "V8", "");
}

/* One line in huidig, one in doorbraak. */
static const char *
vergeten(struct hulp *h, const struct rk_regel *huidig,
    const struct rk_regel *doorbraak)
{
	static const struct rk_persoon GEZIN[] = {{.id = "P1"}, {.id = "P2"}};
	struct rk_plan plan = hulp_plan();

	plan.huishouden = GEZIN;
	plan.aantal_personen = 2;
	hulp_zet(&plan, RK_HUIDIG, huidig, 1);
	hulp_zet(&plan, RK_DOORBRAAK, doorbraak, doorbraak ? 1 : 0);
	return toon(h, hulp_bereken(h, &plan));
}

static void
a_forgotten_continuation_is_remarked_on(void **state)
{
	struct rk_regel h = hulp_regel("h"), b = hulp_regel("b");

	assert_string_equal(vergeten(*state, &h, NULL), "W1 huidig[0]");
	b.code = "ANDERS";
	assert_string_equal(vergeten(*state, &h, &b), "W1 huidig[0]");
	b.code = h.code;
	h.persoon = "P1";
	b.persoon = "P2";
	assert_string_equal(vergeten(*state, &h, &b), "W1 huidig[0]");
}

static void
what_continues_stops_or_was_once_is_not(void **state)
{
	struct rk_regel h = hulp_regel("h"), b = hulp_regel("b");
	struct rk_regel eens = hulp_eenmalig("e", 5);

	assert_string_equal(vergeten(*state, &h, &b), "");
	h.persoon = "P1";
	assert_string_equal(vergeten(*state, &h, &b), "");
	b.persoon = "P1";
	assert_string_equal(vergeten(*state, &h, &b), "");
	h.persoon = "HH";
	assert_string_equal(vergeten(*state, &h, &b), "");
	h.stopreden = "Schuld is afgelost";
	assert_string_equal(vergeten(*state, &h, NULL), "");
	h.stopreden = "";
	assert_string_equal(vergeten(*state, &h, NULL), "W1 huidig[0]");
	h.rol = "interventie";
	assert_string_equal(vergeten(*state, &h, NULL), "");
	assert_string_equal(vergeten(*state, &eens, NULL), "");
	h.rol = "lopend";
	h.start_maand = RK_GEHEEL(13);
	assert_string_equal(vergeten(*state, &h, NULL), "");
}

/* Two stays of 2 months in dreigend, from these months, for these persons. */
static struct rk_plan
verblijven(struct rk_regel regels[2], int begin_a, const char *wie_a,
    int begin_b, const char *wie_b)
{
	static const struct rk_persoon GEZIN[] = {{.id = "P1"}, {.id = "P2"}};
	struct rk_plan plan = hulp_plan();
	int i;

	for (i = 0; i < 2; i++) {
		regels[i] = hulp_regel(i ? "b" : "a");
		regels[i].code = "WMO-BW";
		regels[i].duur_aantal = "2";
		regels[i].persoon = i ? wie_b : wie_a;
		regels[i].start_maand = RK_GEHEEL(i ? begin_b : begin_a);
	}
	plan.huishouden = GEZIN;
	plan.aantal_personen = 2;
	hulp_zet(&plan, RK_DREIGEND, regels, 2);
	return plan;
}

#define DUBBEL "W2 dreigend[0] dreigend[1]"

static void
two_stays_of_one_person_overlap(void **state)
{
	static const struct {
		int a;
		const char *wie_a;
		int b;
		const char *wie_b;
		const char *verwacht;
	} GEVALLEN[] = {{1, "P1", 2, "P1", DUBBEL}, {2, "P1", 1, "P1", DUBBEL},
	    {1, "P1", 1, "P1", DUBBEL}, {1, "P1", 3, "P1", ""},
	    {3, "P1", 1, "P1", ""}, {1, "P1", 2, "P2", ""},
	    {1, "HH", 2, "P2", DUBBEL}, {2, "HH", 1, "P2", DUBBEL},
	    {1, "HH", 2, "HH", DUBBEL}, {12, "P1", 12, "P1", DUBBEL},
	    {13, "P1", 13, "P1", ""}};
	struct hulp *h = *state;
	struct rk_regel regels[2];
	size_t i;

	for (i = 0; i < sizeof(GEVALLEN) / sizeof(*GEVALLEN); i++) {
		struct rk_plan plan = verblijven(regels, GEVALLEN[i].a,
		    GEVALLEN[i].wie_a, GEVALLEN[i].b, GEVALLEN[i].wie_b);

		assert_signalen(h, &plan, GEVALLEN[i].verwacht);
	}
}

static void
a_stay_that_ends_within_the_month_still_counts(void **state)
{
	struct rk_regel regels[2];
	struct rk_plan plan = verblijven(regels, 1, "P1", 3, "P1");
	struct rk_resultaat *uit;

	regels[0].duur_aantal = "2.05"; /* a day and a half into month 3 */
	uit = hulp_bereken(*state, &plan);
	assert_string_equal(toon(*state, uit), DUBBEL);
	assert_non_null(strstr(uit->signalen[0].tekst, "ongeveer 2 dagen"));
}

static void
a_long_stay_is_remembered_behind_a_short_one(void **state)
{
	struct rk_regel regels[3];
	struct rk_plan plan = verblijven(regels, 1, "P1", 2, "P1");

	regels[0].duur_aantal = "12";
	regels[1].duur_aantal = "1";
	regels[2] = regels[1];
	regels[2].id = "c";
	regels[2].start_maand = RK_GEHEEL(6);
	hulp_zet(&plan, RK_DREIGEND, regels, 3);
	assert_signalen(*state, &plan, DUBBEL "; W2 dreigend[0] dreigend[2]");
}

static void
chance_zero_is_no_stay(void **state)
{
	struct rk_regel regels[2];
	struct rk_plan plan = verblijven(regels, 1, "P1", 2, "P1");

	regels[1].kans = "0";
	assert_signalen(*state, &plan, "");
	regels[1].kans = "0.1";
	assert_signalen(*state, &plan, DUBBEL);
}

static void
the_line_speaks_before_the_table_and_silence_is_no_stay(void **state)
{
	static const struct rk_tarief_rij RIJEN[] = {
	    {.code = "X", .eenheid = "etmaal"},
	    {.code = "A", .eenheid = "etmaal", .verblijf24 = RK_NEE},
	    {.code = "B", .eenheid = "dag", .verblijf24 = RK_JA}};
	static const struct rk_tarieventabel TABEL = {RIJEN, 3, false};
	static const struct {
		const char *code, *eenheid;
		enum rk_janee verblijf24;
		bool dubbel;
	} GEVALLEN[] = {{"X", NULL, RK_ONBEKEND, true},
	    {"X", NULL, RK_NEE, false}, {"X", "uur", RK_ONBEKEND, false},
	    {"A", NULL, RK_ONBEKEND, false}, {"A", NULL, RK_JA, true},
	    {"B", NULL, RK_ONBEKEND, true}, {"ONB", NULL, RK_ONBEKEND, false},
	    {"ONB", "etmaal", RK_ONBEKEND, true}};
	struct hulp *h = *state;
	struct rk_regel regels[2];
	size_t i;

	for (i = 0; i < sizeof(GEVALLEN) / sizeof(*GEVALLEN); i++) {
		struct rk_plan plan = verblijven(regels, 1, "P1", 2, "P1");
		struct rk_resultaat *uit;
		int k;

		for (k = 0; k < 2; k++) {
			regels[k].code = GEVALLEN[i].code;
			regels[k].eenheid_tarief = GEVALLEN[i].eenheid;
			regels[k].verblijf24 = GEVALLEN[i].verblijf24;
		}
		assert_int_equal(
		    rk_bereken(&uit, &h->fouten, &plan, &TABEL, &h->memory),
		    RK_GOED);
		assert_int_equal(
		    uit->aantal_signalen, GEVALLEN[i].dubbel ? 1 : 0);
	}
}

static void
five_hundred_stays_give_one_remark_each_at_most(void **state)
{
	struct hulp *h = *state;
	struct rk_regel regels[RK_MAX_REGELS];
	struct rk_plan plan = hulp_plan();
	struct rk_resultaat *uit;
	size_t k, dubbel = 0;
	int i;

	for (i = 0; i < RK_MAX_REGELS; i++) {
		regels[i] = hulp_regel(rk_tekst(&h->memory, "r%d", i));
		regels[i].code = "WMO-BW";
	}
	hulp_zet(&plan, RK_DREIGEND, regels, RK_MAX_REGELS);
	uit = hulp_bereken(h, &plan);
	for (k = 0; k < uit->aantal_signalen; k++)
		dubbel += strcmp(uit->signalen[k].code, "W2") == 0;
	assert_int_equal(dubbel, RK_MAX_REGELS - 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    PROEF(v1_counts_sem_double_for_59_days),
	    PROEF(a_person_with_a_name_is_called_by_it),
	    PROEF(the_other_vectors_give_what_they_hold),
	    PROEF(a_forgotten_continuation_is_remarked_on),
	    PROEF(what_continues_stops_or_was_once_is_not),
	    PROEF(two_stays_of_one_person_overlap),
	    PROEF(a_stay_that_ends_within_the_month_still_counts),
	    PROEF(a_long_stay_is_remembered_behind_a_short_one),
	    PROEF(chance_zero_is_no_stay),
	    PROEF(the_line_speaks_before_the_table_and_silence_is_no_stay),
	    PROEF(five_hundred_stays_give_one_remark_each_at_most)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
