/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_FORM_H
#define LMS_WEB_PLAN_FORM_H
/*
 * The long texts of a plan's page: which they are, what is asked, and what
 * was sent. One form a page; the script saves it while somebody types.
 */
#include "web/plan/frame.h"

enum { PLAN_FORM_TEXTS = 3, PLAN_TEXT_MAX = 20000 /* characters */ };

struct plan_form_view {
	const struct safe_url *action;
	const char *csrf, *owner; /* owner: see plan_owner */
	int64_t revision;
	size_t count;
	struct plan_text_view text[PLAN_FORM_TEXTS];
	const char *next;	/* slug of the page after this one */
	const char *next_words; /* "Opslaan en naar stap 2" */
	const char *saved;	/* "Opgeslagen om 14:03", or NULL */
};

/* The form of a page as it stands in the plan. */
struct plan_form_view plan_form_of(const struct exchange *,
    const struct plan_place *, const struct plan_record *, enum plan_page);
/* What was sent instead of what is stored, with its faults. */
void plan_form_fill(struct plan_form_view *, struct exchange *,
    enum plan_page);
/* False: other fields than the form has were sent, and 400 was answered. */
bool plan_form_is_sound(struct exchange *, enum plan_page);
/* Faults in what was sent: texts that are too long. */
size_t plan_form_faults(struct plan_error[PLAN_FORM_TEXTS], struct exchange *,
    enum plan_page);
/* Asks to save what was sent, and shows the conflict when there is one. */
void plan_form_ask_save(struct exchange *, const struct plan_place *,
    enum plan_page);
void plan_form_conflict(struct exchange *, const struct plan_place *,
    const struct plan_record *, enum plan_page);
/* After saving, to the page with a text begun by what the dossier says. */
void plan_form_begin(struct exchange *, const struct plan_place *,
    enum plan_page);
/* The page on which a text is written. */
enum plan_page plan_form_page(enum plan_field);
/* The words above a text: "Situatieschets". */
const char *plan_form_label(enum plan_field);
/* What is asked on a page, in a sentence or two. */
const char *plan_form_intro(enum plan_page);
#endif
