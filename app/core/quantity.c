/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * quantity.c - from a quantity in words to the fields of a line.
 *
 * What the words say (quantity_said.h) gets its meaning from the tariff:
 * "120 dagen" is how long for a price per night, and asks "hoe vaak?" for one
 * per hour. Nothing is guessed; what is missing is asked with an example.
 */
#include "core/quantity.h"

#include "base/text.h"
#include "core/plan_input.h"
#include "core/plan_words.h"
#include "core/quantity_said.h"

#include <string.h>

struct maker {
	struct arena *arena;
	const struct said *said;
	const char *eenheid, *example;
	enum noun unit;
	int horizon_jaren;
	struct parts amount, lasts;
	enum noun per, lasts_noun; /* per: NOUN_NONE when eenmalig */
	struct quantity out;
};

/* How many of a period go in a year, as the calculation core counts. */
static int
in_a_year(enum noun period)
{
	static const int COUNT[] = {365, 52, 12, 1};

	return COUNT[period - NOUN_DAY];
}

static const char *
period_name(enum noun period)
{
	static const char *const NAMES[] = {"dag", "week", "maand", "jaar"};

	return NAMES[period - NOUN_DAY];
}

static bool
is_period(enum noun noun)
{
	return noun >= NOUN_DAY && noun <= NOUN_YEAR;
}

/* What the tariff counts; NOUN_NONE for a unit that nobody names. */
static enum noun
noun_of(const char *eenheid)
{
	static const struct {
		const char *name;
		enum noun noun;
	} UNITS[] = {{"uur", NOUN_HOUR}, {"dagdeel", NOUN_PART},
	    {"etmaal", NOUN_DAY}, {"dag", NOUN_DAY}, {"week", NOUN_WEEK},
	    {"maand", NOUN_MONTH}, {"jaar", NOUN_YEAR}, {"stuk", NOUN_PIECE},
	    {"traject", NOUN_PIECE}};

	for (size_t i = 0; i < sizeof(UNITS) / sizeof(UNITS[0]); i++)
		if (strcmp(UNITS[i].name, eenheid) == 0)
			return UNITS[i].noun;
	return NOUN_NONE;
}

const char *
quantity_example(const char *eenheid)
{
	enum noun unit = noun_of(eenheid);

	if (unit == NOUN_HOUR)
		return "2 uur per week, 26 weken";
	if (unit == NOUN_PART)
		return "2 dagdelen per week, een half jaar";
	if (unit == NOUN_DAY)
		return "120 dagen voor 4 personen";
	if (unit == NOUN_WEEK)
		return "elke week, 26 weken";
	if (unit == NOUN_MONTH)
		return "elke maand, vanaf maand 3 tot en met maand 12";
	return unit == NOUN_YEAR ? "elk jaar" : "eenmalig, in maand 2";
}

static void
fault(struct maker *m, const char *text)
{
	if (m->out.fault == NULL)
		m->out.fault = arena_printf(m->arena,
		    "%s Schrijf bijvoorbeeld: ‘%s’.", text, m->example);
}

static void
check_unit(struct maker *m)
{
	const struct said *s = m->said;

	if (s->amount.bottom != 0 && s->amount_noun != NOUN_NONE &&
	    m->unit != NOUN_NONE && s->amount_noun != m->unit)
		fault(m, arena_printf(m->arena,
			     "Dit tarief is per %s, en je telt iets anders.",
			     m->eenheid));
	if (s->is_once && (s->every.bottom != 0 || s->lasts.bottom != 0))
		fault(m, "Ik lees ‘eenmalig’, en ook hoe vaak of hoe lang.");
	if (s->lasts.bottom != 0 && s->last_month != 0)
		fault(m, "Ik lees twee keer hoe lang. Houd er één.");
}

/* Hours and parts of a day are never "one" of themselves. */
static void
need_amount(struct maker *m)
{
	if (m->said->amount.bottom != 0)
		return;
	if (m->unit == NOUN_HOUR)
		fault(m, "Hoeveel uur is het?");
	else if (m->unit == NOUN_PART)
		fault(m, "Hoeveel dagdelen zijn het?");
}

static void
find_rhythm(struct maker *m)
{
	const struct said *s = m->said;
	const struct parts one = parts_of(1, 1);
	bool is_open = s->first_month != 0 && !s->is_in_month && !s->is_once;

	m->amount = parts_times(s->amount.bottom != 0 ? s->amount : one,
	    parts_times(s->times.bottom != 0 ? s->times : one,
		s->persons.bottom != 0 ? s->persons : one));
	need_amount(m);
	if (s->every.bottom != 0) {
		m->amount = parts_over(m->amount, s->every);
		m->per = s->every_noun;
	} else if (s->lasts.bottom != 0 || s->last_month != 0 || is_open) {
		if (is_period(m->unit))
			m->per = m->unit;
		else
			fault(m, "Hoe vaak is het?");
	} else if (s->amount.bottom == 0 && s->times.bottom == 0 &&
		   s->persons.bottom == 0 && !s->is_once && !s->is_in_month) {
		fault(m, "Hoeveel is het, hoe vaak en hoe lang?");
	}
}

