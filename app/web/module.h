/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_MODULE_H
#define LMS_WEB_MODULE_H
/* The page of a module: to read, with its questions where they stand. */
#include "core/progress.h"
#include "web/exchange.h"
#include "web/quiz.h"
#include "web/shell.h"

/* A piece of the text, or a question. */
struct piece_view {
	const struct safe_html *html; /* NULL: a question */
	struct question_view question;
};

/* A link in words: to a question, a page. */
struct link_view {
	const char *text;
	const struct safe_url *url;
};

/* "Waar sta je?": also asked for alone, as X-Leer-Deel: vers. */
struct standing_view {
	const char *csrf;
	const struct safe_url *url, *read_url;
	bool is_read, is_complete;
	const char *score; /* in words, or NULL */
	size_t open_count;
	const struct link_view *open; /* questions not right yet */
	struct link_view next;	      /* where to go when complete */
};

struct module_view {
	struct shell shell;
	const struct course *course;
	const struct module *module;
	const struct safe_url *course_url, *url;
	const struct safe_url *glossary_url; /* NULL: it uses no terms */
	const char *meta;	 /* "25 minuten lezen · 8 vragen" */
	const char *date;	 /* in words */
	const char *valid_until; /* in words; NULL while it holds */
	const struct quiz_fault *fault;
	const struct safe_url *fault_url; /* to the question, or NULL */
	size_t piece_count;
	const struct piece_view *pieces;
	struct standing_view standing;
	struct link_view previous, next; /* text NULL: none */
};

/* GET /cursus/:cursus/:module */
void ask_module(struct exchange *);
void show_module(struct exchange *);
/* POST /cursus/:cursus/:module/gelezen */
void ask_read(struct exchange *);
void show_read(struct exchange *);

/* The course and module of the route; false when there is none. */
bool module_of_exchange(
    const struct exchange *, const struct course **, const struct module **);
/*
 * Answers with the page, from what quiz_ask_module gave. `fault` is NULL, or
 * what was wrong with an answer.
 */
void module_respond(struct exchange *, int code, const struct quiz_fault *);
#endif
