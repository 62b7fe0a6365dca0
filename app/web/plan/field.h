/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_FIELD_H
#define LMS_WEB_PLAN_FIELD_H
/* The fields of the plan's forms, as their templates want them. */
#include "base/url.h"
#include "core/plan_line_form.h"
#include "web/exchange.h"

/* A fault for the summary on top: names the field and links to it. */
struct plan_error {
	const char *id, *label, *message;
};

/* A long text. example: from another household, or NULL. */
struct plan_text_view {
	const char *id, *name, *label, *hint, *example, *value, *error;
	const char *about; /* what sets it apart for the ear, or NULL */
	const char *basis; /* stamp of what the form was made of */
	const char *question; /* about a name in it, or NULL: privacy.h */
	const char *begin; /* words of a button that fills it, or NULL */
	int rows;
};

/* A short one. hint, error, mode (inputmode) and list may be NULL. */
struct plan_input_view {
	const char *id, *name, *label, *hint, *value, *error, *mode, *width;
	const char *list;  /* id of a <datalist>: what may be meant */
	const char *basis; /* as above, of a form of one field; or NULL */
	bool is_optional;
};

struct plan_option {
	const char *value, *words;
	bool is_chosen;
};

struct plan_select_view {
	const char *id, *name, *label, *hint, *error;
	size_t count;
	const struct plan_option *options;
};

/* A form that is nothing but a button. */
struct plan_button_view {
	const char *csrf, *name, *value; /* one hidden field */
	const char *basis;		 /* and the stamp of the part */
	const char *words, *about;	 /* about: for who cannot see where */
	const struct safe_url *action;
};

/* The message for a field among faults, or NULL. */
const char *plan_fault_of(const struct input_fault *, size_t count,
    const char *field);
/* Options of a list of words, with one chosen. */
struct plan_select_view plan_select_of(struct arena *,
    const struct line_word *, const char *chosen);
#endif
