/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_REVIEW_H
#define LMS_CONTENT_REVIEW_H
/*
 * What an author is told of a case beyond what stops the program: amounts in
 * the expert's words that are not the core's, dates that cannot be, papers
 * that nobody sees, sentences that are long. Only when reading->advice is
 * there: `leer casus controleer`.
 */
#include "content/module.h"

/* Of one case, when it was read without faults. */
void casus_review(const struct casus *, const struct reading *);
/* Of a course: cases that its outline does not name. */
void casussen_review(const struct reading *);

/* review_amount.c: the amounts in the expert's texts. */
void review_amounts(
    const struct casus *, const struct reading *, const struct source *plan);
/* review_date.c: when papers and actions are. */
void review_dates(
    const struct casus *, const struct reading *, const struct source *plan);
/* review_rules.c: rules of the feedback that never or always show. */
void review_rules(
    const struct casus *, const struct reading *, const char *file);
/* review_sentence.c: sentences of more than twenty words. */
void review_sentences(const struct reading *, const struct source *);
/* The same of a text that stands on one line of a file. */
void review_sentences_of(
    const struct reading *, const char *file, int line, const char *text);
#endif
