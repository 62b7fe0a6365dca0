/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The vectors of rekenregels §9: to the cent through the program, and the same
 * through both number paths of the library; every invariant on each of them.
 */
#include "unit/calc/hulp.h"

#include "calc/programma/json_gevoeligheid.c"
#include "calc/programma/json_resultaat.c"
#include "calc/programma/json_uit.c"
#include "unit/calc/programma.h"

/* Everything in verwacht is in gekregen, with exactly that value. */
static void
assert_bevat(const char *pad, json_t *verwacht, json_t *gekregen, bool alles)
{
	const char *sleutel;
	json_t *waarde;

	if (!gekregen)
		fail_msg("%s ontbreekt", pad);
	if (!json_is_object(verwacht)) {
		if (!json_equal(verwacht, gekregen))
			fail_msg("%s: verwacht %s, gekregen %s", pad,
			    json_dumps(verwacht, JSON_ENCODE_ANY),
			    json_dumps(gekregen, JSON_ENCODE_ANY));
		return;
	}
	if (alles)
		assert_int_equal(
		    json_object_size(verwacht), json_object_size(gekregen));
	json_object_foreach(verwacht, sleutel, waarde)
	{
		char onder[256];

		snprintf(onder, sizeof(onder), "%s.%s", pad, sleutel);
		/* Lists of names hold those names and no others. */
		assert_bevat(onder, waarde, json_object_get(gekregen, sleutel),
		    strstr(sleutel, "per_") || strcmp(sleutel, "regels") == 0 ||
			strcmp(sleutel, "break_even_kans") == 0 ||
			strcmp(sleutel, "verwachting") == 0);
	}
}

static void
every_vector_comes_out_to_the_cent(void **state)
{
	struct hulp *h = *state;
	int i;

	for (i = 0; i < HULP_AANTAL_VECTOREN; i++) {
		json_t *verwacht = hulp_vector(h, HULP_VECTOREN[i], "verwacht");
		struct gedraaid g = programma_draai(h, "", "reken",
		    rk_tekst(&h->memory, VECTOREN "%s_invoer.json",
			HULP_VECTOREN[i]));
		json_t *gekregen = json_loads(g.uit, 0, NULL);

		assert_int_equal(g.code, 0);
		assert_string_equal(g.fout, "");
		assert_bevat(HULP_VECTOREN[i], verwacht, gekregen, false);
		json_decref(verwacht);
		json_decref(gekregen);
	}
}

static char *
als_tekst(struct hulp *h, const struct rk_plan *plan,
    const struct rk_resultaat *r, json_t *document)
{
	struct json_resultaat van = {plan, r, NULL, document};
	struct rk_gevoeligheid *gevoeligheid;
	struct json_uit u = {.op_een_regel = true};
	char *uit = NULL;
	size_t n;

	u.f = open_memstream(&uit, &n);
	assert_non_null(u.f);
	assert_int_equal(
	    rk_gevoeligheid(&gevoeligheid, plan, r, &h->memory), RK_GOED);
	van.gevoeligheid = gevoeligheid;
	json_schrijf_resultaat(&u, &van);
	fclose(u.f);
	return uit;
}

static void
both_number_paths_give_the_same_result(void **state)
{
	struct hulp *h = *state;
	int i, groot;

	for (i = 0; i < HULP_AANTAL_VECTOREN; i++) {
		json_t *document = hulp_vector(h, HULP_VECTOREN[i], "invoer");
		struct rk_plan plan = hulp_plan_uit(h, document);
		char *tekst[2];

		for (groot = 0; groot < 2; groot++) {
			struct rk_resultaat *uit;

			assert_int_equal(rk_bereken_via(&uit, &h->fouten, &plan,
					     NULL, &h->memory, groot),
			    RK_GOED);
			tekst[groot] = als_tekst(h, &plan, uit, document);
		}
		assert_string_equal(tekst[0], tekst[1]);
		free(tekst[0]);
		free(tekst[1]);
		json_decref(document);
	}
}

static int64_t
som(const struct rk_verdeling *v)
{
	int64_t uit = 0;
	size_t i;

	for (i = 0; i < v->aantal; i++)
		uit += v->posten[i].eurocent;
	return uit;
}

static void
assert_gesorteerd(const struct rk_verdeling *v)
{
	size_t i;

	for (i = 1; i < v->aantal; i++)
		assert_true(
		    strcmp(v->posten[i - 1].naam, v->posten[i].naam) < 0);
}

