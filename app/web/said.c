/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * said.c - sentences about a sum, with links in them.
 *
 * core/sum_words.h makes the words. Here a sentence is cut at the figures in
 * it, in their order: an amount where it begins with a euro sign, and what is
 * no amount (months, percents) by its own words. What is said elsewhere in
 * words only is not looked for, so a sentence without a figure stays whole.
 */
#include "web/said.h"

#include "base/text.h"
#include "core/sum_words.h"

#include <string.h>

static const char MINUS[] = "−";

/* One figure that a sentence cites; words NULL: the next amount. */
struct cited {
	const char *words, *path, *of;
};

struct cutter {
	struct arena *arena;
	const struct said_of *of;
	struct said out;
	struct said_figure *list;
	const char **rest; /* where the text that is not cut yet belongs */
};

struct said
said_plain(const char *text)
{
	return (struct said){.text = text, .lead = text};
}

/* An amount ends where its digits and points end; a point after it is not its
 * own. */
static size_t
amount_length(const char *at)
{
	size_t n = strlen("€\u00a0");

	while ((at[n] >= '0' && at[n] <= '9') ||
	       (at[n] == '.' && at[n + 1] >= '0' && at[n + 1] <= '9'))
		n++;
	return n;
}

static const char *
find(const char *text, const struct cited *cited, size_t *length)
{
	const char *at;

	if (cited->words != NULL) {
		*length = strlen(cited->words);
		return strstr(text, cited->words);
	}
	at = strstr(text, "€\u00a0");
	if (at == NULL)
		return NULL;
	*length = amount_length(at);
	if ((size_t)(at - text) >= sizeof(MINUS) - 1 &&
	    strncmp(at - (sizeof(MINUS) - 1), MINUS, sizeof(MINUS) - 1) == 0) {
		at -= sizeof(MINUS) - 1;
		*length += sizeof(MINUS) - 1;
	}
	return at;
}

static void
cut(struct cutter *c, const struct cited *cited)
{
	struct arena *a = c->arena;
	const char *text = *c->rest;
	size_t length;
	const char *at = find(text, cited, &length);
	struct said_figure *figure;

	if (at == NULL)
		return;
	figure = &c->list[c->out.count++];
	figure->shown = arena_printf(a, "%.*s", (int)length, at);
	figure->of = arena_printf(a, "%s, %s", cited->of, c->of->whose);
	figure->url = url_query(a, c->of->explain, "cijfer", cited->path);
	figure->tail = at + length;
	*c->rest = arena_printf(a, "%.*s", (int)(at - text), text);
	c->rest = &figure->tail;
}

static struct said
make(struct arena *a, const char *text, const struct said_of *of,
    const struct cited *cited, size_t count)
{
	struct cutter c = {.arena = a, .of = of, .out = said_plain(text)};

	if (text == NULL || of->explain == NULL)
		return c.out;
	c.list = arena_array(a, count, sizeof(*c.list));
	c.rest = &c.out.lead;
	for (size_t i = 0; i < count; i++)
		cut(&c, &cited[i]);
	c.out.figure = c.list;
	return c.out;
}

#define MAKE(a, text, of, cited)                                               \
	make((a), (text), (of), (cited), sizeof(cited) / sizeof(*(cited)))

static const char *const AGAINST[] = {
    "vergeleken met nu", "vergeleken met de dreiging"};

static struct said
said_gain(struct arena *a, const char *text, enum rk_modus_naam mode,
    const struct said_of *of)
{
	const struct cited cited[] = {
	    {NULL, arena_printf(a, "%s.totale_baten", rk_modus_tekst(mode)),
		arena_printf(a, "baten %s", AGAINST[mode])}};

	return MAKE(a, text, of, cited);
}

static struct said
said_chance(struct arena *a, const struct said_of *of)
{
	static const struct cited CITED[] = {{NULL,
	    "verwachting.verwachte_baten", "naar verwachting, bij deze kans"}};

	return MAKE(a, sum_words_chance(a, of->sum->result), of, CITED);
}

static struct said
said_success(struct arena *a, const struct said_of *of)
{
	const struct rk_resultaat *r = of->sum->result;
	const char *must = r->verwachting.break_even_slaagkans;
	const struct cited cited[] = {
	    {NULL, "verwachting.verwachte_baten_met_slaagkans",
		"naar verwachting, met de slaagkans"},
	    {must == NULL ? "voordelig"
			  : arena_printf(a, "ten minste %s",
				sum_words_percent_up(a, must)),
		"verwachting.break_even_slaagkans",
		"de slaagkans waarbij het omslaat"},
	};

	return MAKE(a, sum_words_success(a, r), of, cited);
}

/* The months, or the words that stand in their place. */
static struct said
said_payback(struct arena *a, enum rk_modus_naam mode, const struct said_of *of)
{
	const struct rk_resultaat *r = of->sum->result;
	int month = r->modi[mode].terugverdientijd_maand;
	const struct cited cited[] = {
	    {month == RK_NIET_TERUGVERDIEND ? "nog niet terugverdiend"
		: month == 0		    ? "in geen enkele maand duurder"
					    : arena_printf(a, "%d %s", month,
					  month == 1 ? "maand" : "maanden"),
		arena_printf(
		    a, "%s.terugverdientijd_maand", rk_modus_tekst(mode)),
		arena_printf(a, "terugverdiend, %s", AGAINST[mode])}};

	return MAKE(a, sum_words_payback(a, r, mode), of, cited);
}

