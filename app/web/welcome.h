/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_WELCOME_H
#define LMS_WEB_WELCOME_H
/* What somebody sees without an account: the opening page and the tour. */
#include "web/exchange.h"
#include "web/shell.h"

/* One option of the question to try. */
struct taste_option {
	const struct safe_html *text, *feedback;
	const char *verdict, *verdict_css;
};

struct welcome_view {
	struct shell shell;
	const struct question *taste; /* NULL: no course offers one */
	const struct question_text *taste_text;
	const struct taste_option *options; /* taste->option_count */
};

struct tour_view {
	struct shell shell;
};

/* GET / without a session; asks nothing of the database. */
void show_welcome(struct exchange *);
/* GET /rondleiding */
void show_tour(struct exchange *);
#endif
