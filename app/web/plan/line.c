/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * line.c - saving a line, and copying those of huidig. A line that changed in
 * another window is not overwritten; a copy carries the id of its form, so
 * that it is done once and can be undone.
 */
#include "web/plan/line.h"

#include "core/plan_input.h"
#include "core/plan_words.h"
#include "store/plan_part.h"
#include "web/plan/conflict.h"
#include "web/plan/line_form.h"
#include "web/plan/part.h"
#include "web/plan/price.h"

/* Reads the form of a line; its faults are in the result. */
static void
read_typed(struct rendement_typed *typed, struct plan_line *line,
    struct exchange *ex, const struct plan_place *place)
{
	const char *told;

	typed->form = line_form_sent(ex);
	told = line_form_understand(ex->arena, &typed->form);
	typed->fault_count = line_read(line, typed->fault, ex->arena,
	    &typed->form, plan_tariff_early(ex, place, typed->form.tarief),
	    place->casus->members, place->casus->member_count);
	if (told != NULL)
		typed->fault[typed->fault_count++] =
		    (struct input_fault){"woorden", told};
}

void
ask_line_save(struct exchange *ex)
{
	struct rendement_typed typed = {0};
	struct plan_place place;
	struct plan_line line;
	struct plan_price price;

	if (!plan_find(ex, &place) || !line_form_is_sound(ex))
		return;
	read_typed(&typed, &line, ex, &place);
	if (!price_read(
		&price, ex, &place, typed.form.tarief, typed.form.prijs)) {
		respond_status(ex, ST_INVALID);
		return;
	}
	if (typed.fault_count == 0)
		plan_ask_price_line(ex->batch, &place.key,
		    form_text(&ex->fields, "basis"), &line, &price);
	plan_ask(ex->batch, &place.key, PLAN_NEWEST);
	plan_rendement_ask(ex, &place);
}

static void
answer_conflict(struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record, const struct plan_line *line,
    const char *stamp)
{
	const struct household_member *members = place->casus->members;
	size_t n = place->casus->member_count;
	const struct plan_line *stored =
	    plan_find_line(&record->plan, line->id);
	struct plan_conflict c = {.page = PAGE_RENDEMENT,
	    .action = plan_act_url(ex, place, "rendement", "regel"),
	    .keep = plan_scenario_url(ex, place, line->scenario),
	    .send_words = "Bewaar wat ik nu typte",
	    .count = 1,
	    .basis_count = 1,
	    .basis = {{"basis", stamp}}};

	c.row[0] = (struct plan_conflict_row){line->omschrijving,
	    stored == NULL ? "Deze regel is weggehaald."
			   : line_sentences(ex->arena, stored, members, n),
	    line_sentences(ex->arena, line, members, n)};
	plan_conflict_answer(ex, place, record, &c);
}

void
show_line_save(struct exchange *ex)
{
	struct rendement_typed typed = {0};
	struct plan_place place;
	struct plan_record record;
	struct plan_line line;
	struct plan_saved saved = {0};

	if (!plan_find(ex, &place) || !plan_load(ex, &place, &record))
		return;
	read_typed(&typed, &line, ex, &place);
	if (typed.fault_count == 0)
		saved = plan_read_saved(ex->batch, QUERY_PLAN_LINE_PUT);
	if (saved.is_full)
		typed.fault[typed.fault_count++] = (struct input_fault){
		    "tarief", "Er passen niet meer dan 60 regels in een "
			      "scenario. Haal er eerst een weg."};
	if (saved.is_gone)
		typed.fault[typed.fault_count++] = (struct input_fault){"prijs",
		    "Dit tarief is net veranderd, of het staat "
		    "niet meer in de tabel. Er is niets gedaan. "
		    "Kijk of het bedrag klopt, en probeer het "
		    "opnieuw."};
	if (typed.fault_count > 0)
		plan_rendement_answer(ex, &place, &record, &typed);
	else if (ex->part != NULL)
		plan_respond_saved(ex, saved, "{}");
	else if (!saved.is_saved)
		answer_conflict(ex, &place, &record, &line, saved.stamp);
	else
		respond_redirect(
		    ex, url_fragment(ex->arena,
			    plan_scenario_url(ex, &place, line.scenario),
			    plan_part_anchor(ex, PAGE_RENDEMENT, line.id)));
}

/* The id of the form that copies; NULL: 400 was answered. */
static const char *
copy_id(struct exchange *ex)
{
	static const char *const NAMES[] = {"scenario", "id", NULL};
	const char *id;

	if (!plan_fields_are(ex, NAMES))
		return NULL;
	id = form_text(&ex->fields, "id");
	if (input_is_id(id))
		return id;
	respond_status(ex, ST_INVALID);
	return NULL;
}

