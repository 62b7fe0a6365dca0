/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * change.c - what becomes of each line of huidig in another scenario.
 *
 * The form has three fields a line: what ("wat_<id>"), how much or why
 * ("hoe_<id>"), and how the page read that ("gelezen_<id>"). More or less
 * counts only when the words were shown as they are read: without a script
 * that takes a second press. Nothing is done as long as one line is unclear.
 */
#include "web/plan/change.h"

#include "base/form.h"
#include "base/text.h"
#include "core/plan_input.h"
#include "core/plan_words.h"
#include "core/quantity.h"
#include "store/plan_editor.h"
#include "store/plan_part.h"

#include <string.h>

static const struct line_word ANSWERS[] = {
    {"weet", "weet ik nog niet"},
    {"door", "loopt door"},
    {"stopt", "stopt"},
    {"meer", "wordt meer"},
    {"minder", "wordt minder"},
    {0},
};

static const struct {
	const char *title, *help, *how;
} WORDS[SCENARIO_COUNT] = {
    [SCENARIO_DREIGEND] = {"Wat verandert er als het misgaat?",
	"Zeg van elke regel die nu loopt wat ermee gebeurt. Met Tab spring "
	"je verder, met de eerste letter kies je.",
	"Hoeveel wordt het? (alleen bij meer of minder)"},
    [SCENARIO_DOORBRAAK] = {"Wat verandert er door je plan?",
	"Zeg van elke regel die nu loopt wat ermee gebeurt. Met Tab spring "
	"je verder, met de eerste letter kies je.",
	"Hoeveel wordt het, of waarom stopt het?"},
};

/* What one line was answered, as it was sent. */
struct sent {
	const char *id, *what, *how, *read, *eenheid;
};

static const char *
named(struct arena *a, const char *prefix, const char *id)
{
	return arena_printf(a, "%s_%s", prefix, id);
}

static struct sent
sent_of(const struct exchange *ex, const char *id)
{
	const struct form *f = &ex->fields;
	struct arena *a = ex->arena;

	return (struct sent){.id = id,
	    .what = form_text(f, named(a, "wat", id)),
	    .how = text_trim(a, form_text(f, named(a, "hoe", id))),
	    .read = form_text(f, named(a, "gelezen", id)),
	    .eenheid = form_text(f, named(a, "eenheid", id))};
}

static int
years(const struct exchange *ex)
{
	int64_t out = 1;

	(void)form_int(&ex->fields, "jaren", 1, 5, &out);
	return (int)out;
}

static bool
is(const char *a, const char *b)
{
	return strcmp(a, b) == 0;
}

/* What is still unclear about an answer; NULL: nothing. */
static const char *
told_of(struct exchange *ex, const struct sent *s, enum scenario scenario,
    struct quantity *q)
{
	if (text_length(s->how) > QUANTITY_TEXT_MAX)
		return "Dit is te lang. Gebruik niet meer dan 200 tekens.";
	if (is(s->what, "meer") || is(s->what, "minder")) {
		*q = quantity_read(ex->arena, s->how, s->eenheid, years(ex));
		return line_words_told(ex->arena, q, s->read);
	}
	if (*s->how != '\0' &&
	    !(is(s->what, "stopt") && scenario == SCENARIO_DOORBRAAK))
		return "Kies ‘wordt meer’ of ‘wordt minder’, of maak dit leeg.";
	return NULL;
}

/* The id in a field's name after "wat_"; NULL: another field. */
static const char *
line_id(const char *name)
{
	return strncmp(name, "wat_", 4) == 0 && input_is_id(name + 4) ? name + 4
								      : NULL;
}

static bool
is_answer(const char *what)
{
	for (size_t i = 0; ANSWERS[i].value != NULL; i++)
		if (is(ANSWERS[i].value, what))
			return true;
	return false;
}

