/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * plan_line_form.c - from a form to a line, and back.
 *
 * The limits are those of the calculation core (rekenregels §11), so that one
 * odd line can never make the whole sum refuse. The core stays the judge: its
 * own faults are shown as well.
 */
#include "core/plan_line_form.h"

#include "base/form.h"
#include "base/text.h"
#include "core/plan_input.h"
#include "core/quantity.h"

#include <string.h>

enum { START_MAX = 600, DESCRIPTION_MAX = 200 };

const struct line_word LINE_PER[] = {
	{ "eenmalig", "eenmalig" },
	{ "dag", "per dag" },
	{ "week", "per week" },
	{ "maand", "per maand" },
	{ "jaar", "per jaar" },
	{ 0 },
};

const struct line_word LINE_UNITS[] = {
	{ "dag", "dagen" },
	{ "week", "weken" },
	{ "maand", "maanden" },
	{ "jaar", "jaar" },
	{ 0 },
};

const struct line_word LINE_PAYERS[] = {
	{ "gemeente", "Gemeente" },
	{ "rijk", "Rijk" },
	{ "zorgverzekeraar", "Zorgverzekeraar" },
	{ "zorgkantoor", "Zorgkantoor" },
	{ "uwv", "UWV" },
	{ "svb", "SVB" },
	{ "onderwijs", "Onderwijs" },
	{ "corporatie", "Woningcorporatie" },
	{ "energieleverancier", "Energieleverancier" },
	{ "inwoner", "Inwoner" },
	{ "overig", "Iemand anders" },
	{ 0 },
};

static bool
is_one_of(const struct line_word *words, const char *value)
{
	for (; words->value != NULL; words++)
		if (strcmp(words->value, value) == 0)
			return true;
	return false;
}

const char *
line_payer_words(const char *value)
{
	for (const struct line_word *w = LINE_PAYERS; w->value != NULL; w++)
		if (strcmp(w->value, value) == 0)
			return w->words;
	return value;
}

/* The faults that are found, in the order of the form. */
struct faults {
	struct input_fault *list;
	size_t count;
};

static void
fault(struct faults *f, const char *field, const char *message)
{
	f->list[f->count++] = (struct input_fault){ field, message };
}

static bool
is_member(const char *id, const struct household_member *members, size_t count)
{
	if (strcmp(id, "HH") == 0)
		return true;
	for (size_t i = 0; i < count; i++)
		if (strcmp(members[i].id, id) == 0)
			return true;
	return false;
}

/* Sixty years in each unit: the most that the core accepts. */
static bool
is_too_long(const char *amount, const char *unit)
{
	static const struct {
		const char *unit;
		int64_t most;
	} LIMITS[] = { { "dag", 60 * 365 }, { "week", 60 * 52 },
		{ "maand", 60 * 12 }, { "jaar", 60 } };
	int64_t whole = 0;

	if (strchr(amount, '/') != NULL) {
		/* At most a million parts: only 1/1 and up could be too long. */
		int64_t top = 0, bottom = 0;
		const char *p = amount;

		for (; *p != '/'; p++)
			top = 10 * top + (*p - '0');
		for (p++; *p != '\0'; p++)
			bottom = 10 * bottom + (*p - '0');
		whole = (top + bottom - 1) / bottom;
	} else {
		const char *p = amount;

		for (; *p >= '0' && *p <= '9'; p++)
			whole = 10 * whole + (*p - '0');
		whole += *p == '.';
	}
	for (size_t i = 0; i < sizeof(LIMITS) / sizeof(LIMITS[0]); i++)
		if (strcmp(LIMITS[i].unit, unit) == 0)
			return whole > LIMITS[i].most;
	return true;
}

static void
read_duration(struct plan_line *out, struct faults *f, struct arena *a,
    const struct line_form *form)
{
	if (out->per != NULL && strcmp(out->per, "eenmalig") == 0)
		return;
	out->duur_aantal = input_quantity(a, form->duur_aantal);
	out->duur_eenheid = form->duur_eenheid;
	if (out->duur_aantal == NULL)
		fault(f, "duur_aantal",
		    "Vul in hoe lang het duurt, bijvoorbeeld 52.");
	if (!is_one_of(LINE_UNITS, form->duur_eenheid))
		fault(f, "duur_eenheid",
		    "Kies dagen, weken, maanden of jaar.");
	else if (out->duur_aantal != NULL &&
	    is_too_long(out->duur_aantal, form->duur_eenheid))
		fault(f, "duur_aantal", "Dit is langer dan 60 jaar. Kijk het "
					"getal na.");
}

