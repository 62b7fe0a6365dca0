/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_STORE_LAW_H
#define LMS_STORE_LAW_H
/*
 * Articles that an organisation added itself, in versions; and what somebody
 * does with articles: in which drafts they are, which were chosen last.
 */
#include "store/plan.h"

/* Limits of the database, for the words on a page. */
enum {
	LOCAL_LAW_MAX = 200,
	LOCAL_REGELING_MAX = 160,
	LOCAL_ARTIKEL_MAX = 40,
	LOCAL_KERNZIN_MAX = 400,
	LOCAL_WHEN_MAX = 600,
	LOCAL_LINK_MAX = 400,
	LOCAL_PHRASES_MAX = 12
};

/* Its code is LOKAAL-<number>. */
struct local_law {
	int number, version;
	bool is_withdrawn;
	const char *soort; /* verordening, beleidsregel */
	const char *regeling, *artikel, *kernzin, *wanneer, *helpt_niet;
	const char *link;	  /* "": nowhere on the web */
	const char *stand;	  /* yyyy-mm-dd */
	const char *domein;	  /* of LAW_DOMAINS */
	const char *hindernissen; /* a sentence a line */
	const char *person;	  /* of law_read_versions: who, or NULL */
	int64_t made_s;
};

/* The number in a code, or 0: it is no code of a local article. */
int local_law_number(const char *code);

void law_ask_local(struct batch *, const unsigned char *token_hash);
size_t law_read_local(const struct batch *, const struct local_law **);
/* As the version of a plan that plan_ask asked for is read with them. */
size_t law_read_plan(const struct batch *, const struct local_law **);
/* One article, the newest version first. */
void
law_ask_versions(struct batch *, const unsigned char *token_hash, int number);
size_t law_read_versions(const struct batch *, const struct local_law **);

/* An act of who is admin here; safe to repeat with the same id. */
struct law_act {
	const unsigned char *token_hash;
	const char *id;
	int number; /* 0: a new article */
	int base;   /* the version that the form was made of */
};
enum law_outcome {
	LAW_SAVED,
	LAW_CHANGED_ELSEWHERE,
	LAW_FULL,
	LAW_GONE,
	LAW_DENIED
};
/* phrases: the lines of hindernissen. */
void law_ask_save(struct batch *, const struct law_act *,
    const struct local_law *, const char *const *phrases, size_t count);
void law_ask_turn(struct batch *, const struct law_act *, bool must_go);
enum law_outcome
law_read_outcome(const struct batch *, enum query, int *number);

/* A draft of whoever asks. */
struct law_draft {
	const char *course, *casus;
	int64_t revision;
	bool has_it;
};
void law_ask_drafts(
    struct batch *, const unsigned char *token_hash, const char *code);
size_t law_read_drafts(const struct batch *, const struct law_draft **);
/* Codes, the last chosen first. */
void law_ask_recent(struct batch *, const unsigned char *token_hash);
size_t law_read_recent(const struct batch *, const char *const **);
#endif
