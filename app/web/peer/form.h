/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PEER_FORM_H
#define LMS_WEB_PEER_FORM_H
/*
 * The form of a judgement: per value its criteria, a level each, and two
 * lines in own words. Saved while somebody writes, as the texts of a plan.
 */
#include "web/peer/place.h"

struct peer_level {
	const char *id, *words;
	bool is_chosen;
};

struct peer_field {
	const char *name, *label, *value, *basis;
	const char *about;	      /* the value, for the ear */
	const char *error, *question; /* or NULL; question: about a name */
	const char
	    *stored; /* of another window, when it is not this; or NULL */
	size_t level_count; /* 0: own words */
	const struct peer_level *levels;
};

struct peer_value {
	const char *title, *core;
	size_t field_count;
	const struct peer_field *fields;
};

struct peer_form {
	const struct safe_url *action;
	const char *csrf, *owner, *saved; /* saved: or NULL */
	bool can_send;
	size_t count; /* of the fields; values: as sent, by field */
	const struct rubric_field *fields;
	const char *const *values;
	struct peer_value value[RUBRIC_VALUES];
};

/* What was sent; fields that are not of the rubric: false, 400 answered. */
bool peer_form_sent(
    struct peer_form *, struct exchange *, const struct plan_place *);
/* Why it cannot be saved: too long, or it points to a real person. NULL:
 * nothing. *field: its index. */
const char *
peer_form_fault(struct arena *, const struct peer_form *, size_t *field);
/* Asks to save what was sent. */
void peer_form_save(struct exchange *, const struct plan_place *,
    const struct peer_form *, int slot, bool must_send);

/* How the form is shown: what is stored, or what was sent beside it. */
struct peer_shown {
	const struct peer_own *own;
	bool was_sent;	  /* show what was sent, not what is stored */
	bool is_conflict; /* and what is stored beside it */
	size_t error_at;  /* index of the field, when error is there */
	const char *error;
};
void peer_form_fill(struct peer_form *, struct exchange *,
    const struct plan_place *, const struct peer_shown *);
#endif
