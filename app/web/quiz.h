/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_QUIZ_H
#define LMS_WEB_QUIZ_H
/*
 * A question inside a module, and answering it. The page of a module and the
 * fragment for a script (X-Leer-Deel: vraag) show it with the same template.
 */
#include "store/quiz.h"
#include "web/exchange.h"
#include <stdbool.h>

struct option_view {
	int number; /* 1, 2, …: the value of "keuze" */
	const struct safe_html *text;
	const struct safe_html *feedback; /* NULL: says nothing yet */
	bool is_chosen;
	const char *css;	 /* of lms-option, "" or " lms-option--…" */
	const char *verdict_css; /* with feedback */
	const char *verdict;
};

struct question_view {
	const char *id, *version, *csrf;
	const struct safe_url *action;
	int number, count; /* question 3 of 8 */
	int attempt;	   /* of the form: the next one */
	bool is_multiple, is_answered;
	const struct safe_html *prompt;
	size_t option_count, hint_count;
	const struct option_view *options;
	const struct safe_html *const *hints;
	const struct safe_html *why; /* NULL: not told (yet), or none */
	const char *result, *result_css, *advice; /* when answered */
	const char *saved;			  /* "Opgeslagen om 14:03" */
	const char *note;  /* something happened meanwhile, or NULL */
	const char *error; /* what is wrong with what was sent, or NULL */
	bool is_right;
};

/* What was wrong with an answer that was sent. */
struct quiz_fault {
	const char *question; /* NULL: there is no such question */
	const char *message;
	option_set chosen; /* keep this */
};

/* How to show a question. */
struct quiz_shown {
	const struct quiz_record *record; /* NULL: not answered */
	const struct quiz_fault *fault;	  /* of this question, or NULL */
	const char *note;
	bool is_fresh; /* a new form, although it was answered */
};

struct question_view quiz_view(const struct exchange *, const struct course *,
    const struct module *, const struct question *, const struct quiz_shown *);

/* The note when something else was stored under this attempt. */
extern const char QUIZ_ELSEWHERE[];

/* POST /cursus/:cursus/:module/antwoord */
void ask_answer(struct exchange *);
void show_answer(struct exchange *);
#endif
