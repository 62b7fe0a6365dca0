/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * search.c - what is found, in groups, and what to look through when nothing
 * is asked yet. A script that says X-Leer-Deel gets the groups alone.
 */
#include "web/law/search.h"

#include "base/text.h"
#include "core/law.h"
#include "pages.h"
#include "store/search.h"
#include "web/law/law.h"

#include <string.h>

enum { OF_A_KIND = 8, OFTEN_MAX = 8 };

static const struct kind {
	const char *name, *title;
} KINDS[] = {
    {"wet", "Wetsartikelen"},
    {"module", "Modules"},
    {"begrip", "Begrippen"},
    {"casus", "Oefencasussen"},
    {"tarief", "Tarieven"},
};
enum { KIND_COUNT = sizeof(KINDS) / sizeof(KINDS[0]) };

static const char OWN_BADGE[] = "van je eigen organisatie";

void
ask_law_page(struct exchange *ex)
{
	static const char *const NAMES[] = {
	    "wet", "module", "begrip", "casus", "tarief", NULL};
	const char *search = form_text(&ex->search, "zoek");

	if (!text_is_blank(search)) {
		search_ask(ex->batch, ex->token_hash, ex->library->edition,
		    search, NAMES, OF_A_KIND);
		return;
	}
	law_ask_recent(ex->batch, ex->token_hash);
	law_ask_local(ex->batch, ex->token_hash);
}

/* --- what was found -------------------------------------------------------
 */

/* What people say that an article was found by; its own are in the library. */
static const char *
fits_of(const struct exchange *ex, const struct search_hit *hit)
{
	const struct law *law = library_law(ex->library, hit->key);

	if (law == NULL || hit->phrase < 0 ||
	    (size_t)hit->phrase >= law->hindernis_count)
		return hit->sentence;
	return law->hindernissen[hit->phrase];
}

static struct law_item
item_of_hit(
    const struct exchange *ex, const struct search_hit *hit, const char *from)
{
	struct arena *a = ex->arena;
	struct law_item item = {
	    .title = hit->title, .text = hit->summary, .fits = hit->sentence};

	if (strcmp(hit->kind, "wet") != 0) {
		item.url = url_local(a, hit->path);
		if (item.fits != NULL)
			item.text = item.fits;
		item.fits = NULL;
		return item;
	}
	item.url = law_url(a, hit->key, from);
	item.fits = fits_of(ex, hit);
	if (library_law(ex->library, hit->key) != NULL)
		item.title = law_name(a, library_law(ex->library, hit->key));
	if (local_law_number(hit->key) > 0)
		item.badge = OWN_BADGE;
	return item;
}

static void
fill_hits(struct law_found_view *v, const struct exchange *ex, const char *from)
{
	struct arena *a = ex->arena;
	const struct search_hit *hits;
	size_t count;

	v->is_searched = true;
	v->is_off = !search_read(ex->batch, &hits, &count);
	for (size_t k = 0; k < KIND_COUNT; k++) {
		struct law_item *items =
		    arena_array(a, count + 1, sizeof(*items));
		struct law_group group = {.title = KINDS[k].title,
		    .id = KINDS[k].name,
		    .items = items};

		for (size_t i = 0; i < count; i++)
			if (strcmp(hits[i].kind, KINDS[k].name) == 0)
				items[group.count++] =
				    item_of_hit(ex, &hits[i], from);
		if (group.count > 0)
			v->groups[v->group_count++] = group;
	}
	v->count_words = arena_printf(
	    a, "%zu %s", count, count == 1 ? "resultaat" : "resultaten");
}

/* --- to look through ------------------------------------------------------
 */

static struct law_item
item_of_law(const struct exchange *ex, const struct law *law, const char *from)
{
	return (struct law_item){.title = law_name(ex->arena, law),
	    .text = law->kernzin,
	    .url = law_url(ex->arena, law->code, from),
	    .badge = law_is_local(law) ? OWN_BADGE : NULL};
}

static size_t
fill_choices(const struct law_choice **out, const struct exchange *ex,
    const char *name, const struct law_theme *themes, size_t count,
    const char *from)
{
	struct arena *a = ex->arena;
	const char *chosen = form_text(&ex->search, name);
	struct law_choice *list = arena_array(a, count, sizeof(*list));

	for (size_t i = 0; i < count; i++)
		list[i] = (struct law_choice){themes[i].title,
		    url_fragment(a,
			url_query(
			    a, law_page_url(a, from), name, themes[i].slug),
			"lijst"),
		    strcmp(chosen, themes[i].slug) == 0};
	*out = list;
	return count;
}

/* How often the courses lean on it. */
static size_t
weight(const struct exchange *ex, const struct law *law)
{
	const struct law_uses *uses = library_law_uses(ex->library, law);

	return 2 * uses->casus_count + uses->count;
}

