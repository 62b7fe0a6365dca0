/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_RULE_WHEN_H
#define LMS_CORE_RULE_WHEN_H
/*
 * When a rule of feedback holds: a tree of tests on a plan. Plain data, as
 * "als" of a rule in regels.json says it; rule_judge.c walks it.
 */
#include "core/plan.h"

enum test_kind {
	TEST_ALL, /* alle: each part holds */
	TEST_ANY, /* een: one part holds */
	TEST_NOT, /* niet: the part does not hold */
	TEST_LINE,
	TEST_PAYERS,
	TEST_ARTICLE,
	TEST_ACTION,
	TEST_TEXT,
	TEST_WISH,
	TEST_ORDER,
	TEST_MASLOW,
	TEST_SUM,
	TEST_SIGNAL,
	TEST_CHANCE,
	TEST_YEARS,
	TEST_ASKED,
	TEST_KINDS
};

/* A list of names or words; none means that it does not matter. */
struct rule_words {
	size_t count;
	const char *const *word;
};

/* "1.5", "1/3" or "2", exact. bottom 0: there is none. */
struct fraction {
	int64_t top, bottom;
};

struct rule_range {
	struct fraction from, to; /* both included; either may be none */
};

enum rule_flag { FLAG_ANY, FLAG_YES, FLAG_NO };

/* Which lines: all that is given must hold for one line. */
struct line_filter {
	enum scenario scenario; /* SCENARIO_COUNT: any */
	struct rule_words code; /* "JW-*" is all that begin so */
	struct rule_words wet, domein, persoon, betaler, aard, rol;
	struct rule_words woorden; /* one of them in the description */
	struct rule_range hoeveelheid, duur_maanden, start_maand;
	enum rule_flag met_kans, stopt;
};

/* Which actions, likewise. */
struct action_filter {
	struct rule_words woorden;	/* one of them in what is done */
	struct rule_words alle_woorden; /* each of them */
	struct rule_words wie;		/* one of them in who does it */
	bool met_naam;			/* somebody in particular does it */
	bool met_datum;			/* a day is said */
	int32_t uiterlijk; /* that day, and at the latest this one; 0: any */
};

/* What the argument of an article must say: all that is given, of one. */
struct argument_filter {
	struct part_filter {
		struct rule_words woorden; /* one of them in this part */
		int word_min;		   /* and so many words */
	} part[ARGUMENT_PARTS];
	uint32_t lacks; /* one of these parts says little or nothing */
	enum rule_flag weighs_against; /* names what speaks against it */
};

struct rule_test {
	enum test_kind kind;
	size_t part_count; /* of alle, een, niet */
	const struct rule_test *part;
	int at_least; /* how many lines, payers, articles, actions */
	struct line_filter lines, lines_after;
	struct action_filter actions, actions_after;
	bool is_each;		 /* of actions: all of them, not some */
	bool is_about_actions;	 /* of an order: not of lines */
	struct rule_words codes; /* of articles, signals, or talks */
	enum rule_flag resident_first, too_early; /* of whom was asked */
	bool is_argued;	 /* the article's argument, or that of the chance */
	struct argument_filter argument; /* of articles */
	uint32_t fields; /* bits of enum plan_field, or 0 */
	struct rule_words woorden; /* one of them in those texts */
	int word_min;		   /* and so many words in them together */
	bool has_day;		   /* and a day */
	const char *wish;	   /* in the resident's words */
	int percent;		   /* of the wish's words, or of the sum */
	int sum;		   /* enum rule_sum */
	int sign;		   /* of the sum: -1 costs, 1 brings, 0 any */
	enum plan_figure figure;
	bool is_filled;
	struct rule_range range;
};

/* What a sum is compared in; the two modes are never added. */
enum rule_sum {
	SUM_HUIDIG,
	SUM_DREIGEND,
	SUM_DOORBRAAK,
	SUM_GAIN_NOW,
	SUM_GAIN_THREAT,
	SUM_COUNT
};

/* TEST_KINDS and SUM_COUNT for another name. */
enum test_kind test_kind_by_name(const char *);
enum rule_sum rule_sum_by_name(const char *);
/* False when it is no such number, or below 0. */
bool fraction_read(struct fraction *, const char *);
#endif
