/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * outcome.c - add plans up, one after the other.
 *
 * Sums are made by calc/dashboard.h; here plans are only counted. A plan that
 * does not fit in the sums any more counts as one that cannot be computed.
 */
#include "core/outcome.h"

#include "core/plan_sum.h"

#include <stdlib.h>
#include <string.h>

static void *
alloc_in_arena(void *arena, size_t n)
{
	return arena_alloc(arena, n);
}

/* --- counting ------------------------------------------------------------- */

static struct outcome_count *
find(const struct outcome_counts *list, const char *name)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->items[i].name, name) == 0)
			return &list->items[i];
	return NULL;
}

static void
count(struct outcome_counts *list, struct arena *keep, const char *name)
{
	struct outcome_count *item = find(list, name), *grown;

	if (item == NULL) {
		if (list->count == list->room) {
			list->room = 2 * list->room + 8;
			grown = arena_array(keep, list->room, sizeof(*grown));
			if (list->count > 0)
				memcpy(grown, list->items,
				    list->count * sizeof(*grown));
			list->items = grown;
		}
		item = &list->items[list->count++];
		*item = (struct outcome_count){arena_strdup(keep, name), 0};
	}
	item->plan_count++;
}

size_t
outcome_count_of(const struct outcome_counts *list, const char *name)
{
	const struct outcome_count *item = find(list, name);

	return item == NULL ? 0 : item->plan_count;
}

static bool
is_illustrative(const struct plan *plan)
{
	for (size_t i = 0; i < plan->line_count; i++)
		if (strcmp(plan->lines[i].zekerheid, "illustrative") == 0)
			return true;
	return false;
}

static bool
is_argued(const struct outcome_plan *p)
{
	return p->article_count > 0 && p->argued_count == p->article_count;
}

static void
count_words(
    struct outcome *o, struct arena *keep, const struct outcome_plan *p)
{
	for (int f = 0; f < FIELD_COUNT; f++)
		o->text_count[f] += p->has_text[f];
	for (size_t i = 0; i < p->article_count; i++)
		count(&o->articles, keep, p->articles[i]);
	o->argued_count += is_argued(p);
	o->chance_count += p->plan.kans_dreigend != NULL;
	o->illustrative_count += is_illustrative(&p->plan);
}

static void
count_mode(struct outcome_sum *sum, struct arena *keep,
    const struct rk_modus *m, enum rk_modus_naam mode)
{
	struct rk_post posts[RK_MAX_KASSTROMEN];
	struct rk_verdeling flows = rk_kasstroom_verdeling(posts, &m->kasstroom);

	for (size_t i = 0; i < m->baten_per_wet.aantal; i++)
		count(&sum->streams[mode], keep,
		    m->baten_per_wet.posten[i].naam);
	for (size_t i = 0; i < m->baten_per_betaler.aantal; i++)
		count(&sum->payers[mode], keep,
		    m->baten_per_betaler.posten[i].naam);
	for (size_t i = 0; i < flows.aantal; i++)
		count(&sum->flows[mode], keep, flows.posten[i].naam);
}

/* A signal on several lines is one signal of the plan. */
static bool
is_first(const struct rk_resultaat *r, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (strcmp(r->signalen[j].code, r->signalen[i].code) == 0)
			return false;
	return true;
}

static void
count_signals(struct outcome *o, struct outcome_part *part,
    struct arena *keep, const struct rk_resultaat *r)
{
	for (size_t i = 0; i < r->aantal_signalen; i++) {
		const char *code = r->signalen[i].code;

		if (!is_first(r, i))
			continue;
		count(&o->signals, keep, code);
		part->signals = arena_printf(keep, "%s%s%s", part->signals,
		    *part->signals == '\0' ? "" : ", ", code);
	}
}

/* --- one plan ------------------------------------------------------------- */

/* The part of a result that a mode of the dashboard adds. */
static struct rk_dashboard_modus
mode_of(const struct rk_modus *m, struct rk_post posts[RK_MAX_KASSTROMEN])
{
	return (struct rk_dashboard_modus){m->baten_per_wet,
	    m->baten_per_domein, m->baten_per_betaler,
	    rk_kasstroom_verdeling(posts, &m->kasstroom), m->totale_baten};
}

/* False, and nothing added, when the sums would become too large. */
static bool
add_sum(struct outcome_sum *sum, struct arena *keep,
    const struct rk_resultaat *r, bool has_threat)
{
	const struct rk_memory memory = {alloc_in_arena, keep};
	struct rk_post posts[RK_MODI][RK_MAX_KASSTROMEN];
	struct rk_dashboard_modus modes[RK_MODI] = {[RK_TOV_HUIDIG] =
	    mode_of(&r->modi[RK_TOV_HUIDIG], posts[RK_TOV_HUIDIG])};
	int count_of_modes = has_threat ? RK_MODI : RK_TOV_DREIGEND;

	if (has_threat)
		modes[RK_TOV_DREIGEND] = mode_of(
		    &r->modi[RK_TOV_DREIGEND], posts[RK_TOV_DREIGEND]);
	if (!rk_dashboard_tel_op(&sum->dashboard, modes, &memory))
		return false;
	for (int m = 0; m < count_of_modes; m++) {
		sum->plan_count[m]++;
		count_mode(sum, keep, &r->modi[m], (enum rk_modus_naam)m);
	}
	return true;
}

