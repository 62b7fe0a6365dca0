/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_LINE_FORM_H
#define LMS_WEB_PLAN_LINE_FORM_H
/* The form of one line of the sum: its fields on the page and as sent. */
#include "web/plan/rendement.h"

/* What was sent; every text is there, "" when it was not. */
struct line_form line_form_sent(struct exchange *);
/* False: other fields than the form has were sent, and 400 was answered. */
bool line_form_is_sound(struct exchange *);
/* What a form was made of. */
struct line_source {
	const char *basis;	      /* the stamp */
	const struct plan_line *line; /* that is there, or NULL */
	const struct tariff *tariff;  /* as the tables are now, or NULL */
};
/* The form to show; `typed` gives the faults, or is NULL. */
const struct rendement_line_form *
line_form_view_of(struct exchange *, const struct plan_place *,
    const struct line_form *, const struct line_source *,
    const struct rendement_typed *typed, const struct safe_url *cancel);
bool line_form_has_field(const char *field);
/* For the summary of faults: the element and the words of a field. */
const char *line_form_field_id(const char *field);
const char *line_form_field_label(const char *field);
#endif
