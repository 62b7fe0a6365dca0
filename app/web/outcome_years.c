/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * outcome_years.c - sums in words, pictures and tables. For an outsider every
 * row of amounts whose total is on the page goes through core/suppress.c
 * before anything is written down.
 */
#include "web/outcome_years.h"

#include "base/text.h"
#include "core/suppress.h"
#include "web/outcome_words.h"

#include <string.h>

static const struct {
	const char *id, *title, *picture;
} MODES[RK_MODI] = {
    [RK_TOV_HUIDIG] = {"nu", "Vergeleken met nu",
	"Baten per wet, vergeleken met nu"},
    [RK_TOV_DREIGEND] = {"dreigend", "Vergeleken met wat er dreigt",
	"Baten per wet, vergeleken met wat er dreigt"}};

/* Amounts per name in one mode, and how many plans each is of. */
struct amounts {
	const struct rk_verdeling *list;
	const struct outcome_counts *counts;
	size_t total; /* plans */
	bool *is_hidden; /* beside list */
};

static struct amounts
amounts_of(const struct outcome_years_ask *ask,
    const struct rk_verdeling *list, const struct outcome_counts *counts,
    size_t total)
{
	struct suppress_cell *cells =
	    arena_array(ask->arena, list->aantal, sizeof(*cells));
	bool *is_hidden =
	    arena_array(ask->arena, list->aantal, sizeof(*is_hidden));

	for (size_t i = 0; i < list->aantal; i++)
		cells[i].plan_count =
		    outcome_count_of(counts, list->posten[i].naam);
	if (ask->is_outsider)
		suppress_row(cells, list->aantal, total, false);
	for (size_t i = 0; i < list->aantal; i++)
		is_hidden[i] = cells[i].is_hidden;
	return (struct amounts){list, counts, total, is_hidden};
}

static struct amounts
streams_of(const struct outcome_years_ask *ask, enum rk_modus_naam mode)
{
	return amounts_of(ask, &ask->sum->dashboard.modi[mode].baten_per_stroom,
	    &ask->sum->streams[mode], ask->sum->plan_count[mode]);
}

static struct amounts
payers_of(const struct outcome_years_ask *ask, enum rk_modus_naam mode)
{
	return amounts_of(ask,
	    &ask->sum->dashboard.modi[mode].baten_per_betaler,
	    &ask->sum->payers[mode], ask->sum->plan_count[mode]);
}

/* Money that is no longer paid, and room that comes free (rekenregels §5). */
static struct amounts
flows_of(const struct outcome_years_ask *ask, enum rk_modus_naam mode)
{
	return amounts_of(ask, &ask->sum->dashboard.modi[mode].kasstroom,
	    &ask->sum->flows[mode], ask->sum->plan_count[mode]);
}

/* What of it is shown: for the picture and the words. */
static struct rk_verdeling
seen(struct arena *a, const struct amounts *m)
{
	struct rk_post *posts = arena_array(a, m->list->aantal, sizeof(*posts));
	size_t n = 0;

	for (size_t i = 0; i < m->list->aantal; i++)
		if (!m->is_hidden[i])
			posts[n++] = m->list->posten[i];
	return (struct rk_verdeling){posts, n, n};
}

/* --- a mode --------------------------------------------------------------- */

static void
make_mode(struct outcome_mode *out, const struct outcome_years_ask *ask,
    enum rk_modus_naam mode)
{
	struct arena *a = ask->arena;
	const struct outcome_sum *sum = ask->sum;
	struct amounts streams = streams_of(ask, mode);
	struct amounts payers = payers_of(ask, mode);
	struct rk_verdeling laws = seen(a, &streams), who = seen(a, &payers);

	out->id = arena_printf(a, "%s-%d", MODES[mode].id, ask->years);
	out->title = MODES[mode].title;
	out->words = outcome_words_sum(a, sum, mode, ask->years);
	out->average = outcome_words_average(a, sum, mode);
	if (ask->is_outsider && suppress_share(sum->plan_count[mode],
				    sum->plan_count[mode])) {
		out->words = "Dit zijn " OUTCOME_TOO_FEW ".";
		out->average = "";
	}
	/* "The most" is not said of a part of them. */
	out->payers = who.aantal < payers.list->aantal
			  ? ""
			  : outcome_words_payers(a, &who);
	out->bars = bars_make(a, arena_printf(a, "wet-%s", out->id),
	    MODES[mode].picture, "Wet", &laws, bars_largest(&laws));
}

/* --- tables --------------------------------------------------------------- */

static struct outcome_row
empty_row(const char *name)
{
	struct outcome_row row = {.name = name};

	for (int m = 0; m < RK_MODI; m++)
		row.sum[m] = row.average[m] = row.plans[m] = "–";
	return row;
}

static void
fill_cell(struct arena *a, struct outcome_row *row, int mode,
    int64_t amount, size_t plan_count, size_t total, bool is_hidden)
{
	if (total == 0)
		return;
	row->is_hidden[mode] = is_hidden;
	row->sum[mode] =
	    is_hidden ? OUTCOME_TOO_FEW : text_euro_whole(a, amount);
	row->average[mode] = is_hidden
				 ? "–"
				 : text_euro_whole(a,
				       rk_gemiddelde(amount, (int64_t)total));
	row->plans[mode] = is_hidden ? "–" : arena_printf(a, "%zu", plan_count);
}

