/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_LAW_OWN_H
#define LMS_WEB_LAW_OWN_H
/*
 * An organisation's own articles, for its admin: what there is, a form to add
 * or change one, withdrawing it, and how it was before.
 */
#include "core/law_input.h"
#include "web/law/law.h"
#include "web/plan/field.h"
#include "web/shell.h"

struct own_law_row {
	const char *name, *text;
	const struct safe_url *url;
	bool is_withdrawn;
};

struct own_laws_view {
	struct shell shell;
	const char *news; /* what was just done, or NULL */
	size_t count;
	const struct own_law_row *rows;
};

/* A text of the form; rows 0: one line. */
struct own_law_text {
	const char *id, *name, *label, *hint, *value, *error;
	int rows;
	bool is_optional;
};

/* How it was before. */
struct own_law_past {
	const char *title, *kernzin, *wanneer, *helpt_niet;
};

struct own_law_view {
	struct shell shell;
	const char *title, *refused; /* refused: why not, or NULL */
	const struct safe_url *action, *turn, *page; /* page: as read */
	const char *id, *turn_id, *basis, *save_words;
	bool is_new, is_withdrawn;
	size_t error_count, past_count;
	struct plan_error errors[LAW_FIELD_COUNT];
	struct plan_select_view soort, domein;
	struct own_law_text text[LAW_FIELD_COUNT]; /* not of those two */
	const struct own_law_past *past;
};

/* GET /beheer/artikelen */
void ask_own_laws(struct exchange *);
void show_own_laws(struct exchange *);
/* GET /beheer/artikelen/NUMMER, /beheer/artikelen/nieuw */
void ask_own_law(struct exchange *);
void show_own_law(struct exchange *);

/* own_act.c: POST of the same, and …/intrekken */
void ask_own_law_save(struct exchange *);
void show_own_law_save(struct exchange *);
void ask_own_law_turn(struct exchange *);
void show_own_law_turn(struct exchange *);

/* The number in the address, 0 for a new one; -1: neither. */
int own_law_number(const struct exchange *);
/*
 * The form: as it is stored, or as it was typed (NULL: it was not). 404 when
 * there is no such article here.
 */
void own_law_answer(struct exchange *, int code, const char *refused,
    const struct law_input *typed);
#endif