static void
assert_scenario_klopt(const struct rk_scenario *s, int horizon)
{
	int64_t regels = 0, jaren = 0;
	size_t i;
	int jaar;

	for (i = 0; i < s->aantal_regels; i++) {
		int64_t regel = 0;

		for (jaar = 0; jaar < horizon; jaar++)
			regel += s->regels[i].per_jaar[jaar];
		assert_int_equal(regel, s->regels[i].totaal);
		regels += regel;
	}
	for (jaar = 0; jaar < horizon; jaar++)
		jaren += s->per_jaar[jaar];
	assert_int_equal(regels, s->totaal);
	assert_int_equal(jaren, s->totaal);
	assert_int_equal(som(&s->per_wet), s->totaal);
	assert_int_equal(som(&s->per_domein), s->totaal);
	assert_int_equal(som(&s->per_betaler), s->totaal);
	assert_int_equal(s->kasstroom.variabel + s->kasstroom.beschikbaarheid +
			     s->kasstroom.onbekend,
	    s->totaal);
	assert_int_equal(som(&s->voorbeeld_per_wet), s->waarvan_voorbeeld);
	assert_true(s->waarvan_voorbeeld <= s->totaal);
	assert_gesorteerd(&s->per_wet);
	assert_gesorteerd(&s->per_betaler);
}

static void
assert_modus_klopt(const struct rk_modus *m, const struct rk_scenario *ref,
    const struct rk_scenario *plan)
{
	assert_int_equal(m->totale_baten, ref->totaal - plan->totaal);
	assert_int_equal(m->totale_baten, m->vrijval - m->extra_inzet);
	assert_int_equal(som(&m->baten_per_wet), m->totale_baten);
	assert_int_equal(som(&m->baten_per_domein), m->totale_baten);
	assert_int_equal(som(&m->baten_per_betaler), m->totale_baten);
	assert_int_equal(m->kasstroom.variabel + m->kasstroom.beschikbaarheid +
			     m->kasstroom.onbekend,
	    m->totale_baten);
	assert_true(m->vrijval >= 0 && m->extra_inzet >= 0);
}

static void
the_invariants_hold_for_every_vector(void **state)
{
	struct hulp *h = *state;
	int i, s;

	for (i = 0; i < HULP_AANTAL_VECTOREN; i++) {
		json_t *document = hulp_vector(h, HULP_VECTOREN[i], "invoer");
		struct rk_plan plan = hulp_plan_uit(h, document);
		struct rk_resultaat *r = hulp_bereken(h, &plan);
		const struct rk_scenario *sc = r->scenarios;

		for (s = 0; s < RK_SCENARIOS; s++)
			assert_scenario_klopt(&sc[s], r->horizon_jaren);
		assert_modus_klopt(
		    &r->modi[RK_TOV_HUIDIG], &sc[RK_HUIDIG], &sc[RK_DOORBRAAK]);
		assert_modus_klopt(&r->modi[RK_TOV_DREIGEND], &sc[RK_DREIGEND],
		    &sc[RK_DOORBRAAK]);
		/* rekenregels §6 */
		assert_int_equal(r->modi[RK_TOV_DREIGEND].totale_baten -
				     r->modi[RK_TOV_HUIDIG].totale_baten,
		    r->voorkomen_verergering);
		json_decref(document);
	}
}

static void
v1_says_one_in_fourteen(void **state)
{
	struct hulp *h = *state;
	json_t *document = hulp_vector(h, "V1", "invoer");
	struct rk_plan plan = hulp_plan_uit(h, document);

	assert_int_equal(hulp_bereken(h, &plan)->break_even_kans.een_op, 14);
	json_decref(document);
}

static void
the_dashboard_over_v1_to_v6_is_v9(void **state)
{
	struct hulp *h = *state;
	json_t *verwacht = hulp_vector(h, "V9", "verwacht"), *gekregen;
	const char *plannen = "";
	struct gedraaid resultaten, dashboard;
	int i;

	for (i = 0; i < 6; i++) {
		json_t *document = hulp_vector(h, HULP_VECTOREN[i], "invoer");
		char *regel = json_dumps(document, JSON_COMPACT);

		plannen = rk_tekst(&h->memory, "%s%s\n", plannen, regel);
		free(regel);
		json_decref(document);
	}
	resultaten = programma_draai(h, plannen, "reken", "--ndjson");
	assert_int_equal(resultaten.code, 0);
	dashboard = programma_draai(h, resultaten.uit, "dashboard");
	assert_int_equal(dashboard.code, 0);
	assert_string_equal(dashboard.fout, "");
	gekregen = json_loads(dashboard.uit, 0, NULL);
	json_object_del(verwacht, "vector");
	assert_bevat("V9", verwacht, gekregen, false);
	json_decref(verwacht);
	json_decref(gekregen);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    PROEF(every_vector_comes_out_to_the_cent),
	    PROEF(both_number_paths_give_the_same_result),
	    PROEF(the_invariants_hold_for_every_vector),
	    PROEF(v1_says_one_in_fourteen),
	    PROEF(the_dashboard_over_v1_to_v6_is_v9)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
