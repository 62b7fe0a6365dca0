/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * figures.c - numbers that the sum uses at once: how likely the threat is, how
 * likely the plan works, and over how many years. A form that was made before
 * there were three sends the first alone; the others then stay as they are.
 *
 * With another horizon a draft takes over the discount rate of that day
 * (rekenregels §4) and keeps it: an old plan does not change with the table.
 */
#include "web/plan/figures.h"

#include "base/text.h"
#include "calc/rekenkern.h"
#include "core/plan_input.h"
#include "store/plan_part.h"
#include "web/plan/conflict.h"
#include "web/plan/price.h"
#include "web/plan/rendement.h"

#include <jansson.h>
#include <string.h>
#include <time.h>

static const struct {
	const char *label, *hint, *fault, *mode;
	bool is_optional;
} FIGURES[FIGURE_COUNT] = {
	[FIGURE_KANS] = { "Kans dat het misgaat, in procenten",
	    "Het is een inschatting. 50 betekent: in de helft van zulke "
	    "gevallen.",
	    "Vul een percentage in van 0 tot en met 100, of laat het leeg.",
	    "decimal", true },
	[FIGURE_SLAAGKANS] = { "Kans dat het plan lukt, in procenten",
	    "Ook een inschatting. Lukt het plan niet, dan ben je de extra "
	    "inzet kwijt. Telt mee als ook de kans dat het misgaat er staat.",
	    "Vul een percentage in van 0 tot en met 100, of laat het leeg.",
	    "decimal", true },
	[FIGURE_HORIZON] = { "Over hoeveel jaar reken je?",
	    "Van 1 tot en met 5 jaar. Meestal 1: verder vooruit weet niemand "
	    "het voor één huishouden.",
	    "Vul een heel getal in van 1 tot en met 5.", "numeric", false },
};

const char *
figure_label(enum plan_figure figure)
{
	return FIGURES[figure].label;
}

static const char *
basis_name(struct arena *a, enum plan_figure figure)
{
	return arena_printf(a, "basis_%s", plan_figure_name(figure));
}

/* As the core reads it, "" for not given, NULL when it is no such figure. */
static const char *
read_figure(struct arena *a, enum plan_figure figure, const char *typed)
{
	if (FIGURES[figure].is_optional)
		return *typed == '\0' ? "" : input_chance(a, typed);
	return *typed >= '1' && *typed <= '0' + RK_MAX_HORIZON &&
		typed[1] == '\0' ? typed : NULL;
}

/* What the form sent; a figure that it does not have is left out. */
static struct plan_figures
sent_figures(struct exchange *ex, struct figure_faults *faults)
{
	struct plan_figures out = { 0 };

	*faults = (struct figure_faults){ 0 };
	for (int f = 0; f < FIGURE_COUNT; f++) {
		enum plan_figure figure = (enum plan_figure)f;
		const char *name = plan_figure_name(figure);
		const char *sent = form_get(&ex->fields, name);
		const char *value;

		if (sent == NULL)
			continue;
		value = read_figure(ex->arena, figure,
		    text_trim(ex->arena, sent));
		if (value == NULL) {
			faults->message[f] = FIGURES[f].fault;
			faults->count++;
			continue;
		}
		out.name[out.count] = name;
		out.value[out.count] = value;
		out.basis[out.count++] = form_text(&ex->fields,
		    basis_name(ex->arena, figure));
	}
	return out;
}

static bool
is_sound(struct exchange *ex)
{
	static const char *const NAMES[] = { "kans_dreigend",
		"basis_kans_dreigend", "?slaagkans", "?basis_slaagkans",
		"?horizon_jaren", "?basis_horizon_jaren", NULL };
	const char *basis;

	if (!plan_fields_are(ex, NAMES))
		return false;
	for (int f = 0; f < FIGURE_COUNT; f++)
		if (!plan_basis(ex,
			basis_name(ex->arena, (enum plan_figure)f), &basis))
			return false;
	return true;
}

/* The rate in force; the table goes back to before there were plans. */
static const struct rk_discontovoet *
rate_on(int64_t now_s)
{
	time_t t = (time_t)now_s;
	struct tm tm = { 0 };
	char date[sizeof("2026-11-23")];
	const struct rk_discontovoet *rate = NULL;
	size_t count;

	if (localtime_r(&t, &tm) != NULL &&
	    strftime(date, sizeof(date), "%Y-%m-%d", &tm) > 0)
		rate = rk_discontovoet_op(date);
	return rate != NULL ? rate : rk_discontovoeten(&count);
}

/* The row with the plan's own rate; NULL when no table ever had it. */
static const struct rk_discontovoet *
rate_of(const struct plan *plan)
{
	size_t count;
	const struct rk_discontovoet *rates = rk_discontovoeten(&count);

	while (count-- > 0)
		if (strcmp(rates[count].voet_pct, plan->disconto_pct) == 0)
			return &rates[count];
	return NULL;
}

static const char *
source_words(struct arena *a, const struct rk_discontovoet *rate)
{
	return arena_printf(a, "geldt vanaf %s. Bron: %s.",
	    text_iso_date(a, rate->geldig_vanaf), rate->bron);
}

