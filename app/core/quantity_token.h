/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_QUANTITY_TOKEN_H
#define LMS_CORE_QUANTITY_TOKEN_H
/* The words of a quantity: numbers as exact parts, and nouns by what they do.
 */
#include "base/arena.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Exact: "anderhalf" is 3/2. bottom 0: no number. */
struct parts {
	int64_t top, bottom;
};

enum noun {
	NOUN_NONE,
	NOUN_HOUR,   /* uur: the amount */
	NOUN_PART,   /* dagdeel */
	NOUN_PIECE,  /* stuk, traject */
	NOUN_PERSON, /* multiplies */
	NOUN_DAY,    /* these four: how long, or how often */
	NOUN_WEEK,
	NOUN_MONTH,
	NOUN_YEAR,
	NOUN_TIMES, /* keer */
};

struct token {
	const char *text;    /* folded */
	struct parts number; /* when it is one */
	enum noun noun;	     /* when it is one */
	struct parts size;   /* of the noun: a minute is 1/60 hour */
};

enum { TOKENS_MAX = 60, NUMBER_MAX = 1000000 };

/* At most TOKENS_MAX; the last has text "". False: there are more. */
bool tokens_of(struct token out[TOKENS_MAX + 1], struct arena *, const char *);

struct parts parts_of(int64_t top, int64_t bottom);
/* With bottom 0 when it grows beyond what a plan can hold. */
struct parts parts_times(struct parts, struct parts);
struct parts parts_over(struct parts, struct parts);
struct parts parts_plus(struct parts, struct parts);
bool parts_is(struct parts, int64_t whole);
/* "1.5", or "1/3" when it has no end; NULL when the core refuses it. */
const char *parts_text(struct arena *, struct parts);
#endif
