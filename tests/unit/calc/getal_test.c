/* SPDX-License-Identifier: EUPL-1.2 */
/* getal.c: exact numbers, and that 128 bits and GMP say the same. */
#include "unit/calc/hulp.h"

#include "calc/getal.h"

static const char *
toon(struct rk_rekenaar *r, struct rk_getal g)
{
	return rk_vier_decimalen(r, g);
}

static void
halves_go_away_from_zero(void **state)
{
	static const struct {
		int64_t teller, noemer, afgerond;
	} GEVALLEN[] = {{1, 2, 1}, {-1, 2, -1}, {3, 2, 2}, {-3, 2, -2},
	    {5, 2, 3}, {49, 100, 0}, {-49, 100, 0}, {51, 100, 1}, {0, 7, 0},
	    {1672612500, 1000, 1672613}, {2985517500, 1000, 2985518},
	    {7, -2, -4}, {INT64_MAX, 1, INT64_MAX}};
	struct hulp *h = *state;
	int groot;
	size_t i;

	for (groot = 0; groot < 2; groot++) {
		struct rk_rekenaar r = {&h->memory, groot, NULL};

		for (i = 0; i < sizeof(GEVALLEN) / sizeof(*GEVALLEN); i++) {
			int64_t uit = 99;

			assert_true(
			    rk_afronden(&uit, rk_breuk(&r, GEVALLEN[i].teller,
						  GEVALLEN[i].noemer)));
			assert_int_equal(uit, GEVALLEN[i].afgerond);
		}
		rk_rekenaar_sluit(&r);
	}
}

static void
a_number_beyond_64_bits_is_not_rounded_but_refused(void **state)
{
	struct hulp *h = *state;
	struct rk_rekenaar r = {&h->memory, false, NULL};
	struct rk_getal g =
	    rk_plus(&r, rk_heel(&r, INT64_MAX), rk_breuk(&r, 1, 2));
	int64_t uit;

	assert_false(rk_afronden(&uit, g));
	g = rk_min(&r, rk_heel(&r, 0), g);
	assert_false(rk_afronden(&uit, g));
	g = rk_maal(&r, rk_maal(&r, g, g), rk_maal(&r, g, g));
	assert_non_null(g.groot);
	assert_false(rk_afronden(&uit, g));
	rk_rekenaar_sluit(&r);
}

static void
four_decimals_keep_sign_and_zeros(void **state)
{
	struct hulp *h = *state;
	struct rk_rekenaar r = {&h->memory, false, NULL};

	assert_string_equal(toon(&r, rk_breuk(&r, 578400, 8513820)), "0.0679");
	assert_string_equal(toon(&r, rk_breuk(&r, -27882, -4285)), "6.5069");
	assert_string_equal(
	    toon(&r, rk_breuk(&r, -1918386, 7266902)), "-0.2640");
	assert_string_equal(toon(&r, rk_breuk(&r, -1, 100000)), "0.0000");
	assert_string_equal(toon(&r, rk_breuk(&r, -1, 20000)), "-0.0001");
	assert_string_equal(toon(&r, rk_heel(&r, 12)), "12.0000");
}

/* xorshift: the same numbers on every machine. */
static uint64_t
volgende(uint64_t *s)
{
	*s ^= *s << 13;
	*s ^= *s >> 7;
	*s ^= *s << 17;
	return *s;
}

static void
assert_zelfde(
    struct rk_getal klein, struct rk_getal groot, struct rk_rekenaar *r)
{
	/* Compared in GMP: the difference is exactly zero. */
	assert_int_equal(rk_teken(klein), rk_teken(groot));
	assert_int_equal(rk_vergelijk(r, klein, groot), 0);
}

static void
both_paths_agree_on_random_numbers(void **state)
{
	struct hulp *h = *state;
	uint64_t zaad = UINT64_C(88172645463325252);
	int i, over = 0;

	for (i = 0; i < 20000; i++) {
		struct rk_rekenaar r = {&h->memory, false, NULL};
		struct rk_rekenaar g = {&h->memory, true, NULL};
		struct rk_getal a[2] = {rk_heel(&r, 1), rk_heel(&g, 1)};
		int k;

		for (k = 0; k < 6; k++) {
			int64_t t = (int64_t)(volgende(&zaad) >>
					      (volgende(&zaad) % 60));
			int64_t n = 1 + (int64_t)(volgende(&zaad) % 1000000 >>
						  (volgende(&zaad) % 20));
			struct rk_getal x = rk_breuk(&r, t, n);
			struct rk_getal y = rk_breuk(&g, t, n);

			switch (volgende(&zaad) % 4) {
			case 0:
				a[0] = rk_plus(&r, a[0], x);
				a[1] = rk_plus(&g, a[1], y);
				break;
			case 1:
				a[0] = rk_min(&r, a[0], x);
				a[1] = rk_min(&g, a[1], y);
				break;
			case 2:
				a[0] = rk_maal(&r, a[0], x);
				a[1] = rk_maal(&g, a[1], y);
				break;
			default:
				if (rk_teken(x) == 0)
					break;
				a[0] = rk_gedeeld(&r, a[0], x);
				a[1] = rk_gedeeld(&g, a[1], y);
			}
			assert_null(x.groot);
			assert_non_null(a[1].groot);
		}
		over += a[0].groot != NULL;
		assert_zelfde(a[0], a[1], &g);
		rk_rekenaar_sluit(&r);
		rk_rekenaar_sluit(&g);
		json_arena_leeg(&h->arena);
	}
	/* The random numbers really cross the border, and do not live there. */
	assert_in_range(over, 1000, 19000);
}

