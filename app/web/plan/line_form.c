/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * line_form.c - the fields of a line, in the order of the page.
 */
#include "web/plan/line_form.h"

#include "base/text.h"
#include "core/plan_input.h"
#include "core/plan_words.h"
#include "core/quantity.h"
#include "core/youth.h"
#include "web/plan/price.h"

#include <string.h>

static const struct {
	const char *field, *id, *label;
} FIELDS[] = {
    {"tarief", "regel", "Tarief"},
    {"woorden", "woorden", "Hoeveel en hoe lang"},
    {"prijs", "prijs", "Bedrag"},
    {"persoon", "persoon", "Voor wie"},
    {"hoeveelheid", "hoeveelheid", "Hoeveel"},
    {"per", "per", "Hoe vaak"},
    {"duur_aantal", "duur_aantal", "Hoe lang"},
    {"duur_eenheid", "duur_eenheid", "Dagen, weken, maanden of jaar"},
    {"start_maand", "start_maand", "Vanaf maand"},
    {"betaler", "betaler", "Wie betaalt"},
    {"kans", "kans_regel", "Kans op deze regel"},
    {"rol", "rol", "Hoort bij"},
    {"verlengd", "verlengd", "Is dit verlengde jeugdhulp?"},
    {"stopreden", "stopreden", "Waarom stopt dit in de doorbraak?"},
};

enum { FIELD_ROWS = sizeof(FIELDS) / sizeof(FIELDS[0]) };

static size_t
row_of(const char *field)
{
	size_t i = 0;

	while (i < FIELD_ROWS - 1 && strcmp(FIELDS[i].field, field) != 0)
		i++;
	return i;
}

bool
line_form_has_field(const char *field)
{
	return strcmp(FIELDS[row_of(field)].field, field) == 0;
}

const char *
line_form_field_id(const char *field)
{
	return FIELDS[row_of(field)].id;
}

const char *
line_form_field_label(const char *field)
{
	return FIELDS[row_of(field)].label;
}

struct line_form
line_form_sent(struct exchange *ex)
{
	const struct form *f = &ex->fields;

	return (struct line_form){
	    .id = form_text(f, "id"),
	    .scenario = form_text(f, "scenario"),
	    .tarief = form_text(f, "tarief"),
	    .persoon = form_text(f, "persoon"),
	    .hoeveelheid = form_text(f, "hoeveelheid"),
	    .per = form_text(f, "per"),
	    .duur_aantal = form_text(f, "duur_aantal"),
	    .duur_eenheid = form_text(f, "duur_eenheid"),
	    .start_maand = form_text(f, "start_maand"),
	    .betaler = form_text(f, "betaler"),
	    .kans = form_text(f, "kans"),
	    .rol = form_text(f, "rol"),
	    .stopreden = form_text(f, "stopreden"),
	    .verlengd = form_text(f, "verlengd"),
	    .prijs = form_text(f, "prijs"),
	    .woorden = form_text(f, "woorden"),
	    .gelezen = form_text(f, "gelezen"),
	    .eenheid = form_text(f, "eenheid"),
	    .jaren = form_text(f, "jaren"),
	};
}

bool
line_form_is_sound(struct exchange *ex)
{
	static const char *const NAMES[] = {"id", "scenario", "tarief",
	    "persoon", "hoeveelheid", "per", "duur_aantal", "duur_eenheid",
	    "start_maand", "betaler", "basis", "?kans", "?rol", "?stopreden",
	    "?verlengd", "?prijs", "?woorden", "?gelezen", "?eenheid", "?jaren",
	    NULL};
	const char *basis;

	if (!plan_fields_are(ex, NAMES) || !plan_basis(ex, "basis", &basis))
		return false;
	if (input_is_id(form_text(&ex->fields, "id")) &&
	    scenario_by_name(form_text(&ex->fields, "scenario")) !=
		SCENARIO_COUNT)
		return true;
	respond_status(ex, ST_INVALID);
	return false;
}

