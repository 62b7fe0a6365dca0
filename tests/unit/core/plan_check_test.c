/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * plan_check_test.c - when a step is ready, and what is said to be open.
 */
#include "core/plan_check.h"

#include "check.h"

static const struct plan_line NOW = {.scenario = SCENARIO_HUIDIG};
static const struct plan_line BOTH[] = {
    {.scenario = SCENARIO_HUIDIG}, {.scenario = SCENARIO_DOORBRAAK}};
static const struct plan_article ARGUED[] = {
    {"wmo", {"Dit mag niet.", "Het mag wel.", "Omdat."}},
    {"pw", {"Dit mag niet.", " \n", ""}}, {"jw", {"", "", ""}},
    {"a", {"", "x", "x"}}, {"b", {"", "x", "x"}}, {"c", {"", "x", "x"}}};
static const struct plan_action ACTION = {"a", "Bellen", "Noor", "morgen"};

static struct plan
empty(void)
{
	struct plan plan = {.horizon_jaren = 1, .disconto_pct = "0"};

	for (int f = 0; f < FIELD_COUNT; f++)
		plan.text[f] = "";
	return plan;
}

/* Everything that is required, and nothing else. */
static struct plan
just_enough(void)
{
	static const enum plan_field FIELDS[] = {FIELD_SITUATIE, FIELD_WENS,
	    FIELD_DOORBRAAK, FIELD_HULP, FIELD_BETROKKENHEID,
	    FIELD_LEGITIMITEIT, FIELD_RENDEMENT, FIELD_PLAN_B};
	struct plan plan = empty();

	for (size_t i = 0; i < sizeof(FIELDS) / sizeof(FIELDS[0]); i++)
		plan.text[FIELDS[i]] = "x";
	plan.lines = BOTH;
	plan.line_count = 2;
	plan.articles = ARGUED;
	plan.article_count = 1;
	plan.actions = &ACTION;
	plan.action_count = 1;
	return plan;
}

static struct plan_check
check_of(const struct plan *plan)
{
	struct plan_check check;

	plan_check(&check, plan);
	return check;
}

static bool
says(const struct plan_check *check, int step, const char *words)
{
	const struct step_check *s = &check->step[step - 1];

	for (size_t i = 0; i < s->todo_count; i++)
		if (strstr(s->todo[i].text, words) != NULL)
			return true;
	return false;
}

/* Step 5 asks the most: all of it must fit in the struct. */
static void
an_empty_plan_has_everything_to_do(void **state)
{
	static const size_t TODOS[STEP_COUNT] = {2, 2, 2, 2, 10, 2};
	struct plan plan = empty();
	struct plan_check check = check_of(&plan);

	(void)state;
	for (int i = 0; i < STEP_COUNT; i++) {
		assert_int_equal(check.step[i].state, STEP_EMPTY);
		assert_int_equal(check.step[i].todo_count, TODOS[i]);
		assert_true(TODOS[i] <= STEP_TODO_MAX);
	}
	assert_int_equal(check.required_count, 12);
	assert_int_equal(check.first_open, 1);
}

static void
what_is_required_comes_first(void **state)
{
	struct plan plan = empty();
	struct plan_check check = check_of(&plan);

	(void)state;
	for (int i = 0; i < STEP_COUNT; i++) {
		const struct step_check *s = &check.step[i];

		for (size_t t = 1; t < s->todo_count; t++)
			assert_true(s->todo[t - 1].is_required >=
				    s->todo[t].is_required);
	}
}

static void
just_enough_may_be_handed_in(void **state)
{
	struct plan plan = just_enough();
	struct plan_check check = check_of(&plan);

	(void)state;
	assert_int_equal(check.required_count, 0);
	assert_int_equal(check.first_open, 0);
	for (int i = 0; i < STEP_COUNT; i++)
		assert_int_equal(check.step[i].state, STEP_READY);
	assert_true(says(&check, 1, "knelt"));
	assert_true(says(&check, 5, "(dreigend)"));
	assert_true(says(&check, 5, "hoe groot de kans"));
}

/* The three values weigh the same: none may be missing. */
static void
each_of_the_three_values_is_required(void **state)
{
	static const enum plan_field VALUES[] = {
	    FIELD_BETROKKENHEID, FIELD_LEGITIMITEIT, FIELD_RENDEMENT};

	(void)state;
	for (int i = 0; i < 3; i++) {
		struct plan plan = just_enough();
		struct plan_check check;

		plan.text[VALUES[i]] = "";
		check = check_of(&plan);
		assert_int_equal(check.required_count, 1);
		assert_int_equal(check.first_open, 5);
		assert_int_equal(check.step[4].state, STEP_BUSY);
	}
}

