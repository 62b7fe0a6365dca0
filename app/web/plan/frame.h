/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_FRAME_H
#define LMS_WEB_PLAN_FRAME_H
/*
 * What every page of the plan has: the six steps in sight, the case at hand,
 * faults on top, when it was last saved. And what every handler begins with:
 * which case, whose plan.
 */
#include "core/plan_check.h"
#include "core/plan_line_form.h"
#include "store/plan.h"
#include "web/exchange.h"
#include "web/plan/field.h"
#include "web/shell.h"

/* The case that the address names. */
struct plan_place {
	const struct course *course;
	const struct casus *casus;
	struct plan_key key;
};

/* The pages of a plan, in the order in which they are walked. */
enum plan_page {
	PAGE_HUISHOUDEN,
	PAGE_TOEKOMST,
	PAGE_DOORBRAAK,
	PAGE_OVERZICHT,
	PAGE_ONDERBOUWING,
	PAGE_LEGITIMITEIT,
	PAGE_RENDEMENT,
	PAGE_ACTIEPLAN,
	PAGE_INLEVEREN,
	PAGE_PAST, /* beside the way: the history */
	PAGE_TAKE, /* and taking the plan along */
	PLAN_PAGE_COUNT
};

struct plan_step_link {
	int number;
	const char *name, *state, *css; /* css: ready, busy, empty */
	const struct safe_url *url;
	bool is_here;
};

/* What is open: with an address when it is done on another page, or is about
 * one article. */
struct plan_frame_todo {
	const char *text;
	const struct safe_url *url; /* or NULL: somewhere on this page */
	bool is_required;
};

/* An item of feedback that its maker did not explain: see open_items.h. */
struct plan_open {
	const char *question, *answer; /* answer: or NULL */
	bool is_solved;		       /* the rule does not hold any more */
	const struct safe_url *url;    /* of the item itself */
};

/* What a coach wrote beside a passage of the version before. */
struct plan_remark {
	const char *who, *text;
	const char *was;	    /* that passage, as it was; or NULL */
	const char *answer;	    /* or NULL */
	const char *go;
	const struct safe_url *url; /* of the remark itself */
};

struct plan_frame {
	struct shell shell;
	const struct course *course;
	const struct casus *casus;
	const struct plan_record *record;
	struct plan_check check;
	struct plan_step_link step[STEP_COUNT];
	const struct safe_url *course_url, *casus_url, *hand_in_url;
	const char *kicker, *title;
	const char *saved; /* "Opgeslagen om 14:03", or NULL */
	int number;	   /* of the step, 0 for handing in */
	size_t todo_count; /* what is open in this step */
	struct plan_frame_todo todo[STEP_TODO_MAX];
	bool is_folded;	   /* the case above the work, for wide pages */
	bool is_at_hand_in, is_at_past, is_at_take;
	size_t error_count;
	const struct plan_error *errors;
	/* What was taken out, with a form to put it back; or NULL. */
	const char *removed, *removed_id, *removed_stamp;
	const struct safe_url *restore_url;
	const struct safe_url *past_url; /* versions and earlier states */
	const struct safe_url *take_url; /* paper and file */
	/* Of the feedback on the version before, what is done on this page. */
	size_t open_count;
	const struct plan_open *open;
	/* And of the coach's reaction to it: what is not done yet. */
	size_t remark_count;
	const struct plan_remark *remarks;
};

/* False: there is no such course or case, and 404 was answered. */
bool plan_find(struct exchange *, struct plan_place *);
/* Asks for the newest version, and notes the visit. */
void plan_ask_page(struct exchange *, const struct plan_place *,
    enum plan_page);
/* False: there is no draft; a redirect to the case was answered, or the page
 * that gives back what was written. */
bool plan_load(struct exchange *, const struct plan_place *,
    struct plan_record *);
struct plan_frame plan_frame_for(const struct exchange *,
    const struct plan_place *, const struct plan_record *, enum plan_page);
/* Puts what was refused on top of the page and into its title. */
void plan_frame_refuse(struct plan_frame *, const struct plan_error *,
    size_t count);

const char *plan_page_slug(enum plan_page);
/* PLAN_PAGE_COUNT when there is none. */
enum plan_page plan_page_by_slug(const char *);
const struct safe_url *plan_url(const struct exchange *,
    const struct plan_place *, const char *page);
/* Where it is done: the page, or the article on it. */
const struct safe_url *plan_todo_url(const struct exchange *,
    const struct plan_place *, const struct plan_todo *);
/* …/plan/<page>/<act>: where a form of that page goes. */
const struct safe_url *plan_act_url(const struct exchange *,
    const struct plan_place *, const char *page, const char *act);

/*
 * Are the body's fields these, each once and no others? "csrf" is always
 * among them; the list ends with NULL. A name that begins with '?' may be
 * absent. False: 400 was answered.
 */
bool plan_fields_are(struct exchange *, const char *const *names);
/* The same, where who asks is looked at first: nothing is answered. */
bool plan_has_fields(const struct exchange *, const char *const *names);
/*
 * The stamps that a form knows of what it was made of, or NULL when there are
 * none. False: they are no stamps, and 400 was answered.
 */
bool plan_basis(struct exchange *, const char *name, const char **basis);
/*
 * {"opgeslagen_om": "14:03", "revisie": 8, "basis": {…}} for the script, or
 * that it changed elsewhere; stamps: as plan_read_stamps gives them.
 */
void plan_respond_saved(struct exchange *, struct plan_saved,
    const char *stamps);
/* Whose text a browser may keep, and of which plan; suffix: of which part of
 * it, or NULL. */
const char *plan_owner(const struct exchange *, const struct plan_place *,
    const char *suffix);
#endif
