/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sum_words.c - a result in sentences.
 */
#include "core/sum_words.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static const char *
period(const struct rk_resultaat *r)
{
	static const char *const WORDS[] = { "", "In het eerste jaar",
		"In twee jaar", "In drie jaar", "In vier jaar",
		"In vijf jaar" };

	return WORDS[r->horizon_jaren];
}

static const char *
magnitude(struct arena *a, int64_t cents)
{
	return text_euro_whole(a, cents < 0 ? -cents : cents);
}

const char *
sum_words_now(struct arena *a, const struct rk_resultaat *r)
{
	int64_t gain = r->modi[RK_TOV_HUIDIG].totale_baten;

	if (gain == 0)
		return arena_printf(a,
		    "%s kost het plan evenveel als nu.", period(r));
	return arena_printf(a, "%s kost het plan %s %s dan nu.", period(r),
	    magnitude(a, gain), gain < 0 ? "meer" : "minder");
}

const char *
sum_words_threat(struct arena *a, const struct rk_resultaat *r)
{
	int64_t gain = r->modi[RK_TOV_DREIGEND].totale_baten;

	if (gain == 0)
		return "Als het misgaat, kost dat evenveel als het plan.";
	if (gain < 0)
		return arena_printf(a,
		    "Als het misgaat, kost dat %s minder dan het plan.",
		    magnitude(a, gain));
	return arena_printf(a,
	    "Als het misgaat, kost dat %s meer dan het plan.",
	    magnitude(a, gain));
}

/* Ten-thousandths of "0.0679" or "1/3", rounded up. */
static int64_t
ten_thousandths(const char *number)
{
	int64_t value = strtoll(number, NULL, 10) * 10000;
	const char *point = strchr(number, '.');
	const char *slash = strchr(number, '/');
	int64_t unit = 1000;

	if (slash != NULL) {
		int64_t parts = strtoll(slash + 1, NULL, 10);

		return parts > 0 ? (value + parts - 1) / parts : 0;
	}
	if (point == NULL)
		return value;
	for (const char *p = point + 1; *p >= '0' && *p <= '9';
	     p++, unit /= 10) {
		if (unit == 0 && *p != '0')
			return value + 1;
		value += (*p - '0') * unit;
	}
	return value;
}

const char *
sum_words_percent_up(struct arena *a, const char *number)
{
	return arena_printf(a, "%lld %%",
	    (long long)((ten_thousandths(number) + 99) / 100));
}

const char *
sum_words_break_even(struct arena *a, const struct rk_resultaat *r)
{
	const struct rk_break_even *b = &r->break_even_kans;

	switch (b->duiding) {
	case RK_ALTIJD_VOORDELIG:
		return "Het plan is voordelig, hoe groot de kans op misgaan "
		       "ook is.";
	case RK_NOOIT_VOORDELIG:
		return "In geld is het plan bij geen enkele kans voordelig. "
		       "Betrokkenheid en legitimiteit moeten het dragen.";
	case RK_VOORDELIG_VANAF:
		if (b->een_op > 1)
			return arena_printf(a,
			    "Het plan is voordelig als het in ten minste 1 op "
			    "de %lld gevallen misgaat (kans vanaf %s).",
			    (long long)b->een_op,
			    sum_words_percent_up(a, b->decimaal4));
		return arena_printf(a,
		    "Het plan is voordelig als de kans op misgaan ten minste "
		    "%s is. Dat is veel: onderbouw die kans goed.",
		    sum_words_percent_up(a, b->decimaal4));
	case RK_VOORDELIG_TOT:
		return arena_printf(a,
		    "Het plan is voordelig zolang de kans op misgaan kleiner "
		    "is dan %s. Misgaan is in deze periode goedkoper: dat "
		    "zegt iets over de rekensom, niet over de mensen.",
		    sum_words_percent_up(a, b->decimaal4));
	}
	return "";
}

const char *
sum_words_chance(struct arena *a, const struct rk_resultaat *r)
{
	const struct rk_verwachting *v = &r->verwachting;

	if (!v->gegeven)
		return NULL;
	if (v->verwachte_baten == 0)
		return arena_printf(a,
		    "Bij de kans die in het plan staat (%s) is het plan naar "
		    "verwachting even duur als niets doen.",
		    sum_words_percent_up(a, v->kans_dreigend));
	return arena_printf(a,
	    "Bij de kans die in het plan staat (%s) is het plan naar "
	    "verwachting %s %s dan niets doen.",
	    sum_words_percent_up(a, v->kans_dreigend),
	    magnitude(a, v->verwachte_baten),
	    v->verwachte_baten < 0 ? "duurder" : "voordeliger");
}
