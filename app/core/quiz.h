/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_QUIZ_H
#define LMS_CORE_QUIZ_H
/* Questions and how an answer to one is judged. Pure. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { QUESTION_OPTIONS_MAX = 16 };

struct question_text; /* how it looks: content/library.h */

struct question {
	const char *id, *goal;
	const char *version; /* hash of its block, 16 hex digits */
	bool is_multiple;    /* several boxes, instead of one */
	size_t option_count;
	const bool *is_right; /* per option */
	const struct question_text *text;
};

/* A set of options: bit i stands for option i (0-based). */
typedef uint32_t option_set;

/* The set of right options. */
option_set question_right_options(const struct question *);
/*
 * Single choice: right when one option is chosen and it is a right one.
 * Multiple: right when exactly the right ones are chosen.
 */
bool question_is_right(const struct question *, option_set chosen);
#endif
