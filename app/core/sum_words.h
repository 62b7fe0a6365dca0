/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_SUM_WORDS_H
#define LMS_CORE_SUM_WORDS_H
/*
 * What a sum says, in plain Dutch sentences: words come before euros. The
 * two modes are never added (rekenregels §6), so each has its own sentence.
 */
#include "base/arena.h"
#include "calc/rekenkern.h"

/*
 * "In het eerste jaar kost je plan € 5.784 meer dan nu." or "… minder …".
 * With more years: "In drie jaar …".
 */
const char *sum_words_now(struct arena *, const struct rk_resultaat *);
/* The same against what threatens: "Gaat het mis, dan scheelt je plan …". */
const char *sum_words_threat(struct arena *, const struct rk_resultaat *);
/*
 * "Je plan is voordelig als het in ten minste 1 op de 14 gevallen misgaat",
 * with the percentage, rounded up (rekenregels §7).
 */
const char *sum_words_break_even(struct arena *, const struct rk_resultaat *);
/* Beside the chance that the maker gave; NULL when none was given. */
const char *sum_words_chance(struct arena *, const struct rk_resultaat *);
/* "0.0679" as "7 %": a threshold is rounded up. "0.5" is "50 %", "1/3" "34 %". */
const char *sum_words_percent_up(struct arena *, const char *number);
#endif