static struct said
said_cash(struct arena *a, enum rk_modus_naam mode, const struct said_of *of)
{
	static const char *const NAME[][2] = {
	    {"totale_baten", "baten"},
	    {"kasstroom.variabel", "geld dat vrijkomt"},
	    {"kasstroom.beschikbaarheid", "ruimte die vrijkomt"},
	    {"kasstroom.onbekend", "niet bekend of het geld is"},
	};
	enum { COUNT = sizeof(NAME) / sizeof(*NAME) };
	struct cited cited[COUNT];

	for (size_t i = 0; i < COUNT; i++)
		cited[i] = (struct cited){NULL,
		    arena_printf(a, "%s.%s", rk_modus_tekst(mode), NAME[i][0]),
		    arena_printf(a, "%s, %s", NAME[i][1], AGAINST[mode])};
	return MAKE(a, sum_words_cash(a, of->sum->result, mode), of, cited);
}

static struct said
said_present(struct arena *a, const struct said_of *of)
{
	static const struct cited CITED[] = {
	    {NULL, "tov_huidige_situatie.contante_waarde",
		"in geld van nu, tegenover huidig"},
	    {NULL, "tov_dreigende_situatie.contante_waarde",
		"in geld van nu, tegenover dreigend"},
	};

	return MAKE(a,
	    sum_words_present(a, of->sum->result, of->plan->disconto_pct), of,
	    CITED);
}

static struct said
said_practice(struct arena *a, const struct said_of *of)
{
	const struct rk_resultaat *r = of->sum->result;
	struct cited cited[SCENARIO_COUNT];

	for (int s = 0; s < SCENARIO_COUNT; s++) {
		const char *name = scenario_name((enum scenario)s);

		cited[s] = (struct cited){
		    arena_printf(a, "%d %% van %s",
			rk_voorbeeld_pct_scenario(&r->scenarios[s]), name),
		    arena_printf(a, "scenarios.%s.waarvan_voorbeeld", name),
		    "op voorbeeldtarieven"};
	}
	return MAKE(a, sum_words_practice(a, r), of, cited);
}

struct said
said_sum(struct arena *a, enum said_kind kind, const struct said_of *of)
{
	const struct rk_resultaat *r = of->sum->result;

	switch (kind) {
	case SAID_NOW:
		return said_gain(a, sum_words_now(a, r), RK_TOV_HUIDIG, of);
	case SAID_THREAT:
		return said_gain(
		    a, sum_words_threat(a, r), RK_TOV_DREIGEND, of);
	case SAID_EVEN:
		return said_plain(sum_words_break_even(a, r));
	case SAID_CHANCE:
		return said_chance(a, of);
	case SAID_SUCCESS:
		return said_success(a, of);
	case SAID_PAYBACK_NOW:
		return said_payback(a, RK_TOV_HUIDIG, of);
	case SAID_PAYBACK:
		return said_payback(a, RK_TOV_DREIGEND, of);
	case SAID_CASH_NOW:
		return said_cash(a, RK_TOV_HUIDIG, of);
	case SAID_CASH:
		return said_cash(a, RK_TOV_DREIGEND, of);
	case SAID_PRESENT:
		return said_present(a, of);
	case SAID_PRACTICE:
		return said_practice(a, of);
	}
	return said_plain(NULL);
}

/* It names what is short, what the other gains, and what is short again. */
struct said
said_pocket(struct arena *a, size_t i, const struct said_of *of)
{
	const struct rk_verkeerde_zak *z = &of->sum->result->verkeerde_zak[i];
	const char *path = arena_printf(a, "verkeerde_zak[%zu]", i);
	struct cited cited[] = {
	    {NULL, arena_printf(a, "%s.tekort_eurocent", path),
		arena_printf(a, "wat %s meer betaalt, %s", z->betaler,
		    AGAINST[z->modus])},
	    {NULL, arena_printf(a, "%s.baat_medefinancier_eurocent", path),
		arena_printf(a, "de baat van %s, %s", z->medefinancier,
		    AGAINST[z->modus])},
	    {NULL, NULL, NULL},
	};

	cited[2] = cited[0];
	return MAKE(a, sum_words_pocket(a, z), of, cited);
}

struct said
said_success_at(struct arena *a, size_t i, const struct rk_gevoeligheid *g,
    const struct said_of *of)
{
	const struct cited cited[] = {{NULL,
	    arena_printf(a, "gevoeligheid.slaagkansen[%zu].verwachte_baten", i),
	    arena_printf(a, "als het in %s van de gevallen lukt",
		sum_words_percent_up(a, g->slaagkansen[i].slaagkans))}};

	return MAKE(a, sum_words_success_at(a, &g->slaagkansen[i]), of, cited);
}
