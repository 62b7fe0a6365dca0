/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_EXPLAIN_H
#define LMS_WEB_EXPLAIN_H
/*
 * A figure that can be pressed, and the page that then says how it came
 * about. The calculation core makes the explanation (calc/uitleg.h); here it
 * becomes links and words. Who may see the plan may see its explanation.
 */
#include "calc/uitleg.h"
#include "web/plan/frame.h"

/* A figure on a page, with the way to its explanation. */
struct explained {
	const char *amount;	    /* "€ 39.351", or words */
	const char *of;		    /* what it is, for who hears the link alone */
	const struct safe_url *url; /* NULL: there is nothing to explain */
};

/* explain: the page of explanations of this plan; of: no two on a page alike. */
struct explained explained_make(struct arena *, const char *amount,
    const char *of, const struct safe_url *explain, const char *figure);

/* The total of a scenario, and what a mode gains: in whole euros. whose:
 * "Jouw plan". */
struct explained explained_total(struct arena *, const struct rk_resultaat *,
    enum scenario, const char *whose, const struct safe_url *explain);
struct explained explained_gain(struct arena *, const struct rk_resultaat *,
    enum rk_modus_naam, const char *whose, const struct safe_url *explain);
/* The case and the version that the address names. False: there is none, and
 * 404 was answered. */
bool version_find(struct exchange *, struct plan_place *, int64_t *number);
/* The feedback on a version, or with `tail` what lies below it. */
const struct safe_url *version_url(struct arena *, const struct plan_place *,
    const struct plan_record *, bool is_coach, const char *tail);
/* The page of explanations of a version that was handed in. */
const struct safe_url *explain_url(struct arena *, const struct plan_place *,
    const struct plan_record *, bool is_coach);

struct explain_part {
	const char *name, *amount;
	const char *formula;	    /* or NULL */
	const struct safe_url *url; /* or NULL */
};

struct explain_step {
	const char *text, *formula; /* formula: or NULL */
	size_t part_count;
	const struct explain_part *part;
};

/* The explanation itself; also alone, when a script asks for it. */
struct explanation {
	const char *title, *value, *whose;
	size_t step_count;
	const struct explain_step *step;
};

struct explain_view {
	struct shell shell;
	const char *kicker, *back_text;
	const struct safe_url *back_url;
	const struct explanation *what; /* NULL: there is no such figure */
};

/* GET …/plan/versie/:nummer/uitleg: one's own, and the expert's beside it. */
void ask_feedback_explain(struct exchange *);
void show_feedback_explain(struct exchange *);
/* GET /team/:persoon/:cursus/:casus/:nummer/uitleg: the same for the coach. */
void ask_member_explain(struct exchange *);
void show_member_explain(struct exchange *);
/* GET …/plan/rendement/uitleg: of the draft. */
void ask_draft_explain(struct exchange *);
void show_draft_explain(struct exchange *);
#endif
