/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_TERM_H
#define LMS_CONTENT_TERM_H
/* Finds the terms of a glossary in running text. Pure. */
#include <stdbool.h>
#include <stddef.h>

/* A way to write a term: "beleidsregels". A space stands for any white space.
 */
struct term_form {
	const char *text;
	size_t term; /* its place in the glossary */
};

struct term_finder {
	size_t count;
	const struct term_form *forms;
};

struct term_match {
	size_t at, len, term;
};

/*
 * The first term at or after `from` that is not used yet. Whole words only:
 * a letter, digit or hyphen beside it makes it another word. Capitals do not
 * count (those of a–z). Where two forms fit, the longest is the term; when
 * that is used, what lies within it is no term either.
 */
bool term_find(struct term_match *, const struct term_finder *,
    const bool *is_used, const char *text, size_t from);
#endif
