/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_RULE_TEST_H
#define LMS_CORE_RULE_TEST_H
/* The single tests of a rule, for rule_judge.c only. */
#include "core/rule_judge.h"
#include "core/words.h"

/* A plan with its texts as words, made once for all rules. */
struct judged {
	struct arena *arena;
	const struct rule_subject *subject;
	int32_t today;
	struct words text[FIELD_COUNT];
	const struct words *line;	  /* descriptions */
	const struct words *argument;	  /* of articles: all parts of each */
	const struct words *part[ARGUMENT_PARTS];
	const struct words *action, *who; /* of actions */
	const int32_t *day;		  /* of actions; 0: not read */
};

/* Fewer words than this are no reason that somebody can follow. */
enum { REASON_WORDS = 8 };

/* No words asked for: true. */
bool
has_any(const struct judged *, const struct words *, const struct rule_words *);
bool
has_all(const struct judged *, const struct words *, const struct rule_words *);
bool in_range(struct fraction, const struct rule_range *);

/* rule_test_lines.c */
enum holds judge_lines(const struct judged *, const struct rule_test *);
enum holds judge_payers(const struct judged *, const struct rule_test *);
enum holds judge_line_order(const struct judged *, const struct rule_test *);
enum holds judge_maslow(const struct judged *);
/* rule_test_actions.c */
enum holds judge_actions(const struct judged *, const struct rule_test *);
enum holds
judge_action_order(const struct judged *, const struct rule_test *);
/* rule_test_texts.c */
enum holds judge_articles(const struct judged *, const struct rule_test *);
enum holds judge_text(const struct judged *, const struct rule_test *);
enum holds judge_wish(const struct judged *, const struct rule_test *);
/* rule_test_asked.c */
enum holds judge_asked(const struct judged *, const struct rule_test *);
/* rule_test_sum.c */
enum holds judge_sum(const struct judged *, const struct rule_test *);
enum holds judge_signal(const struct judged *, const struct rule_test *);
enum holds judge_chance(const struct judged *, const struct rule_test *);
enum holds judge_years(const struct judged *, const struct rule_test *);
#endif
