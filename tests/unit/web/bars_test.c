/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * bars_test.c - the geometry of the picture with signed bars.
 */
#include "web/bars.h"

#include "check.h"

static struct rk_post posts[] = {
    {"Jeugdwet", 400000}, {"Participatiewet", 0}, {"Wmo 2015", -200000}};
static const struct rk_verdeling AMOUNTS = {.posten = posts, .aantal = 3};

enum { MIDDLE = BARS_WIDTH / 2 };

static struct bars
draw(struct arena *a, int64_t largest)
{
	return bars_make(a, "id", "Baten per wet", "Wet", &AMOUNTS, largest);
}

static void
the_largest_is_found_without_its_sign(void **state)
{
	struct rk_post loss[] = {{"a", 5}, {"b", -7}};
	struct rk_verdeling list = {.posten = loss, .aantal = 2};
	struct rk_verdeling none = {0};

	(void)state;
	assert_int_equal(bars_largest(&AMOUNTS), 400000);
	assert_int_equal(bars_largest(&list), 7);
	assert_int_equal(bars_largest(&none), 0);
}

static void
gains_grow_to_the_right_and_losses_to_the_left(void **state)
{
	struct bars b = draw(*state, 400000);

	assert_int_equal(b.count, 3);
	assert_int_equal(b.zero_x, MIDDLE);
	assert_int_equal(b.bar[0].x, MIDDLE);
	assert_false(b.bar[0].is_negative);
	assert_int_equal(b.bar[2].x + b.bar[2].width, MIDDLE);
	assert_true(b.bar[2].is_negative);
}

static void
every_bar_stays_within_the_picture(void **state)
{
	for (int64_t largest = 400000; largest < RK_MAX_BEDRAG; largest *= 9) {
		struct bars b = draw(*state, largest);

		for (size_t i = 0; i < b.count; i++) {
			assert_true(b.bar[i].x >= 0);
			assert_true(b.bar[i].x + b.bar[i].width <= BARS_WIDTH);
			assert_true(b.bar[i].bar_y < b.height);
		}
	}
}

static void
the_largest_amounts_there_are_fit(void **state)
{
	struct rk_post big[] = {{"a", RK_MAX_BEDRAG}, {"b", -RK_MAX_BEDRAG}};
	struct rk_verdeling list = {.posten = big, .aantal = 2};
	struct bars b =
	    bars_make(*state, "id", "t", "Wet", &list, bars_largest(&list));

	assert_int_equal(b.bar[0].width, b.bar[1].width);
	assert_true(b.bar[0].width > MIDDLE / 2);
	assert_true(b.bar[1].x >= 0);
}

static void
width_is_in_proportion(void **state)
{
	struct bars b = draw(*state, 400000), half = draw(*state, 800000);

	assert_in_range(
	    2 * b.bar[2].width, b.bar[0].width - 1, b.bar[0].width + 2);
	assert_in_range(
	    2 * half.bar[0].width, b.bar[0].width - 1, b.bar[0].width + 2);
}

static void
a_small_amount_can_still_be_seen(void **state)
{
	struct bars b = draw(*state, RK_MAX_BEDRAG);

	assert_int_equal(b.bar[0].width, 1);
	assert_int_equal(b.bar[2].width, 1);
}

static void
nothing_has_no_bar(void **state)
{
	struct rk_post zero[] = {{"a", 0}};
	struct rk_verdeling list = {.posten = zero, .aantal = 1};

	assert_int_equal(draw(*state, 400000).bar[1].width, 0);
	assert_int_equal(
	    bars_make(*state, "id", "t", "Wet", &list, 0).bar[0].width, 0);
}

static void
rows_stand_below_each_other(void **state)
{
	struct bars b = draw(*state, 400000);

	assert_int_equal(b.height, 3 * BARS_ROW);
	for (size_t i = 0; i < b.count; i++) {
		assert_true(b.bar[i].name_y > BARS_ROW * (int)i);
		assert_true(b.bar[i].bar_y > b.bar[i].name_y);
		assert_true(b.bar[i].bar_y < BARS_ROW * (int)(i + 1));
	}
}

static void
the_words_say_what_the_picture_shows(void **state)
{
	struct bars b = draw(*state, 400000);

	assert_string_equal(b.words,
	    "Jeugdwet: €\u00a04.000 minder uitgaven. Participatiewet: evenveel "
	    "uitgaven. Wmo 2015: €\u00a02.000 meer uitgaven.");
	assert_string_equal(b.bar[0].amount, "€\u00a04.000");
	assert_string_equal(b.bar[2].amount, "−€\u00a02.000");
}

static void
no_amounts_give_an_empty_picture(void **state)
{
	struct rk_verdeling none = {0};
	struct bars b = bars_make(*state, "id", "t", "Wet", &none, 0);

	assert_int_equal(b.count, 0);
	assert_string_equal(b.words, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_largest_is_found_without_its_sign),
	    ARENA_TEST(gains_grow_to_the_right_and_losses_to_the_left),
	    ARENA_TEST(every_bar_stays_within_the_picture),
	    ARENA_TEST(the_largest_amounts_there_are_fit),
	    ARENA_TEST(width_is_in_proportion),
	    ARENA_TEST(a_small_amount_can_still_be_seen),
	    ARENA_TEST(nothing_has_no_bar),
	    ARENA_TEST(rows_stand_below_each_other),
	    ARENA_TEST(the_words_say_what_the_picture_shows),
	    ARENA_TEST(no_amounts_give_an_empty_picture),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
