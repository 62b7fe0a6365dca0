/* SPDX-License-Identifier: EUPL-1.2 */
/* The built-in table agrees with the tariff table of the courses. */
#include "unit/calc/hulp.h"

#include <stdio.h>
#include <stdlib.h>

#include "calc/tarieventabel.h"

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

static enum rk_janee
janee(const char *tekst)
{
	return *tekst == '\0'		  ? RK_ONBEKEND
	       : strcmp(tekst, "ja") == 0 ? RK_JA
					  : RK_NEE;
}

enum {
	CODE,
	EENHEID = 2,
	PRIJSPEIL = 4,
	ZEKERHEID = 9,
	KASSTROOM = 12,
	VERBLIJF24,
	GEBEURTENIS,
	ERNSTIG
};

static void
assert_rij(struct hulp *h, const char *regel)
{
	struct rk_tarief_rij rij = zoek(kolom(h, regel, CODE));
	const char *gebeurtenis = kolom(h, regel, GEBEURTENIS);

	assert_string_equal(rij.eenheid, kolom(h, regel, EENHEID));
	assert_int_equal(
	    rij.prijspeil_jaar, strtol(kolom(h, regel, PRIJSPEIL), NULL, 10));
	assert_string_equal(rij.zekerheid, kolom(h, regel, ZEKERHEID));
	assert_string_equal(rij.kasstroom, kolom(h, regel, KASSTROOM));
	assert_int_equal(rij.verblijf24, janee(kolom(h, regel, VERBLIJF24)));
	assert_string_equal(
	    rij.gebeurtenis ? rij.gebeurtenis : "", gebeurtenis);
	assert_int_equal(rij.ernstig, janee(kolom(h, regel, ERNSTIG)));
	/* No stay is priced per hour, part of a day, week or month. */
	if (rij.verblijf24 == RK_JA)
		assert_true(strcmp(rij.eenheid, "etmaal") == 0 ||
			    strcmp(rij.eenheid, "dag") == 0 ||
			    strcmp(rij.eenheid, "jaar") == 0);
}

static void
every_tariff_has_its_row_with_all_that_the_rules_read(void **state)
{
	struct hulp *h = *state;
	FILE *f = fopen(TABEL, "r");
	char *regel = NULL;
	size_t ruimte = 0, aantal = 0;

	assert_non_null(f);
	assert_true(getline(&regel, &ruimte, f) > 0);
	assert_string_equal(kolom(h, regel, CODE), "code");
	assert_string_equal(kolom(h, regel, EENHEID), "eenheid");
	assert_string_equal(kolom(h, regel, PRIJSPEIL), "prijspeil_jaar");
	assert_string_equal(kolom(h, regel, ZEKERHEID), "zekerheid");
	assert_string_equal(kolom(h, regel, KASSTROOM), "kasstroom");
	assert_string_equal(kolom(h, regel, VERBLIJF24), "verblijf24");
	assert_string_equal(kolom(h, regel, GEBEURTENIS), "gebeurtenis");
	assert_string_equal(kolom(h, regel, ERNSTIG), "ernstig");
	while (getline(&regel, &ruimte, f) > 0) {
		assert_rij(h, regel);
		aantal++;
	}
	free(regel);
	fclose(f);
	assert_int_equal(aantal, rk_tarieven_ingebouwd()->aantal);
}

static void
a_code_is_found_and_another_is_not(void **state)
{
	const struct rk_tarieventabel *tabel = rk_tarieven_ingebouwd();
	size_t i;

	(void)state;
	for (i = 0; i < tabel->aantal; i++)
		assert_ptr_equal(rk_tarief_zoek(tabel, tabel->rijen[i].code),
		    &tabel->rijen[i]);
	assert_null(rk_tarief_zoek(tabel, ""));
	assert_null(rk_tarief_zoek(tabel, "AAA"));
	assert_null(rk_tarief_zoek(tabel, "ZZZ"));
	assert_null(rk_tarief_zoek(tabel, "WMO-B"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {PROEF(codes_are_sorted),
	    PROEF(every_tariff_has_its_row_with_all_that_the_rules_read),
	    PROEF(a_code_is_found_and_another_is_not)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
