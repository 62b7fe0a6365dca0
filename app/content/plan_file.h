/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_PLAN_FILE_H
#define LMS_CONTENT_PLAN_FILE_H
/*
 * A plan as a file that can be taken along: JSON that the calculation core
 * reads (app/calc/schema/plan.json), with what is no sum under "leeromgeving".
 * What is written can be read again, and is then the same plan.
 */
#include "content/library.h"

enum {
	PLAN_FILE_LINES_MAX = 60, /* in a scenario */
	PLAN_FILE_ACTIONS_MAX = 40,
	PLAN_FILE_ARTICLES_MAX = 40
};

/* The file; title: of the case. tables: the tariffs then, or NULL. */
const char *plan_file_write(struct arena *, const struct plan *,
    const struct course *, const struct casus *, const char *tables);

/*
 * Reads a file into a plan for this case. NULL with every fault found, each
 * with its path and what to do; then nothing of it is to be used. Lines and
 * actions get ids that begin with `prefix`, which is one itself.
 */
const struct plan *
plan_file_read(struct content_faults *, struct arena *, const struct library *,
    const struct casus *, const char *prefix, const char *text, size_t len);
/*
 * What import_plan (migrations) takes of a plan: arrays of rows as JSON, with
 * the names of the columns.
 */
struct plan_file_rows {
	const char *lines, *articles, *actions;
};
struct plan_file_rows plan_file_rows(struct arena *, const struct plan *);
#endif