/* Years become the period of the rhythm: "een half jaar" is 26 weeks. */
static void
find_years(struct maker *m, struct parts years)
{
	enum noun to = m->per;

	if (to == NOUN_YEAR && years.bottom != 1)
		to = NOUN_MONTH;
	m->lasts = parts_times(years, parts_of(in_a_year(to), 1));
	m->lasts_noun = to;
}

static void
find_months(struct maker *m, int months)
{
	m->lasts = parts_of(months, 1);
	m->lasts_noun = NOUN_MONTH;
	if (months < 1)
		fault(m,
		    "De eerste maand ligt na de laatste, of na het einde van "
		    "je rekensom.");
}

static void
find_duration(struct maker *m)
{
	const struct said *s = m->said;
	int first = s->first_month != 0 ? s->first_month : 1;

	if (s->lasts.bottom != 0 && s->lasts_noun == NOUN_YEAR) {
		find_years(m, s->lasts);
	} else if (s->lasts.bottom != 0) {
		m->lasts = s->lasts;
		m->lasts_noun = s->lasts_noun;
	} else if (s->last_month != 0) {
		find_months(m, s->last_month - first + 1);
	} else if (s->is_in_month) {
		find_months(m, 1);
	} else if (first == 1) {
		find_years(m, parts_of(m->horizon_jaren, 1));
	} else {
		find_months(m, 12 * m->horizon_jaren - first + 1);
	}
}

/* ": dat is 52 uur"; "" when it has no end or says nothing new. */
static const char *
total_words(struct maker *m)
{
	struct parts total;
	const char *number, *about = "";

	if (m->per == NOUN_NONE)
		return "";
	total = parts_times(m->amount,
	    parts_over(parts_times(m->lasts, parts_of(in_a_year(m->per), 1)),
		parts_of(in_a_year(m->lasts_noun), 1)));
	if (total.bottom == 0)
		return "";
	if (1000 % total.bottom != 0) {
		total = parts_of(
		    (10 * total.top + total.bottom / 2) / total.bottom, 10);
		about = "ongeveer ";
	}
	number = parts_text(m->arena, total);
	if (number == NULL)
		return "";
	return arena_printf(m->arena, ": dat is %s%s %s", about,
	    input_dutch(m->arena, number),
	    unit_words(m->eenheid, parts_is(total, 1)));
}

static void
say(struct maker *m)
{
	struct plan_line line = {.hoeveelheid = m->out.hoeveelheid,
	    .per = m->out.per,
	    .eenheid = m->eenheid,
	    .duur_aantal = m->out.duur_aantal,
	    .duur_eenheid = m->out.duur_eenheid,
	    .start_maand = m->out.start_maand};

	m->out.words = arena_printf(
	    m->arena, "%s%s", line_words(m->arena, &line), total_words(m));
}

struct quantity
quantity_read(
    struct arena *a, const char *text, const char *eenheid, int horizon_jaren)
{
	const char *example = quantity_example(eenheid);
	struct said said = said_read(a, text, example);
	struct maker m = {.arena = a,
	    .said = &said,
	    .eenheid = eenheid,
	    .example = example,
	    .unit = noun_of(eenheid),
	    .horizon_jaren = horizon_jaren,
	    .out.fault = said.fault};

	if (m.out.fault == NULL)
		check_unit(&m);
	if (m.out.fault == NULL)
		find_rhythm(&m);
	if (m.out.fault == NULL && m.per != NOUN_NONE)
		find_duration(&m);
	if (m.out.fault != NULL)
		return m.out;
	m.out.start_maand = said.first_month != 0 ? said.first_month : 1;
	m.out.hoeveelheid = parts_text(a, m.amount);
	m.out.per = m.per == NOUN_NONE ? "eenmalig" : period_name(m.per);
	if (m.per != NOUN_NONE) {
		m.out.duur_aantal = parts_text(a, m.lasts);
		m.out.duur_eenheid = period_name(m.lasts_noun);
	}
	if (m.out.hoeveelheid == NULL ||
	    (m.per != NOUN_NONE && m.out.duur_aantal == NULL))
		fault(&m, "Dit getal is te groot of te klein.");
	else
		say(&m);
	return m.out;
}