/* Moves the last one to its place: the most used first. */
static void
put_in_order(const struct exchange *ex, const struct law **list, size_t count)
{
	const struct law *last = list[count - 1];
	size_t i = count - 1;

	for (; i > 0 && weight(ex, list[i - 1]) < weight(ex, last); i--)
		list[i] = list[i - 1];
	list[i] = last;
}

/* The articles of the library that pass, most used first; then one's own. */
static void
add_laws(struct law_found_view *v, const struct exchange *ex,
    struct law_group group, const char *from, unsigned goals,
    const char *domain)
{
	const struct library *l = ex->library;
	const struct law **own,
	    **list = arena_array(ex->arena, l->law_count + 1, sizeof(*list));
	size_t count = 0, own_count = law_all_local(ex, &own);
	struct law_item *items = arena_array(
	    ex->arena, l->law_count + own_count + 1, sizeof(*items));

	for (size_t i = 0; i < l->law_count; i++) {
		const struct law *law = &l->laws[i];

		if ((goals != 0 && (law->goals & goals) == 0) ||
		    (domain != NULL && strcmp(law->domein, domain) != 0))
			continue;
		list[count++] = law;
		put_in_order(ex, list, count);
	}
	if (goals == 0 && domain == NULL && count > OFTEN_MAX)
		count = OFTEN_MAX;
	for (size_t i = 0; i < count; i++)
		items[group.count++] = item_of_law(ex, list[i], from);
	for (size_t i = 0; domain != NULL && i < own_count; i++)
		if (strcmp(own[i]->domein, domain) == 0)
			items[group.count++] = item_of_law(ex, own[i], from);
	group.items = items;
	v->groups[v->group_count++] = group;
}

/* What this person chose last, and what the organisation added. */
static void
add_own(struct law_found_view *v, const struct exchange *ex, const char *from)
{
	const char *const *codes;
	const struct law **own;
	size_t count = law_read_recent(ex->batch, &codes),
	       own_count = law_all_local(ex, &own);
	struct law_item *recent =
			    arena_array(ex->arena, count + 1, sizeof(*recent)),
			*items = arena_array(
			    ex->arena, own_count + 1, sizeof(*items));
	struct law_group chosen = {.title = "Laatst gekozen in je plannen",
	    .id = "laatst",
	    .items = recent};

	for (size_t i = 0; i < count; i++) {
		const struct law *law = law_of(ex, codes[i]);

		if (law != NULL)
			recent[chosen.count++] = item_of_law(ex, law, from);
	}
	if (chosen.count > 0)
		v->groups[v->group_count++] = chosen;
	for (size_t i = 0; i < own_count; i++)
		items[i] = item_of_law(ex, own[i], from);
	if (own_count > 0)
		v->groups[v->group_count++] =
		    (struct law_group){.title = "Van je eigen organisatie",
			.id = "lokaal",
			.count = own_count,
			.items = items};
}

static void
fill_browse(
    struct law_found_view *v, const struct exchange *ex, const char *from)
{
	int goal = law_theme_at(
		LAW_GOALS, LAW_GOAL_COUNT, form_text(&ex->search, "bereiken")),
	    domain = law_theme_at(LAW_DOMAINS, LAW_DOMAIN_COUNT,
		form_text(&ex->search, "domein"));
	struct law_group group = {.id = "lijst"};

	v->goal_count = fill_choices(
	    &v->goals, ex, "bereiken", LAW_GOALS, LAW_GOAL_COUNT, from);
	v->domain_count = fill_choices(
	    &v->domains, ex, "domein", LAW_DOMAINS, LAW_DOMAIN_COUNT, from);
	if (goal >= 0) {
		group.title = LAW_GOALS[goal].title;
		add_laws(v, ex, group, from, 1U << goal, NULL);
	} else if (domain >= 0) {
		group.title = LAW_DOMAINS[domain].title;
		group.empty = "Hier staan nog geen artikelen.";
		add_laws(v, ex, group, from, 0, LAW_DOMAINS[domain].slug);
	} else {
		add_own(v, ex, from);
		group.title = "Vaak gebruikt in de cursussen";
		add_laws(v, ex, group, from, 0, NULL);
	}
	v->count_words = "";
}

/* --- the page -------------------------------------------------------------
 */

void
show_law_page(struct exchange *ex)
{
	struct arena *a = ex->arena;
	const struct law_origin from = law_origin_of(ex);
	struct html h = html_new(a);
	struct law_page_view v = {
	    .shell = shell_for(ex, "Zoek in de wet", MENU_LAW),
	    .from = from.from,
	    .back = law_back_url(a, &from, "zoeken"),
	    .found.page_url = law_page_url(a, from.from),
	    .found.search = text_trim(a, form_text(&ex->search, "zoek")),
	};

	if (from.casus != NULL)
		v.back_words = from.casus->title;
	v.shell.searches = true;
	if (*v.found.search != '\0')
		fill_hits(&v.found, ex, from.from);
	else
		fill_browse(&v.found, ex, from.from);
	if (ex->part != NULL)
		page_law_found(&h, &v.found);
	else
		page_law_page(&h, &v);
	respond_page(ex, 200, &h);
}
