/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rendement.c - the page of the three scenarios.
 *
 * One scenario at a time (?scenario=), the tariffs under it (?zoek=), and at
 * most one line's form open: a new line of a tariff (?tarief=) or a line that
 * is there (?regel=). Without script every choice is a link or a button.
 */
#include "web/plan/rendement.h"

#include "base/password.h"
#include "base/text.h"
#include "core/plan_input.h"
#include "core/plan_words.h"
#include "pages.h"
#include "store/plan_part.h"
#include "web/plan/line.h"
#include "web/plan/line_form.h"
#include "web/plan/part.h"
#include "store/plan_editor.h"
#include "web/plan/change.h"
#include "web/plan/picker.h"
#include "web/plan/prefab.h"
#include "web/plan/price.h"
#include "web/plan/start.h"

#include <string.h>

static const struct {
	const char *title, *tab, *help;
} SCENARIOS[SCENARIO_COUNT] = {
    [SCENARIO_HUIDIG] = {"Huidige situatie", "Huidig",
	"Wat loopt er nu, en loopt zo door? Kijk in de documenten."},
    [SCENARIO_DREIGEND] = {"Dreigende situatie", "Dreigend",
	"Wat gebeurt er als niets verandert en het misgaat? Niet het "
	"ergste wat je kunt bedenken. Zet er ook in wat doorloopt."},
    [SCENARIO_DOORBRAAK] = {"Doorbraak", "Doorbraak",
	"Alles uit je plan, en ook alles wat gewoon doorloopt. Dat "
	"laatste wordt het vaakst vergeten."},
};

const struct plan_line *
plan_find_line(const struct plan *plan, const char *id)
{
	for (size_t i = 0; i < plan->line_count; i++)
		if (strcmp(plan->lines[i].id, id) == 0)
			return &plan->lines[i];
	return NULL;
}

/*
 * The tab that is open: of the form that was sent, the one that was asked
 * for, or the one where a line was changed, taken out or put back.
 */
static enum scenario
scenario_here(const struct exchange *ex, const struct plan *plan,
    const struct rendement_typed *typed)
{
	static const char *const LINES[] = {"regel", "terug"};
	enum scenario s = scenario_by_name(
	    typed != NULL ? form_text(&ex->fields, "scenario")
			  : form_text(&ex->search, "scenario"));

	for (size_t i = 0; i < 2 && s == SCENARIO_COUNT; i++) {
		const struct plan_line *line =
		    plan_find_line(plan, form_text(&ex->search, LINES[i]));

		if (line != NULL)
			s = line->scenario;
	}
	if (s == SCENARIO_COUNT)
		s = plan_read_removed_scenario(ex->batch);
	return s == SCENARIO_COUNT ? SCENARIO_HUIDIG : s;
}

const struct safe_url *
plan_scenario_url(
    const struct exchange *ex, const struct plan_place *place, enum scenario s)
{
	return url_query(ex->arena, plan_url(ex, place, "rendement"),
	    "scenario", scenario_name(s));
}

static void
fill_tabs(struct rendement_view *v, const struct exchange *ex,
    const struct plan_place *place, const struct plan_sum *sum,
    enum scenario here)
{
	for (int s = 0; s < SCENARIO_COUNT; s++)
		v->tab[s] = (struct rendement_tab){
		    .words = arena_printf(
			ex->arena, "%s (%zu)", SCENARIOS[s].tab, sum->count[s]),
		    .url = plan_scenario_url(ex, place, (enum scenario)s),
		    .is_here = (enum scenario)s == here,
		};
}

/* A line's total, with the way to how it came about. */
static struct explained
line_amount(const struct exchange *ex, const struct plan_place *place,
    const struct plan *plan, const struct plan_sum *sum, size_t i)
{
	enum scenario s = plan->lines[i].scenario;

	return explained_make(ex->arena,
	    text_euro(ex->arena, plan_sum_line(sum, plan, i)),
	    arena_printf(ex->arena, "regel %zu, %s", i - sum->first[s] + 1,
		plan->lines[i].omschrijving),
	    sum->result == NULL
		? NULL
		: plan_act_url(ex, place, "rendement", "uitleg"),
	    arena_printf(ex->arena, "scenarios.%s[%zu]", scenario_name(s),
		i - sum->first[s]));
}

