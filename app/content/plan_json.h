/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_PLAN_JSON_H
#define LMS_CONTENT_PLAN_JSON_H
/* The expert's plan of a case: plan.json, as courses/README.md describes. */
#include "content/module.h"

/* Every code must be a tariff or an article that is known. */
const struct plan *expert_read(const struct reading *, const char *file,
    const struct casus *);
/* The author's questions: vragen.json. */
size_t author_questions_read(const struct author_question **,
    const struct reading *, const char *file);
#endif
