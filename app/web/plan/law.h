/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_LAW_H
#define LMS_WEB_PLAN_LAW_H
/* Legitimiteit: find articles of law, pick them, argue them. */
#include "web/plan/form.h"

/* An argument as it was typed, with why it was not saved. */
struct argument_typed {
	const char *code, *text, *basis, *error;
};

struct plan_law_article {
	const struct law *law;
	const char *name; /* "Participatiewet, artikel 49, onder b" */
	const char *owner; /* see plan_owner */
	struct plan_text_view argument;
	struct plan_button_view remove;
};

struct plan_law_found {
	const struct law *law;
	const char *name;
	bool is_picked;
	const char *fits; /* what people say, that it was found by; or NULL */
};

struct plan_law_view {
	struct plan_frame frame;
	struct plan_form_view form;
	const char *intro, *search, *count_words;
	const struct safe_url *page_url, *pick_url, *argue_url;
	size_t article_count, found_count;
	const struct plan_law_article *articles;
	const struct plan_law_found *found;
};

/* Asks for what ?zoek= finds, beside the plan. */
void plan_law_ask(struct exchange *);
/* `typed` is NULL when nothing was refused. */
void plan_law_answer(struct exchange *, const struct plan_place *,
    const struct plan_record *, const struct argument_typed *typed);
/* POST …/plan/legitimiteit/kies, …/argument */
void ask_law_pick(struct exchange *);
void show_law_pick(struct exchange *);
void ask_law_argue(struct exchange *);
void show_law_argue(struct exchange *);
#endif
