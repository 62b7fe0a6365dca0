/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * feedback_test.c - what is in one plan and not in the other.
 */
#include "core/feedback.h"

#include "check.h"

#define LINE(s, c)                                                             \
	{                                                                      \
		.scenario = SCENARIO_##s, .code = (c)                          \
	}
#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static struct plan
plan_of(const struct plan_line *lines, size_t line_count,
    const struct plan_article *articles, size_t article_count)
{
	return (struct plan){.lines = lines,
	    .line_count = line_count,
	    .articles = articles,
	    .article_count = article_count};
}

static void
lines_are_compared_by_scenario_and_code(void **state)
{
	static const struct plan_line MINE[] = {LINE(HUIDIG, "A"),
	    LINE(HUIDIG, "B"), LINE(DREIGEND, "A"), LINE(DOORBRAAK, "X")};
	static const struct plan_line EXPERT[] = {LINE(HUIDIG, "A"),
	    LINE(DREIGEND, "A"), LINE(DREIGEND, "B"), LINE(DOORBRAAK, "Y")};
	struct plan mine = plan_of(MINE, COUNT(MINE), NULL, 0);
	struct plan expert = plan_of(EXPERT, COUNT(EXPERT), NULL, 0);
	struct plan_difference d = plan_compare(*state, &mine, &expert);

	assert_int_equal(d.lines[SCENARIO_HUIDIG].missing_count, 0);
	assert_int_equal(d.lines[SCENARIO_HUIDIG].extra_count, 1);
	assert_ptr_equal(d.lines[SCENARIO_HUIDIG].extra[0], &MINE[1]);
	/* B stands in my plan too, but in another scenario. */
	assert_int_equal(d.lines[SCENARIO_DREIGEND].missing_count, 1);
	assert_ptr_equal(d.lines[SCENARIO_DREIGEND].missing[0], &EXPERT[2]);
	assert_int_equal(d.lines[SCENARIO_DREIGEND].extra_count, 0);
	assert_ptr_equal(d.lines[SCENARIO_DOORBRAAK].missing[0], &EXPERT[3]);
	assert_ptr_equal(d.lines[SCENARIO_DOORBRAAK].extra[0], &MINE[3]);
	for (int s = 0; s < SCENARIO_COUNT; s++)
		assert_int_equal(d.lines[s].scenario, s);
}

static void
amounts_play_no_part(void **state)
{
	static const struct plan_line MINE[] = {
	    {.scenario = SCENARIO_HUIDIG, .code = "A", .hoeveelheid = "1"}};
	static const struct plan_line EXPERT[] = {{.scenario = SCENARIO_HUIDIG,
	    .code = "A",
	    .hoeveelheid = "9",
	    .tarief_eurocent = 100000}};
	struct plan mine = plan_of(MINE, 1, NULL, 0);
	struct plan expert = plan_of(EXPERT, 1, NULL, 0);
	struct plan_difference d = plan_compare(*state, &mine, &expert);

	for (int s = 0; s < SCENARIO_COUNT; s++)
		assert_int_equal(
		    d.lines[s].missing_count + d.lines[s].extra_count, 0);
}

/* Two children, one provision each: it is named once. */
static void
a_code_that_stands_twice_counts_once(void **state)
{
	static const struct plan_line MINE[] = {
	    LINE(HUIDIG, "X"), LINE(HUIDIG, "X")};
	static const struct plan_line EXPERT[] = {
	    LINE(HUIDIG, "J"), LINE(HUIDIG, "J"), LINE(DREIGEND, "J")};
	struct plan mine = plan_of(MINE, COUNT(MINE), NULL, 0);
	struct plan expert = plan_of(EXPERT, COUNT(EXPERT), NULL, 0);
	struct plan_difference d = plan_compare(*state, &mine, &expert);

	assert_int_equal(d.lines[SCENARIO_HUIDIG].missing_count, 1);
	assert_int_equal(d.lines[SCENARIO_DREIGEND].missing_count, 1);
	assert_int_equal(d.lines[SCENARIO_HUIDIG].extra_count, 1);
}

static void
articles_are_shared_missing_or_extra(void **state)
{
	static const struct plan_article MINE[] = {
	    {"wmo-2.3.5", {"", "omdat", ""}}, {"bw-7.1", {"", "", ""}}};
	static const struct plan_article EXPERT[] = {
	    {"jw-2.3", {"", "", ""}}, {"wmo-2.3.5", {"", "anders", ""}}};
	struct plan mine = plan_of(NULL, 0, MINE, COUNT(MINE));
	struct plan expert = plan_of(NULL, 0, EXPERT, COUNT(EXPERT));
	struct plan_difference d = plan_compare(*state, &mine, &expert);

	assert_int_equal(d.shared_count, 1);
	assert_string_equal(d.shared[0], "wmo-2.3.5");
	assert_int_equal(d.missing_count, 1);
	assert_string_equal(d.missing[0], "jw-2.3");
	assert_int_equal(d.extra_count, 1);
	assert_string_equal(d.extra[0], "bw-7.1");
}

static void
an_empty_plan_misses_all_and_adds_nothing(void **state)
{
	static const struct plan_line EXPERT[] = {
	    LINE(HUIDIG, "A"), LINE(HUIDIG, "B")};
	static const struct plan_article ARTICLES[] = {{"jw-2.3", {"", "", ""}}};
	struct plan mine = plan_of(NULL, 0, NULL, 0);
	struct plan expert = plan_of(EXPERT, 2, ARTICLES, 1);
	struct plan_difference d = plan_compare(*state, &mine, &expert);

	assert_int_equal(d.lines[SCENARIO_HUIDIG].missing_count, 2);
	assert_int_equal(d.missing_count, 1);
	assert_int_equal(d.shared_count + d.extra_count, 0);
}

static void
the_experts_own_plan_has_no_difference(void **state)
{
	static const struct plan_line LINES[] = {
	    LINE(HUIDIG, "A"), LINE(DREIGEND, "B"), LINE(DOORBRAAK, "C")};
	static const struct plan_article ARTICLES[] = {{"a", {"", "", ""}}, {"b", {"", "", ""}}};
	struct plan plan = plan_of(LINES, 3, ARTICLES, 2);
	struct plan_difference d = plan_compare(*state, &plan, &plan);

	for (int s = 0; s < SCENARIO_COUNT; s++)
		assert_int_equal(
		    d.lines[s].missing_count + d.lines[s].extra_count, 0);
	assert_int_equal(d.shared_count, 2);
	assert_int_equal(d.missing_count + d.extra_count, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(lines_are_compared_by_scenario_and_code),
	    ARENA_TEST(amounts_play_no_part),
	    ARENA_TEST(a_code_that_stands_twice_counts_once),
	    ARENA_TEST(articles_are_shared_missing_or_extra),
	    ARENA_TEST(an_empty_plan_misses_all_and_adds_nothing),
	    ARENA_TEST(the_experts_own_plan_has_no_difference),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
