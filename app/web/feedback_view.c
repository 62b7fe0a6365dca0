/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * feedback_view.c - what the feedback page says.
 *
 * Order of the page: words before euros, betrokkenheid first, and the three
 * values equally large (methode.md, the criticism of the workshop). The two
 * modes stand beside each other and are never added. What the expert did
 * comes last, and only as far as it was asked for (feedback_expert.h).
 */
#include "web/feedback_view.h"

#include "base/text.h"
#include "core/plan_words.h"
#include "web/feedback_asked.h"
#include "web/feedback_expert.h"
#include "web/feedback_items.h"
#include "web/feedback_signals.h"
#include "web/feedback_sum.h"
#include "web/plan/argument.h"

#include <string.h>

static const struct {
	const char *name;
	size_t count;
	struct {
		enum plan_field field;
		const char *label;
	} text[5];
} STEPS[STEP_COUNT] = {
	{ "Huishouden en situatieschets", 2,
	    { { FIELD_SITUATIE, "Situatieschets" },
		{ FIELD_KNELT, "Wat knelt nu" } } },
	{ "Toekomstperspectief", 2,
	    { { FIELD_WENS, "Wens van het huishouden" },
		{ FIELD_PERSPECTIEF, "Perspectief" } } },
	{ "Doorbraak", 2,
	    { { FIELD_HINDERNIS, "Hindernis" },
		{ FIELD_DOORBRAAK, "Doorbraak" } } },
	{ "Overzicht", 2,
	    { { FIELD_ZELF, "Wat het huishouden zelf doet" },
		{ FIELD_HULP, "Hulp van anderen" } } },
	{ "Onderbouwing", 5,
	    { { FIELD_BETROKKENHEID, "Betrokkenheid" },
		{ FIELD_LEGITIMITEIT, "Legitimiteit" },
		{ FIELD_RENDEMENT, "Rendement" },
		{ FIELD_KANS_UITLEG, "Waarom deze kans" },
		{ FIELD_WEGING, "Weging van de drie waarden" } } },
	{ "Actieplan", 1, { { FIELD_PLAN_B, "Plan B" } } },
};

static void
fill_articles(struct feedback_view *v, const struct exchange *ex)
{
	const struct plan_difference *d = &v->difference;
	struct feedback_article *list =
	    arena_array(ex->arena, d->missing_count, sizeof(*list));

	for (size_t i = 0; i < d->missing_count; i++) {
		const struct plan_article *article =
		    argument_find(v->expert.plan, d->missing[i]);
		const struct law *law =
		    library_law(ex->library, d->missing[i]);

		if (law != NULL)
			list[v->article_missing_count++] =
			    (struct feedback_article){ law,
				    article == NULL ?
					NULL :
					argument_words(ex->arena,
					    article) };
	}
	v->article_missing = list;
}

static const char *
articles_in_words(struct arena *a, const struct feedback_view *v)
{
	size_t mine = v->mine.plan->article_count;
	size_t shared = v->difference.shared_count;

	if (mine == 0)
		return "Er staat nog geen wetsartikel in het plan. Zonder "
		       "grond in de wet is het moeilijk te verdedigen.";
	if (!v->parts[PART_DIFFERENT].is_shown)
		return arena_printf(a,
		    "Het plan steunt op %zu %s. Het gaat om de uitleg: welke "
		    "ruimte geeft de wet hier?",
		    mine, mine == 1 ? "artikel" : "artikelen");
	return arena_printf(a,
	    "Het plan steunt op %zu %s. %s daarvan %s ook bij de expert, "
	    "die er %zu gebruikt. Een ander artikel kan ook goed zijn: het "
	    "gaat om de uitleg.",
	    mine, mine == 1 ? "artikel" : "artikelen",
	    shared == 0 ? "Geen" : arena_printf(a, "%zu", shared),
	    shared <= 1 ? "staat" : "staan", v->expert.plan->article_count);
}

