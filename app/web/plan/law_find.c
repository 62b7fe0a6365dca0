/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * law_find.c - the law finder in a plan: what fits an obstacle in plain words,
 * the best first (store/search.h). Where these courses are not loaded to be
 * searched, every word that is typed must occur in the table in memory.
 */
#include "web/plan/law_find.h"

#include "base/text.h"
#include "pages.h"
#include "store/search.h"
#include "web/law/law.h"

#include <string.h>

enum { FOUND_MAX = 10 };

void
plan_law_ask(struct exchange *ex)
{
	static const char *const KINDS[] = {"wet", NULL};
	const char *search = form_text(&ex->search, "zoek");

	if (!text_is_blank(search))
		search_ask(ex->batch, ex->token_hash, ex->library->edition,
		    search, KINDS, FOUND_MAX);
}

static const char *
origin_of(struct arena *a, const struct plan_place *place)
{
	return arena_printf(
	    a, "%s/%s", place->course->slug, place->casus->slug);
}

const struct safe_url *
plan_law_url(const struct exchange *ex, const struct plan_place *place,
    const char *code)
{
	return law_url(ex->arena, code, origin_of(ex->arena, place));
}

static bool
has_all_words(struct arena *a, const char *folded, const char *search)
{
	char *words = arena_strdup(a, search), *rest = words, *word;

	while ((word = strtok_r(rest, " ,.", &rest)) != NULL)
		if (strstr(folded, word) == NULL)
			return false;
	return true;
}

static bool
is_picked(const struct plan *plan, const char *code)
{
	for (size_t i = 0; i < plan->article_count; i++)
		if (strcmp(plan->articles[i].code, code) == 0)
			return true;
	return false;
}

/* What is being found, and where. */
struct finding {
	const struct exchange *ex;
	const struct plan_place *place;
	const struct plan *plan;
	struct plan_law_finder *v;
	struct plan_law_found *list;
};

static void
add_found(struct finding *f, const struct law *law, int phrase)
{
	f->list[f->v->found_count++] = (struct plan_law_found){.law = law,
	    .name = law_name(f->ex->arena, law),
	    .is_picked = is_picked(f->plan, law->code),
	    .is_local = law_is_local(law),
	    .url = plan_law_url(f->ex, f->place, law->code),
	    .fits = phrase >= 0 && (size_t)phrase < law->hindernis_count
			? law->hindernissen[phrase]
			: NULL};
}

/* The best first. False: nothing was asked, or it cannot be searched now. */
static bool
find_searched(struct finding *f)
{
	const struct search_hit *hits;
	size_t count;

	if (text_is_blank(f->v->search) ||
	    !search_read(f->ex->batch, &hits, &count))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct law *law = law_of(f->ex, hits[i].key);

		if (law != NULL)
			add_found(f, law, hits[i].phrase);
	}
	return true;
}

/* All of them, the organisation's own first. */
static void
find_all(struct finding *f, const struct law *const *own, size_t own_count)
{
	const struct library *l = f->ex->library;
	const char *search = text_fold(f->ex->arena, f->v->search);

	for (size_t i = 0; i < own_count; i++)
		if (has_all_words(f->ex->arena, own[i]->folded, search))
			add_found(f, own[i], -1);
	for (size_t i = 0; i < l->law_count; i++)
		if (has_all_words(f->ex->arena, l->laws[i].folded, search))
			add_found(f, &l->laws[i], -1);
}

const struct plan_law_finder *
plan_law_find(const struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record)
{
	struct arena *a = ex->arena;
	const struct law **own;
	size_t own_count = law_all_local(ex, &own);
	struct plan_law_found *list = arena_array(
	    a, ex->library->law_count + own_count + FOUND_MAX, sizeof(*list));
	struct plan_law_finder *v = arena_alloc(a, sizeof(*v));
	struct finding f = {ex, place, &record->plan, v, list};

	*v = (struct plan_law_finder){.csrf = ex->csrf,
	    .search = text_trim(a, form_text(&ex->search, "zoek")),
	    .revision = record->revision,
	    .page_url = plan_url(ex, place, "legitimiteit"),
	    .pick_url = plan_act_url(ex, place, "legitimiteit", "kies"),
	    .law_url = law_page_url(a, origin_of(a, place)),
	    .found = list};
	if (!find_searched(&f))
		find_all(&f, own, own_count);
	v->count_words = arena_printf(a, "%zu %s", v->found_count,
	    v->found_count == 1 ? "artikel" : "artikelen");
	return v;
}

void
plan_law_answer_found(struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record)
{
	struct html h = html_new(ex->arena);

	page_plan_law_list(&h, plan_law_find(ex, place, record));
	respond_page(ex, 200, &h);
}