static const char *
fault_of(const struct rendement_typed *typed, const char *field)
{
	return typed == NULL
		   ? NULL
		   : plan_fault_of(typed->fault, typed->fault_count, field);
}

static struct plan_input_view
input(const struct rendement_typed *typed, const char *field, const char *value,
    const char *hint)
{
	return (struct plan_input_view){.id = line_form_field_id(field),
	    .name = field,
	    .label = line_form_field_label(field),
	    .hint = hint,
	    .value = value,
	    .error = fault_of(typed, field),
	    .mode = "decimal",
	    .width = "lms-input--short"};
}

static struct plan_select_view
choice(struct arena *a, const struct rendement_typed *typed, const char *field,
    const struct line_word *words, const char *chosen)
{
	struct plan_select_view v = plan_select_of(a, words, chosen);

	v.id = line_form_field_id(field);
	v.name = field;
	v.label = line_form_field_label(field);
	v.error = fault_of(typed, field);
	return v;
}

static const struct line_word *
person_list(struct arena *a, const struct casus *casus)
{
	struct line_word *list =
	    arena_array(a, casus->member_count + 2, sizeof(*list));

	list[0] = (struct line_word){"HH", "Het hele huishouden"};
	for (size_t i = 0; i < casus->member_count; i++)
		list[i + 1] = (struct line_word){
		    casus->members[i].id, casus->members[i].name};
	return list;
}

static const struct line_word ROLES[] = {
    {"lopend", "Wat al liep of anders loopt"},
    {"interventie", "Wat er alleen door het plan bijkomt"},
    {0},
};

/*
 * The words above the form: which provision, at what price. A line that is
 * there says its own, whatever the tables say now.
 */
static void
fill_title(struct rendement_line_form *v, struct arena *a,
    const struct plan_line *line, const struct tariff *t)
{
	if (line != NULL) {
		v->title = line->omschrijving;
		v->about = arena_printf(a, "%s (%s, prijspeil %d).%s%s",
		    tariff_words(a, line->tarief_eurocent, line->eenheid),
		    certainty_words(line->zekerheid), line->prijspeil_jaar,
		    t != NULL ? " Bron: " : "", t != NULL ? t->bron : "");
	} else if (t != NULL) {
		v->title = t->omschrijving;
		v->about = arena_printf(a, "%s (%s, prijspeil %d). Bron: %s",
		    tariff_words(a, t->tarief_eurocent, t->eenheid),
		    certainty_words(t->zekerheid), t->prijspeil_jaar, t->bron);
	} else {
		v->title = "Regel";
		v->about = "Kies een tarief uit de lijst.";
	}
}

static void
fill_price(struct rendement_line_form *v, struct exchange *ex,
    const struct rendement_typed *typed, const struct line_form *form,
    const struct plan_line *line, const struct tariff *t)
{
	v->prijs = price_choices(ex, line, t, form->prijs);
	v->prijs.id = line_form_field_id("prijs");
	v->prijs.name = "prijs";
	v->prijs.label = line_form_field_label("prijs");
	v->prijs.error = fault_of(typed, "prijs");
}

static const struct line_word YES_NO[] = {
    {"nee", "Nee, of dat weet ik niet"},
    {"ja", "Ja, dit is verlengde jeugdhulp"},
    {0},
};

/* Asked only where it can be: youth care of who is (almost) grown up. */
static void
fill_extended(struct rendement_line_form *v, struct arena *a,
    const struct rendement_typed *typed, const struct line_form *form,
    const struct line_source *from, const struct casus *casus)
{
	const char *wet = from->line != NULL	 ? from->line->wet
			  : from->tariff != NULL ? from->tariff->wet
						 : "";
	int64_t years = 1;

	(void)form_parse_int(form->jaren, 1, 5, &years);
	v->has_verlengd = strcmp(form->verlengd, "ja") == 0 ||
			  youth_is_asked(wet, form->persoon, casus->members,
			      casus->member_count, (int)years);
	v->verlengd = choice(a, typed, "verlengd", YES_NO, form->verlengd);
	v->verlengd.hint =
	    "Jeugdhulp na de 18e verjaardag kan alleen als verlengde "
	    "jeugdhulp (Jeugdwet, artikel 1.1).";
}

