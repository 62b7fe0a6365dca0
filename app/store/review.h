/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_STORE_REVIEW_H
#define LMS_STORE_REVIEW_H
/*
 * What coaches say of a version that was handed in, and what its maker
 * answers. Who may see it is who may see the version; what is not sent yet
 * its writer only.
 */
#include "core/review.h"
#include "store/plan.h"

enum { REVIEW_TEXT_MOST = 2000, REVIEW_PASSAGE_MOST = 80 };

/* What is written beside a passage. */
struct review_note {
	const char *passage; /* as struct reading_passage, or REVIEW_WHOLE */
	const char *text, *stamp;
	const char *was;    /* the passage in that version, or NULL: no words */
	const char *answer; /* of the maker; "": none */
	const char *answer_stamp;
	bool is_done;	    /* the maker says so */
	int64_t answered_s; /* 0: never */
};

/* A reaction to a version. */
struct review_record {
	int number; /* of the version */
	int64_t reviewer_id;
	const char *reviewer;
	bool is_mine; /* whoever asks wrote it */
	int round;
	enum review_outcome outcome;
	int64_t sent_s; /* 0: not yet */
	bool is_opened;
	const char *stamp; /* of the remarks, as the form that sends says */
	const struct review_note *whole; /* words on the whole; or NULL */
	size_t note_count;		 /* beside passages */
	const struct review_note *notes;
};

/* Of a version, as plan_ask_member names it (person 0: one's own), and of the
 * one before it. The texts are opened by what plan_ask asks for. */
void review_ask(
    struct batch *, const struct plan_key *, int64_t person_id, int number);
/* By version, and then in the order in which they were sent; a draft last. */
size_t review_read(const struct batch *, const struct review_record **);

/* The maker opens what was sent: to be asked before review_ask. */
void review_ask_open(struct batch *, const struct plan_key *, int number);
/* The coach sees what was answered: to be asked after it. */
void review_ask_see(
    struct batch *, const struct plan_key *, int64_t person_id, int number);

/* What was sent about one's own plans and not opened yet, newest first. */
struct review_news {
	const char *course, *casus, *reviewer;
	int number;
	enum review_outcome outcome;
	bool has_words; /* on the whole */
	size_t remarks;
};
void review_ask_news(struct batch *, const unsigned char token_hash[32]);
size_t review_read_news(const struct batch *, const struct review_news **);

/* A plan in which an answer waits; `whom` as in store/progress.h. */
struct review_answered {
	int64_t person_id;
	const char *course, *casus;
	int number;
	int64_t answered_s;
	bool is_question; /* the question was answered, not a remark only */
};
void review_ask_answered(
    struct batch *, const unsigned char token_hash[32], int64_t whom);
size_t
review_read_answered(const struct batch *, const struct review_answered **);

/* Which plan of which member, for the acts of a coach. */
struct review_key {
	struct plan_key plan;
	int64_t person_id;
	int number;
};
/* Keeps a remark, or takes it out (""); basis: the stamp the form knows. */
void review_ask_put(struct batch *, const struct review_key *,
    const char *passage, const char *basis, const char *text);
/* Sends a reaction with these words on the whole; seen: its stamp. */
struct review_sending {
	int round;
	const char *seen, *basis, *text;
	enum review_outcome outcome;
};
void review_ask_send(
    struct batch *, const struct review_key *, const struct review_sending *);
void review_ask_take_back(struct batch *, const struct review_key *, int round);
/* What the maker answers. */
struct review_reply {
	int64_t reviewer_id;
	int round;
	const char *passage, *basis, *text;
	bool is_done;
};
void review_ask_answer(struct batch *, const struct plan_key *, int number,
    const struct review_reply *);
/* Of one of these four: false: it was changed elsewhere, or too late, and was
 * left as it is. */
bool review_is_done(const struct batch *);
#endif
