/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_SUM_WORDS_H
#define LMS_CORE_SUM_WORDS_H
/*
 * What a sum says, in plain Dutch sentences: words come before euros. The
 * two modes are never added (rekenregels §6), so each has its own sentence.
 */
#include "base/arena.h"
#include "calc/gevoeligheid.h"

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
/*
 * Beside the chance that the plan works: what it then brings, and how often it
 * must work; NULL when the plan does not say.
 */
const char *sum_words_success(struct arena *, const struct rk_resultaat *);
/* The same at another chance than the plan's own. */
const char *sum_words_success_at(struct arena *,
    const struct rk_bij_slaagkans *);
/* "Het plan is na 5 maanden terugverdiend …", against what threatens or now. */
const char *sum_words_payback(struct arena *, const struct rk_resultaat *,
    enum rk_modus_naam);
/*
 * "Van de € 79.354 is € 48.454 geld dat vrijkomt …": cash apart from capacity,
 * of one mode. NULL where there is nothing to tell apart.
 */
const char *sum_words_cash(struct arena *, const struct rk_resultaat *,
    enum rk_modus_naam);
/* Who pays for what another gains, and what would make it whole. */
const char *sum_words_pocket(struct arena *, const struct rk_verkeerde_zak *);
/* Over more years: what it is worth now; NULL for one year. */
const char *sum_words_present(struct arena *, const struct rk_resultaat *,
    const char *disconto_pct);
/* How much of each total rests on illustrative tariffs; NULL for nothing. */
const char *sum_words_practice(struct arena *, const struct rk_resultaat *);
/* "0.0679" is 679, "1/3" 3334: ten-thousandths, rounded up. */
int64_t sum_words_ten_thousandths(const char *number);
/* "0.0679" as "7 %": a threshold is rounded up. "0.5" is "50 %", "1/3" "34 %". */
const char *sum_words_percent_up(struct arena *, const char *number);
#endif
