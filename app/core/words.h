/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_WORDS_H
#define LMS_CORE_WORDS_H
/*
 * Texts compared by their words, leniently: capitals, accents, plurals and
 * forms of a verb do not count, nor does one slip of the pen in a long word.
 * It tells that words are there, never what somebody means by them. Pure.
 * Examples: tests/cases/words.tsv.
 */
#include "base/arena.h"
#include <stdbool.h>
#include <stddef.h>

struct word {
	const char *text; /* folded: "woningen" */
	const char *stem; /* "woning" */
};

struct words {
	size_t count;
	const struct word *word;
};

/* The words of a text, in its order. Lives in the arena. */
struct words words_of(struct arena *, const char *text);
/*
 * Does the text have this word, or these words one after another? A word of
 * five letters or more may go on ("schuldhulp" is in "schuldhulpverlening");
 * with a * before it, it may be the end ("*regeling" in "schuldregeling").
 */
bool words_have(const struct words *, struct arena *, const char *pattern);
/*
 * How many of the words that matter in `wish` (no "de", "en", "dat") are in
 * the text: 0 to 100. A wish without such words gives 0.
 */
int words_share(const struct words *, struct arena *, const char *wish);
#endif