static void
what_fits_again_comes_back_to_128_bits(void **state)
{
	struct hulp *h = *state;
	struct rk_rekenaar r = {&h->memory, false, NULL};
	struct rk_getal groot = rk_heel(&r, INT64_MAX);
	struct rk_getal vier;
	int i;

	for (i = 0; i < 3; i++)
		groot = rk_maal(&r, groot, groot);
	assert_non_null(groot.groot);
	vier = rk_gedeeld(&r, rk_maal(&r, groot, rk_heel(&r, 4)), groot);
	assert_null(vier.groot);
	assert_true(vier.teller == 4 && vier.noemer == 1);
	rk_rekenaar_sluit(&r);
}

static void
the_edge_of_128_bits_is_exact(void **state)
{
	struct hulp *h = *state;
	struct rk_rekenaar r = {&h->memory, false, NULL};
	struct rk_getal twee = rk_heel(&r, 2), macht = rk_heel(&r, 1);
	int i;

	for (i = 0; i < 126; i++)
		macht = rk_maal(&r, macht, twee);
	assert_null(macht.groot); /* 2^126 */
	assert_non_null(rk_plus(&r, macht, macht).groot);
	/* 2^126 + (2^126 - 1) is the largest that fits. */
	macht = rk_plus(&r, macht, rk_min(&r, macht, rk_heel(&r, 1)));
	assert_null(macht.groot);
	assert_non_null(rk_plus(&r, macht, rk_heel(&r, 1)).groot);
	macht = rk_min(&r, rk_heel(&r, 0), macht);
	assert_null(macht.groot);
	assert_non_null(rk_min(&r, macht, rk_heel(&r, 1)).groot);
	rk_rekenaar_sluit(&r);
}

static void
a_fraction_need_not_be_in_lowest_terms(void **state)
{
	struct hulp *h = *state;
	int groot;

	for (groot = 0; groot < 2; groot++) {
		struct rk_rekenaar r = {&h->memory, groot, NULL};
		struct rk_getal a = rk_breuk(&r, 15, 10);
		struct rk_getal b = rk_breuk(&r, 3, 2);
		struct rk_getal veel = rk_heel(&r, 1);
		int i;

		assert_int_equal(rk_vergelijk(&r, a, b), 0);
		assert_int_equal(rk_teken(rk_min(&r, a, b)), 0);
		assert_int_equal(rk_geheel_deel(rk_plus(&r, a, b)), 3);
		/* (15/10 x 2/3)^200 stays 1, however it is kept. */
		for (i = 0; i < 200; i++)
			veel = rk_maal(
			    &r, rk_maal(&r, veel, a), rk_breuk(&r, 2, 3));
		assert_int_equal(rk_vergelijk(&r, veel, rk_heel(&r, 1)), 0);
		rk_rekenaar_sluit(&r);
	}
}

static void
lowest_terms_are_there_for_who_asks(void **state)
{
	struct hulp *h = *state;
	struct rk_rekenaar r = {&h->memory, false, NULL};
	struct rk_getal uit = rk_vereenvoudig(
	    &r, rk_maal(&r, rk_breuk(&r, -15, 10), rk_breuk(&r, 4, 6)));

	assert_true(uit.teller == -1 && uit.noemer == 1);
	uit = rk_vereenvoudig(&r, rk_breuk(&r, 0, 12));
	assert_true(uit.teller == 0 && uit.noemer == 1);
	rk_rekenaar_sluit(&r);
}

static void
kgv_takes_in_a_denominator(void **state)
{
	struct hulp *h = *state;
	int groot;

	for (groot = 0; groot < 2; groot++) {
		struct rk_rekenaar r = {&h->memory, groot, NULL};
		struct rk_getal uit =
		    rk_kgv(&r, rk_heel(&r, 12), rk_breuk(&r, 5, 18));

		assert_int_equal(rk_vergelijk(&r, uit, rk_heel(&r, 36)), 0);
		uit = rk_op_kgv(&r, rk_breuk(&r, 5, 18), uit);
		assert_int_equal(rk_vergelijk(&r, uit, rk_heel(&r, 10)), 0);
		rk_rekenaar_sluit(&r);
	}
}

/* A break-even chance is a large amount over a difference that may be tiny. */
static void
four_decimals_of_more_than_64_bits(void **state)
{
	struct hulp *h = *state;
	int groot;

	for (groot = 0; groot < 2; groot++) {
		struct rk_rekenaar r = {&h->memory, groot, NULL};
		struct rk_getal groot_getal =
		    rk_maal(&r, rk_heel(&r, INT64_C(9000000000000001)),
			rk_breuk(&r, 1000000, 3));

		assert_string_equal(
		    toon(&r, groot_getal), "3000000000000000333333.3333");
		rk_rekenaar_sluit(&r);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {PROEF(halves_go_away_from_zero),
	    PROEF(a_number_beyond_64_bits_is_not_rounded_but_refused),
	    PROEF(four_decimals_keep_sign_and_zeros),
	    PROEF(both_paths_agree_on_random_numbers),
	    PROEF(what_fits_again_comes_back_to_128_bits),
	    PROEF(the_edge_of_128_bits_is_exact),
	    PROEF(a_fraction_need_not_be_in_lowest_terms),
	    PROEF(lowest_terms_are_there_for_who_asks),
	    PROEF(kgv_takes_in_a_denominator),
	    PROEF(four_decimals_of_more_than_64_bits)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
