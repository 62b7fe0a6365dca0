/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * law_find.c - the law finder in a plan: what fits an obstacle in plain words,
 * the best first (store/search.h). Where these courses are not loaded to be
 * searched, every word that is typed must occur in the table in memory.
 */
#include "web/plan/law_find.h"

#include "base/text.h"
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

static void
add_found(struct plan_law_finder *v, struct arena *a,
    struct plan_law_found *list, const struct law *law, const struct plan *plan,
    int phrase)
{
	list[v->found_count++] = (struct plan_law_found){law, law_name(a, law),
	    is_picked(plan, law->code),
	    phrase >= 0 && (size_t)phrase < law->hindernis_count
		? law->hindernissen[phrase]
		: NULL};
}

/* The best first. False: nothing was asked, or it cannot be searched now. */
static bool
find_searched(struct plan_law_finder *v, const struct exchange *ex,
    struct plan_law_found *list, const struct plan *plan)
{
	const struct search_hit *hits;
	size_t count;

	if (text_is_blank(v->search) || !search_read(ex->batch, &hits, &count))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct law *law = library_law(ex->library, hits[i].key);

		if (law != NULL)
			add_found(
			    v, ex->arena, list, law, plan, hits[i].phrase);
	}
	return true;
}

const struct plan_law_finder *
plan_law_find(const struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record)
{
	struct arena *a = ex->arena;
	const struct library *l = ex->library;
	struct plan_law_found *list =
	    arena_array(a, l->law_count + FOUND_MAX, sizeof(*list));
	struct plan_law_finder *v = arena_alloc(a, sizeof(*v));

	*v = (struct plan_law_finder){.csrf = ex->csrf,
	    .search = text_trim(a, form_text(&ex->search, "zoek")),
	    .revision = record->revision,
	    .page_url = plan_url(ex, place, "legitimiteit"),
	    .pick_url = plan_act_url(ex, place, "legitimiteit", "kies"),
	    .found = list};
	if (!find_searched(v, ex, list, &record->plan)) {
		const char *search = text_fold(a, v->search);

		for (size_t i = 0; i < l->law_count; i++)
			if (has_all_words(a, l->laws[i].folded, search))
				add_found(
				    v, a, list, &l->laws[i], &record->plan, -1);
	}
	v->count_words = arena_printf(a, "%zu %s", v->found_count,
	    v->found_count == 1 ? "artikel" : "artikelen");
	return v;
}