static void
read_amount(struct plan_line *out, struct faults *f, struct arena *a,
    const struct line_form *form)
{
	out->hoeveelheid = input_quantity(a, form->hoeveelheid);
	if (out->hoeveelheid == NULL)
		fault(f, "hoeveelheid",
		    "Vul een getal boven 0 in, bijvoorbeeld 2 of 1,5. Schrijf "
		    "duizend zonder punt: 1000.");
	if (is_one_of(LINE_PER, form->per))
		out->per = form->per;
	else
		fault(f, "per",
		    "Kies eenmalig, per dag, week, maand of jaar.");
	read_duration(out, f, a, form);
}

static void
read_start(struct plan_line *out, struct faults *f, struct arena *a,
    const struct line_form *form)
{
	const char *typed = text_trim(a, form->start_maand);
	int64_t month = 1;

	if (*typed != '\0' && !form_parse_int(typed, 1, START_MAX, &month))
		fault(f, "start_maand",
		    "Vul een heel getal in van 1 tot en met 600. Maand 1 is "
		    "de eerste maand.");
	out->start_maand = (int)month;
}

static void
read_chance(struct plan_line *out, struct faults *f, struct arena *a,
    const struct line_form *form)
{
	const char *typed = text_trim(a, form->kans);

	if (*typed == '\0' || out->scenario != SCENARIO_DREIGEND)
		return;
	out->kans = input_chance(a, typed);
	if (out->kans == NULL)
		fault(f, "kans",
		    "Vul een percentage in van 0 tot en met 100, of laat het "
		    "leeg.");
}

/* Only what runs now can stop. */
static void
read_stop(struct plan_line *out, struct faults *f, struct arena *a,
    const struct line_form *form)
{
	const char *typed = text_trim(a, form->stopreden);

	if (*typed == '\0' || out->scenario != SCENARIO_HUIDIG)
		return;
	out->stopreden = typed;
	if (text_length(typed) > STOPREDEN_MAX)
		fault(f, "stopreden",
		    "Dit is te lang. Gebruik niet meer dan 200 tekens.");
}

/* What was not asked stays as it is. */
static void
read_extended(struct plan_line *out, struct faults *f,
    const struct line_form *form)
{
	if (form->verlengd == NULL || *form->verlengd == '\0')
		return;
	out->verlengde_jeugdhulp =
	    strcmp(form->verlengd, "ja") == 0 ? SIGN_YES : SIGN_NO;
	if (out->verlengde_jeugdhulp == SIGN_NO &&
	    strcmp(form->verlengd, "nee") != 0)
		fault(f, "verlengd", "Kies ja of nee.");
}

static void
copy_tariff(struct plan_line *out, struct arena *a, const struct tariff *t)
{
	out->code = t->code;
	out->omschrijving = t->omschrijving;
	if (out->omschrijving != NULL &&
	    text_length(out->omschrijving) > DESCRIPTION_MAX) {
		size_t n = DESCRIPTION_MAX;

		while (n > 0 && (out->omschrijving[n] & 0xC0) == 0x80)
			n--;
		out->omschrijving = arena_strndup(a, t->omschrijving, n);
	}
	out->domein = t->domein;
	out->wet = t->wet;
	out->aard = t->aard;
	out->tarief_eurocent = t->tarief_eurocent;
	out->eenheid = t->eenheid;
	out->zekerheid = t->zekerheid;
	out->kasstroom = t->kasstroom;
	out->prijspeil_jaar = t->prijspeil_jaar;
}

static void
read_payer(struct plan_line *out, struct faults *f, struct arena *a,
    const struct line_form *form)
{
	struct plan_payer *payer = arena_alloc(a, sizeof(*payer));

	payer->betaler = form->betaler;
	out->payers = payer;
	out->payer_count = 1;
	if (!is_one_of(LINE_PAYERS, form->betaler))
		fault(f, "betaler", "Kies wie betaalt.");
}

size_t
line_read(struct plan_line *out, struct input_fault *list, struct arena *a,
    const struct line_form *form, const struct tariff *tariff,
    const struct household_member *members, size_t member_count)
{
	struct faults f = { .list = list };

	*out = (struct plan_line){ .id = form->id,
		.persoon = form->persoon,
		.rol = "lopend",
		.scenario = scenario_by_name(form->scenario) };
	if (tariff == NULL)
		fault(&f, "tarief", "Kies een tarief uit de lijst.");
	else
		copy_tariff(out, a, tariff);
	if (!is_member(form->persoon, members, member_count))
		fault(&f, "persoon", "Kies voor wie het is.");
	read_amount(out, &f, a, form);
	read_start(out, &f, a, form);
	read_payer(out, &f, a, form);
	read_chance(out, &f, a, form);
	read_stop(out, &f, a, form);
	read_extended(out, &f, form);
	if (out->scenario == SCENARIO_DOORBRAAK) {
		out->rol = form->rol;
		if (strcmp(form->rol, "lopend") != 0 &&
		    strcmp(form->rol, "interventie") != 0)
			fault(&f, "rol",
			    "Kies of dit al liep, of er door het plan "
			    "bijkomt.");
	}
	return f.count;
}

