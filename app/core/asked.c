/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * asked.c - what the acts of asking come to.
 *
 * Beginning anew gives all time back and hides what was heard; the acts
 * before it stay stored, and are only counted here.
 */
#include "core/asked.h"

#include <string.h>

static const char *const ACT_NAMES[ASKED_ACT_COUNT] = {
    "gesprek", "te_vroeg", "opnieuw"};

enum asked_act
asked_act_by_name(const char *name)
{
	int i = 0;

	while (i < ASKED_ACT_COUNT && strcmp(ACT_NAMES[i], name) != 0)
		i++;
	return (enum asked_act)i;
}

struct plan_asked
asked_of(const struct asked_entry *entries, size_t count)
{
	struct plan_asked out = {.act_count = count};
	size_t first = 0;

	for (size_t i = 0; i < count; i++)
		if (entries[i].act == ASKED_ANEW) {
			first = i + 1;
			out.restarts++;
		}
	out.count = count - first;
	out.list = out.count > 0 ? entries + first : NULL;
	for (size_t i = 0; i < out.count; i++) {
		const struct asked_entry *e = &out.list[i];

		out.minutes += e->minutes;
		if (e->act == ASKED_EARLY)
			out.early_minutes += e->minutes;
		out.has_resident |= e->is_resident;
	}
	out.is_resident_first = out.count > 0 && out.list[0].is_resident;
	return out;
}

bool
asked_has(
    const struct plan_asked *asked, enum asked_act act, const char *document)
{
	for (size_t i = 0; i < asked->count; i++)
		if (asked->list[i].act == act &&
		    strcmp(asked->list[i].document, document) == 0)
			return true;
	return false;
}

int
asked_left(const struct plan_asked *asked, int budget)
{
	return asked->minutes < budget ? budget - asked->minutes : 0;
}

enum talk_state
asked_talk_state(const struct plan_asked *asked, const char *document,
    int minutes, int budget)
{
	if (asked_has(asked, ASKED_TALK, document))
		return TALK_HAD;
	if (asked_left(asked, budget) < minutes)
		return TALK_NO_TIME;
	return asked_has(asked, ASKED_EARLY, document) ? TALK_TOO_EARLY
						       : TALK_FREE;
}
