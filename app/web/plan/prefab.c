/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * prefab.c - what often begins a doorbraak, for a profile of households.
 *
 * Only suggestions: which provisions, with a question each. The numbers are
 * this household's, so a suggestion has none and is no line; adapting it
 * opens the form of a line.
 */
#include "web/plan/prefab.h"

#include "web/plan/law.h"

#include <string.h>

static const struct prefab *
find_prefab(const struct library *l, const char *profile)
{
	for (size_t i = 0; i < l->prefab_count; i++)
		if (strcmp(l->prefabs[i].profile, profile) == 0)
			return &l->prefabs[i];
	return NULL;
}

static bool
has_code(const struct plan *plan, const char *code)
{
	for (size_t i = 0; i < plan->line_count; i++)
		if (plan->lines[i].scenario == SCENARIO_DOORBRAAK &&
		    strcmp(plan->lines[i].code, code) == 0)
			return true;
	return false;
}

static void
fill_rows(struct prefab_view *v, const struct exchange *ex,
    const struct plan_place *place, const struct plan *plan,
    const struct prefab *prefab)
{
	struct arena *a = ex->arena;
	struct prefab_row *rows =
	    arena_array(a, prefab->line_count + 1, sizeof(*rows));
	size_t open = 0;

	for (size_t i = 0; i < prefab->line_count; i++) {
		const char *code = prefab->lines[i].code;
		const struct safe_url *url = url_query(a,
		    plan_scenario_url(ex, place, SCENARIO_DOORBRAAK), "voorzet",
		    prefab->profile);

		rows[i] = (struct prefab_row){
		    .name = library_tariff(ex->library, place->casus, code)
				->omschrijving,
		    .ask = prefab->lines[i].ask,
		    .is_used = has_code(plan, code),
		    .url = url_fragment(
			a, url_query(a, url, "tarief", code), "woorden"),
		};
		open += !rows[i].is_used;
	}
	v->rows = rows;
	v->count = prefab->line_count;
	v->open_words = open == 0 ? "Alles staat aangepast in je plan."
				  : arena_printf(a,
					"%zu van %zu nog niet aangepast. Wat "
					"je niet aanpast, telt "
					"niet mee.",
					open, v->count);
}

static void
fill_laws(struct prefab_view *v, const struct exchange *ex,
    const struct plan_place *place, const struct prefab *prefab)
{
	struct arena *a = ex->arena;
	struct prefab_law *laws =
	    arena_array(a, prefab->law_count + 1, sizeof(*laws));

	for (size_t i = 0; i < prefab->law_count; i++) {
		const struct law *law = prefab->laws[i];
		const char *name = arena_printf(a, "%s %s%s%s", law->wet,
		    law->artikel, *law->lid != '\0' ? " lid " : "", law->lid);

		laws[i] = (struct prefab_law){name,
		    url_fragment(a,
			url_query(a, plan_url(ex, place, "legitimiteit"),
			    "zoek",
			    arena_printf(a, "%s %s", law->wet, law->artikel)),
			"zoeken")};
	}
	v->laws = laws;
	v->law_count = prefab->law_count;
}

const struct prefab_view *
prefab_view_of(const struct exchange *ex, const struct plan_place *place,
    const struct plan *plan)
{
	const struct library *l = ex->library;
	struct arena *a = ex->arena;
	struct prefab_view *v = arena_alloc(a, sizeof(*v));
	struct line_word *profiles =
	    arena_array(a, l->prefab_count + 1, sizeof(*profiles));
	const struct prefab *asked =
	    find_prefab(l, form_text(&ex->search, "voorzet"));
	const struct prefab *prefab =
	    asked != NULL ? asked : find_prefab(l, place->casus->profile);

	if (prefab == NULL && l->prefab_count > 0)
		prefab = &l->prefabs[0];
	if (prefab == NULL)
		return NULL;
	for (size_t i = 0; i < l->prefab_count; i++)
		profiles[i] = (struct line_word){
		    l->prefabs[i].profile, l->prefabs[i].name};
	*v = (struct prefab_view){.name = prefab->name,
	    .hindernis = prefab->hindernis,
	    .page_url = plan_url(ex, place, "rendement"),
	    .is_open = asked != NULL,
	    .profile = plan_select_of(a, profiles, prefab->profile)};
	v->profile.id = v->profile.name = "voorzet";
	v->profile.label = "Waar lijkt het op?";
	fill_rows(v, ex, place, plan, prefab);
	fill_laws(v, ex, place, prefab);
	return v;
}
