/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_READING_H
#define LMS_WEB_PLAN_READING_H
/*
 * A plan as somebody else reads it: its texts, articles, lines and actions in
 * the order of the method. Each is a passage with a key, so that what is said
 * of it has a place. page_reading prints it; what stands beside a passage is
 * printed by whoever shows the plan.
 */
#include "core/plan_sum.h"
#include "web/exchange.h"

struct reading_passage {
	/* "tekst:wens", "artikel:…", "regel:…", "actie:…", "som". */
	const char *key;
	const char *id;	  /* of the element: "p-tekst-wens" */
	const char *kind; /* "Artikel", "Huidige situatie"; or NULL */
	const char *label;
	const char *lead; /* not of the maker: what an article says; or NULL */
	const char *text; /* "" when nothing was written */
	const char *amount; /* of a line, over all the years; or NULL */
};

struct reading_part {
	const char *title;
	size_t count;
	const struct reading_passage *passage;
};

enum { READING_PARTS = 6 };

struct reading {
	struct reading_part part[READING_PARTS];
	/* Prints what stands beside a passage; NULL: nothing does. */
	void (*beside)(
	    struct html *, const void *about, const struct reading_passage *);
	const void *about;
};

/* whose: "Het plan van Noor", as sentences on the sum begin. */
struct reading reading_of(const struct exchange *, const struct casus *,
    const struct plan *, const char *whose);
/* NULL: the plan has no such passage. */
const struct reading_passage *
reading_find(const struct reading *, const char *key);
#endif
