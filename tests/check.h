/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_TESTS_CHECK_H
#define LMS_TESTS_CHECK_H
/*
 * cmocka with what it wants included before it, and what most tests need. A
 * test's name is a sentence about behaviour; its body proves the sentence.
 */
/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */
#include "base/arena.h"

#include <string.h>

/* setup and teardown: *state is a fresh arena for each test. */
static inline int
check_arena_setup(void **state)
{
	*state = arena_new();
	return 0;
}

static inline int
check_arena_teardown(void **state)
{
	arena_free(*state);
	return 0;
}

/* A row of main's list: a test that uses *state as its arena. */
#define ARENA_TEST(f)                                                          \
	cmocka_unit_test_setup_teardown(                                       \
	    f, check_arena_setup, check_arena_teardown)

#define assert_contains(text, part)                                            \
	check_contains_((text), (part), true, __FILE__, __LINE__)
#define assert_lacks(text, part)                                               \
	check_contains_((text), (part), false, __FILE__, __LINE__)

static inline void
check_contains_(const char *text, const char *part, _Bool is_wanted,
    const char *file, int line)
{
	if (text == NULL)
		text = "";
	if ((strstr(text, part) != NULL) == is_wanted)
		return;
	print_error(
	    "%s \"%s\" in:\n%s\n", is_wanted ? "no" : "unwanted", part, text);
	_fail(file, line);
}
#endif
