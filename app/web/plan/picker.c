/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * picker.c - the tariffs, in the order in which somebody needs them: those of
 * the case, those that this person used before (most used first), then the
 * organisation's own and the general table. Of one code only the row that
 * goes before the others is shown (price.h).
 */
#include "web/plan/picker.h"

#include "base/text.h"
#include "core/plan_words.h"
#include "store/plan_editor.h"

#include <string.h>

/* What something is for, in the order of need; the words of the table. */
static const struct {
	const char *domein, *words;
} PURPOSES[] = {
    {"wonen", "Wonen"},
    {"inkomen", "Inkomen"},
    {"schulden", "Schulden"},
    {"energie", "Energie"},
    {"opvang", "Opvang"},
    {"veiligheid", "Veiligheid"},
    {"jeugd", "Jeugd"},
    {"ondersteuning", "Hulp thuis"},
    {"zorg", "Zorg"},
    {"onderwijs", "Onderwijs"},
    {"werk", "Werk"},
    {"overig", "Iets anders"},
};

enum { PURPOSE_COUNT = sizeof(PURPOSES) / sizeof(PURPOSES[0]) };

/* The view while it is filled. */
struct picker {
	const struct exchange *ex;
	const struct plan_place *place;
	const struct plan_tariffs *from;
	struct plan_editor editor;
	enum scenario scenario;
	const char *folded; /* of the search */
	struct picker_tariff *list;
	struct picker_view view;
	size_t per_purpose[PURPOSE_COUNT];
};

static bool
is_found(struct arena *a, const struct tariff *t, const char *search)
{
	char *rest = arena_strdup(a, search), *word;

	while ((word = strtok_r(rest, " ,.", &rest)) != NULL)
		if (strstr(t->folded, word) == NULL)
			return false;
	return true;
}

static size_t
purpose_of(const struct tariff *t)
{
	size_t i = 0;

	while (
	    i < PURPOSE_COUNT - 1 && strcmp(PURPOSES[i].domein, t->domein) != 0)
		i++;
	return i;
}

static const struct safe_url *
scenario_url(const struct picker *p)
{
	return plan_scenario_url(p->ex, p->place, p->scenario);
}

static void
add(struct picker *p, const struct tariff *t, const char *whose)
{
	struct arena *a = p->ex->arena;
	size_t purpose = purpose_of(t);

	if (!is_found(a, t, p->folded))
		return;
	p->per_purpose[purpose]++;
	if (*p->view.purpose != '\0' &&
	    strcmp(p->view.purpose, PURPOSES[purpose].domein) != 0)
		return;
	p->list[p->view.count++] = (struct picker_tariff){
	    .name = t->omschrijving,
	    .text = arena_printf(a, "%s%s, prijspeil %d, %s", whose, t->wet,
		t->prijspeil_jaar, certainty_words(t->zekerheid)),
	    .amount = tariff_words(a, t->tarief_eurocent, t->eenheid),
	    .folded = t->folded,
	    .url = url_fragment(
		a, url_query(a, scenario_url(p), "tarief", t->code), "woorden"),
	};
}

static bool
is_used(const struct picker *p, const char *code)
{
	for (size_t i = 0; i < p->editor.used_count; i++)
		if (strcmp(p->editor.used[i], code) == 0)
			return true;
	return false;
}

/* The rows of one table that no other hides and nobody used yet. */
static void
add_rows(struct picker *p, const struct tariff *rows, size_t count,
    const char *whose, bool is_of_case)
{
	for (size_t i = 0; i < count; i++)
		if (plan_tariffs_find(p->from, rows[i].code) == &rows[i] &&
		    (is_of_case || !is_used(p, rows[i].code)))
			add(p, &rows[i], whose);
}

static void
add_used(struct picker *p)
{
	const struct casus *c = p->place->casus;

	for (size_t i = 0; i < p->editor.used_count; i++) {
		const char *code = p->editor.used[i];
		const struct tariff *t = plan_tariffs_find(p->from, code);

		if (t != NULL &&
		    tariff_find(c->tariffs, c->tariff_count, code) == NULL)
			add(p, t, "Eerder gebruikt. ");
	}
}

static void
fill_purposes(struct picker *p)
{
	struct arena *a = p->ex->arena;
	struct picker_purpose *list =
	    arena_array(a, PURPOSE_COUNT + 1, sizeof(*list));
	const struct safe_url *url = scenario_url(p);
	size_t all = 0, n = 1;

	if (*p->view.search != '\0')
		url = url_query(a, url, "zoek", p->view.search);
	for (size_t i = 0; i < PURPOSE_COUNT; i++) {
		all += p->per_purpose[i];
		if (p->per_purpose[i] == 0)
			continue;
		list[n++] = (struct picker_purpose){
		    .words = arena_printf(
			a, "%s (%zu)", PURPOSES[i].words, p->per_purpose[i]),
		    .url = url_fragment(a,
			url_query(a, url, "waarvoor", PURPOSES[i].domein),
			"tarieven"),
		    .is_here = strcmp(p->view.purpose, PURPOSES[i].domein) == 0,
		};
	}
	list[0] = (struct picker_purpose){
	    .words = arena_printf(a, "Alles (%zu)", all),
	    .url = url_fragment(a, url, "tarieven"),
	    .is_here = *p->view.purpose == '\0',
	};
	p->view.purposes = list;
	p->view.purpose_count = n;
}

/* "" when the address names none that we have. */
static const char *
asked_purpose(const struct exchange *ex)
{
	const char *asked = form_text(&ex->search, "waarvoor");

	for (size_t i = 0; i < PURPOSE_COUNT; i++)
		if (strcmp(PURPOSES[i].domein, asked) == 0)
			return PURPOSES[i].domein;
	return "";
}

struct picker_view
picker_view_of(const struct exchange *ex, const struct plan_place *place,
    const struct plan_tariffs *from, enum scenario scenario)
{
	const struct library *l = ex->library;
	const struct casus *c = place->casus;
	struct picker p = {.ex = ex,
	    .place = place,
	    .from = from,
	    .editor = plan_read_editor(ex->batch),
	    .scenario = scenario,
	    .list = arena_array(ex->arena,
		l->tariff_count + c->tariff_count + from->own_count,
		sizeof(*p.list)),
	    .view = {.scenario = scenario_name(scenario),
		.search = text_trim(ex->arena, form_text(&ex->search, "zoek")),
		.purpose = asked_purpose(ex),
		.table = l->tariff_version,
		.page_url = plan_url(ex, place, "rendement")}};

	p.folded = text_fold(ex->arena, p.view.search);
	add_rows(&p, c->tariffs, c->tariff_count, "Van deze casus. ", true);
	add_used(&p);
	add_rows(&p, from->own, from->own_count,
	    arena_printf(
		ex->arena, "Tarief van %s. ", ex->session.organisation),
	    false);
	add_rows(&p, l->tariffs, l->tariff_count, "", false);
	fill_purposes(&p);
	p.view.tariffs = p.list;
	p.view.count_words = arena_printf(ex->arena, "%zu %s", p.view.count,
	    p.view.count == 1 ? "tarief" : "tarieven");
	return p.view;
}
