/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * review.c - reactions of coaches. The rules about what may be changed when
 * are SQL: migrations/0021_review.sql.
 *
 * What a coach writes is sealed in the place of the plan's maker: it goes with
 * that plan, and is opened by what opens the plan.
 */
#include "store/review.h"

#include "store/progress.h"
#include "core/plan_words.h"
#include "store/sealed.h"

#include <string.h>

enum { TOKEN_HASH_BYTES = 32 };

static const char TEXT[] = "plan_review_note.text";
static const char ANSWER[] = "plan_review_note.answer";

static void
add_person(struct batch *b, int64_t person_id)
{
	if (person_id == 0)
		batch_text(b, NULL);
	else
		batch_int(b, person_id);
}

void
review_ask(
    struct batch *b, const struct plan_key *key, int64_t person_id, int number)
{
	plan_add(b, QUERY_PLAN_REVIEWS, key);
	add_person(b, person_id);
	batch_int(b, number);
}

static int64_t
number_or_0(const struct batch *b, enum query q, int row, const char *col)
{
	return batch_is_null(b, q, row, col) ? 0
					     : batch_get_int(b, q, row, col);
}

/* The argument of an article as it was, all its parts. */
static const char *
argument_then(const struct batch *b, int i)
{
	const enum query q = QUERY_PLAN_REVIEWS;
	struct plan_article then = {.code = batch_get(b, q, i, "was_article")};

	for (int p = 0; p < ARGUMENT_PARTS; p++)
		then.part[p] =
		    plan_read_part(b, q, i, then.code, (enum argument_part)p);
	return argument_words(b->arena, &then);
}

/* The passage as it was in that version: what follows the kind is its name. */
static const char *
passage_then(const struct batch *b, int i, const char *passage)
{
	static const struct {
		const char *col, *sealed; /* sealed NULL: it is not */
	} KINDS[] = {
	    {"was_text", "plan_text"},
	    {"was_line", NULL},
	    {"was_action", "plan_action.wat"},
	};
	const enum query q = QUERY_PLAN_REVIEWS;
	const char *name = strchr(passage, ':');

	if (!batch_is_null(b, q, i, "was_article"))
		return argument_then(b, i);
	for (size_t k = 0; name != NULL && k < sizeof(KINDS) / sizeof(KINDS[0]);
	     k++) {
		if (batch_is_null(b, q, i, KINDS[k].col))
			continue;
		if (KINDS[k].sealed == NULL)
			return batch_get(b, q, i, KINDS[k].col);
		return sealed_get(b, KINDS[k].sealed, name + 1,
		    batch_get(b, q, i, KINDS[k].col));
	}
	return NULL;
}

static struct review_note
read_note(const struct batch *b, int i)
{
	const enum query q = QUERY_PLAN_REVIEWS;
	const char *passage = batch_get(b, q, i, "passage");

	return (struct review_note){
	    .passage = passage,
	    .text = sealed_get(b, TEXT, passage, batch_get(b, q, i, "text")),
	    .stamp = batch_get(b, q, i, "text_stamp"),
	    .was = passage_then(b, i, passage),
	    .answer =
		sealed_get(b, ANSWER, passage, batch_get(b, q, i, "answer")),
	    .answer_stamp = batch_get(b, q, i, "answer_stamp"),
	    .is_done = batch_get_bool(b, q, i, "is_done"),
	    .answered_s = number_or_0(b, q, i, "answered_s"),
	};
}

static struct review_record
read_review(const struct batch *b, int i)
{
	const enum query q = QUERY_PLAN_REVIEWS;

	return (struct review_record){
	    .number = (int)batch_get_int(b, q, i, "number"),
	    .reviewer_id = batch_get_int(b, q, i, "reviewer_id"),
	    .reviewer = batch_get(b, q, i, "reviewer"),
	    .is_mine = batch_get_bool(b, q, i, "is_mine"),
	    .round = (int)batch_get_int(b, q, i, "round"),
	    .outcome =
		batch_is_null(b, q, i, "outcome")
		    ? REVIEW_DRAFT
		    : review_outcome_by_name(batch_get(b, q, i, "outcome")),
	    .sent_s = number_or_0(b, q, i, "sent_s"),
	    .is_opened = batch_get_bool(b, q, i, "is_opened"),
	    .stamp = batch_get(b, q, i, "stamp"),
	};
}

static bool
is_same(const struct review_record *a, const struct review_record *b)
{
	return a->number == b->number && a->reviewer_id == b->reviewer_id &&
	       a->round == b->round;
}

size_t
review_read(const struct batch *b, const struct review_record **out)
{
	const enum query q = QUERY_PLAN_REVIEWS;
	int n = batch_rows(b, q);
	struct review_record *list =
	    arena_array(b->arena, (size_t)n, sizeof(*list));
	struct review_note *notes =
	    arena_array(b->arena, (size_t)n, sizeof(*notes));
	size_t count = 0;

	for (int i = 0; i < n; i++) {
		struct review_record r = read_review(b, i);
		struct review_record *last;

		if (count == 0 || !is_same(&list[count - 1], &r))
			list[count++] = r;
		last = &list[count - 1];
		if (batch_is_null(b, q, i, "passage"))
			continue;
		notes[i] = read_note(b, i);
		if (strcmp(notes[i].passage, REVIEW_WHOLE) == 0) {
			last->whole =
			    arena_memdup(b->arena, &notes[i], sizeof(notes[i]));
			continue;
		}
		if (last->note_count == 0)
			last->notes = &notes[i];
		/* Close up where the words on the whole stood between. */
		notes[(last->notes - notes) + (long)last->note_count++] =
		    notes[i];
	}
	*out = list;
	return count;
}

