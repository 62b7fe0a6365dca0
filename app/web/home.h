/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_HOME_H
#define LMS_WEB_HOME_H
/* Mijn leeromgeving: where somebody goes on, and how far they are. */
#include "web/exchange.h"
#include "web/outline.h"
#include "web/peer/hub.h"
#include "web/shell.h"

/* The one big card. */
struct resume_view {
	const char *kicker, *title, *words;
	const char *button; /* "Ga verder" */
	const struct safe_url *url;
};

/* A message of a coach that was not opened yet. */
struct home_news {
	const char *words, *about;
	const struct safe_url *url;
};

struct home_view {
	struct shell shell;
	const char *greeting;
	struct resume_view resume;
	size_t news_count;
	const struct home_news *news;
	size_t course_count;
	const struct course_outline *courses;
	bool is_newcomer;
	size_t peer_count; /* what there is to read of and by others */
	const struct peer_line_view *peers;
	size_t start_count; /* of a newcomer: what to do first, and its time */
	const char *start[3];
};

/* GET / */
void ask_home(struct exchange *);
void show_home(struct exchange *);
/*
 * What the card says: `visit` is NULL for a newcomer. Pure; there is at least
 * one course.
 */
struct resume_view home_resume(struct arena *, const struct course_outline *,
    size_t course_count, const struct progress_visit *);
#endif
