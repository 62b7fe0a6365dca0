/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * asked.c - whom somebody asked about a case: reading it, and asking.
 *
 * The key of an act is how many acts the page knew of: sending a form twice
 * asks once, and a second window never spends time that it did not show.
 */
#include "store/asked.h"

#include <string.h>

void
asked_ask(struct batch *b, const struct plan_key *key)
{
	plan_add(b, QUERY_PLAN_ASKED, key);
	batch_text(b, NULL);
	batch_int(b, PLAN_NEWEST);
}

struct plan_asked
asked_read(const struct batch *b)
{
	const enum query q = QUERY_PLAN_ASKED;
	int rows = batch_rows(b, q);
	struct asked_entry *list =
	    arena_array(b->arena, (size_t)rows + 1, sizeof(*list));
	struct plan_asked out;
	size_t n = 0;

	for (int i = 0; i < rows; i++) {
		enum asked_act act;

		if (batch_is_null(b, q, i, "act"))
			continue;
		act = asked_act_by_name(batch_get(b, q, i, "act"));
		if (act == ASKED_ACT_COUNT)
			continue;
		list[n++] = (struct asked_entry){
		    .act = act,
		    .document = batch_get(b, q, i, "document"),
		    .minutes = (int)batch_get_int(b, q, i, "minutes"),
		    .is_resident = batch_get_bool(b, q, i, "is_resident"),
		};
	}
	out = asked_of(list, n);
	out.is_kept = rows > 0;
	out.is_open = rows > 0 && batch_get_bool(b, q, 0, "is_open");
	return out;
}

void
asked_ask_talk(
    struct batch *b, const struct plan_key *key, const struct asked_wish *wish)
{
	batch_date(b);
	plan_add(b, QUERY_PLAN_TALK_ASK, key);
	batch_int(b, wish->seen);
	batch_text(b, wish->document);
	batch_int(b, wish->minutes);
	batch_int(b, wish->early_minutes);
	batch_bool(b, wish->is_resident);
	batch_int(b, wish->budget);
}

void
asked_ask_again(struct batch *b, const struct plan_key *key, int seen)
{
	batch_date(b);
	plan_add(b, QUERY_PLAN_TALK_AGAIN, key);
	batch_int(b, seen);
}

enum asked_outcome
asked_read_outcome(const struct batch *b, enum query q)
{
	static const char *const NAMES[] = {"saved", "full", "changed"};
	const char *outcome = batch_get(b, q, 0, "outcome");
	int i = 0;

	while (i < ASKED_OPEN && strcmp(NAMES[i], outcome) != 0)
		i++;
	return (enum asked_outcome)i;
}
