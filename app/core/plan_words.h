/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_PLAN_WORDS_H
#define LMS_CORE_PLAN_WORDS_H
/* A line of the sum said back in plain Dutch. */
#include "base/arena.h"
#include "core/plan.h"

/*
 * "2 uur per week, een jaar lang, vanaf maand 1": how much, how long, when.
 * With a chance: "…, kans 30 %".
 */
const char *line_words(struct arena *, const struct plan_line *);
/* What a tariff counts: "etmaal", or of more than one "etmalen". */
const char *unit_words(const char *unit, bool is_one);
/* "Sem", "het hele huishouden"; the id when nobody has it. */
const char *person_words(const char *id, const struct household_member *,
    size_t member_count);
/*
 * All that the form of a line said: "…, vanaf maand 1. Voor Sem. Gemeente
 * betaalt. Stopt, want: de schuld is betaald".
 */
const char *line_sentences(struct arena *, const struct plan_line *,
    const struct household_member *, size_t member_count);
/* The argument of an article, a line a part; "" when nothing was written. */
const char *argument_words(struct arena *, const struct plan_article *);
/* An action: what, and on the next line who and when. */
const char *action_words(struct arena *, const struct plan_action *);
/* What one of a unit costs: "€ 78,00 per uur". */
const char *tariff_words(struct arena *, int64_t cents, const char *eenheid);
/* "vast bedrag", "gepubliceerd", "oefenbedrag". */
const char *certainty_words(const char *zekerheid);
#endif
