/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chance_line.c - the geometry of the line of chances. Amounts are the core's;
 * here they only become places. Expected baten are linear in the chance
 * (rekenregels §5), so two ends are the whole line.
 */
#include "web/chance_line.h"

#include "base/text.h"
#include "core/sum_words.h"

enum {
	LEFT = 8, RIGHT = CHANCE_WIDTH - 8, TOP = 40, BOTTOM = 164,
	WHOLE = 10000
};

void
chance_reach_widen(struct chance_reach *reach, const struct rk_gevoeligheid *g)
{
	for (int i = 0; i < RK_KANSEN; i++) {
		int64_t amount = g->kansen[i].verwachte_baten;

		if (amount < reach->low)
			reach->low = amount;
		if (amount > reach->high)
			reach->high = amount;
	}
}

/* 2^54 cents times the height stays well within 63 bits. */
static int
y_of(int64_t amount, struct chance_reach reach)
{
	int64_t all = reach.high - reach.low;

	if (all == 0)
		return (TOP + BOTTOM) / 2;
	return TOP + (int)((reach.high - amount) * (BOTTOM - TOP) / all);
}

static int
x_of(int64_t part, int64_t whole)
{
	return LEFT + (int)(part * (RIGHT - LEFT) / whole);
}

/* Text that starts, ends or stands at x without leaving the picture. */
static const char *
anchor_of(int x)
{
	if (x < CHANCE_WIDTH / 3)
		return "start";
	return x > 2 * CHANCE_WIDTH / 3 ? "end" : "middle";
}

static const char *
gain_words(struct arena *a, int64_t amount)
{
	if (amount == 0)
		return "even duur";
	return arena_printf(a, "%s %s",
	    text_euro_whole(a, amount < 0 ? -amount : amount),
	    amount < 0 ? "duurder" : "voordeliger");
}

static void
fill_cross(struct chance_line *v, struct arena *a, const struct rk_resultaat *r)
{
	const struct rk_break_even *b = &r->break_even_kans;

	if (b->duiding != RK_VOORDELIG_VANAF && b->duiding != RK_VOORDELIG_TOT)
		return;
	v->has_cross = true;
	v->cross_x = x_of(b->teller, b->noemer);
	v->cross_anchor = anchor_of(v->cross_x);
	v->cross = arena_printf(a, "%s %d %%",
	    b->duiding == RK_VOORDELIG_VANAF ? "voordelig vanaf" :
					       "voordelig tot",
	    b->drempel_pct);
}

static void
fill_own(struct chance_line *v, struct arena *a, const struct rk_resultaat *r,
    struct chance_reach reach)
{
	const struct rk_verwachting *own = &r->verwachting;

	if (!own->gegeven)
		return;
	v->has_own = true;
	v->own_x = x_of(sum_words_ten_thousandths(own->kans_dreigend), WHOLE);
	v->own_y = y_of(own->verwachte_baten, reach);
	v->own_anchor = anchor_of(v->own_x);
	v->own = arena_printf(a, "in het plan: %s",
	    sum_words_percent_up(a, own->kans_dreigend));
}

static void
fill_rows(struct chance_line *v, struct arena *a,
    const struct rk_gevoeligheid *g)
{
	for (int i = 0; i < RK_KANSEN; i++)
		v->row[i] = (struct chance_row){
			.chance = sum_words_percent_up(a,
			    g->kansen[i].kans_dreigend),
			.words = gain_words(a, g->kansen[i].verwachte_baten) };
}

struct chance_line
chance_line_make(struct arena *a, const char *id, const char *title,
    const struct rk_resultaat *r, const struct rk_gevoeligheid *g,
    struct chance_reach reach)
{
	int64_t none = g->kansen[0].verwachte_baten;
	int64_t sure = g->kansen[RK_KANSEN - 1].verwachte_baten;
	struct chance_line v = { .id = id, .title = title,
		.zero_y = y_of(0, reach),
		.y0 = y_of(none, reach),
		.y100 = y_of(sure, reach),
		.end0 = arena_printf(a, "0 %%: %s", text_euro_whole(a, none)),
		.end100 = arena_printf(a, "100 %%: %s",
		    text_euro_whole(a, sure)) };

	fill_cross(&v, a, r);
	fill_own(&v, a, r, reach);
	fill_rows(&v, a, g);
	v.words = arena_printf(a,
	    "Bij een kans van 0 %% is het plan %s dan niets doen, bij 100 %% "
	    "%s.%s%s%s%s%s%s",
	    v.row[0].words, v.row[RK_KANSEN - 1].words,
	    v.has_cross ? " Het is " : "", v.has_cross ? v.cross : "",
	    v.has_cross ? "." : "", v.has_own ? " De kans " : "",
	    v.has_own ? v.own : "", v.has_own ? "." : "");
	return v;
}

void
chance_line_explain(struct chance_line *v, struct arena *a,
    const struct safe_url *explain, const char *whose)
{
	for (int i = 0; i < RK_KANSEN; i++) {
		struct chance_row *row = &v->row[i];

		row->of = arena_printf(a, "bij een kans van %s, %s",
		    row->chance, whose);
		row->url = url_query(a, explain, "cijfer",
		    arena_printf(a, "gevoeligheid.kansen[%d].verwachte_baten",
			i));
	}
}
