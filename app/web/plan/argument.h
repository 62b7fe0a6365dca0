/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_ARGUMENT_H
#define LMS_WEB_PLAN_ARGUMENT_H
/*
 * The argument of an article in words: which rule or habit blocks, what room
 * the article gives, and how it is weighed. What is asked, what is still
 * open, and how it reads elsewhere.
 */
#include "core/plan_check.h"
#include "web/exchange.h"

/* What is asked of a part, on its card. */
struct argument_asked {
	const char *label, *hint, *example;
	int rows;
};
/* The examples are one argument, from another household than any case. */
extern const struct argument_asked ARGUMENT_ASKED[ARGUMENT_PARTS];

/* Of what the examples are; for above them. */
extern const char ARGUMENT_EXAMPLE_OF[];

/*
 * What is open, as a list of a page says it: "Schrijf nog de afweging bij
 * Participatiewet, artikel 18, lid 1."
 */
const char *
argument_todo_words(const struct exchange *, const struct plan_todo *);
/* "De afweging (Participatiewet, artikel 18, lid 1)". */
const char *argument_part_title(
    const struct exchange *, enum argument_part, const char *code);
/* NULL: the plan has no such article. */
const struct plan_article *argument_find(const struct plan *, const char *code);
#endif
