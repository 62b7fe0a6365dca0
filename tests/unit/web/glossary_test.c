/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * glossary_test.c - the page of the terms of a course, through dispatch.
 */
#include "check.h"
#include "golden.h"
#include "learning.h"

static struct exchange *
page_of(const char *path)
{
	struct exchange *ex = learner_asks(path, NULL);

	if (dispatch_start(ex) == TURN_ASK)
		learner_gets(ex);
	return ex;
}

static void
terms_stand_under_their_letter(void **unused)
{
	struct exchange *ex = page_of("/cursus/de-basis/begrippen");

	(void)unused;
	assert_int_equal(ex->response.code, 200);
	golden_check("begrippen", main_of(ex->arena, ex->response.body));
}

static void
a_term_without_other_names_says_nothing_of_them(void **unused)
{
	const char *body = page_of("/cursus/de-basis/begrippen")->response.body;
	const char *last = strstr(body, "id=\"dreiging\"");

	(void)unused;
	assert_contains(body, "Ook: de extra dienst");
	assert_non_null(last);
	assert_lacks(last, "Ook:");
}

static void
what_is_past_its_date_says_so(void **unused)
{
	struct exchange *ex = learner_asks("/cursus/de-basis/begrippen", NULL);

	(void)unused;
	ex->now_s += 365 * 24 * 3600;
	assert_int_equal(dispatch_start(ex), TURN_ASK);
	assert_contains(learner_gets(ex), "gecontroleerd tot 1 juli 2027");
	assert_lacks(page_of("/cursus/de-basis/begrippen")->response.body,
	    "gecontroleerd tot");
}

static void
a_course_that_is_not_there_has_no_terms(void **unused)
{
	(void)unused;
	assert_int_equal(page_of("/cursus/weg/begrippen")->response.code, 404);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    LEARNING_TEST(terms_stand_under_their_letter),
	    LEARNING_TEST(a_term_without_other_names_says_nothing_of_them),
	    LEARNING_TEST(what_is_past_its_date_says_so),
	    LEARNING_TEST(a_course_that_is_not_there_has_no_terms),
	};

	return cmocka_run_group_tests_name("glossary page", tests, NULL, NULL);
}