void
review_ask_open(struct batch *b, const struct plan_key *key, int number)
{
	plan_add(b, QUERY_REVIEW_OPEN, key);
	batch_int(b, number);
}

void
review_ask_see(
    struct batch *b, const struct plan_key *key, int64_t person_id, int number)
{
	plan_add(b, QUERY_REVIEW_SEE, key);
	batch_int(b, person_id);
	batch_int(b, number);
}

void
review_ask_news(struct batch *b, const unsigned char token_hash[32])
{
	batch_add(b, QUERY_REVIEW_NEWS);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
}

size_t
review_read_news(const struct batch *b, const struct review_news **out)
{
	const enum query q = QUERY_REVIEW_NEWS;
	int n = batch_rows(b, q);
	struct review_news *list =
	    arena_array(b->arena, (size_t)n, sizeof(*list));

	for (int i = 0; i < n; i++)
		list[i] = (struct review_news){
		    .course = batch_get(b, q, i, "course"),
		    .casus = batch_get(b, q, i, "casus"),
		    .reviewer = batch_get(b, q, i, "reviewer"),
		    .number = (int)batch_get_int(b, q, i, "number"),
		    .outcome =
			review_outcome_by_name(batch_get(b, q, i, "outcome")),
		    .has_words = batch_get_int(b, q, i, "wholes") > 0,
		    .remarks = (size_t)batch_get_int(b, q, i, "remarks"),
		};
	*out = list;
	return (size_t)n;
}

void
review_ask_answered(
    struct batch *b, const unsigned char token_hash[32], int64_t whom)
{
	batch_add(b, QUERY_REVIEW_ANSWERED);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
	if (whom == PEOPLE_SELF)
		batch_text(b, NULL);
	else
		batch_int(b, whom);
}

size_t
review_read_answered(const struct batch *b, const struct review_answered **out)
{
	const enum query q = QUERY_REVIEW_ANSWERED;
	int n = batch_rows(b, q);
	struct review_answered *list =
	    arena_array(b->arena, (size_t)n, sizeof(*list));

	for (int i = 0; i < n; i++)
		list[i] = (struct review_answered){
		    .person_id = batch_get_int(b, q, i, "person_id"),
		    .course = batch_get(b, q, i, "course"),
		    .casus = batch_get(b, q, i, "casus"),
		    .number = (int)batch_get_int(b, q, i, "number"),
		    .answered_s = batch_get_int(b, q, i, "answered_s"),
		    .is_question = batch_get_bool(b, q, i, "is_question"),
		};
	*out = list;
	return (size_t)n;
}

/* --- acts ----------------------------------------------------------------- */

static void
add_act(struct batch *b, enum query query, const struct review_key *key)
{
	plan_add(b, query, &key->plan);
	batch_int(b, key->person_id);
	batch_int(b, key->number);
}

/* What a coach writes, sealed in the place of the plan's maker. */
static const char *
seal_remark(struct batch *b, const struct review_key *key, const char *passage,
    const char *text)
{
	return sealed_put_for(b, key->person_id, key->plan.course,
	    key->plan.casus, TEXT, passage, text, REVIEW_TEXT_MOST);
}

void
review_ask_put(struct batch *b, const struct review_key *key,
    const char *passage, const char *basis, const char *text)
{
	batch_date(b); /* a stamp may come back, as in feedback.c */
	add_act(b, QUERY_REVIEW_PUT, key);
	batch_text(b, passage);
	batch_text(b, basis);
	batch_text(b, seal_remark(b, key, passage, text));
}

void
review_ask_send(struct batch *b, const struct review_key *key,
    const struct review_sending *sending)
{
	batch_date(b);
	add_act(b, QUERY_REVIEW_SEND, key);
	batch_int(b, sending->round);
	batch_text(b, sending->seen);
	batch_text(b, sending->basis);
	batch_text(b, seal_remark(b, key, REVIEW_WHOLE, sending->text));
	batch_text(b, review_outcome_name(sending->outcome));
}

void
review_ask_take_back(struct batch *b, const struct review_key *key, int round)
{
	batch_date(b);
	add_act(b, QUERY_REVIEW_TAKE_BACK, key);
	batch_int(b, round);
}

void
review_ask_answer(struct batch *b, const struct plan_key *key, int number,
    const struct review_reply *reply)
{
	batch_date(b);
	plan_add(b, QUERY_REVIEW_ANSWER, key);
	batch_int(b, number);
	batch_int(b, reply->reviewer_id);
	batch_int(b, reply->round);
	batch_text(b, reply->passage);
	batch_text(b, reply->basis);
	batch_text(b, sealed_put(b, key->course, key->casus, ANSWER,
			  reply->passage, reply->text, REVIEW_TEXT_MOST));
	batch_bool(b, reply->is_done);
}

bool
review_is_done(const struct batch *b)
{
	static const enum query ACTS[] = {QUERY_REVIEW_PUT, QUERY_REVIEW_SEND,
	    QUERY_REVIEW_TAKE_BACK, QUERY_REVIEW_ANSWER};
	static const char *const DONE[] = {"saved", "sent", "back", "saved"};

	for (size_t i = 0; i < sizeof(ACTS) / sizeof(ACTS[0]); i++)
		if (batch_rows(b, ACTS[i]) > 0)
			return strcmp(batch_get(b, ACTS[i], 0, "outcome"),
				   DONE[i]) == 0;
	return false;
}
