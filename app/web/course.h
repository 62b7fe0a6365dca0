/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_COURSE_H
#define LMS_WEB_COURSE_H
/* The page of a course: what it holds, and how far somebody is. */
#include "web/exchange.h"
#include "web/outline.h"
#include "web/shell.h"

struct course_view {
	struct shell shell;
	struct course_outline outline;
	const struct safe_url *glossary_url; /* or NULL */
};

/* GET /cursus/:cursus */
void ask_course(struct exchange *);
void show_course(struct exchange *);
#endif
