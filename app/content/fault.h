/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_FAULT_H
#define LMS_CONTENT_FAULT_H
/* The list of faults that reading a course gives: all of them, not one. */
#include "content/library.h"

struct faults {
	struct arena *arena; /* owns the texts */
	size_t count, size;
	struct content_fault *fault;
};

struct faults faults_new(struct arena *);
/*
 * Adds one. `line` 0 means "the file as a whole" and is shown as line 1. The
 * text is Dutch and says how to mend it. No more than 500 are kept.
 */
void fault_add(struct faults *, const char *file, int line, const char *format,
    ...) __attribute__((format(printf, 4, 5)));
/* By file in the order they were first met, then by line. */
void faults_sort(struct faults *);
#endif
