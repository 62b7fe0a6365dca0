/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_STORE_PLAN_H
#define LMS_STORE_PLAN_H
/*
 * Practice plans in the database: reading a whole version, and the acts on a
 * draft. Who may see what is part of every statement: one's own plan, or as a
 * coach a handed-in version of somebody in a team that one coaches.
 */
#include "core/plan.h"
#include "store/batch.h"

/* Of an article, by part. */
struct argument_stamps {
	const char *part[ARGUMENT_PARTS];
};

/* One version of a plan with everything in it. */
struct plan_record {
	struct plan plan;
	int number; /* 1, 2, … */
	int64_t revision;
	int64_t started_s, saved_s;
	int64_t handed_in_s; /* 0: a draft */
	int64_t person_id;
	const char *person; /* name of the maker */
	/*
	 * Stamps, as forms carry them to say what they were made of: of each
	 * text, of each figure, and of the lists in their order.
	 */
	const char *text_stamp[FIELD_COUNT], *figure_stamp[FIGURE_COUNT];
	const char *const *line_stamp, *const *action_stamp;
	const struct argument_stamps *article_stamp;
};

/* The stamp of what is not there yet. */
extern const char PLAN_NO_STAMP[];

/* Which plan: of one case. All three are borrowed. */
struct plan_key {
	const unsigned char *token_hash; /* 32 bytes, of whoever asks */
	const char *course, *casus;
};

enum { PLAN_NEWEST = 0 }; /* instead of a version's number */

/* The most that a column takes, in characters, as the forms say. */
enum {
	PLAN_TEXT_MOST = 20000,
	STOPREDEN_MOST = 200,
	ARGUMENT_MOST = 5000, /* of a part */
	WAT_MOST = 500,
	WIE_MOST = 200,
	WANNEER_MOST = 200
};

/* For the files of store/: a statement, whose first parameters name the plan. */
void plan_add(struct batch *, enum query, const struct plan_key *);

/*
 * Asks for one version: five statements. plan_ask: one's own, by number or
 * the newest (the draft, when there is one). plan_ask_member: what a member
 * of a team that the asker coaches handed in, by number or the newest.
 * plan_ask_dealt: what was dealt to the asker to read (peer.h).
 */
void plan_ask(struct batch *, const struct plan_key *, int number);
void plan_ask_member(struct batch *, const struct plan_key *,
    int64_t person_id, int number);
void plan_ask_dealt(struct batch *, const struct plan_key *, int slot);
/* False: there is none, or not for this asker. Strings live in the batch. */
bool plan_read(struct plan_record *, const struct batch *);

/* The versions of one's own plan, newest first. */
struct plan_version {
	int number;
	int64_t saved_s, handed_in_s; /* handed_in_s 0: the draft */
};
void plan_ask_versions(struct batch *, const struct plan_key *);
size_t plan_read_versions(const struct batch *, const struct plan_version **);

/* What an act on the draft gave. */
struct plan_saved {
	bool is_saved; /* false: full, or changed elsewhere; nothing was saved */
	bool is_full;
	bool is_gone; /* of a line: its tariff is not there, or costs else */
	int64_t revision, saved_s;
	const char *stamp; /* of the part that changed elsewhere, or NULL */
};
struct plan_saved plan_read_saved(const struct batch *, enum query);
/* Of texts: a JSON object of the new stamp of each that is as it was sent. */
const char *plan_read_stamps(const struct batch *, enum query);

/* Begins a plan for a case; repeating it changes nothing. */
void plan_ask_start(struct batch *, const struct plan_key *,
    int horizon_jaren, const char *disconto_pct);
/*
 * Texts of a form. bases: the stamps that the form knows of each, parted by
 * spaces; NULL for a form without stamps, of which `seen` decides: the
 * revision it was made with.
 */
struct plan_texts {
	size_t count;
	const char *const *fields, *const *texts, *const *bases;
	int64_t seen;
};
/* Saves what the form's writer changed, unless that changed elsewhere too. */
void plan_ask_save(struct batch *, const struct plan_key *,
    const struct plan_texts *);
/*
 * ST_CONFLICT when the draft changed since `seen`. table: the version of the
 * general table of tariffs, kept with what is handed in.
 */
void plan_ask_hand_in(struct batch *, const struct plan_key *, int64_t seen,
    const char *table);
/* A new draft from the newest version. */
void plan_ask_revise(struct batch *, const struct plan_key *);
/*
 * A part of the argument of article `code`, from a row with the columns
 * hindernis, ruimte, afweging and argument. The ruimte is what was written
 * before there were parts, until somebody writes one
 * (migrations/0022_argument.sql). "" when nothing was written.
 */
const char *plan_read_part(const struct batch *, enum query, int row,
    const char *code, enum argument_part);
/* The version's number that start, hand_in or revise gave. */
int plan_read_number(const struct batch *, enum query);
#endif
