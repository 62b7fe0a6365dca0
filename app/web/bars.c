/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * bars.c - the geometry of a picture with signed bars. The zero line stands
 * in the middle, so that pictures beside each other can be compared.
 */
#include "web/bars.h"

#include "base/text.h"

enum { MIDDLE = BARS_WIDTH / 2, REACH = BARS_WIDTH / 2 - 4 };

static int64_t
size_of(int64_t amount)
{
	return amount < 0 ? -amount : amount;
}

int64_t
bars_largest(const struct rk_verdeling *amounts)
{
	int64_t largest = 0;

	for (size_t i = 0; i < amounts->aantal; i++)
		if (size_of(amounts->posten[i].eurocent) > largest)
			largest = size_of(amounts->posten[i].eurocent);
	return largest;
}

/* At least one unit wide, so that a small amount is not invisible. */
static int
width_of(int64_t amount, int64_t largest)
{
	if (amount == 0 || largest == 0)
		return 0;
	/* 2^53 cents times REACH stays well within 63 bits. */
	return 1 + (int)(size_of(amount) * (REACH - 1) / largest);
}

/* "Jeugdwet: € 4.000 minder uitgaven." */
static const char *
words_for(struct arena *a, const struct rk_post *post)
{
	if (post->eurocent == 0)
		return arena_printf(a, "%s: evenveel uitgaven.", post->naam);
	return arena_printf(a, "%s: %s %s uitgaven.", post->naam,
	    text_euro_whole(a, size_of(post->eurocent)),
	    post->eurocent < 0 ? "meer" : "minder");
}

struct bars
bars_make(struct arena *a, const char *id, const char *title,
    const char *head, const struct rk_verdeling *amounts, int64_t largest)
{
	struct bar *list = arena_array(a, amounts->aantal, sizeof(*list));
	struct bars bars = { .id = id, .title = title, .head = head, .words = "",
		.count = amounts->aantal, .bar = list,
		.height = BARS_ROW * (int)amounts->aantal,
		.zero_x = MIDDLE };

	for (size_t i = 0; i < amounts->aantal; i++) {
		const struct rk_post *post = &amounts->posten[i];
		int y = BARS_ROW * (int)i;
		int width = width_of(post->eurocent, largest);

		list[i] = (struct bar){ .name = post->naam,
			.amount = text_euro_whole(a, post->eurocent),
			.is_negative = post->eurocent < 0,
			.name_y = y + 16,
			.bar_y = y + 24,
			.x = post->eurocent < 0 ? MIDDLE - width : MIDDLE,
			.width = width };
		bars.words = arena_printf(a, "%s%s%s", bars.words,
		    i > 0 ? " " : "", words_for(a, post));
	}
	return bars;
}

void
bars_explain(struct bars *bars, struct arena *a, const struct safe_url *explain,
    const char *list)
{
	for (size_t i = 0; i < bars->count; i++) {
		struct bar *bar = &bars->bar[i];

		bar->of = arena_printf(a, "%s, %s", bar->name, bars->title);
		bar->url = url_query(a, explain, "cijfer",
		    arena_printf(a, "%s.%s", list, bar->name));
	}
}

void
bars_mark_practice(struct bars *bars, struct arena *a,
    const struct rk_resultaat *r, enum rk_modus_naam mode)
{
	for (size_t i = 0; i < bars->count; i++) {
		struct bar *bar = &bars->bar[i];

		bar->practice_percent = rk_voorbeeld_pct(r, mode, bar->name);
		if (bar->practice_percent == 0)
			continue;
		bar->name = arena_printf(a, "%s *", bar->name);
		bars->has_practice = true;
	}
}