static const char *
wish_in_words(struct arena *a, const struct plan *plan)
{
	if (*plan->text[FIELD_WENS] == '\0')
		return "De wens van het huishouden staat nog niet in het "
		       "plan. Begin daar: het is hun leven.";
	if (*plan->text[FIELD_BETROKKENHEID] == '\0')
		return arena_printf(a,
		    "De wens staat erin. Nog niet opgeschreven is hoe het "
		    "huishouden zelf meebeslist. De wens: %s",
		    plan->text[FIELD_WENS]);
	return arena_printf(a, "De wens staat erin: %s",
	    plan->text[FIELD_WENS]);
}

static void
fill_steps(struct feedback_view *v)
{
	for (int s = 0; s < STEP_COUNT; s++) {
		struct feedback_step *step = &v->step[s];

		step->number = s + 1;
		step->name = STEPS[s].name;
		step->mine_title = v->mine.title;
		step->part = &v->parts[PART_STEP + s];
		if (s == STEP_COUNT - 1) {
			step->mine = v->mine.plan;
			step->expert = v->expert.plan;
		}
		step->text_count = STEPS[s].count;
		for (size_t i = 0; i < STEPS[s].count; i++) {
			enum plan_field f = STEPS[s].text[i].field;

			step->text[i] = (struct feedback_text){
				.label = STEPS[s].text[i].label,
				.mine = v->mine.plan->text[f],
				.expert = v->expert.plan->text[f],
			};
		}
	}
}

static void
fill_links(struct feedback_view *v, struct arena *a)
{
	const char *course = v->course->slug, *casus = v->casus->slug;
	const struct plan_place at = { .course = v->course, .casus = v->casus };

	v->course_url = url_path(a, "cursus", course, NULL);
	v->casus_url = url_path(a, "cursus", course, "casus", casus, NULL);
	v->revise_url = url_path(a, "cursus", course, "casus", casus, "plan",
	    "opnieuw", NULL);
	v->paper_url = version_url(a, &at, v->record, v->is_coach, "afdruk");
	if (!v->is_coach)
		v->file_url = version_url(a, &at, v->record, false,
		    "bestand");
	v->back_url = v->is_coach ?
	    url_path(a, "team",
		arena_printf(a, "%lld", (long long)v->record->person_id),
		NULL) :
	    v->casus_url;
}

struct feedback_view *
feedback_view_make(struct exchange *ex, const struct course *course,
    const struct casus *casus, const struct plan_record *record,
    const struct feedback_acts *acts, bool is_coach)
{
	struct arena *a = ex->arena;
	struct feedback_view *v = arena_alloc(a, sizeof(*v));

	v->shell = shell_for(ex,
	    arena_printf(a, "Feedback: %s", casus->title),
	    is_coach ? MENU_TEAM : MENU_HOME);
	v->course = course;
	v->casus = casus;
	v->record = record;
	v->is_coach = is_coach;
	v->handed_in = text_date_time(a, record->handed_in_s);
	v->expert_date = text_iso_date(a, casus->date);
	v->mine.id = "gemaakt";
	v->mine.title = is_coach ?
	    arena_printf(a, "Plan van %s", record->person) : "Jouw plan";
	v->expert.id = "expert";
	v->expert.title = "Plan van de expert";
	v->mine.plan = &record->plan;
	v->expert.plan = casus->expert;
	v->mine.explain = explain_url(a,
	    &(struct plan_place){ .course = course, .casus = casus }, record,
	    is_coach);
	v->expert.explain = url_query(a, v->mine.explain, "van", "expert");
	feedback_parts_fill(v, a, acts);
	feedback_sum_fill(v, a);
	v->difference = plan_compare(a, v->mine.plan, v->expert.plan);
	v->words_betrokkenheid = wish_in_words(a, v->mine.plan);
	v->words_legitimiteit = articles_in_words(a, v);
	fill_articles(v, ex);
	feedback_items_fill(v, ex, acts);
	feedback_parts_invite(v, a);
	v->signals = feedback_signals_of(a, &v->mine);
	fill_steps(v);
	fill_links(v, a);
	feedback_asked_fill(v, a);
	return v;
}