static bool
has_post(const struct rk_verdeling *list, const char *name)
{
	for (size_t i = 0; i < list->aantal; i++)
		if (strcmp(list->posten[i].naam, name) == 0)
			return true;
	return false;
}

static bool
has_signal(const struct rk_resultaat *r, const char *code)
{
	for (size_t i = 0; i < r->aantal_signalen; i++)
		if (strcmp(r->signalen[i].code, code) == 0)
			return true;
	return false;
}

static bool
has_article(const struct outcome_plan *p, const char *code)
{
	for (size_t i = 0; i < p->article_count; i++)
		if (strcmp(p->articles[i], code) == 0)
			return true;
	return false;
}

static bool
has_text(const struct outcome_plan *p, const char *name)
{
	enum plan_field field = plan_field_by_name(name);

	return field != FIELD_COUNT && p->has_text[field];
}

/* Is this name among the laws, or the payers, of a mode that counts? */
static bool
has_amount(const struct outcome_filter *f, const struct rk_resultaat *r,
    bool has_threat)
{
	int modes = has_threat ? RK_MODI : RK_TOV_DREIGEND;

	for (int m = 0; r != NULL && m < modes; m++)
		if (has_post(f->about == OUTCOME_STREAM
				? &r->modi[m].baten_per_wet
				: &r->modi[m].baten_per_betaler,
			f->name))
			return true;
	return false;
}

/* r is NULL when the plan cannot be computed. */
static bool
is_meant(const struct outcome_filter *f, const struct outcome_plan *p,
    const struct rk_resultaat *r, bool has_threat)
{
	switch (f->about) {
	case OUTCOME_ALL:
		return true;
	case OUTCOME_SIGNAL:
		return r != NULL && has_signal(r, f->name);
	case OUTCOME_ARTICLE:
		return has_article(p, f->name);
	case OUTCOME_STREAM:
	case OUTCOME_PAYER:
		return has_amount(f, r, has_threat);
	case OUTCOME_TEXT:
		return has_text(p, f->name);
	case OUTCOME_NO_TEXT:
		return !has_text(p, f->name);
	case OUTCOME_NO_THREAT:
		return !has_threat;
	case OUTCOME_NO_CHANCE:
		return p->plan.kans_dreigend == NULL;
	case OUTCOME_UNARGUED:
		return !is_argued(p);
	case OUTCOME_PRACTICE:
		return is_illustrative(&p->plan);
	case OUTCOME_REFUSED:
		return r == NULL;
	}
	return false;
}

void
outcome_add(struct outcome *o, struct outcome_part *part, struct arena *keep,
    struct arena *scratch, const struct outcome_plan *p,
    const struct outcome_filter *filter)
{
	struct plan_sum sum;
	const struct rk_resultaat *r;

	plan_sum(&sum, scratch, &p->plan, p->members, p->member_count,
	    p->signals);
	r = sum.result;
	*part = (struct outcome_part){.signals = ""};
	part->has_threat = sum.count[SCENARIO_DREIGEND] > 0;
	if (r != NULL && !add_sum(&o->sums[r->horizon_jaren], keep, r,
			     part->has_threat))
		r = NULL;
	o->plan_count++;
	o->no_threat_count += !part->has_threat;
	count_words(o, keep, p);
	part->is_meant = is_meant(filter, p, r, part->has_threat);
	if (r == NULL) {
		o->refused_count++;
		return;
	}
	part->is_computed = true;
	for (int m = 0; m < RK_MODI; m++)
		part->gain[m] = r->modi[m].totale_baten;
	count_signals(o, part, keep, r);
}

static int
most_first(const void *left, const void *right)
{
	const struct outcome_count *a = left, *b = right;

	if (a->plan_count != b->plan_count)
		return a->plan_count < b->plan_count ? 1 : -1;
	return strcmp(a->name, b->name);
}

static void
sort(struct outcome_counts *list)
{
	if (list->count > 0)
		qsort(list->items, list->count, sizeof(*list->items),
		    most_first);
}

void
outcome_finish(struct outcome *o)
{
	sort(&o->signals);
	sort(&o->articles);
	for (int y = 1; y <= RK_MAX_HORIZON; y++)
		for (int m = 0; m < RK_MODI; m++) {
			sort(&o->sums[y].streams[m]);
			sort(&o->sums[y].payers[m]);
		}
}
