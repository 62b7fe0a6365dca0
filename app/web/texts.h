/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_TEXTS_H
#define LMS_WEB_TEXTS_H
/* What a user reads when something does not work: Dutch, with what to do. */
#include "base/status.h"

struct status_text {
	int code; /* HTTP */
	const char *title;
	const char *text;
	const char *link, *link_text; /* the way out */
};

/* The page for a status that is not ST_OK. */
const struct status_text *status_text(enum status);
#endif
