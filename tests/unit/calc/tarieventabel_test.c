/* SPDX-License-Identifier: EUPL-1.2 */
/* The built-in table agrees with the tariff table of the courses. */
#include "unit/calc/hulp.h"

#include <stdio.h>
#include <stdlib.h>

#define TABEL "courses/gegevens/tarieven.csv"

/* Column `nummer` of a CSV line with quotes, in memory. */
static const char *
kolom(struct hulp *h, const char *regel, int nummer)
{
	const char *begin = regel;
	bool citaat = false;
	int k = 0;

	for (; *regel && *regel != '\n'; regel++) {
		if (*regel == '"')
			citaat = !citaat;
		if (*regel != ',' || citaat)
			continue;
		if (k++ == nummer)
			break;
		begin = regel + 1;
	}
	return rk_tekst(&h->memory, "%.*s", (int)(regel - begin), begin);
}

static struct rk_tarief_rij
zoek(const char *code)
{
	const struct rk_tarieventabel *tabel = rk_tarieven_ingebouwd();
	size_t i = 0;

	while (i < tabel->aantal && strcmp(tabel->rijen[i].code, code) != 0)
		i++;
	if (i == tabel->aantal)
		fail_msg("%s staat niet in de tabel", code);
	return tabel->rijen[i];
}

static void
codes_are_sorted(void **state)
{
	const struct rk_tarieventabel *tabel = rk_tarieven_ingebouwd();
	size_t i;

	(void)state;
	assert_true(tabel->gesorteerd);
	for (i = 1; i < tabel->aantal; i++)
		assert_true(
		    strcmp(tabel->rijen[i - 1].code, tabel->rijen[i].code) < 0);
}

static void
every_tariff_has_its_row_and_its_unit(void **state)
{
	struct hulp *h = *state;
	FILE *f = fopen(TABEL, "r");
	char *regel = NULL;
	size_t ruimte = 0, aantal = 0;

	assert_non_null(f);
	assert_true(getline(&regel, &ruimte, f) > 0);
	assert_string_equal(kolom(h, regel, 0), "code");
	assert_string_equal(kolom(h, regel, 2), "eenheid");
	while (getline(&regel, &ruimte, f) > 0) {
		struct rk_tarief_rij rij = zoek(kolom(h, regel, 0));

		assert_string_equal(rij.eenheid, kolom(h, regel, 2));
		/* No stay is priced per hour, part of a day or month. */
		if (rij.verblijf24 == RK_JA)
			assert_true(strcmp(rij.eenheid, "etmaal") == 0 ||
				    strcmp(rij.eenheid, "dag") == 0);
		aantal++;
	}
	free(regel);
	fclose(f);
	assert_int_equal(aantal, rk_tarieven_ingebouwd()->aantal);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {PROEF(codes_are_sorted),
	    PROEF(every_tariff_has_its_row_and_its_unit)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
