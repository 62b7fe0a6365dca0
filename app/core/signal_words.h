/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_SIGNAL_WORDS_H
#define LMS_CORE_SIGNAL_WORDS_H
/*
 * What a remark of the rekenkern (rekenregels §8) is called on the screen. Its
 * sentence is the core's own.
 */
#include "calc/rekenkern.h"

/* Is there a remark with this code? */
bool signal_words_knows(const char *code);
/* A question or a few words: "Vergeten?"; "Let op" for an unknown code. */
const char *signal_words_kind(const char *code);
/*
 * True when it can be answered beside the lines. A plan B is written in a
 * later step, so W12 waits for the feedback.
 */
bool signal_words_is_about_lines(const char *code);
#endif
