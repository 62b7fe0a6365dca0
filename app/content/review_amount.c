/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * review_amount.c - the amounts in the expert's texts are those of the core.
 *
 * An amount is right when the core's result has it, a document or a tariff
 * has it, or two of these make it ("€ 10.700" is € 7.500 and € 3.200). One
 * without cents may be rounded. "Ongeveer" says itself that it is not exact,
 * and over another number of years than the plan's there is nothing to
 * compare with: that is advice.
 */
#include "content/review.h"

#include "content/array.h"
#include "content/json_where.h"
#include "core/plan_sum.h"

#include <stdlib.h>
#include <string.h>

struct figures {
	struct arena *arena;
	size_t count, size;
	int64_t *value;
};

static void
add(struct figures *f, int64_t cents)
{
	if (cents == 0)
		return;
	f->value = array_grow(
	    f->arena, f->value, f->count, &f->size, sizeof(*f->value));
	f->value[f->count++] = llabs(cents);
}

static void
add_split(struct figures *f, const struct rk_verdeling *split)
{
	for (size_t i = 0; i < split->aantal; i++)
		add(f, split->posten[i].eurocent);
}

static void
add_cash(struct figures *f, const struct rk_kasstroom *cash)
{
	add(f, cash->variabel);
	add(f, cash->beschikbaarheid);
	add(f, cash->onbekend);
}

static void
add_scenario(struct figures *f, const struct rk_scenario *s, int years)
{
	add(f, s->totaal);
	add(f, s->totaal_publiek);
	add(f, s->waarvan_overdrachten);
	add(f, s->interventiekosten);
	add(f, s->contante_waarde);
	add(f, s->waarvan_voorbeeld);
	add_cash(f, &s->kasstroom);
	for (int i = 0; i < years; i++)
		add(f, s->per_jaar[i]);
	for (size_t i = 0; i < s->aantal_regels; i++)
		add(f, s->regels[i].totaal);
	add_split(f, &s->per_wet);
	add_split(f, &s->per_domein);
	add_split(f, &s->per_betaler);
}

static void
add_mode(struct figures *f, const struct rk_modus *m)
{
	add(f, m->vrijval);
	add(f, m->extra_inzet);
	add(f, m->totale_baten);
	add(f, m->totale_baten_excl_overdrachten);
	add(f, m->totale_baten_publiek);
	add(f, m->contante_waarde);
	add_cash(f, &m->kasstroom);
	add_split(f, &m->baten_per_wet);
	add_split(f, &m->baten_per_domein);
	add_split(f, &m->baten_per_betaler);
}

static void
add_result(struct figures *f, const struct rk_resultaat *r)
{
	for (int s = 0; s < SCENARIO_COUNT; s++)
		add_scenario(f, &r->scenarios[s], r->horizon_jaren);
	for (int m = 0; m < RK_MODI; m++)
		add_mode(f, &r->modi[m]);
	add(f, r->voorkomen_verergering);
	add(f, r->verwachting.verwacht_nulalternatief);
	add(f, r->verwachting.verwachte_baten);
	if (r->verwachting.met_slaagkans) {
		add(f, r->verwachting.verwachte_plankosten);
		add(f, r->verwachting.verwachte_baten_met_slaagkans);
	}
}

/* With other chances, tariffs and years than the plan's. */
static void
add_sensitivity(struct figures *f, const struct rk_gevoeligheid *g)
{
	for (int i = 0; i < RK_KANSEN; i++) {
		add(f, g->kansen[i].verwacht_nulalternatief);
		add(f, g->kansen[i].verwachte_baten);
	}
	for (size_t i = 0; i < g->aantal_slaagkansen; i++) {
		add(f, g->slaagkansen[i].verwachte_plankosten);
		add(f, g->slaagkansen[i].verwachte_baten);
	}
	for (int i = 0; i < RK_HORIZONNEN; i++)
		for (int m = 0; m < RK_MODI; m++)
			if (g->horizonnen[i].uitkomst.bekend)
				add(f,
				    g->horizonnen[i].uitkomst.totale_baten[m]);
}

/* An amount in a text. */
struct amount {
	const char *at, *end; /* from the sign up to what follows it */
	int64_t cents;
	bool is_whole;
};