static struct rendement_line
line_view(const struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record, const struct plan_tariffs *tariffs,
    const struct plan_sum *sum, size_t i)
{
	struct arena *a = ex->arena;
	const struct plan *plan = &record->plan;
	const struct plan_line *line = &plan->lines[i];
	const char *since =
	    price_since(a, line, plan_tariffs_find(tariffs, line->code));
	const struct safe_url *edit = url_query(
	    a, plan_scenario_url(ex, place, line->scenario), "regel", line->id);

	return (struct rendement_line){
	    .id = line->id,
	    .name = line->omschrijving,
	    .amount = line_amount(ex, place, plan, sum, i),
	    .words = line_sentences(
		a, line, place->casus->members, place->casus->member_count),
	    .note = arena_printf(a, "%s, %s%s%s",
		tariff_words(a, line->tarief_eurocent, line->eenheid),
		certainty_words(line->zekerheid), since != NULL ? ". " : "",
		since != NULL ? since : ""),
	    .edit_url = url_fragment(a, edit, "woorden"),
	    .remove = {.csrf = ex->csrf,
		.name = "id",
		.value = line->id,
		.basis = record->line_stamp[i],
		.words = "Verwijder",
		.about = line->omschrijving,
		.action = plan_act_url(ex, place, "rendement", "verwijder")},
	};
}

static void
fill_lines(struct rendement_view *v, const struct exchange *ex,
    const struct plan_place *place, const struct plan_record *record,
    const struct plan_tariffs *tariffs, const struct plan_sum *sum,
    enum scenario here)
{
	struct rendement_line *list =
	    arena_array(ex->arena, sum->count[here], sizeof(*list));

	for (size_t i = 0; i < sum->count[here]; i++)
		list[i] = line_view(
		    ex, place, record, tariffs, sum, sum->first[here] + i);
	v->lines = list;
	v->line_count = sum->count[here];
}

/*
 * For whom a tariff is when the plan has it elsewhere; and in the doorbraak,
 * whether it ran before. Both are choices that the form still shows.
 */
static void
guess(struct line_form *out, const struct plan *plan, const char *code,
    enum scenario here)
{
	bool has_run = false;

	for (size_t i = 0; i < plan->line_count; i++) {
		const struct plan_line *line = &plan->lines[i];

		if (strcmp(line->code, code) != 0)
			continue;
		out->persoon = line->persoon;
		has_run = has_run || line->scenario == SCENARIO_HUIDIG;
	}
	if (here == SCENARIO_DOORBRAAK && !has_run)
		out->rol = "interventie";
}

/* Which line's form is open: typed with faults, changed, new, or none. */
static bool
find_open_form(struct line_form *out, struct line_source *from,
    const struct exchange *ex, const struct plan_tariffs *tariffs,
    const struct plan_record *record, const struct rendement_typed *typed,
    enum scenario here)
{
	const struct plan *plan = &record->plan;
	bool is_typed = typed != NULL && typed->fault_count > 0;
	const char *id =
	    is_typed ? typed->form.id : form_text(&ex->search, "regel");
	const char *code =
	    is_typed ? typed->form.tarief : form_text(&ex->search, "tarief");
	char fresh[ID_TEXT_BYTES];

	from->line = plan_find_line(plan, id);
	from->tariff = plan_tariffs_find(
	    tariffs, from->line != NULL ? from->line->code : code);
	from->basis = PLAN_NO_STAMP;
	if (is_typed) {
		*out = typed->form;
		from->basis = form_text(&ex->fields, "basis");
		return true;
	}
	if (from->line != NULL) {
		from->basis = record->line_stamp[from->line - plan->lines];
		*out = line_form_of(ex->arena, from->line);
		out->jaren = arena_printf(ex->arena, "%d", plan->horizon_jaren);
		return true;
	}
	if (from->tariff == NULL)
		return false;
	*out =
	    line_defaults(ex->arena, from->tariff, here, plan->horizon_jaren);
	guess(out, plan, from->tariff->code, here);
	id_new(fresh);
	out->id = arena_strdup(ex->arena, fresh);
	return true;
}

static void
fill_errors(struct rendement_view *v, struct arena *a,
    const struct rendement_typed *typed)
{
	struct plan_error *list =
	    arena_array(a, LINE_FAULTS_MAX + FIGURE_COUNT + 1 + CHANGE_ROWS_MAX,
		sizeof(*list));
	size_t n = 0;

	for (size_t i = 0; i < typed->fault_count; i++)
		list[n++] = (struct plan_error){
		    line_form_field_id(typed->fault[i].field),
		    line_form_field_label(typed->fault[i].field),
		    typed->fault[i].message};
	for (int f = 0; f < FIGURE_COUNT; f++)
		if (typed->figures.message[f] != NULL)
			list[n++] = (struct plan_error){
			    plan_figure_name((enum plan_figure)f),
			    figure_label((enum plan_figure)f),
			    typed->figures.message[f]};
	if (typed->copy_error != NULL)
		list[n++] = (struct plan_error){
		    "regels", "Regels overnemen", typed->copy_error};
	for (size_t i = 0; v->changes != NULL && i < v->changes->error_count;
	     i++)
		list[n++] = v->changes->errors[i];
	plan_frame_refuse(&v->frame, list, n);
}

