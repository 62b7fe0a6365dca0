/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * hulp.h - what the tests of the rekenkern share: cmocka, memory, the vectors,
 * a plan that is right (to be spoilt by a test), and the program. Tests run
 * from the root of the project. A test's name is a sentence about behaviour.
 */
#ifndef LMS_TESTS_CALC_HULP_H
#define LMS_TESTS_CALC_HULP_H
/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */
#include <jansson.h>
#include <string.h>

#include "calc/bereken.h"
/* The program's own parts are not in the library. */
#include "calc/programma/json_arena.c"
#include "calc/programma/json_plan.c"

#define VECTOREN "tests/fixtures/vectors/"
#define PROEF(f) cmocka_unit_test_setup_teardown(f, hulp_begin, hulp_eind)

struct hulp {
	struct json_arena arena;
	struct rk_memory memory;
	struct rk_fouten fouten;
};

static inline int
hulp_begin(void **state)
{
	struct hulp *h = test_calloc(1, sizeof(*h));

	h->memory = json_arena_memory(&h->arena);
	*state = h;
	return 0;
}

static inline int
hulp_eind(void **state)
{
	struct hulp *h = *state;

	json_arena_sluit(&h->arena);
	test_free(h);
	return 0;
}

/* A line of 12 months, 100 cent a month, paid by the gemeente. */
static inline struct rk_regel
hulp_regel(const char *id)
{
	return (struct rk_regel){.id = id,
	    .persoon = "HH",
	    .code = "T",
	    .domein = "overig",
	    .wet = "W1",
	    .betaler = "gemeente",
	    .aard = "dienst",
	    .rol = "lopend",
	    .tarief_eurocent = RK_GEHEEL(100),
	    .hoeveelheid = "1",
	    .per = "maand",
	    .duur_aantal = "12",
	    .duur_eenheid = "maand"};
}

static inline struct rk_regel
hulp_eenmalig(const char *id, int64_t tarief)
{
	struct rk_regel uit = hulp_regel(id);

	uit.per = "eenmalig";
	uit.duur_aantal = uit.duur_eenheid = NULL;
	uit.tarief_eurocent = RK_GEHEEL(tarief);
	return uit;
}

/* One year, no discount, no one at home, no lines. */
static inline struct rk_plan
hulp_plan(void)
{
	return (struct rk_plan){.rekenregels_versie = "1",
	    .horizon_jaren = RK_GEHEEL(1),
	    .disconto_pct = "0"};
}

static inline void
hulp_zet(struct rk_plan *plan, enum rk_scenario_naam naam,
    const struct rk_regel *regels, size_t aantal)
{
	plan->scenarios[naam] = (struct rk_regels){regels, aantal};
}

/* The result of a plan that must be right. */
static inline struct rk_resultaat *
hulp_bereken(struct hulp *h, const struct rk_plan *plan)
{
	struct rk_resultaat *uit;
	enum rk_status status =
	    rk_bereken(&uit, &h->fouten, plan, NULL, &h->memory);

	if (status != RK_GOED)
		fail_msg("geweigerd: %s: %s", h->fouten.lijst[0].pad,
		    h->fouten.lijst[0].uitleg);
	return uit;
}

static inline json_t *
hulp_json(const char *bestand)
{
	json_error_t fout;
	json_t *uit = json_load_file(bestand, JSON_REJECT_DUPLICATES, &fout);

	if (!uit)
		fail_msg("%s:%d: %s", bestand, fout.line, fout.text);
	return uit;
}

/* The plan in a document, which must outlive it. */
static inline struct rk_plan
hulp_plan_uit(struct hulp *h, json_t *document)
{
	struct json_plan gelezen;

	json_plan_lees(&gelezen, document, &h->memory);
	assert_int_equal(gelezen.fouten.aantal, 0);
	assert_int_equal(gelezen.waarschuwingen.aantal, 0);
	return gelezen.plan;
}

static const char *const HULP_VECTOREN[] = {
    "V1", "V2", "V3", "V4", "V5", "V6", "V7", "V7b", "V8"};
enum { HULP_AANTAL_VECTOREN = sizeof(HULP_VECTOREN) / sizeof(*HULP_VECTOREN) };

/* "V1", "invoer" -> the file's JSON. */
static inline json_t *
hulp_vector(struct hulp *h, const char *vector, const char *soort)
{
	return hulp_json(
	    rk_tekst(&h->memory, VECTOREN "%s_%s.json", vector, soort));
}

#endif
