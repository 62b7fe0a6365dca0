/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_STORE_PLAN_PART_H
#define LMS_STORE_PLAN_PART_H
/*
 * Acts on the parts of a draft: lines, articles, actions, figures. Each is
 * safe to repeat and answers struct plan_saved (plan_read_saved). `basis` is
 * the stamp of what the form was made of, PLAN_NO_STAMP for something new:
 * what changed since is not overwritten (migrations/0005).
 */
#include "store/plan.h"

/* Limits of the database's functions, for the words on a page. */
enum { PLAN_LINES_MAX = 60, PLAN_ARTICLES_MAX = 30, PLAN_ACTIONS_MAX = 40 };

/*
 * What was chosen about the price of a line. choice: "" (a line that is there
 * keeps its own copy), "tabel" (the table's row) or "index" (a price brought to
 * another year). from_*: the price that the form showed; when it is another one
 * by now, nothing is done (plan_saved.is_gone).
 */
struct plan_price {
	bool may_be_own; /* look among the organisation's own tariffs first */
	const char *choice;
	int64_t from_eurocent, eurocent; /* and what "index" makes of it */
	int from_jaar, jaar;
	const char *afleiding; /* of "index": added to the line's name */
};
/*
 * Adds or changes the line of this id; it has one payer. The tariff in it may
 * be unknown (omschrijving NULL) when it may be the organisation's own.
 */
void plan_ask_price_line(struct batch *, const struct plan_key *,
    const char *basis, const struct plan_line *, const struct plan_price *);
/* The same with the tariff that the line holds. */
void plan_ask_put_line(struct batch *, const struct plan_key *,
    const char *basis, const struct plan_line *);
/* Copies "huidig" to the other scenarios; `act` is the id of the form. */
void plan_ask_copy_lines(struct batch *, const struct plan_key *,
    const char *act);
/* What a press put in that is still so, and how many lines it said stop. */
struct plan_copied {
	int lines, stops;
};
/* Takes out what that press put in, and what that would be. */
void plan_ask_undo_copy(struct batch *, const struct plan_key *,
    const char *act);
void plan_ask_copied(struct batch *, const struct plan_key *,
    const char *act);
struct plan_copied plan_read_copied(const struct batch *);
/* `seen`: the revision of the draft that the form was made of. */
void plan_ask_put_article(struct batch *, const struct plan_key *,
    int64_t seen, const char *code);
/*
 * Parts of the argument of an article. A text NULL: it was not sent, and stays
 * as it is. A basis NULL: `seen` decides, as in struct plan_texts.
 */
struct plan_argument {
	const char *code;
	const char *text[ARGUMENT_PARTS], *basis[ARGUMENT_PARTS];
};
/* When it changed elsewhere, plan_read_stamps says which parts. */
void plan_ask_save_argument(struct batch *, const struct plan_key *,
    int64_t seen, const struct plan_argument *);
void plan_ask_put_action(struct batch *, const struct plan_key *,
    const char *basis, const struct plan_action *);
/* Figures of a form, as the core reads them; "" for not given. */
struct plan_figures {
	size_t count;
	const char *name[FIGURE_COUNT], *value[FIGURE_COUNT],
	    *basis[FIGURE_COUNT];
};
/* rate: the discount rate that a draft takes over with another horizon. */
void plan_ask_figures(struct batch *, const struct plan_key *,
    const struct plan_figures *, const char *rate);

/* A part by its kind ("regel", "artikel" or "actie") and its id. */
struct plan_part {
	const char *kind, *id, *basis;
};
void plan_ask_remove(struct batch *, const struct plan_key *,
    const struct plan_part *);
void plan_ask_restore(struct batch *, const struct plan_key *,
    const struct plan_part *);
/* The name of a part that was taken out, or NULL; and its stamp. */
void plan_ask_removed(struct batch *, const struct plan_key *,
    const char *kind, const char *id);
const char *plan_read_removed(const struct batch *);
const char *plan_read_removed_stamp(const struct batch *);
/* Of a line: where it stood. SCENARIO_COUNT for anything else. */
enum scenario plan_read_removed_scenario(const struct batch *);
#endif
