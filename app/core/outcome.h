/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_OUTCOME_H
#define LMS_CORE_OUTCOME_H
/*
 * What plans that were handed in show together: how many have what, which
 * signals the core gives how often, and the sums by the core's dashboard. The
 * two modes are never added, nor results over different numbers of years
 * (rekenregels §5, §6). Pure; results are made here and thrown away.
 */
#include "base/arena.h"
#include "calc/dashboard.h"
#include "core/plan.h"

/* One plan, as far as it is counted. */
struct outcome_plan {
	struct plan plan; /* lines, chances, horizon */
	bool has_text[FIELD_COUNT];
	size_t article_count, argued_count; /* argued: says why it fits */
	const char *const *articles;	    /* codes */
	const struct household_member *members;
	size_t member_count;
	const struct rk_tarieventabel *signals; /* of the casus; or NULL */
};

/* In how many plans a name occurs; sorted: the most first, then by name. */
struct outcome_count {
	const char *name;
	size_t plan_count;
};
struct outcome_counts {
	size_t count, room;
	struct outcome_count *items;
};

/*
 * Plans over one number of years. plan_count: how many are in each mode. In
 * RK_TOV_DREIGEND a plan that does not say what threatens adds nothing and is
 * not counted: for it the mode has no meaning.
 */
struct outcome_sum {
	struct rk_dashboard dashboard;
	size_t plan_count[RK_MODI];
	struct outcome_counts streams[RK_MODI], payers[RK_MODI],
	    flows[RK_MODI]; /* kasstroom */
};

struct outcome {
	size_t plan_count;
	size_t refused_count;	   /* the core cannot compute them */
	size_t no_threat_count;	   /* say nothing of what threatens */
	size_t chance_count;	   /* give a chance of the threat */
	size_t illustrative_count; /* lean on a tariff for practice only */
	size_t argued_count;	   /* each of its articles is argued */
	size_t text_count[FIELD_COUNT];
	struct outcome_counts signals, articles;
	struct outcome_sum sums[RK_MAX_HORIZON + 1]; /* by years; 0: unused */
};

/* Which plans are meant: those behind one number. */
enum outcome_about {
	OUTCOME_ALL,
	OUTCOME_SIGNAL,	   /* name: "W1" */
	OUTCOME_ARTICLE,   /* name: the code */
	OUTCOME_STREAM,	   /* name: the law; in either mode */
	OUTCOME_PAYER,	   /* name: the payer; in either mode */
	OUTCOME_TEXT,	   /* name: the field; those that have it */
	OUTCOME_NO_TEXT,   /* name: the field; those that lack it */
	OUTCOME_NO_THREAT, /* those that do not say what threatens */
	OUTCOME_NO_CHANCE, /* those that give no chance of it */
	OUTCOME_UNARGUED,  /* those with an article that is not argued */
	OUTCOME_PRACTICE,  /* those with a tariff for practice only */
	OUTCOME_REFUSED	   /* those that cannot be computed */
};
struct outcome_filter {
	enum outcome_about about;
	const char *name;
};

/* What one plan gave. */
struct outcome_part {
	bool is_meant; /* by the filter */
	bool is_computed, has_threat;
	int64_t gain[RK_MODI];
	const char *signals; /* "W1, W3", "" */
};

/*
 * Adds one plan. What stays is copied into `keep`; `scratch` may be freed
 * when this returns, with everything in the plan.
 */
void outcome_add(struct outcome *, struct outcome_part *, struct arena *keep,
    struct arena *scratch, const struct outcome_plan *,
    const struct outcome_filter *);
/* Sorts the counts; after the last plan. */
void outcome_finish(struct outcome *);
/* In how many plans; 0 when the name is not there. */
size_t outcome_count_of(const struct outcome_counts *, const char *name);
#endif