static struct outcome_row *
row_named(struct outcome_table *t, const char *name)
{
	for (size_t i = 0; i < t->count; i++)
		if (strcmp(t->items[i].name, name) == 0)
			return &t->items[i];
	t->items[t->count] = empty_row(name);
	return &t->items[t->count++];
}

/* A row for each name in either mode; param leads to the plans behind it, NULL
 * to nothing. */
static void
make_table(struct outcome_table *t, const struct outcome_years_ask *ask,
    const struct amounts modes[RK_MODI], const char *param)
{
	struct arena *a = ask->arena;

	t->items = arena_array(a,
	    modes[RK_TOV_HUIDIG].list->aantal +
		modes[RK_TOV_DREIGEND].list->aantal,
	    sizeof(*t->items));
	for (int m = 0; m < RK_MODI; m++)
		for (size_t i = 0; i < modes[m].list->aantal; i++) {
			const struct rk_post *p = &modes[m].list->posten[i];
			struct outcome_row *row = row_named(t, p->naam);

			fill_cell(a, row, m, p->eurocent,
			    outcome_count_of(modes[m].counts, p->naam),
			    modes[m].total, modes[m].is_hidden[i]);
			if (!ask->is_outsider && param != NULL)
				row->url = url_fragment(a,
				    url_query(a, ask->base, param, p->naam),
				    "plannen");
		}
}

/* The core's words, as a reader says them. */
static void
name_flows(struct outcome_table *t)
{
	static const struct {
		const char *naam, *words;
	} WORDS[] = {{"variabel", "Geld dat vrijkomt"},
	    {"beschikbaarheid", "Ruimte die vrijkomt, geen geld"},
	    {"onbekend", "Niet bekend"}};

	for (size_t i = 0; i < t->count; i++)
		for (size_t k = 0; k < sizeof(WORDS) / sizeof(*WORDS); k++)
			if (strcmp(t->items[i].name, WORDS[k].naam) == 0)
				t->items[i].name = WORDS[k].words;
}

static void
make_teams(struct outcome_table *t, const struct outcome_years_ask *ask)
{
	const struct outcome_groups *groups = ask->groups;
	struct suppress_cell *cells =
	    arena_array(ask->arena, groups->count, sizeof(*cells));

	t->items = arena_array(ask->arena, groups->count, sizeof(*t->items));
	for (size_t i = 0; i < groups->count; i++)
		t->items[t->count++] = empty_row(groups->items[i].name);
	for (int m = 0; m < RK_MODI; m++) {
		for (size_t i = 0; i < groups->count; i++)
			cells[i].plan_count = groups->items[i].plan_count[m];
		suppress_row(cells, groups->count, ask->sum->plan_count[m],
		    true);
		for (size_t i = 0; i < groups->count; i++)
			if (!groups->items[i].is_too_large)
				fill_cell(ask->arena, &t->items[i], m,
				    groups->items[i]
					.dashboard.modi[m].totale_baten,
				    cells[i].plan_count, cells[i].plan_count,
				    cells[i].is_hidden);
	}
}

void
outcome_years_make(
    struct outcome_years *out, const struct outcome_years_ask *ask)
{
	struct arena *a = ask->arena;
	struct amounts laws[RK_MODI], payers[RK_MODI], flows[RK_MODI];

	*out = (struct outcome_years){
	    .id = arena_printf(a, "jaren-%d", ask->years),
	    .title = outcome_words_years(ask->years),
	    .laws = {.id = arena_printf(a, "wetten-%d", ask->years),
		.title = "Per wet",
		.head = "Wet"},
	    .payers = {.id = arena_printf(a, "betalers-%d", ask->years),
		.title = "Wie betaalt en wie heeft er baat bij",
		.head = "Wie"},
	    .flows = {.id = arena_printf(a, "geld-%d", ask->years),
		.title = "Geld en ruimte",
		.head = "Wat"},
	    .teams = {.id = arena_printf(a, "teams-%d", ask->years),
		.title = "Per team",
		.head = "Team"}};
	for (int m = 0; m < RK_MODI; m++) {
		make_mode(&out->mode[m], ask, (enum rk_modus_naam)m);
		laws[m] = streams_of(ask, (enum rk_modus_naam)m);
		payers[m] = payers_of(ask, (enum rk_modus_naam)m);
		flows[m] = flows_of(ask, (enum rk_modus_naam)m);
	}
	if (!ask->is_outsider)
		out->averages = arena_printf(a,
		    "Een gemiddelde is over alle plannen: %zu tegenover nu, "
		    "%zu tegenover wat er dreigt. Onder ‘In plannen’ staat in "
		    "hoeveel plannen die wet of partij voorkomt.",
		    ask->sum->plan_count[RK_TOV_HUIDIG],
		    ask->sum->plan_count[RK_TOV_DREIGEND]);
	make_table(&out->laws, ask, laws, "wet");
	make_table(&out->payers, ask, payers, "betaler");
	make_table(&out->flows, ask, flows, NULL);
	name_flows(&out->flows);
	if (ask->is_outsider)
		make_teams(&out->teams, ask);
}