/* What the fields say now: for who leaves them folded. */
static const char *
fields_words(struct arena *a, const struct line_form *form)
{
	struct plan_line line = {
	    .hoeveelheid = input_quantity(a, form->hoeveelheid),
	    .per = form->per,
	    .eenheid = form->eenheid,
	    .start_maand = 1};
	int64_t month = 1;

	if (strcmp(form->per, "eenmalig") != 0) {
		line.duur_aantal = input_quantity(a, form->duur_aantal);
		line.duur_eenheid = form->duur_eenheid;
		if (line.duur_aantal == NULL)
			return NULL;
	}
	if (line.hoeveelheid == NULL ||
	    !form_parse_int(form->start_maand, 1, 600, &month))
		return NULL;
	line.start_maand = (int)month;
	return line_words(a, &line);
}

const struct rendement_line_form *
line_form_view_of(struct exchange *ex, const struct plan_place *place,
    const struct line_form *form, const struct line_source *from,
    const struct rendement_typed *typed, const struct safe_url *cancel)
{
	struct arena *a = ex->arena;
	struct rendement_line_form *v = arena_alloc(a, sizeof(*v));
	enum scenario s = scenario_by_name(form->scenario);
	const char *misread = fault_of(typed, "woorden");

	*v = (struct rendement_line_form){
	    .csrf = ex->csrf,
	    .id = form->id,
	    .basis = from->basis,
	    .scenario = form->scenario,
	    .code = form->tarief,
	    .woorden = form->woorden,
	    .gelezen = form->gelezen,
	    .eenheid = form->eenheid,
	    .jaren = form->jaren,
	    .example = quantity_example(form->eenheid),
	    .misread = misread,
	    .read_url = plan_act_url(ex, place, "rendement", "lees"),
	    .is_open = from->line != NULL || typed != NULL,
	    .fields_words = fields_words(a, form),
	    .action = plan_act_url(ex, place, "rendement", "regel"),
	    .cancel = cancel,
	    .has_kans = s == SCENARIO_DREIGEND,
	    .has_rol = s == SCENARIO_DOORBRAAK,
	    .has_stopreden = s == SCENARIO_HUIDIG,
	    .persoon = choice(a, typed, "persoon", person_list(a, place->casus),
		form->persoon),
	    .hoeveelheid = input(typed, "hoeveelheid", form->hoeveelheid,
		"Bijvoorbeeld 2 of 1,5."),
	    .per = choice(a, typed, "per", LINE_PER, form->per),
	    .duur_aantal = input(typed, "duur_aantal", form->duur_aantal,
		"Niet nodig bij eenmalig."),
	    .duur_eenheid = choice(
		a, typed, "duur_eenheid", LINE_UNITS, form->duur_eenheid),
	    .start_maand = input(typed, "start_maand", form->start_maand,
		"1 is de eerste maand."),
	    .betaler = choice(a, typed, "betaler", LINE_PAYERS, form->betaler),
	    .kans = input(typed, "kans", form->kans,
		"In procenten. Leeg betekent: zeker, als het misgaat."),
	    .rol = choice(a, typed, "rol", ROLES, form->rol),
	    .stopreden = input(typed, "stopreden", form->stopreden,
		"Alleen invullen als deze voorziening door het plan "
		"stopt."),
	};
	v->kans.is_optional = true;
	v->stopreden.is_optional = true;
	v->stopreden.mode = NULL; /* words, of any length */
	v->stopreden.width = "";
	v->duur_aantal.is_optional = strcmp(form->per, "eenmalig") == 0;
	fill_title(v, a, from->line, from->tariff);
	fill_price(v, ex, typed, form, from->line, from->tariff);
	fill_extended(v, a, typed, form, from, place->casus);
	return v;
}
