/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * article.c - the page of one article. Taking it to a plan is the act of the
 * step legitimiteit itself: the form goes there.
 */
#include "web/law/article.h"

#include "core/law.h"
#include "pages.h"
#include "web/law/law.h"

#include <string.h>

enum { RELATED_MAX = 5, RELATED_LEAST = 2 };

static const char BY_LAW[] =
    "Dit staat in een verordening. Kijk of daar een hardheidsclausule in "
    "staat. Artikel 4:84 van de Awb geldt hier niet: dat gaat over "
    "beleidsregels.";
static const char BY_POLICY[] =
    "Dit is een beleidsregel. Werkt die in dit geval onredelijk uit? Dan wijkt "
    "het bestuursorgaan ervan af: artikel 4:84 van de Awb.";

static const char DEVIATE[] = "AWB-4:84";

void
ask_law_article(struct exchange *ex)
{
	const char *code = exchange_param(ex, "code");

	if (!law_is_code(ex, code)) {
		respond_status(ex, ST_NOT_FOUND);
		return;
	}
	law_ask_drafts(ex->batch, ex->token_hash, code);
	law_ask_local(ex->batch, ex->token_hash);
}

/* --- the reader's drafts --------------------------------------------------
 */

static struct law_draft_view
draft_of(struct arena *a, const struct law_draft *from,
    const struct casus *casus, const char *code)
{
	const struct safe_url *step = url_path(a, "cursus", from->course,
	    "casus", from->casus, "plan", "legitimiteit", NULL);

	return (struct law_draft_view){.title = casus->title,
	    .has_it = from->has_it,
	    .revision = from->revision,
	    .url =
		from->has_it
		    ? url_fragment(a, step, arena_printf(a, "artikel-%s", code))
		    : url_path(a, "cursus", from->course, "casus", from->casus,
			  "plan", "legitimiteit", "kies", NULL)};
}

/* A case that is not there any more has no page to go to. */
static void
fill_drafts(struct law_article_view *v, const struct exchange *ex)
{
	const struct law_draft *from;
	size_t n = law_read_drafts(ex->batch, &from);
	struct law_draft_view *list =
	    arena_array(ex->arena, n + 1, sizeof(*list));

	for (size_t i = 0; i < n; i++) {
		const struct course *course =
		    library_course(ex->library, from[i].course);
		const struct casus *casus =
		    course == NULL ? NULL : course_casus(course, from[i].casus);

		if (casus != NULL && (from[i].has_it || !v->is_withdrawn))
			list[v->draft_count++] =
			    draft_of(ex->arena, &from[i], casus, v->code);
	}
	v->drafts = list;
}

/* --- what is near ---------------------------------------------------------
 */

static int
nearness(const struct law *one, const struct law *other)
{
	unsigned both = one->goals & other->goals;
	int score = 2 * (strcmp(one->domein, other->domein) == 0) +
		    (strcmp(one->wet, other->wet) == 0);

	for (; both != 0; both &= both - 1)
		score += 2;
	return score;
}

/* The nearest first; of two that are as near, the first of the table. */
static void
fill_related(
    struct law_article_view *v, const struct exchange *ex, const char *from)
{
	const struct library *l = ex->library;
	struct law_item *list =
	    arena_array(ex->arena, RELATED_MAX, sizeof(*list));
	const struct law *best[RELATED_MAX] = {NULL};

	for (size_t i = 0; i < l->law_count; i++) {
		const struct law *law = &l->laws[i];
		size_t at = v->related_count;

		if (strcmp(law->code, v->code) == 0 ||
		    nearness(v->law, law) < RELATED_LEAST)
			continue;
		while (at > 0 &&
		       nearness(v->law, best[at - 1]) < nearness(v->law, law))
			at--;
		if (at == RELATED_MAX)
			continue;
		if (v->related_count < RELATED_MAX)
			v->related_count++;
		memmove(&best[at + 1], &best[at],
		    (v->related_count - at - 1) * sizeof(best[0]));
		best[at] = law;
	}
	for (size_t i = 0; i < v->related_count; i++)
		list[i] =
		    (struct law_item){.title = law_name(ex->arena, best[i]),
			.text = best[i]->kernzin,
			.url = law_url(ex->arena, best[i]->code, from)};
	v->related = list;
}

/* "In huis blijven, rust in de schulden"; NULL: it has none. */
static const char *
goal_words(struct arena *a, unsigned goals)
{
	const char *out = NULL;

	for (size_t i = 0; i < LAW_GOAL_COUNT; i++)
		if ((goals & (1U << i)) != 0)
			out = out == NULL ? LAW_GOALS[i].title
					  : arena_printf(a, "%s; %s", out,
						LAW_GOALS[i].title);
	return out;
}

static void
fill_local(struct law_article_view *v, const struct exchange *ex)
{
	const struct local_law *list;
	size_t n = law_read_local(ex->batch, &list);

	v->is_local = true;
	for (size_t i = 0; i < n; i++) {
		if (list[i].number != local_law_number(v->code))
			continue;
		v->is_withdrawn = list[i].is_withdrawn;
		v->limits = strcmp(list[i].soort, "verordening") == 0
				? BY_LAW
				: BY_POLICY;
	}
}

void
show_law_article(struct exchange *ex)
{
	struct arena *a = ex->arena;
	const struct law_origin from = law_origin_of(ex);
	struct html h = html_new(a);
	struct law_article_view v = {.code = exchange_param(ex, "code")};
	int domain;

	v.law = law_of(ex, v.code);
	if (v.law == NULL) { /* of another organisation, or of nobody */
		respond_status(ex, ST_NOT_FOUND);
		return;
	}
	v.name = law_name(a, v.law);
	v.shell = shell_for(ex, v.name, MENU_LAW);
	v.all = law_page_url(a, from.from);
	v.back = law_back_url(a, &from, "zoeken");
	v.back_words = from.casus == NULL ? NULL : from.casus->title;
	v.goals = goal_words(a, v.law->goals);
	domain = law_theme_at(LAW_DOMAINS, LAW_DOMAIN_COUNT, v.law->domein);
	v.domain = domain < 0 ? NULL : LAW_DOMAINS[domain].title;
	if (law_is_local(v.law)) {
		fill_local(&v, ex);
		if (library_law(ex->library, DEVIATE) != NULL)
			v.limits_url = law_url(a, DEVIATE, from.from);
	} else {
		const struct law_uses *uses =
		    library_law_uses(ex->library, v.law);

		v.module_count = uses->count;
		v.modules = uses->modules;
		v.casus_count = uses->casus_count;
		v.casussen = uses->casussen;
	}
	fill_drafts(&v, ex);
	fill_related(&v, ex, from.from);
	page_law_article(&h, &v);
	respond_page(ex, 200, &h);
}
