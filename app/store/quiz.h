/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_STORE_QUIZ_H
#define LMS_STORE_QUIZ_H
/*
 * What somebody did in one module: read or not, and the attempts at its
 * questions. Rows exist per version of a question; an answer to an older
 * version is kept, but counts no longer.
 */
#include "core/progress.h"
#include "core/quiz.h"
#include "store/batch.h"

/* The attempts at one version of a question. */
struct quiz_record {
	const char *question, *version;
	int attempts;
	option_set chosen; /* at the last attempt */
	bool is_right_first, is_right_once;
	int64_t answered_s; /* the last attempt */
};

struct quiz_state {
	bool is_read;
	size_t count;
	const struct quiz_record *records; /* owned by the batch's arena */
};

/* Asks for the session itself, with these roles: see struct statement. */
void quiz_ask_module(struct batch *, const unsigned char token_hash[32],
    unsigned roles, const char *course, const char *module);
void quiz_read_module(struct quiz_state *, const struct batch *);
/* The record of a question in its present version, or NULL. */
const struct quiz_record *
quiz_state_find(const struct quiz_state *, const struct question *);
/* Was an older version of this question answered, and the present one not? */
bool quiz_state_is_outdated(const struct quiz_state *, const struct question *);

/* One attempt as it was sent. */
struct quiz_answer {
	const char *course, *module;
	const struct question *question;
	int attempt; /* 1, 2, … */
	option_set chosen;
};

/* Stores it, and asks for the session itself, with these roles. */
void quiz_ask_save(struct batch *, const unsigned char token_hash[32],
    unsigned roles, const struct quiz_answer *);

enum quiz_saved {
	QUIZ_SAVED, /* it is stored, now or by this act sent before */
	QUIZ_OTHER, /* another choice was stored under this attempt: it stays */
	QUIZ_SKIPS  /* not stored: the attempt before it is not there */
};
enum quiz_saved quiz_read_saved(
    const struct batch *, const struct quiz_answer *);

void quiz_ask_save_reading(struct batch *, const unsigned char token_hash[32],
    const char *course, const char *module);
#endif
