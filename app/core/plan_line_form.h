/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_PLAN_LINE_FORM_H
#define LMS_CORE_PLAN_LINE_FORM_H
/*
 * The form of one line of the sum: what was typed into it, what it should
 * begin with, and the line that comes of it. The line gets its own copy of
 * the tariff, so that a new price list changes no old plan.
 */
#include "base/arena.h"
#include "core/plan.h"

struct input_fault {
	const char *field, *message; /* message: Dutch, with the remedy */
};

/* A line's form as it was typed; none is NULL. */
struct line_form {
	const char *id, *scenario, *tarief, *persoon, *hoeveelheid, *per,
	    *duur_aantal, *duur_eenheid, *start_maand, *betaler, *kans, *rol,
	    *stopreden;
	const char *verlengd; /* "ja", "nee"; "" or NULL: it was not asked */
	const char *prijs; /* what was chosen: web/plan/price.h */
	/*
	 * How much and how long in words ("" when not used); how the page read
	 * that; and what it was read with: the tariff's unit, the horizon.
	 */
	const char *woorden, *gelezen, *eenheid, *jaren;
};

enum { LINE_FAULTS_MAX = 15, STOPREDEN_MAX = 200 /* characters */ };

/*
 * Makes a line of a form and a copy of its tariff, which may still be without
 * words (an organisation's own). Returns the number of faults; with 0 the line
 * is complete and the core accepts it.
 */
size_t line_read(struct plan_line *, struct input_fault *, struct arena *,
    const struct line_form *, const struct tariff *,
    const struct household_member *, size_t member_count);
/*
 * Reads a form's words into its fields. NULL when there are none, or when the
 * page showed them as they are read here: then the fields count, which were
 * filled by it. Otherwise what to tell: how it was read, or what was not.
 */
const char *line_form_understand(struct arena *, struct line_form *);
/* The same for words beside a form: whether `read` is how they are read. */
struct quantity;
const char *line_words_told(struct arena *, const struct quantity *,
    const char *read);
/* A sensible first form for a tariff: lasts the whole horizon. */
struct line_form line_defaults(struct arena *, const struct tariff *,
    enum scenario, int horizon_jaren);
/* The form of a line that is there, to change it. */
struct line_form line_form_of(struct arena *, const struct plan_line *);

/* Words that a line may use: as the core knows them, with Dutch for a page.
 * Each list ends with a NULL value. */
struct line_word {
	const char *value, *words;
};
extern const struct line_word LINE_PER[], LINE_UNITS[], LINE_PAYERS[];
/* The words of a payer: "energieleverancier" as "Energieleverancier". */
const char *line_payer_words(const char *value);
#endif
