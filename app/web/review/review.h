/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_REVIEW_REVIEW_H
#define LMS_WEB_REVIEW_REVIEW_H
/*
 * A plan that was handed in as its reader sees it, with what coaches wrote
 * beside its passages. The same page serves the maker, who answers, and the
 * coach, who writes and sends one reaction.
 */
#include "store/review.h"
#include "store/team.h"
#include "web/plan/frame.h"
#include "web/plan/reading.h"

/* What was sent and could not be kept. */
struct review_typed {
	const char *passage; /* beside which; REVIEW_WHOLE: the reaction */
	const char *from;    /* of an answer: to which reaction; or NULL */
	const char *text, *error;
	bool is_done;
	enum review_outcome outcome;
};

/* A remark that was sent, with its answer. */
struct review_remark {
	const struct review_view *page;
	const struct review_note *note;
	const char *who, *id, *about; /* about: of the passage, or "geheel" */
	const char *from;	      /* names the reaction in a form */
	const char *answered;	      /* when, or NULL */
	const char *typed, *error;    /* or NULL: as it is stored */
	bool is_done;
};

/* What a coach writes beside a passage, and nobody else sees yet. */
struct review_draft {
	const struct review_view *page;
	const struct reading_passage *passage;
	const char *name; /* of the passage, unlike that of any other */
	const char *text, *stamp, *error; /* error: or NULL */
	const char *stored;		  /* beside what was typed, or NULL */
};

/* A reaction that was sent. */
struct review_sent {
	const struct review_view *page;
	const struct review_record *record;
	const char *title, *badge, *badge_css, *remarks; /* remarks: or NULL */
	bool may_take_back;
	const struct review_remark *whole; /* or NULL */
};

struct review_view {
	struct shell shell;
	const struct course *course;
	const struct casus *casus;
	const struct plan_record *record;
	bool is_coach;
	const char *title, *handed_in;
	const char *standing; /* how the plan stands, or NULL */
	const char *readers;  /* who reads along, or NULL */
	const struct safe_url *home_url, *feedback_url, *action, *send_url,
	    *take_back_url, *revise_url;
	size_t review_count; /* of this version, the asker's draft too */
	const struct review_record *reviews;
	size_t sent_count;
	const struct review_sent *sent;
	struct reading reading;
	/* What the coach is writing: round is that of the next reaction. */
	const struct review_record *draft; /* or NULL */
	int round;
	const char *seen, *whole, *whole_stamp, *whole_stored;
	const char *draft_words; /* "Je schreef bij drie passages iets." */
	enum review_outcome outcome;
	const struct review_typed *typed; /* or NULL */
};

/* Fills the page; false: there is no such version, or not for the asker. */
bool review_view_make(struct review_view *, struct exchange *,
    const struct plan_place *, bool is_coach, const struct review_typed *);

/* "Klaar voor de praktijk, volgens Roos, 23 november 2026"; of a draft or
 * remarks only NULL. */
const char *review_standing_words(
    struct arena *, enum review_outcome, const char *who, int64_t sent_s);
/* The same of a version, out of all reactions; NULL: nobody said so. */
const char *review_standing_of(
    struct arena *, const struct review_record *, size_t count, int number);

/* GET and POST …/casus/:casus/plan/versie/:nummer/reactie: one's own. */
void ask_review(struct exchange *);
void show_review(struct exchange *);
void ask_review_answer(struct exchange *);
void show_review_answer(struct exchange *);
/* GET and POST /team/:persoon/:cursus/:casus/:nummer/reactie: a remark. */
void ask_member_review(struct exchange *);
void show_member_review(struct exchange *);
void ask_review_put(struct exchange *);
void show_review_put(struct exchange *);
/* POST …/:nummer/stuur: sends the reaction. */
void ask_review_send(struct exchange *);
void show_review_send(struct exchange *);
/* POST …/:nummer/haal-terug: while it was not opened. */
void ask_review_take_back(struct exchange *);
void show_review_take_back(struct exchange *);
#endif