/* The next "€ 5.784,50"; false: there is none. */
static bool
next_amount(struct amount *out, const char *text)
{
	static const char SIGN[] = "€", WIDE[] = "\u00a0";
	const char *at = strstr(text, SIGN);

	if (at == NULL)
		return false;
	*out = (struct amount){.at = at, .is_whole = true};
	at += strlen(SIGN);
	at += strncmp(at, WIDE, strlen(WIDE)) == 0 ? strlen(WIDE) : *at == ' ';
	for (; (*at >= '0' && *at <= '9') ||
	       (*at == '.' && strspn(at + 1, "0123456789") >= 3);
	     at++)
		if (*at != '.' && out->cents < INT64_MAX / 1000)
			out->cents = 10 * out->cents + (*at - '0');
	out->cents *= 100;
	if (*at == ',' && strspn(at + 1, "0123456789") >= 2) {
		out->cents += 10 * (at[1] - '0') + (at[2] - '0');
		out->is_whole = false;
		at += 3;
	}
	out->end = at;
	return true;
}

static void
add_text(struct figures *f, const char *text)
{
	struct amount a;

	for (; next_amount(&a, text); text = a.end)
		add(f, a.cents);
}

static bool
is_near(int64_t figure, const struct amount *a)
{
	return llabs(figure - a->cents) < (a->is_whole ? 100 : 1);
}

static bool
is_known(const struct figures *f, const struct amount *a)
{
	if (a->cents == 0)
		return true;
	for (size_t i = 0; i < f->count; i++) {
		if (is_near(f->value[i], a))
			return true;
		for (size_t k = 0; k < f->count; k++)
			if (is_near(f->value[i] + f->value[k], a) ||
			    is_near(llabs(f->value[i] - f->value[k]), a))
				return true;
	}
	return false;
}

/* Does one of these words stand within so many bytes before the amount? */
static bool
has_before(struct arena *arena, const char *text, const char *at, size_t reach,
    const char *const *words)
{
	size_t n = (size_t)(at - text) < reach ? (size_t)(at - text) : reach;
	const char *piece = arena_strndup(arena, at - n, n);

	for (; *words != NULL; words++)
		if (strstr(piece, *words) != NULL)
			return true;
	return false;
}

static void
review_text(const struct figures *f, const struct reading *r, const char *file,
    int line, const char *text)
{
	static const char *const ABOUT[] = {"ngeveer", "ijna", "uim", NULL};
	static const char *const YEARS[] = {
	    "twee jaar", "drie jaar", "vier jaar", "vijf jaar", NULL};
	struct amount a;

	for (const char *at = text; next_amount(&a, at); at = a.end) {
		const char *words =
		    arena_strndup(r->arena, a.at, (size_t)(a.end - a.at));

		if (is_known(f, &a) ||
		    has_before(r->arena, text, a.at, 12, ABOUT))
			continue;
		fault_add(has_before(r->arena, text, a.at, 160, YEARS)
			      ? r->advice
			      : r->faults,
		    file, line,
		    "%s staat in geen document en komt niet uit de rekensom "
		    "van dit plan. Reken het na.",
		    words);
	}
}

/* Everything that an amount of the expert may come from. */
static void
collect(struct figures *f, const struct casus *c, const struct reading *r)
{
	struct plan_sum sum;

	plan_sum(
	    &sum, r->arena, c->expert, c->members, c->member_count, c->signals);
	if (sum.result != NULL) {
		add_result(f, sum.result);
		add_sensitivity(f, plan_sum_sensitivity(&sum, r->arena));
	}
	for (size_t i = 0; i < c->tariff_count; i++)
		add(f, c->tariffs[i].tarief_eurocent);
	for (size_t i = 0; i < c->document_count; i++) {
		struct source s;

		if (source_read(&s, r->arena, r->faults,
			arena_printf(r->arena,
			    "%s/casussen/%s/documenten/%s.md", r->folder,
			    c->slug, c->documents[i].slug)))
			add_text(f, s.text);
	}
}

void
review_amounts(
    const struct casus *c, const struct reading *r, const struct source *plan)
{
	struct figures f = {.arena = r->arena};

	collect(&f, c, r);
	for (int i = 0; i < FIELD_COUNT; i++) {
		const char *name = plan_field_name((enum plan_field)i);
		const char *path = i == FIELD_PLAN_B ? name
						     : arena_printf(r->arena,
							   "teksten.%s", name);

		review_text(&f, r, plan->file, json_where(plan->text, path),
		    c->expert->text[i]);
	}
}
