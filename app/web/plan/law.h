/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_LAW_H
#define LMS_WEB_PLAN_LAW_H
/* Legitimiteit: articles of law in a plan, picked and argued. */
#include "store/plan_part.h"
#include "web/plan/argument.h"
#include "web/plan/form.h"
#include "web/plan/law_find.h"

/* An argument as it was sent, with why a part was not saved. */
struct argument_typed {
	struct plan_argument sent; /* a part NULL: was not sent */
	const char *error[ARGUMENT_PARTS];
	const char *refused; /* no field is at fault: why none was added */
};

/* A hindernis that was named before, to take over with one press. */
struct plan_law_offer {
	const char *where; /* "In stap 3 schreef je" */
	const char *text;
};

enum { LAW_OFFERS_MAX = 3 };

struct plan_law_article {
	const struct law *law;
	const char *name; /* "Participatiewet, artikel 49, onder b" */
	const struct safe_url *url; /* its own page */
	const char *owner; /* see plan_owner */
	struct plan_text_view part[ARGUMENT_PARTS];
	size_t offer_count; /* of an empty hindernis */
	struct plan_law_offer offer[LAW_OFFERS_MAX];
	struct plan_button_view remove;
};

struct plan_law_view {
	struct plan_frame frame;
	struct plan_form_view form;
	const char *intro;
	const struct safe_url *argue_url;
	size_t article_count;
	const struct plan_law_article *articles;
	const struct plan_law_finder *finder;
};

/* `typed` is NULL when nothing was refused. */
void plan_law_answer(struct exchange *, const struct plan_place *,
    const struct plan_record *, const struct argument_typed *typed);
/* POST …/plan/legitimiteit/kies, …/argument */
void ask_law_pick(struct exchange *);
void show_law_pick(struct exchange *);
void ask_law_argue(struct exchange *);
void show_law_argue(struct exchange *);
#endif
