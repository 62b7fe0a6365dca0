/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * review.c - the rules of review.h.
 *
 * Who changes his mind sends another reaction: the last one counts, also when
 * another coach of the team sent it.
 */
#include "core/review.h"

#include <string.h>

static const char *const NAMES[] = {"opmerkingen", "vraag", "klaar", ""};

const char *
review_outcome_name(enum review_outcome outcome)
{
	return NAMES[outcome];
}

enum review_outcome
review_outcome_by_name(const char *name)
{
	for (int i = 0; i < REVIEW_DRAFT; i++)
		if (strcmp(NAMES[i], name) == 0)
			return (enum review_outcome)i;
	return REVIEW_DRAFT;
}

enum review_fault
review_may_send(enum review_outcome outcome, bool has_words, size_t remarks)
{
	switch (outcome) {
	case REVIEW_NOTES:
		return has_words || remarks > 0 ? REVIEW_SENDS
						: REVIEW_LACKS_WORDS;
	case REVIEW_QUESTION:
		return has_words ? REVIEW_SENDS : REVIEW_LACKS_QUESTION;
	case REVIEW_READY:
		return REVIEW_SENDS;
	case REVIEW_DRAFT:
		break;
	}
	return REVIEW_LACKS_OUTCOME;
}

bool
review_may_take_back(struct review_state r)
{
	return r.sent_s != 0 && !r.is_opened && !r.has_draft;
}

int
review_standing(const struct review_state *list, size_t count)
{
	int last = -1;

	for (size_t i = 0; i < count; i++) {
		if (list[i].sent_s == 0 || list[i].outcome == REVIEW_NOTES)
			continue;
		if (last < 0 || list[i].sent_s >= list[last].sent_s)
			last = (int)i;
	}
	return last;
}

const char *
review_words_remarks(struct arena *a, size_t n)
{
	static const char *const NUMBERS[] = {"geen", "één", "twee", "drie",
	    "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
	    "twaalf"};
	const char *what = n == 1 ? "opmerking" : "opmerkingen";

	if (n < sizeof(NUMBERS) / sizeof(NUMBERS[0]))
		return arena_printf(a, "%s %s", NUMBERS[n], what);
	return arena_printf(a, "%zu %s", n, what);
}

const char *
review_words(struct arena *a, enum review_outcome outcome, bool has_words,
    size_t remarks)
{
	size_t all = remarks + (has_words ? 1 : 0);

	if (outcome == REVIEW_QUESTION)
		return remarks == 0 ? "één vraag"
				    : arena_printf(a, "één vraag en %s",
					  review_words_remarks(a, remarks));
	if (outcome == REVIEW_READY)
		return all == 0 ? "het is klaar voor de praktijk"
				: arena_printf(a,
				      "het is klaar voor de praktijk, met %s",
				      review_words_remarks(a, all));
	return review_words_remarks(a, all);
}
