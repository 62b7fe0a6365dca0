/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_OUTCOME_FACTS_H
#define LMS_WEB_OUTCOME_FACTS_H
/* What is counted of the plans: signals, and the three values. */
#include "web/outcome.h"

/* Which plans are behind a number: by the fields of the query string. */
struct outcome_filter outcome_filter_of(const struct form *);
/* "Plannen met signaal W1: …", the title of the list. */
const char *
outcome_filter_words(const struct exchange *, const struct outcome_filter *);
/* Fills the four lists of facts; base leads to the page as it was chosen. */
void outcome_facts_make(struct outcome_view *, const struct exchange *,
    const struct outcome *, const struct safe_url *base);
#endif
