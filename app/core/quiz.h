/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_QUIZ_H
#define LMS_CORE_QUIZ_H
/*
 * Questions, how an answer to one is judged, and how much of the answer is
 * told. Pure.
 *
 * How much is told: who was right once, or tried twice, sees everything: what
 * was missed and the explanation. Before that only the feedback on what was
 * chosen, so that a second try is a real one. There is always a next try.
 */
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

/* PARTLY: multiple choice, not right, but with a right option among them. */
enum verdict { VERDICT_WRONG, VERDICT_PARTLY, VERDICT_RIGHT };
enum verdict question_judge(const struct question *, option_set chosen);

enum { TRIES_BEFORE_ALL = 2 };
/* May everything be told after so many attempts? */
bool question_tells_all(int attempts, bool was_right_once);

/* What an answer says about one option. MISSED only when all is told. */
enum option_mark { MARK_NONE, MARK_RIGHT, MARK_WRONG, MARK_MISSED };
enum option_mark question_mark_option(
    const struct question *, option_set chosen, size_t option, bool tells_all);
#endif
