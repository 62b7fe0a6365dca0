/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * feedback_signals.c - what the calculation core remarks on a plan.
 *
 * The core gives them heaviest first. A handful is open: who sees twelve
 * remarks at once reads none. What cannot be right is always open.
 */
#include "web/feedback_signals.h"

#include "core/signal_words.h"

enum { OPEN_MAX = 4 };

static const char *
class_of(enum rk_ernst weight)
{
	switch (weight) {
	case RK_ONMOGELIJK:
	case RK_WAARSCHUWING:
		return "lms-signal lms-signal--warning";
	case RK_LET_OP:
		break;
	}
	return "lms-signal lms-signal--note";
}

static void
fill_lines(struct feedback_signal *out, struct arena *a,
    const struct feedback_side *side, const struct rk_signaal *from)
{
	out->lines = arena_array(a, from->aantal_paden, sizeof(char *));
	for (size_t i = 0; i < from->aantal_paden; i++) {
		const struct plan_line *line =
		    plan_sum_at(&side->sum, side->plan, from->paden[i]);

		if (line != NULL)
			out->lines[out->line_count++] = arena_printf(a,
			    "%s (%s)", line->omschrijving,
			    scenario_name(line->scenario));
	}
}

struct feedback_signals
feedback_signals_of(struct arena *a, const struct feedback_side *side)
{
	const struct rk_resultaat *r = side->sum.result;
	struct feedback_signals out = { 0 };
	struct feedback_signal *list;

	if (r == NULL)
		return out;
	list = arena_array(a, r->aantal_signalen, sizeof(*list));
	for (size_t i = 0; i < r->aantal_signalen; i++) {
		const struct rk_signaal *from = &r->signalen[i];

		list[i].kind = signal_words_kind(from->code);
		list[i].kind_class = class_of(from->ernst);
		list[i].text = from->tekst;
		fill_lines(&list[i], a, side, from);
		out.open_count += from->ernst == RK_ONMOGELIJK || i < OPEN_MAX;
	}
	out.list = list;
	out.count = r->aantal_signalen;
	/* One more open costs less than a fold to open. */
	if (out.count == out.open_count + 1)
		out.open_count++;
	out.rest = arena_printf(a, "Nog %zu opmerkingen",
	    out.count - out.open_count);
	return out;
}
