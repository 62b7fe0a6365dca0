/* SPDX-License-Identifier: EUPL-1.2 */
/* indexeer_test.c - price levels: the examples of the header, and limits. */
#include "calc/indexeer.h"

#include "unit/calc/hulp.h"

static struct hulp *hulp;

static int64_t
reken(int64_t eurocent, const int *mutaties, size_t jaren)
{
	int64_t uit = -1;

	assert_true(rk_indexeer(&uit, eurocent, mutaties, jaren, &hulp->memory));
	return uit;
}

static void
het_voorbeeld_van_de_kop_klopt(void **state)
{
	static const int M[] = {33, 33};

	hulp = *state;
	assert_int_equal(reken(6110, M, 2), 6520);
}

static void
zonder_jaren_blijft_de_prijs(void **state)
{
	hulp = *state;
	assert_int_equal(reken(6110, NULL, 0), 6110);
}

/* 50 × 1,01 = 50,5 -> 51; 50 × 1,009 = 50,45 -> 50: once, at the end. */
static void
een_halve_cent_gaat_omhoog(void **state)
{
	static const int M[] = {10}, MINDER[] = {9}, TWEE[] = {10, 10};

	hulp = *state;
	assert_int_equal(reken(50, M, 1), 51);
	assert_int_equal(reken(50, MINDER, 1), 50);
	assert_int_equal(reken(50, TWEE, 2), 51); /* 51,005; not 51 × 1,01 */
}

static void
prijzen_kunnen_dalen(void **state)
{
	static const int M[] = {-5};

	hulp = *state;
	assert_int_equal(reken(1000, M, 1), 995);
}

/* Twenty years of 10 %: 1,1^20 = 6,727499949325600092… beyond 128 bits. */
static void
twintig_jaar_blijft_exact(void **state)
{
	int m[20];

	hulp = *state;
	for (int i = 0; i < 20; i++)
		m[i] = 100;
	assert_int_equal(reken(1000000000, m, 20), 6727499949);
}

static void
wat_niet_past_wordt_geweigerd(void **state)
{
	int m[300];
	int64_t uit;

	hulp = *state;
	for (int i = 0; i < 300; i++)
		m[i] = 100;
	assert_false(rk_indexeer(&uit, 1000000000, m, 300, &hulp->memory));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    PROEF(het_voorbeeld_van_de_kop_klopt),
	    PROEF(zonder_jaren_blijft_de_prijs),
	    PROEF(een_halve_cent_gaat_omhoog),
	    PROEF(prijzen_kunnen_dalen),
	    PROEF(twintig_jaar_blijft_exact),
	    PROEF(wat_niet_past_wordt_geweigerd),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
