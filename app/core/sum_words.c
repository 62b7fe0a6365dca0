/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sum_words.c - a result in sentences.
 */
#include "core/sum_words.h"

#include "base/text.h"
#include "core/plan_input.h"

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

int64_t
sum_words_ten_thousandths(const char *number)
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
	    (long long)((sum_words_ten_thousandths(number) + 99) / 100));
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
			    "de %lld gevallen misgaat (kans vanaf %d %%).",
			    (long long)b->een_op, b->drempel_pct);
		return arena_printf(a,
		    "Het plan is voordelig als de kans op misgaan ten minste "
		    "%d %% is. Dat is veel: onderbouw die kans goed.",
		    b->drempel_pct);
	case RK_VOORDELIG_TOT:
		return arena_printf(a,
		    "Het plan is voordelig zolang de kans op misgaan niet "
		    "groter is dan %d %%. Misgaan is in deze periode goedkoper: dat "
		    "zegt iets over de rekensom, niet over de mensen.",
		    b->drempel_pct);
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

static const char *
success_words(struct arena *a, const char *chance, int64_t gain)
{
	if (gain == 0)
		return arena_printf(a,
		    "Lukt het plan in %s van de gevallen, dan is het naar "
		    "verwachting even duur als niets doen.",
		    sum_words_percent_up(a, chance));
	return arena_printf(a,
	    "Lukt het plan in %s van de gevallen, dan is het naar verwachting "
	    "%s %s dan niets doen.",
	    sum_words_percent_up(a, chance), magnitude(a, gain),
	    gain < 0 ? "duurder" : "voordeliger");
}

const char *
sum_words_success_at(struct arena *a, const struct rk_bij_slaagkans *at)
{
	return success_words(a, at->slaagkans, at->verwachte_baten);
}

const char *
sum_words_success(struct arena *a, const struct rk_resultaat *r)
{
	const struct rk_verwachting *v = &r->verwachting;
	const char *must = v->break_even_slaagkans;

	if (!v->met_slaagkans)
		return NULL;
	if (must == NULL || sum_words_ten_thousandths(must) > 10000)
		must = "Ook als het altijd lukt, is het plan in geld niet "
		       "voordelig.";
	else
		must = arena_printf(a,
		    "In geld is het voordelig als het in ten minste %s van de "
		    "gevallen lukt.",
		    sum_words_percent_up(a, must));
	return arena_printf(a, "%s %s",
	    success_words(a, v->slaagkans, v->verwachte_baten_met_slaagkans),
	    must);
}

const char *
sum_words_payback(struct arena *a, const struct rk_resultaat *r,
    enum rk_modus_naam mode)
{
	int month = r->modi[mode].terugverdientijd_maand;
	const char *with = mode == RK_TOV_HUIDIG ?
	    "Vergeleken met nu" :
	    "Vergeleken met de dreigende situatie";

	if (month == RK_NIET_TERUGVERDIEND)
		return arena_printf(a,
		    "%s is het plan aan het eind van de rekensom nog niet "
		    "terugverdiend.", with);
	if (month == 0)
		return arena_printf(a,
		    "%s is het plan in geen enkele maand duurder.", with);
	return arena_printf(a, "%s is het plan na %d %s terugverdiend.", with,
	    month, month == 1 ? "maand" : "maanden");
}

const char *
sum_words_cash(struct arena *a, const struct rk_resultaat *r,
    enum rk_modus_naam mode)
{
	const struct rk_modus *m = &r->modi[mode];
	const struct rk_kasstroom *k = &m->kasstroom;
	const char *unknown = k->onbekend == 0 ? "" :
	    arena_printf(a, " Van %s is dat niet bekend.",
		text_euro_whole(a, k->onbekend));

	if (m->totale_baten <= 0 ||
	    (k->beschikbaarheid == 0 && k->onbekend == 0))
		return NULL;
	return arena_printf(a,
	    "Van de %s is %s geld dat vrijkomt. %s zit in plekken en mensen "
	    "die er toch zijn: daar komt ruimte vrij, en geen geld.%s",
	    text_euro_whole(a, m->totale_baten),
	    text_euro_whole(a, k->variabel),
	    text_euro_whole(a, k->beschikbaarheid), unknown);
}

const char *
sum_words_pocket(struct arena *a, const struct rk_verkeerde_zak *z)
{
	const char *amount = text_euro_whole(a, z->tekort);
	const char *whole = z->baat_medefinancier >= z->tekort ?
	    arena_printf(a, "Betaalt die %s mee, dan is %s schadeloos.",
		amount, z->betaler) :
	    arena_printf(a, "Om %s schadeloos te stellen is %s nodig: "
			    "dat kan alleen samen met anderen.",
		z->betaler, amount);

	return arena_printf(a,
	    "Vergeleken met %s betaalt %s %s meer, terwijl het geheel "
	    "voordeliger is. De meeste baat heeft %s: %s. %s",
	    z->modus == RK_TOV_HUIDIG ? "nu" : "de dreigende situatie",
	    z->betaler, amount, z->medefinancier,
	    text_euro_whole(a, z->baat_medefinancier), whole);
}

const char *
sum_words_present(struct arena *a, const struct rk_resultaat *r,
    const char *disconto_pct)
{
	if (r->horizon_jaren == 1)
		return NULL;
	return arena_printf(a,
	    "Latere jaren tellen minder zwaar (discontovoet %s %%). In geld "
	    "van nu zijn de baten %s tegenover huidig, en %s tegenover "
	    "dreigend.",
	    input_dutch(a, disconto_pct),
	    text_euro_whole(a, r->modi[RK_TOV_HUIDIG].contante_waarde),
	    text_euro_whole(a, r->modi[RK_TOV_DREIGEND].contante_waarde));
}

const char *
sum_words_practice(struct arena *a, const struct rk_resultaat *r)
{
	int percent[RK_SCENARIOS], any = 0;

	for (int s = 0; s < RK_SCENARIOS; s++)
		any |= percent[s] =
		    rk_voorbeeld_pct_scenario(&r->scenarios[s]);
	return any == 0 ? NULL :
	    arena_printf(a,
		"Op voorbeeldtarieven rust %d %% van huidig, %d %% van "
		"dreigend en %d %% van doorbraak. Gebruik in een echt plan "
		"lokale tarieven.",
		percent[RK_HUIDIG], percent[RK_DREIGEND],
		percent[RK_DOORBRAAK]);
}
