/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_PAGE_H
#define LMS_WEB_PLAN_PAGE_H
/*
 * GET and POST …/plan/:pagina: the pages of the plan. This file knows the
 * way; what is particular to legitimiteit, rendement, actieplan and inleveren
 * stands in the files of those names.
 */
#include "web/plan/form.h"

struct plan_step_view {
	struct plan_frame frame;
	struct plan_form_view form;
	const char *intro;
	bool is_onderbouwing;
	const struct safe_url *legitimiteit_url, *rendement_url;
	const char *legitimiteit_words, *rendement_words;
};

void ask_plan_page(struct exchange *);
void show_plan_page(struct exchange *);
void ask_plan_save(struct exchange *);
void show_plan_save(struct exchange *);
#endif
