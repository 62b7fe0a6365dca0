/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_TAKE_H
#define LMS_WEB_PLAN_TAKE_H
/*
 * Taking a plan along: on paper as a municipality would put it on the table,
 * or as a file that the calculation core reads; and reading such a file into
 * the draft.
 */
#include "core/plan_sum.h"
#include "web/plan/frame.h"
#include "web/said.h"

struct paper_line {
	const char *name, *words, *amount;
};

struct paper_scenario {
	const char *title, *total;
	size_t line_count;
	const struct paper_line *lines;
};

struct paper_payer {
	const char *name, *amount[RK_MODI];
};

struct paper_text {
	const char *label, *text;
};

struct paper_article {
	const struct law *law;
	const char *name;
	size_t part_count; /* of those that were written */
	struct paper_text part[3];
};

struct paper_source {
	const char *name, *price, *about;
};

/* One of the six steps, without what has a shape of its own. */
struct paper_step {
	const char *title;
	size_t text_count;
	struct paper_text text[3];
};

struct paper_view {
	struct shell shell;
	const struct casus *casus;
	const struct plan_record *record;
	const char *maker, *version, *household, *back_text;
	const struct safe_url *back_url;
	struct paper_step step[STEP_COUNT];
	size_t article_count, payer_count, source_count;
	const struct paper_article *articles;
	const struct rk_resultaat *sum; /* NULL: it cannot be computed */
	bool has_threat;
	struct said words[8];
	const char *gain[RK_MODI];
	const char *practice; /* or NULL */
	struct paper_scenario scenario[SCENARIO_COUNT];
	const struct paper_payer *payers;
	const struct paper_source *sources;
};

/* GET …/afdruk: of the draft, of a version, and of a member for the coach. */
void ask_draft_paper(struct exchange *);
void show_draft_paper(struct exchange *);
void ask_version_paper(struct exchange *);
void show_version_paper(struct exchange *);
void ask_member_paper(struct exchange *);
void show_member_paper(struct exchange *);
/* GET …/bestand: of the draft, and of a version. */
void ask_draft_file(struct exchange *);
void show_draft_file(struct exchange *);
void ask_version_file(struct exchange *);
void show_version_file(struct exchange *);
/* The page from which a plan is taken along, and read. */
struct take_view {
	struct plan_frame frame;
	const struct safe_url *paper_url, *file_url, *action;
	const char *id;	   /* of the form that reads */
	bool is_empty;	   /* the draft: nothing to ask first */
	const char *holds; /* "12 regels, 9 teksten en 3 acties" */
	size_t fault_count;
	const struct content_fault *faults;
	bool must_say_yes; /* the box was not ticked */
	bool was_changed;  /* not undone: somebody worked on */
	/* A file that was just read, and can be undone; or NULL. */
	const char *imported_id;
	const struct safe_url *undo_url;
};

/* GET and POST …/plan/meenemen, and POST …/meenemen/ongedaan. */
void ask_take(struct exchange *);
void show_take(struct exchange *);
void ask_import(struct exchange *);
void show_import(struct exchange *);
void ask_import_undo(struct exchange *);
void show_import_undo(struct exchange *);
#endif