const char *
line_words_told(struct arena *a, const struct quantity *q, const char *read)
{
	if (q->fault != NULL)
		return q->fault;
	if (strcmp(q->words, read) == 0)
		return NULL;
	return arena_printf(a, "Ik lees: %s. Klopt dat? Verstuur het dan nog "
			       "een keer.", q->words);
}

const char *
line_form_understand(struct arena *a, struct line_form *form)
{
	const char *typed = text_trim(a, form->woorden), *told;
	struct quantity q;
	int64_t years = 1;

	if (*typed == '\0')
		return NULL;
	if (text_length(typed) > QUANTITY_TEXT_MAX)
		return "Dit is te lang. Gebruik niet meer dan 200 tekens.";
	(void)form_parse_int(form->jaren, 1, 5, &years);
	q = quantity_read(a, typed, form->eenheid, (int)years);
	told = line_words_told(a, &q, form->gelezen);
	if (told == NULL || q.fault != NULL)
		return told;
	form->gelezen = q.words;
	form->hoeveelheid = input_dutch(a, q.hoeveelheid);
	form->per = q.per;
	form->duur_aantal =
	    q.duur_aantal == NULL ? "" : input_dutch(a, q.duur_aantal);
	if (q.duur_eenheid != NULL)
		form->duur_eenheid = q.duur_eenheid;
	form->start_maand = arena_printf(a, "%d", q.start_maand);
	return told;
}

struct line_form
line_defaults(struct arena *a, const struct tariff *t, enum scenario scenario,
    int horizon_jaren)
{
	static const struct {
		const char *per;
		int a_year;
	} LASTS[] = { { "dag", 365 }, { "week", 52 }, { "maand", 12 },
		{ "jaar", 1 } };
	struct line_form out = {
		.id = "",
		.scenario = scenario_name(scenario),
		.tarief = t->code,
		.persoon = "HH",
		.hoeveelheid = "1",
		.per = t->per_gebruikelijk,
		.duur_aantal = "",
		.duur_eenheid = "maand",
		.start_maand = "1",
		.betaler = t->betaler,
		.kans = "",
		.rol = "lopend",
		.stopreden = "",
		.verlengd = "",
		.prijs = "",
		.woorden = "",
		.gelezen = "",
		.eenheid = t->eenheid,
		.jaren = arena_printf(a, "%d", horizon_jaren),
	};

	for (size_t i = 0; i < sizeof(LASTS) / sizeof(LASTS[0]); i++)
		if (strcmp(LASTS[i].per, t->per_gebruikelijk) == 0) {
			out.duur_aantal = arena_printf(a, "%d",
			    LASTS[i].a_year * horizon_jaren);
			out.duur_eenheid = LASTS[i].per;
		}
	return out;
}

struct line_form
line_form_of(struct arena *a, const struct plan_line *line)
{
	return (struct line_form){
		.id = line->id,
		.scenario = scenario_name(line->scenario),
		.tarief = line->code,
		.persoon = line->persoon,
		.hoeveelheid = input_dutch(a, line->hoeveelheid),
		.per = line->per,
		.duur_aantal = line->duur_aantal == NULL ?
		    "" :
		    input_dutch(a, line->duur_aantal),
		.duur_eenheid =
		    line->duur_eenheid == NULL ? "maand" : line->duur_eenheid,
		.start_maand = arena_printf(a, "%d", line->start_maand),
		.betaler = line->payers[0].betaler,
		.kans = line->kans == NULL ? "" :
					     input_percent_of(a, line->kans),
		.rol = line->rol,
		.stopreden = line->stopreden == NULL ? "" : line->stopreden,
		.verlengd = line->verlengde_jeugdhulp == SIGN_NONE ? "" :
		    line->verlengde_jeugdhulp == SIGN_YES ? "ja" :
							    "nee",
		.prijs = "",
		.woorden = "",
		.gelezen = "",
		.eenheid = line->eenheid,
		.jaren = "1",
	};
}