/* Each line has its four fields, once, and there is nothing else. */
static bool
is_sound(struct exchange *ex)
{
	static const char *const COMMON[] = {"csrf", "id", "scenario", "jaren"};
	static const char *const OF_LINE[] = {
	    "wat", "hoe", "gelezen", "eenheid"};
	const struct form *f = &ex->fields;
	enum scenario s = scenario_by_name(form_text(f, "scenario"));
	size_t known = form_count(f, "alles");
	bool is_good = known <= 1 && input_is_id(form_text(f, "id")) &&
		       (s == SCENARIO_DREIGEND || s == SCENARIO_DOORBRAAK);

	for (size_t i = 0; i < 4; i++)
		is_good = is_good && form_count(f, COMMON[i]) == 1;
	for (size_t i = 0; is_good && i < f->count; i++) {
		const char *id = line_id(f->field[i].name);

		for (size_t k = 0; id != NULL && k < 4; k++)
			is_good = is_good &&
				  form_count(
				      f, named(ex->arena, OF_LINE[k], id)) == 1;
		known += id == NULL ? 0 : 4;
		is_good =
		    is_good && (id == NULL || is_answer(f->field[i].value));
	}
	is_good = is_good && known + 4 == f->count;
	if (!is_good)
		respond_status(ex, ST_INVALID);
	return is_good;
}

static struct plan_change
change_of(struct exchange *ex, const struct sent *s, const struct quantity *q)
{
	struct plan_change c = {
	    .line_id = s->id, .answer = s->what, .eenheid = s->eenheid};

	if (q->words != NULL) {
		c.hoeveelheid = q->hoeveelheid;
		c.per = q->per;
		c.duur_aantal = q->duur_aantal;
		c.duur_eenheid = q->duur_eenheid;
		c.start_maand = arena_printf(ex->arena, "%d", q->start_maand);
	} else if (*s->how != '\0') {
		c.reden = s->how;
	}
	return c;
}

/* False: something is unclear; then nothing is asked of the database. */
static bool
read_changes(struct plan_change *out, size_t *count, struct exchange *ex)
{
	const struct form *f = &ex->fields;
	enum scenario scenario = scenario_by_name(form_text(f, "scenario"));
	bool is_all = form_count(f, "alles") == 1, is_clear = true;

	*count = 0;
	for (size_t i = 0; i < f->count; i++) {
		const char *id = line_id(f->field[i].name);
		struct quantity q = {0};
		struct sent s;

		if (id == NULL)
			continue;
		s = sent_of(ex, id);
		if (is_all && is(s.what, "weet"))
			s.what = "door";
		is_clear = is_clear && told_of(ex, &s, scenario, &q) == NULL;
		if (!is(s.what, "weet"))
			out[(*count)++] = change_of(ex, &s, &q);
	}
	return is_clear;
}

void
ask_changes(struct exchange *ex)
{
	struct plan_place place;
	struct plan_change changes[FORM_FIELDS_MAX];
	size_t count;

	if (!plan_find(ex, &place) || !is_sound(ex))
		return;
	if (read_changes(changes, &count, ex) && count > 0)
		plan_ask_changes(ex->batch, &place.key,
		    form_text(&ex->fields, "id"),
		    scenario_by_name(form_text(&ex->fields, "scenario")),
		    changes, count);
	plan_ask(ex->batch, &place.key, PLAN_NEWEST);
	plan_rendement_ask(ex, &place);
}

/* Was it said, or is it there, as "neem over" puts it? */
static bool
is_answered(const struct plan *plan, const struct plan_editor *editor,
    const struct plan_line *line, enum scenario scenario)
{
	for (size_t i = 0; i < editor->answer_count; i++)
		if (editor->answers[i].scenario == scenario &&
		    is(editor->answers[i].line_id, line->id))
			return true;
	for (size_t i = 0; i < plan->line_count; i++)
		if (plan->lines[i].scenario == scenario &&
		    is(plan->lines[i].code, line->code) &&
		    is(plan->lines[i].persoon, line->persoon))
			return true;
	return scenario == SCENARIO_DOORBRAAK && line->stopreden != NULL;
}

static struct change_row
row_of(struct exchange *ex, const struct plan_place *place,
    const struct plan_line *line, enum scenario scenario, bool is_typed)
{
	struct arena *a = ex->arena;
	struct sent s = sent_of(ex, line->id);
	struct quantity q = {0};
	struct change_row row = {.id = line->id,
	    .name = line->omschrijving,
	    .words = line_sentences(
		a, line, place->casus->members, place->casus->member_count),
	    .eenheid = line->eenheid,
	    .example = quantity_example(line->eenheid),
	    .what = plan_select_of(a, ANSWERS, is_typed ? s.what : ""),
	    .how = is_typed ? s.how : "",
	    .how_id = named(a, "hoe", line->id),
	    .how_name = named(a, "hoe", line->id),
	    .read = "",
	    .read_name = named(a, "gelezen", line->id),
	    .unit_name = named(a, "eenheid", line->id)};

	row.what.id = row.what.name = named(a, "wat", line->id);
	if (is_typed && *s.what != '\0')
		row.told = told_of(ex, &s, scenario, &q);
	if (q.words != NULL)
		row.read = q.words;
	return row;
}