const char *
figures_rate_words(struct arena *a, const struct plan *plan, int64_t now_s)
{
	const struct rk_discontovoet *rate = rate_of(plan);

	if (plan->horizon_jaren == 1) {
		rate = rate_on(now_s);
		return arena_printf(a,
		    "Reken je over meer jaren, dan telt een later jaar minder "
		    "zwaar: met een discontovoet van %s %% per jaar. Die %s",
		    input_dutch(a, rate->voet_pct), source_words(a, rate));
	}
	if (rate == NULL)
		return arena_printf(a,
		    "Een later jaar telt minder zwaar: met een discontovoet "
		    "van %s %% per jaar, uit de casus.",
		    input_dutch(a, plan->disconto_pct));
	return arena_printf(a,
	    "Een later jaar telt minder zwaar: met een discontovoet van %s %% "
	    "per jaar. Die %s",
	    input_dutch(a, rate->voet_pct), source_words(a, rate));
}

void
ask_figures(struct exchange *ex)
{
	struct plan_place place;
	struct plan_figures figures;
	struct figure_faults faults;

	if (!plan_find(ex, &place) || !is_sound(ex))
		return;
	figures = sent_figures(ex, &faults);
	if (faults.count == 0)
		plan_ask_figures(ex->batch, &place.key, &figures,
		    rate_on(ex->now_s)->voet_pct);
	else if (ex->part != NULL)
		for (int f = 0; f < FIGURE_COUNT; f++)
			if (faults.message[f] != NULL) {
				respond_json(ex, 422, "melding",
				    faults.message[f], NULL);
				break;
			}
	plan_ask(ex->batch, &place.key, PLAN_NEWEST);
	if (ex->part == NULL)
		plan_rendement_ask(ex, &place);
}

/* A stored figure as one types it: "35", "", "3". */
static const char *
stored_figure(struct arena *a, const struct plan *plan,
    enum plan_figure figure)
{
	const char *chance = figure == FIGURE_KANS ? plan->kans_dreigend :
						     plan->slaagkans;

	if (figure == FIGURE_HORIZON)
		return arena_printf(a, "%d", plan->horizon_jaren);
	return chance == NULL ? "" : input_percent_of(a, chance);
}

static const char *
figure_words(struct arena *a, enum plan_figure figure, const char *typed)
{
	if (*typed == '\0')
		return "Niet ingevuld.";
	return arena_printf(a, "%s%s", typed,
	    figure == FIGURE_HORIZON ? " jaar" : " %");
}

void
figures_fill(struct plan_input_view out[FIGURE_COUNT],
    const struct exchange *ex, const struct plan_record *record,
    const struct figure_faults *faults)
{
	bool is_typed = faults != NULL && faults->count > 0;

	for (int f = 0; f < FIGURE_COUNT; f++) {
		enum plan_figure figure = (enum plan_figure)f;
		const char *name = plan_figure_name(figure);

		out[f] = (struct plan_input_view){ .id = name,
			.name = name,
			.label = FIGURES[f].label,
			.hint = FIGURES[f].hint,
			.value = stored_figure(ex->arena, &record->plan,
			    figure),
			.mode = FIGURES[f].mode,
			.width = "lms-input--short",
			.basis = record->figure_stamp[f],
			.is_optional = FIGURES[f].is_optional };
		if (!is_typed || form_get(&ex->fields, name) == NULL)
			continue;
		out[f].value = form_text(&ex->fields, name);
		out[f].basis = form_text(&ex->fields,
		    basis_name(ex->arena, figure));
		out[f].error = faults->message[f];
	}
}

static void
answer_conflict(struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record)
{
	struct arena *a = ex->arena;
	struct plan_conflict c = { .page = PAGE_RENDEMENT,
		.action = plan_act_url(ex, place, "rendement", "kans"),
		.keep = url_fragment(a, plan_url(ex, place, "rendement"),
		    "kans"),
		.send_words = "Bewaar wat ik nu typte" };
	json_t *stamps = json_loads(
	    plan_read_stamps(ex->batch, QUERY_PLAN_FIGURES), 0, NULL);

	for (int f = 0; f < FIGURE_COUNT; f++) {
		enum plan_figure figure = (enum plan_figure)f;
		const char *name = plan_figure_name(figure);
		const json_t *stamp = json_object_get(stamps, name);
		const char *sent = form_text(&ex->fields, name);

		if (!json_is_string(stamp))
			continue;
		c.row[c.count++] = (struct plan_conflict_row){
			FIGURES[f].label,
			figure_words(a, figure,
			    stored_figure(a, &record->plan, figure)),
			figure_words(a, figure, text_trim(a, sent)) };
		c.basis[c.basis_count++] = (struct plan_conflict_field){
			basis_name(a, figure),
			arena_strdup(a, json_string_value(stamp)) };
	}
	json_decref(stamps);
	plan_conflict_answer(ex, place, record, &c);
}

void
show_figures(struct exchange *ex)
{
	struct rendement_typed typed = { 0 };
	struct plan_place place;
	struct plan_record record;
	struct plan_saved saved;

	if (!plan_find(ex, &place) || !plan_load(ex, &place, &record))
		return;
	(void)sent_figures(ex, &typed.figures);
	if (typed.figures.count > 0) {
		plan_rendement_answer(ex, &place, &record, &typed);
		return;
	}
	saved = plan_read_saved(ex->batch, QUERY_PLAN_FIGURES);
	if (ex->part != NULL)
		plan_respond_saved(ex, saved,
		    plan_read_stamps(ex->batch, QUERY_PLAN_FIGURES));
	else if (!saved.is_saved)
		answer_conflict(ex, &place, &record);
	else
		respond_redirect(ex,
		    url_fragment(ex->arena, plan_url(ex, &place, "rendement"),
			"kans"));
}
