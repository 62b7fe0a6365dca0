/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_OUTCOME_WORDS_H
#define LMS_WEB_OUTCOME_WORDS_H
/* What is counted and added, in Dutch. */
#include "core/outcome.h"

/* Instead of a number that an outsider does not see. */
#define OUTCOME_TOO_FEW "te weinig plannen (minder dan 10)"

/* "In 3 van de 7 plannen", "In geen van de 7 plannen". */
const char *
outcome_words_share(struct arena *, size_t plan_count, size_t total);
/* After a share: "ontbreekt een lopende regel zonder reden (W1)". */
const char *outcome_words_signal(struct arena *, const char *code);
/* "Plannen over één jaar". */
const char *outcome_words_years(int years);
/*
 * "In het eerste jaar kosten deze 7 plannen samen € 300 minder dan wat er nu
 * loopt." and "Gemiddeld is dat € 43 minder per plan (7 plannen)."
 */
const char *outcome_words_sum(struct arena *, const struct outcome_sum *,
    enum rk_modus_naam, int years);
const char *outcome_words_average(
    struct arena *, const struct outcome_sum *, enum rk_modus_naam);
/* Who pays the most extra and who benefits most; "" when nobody does. */
const char *outcome_words_payers(struct arena *, const struct rk_verdeling *);
#endif
