/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_RUBRIC_H
#define LMS_CORE_RUBRIC_H
/*
 * How members of a class judge each other's plans: per value of the triangle
 * criteria with levels in words, and two lines in the reader's own words. No
 * level is a number, and nothing is ever added up.
 */
#include "base/arena.h"
#include "core/rule.h"

/* The values that are judged: the first of enum rule_value. */
enum { RUBRIC_VALUES = VALUE_PLAN };
enum { CRITERIA_MAX = 6, LEVELS_MAX = 5 };

struct rubric_level {
	const char *id, *words;
};

struct rubric_criterion {
	const char *id, *question;
	size_t level_count;
	const struct rubric_level *levels;
};

struct rubric_value {
	const char *core; /* what this value is about, in a sentence */
	size_t criterion_count;
	const struct rubric_criterion *criteria;
	const char *strong, *ask; /* the questions of the open lines */
};

struct rubric {
	const char *intro;
	struct rubric_value value[RUBRIC_VALUES]; /* by enum rule_value */
};

/* A field of the form: a criterion, or an open line. */
struct rubric_field {
	const char *name;
	enum rule_value value;
	const struct rubric_criterion *criterion; /* NULL: own words */
	const char *label;
};

/* All fields, in the order of the form. */
size_t rubric_fields(
    const struct rubric_field **, struct arena *, const struct rubric *);
/* The words of a level, or NULL. */
const char *rubric_words(const struct rubric_criterion *, const char *level);
/*
 * What is lacking before a judgement may be sent: values[i] belongs to the
 * i-th field. Each criterion has a level; each value has words in one of its
 * two lines. Gives the index of the first field that is lacking, or `count`.
 */
size_t rubric_lacking(
    const struct rubric_field *, size_t count, const char *const *values);
#endif
