/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The library from many threads at once: each computes every vector, over and
 * over, in memory of its own, on both number paths, and all get what one
 * thread alone gets.
 */
#include "unit/calc/hulp.h"

#include <pthread.h>

#include "calc/programma/json_gevoeligheid.c"
#include "calc/programma/json_resultaat.c"
#include "calc/programma/json_uit.c"

enum { DRADEN = 8, RONDEN = 40 };

struct opgave {
	struct rk_plan plan[HULP_AANTAL_VECTOREN];
	json_t *document[HULP_AANTAL_VECTOREN];
	char *antwoord[HULP_AANTAL_VECTOREN];
};

struct draad {
	pthread_t id;
	const struct opgave *opgave;
	int begin;
	int anders; /* answers that differ from the one of a single thread */
};

/* With its own memory, so that nothing but the library is shared. */
static char *
bereken_tekst(const struct opgave *o, int i, bool altijd_groot)
{
	struct json_arena arena = {0};
	struct rk_memory memory = json_arena_memory(&arena);
	struct json_uit u = {.op_een_regel = true};
	struct json_resultaat van = {
	    .plan = &o->plan[i], .document = o->document[i]};
	struct rk_gevoeligheid *gevoeligheid;
	struct rk_resultaat *uit;
	struct rk_fouten fouten;
	char *tekst = NULL;
	size_t n;

	if (rk_bereken_via(&uit, &fouten, &o->plan[i], NULL, &memory,
		altijd_groot) == RK_GOED &&
	    rk_gevoeligheid(&gevoeligheid, &o->plan[i], uit, &memory) ==
		RK_GOED &&
	    (u.f = open_memstream(&tekst, &n)) != NULL) {
		van.uit = uit;
		van.gevoeligheid = gevoeligheid;
		json_schrijf_resultaat(&u, &van);
		fclose(u.f);
	}
	json_arena_sluit(&arena);
	return tekst;
}

static void *
reken_alles(void *argument)
{
	struct draad *d = argument;
	int k;

	for (k = 0; k < RONDEN * HULP_AANTAL_VECTOREN; k++) {
		int i = (d->begin + k) % HULP_AANTAL_VECTOREN;
		char *tekst = bereken_tekst(d->opgave, i, k % 4 == 3);

		d->anders +=
		    !tekst || strcmp(tekst, d->opgave->antwoord[i]) != 0;
		free(tekst);
	}
	return NULL;
}

static void
threads_do_not_touch_each_others_sums(void **state)
{
	struct hulp *h = *state;
	struct opgave opgave;
	struct draad draden[DRADEN];
	int i;

	for (i = 0; i < HULP_AANTAL_VECTOREN; i++) {
		opgave.document[i] = hulp_vector(h, HULP_VECTOREN[i], "invoer");
		opgave.plan[i] = hulp_plan_uit(h, opgave.document[i]);
		opgave.antwoord[i] = bereken_tekst(&opgave, i, false);
		assert_non_null(opgave.antwoord[i]);
	}
	for (i = 0; i < DRADEN; i++) {
		draden[i] = (struct draad){.opgave = &opgave, .begin = i};
		assert_int_equal(pthread_create(&draden[i].id, NULL,
				     reken_alles, &draden[i]),
		    0);
	}
	for (i = 0; i < DRADEN; i++) {
		assert_int_equal(pthread_join(draden[i].id, NULL), 0);
		assert_int_equal(draden[i].anders, 0);
	}
	for (i = 0; i < HULP_AANTAL_VECTOREN; i++) {
		json_decref(opgave.document[i]);
		free(opgave.antwoord[i]);
	}
}

int
main(void)
{
	const struct CMUnitTest proeven[] = {
	    PROEF(threads_do_not_touch_each_others_sums)};

	return cmocka_run_group_tests(proeven, NULL, NULL);
}
