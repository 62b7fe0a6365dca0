/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * words.c - how a plan stands by what coaches said of it, in a sentence.
 */
#include "web/review/review.h"

#include "base/text.h"

const char *
review_standing_words(struct arena *a, enum review_outcome outcome,
    const char *who, int64_t sent_s)
{
	if (outcome == REVIEW_READY)
		return arena_printf(a, "Klaar voor de praktijk, volgens %s, %s",
		    who, text_date(a, sent_s));
	if (outcome == REVIEW_QUESTION)
		return arena_printf(a, "Met een vraag terug van %s, %s", who,
		    text_date(a, sent_s));
	return NULL;
}

const char *
review_standing_of(
    struct arena *a, const struct review_record *list, size_t count, int number)
{
	struct review_state *states = arena_array(a, count, sizeof(*states));
	int at;

	for (size_t i = 0; i < count; i++)
		states[i] = (struct review_state){.outcome = list[i].outcome,
		    .sent_s = list[i].number == number ? list[i].sent_s : 0};
	at = review_standing(states, count);
	return at < 0 ? NULL
		      : review_standing_words(a, list[at].outcome,
			    list[at].reviewer, list[at].sent_s);
}