const struct change_view *
change_view_of(struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record, enum scenario scenario, bool is_typed)
{
	const struct plan *plan = &record->plan;
	struct arena *a = ex->arena;
	struct plan_editor editor = plan_read_editor(ex->batch);
	struct change_view *v = arena_alloc(a, sizeof(*v));
	struct change_row *rows =
	    arena_array(a, CHANGE_ROWS_MAX, sizeof(*rows));
	struct plan_error *errors =
	    arena_array(a, CHANGE_ROWS_MAX, sizeof(*errors));

	*v = (struct change_view){.csrf = ex->csrf,
	    .id = arena_printf(a, "v%lld", (long long)record->revision),
	    .scenario = scenario_name(scenario),
	    .title = WORDS[scenario].title,
	    .help = WORDS[scenario].help,
	    .how_label = WORDS[scenario].how,
	    .jaren = arena_printf(a, "%d", plan->horizon_jaren),
	    .action = plan_act_url(ex, place, "rendement", "verandert"),
	    .read_url = plan_act_url(ex, place, "rendement", "lees"),
	    .rows = rows,
	    .errors = errors};
	for (size_t i = 0; scenario != SCENARIO_HUIDIG &&
			   i < plan->line_count && v->count < CHANGE_ROWS_MAX;
	     i++) {
		const struct plan_line *line = &plan->lines[i];
		struct change_row *row = &rows[v->count];

		if (line->scenario != SCENARIO_HUIDIG ||
		    is_answered(plan, &editor, line, scenario))
			continue;
		*row = row_of(ex, place, line, scenario, is_typed);
		v->count++;
		if (row->told != NULL)
			errors[v->error_count++] = (struct plan_error){
			    row->how_id, row->name, row->told};
	}
	return v->count == 0 ? NULL : v;
}

static bool
is_asked(const struct change_view *v, const char *id)
{
	for (size_t i = 0; v != NULL && i < v->count; i++)
		if (is(v->rows[i].id, id))
			return true;
	return false;
}

/* What was unclear about a line that is not asked about any more: there is no
 * place on the page to say it. NULL: nothing. */
static const char *
told_of_gone(struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record, enum scenario scenario)
{
	const struct change_view *v =
	    change_view_of(ex, place, record, scenario, true);
	const struct form *f = &ex->fields;

	for (size_t i = 0; i < f->count; i++) {
		const char *id = line_id(f->field[i].name);
		struct quantity q = {0};
		struct sent sent;

		if (id == NULL || is_asked(v, id))
			continue;
		sent = sent_of(ex, id);
		if (told_of(ex, &sent, scenario, &q) != NULL)
			return arena_printf(ex->arena,
			    "%s hoort bij een regel die intussen weg is, of "
			    "al beantwoord. Er is niets overgenomen. Stuur je "
			    "andere antwoorden nog een keer.",
			    *sent.how == '\0'
				? "Een van je antwoorden"
				: arena_printf(ex->arena, "‘%s’", sent.how));
	}
	return NULL;
}

void
show_changes(struct exchange *ex)
{
	struct rendement_typed unclear = {.has_changes = true};
	static const struct rendement_typed FULL = {
	    .copy_error =
		"Er passen niet meer dan 60 regels in een scenario. Er is "
		"niets overgenomen. Haal eerst regels weg."};
	struct plan_place place;
	struct plan_record record;
	struct plan_change changes[FORM_FIELDS_MAX];
	size_t count;
	enum scenario s = scenario_by_name(form_text(&ex->fields, "scenario"));

	if (!plan_find(ex, &place) || !plan_load(ex, &place, &record))
		return;
	if (!read_changes(changes, &count, ex)) {
		unclear.copy_error = told_of_gone(ex, &place, &record, s);
		plan_rendement_answer(ex, &place, &record, &unclear);
	} else if (count > 0 &&
		   plan_read_saved(ex->batch, QUERY_PLAN_CHANGE_PUT).is_full)
		plan_rendement_answer(ex, &place, &record, &FULL);
	else
		respond_redirect(ex,
		    url_fragment(ex->arena,
			url_query(ex->arena, plan_scenario_url(ex, &place, s),
			    "overgenomen", form_text(&ex->fields, "id")),
			count > 0 ? "overgenomen" : "verandert"));
}
