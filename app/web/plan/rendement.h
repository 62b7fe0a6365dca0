/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_RENDEMENT_H
#define LMS_WEB_PLAN_RENDEMENT_H
/* Rendement: the three scenarios as lines, and the sum beside them. */
#include "core/plan_sum.h"
#include "web/explain.h"
#include "web/said.h"
#include "web/chance_line.h"
#include "web/plan/figures.h"
#include "web/plan/form.h"

/* The sum in words and whole euros; also alone, when a script asks anew. */
struct plan_sum_view {
	const struct safe_url *url;
	/* In the order of the panel; no text where there is nothing to say. */
	struct said words_now, words_threat, words_even, words_chance,
	    words_success, words_payback, words_cash, words_present,
	    words_practice;
	size_t pocket_count;
	struct said *pockets;
	const struct chance_line *line; /* NULL without a threat */
	struct explained totals[SCENARIO_COUNT];
	struct explained now, threat;	 /* signed, in whole euros */
	const struct safe_url *even_url; /* how words_even came about */
	bool is_empty;			 /* no lines yet */
	size_t fault_count, hint_count, hint_open_count;
	const char **faults, **hints; /* hints: heaviest first */
	const char *hints_rest;	      /* "Nog 3 opmerkingen" */
};

struct rendement_line {
	const char *id, *name, *words, *note;
	struct explained amount;
	const struct safe_url *edit_url;
	struct plan_button_view remove;
};

struct rendement_tab {
	const char *words;
	const struct safe_url *url;
	bool is_here;
};

/* The form of one line; the fields in the order of the page. */
struct rendement_line_form {
	const char *csrf, *id, *basis, *scenario, *code, *title, *about;
	const char *woorden, *gelezen, *eenheid, *jaren, *example, *misread;
	const char *fields_words; /* what the fields say, or NULL */
	bool is_open;		  /* the fields */
	const struct safe_url *action, *cancel, *read_url;
	struct plan_select_view prijs, persoon, per, duur_eenheid, betaler, rol,
	    verlengd;
	struct plan_input_view hoeveelheid, duur_aantal, start_maand, kans,
	    stopreden;
	bool has_kans, has_rol, has_stopreden, has_verlengd;
};

/* A part of the page: where it is, and what is done or open there. */
enum { RENDEMENT_PARTS = 4 };
struct rendement_part {
	const char *id, *words;
};

struct picker_view;
struct start_view;
struct change_view;
struct prefab_view;

struct rendement_view {
	struct plan_frame frame;
	struct plan_form_view form;
	struct plan_sum_view sum;
	const char *intro, *scenario, *scenario_title, *scenario_help;
	const struct safe_url *copy_url, *figures_url;
	struct rendement_tab tab[SCENARIO_COUNT];
	struct rendement_part part[RENDEMENT_PARTS];
	size_t line_count;
	const struct rendement_line *lines;
	const struct picker_view *picker;
	const struct rendement_line_form *line; /* NULL: no form open */
	const struct start_view *start;		/* of the dossier, or NULL */
	const struct change_view *changes; /* what becomes of huidig, or NULL */
	const struct prefab_view *prefab;  /* to begin the doorbraak, or NULL */
	struct plan_input_view figure[FIGURE_COUNT];
	const char *rate_words;
	bool can_copy;
	/* Of a press on "neem over": the revision that it was made of. */
	const char *copy_id;
	/* What was just copied, with a form to undo it; or NULL. */
	const char *copied, *copied_id;
	const struct safe_url *undo_url;
};

/* What was typed into the form of a line, with its faults. */
struct rendement_typed {
	struct line_form form;
	size_t fault_count;
	struct input_fault fault[LINE_FAULTS_MAX];
	struct figure_faults figures; /* of the form of the figures */
	const char *copy_error;	      /* of a button that copies lines */
	bool has_changes;	      /* "wat verandert er?" is unclear */
};

/* What the page shows beside the plan: asked wherever it may be answered. */
void plan_rendement_ask(struct exchange *, const struct plan_place *);

void plan_rendement_answer(struct exchange *, const struct plan_place *,
    const struct plan_record *, const struct rendement_typed *);

const struct plan_line *plan_find_line(const struct plan *, const char *id);
const struct safe_url *plan_scenario_url(
    const struct exchange *, const struct plan_place *, enum scenario);

/* sum_view.c: the panel, and GET …/rendement/som for it alone. */
void ask_sum(struct exchange *);
void show_sum(struct exchange *);
struct plan_sum_view plan_sum_view_of(const struct exchange *,
    const struct plan_place *, const struct plan *, const struct plan_sum *);
#endif
