/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_STORE_PLAN_EDITOR_H
#define LMS_STORE_PLAN_EDITOR_H
/*
 * What helps to fill in the sum: lines that the dossier states, what becomes
 * of the lines of huidig, tariffs that somebody uses. Acts answer struct
 * plan_saved (plan_read_saved); undoing one is plan_ask_undo_copy.
 */
#include "store/plan.h"

enum { EDITOR_USED_MAX = 12 };

/* What plan_ask_editor gave; the strings live in the batch. */
struct plan_editor {
	size_t answer_count, used_count;
	/* Of which lines of huidig it was said what becomes of them. */
	const struct plan_answered {
		const char *line_id;
		enum scenario scenario;
	} * answers;
	const char *const *used; /* codes, most used first */
};

void plan_ask_editor(struct batch *, const struct plan_key *);
struct plan_editor plan_read_editor(const struct batch *);

/* Puts lines into huidig, as one act; `act` is the id of the form. */
void plan_ask_put_start(struct batch *, const struct plan_key *,
    const char *act, const struct plan_line *const *lines, size_t count);

/* What becomes of a line of huidig. The numbers NULL: as it is. */
struct plan_change {
	const char *line_id;
	const char *answer;  /* door, stopt, meer or minder */
	const char *eenheid; /* of the line, as the form showed it */
	const char *hoeveelheid, *per, *duur_aantal, *duur_eenheid,
	    *start_maand;
	const char *reden; /* of "stopt"; or NULL */
};
void plan_ask_changes(struct batch *, const struct plan_key *, const char *act,
    enum scenario, const struct plan_change *, size_t count);
#endif