/* Back to a scenario that the copy filled. */
static const struct safe_url *
copy_url(struct exchange *ex, const struct plan_place *place)
{
	enum scenario s = scenario_by_name(form_text(&ex->fields, "scenario"));

	if (s == SCENARIO_COUNT || s == SCENARIO_HUIDIG)
		s = SCENARIO_DREIGEND;
	return plan_scenario_url(ex, place, s);
}

/* Back to the scenario where the button stood. */
static const struct safe_url *
here_url(struct exchange *ex, const struct plan_place *place)
{
	enum scenario s = scenario_by_name(form_text(&ex->fields, "scenario"));

	return plan_scenario_url(
	    ex, place, s == SCENARIO_COUNT ? SCENARIO_HUIDIG : s);
}

void
ask_lines_copy(struct exchange *ex)
{
	struct plan_place place;
	const char *id;

	if (!plan_find(ex, &place) || (id = copy_id(ex)) == NULL)
		return;
	plan_ask_copy_lines(ex->batch, &place.key, id);
	plan_ask(ex->batch, &place.key, PLAN_NEWEST);
	plan_rendement_ask(ex, &place);
}

void
show_lines_copy(struct exchange *ex)
{
	static const struct rendement_typed FULL = {
	    .copy_error =
		"Er passen niet meer dan 60 regels in een scenario. Er is "
		"niets overgenomen. Haal eerst regels weg uit dreigend of "
		"doorbraak."};
	struct plan_place place;
	struct plan_record record;

	if (!plan_find(ex, &place) || !plan_load(ex, &place, &record))
		return;
	if (plan_read_saved(ex->batch, QUERY_PLAN_LINES_COPY).is_full)
		plan_rendement_answer(ex, &place, &record, &FULL);
	else
		respond_redirect(
		    ex, url_fragment(ex->arena,
			    url_query(ex->arena, copy_url(ex, &place),
				"overgenomen", form_text(&ex->fields, "id")),
			    "overgenomen"));
}

void
ask_copy_undo(struct exchange *ex)
{
	struct plan_place place;
	const char *id;

	if (plan_find(ex, &place) && (id = copy_id(ex)) != NULL)
		plan_ask_undo_copy(ex->batch, &place.key, id);
}

void
show_copy_undo(struct exchange *ex)
{
	struct plan_place place;

	if (plan_find(ex, &place))
		respond_redirect(ex,
		    url_fragment(ex->arena, here_url(ex, &place), "regels"));
}

void
plan_line_ask_copied(struct exchange *ex, const struct plan_place *place)
{
	const char *id = form_get(&ex->search, "overgenomen");

	if (id != NULL && input_is_id(id))
		plan_ask_copied(ex->batch, &place->key, id);
}

void
plan_line_show_copied(struct rendement_view *v, const struct exchange *ex,
    const struct plan_place *place)
{
	struct plan_copied n = plan_read_copied(ex->batch);

	if (n.lines + n.stops == 0)
		return;
	v->copied = arena_printf(ex->arena, "%d %s overgenomen.%s", n.lines,
	    n.lines == 1 ? "regel" : "regels",
	    n.stops == 0
		? ""
		: arena_printf(ex->arena, " Wat stopt, staat er niet in."));
	v->copied_id = form_text(&ex->search, "overgenomen");
	v->undo_url = plan_act_url(ex, place, "rendement", "ongedaan");
}

void
show_words_read(struct exchange *ex)
{
	struct plan_place place;
	struct line_form form = {.woorden = form_text(&ex->search, "zin"),
	    .eenheid = form_text(&ex->search, "eenheid"),
	    .jaren = form_text(&ex->search, "jaren"),
	    .hoeveelheid = "",
	    .per = "",
	    .duur_aantal = "",
	    .duur_eenheid = "",
	    .start_maand = "",
	    .gelezen = ""};
	const char *told;

	if (!plan_find(ex, &place))
		return;
	if (ex->part == NULL) { /* somebody opened the address itself */
		respond_redirect(ex, plan_url(ex, &place, "rendement"));
		return;
	}
	told = line_form_understand(ex->arena, &form);
	if (*form.duur_eenheid == '\0') /* once: its list still has a choice */
		form.duur_eenheid = LINE_UNITS[0].value;
	if (*form.gelezen == '\0')
		respond_json(
		    ex, 200, "melding", told != NULL ? told : "", NULL);
	else
		respond_json(ex, 200, "gelezen", form.gelezen, "hoeveelheid",
		    form.hoeveelheid, "per", form.per, "duur_aantal",
		    form.duur_aantal, "duur_eenheid", form.duur_eenheid,
		    "start_maand", form.start_maand, NULL);
}