static const char *
chance_state(struct arena *a, const struct plan *plan)
{
	if (plan->kans_dreigend == NULL)
		return "kans nog open";
	return text_is_blank(plan->text[FIELD_KANS_UITLEG]) ?
	    "uitleg nog open" :
	    arena_printf(a, "kans %s %%", input_percent_of(a,
		plan->kans_dreigend));
}

static const char *
sum_state(struct arena *a, const struct plan_sum_view *sum)
{
	if (sum->is_empty)
		return "nog leeg";
	if (sum->fault_count > 0)
		return "kan nog niet";
	if (sum->hint_count == 0)
		return "staat klaar";
	return arena_printf(a, "%zu %s", sum->hint_count,
	    sum->hint_count == 1 ? "opmerking" : "opmerkingen");
}

/* The page is long on a phone: its parts, with how they stand. */
static void
fill_parts(
    struct rendement_view *v, struct arena *a, const struct plan *plan)
{
	const char *lines = v->line_count == 0 ?
	    "nog geen" :
	    arena_printf(a, "%zu", v->line_count);
	const struct rendement_part parts[RENDEMENT_PARTS] = {
	    {"regels", arena_printf(a, "Regels: %s", lines)},
	    {"tarieven", "Voeg een regel toe"},
	    {"kans", arena_printf(a, "Kansen: %s", chance_state(a, plan))},
	    {"som", arena_printf(a, "Rekensom: %s", sum_state(a, &v->sum))},
	};

	memcpy(v->part, parts, sizeof(parts));
}

/* What helps to fill the scenario that is open. */
static void
fill_help(struct rendement_view *v, struct exchange *ex,
    const struct plan_place *place, const struct plan_record *record,
    const struct rendement_typed *typed, enum scenario here)
{
	if (here == SCENARIO_HUIDIG)
		v->start = start_view_of(ex, place, record);
	else
		v->changes = change_view_of(ex, place, record, here,
		    typed != NULL && typed->has_changes);
	if (here == SCENARIO_DOORBRAAK)
		v->prefab = prefab_view_of(ex, place, &record->plan);
}

void
plan_rendement_ask(struct exchange *ex, const struct plan_place *place)
{
	plan_tariffs_ask(ex);
	plan_ask_editor(ex->batch, &place->key);
}

void
plan_rendement_answer(struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record, const struct rendement_typed *typed)
{
	const struct plan *plan = &record->plan;
	enum scenario here = scenario_here(ex, plan, typed);
	struct rendement_view v = {
	    .frame = plan_frame_for(ex, place, record, PAGE_RENDEMENT),
	    .form = plan_form_of(ex, place, record, PAGE_RENDEMENT),
	    .intro = plan_form_intro(PAGE_RENDEMENT),
	    .scenario = scenario_name(here),
	    .scenario_title = SCENARIOS[here].title,
	    .scenario_help = SCENARIOS[here].help,
	    .copy_url = plan_act_url(ex, place, "rendement", "neem-over"),
	    .copy_id =
		arena_printf(ex->arena, "r%lld", (long long)record->revision),
	    .figures_url = plan_act_url(ex, place, "rendement", "kans"),
	    .rate_words = figures_rate_words(ex->arena, plan, ex->now_s),
	};
	struct plan_tariffs tariffs = plan_tariffs_of(ex, place);
	struct line_source from;
	struct plan_sum sum;
	struct line_form open;
	struct picker_view picker;
	struct html h = html_new(ex->arena);

	plan_sum(&sum, ex->arena, plan, place->casus->members,
	    place->casus->member_count, place->casus->signals);
	v.sum = plan_sum_view_of(ex, place, plan, &sum);
	v.form.saved = v.frame.saved;
	v.can_copy =
	    here == SCENARIO_HUIDIG && sum.count[SCENARIO_HUIDIG] > 0;
	fill_tabs(&v, ex, place, &sum, here);
	fill_lines(&v, ex, place, record, &tariffs, &sum, here);
	picker = picker_view_of(ex, place, &tariffs, here);
	v.picker = &picker;
	fill_help(&v, ex, place, record, typed, here);
	figures_fill(
	    v.figure, ex, record, typed != NULL ? &typed->figures : NULL);
	if (find_open_form(&open, &from, ex, &tariffs, record, typed, here))
		v.line = line_form_view_of(ex, place, &open, &from, typed,
		    plan_scenario_url(ex, place, here));
	if (typed != NULL)
		fill_errors(&v, ex->arena, typed);
	fill_parts(&v, ex->arena, plan);
	plan_part_show_removed(&v.frame, ex, place, PAGE_RENDEMENT);
	plan_line_show_copied(&v, ex, place);
	page_rendement(&h, &v);
	respond_page(ex, typed != NULL ? 422 : 200, &h);
}
