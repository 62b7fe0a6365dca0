/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_RUBRIC_JSON_H
#define LMS_CONTENT_RUBRIC_JSON_H
/*
 * beoordeling.json of a course: how learners judge each other's plans, as
 * courses/README.md and content/schema/beoordeling.json describe it.
 */
#include "content/json_part.h"
#include "core/rubric.h"

/* NULL when the course has no such file; faults tell what is wrong in it. */
const struct rubric *rubric_read(const struct reading *);
#endif
