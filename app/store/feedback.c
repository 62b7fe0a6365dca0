/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * feedback.c - what was opened and answered of the feedback on a plan.
 */
#include "store/feedback.h"

#include "store/sealed.h"

#include <string.h>

static const char COLUMN[] = "plan_feedback.answer";

void
feedback_ask(
    struct batch *b, const struct plan_key *key, int64_t person_id, int number)
{
	plan_add(b, QUERY_PLAN_FEEDBACK, key);
	if (person_id == 0)
		batch_text(b, NULL);
	else
		batch_int(b, person_id);
	batch_int(b, number);
}

size_t
feedback_read(const struct batch *b, const struct feedback_record **out)
{
	const enum query q = QUERY_PLAN_FEEDBACK;
	int n = batch_rows(b, q);
	struct feedback_record *list =
	    arena_array(b->arena, (size_t)n, sizeof(*list));

	for (int i = 0; i < n; i++) {
		const char *rule = batch_get(b, q, i, "rule");

		list[i] = (struct feedback_record){
		    .number = (int)batch_get_int(b, q, i, "number"),
		    .rule = rule,
		    .is_found = batch_get_bool(b, q, i, "is_found"),
		    .level =
			(enum feedback_level)batch_get_int(b, q, i, "level"),
		    .answer = sealed_get(
			b, COLUMN, rule, batch_get(b, q, i, "answer")),
		    .stamp = batch_get(b, q, i, "stamp"),
		    .agrees = batch_get_bool(b, q, i, "agrees"),
		    .answered_s = batch_is_null(b, q, i, "answered_s")
				      ? 0
				      : batch_get_int(b, q, i, "answered_s"),
		};
	}
	*out = list;
	return (size_t)n;
}

const struct feedback_record *
feedback_find(const struct feedback_record *list, size_t count, int number,
    const char *rule)
{
	for (size_t i = 0; i < count; i++)
		if (list[i].number == number && strcmp(list[i].rule, rule) == 0)
			return &list[i];
	return NULL;
}

void
feedback_ask_keep(struct batch *b, const struct plan_key *key, int number,
    const char *const *rules, size_t count)
{
	plan_add(b, QUERY_FEEDBACK_KEEP, key);
	batch_int(b, number);
	batch_texts(b, rules, count);
}

void
feedback_ask_open(struct batch *b, const struct plan_key *key, int number,
    const char *rule, enum feedback_level level)
{
	plan_add(b, QUERY_FEEDBACK_OPEN, key);
	batch_int(b, number);
	batch_text(b, rule);
	batch_int(b, level);
}

void
feedback_ask_answer(struct batch *b, const struct plan_key *key, int number,
    const char *rule, const char *basis, const char *answer, bool agrees)
{
	batch_date(b); /* a stamp may come back: answered, taken back, late */
	plan_add(b, QUERY_FEEDBACK_ANSWER, key);
	batch_int(b, number);
	batch_text(b, rule);
	batch_text(b, basis);
	batch_text(b, sealed_put(b, key->course, key->casus, COLUMN, rule,
			  answer, FEEDBACK_ANSWER_MOST));
	batch_bool(b, agrees);
}

bool
feedback_is_saved(const struct batch *b)
{
	return strcmp(batch_get(b, QUERY_FEEDBACK_ANSWER, 0, "outcome"),
		   "saved") == 0;
}
