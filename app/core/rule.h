/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_RULE_H
#define LMS_CORE_RULE_H
/*
 * A rule of feedback, as the author of a case writes it in regels.json: when
 * it holds for a plan (a tree of tests), and what is asked, hinted and shown
 * then. Plain data; rule_judge.h says which rules hold.
 */
#include "core/rule_when.h"
#include "base/url.h"

enum rule_kind {
	RULE_MISSING, /* ontbreekt */
	RULE_NOTE,    /* let op */
	RULE_ASK,     /* vraag: to think about, whatever the plan says */
	RULE_SEEN,    /* goed gezien */
	RULE_KINDS
};

/* The three values, equal in weight, and the plan as a whole. */
enum rule_value {
	VALUE_BETROKKENHEID,
	VALUE_LEGITIMITEIT,
	VALUE_RENDEMENT,
	VALUE_PLAN,
	VALUE_COUNT
};

struct rule {
	const char *id;
	enum rule_value value;
	enum rule_kind kind;
	const char *page;	      /* of the plan, where one mends it */
	const struct rule_test *when; /* NULL: always */
	/* Of RULE_SEEN only `question`, which is a sentence of praise. */
	const char *question, *hint, *expert;
	const char *source, *source_date;      /* date: yyyy-mm-dd; or NULL */
	const struct safe_url *read_url;       /* in a module, or NULL */
	const char *read_module, *read_anchor; /* anchor: or NULL */
	uint32_t beside_fields; /* parts of both plans, side by side */
	uint32_t beside_lines;	/* bits of enum scenario */
	bool beside_articles, beside_actions;
};

struct rule_set {
	size_t count;
	const struct rule *rule;
	int32_t today; /* the day on which the case plays */
};

const char *rule_kind_name(enum rule_kind);   /* "ontbreekt", … */
const char *rule_value_name(enum rule_value); /* "betrokkenheid", … */
/* Each gives its _COUNT (_KINDS) for another name. */
enum rule_kind rule_kind_by_name(const char *);
enum rule_value rule_value_by_name(const char *);
/* NULL when the set has none of this name. */
const struct rule *rule_find(const struct rule_set *, const char *id);
#endif
