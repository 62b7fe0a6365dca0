/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chance_line_test.c - the geometry of the line of chances: it crosses zero
 * where the plan breaks even, and nothing leaves the picture.
 */
#include "web/chance_line.h"

#include "check.h"

/* H 100, D 300, B 150 in cents: -50 at 0 %, 150 at 100 %, even at 25 %. */
static const struct rk_resultaat RESULT = {
    .break_even_kans = {.teller = 50,
	.noemer = 200,
	.duiding = RK_VOORDELIG_VANAF,
	.drempel_pct = 25},
    .verwachting = {.gegeven = true,
	.kans_dreigend = "0.5",
	.verwachte_baten = 50}};
static const struct rk_gevoeligheid MOVES = {
    .kansen = {{"0", 100, -50}, {"0.25", 150, 0}, {"0.5", 200, 50},
	{"0.75", 250, 100}, {"1", 300, 150}}};

static struct chance_line
draw(struct arena *a, const struct rk_resultaat *r,
    const struct rk_gevoeligheid *g)
{
	struct chance_reach reach = {0};

	chance_reach_widen(&reach, g);
	return chance_line_make(a, "id", "Titel", r, g, reach);
}

static void
the_line_crosses_zero_at_the_break_even(void **state)
{
	struct chance_line v = draw(*state, &RESULT, &MOVES);
	/* On the line at a quarter of its length. */
	int there = v.y0 + (v.y100 - v.y0) / 4;

	assert_true(v.has_cross);
	assert_true(v.y0 > v.zero_y && v.y100 < v.zero_y);
	assert_in_range(there, v.zero_y - 1, v.zero_y + 1);
	assert_in_range(v.cross_x, 8 + 344 / 4 - 1, 8 + 344 / 4 + 1);
	assert_string_equal(v.cross, "voordelig vanaf 25 %");
}

static void
the_plans_own_chance_stands_on_the_line(void **state)
{
	struct chance_line v = draw(*state, &RESULT, &MOVES);

	assert_true(v.has_own);
	assert_int_equal(v.own_x, CHANCE_WIDTH / 2);
	assert_in_range(v.own_y, (v.y0 + v.y100) / 2 - 1,
	    (v.y0 + v.y100) / 2 + 1);
	assert_string_equal(v.own, "in het plan: 50 %");
	assert_string_equal(v.own_anchor, "middle");
}

static void
without_a_chance_or_a_crossing_neither_is_marked(void **state)
{
	struct rk_resultaat r = {
	    .break_even_kans = {.duiding = RK_ALTIJD_VOORDELIG}};
	struct chance_line v = draw(*state, &r, &MOVES);

	assert_false(v.has_cross);
	assert_false(v.has_own);
	assert_string_equal(v.words,
	    "Bij een kans van 0 % is het plan €\u00a01 duurder dan niets doen, "
	    "bij 100 % €\u00a02 voordeliger.");
}

static void
the_words_say_what_the_picture_shows(void **state)
{
	struct chance_line v = draw(*state, &RESULT, &MOVES);

	assert_contains(v.words, "Het is voordelig vanaf 25 %.");
	assert_contains(v.words, "De kans in het plan: 50 %.");
	assert_string_equal(v.end0, "0 %: −€\u00a01");
	assert_string_equal(v.end100, "100 %: €\u00a02");
	assert_string_equal(v.row[1].chance, "25 %");
	assert_string_equal(v.row[1].words, "even duur");
}

static void
all_of_it_stays_within_the_picture(void **state)
{
	static const int64_t ENDS[][2] = {{0, 0}, {-RK_MAX_BEDRAG, 0},
	    {-RK_MAX_BEDRAG, RK_MAX_BEDRAG}, {RK_MAX_BEDRAG, 1}, {5, 7}};

	for (size_t i = 0; i < sizeof(ENDS) / sizeof(ENDS[0]); i++) {
		struct rk_gevoeligheid g = MOVES;
		struct chance_line v;

		for (int k = 0; k < RK_KANSEN; k++)
			g.kansen[k].verwachte_baten =
			    ENDS[i][0] + (ENDS[i][1] / 4 - ENDS[i][0] / 4) * k;
		v = draw(*state, &RESULT, &g);
		assert_in_range(v.y0, 24, 176);
		assert_in_range(v.y100, 24, 176);
		assert_in_range(v.zero_y, 24, 176);
	}
}

static void
pictures_of_one_reach_can_be_compared(void **state)
{
	struct rk_gevoeligheid more = MOVES;
	struct chance_reach reach = {0};
	struct chance_line a, b;

	more.kansen[4].verwachte_baten = 300;
	chance_reach_widen(&reach, &MOVES);
	chance_reach_widen(&reach, &more);
	a = chance_line_make(*state, "a", "t", &RESULT, &MOVES, reach);
	b = chance_line_make(*state, "b", "t", &RESULT, &more, reach);
	assert_int_equal(a.zero_y, b.zero_y);
	assert_int_equal(a.y0, b.y0);
	assert_true(b.y100 < a.y100);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(the_line_crosses_zero_at_the_break_even),
	    ARENA_TEST(the_plans_own_chance_stands_on_the_line),
	    ARENA_TEST(without_a_chance_or_a_crossing_neither_is_marked),
	    ARENA_TEST(the_words_say_what_the_picture_shows),
	    ARENA_TEST(all_of_it_stays_within_the_picture),
	    ARENA_TEST(pictures_of_one_reach_can_be_compared),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