static void
white_space_is_nothing(void **state)
{
	struct plan plan = just_enough();
	struct plan_check check;

	(void)state;
	plan.text[FIELD_SITUATIE] = " \t\r\n ";
	check = check_of(&plan);
	assert_int_equal(check.first_open, 1);
	assert_int_equal(check.step[0].state, STEP_EMPTY);
}

static void
lines_of_now_are_not_a_plan(void **state)
{
	struct plan plan = just_enough();
	struct plan_check check;

	(void)state;
	plan.lines = &NOW;
	plan.line_count = 1;
	check = check_of(&plan);
	assert_int_equal(check.required_count, 1);
	assert_true(says(&check, 5, "(doorbraak)"));
	assert_false(says(&check, 5, "(huidig)"));
}

/* article NULL: there is none. */
static struct plan_todo
todo_about(const struct plan_check *check, const char *article)
{
	const struct step_check *step = &check->step[4];

	for (size_t i = 0; i < step->todo_count; i++)
		if (step->todo[i].article != NULL &&
		    strcmp(step->todo[i].article, article) == 0)
			return step->todo[i];
	return (struct plan_todo){NULL, NULL, false, NULL, 0};
}

static void
what_an_argument_lacks_is_said_per_article(void **state)
{
	struct plan plan = just_enough();
	struct plan_check check = check_of(&plan);

	(void)state;
	assert_null(todo_about(&check, "wmo").article);
	plan.article_count = 3;
	check = check_of(&plan);
	assert_null(todo_about(&check, "wmo").article);
	assert_int_equal(todo_about(&check, "pw").lacks,
	    1u << ARGUMENT_RUIMTE | 1u << ARGUMENT_AFWEGING);
	assert_int_equal(todo_about(&check, "jw").lacks, 7);
	assert_string_equal(todo_about(&check, "jw").page, "legitimiteit");
	assert_int_equal(check.required_count, 0);
	assert_int_equal(check.step[4].state, STEP_READY);
}

static void
many_unargued_articles_are_not_all_named(void **state)
{
	struct plan plan = just_enough();
	struct plan_check check;

	(void)state;
	plan.article_count = 5;
	check = check_of(&plan);
	assert_non_null(todo_about(&check, "b").article);
	assert_false(says(&check, 5, "andere artikelen"));
	plan.article_count = 6;
	check = check_of(&plan);
	assert_null(todo_about(&check, "c").article);
	assert_true(says(&check, 5, "andere artikelen"));
}

static void
something_optional_makes_a_step_busy(void **state)
{
	struct plan plan = empty();
	struct plan_check check;

	(void)state;
	plan.text[FIELD_PERSPECTIEF] = "x";
	plan.kans_dreigend = "0.5";
	check = check_of(&plan);
	assert_int_equal(check.step[1].state, STEP_BUSY);
	assert_int_equal(check.step[4].state, STEP_BUSY);
	assert_false(says(&check, 5, "hoe groot de kans"));
	assert_int_equal(check.first_open, 1);
}

static void
a_todo_leads_to_the_page_where_it_is_done(void **state)
{
	struct plan plan = empty();
	struct plan_check check = check_of(&plan);

	(void)state;
	for (int i = 0; i < STEP_COUNT; i++)
		for (size_t t = 0; t < check.step[i].todo_count; t++) {
			const char *page = check.step[i].todo[t].page;
			int step = plan_step_by_slug(page);

			if (strcmp(page, "legitimiteit") == 0 ||
			    strcmp(page, "rendement") == 0)
				step = 5;
			assert_int_equal(step, i + 1);
		}
}

static void
steps_have_names(void **state)
{
	(void)state;
	for (int step = 1; step <= STEP_COUNT; step++)
		assert_int_equal(plan_step_by_slug(plan_step_slug(step)), step);
	assert_string_equal(plan_step_name(2), "Toekomstperspectief");
	assert_int_equal(plan_step_by_slug("legitimiteit"), 0);
	assert_int_equal(plan_step_by_slug(""), 0);
	assert_string_equal(step_state_words(STEP_EMPTY), "nog leeg");
	assert_string_equal(step_state_words(STEP_BUSY), "bezig");
	assert_string_equal(step_state_words(STEP_READY), "klaar");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_empty_plan_has_everything_to_do),
	    cmocka_unit_test(what_is_required_comes_first),
	    cmocka_unit_test(just_enough_may_be_handed_in),
	    cmocka_unit_test(each_of_the_three_values_is_required),
	    cmocka_unit_test(white_space_is_nothing),
	    cmocka_unit_test(lines_of_now_are_not_a_plan),
	    cmocka_unit_test(what_an_argument_lacks_is_said_per_article),
	    cmocka_unit_test(many_unargued_articles_are_not_all_named),
	    cmocka_unit_test(something_optional_makes_a_step_busy),
	    cmocka_unit_test(a_todo_leads_to_the_page_where_it_is_done),
	    cmocka_unit_test(steps_have_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
