/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_ACTION_H
#define LMS_WEB_PLAN_ACTION_H
/* Actieplan: who does what, and when; and plan B. */
#include "web/plan/action_offer.h"
#include "web/plan/form.h"

/* An action's form as it was typed, with its faults. */
struct action_typed {
	struct plan_action action;
	const char *wat, *wie, *wanneer; /* messages, or NULL */
};

struct plan_action_line {
	const struct plan_action *action;
	const struct safe_url *edit_url;
	struct plan_button_view remove;
};

struct plan_action_view {
	struct plan_frame frame;
	struct plan_form_view form;
	const char *intro, *id, *basis, *form_title;
	const struct safe_url *action_url, *page_url;
	size_t count;
	const struct plan_action_line *lines;
	struct plan_input_view wat, wie, wanneer;
	bool is_edit;
	size_t offer_count, name_count;
	struct action_offer offers[ACTION_OFFERS_MAX]; /* to begin with */
	const char **names;			       /* who may be meant */
};

void plan_action_answer(struct exchange *, const struct plan_place *,
    const struct plan_record *, const struct action_typed *);
/* POST …/plan/actieplan/actie */
void ask_action_save(struct exchange *);
void show_action_save(struct exchange *);
#endif
