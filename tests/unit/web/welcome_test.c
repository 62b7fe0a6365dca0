/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * welcome_test.c - the opening page and the tour, through dispatch: for who
 * has no account, without asking the database.
 */
#include "check.h"
#include "golden.h"
#include "learning.h"

/* The page as a visitor gets it: at once. */
static struct exchange *
visitor_gets(const char *path)
{
	struct exchange *ex = learner_asks(path, NULL);

	ex->cookie = NULL;
	assert_int_equal(dispatch_start(ex), TURN_ANSWER);
	assert_int_equal(ex->response.code, 200);
	return ex;
}

static void
a_visitor_is_welcomed_with_a_question_to_try(void **unused)
{
	struct exchange *ex = visitor_gets("/");

	(void)unused;
	golden_check("welkom", main_of(ex->arena, ex->response.body));
}

static void
a_welcome_keeps_nothing_of_the_visitor(void **unused)
{
	struct exchange *ex = visitor_gets("/");

	(void)unused;
	assert_null(header_of(ex, "set-cookie"));
	assert_lacks(ex->response.body, "<form");
	assert_lacks(ex->response.body, "<input");
}

static void
without_a_question_there_is_a_welcome_all_the_same(void **unused)
{
	struct course course = LEARN_COURSES[0];
	struct library library = {.course_count = 1, .courses = &course};
	struct exchange *ex = learner_asks("/", NULL);

	(void)unused;
	course.taste = NULL;
	ex->library = &library;
	ex->cookie = NULL;
	assert_int_equal(dispatch_start(ex), TURN_ANSWER);
	assert_contains(ex->response.body, "href=\"/inloggen\">Inloggen");
	assert_lacks(ex->response.body, "Probeer een vraag");
}

static void
who_was_logged_out_meanwhile_is_welcomed_too(void **unused)
{
	struct exchange *ex = learner_asks("/", NULL);

	(void)unused;
	assert_int_equal(dispatch_start(ex), TURN_ASK);
	ex->batch->status = ST_NO_SESSION;
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	assert_int_equal(ex->response.code, 200);
	assert_contains(ex->response.body, "href=\"/inloggen\">Inloggen");
}

static void
the_tour_shows_four_places(void **unused)
{
	struct exchange *ex = visitor_gets("/rondleiding");
	const char *at = ex->response.body;
	int pictures = 0;

	(void)unused;
	for (; (at = strstr(at, "<img ")) != NULL; at++) {
		const char *alt = strstr(at, " alt=\"");

		assert_non_null(alt);
		assert_true(alt < strchr(at, '>') && alt[6] != '"');
		pictures++;
	}
	assert_int_equal(pictures, 4);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    LEARNING_TEST(a_visitor_is_welcomed_with_a_question_to_try),
	    LEARNING_TEST(a_welcome_keeps_nothing_of_the_visitor),
	    LEARNING_TEST(without_a_question_there_is_a_welcome_all_the_same),
	    LEARNING_TEST(who_was_logged_out_meanwhile_is_welcomed_too),
	    LEARNING_TEST(the_tour_shows_four_places),
	};

	return cmocka_run_group_tests_name("welcome", tests, NULL, NULL);
}
