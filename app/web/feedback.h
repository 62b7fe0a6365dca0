/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_FEEDBACK_H
#define LMS_WEB_FEEDBACK_H
/*
 * The feedback on a handed-in plan: what the calculation core says of it and
 * of the expert's plan, side by side, and the questions of the case's author.
 * The same page serves the maker and the coach.
 */
#include "core/feedback.h"
#include "core/plan_sum.h"
#include "store/feedback.h"
#include "store/plan.h"
#include "web/bars.h"
#include "web/chance_line.h"
#include "web/explain.h"
#include "web/said.h"
#include "web/exchange.h"
#include "web/shell.h"

/* One of the two plans on the page. */
struct feedback_side {
	const char *id, *title; /* "jouw", "Jouw plan" */
	const struct plan *plan;
	struct plan_sum sum;
	struct bars now, threat;
	const struct safe_url *explain; /* page of its explanations */
	struct explained totals[SCENARIO_COUNT], gain[RK_MODI];
	const struct safe_url *even_url; /* how words_even came about */
	struct said words_now, words_threat, words_even;
	/* The text of each of these may be NULL: nothing to say. */
	struct said words_chance, words_success, words_payback,
	    words_payback_now, words_cash, words_present, words_practice;
	/* NULL without a result or a threat; then there is no line. */
	const struct rk_gevoeligheid *sensitivity;
	struct chance_line line;
};

/* What the maker's plan brings when one judgement is another one. */
struct feedback_whatif {
	const char *name;
	struct explained now, threat, even;
};
enum { WHATIF_MAX = 1 + 2 * RK_TARIEVEN + RK_HORIZONNEN };

/* Who pays and who benefits: one payer in both plans and both modes. */
struct feedback_payer {
	const char *name;
	struct explained mine[RK_MODI], expert[RK_MODI];
};

struct feedback_signal {
	const char *kind, *kind_class, *text;
	size_t line_count;
	const char **lines; /* the lines it is about, in words */
};

/* Remarks of the core, heaviest first: a few are open, the rest is folded. */
struct feedback_signals {
	size_t count, open_count;
	const struct feedback_signal *list;
	const char *rest; /* "Nog 3 opmerkingen" */
};

/* An article, with what it says. */
struct feedback_article {
	const struct law *law;
	const char *argument; /* the expert's, or NULL */
};

struct feedback_text {
	const char *label, *mine, *expert;
};

/* The expert's plan is shown in parts: what differs, its sum, each step. */
enum feedback_part_name {
	PART_DIFFERENT,
	PART_SUM,
	PART_STEP,
	EXPERT_PARTS = PART_STEP + STEP_COUNT
};

struct feedback_part {
	const char *name, *button, *csrf;
	const char *coach_words; /* or NULL: not for a coach */
	bool is_shown, is_open;
	const struct safe_url *url;
};

struct feedback_step {
	int number;
	const char *name, *mine_title;
	const struct feedback_part *part;
	/* NULL: not the step with the actions. */
	const struct plan *mine, *expert;
	size_t text_count;
	struct feedback_text text[FIELD_COUNT];
};

/* An answer that could not be saved as it was sent. */
struct feedback_typed {
	const char *rule, *text, *error;
	bool agrees;
};

/* What the maker did with the feedback, of this version and the one before. */
struct feedback_acts {
	size_t count;
	const struct feedback_record *act;
	const struct feedback_typed *typed; /* or NULL */
};

/* Articles that a rule names are beside each other one by one. */
enum { BESIDE_LAWS = 4 };
enum { BESIDE_MAX = FIELD_COUNT + SCENARIO_COUNT + BESIDE_LAWS + 1 };

/* What a rule of the author says of the plan. */
struct feedback_item {
	const struct rule *rule;
	const char *anchor, *kind, *kind_class;
	const char *read_title; /* of the module to read on, or NULL */
	const char *source_date;
	const char *change; /* "Nieuw in deze versie", or NULL */
	enum feedback_level level;
	const char *level_words; /* for the coach, or NULL */
	const char *answer, *stamp, *answered, *before; /* or NULL */
	const char *error; /* about what was sent, or NULL */
	const char *stored; /* beside what was sent, or NULL */
	bool agrees, is_coach;
	const char *csrf, *mine_title;
	const struct safe_url *open_url, *answer_url;
	size_t beside_count; /* at the last level */
	struct feedback_text beside[BESIDE_MAX];
};

/* Items that are alike since the version before. */
struct feedback_change {
	const char *title;
	size_t count;
	const char **texts;
};
enum { CHANGES = 3 };

/* All of one value of the triangle. */
struct feedback_value {
	enum rule_value value;
	size_t seen_count, item_count;
	const struct feedback_item *seen, *items;
};

struct feedback_view {
	struct shell shell;
	const struct course *course;
	const struct casus *casus;
	const struct plan_record *record;
	bool is_coach; /* looks at somebody else's plan */
	const char *handed_in, *expert_date;
	const struct safe_url *course_url, *casus_url, *revise_url, *back_url,
	    *paper_url;
	const struct safe_url *file_url; /* NULL for the coach */
	const struct safe_url *review_url; /* what coaches wrote; or NULL */
	const char *standing; /* by what they said; or NULL */
	struct feedback_side mine, expert;
	struct feedback_value values[VALUE_COUNT];
	/* Since the version before; change_words NULL: there is none. */
	const char *change_words;
	struct feedback_change changes[CHANGES];
	struct plan_difference difference;
	const char *words_betrokkenheid, *words_legitimiteit;
	/* Whom the maker asked; NULL: nothing to say. */
	const char *asked_order, *asked_why, *asked_lost, *asked_rest;
	const struct safe_url *asked_url;
	size_t article_missing_count;
	const struct feedback_article *article_missing;
	size_t payer_count;
	const struct feedback_payer *payers;
	struct feedback_signals signals;
	struct bars payers_now, payers_threat; /* of the maker's plan */
	size_t pocket_count, whatif_count, success_count;
	struct said *pockets, success[RK_SLAAGKANSEN];
	struct feedback_whatif whatif[WHATIF_MAX];
	struct feedback_step step[STEP_COUNT];
	struct feedback_part parts[EXPERT_PARTS];
	size_t parts_hidden, parts_asked;
	const char *parts_words;
	const struct safe_url *parts_url;
};

/* GET …/casus/:casus/plan/versie/:nummer: one's own. */
void ask_feedback(struct exchange *);
void show_feedback(struct exchange *);
/* POST …/versie/:nummer/hulp: shows more of an item. */
void ask_feedback_open(struct exchange *);
void show_feedback_open(struct exchange *);
/* POST …/versie/:nummer/antwoord: what the maker answers to an item. */
void ask_feedback_answer(struct exchange *);
void show_feedback_answer(struct exchange *);
/* POST …/versie/:nummer/expert: shows a part of the expert's plan. */
void ask_feedback_expert(struct exchange *);
void show_feedback_expert(struct exchange *);
/* GET /team/:persoon/:cursus/:casus/:nummer: of a member, for the coach. */
void ask_member_feedback(struct exchange *);
void show_member_feedback(struct exchange *);
#endif
