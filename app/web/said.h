/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_SAID_H
#define LMS_WEB_SAID_H
/*
 * What a sum says (core/sum_words.h), as sentences in which every figure can
 * be pressed: a link to how it came about.
 */
#include "core/plan_sum.h"
#include "web/explain.h"

struct said_figure {
	const char *shown,
	    *of; /* of: what it is, for who hears the link alone */
	const struct safe_url *url;
	const char *tail; /* the sentence up to the next one */
};

struct said {
	const char *text; /* the whole; NULL: there is nothing to say */
	const char *lead; /* up to the first figure */
	size_t count;
	const struct said_figure *figure;
};

/* Whose sum it is, and where its explanations live. */
struct said_of {
	const struct plan_sum *sum;
	const struct plan *plan;
	const char *whose; /* "Jouw plan" */
	const struct safe_url *explain;
};

enum said_kind {
	SAID_NOW,
	SAID_THREAT,
	SAID_EVEN, /* its link stands beside it: it may cite no figure */
	SAID_CHANCE,
	SAID_SUCCESS,
	SAID_PAYBACK_NOW,
	SAID_PAYBACK,
	SAID_CASH_NOW,
	SAID_CASH,
	SAID_PRESENT,
	SAID_PRACTICE,
};

/* A sentence without figures to press. text: may be NULL. */
struct said said_plain(const char *text);
/* One of the sentences on a whole sum. */
struct said said_sum(struct arena *, enum said_kind, const struct said_of *);
/* On a payer that pays for what another gains: verkeerde_zak[i]. */
struct said said_pocket(struct arena *, size_t i, const struct said_of *);
/* At another chance that the plan works: slaagkansen[i]. */
struct said said_success_at(struct arena *, size_t i,
    const struct rk_gevoeligheid *, const struct said_of *);
#endif
