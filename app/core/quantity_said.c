/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * quantity_said.c - what the words of a quantity say, from left to right.
 *
 * Nothing is guessed: a word that is not known and two numbers for one thing
 * are told. Small words that carry nothing ("lang", "voor") are passed over.
 */
#include "core/quantity_said.h"

#include <string.h>

enum { MONTH_MAX = 600 };

struct reader {
	struct arena *arena;
	const struct token *at;
	struct said said;
	const char *example;
};

static bool
is(const struct token *t, const char *word)
{
	return strcmp(t->text, word) == 0;
}

static bool
is_any(const struct token *t, const char *words)
{
	size_t n = strlen(t->text);
	const char *at = words;

	while (n > 0 && (at = strstr(at, t->text)) != NULL) {
		if ((at == words || at[-1] == ' ') &&
		    (at[n] == ' ' || at[n] == '\0'))
			return true;
		at++;
	}
	return false;
}

static bool
is_period(const struct token *t)
{
	return t->noun >= NOUN_DAY && t->noun <= NOUN_YEAR;
}

/* The first fault is told: the rest often follows from it. */
static void
fault(struct reader *r, const char *text)
{
	if (r->said.fault == NULL)
		r->said.fault = arena_printf(r->arena,
		    "%s Schrijf bijvoorbeeld: ‘%s’.", text, r->example);
}

static void
set(struct reader *r, struct parts *what, struct parts value, const char *name)
{
	if (what->bottom != 0)
		fault(r, arena_printf(r->arena,
			     "Ik lees twee keer %s. Houd er één.", name));
	*what = value;
	if (value.bottom == 0)
		fault(r, "Dit getal is te groot.");
}

/* "twee", "1,5", "een half", "twee en een half"; bottom 0: no number. */
static struct parts
take_number(struct reader *r)
{
	const struct token *t = r->at;
	struct parts n = t->number;

	if (n.bottom == 0 || t->noun != NOUN_NONE)
		return t->noun != NOUN_NONE ? (struct parts){0, 0} : n;
	t++;
	if (parts_is(n, 1) && t->number.bottom != 0 && t->noun == NOUN_NONE)
		n = (t++)->number; /* "een half", "een hele" */
	else if (is(t, "en") && is(t + 1, "een") && is_any(t + 2, "half halve"))
		n = parts_plus(n, parts_of(1, 2)), t += 3;
	else if (is(t, "en") && is_any(t + 1, "half halve"))
		n = parts_plus(n, parts_of(1, 2)), t += 2;
	r->at = t;
	return n;
}

static void
take_every(struct reader *r, struct parts number, struct parts otherwise)
{
	const struct token *t = r->at++;

	if (number.bottom == 0)
		number = otherwise;
	set(r, &r->said.every, parts_times(number, t->size), "hoe vaak");
	r->said.every_noun = t->noun;
}

/* "per week", "elke twee weken", "om de week"; the word before is at `at`. */
static bool
take_often(struct reader *r)
{
	static const char *const ALONE[][2] = {{"dagelijks", "dag"},
	    {"wekelijks", "week"}, {"maandelijks", "maand"},
	    {"jaarlijks", "jaar"}};
	const struct token *from = r->at;
	struct parts otherwise = parts_of(1, 1), number;

	for (size_t i = 0; i < 4; i++)
		if (is(from, ALONE[i][0])) {
			set(r, &r->said.every, otherwise, "hoe vaak");
			r->said.every_noun = (enum noun)(NOUN_DAY + i);
			r->at++;
			return true;
		}
	if (is(from, "om") && is(from + 1, "de")) {
		otherwise = parts_of(2, 1);
		r->at++;
	} else if (!is_any(from, "per elke elk iedere ieder")) {
		return false;
	}
	r->at++;
	if (is(r->at, "werkdag") || is(r->at, "weekend")) {
		set(r, &r->said.every,
		    parts_of(1, is(r->at, "werkdag") ? 5 : 1), "hoe vaak");
		r->said.every_noun = NOUN_WEEK;
		r->at++;
		return true;
	}
	number = take_number(r);
	if (is_any(r->at, "persoon kind"))
		r->at++; /* "per persoon": the number of persons says it */
	else if (is_period(r->at))
		take_every(r, number, otherwise);
	else
		r->at = from;
	return r->at != from;
}

static int
take_month(struct reader *r)
{
	struct parts n;

	if (is(r->at, "maand"))
		r->at++;
	n = take_number(r);
	if (n.bottom == 1 && n.top >= 1 && n.top <= MONTH_MAX)
		return (int)n.top;
	fault(r, "Ik weet niet welke maand je bedoelt. Maand 1 is de eerste.");
	return 1;
}

/* "tot en met maand 12", "t/m 12"; "tot maand 7" ends with month 6. */
static bool
take_until(struct reader *r)
{
	const struct token *t = r->at;
	bool is_with = true;

	if (is_any(t, "t/m tm"))
		r->at += 1;
	else if (is(t, "tot") && is(t + 1, "en") && is(t + 2, "met"))
		r->at += 3;
	else if (is(t, "tot") && is_any(t + 1, "het eind einde"))
		r->at += 1;
	else if (is(t, "tot") && is(t + 1, "maand"))
		r->at += 1, is_with = false;
	else
		return false;
	if (is(r->at, "het") || is(r->at, "eind") || is(r->at, "einde")) {
		while (is_any(r->at, "het eind einde van jaar"))
			r->at++;
		return true; /* the horizon says when that is */
	}
	r->said.last_month = take_month(r) - !is_with;
	return true;
}

static bool
take_months(struct reader *r)
{
	const struct token *from = r->at;

	if (take_until(r))
		return true;
	if (is_any(from, "vanaf van in sinds"))
		r->at++;
	if (!is(r->at, "maand") || r->at[1].number.bottom == 0) {
		r->at = from;
		return false;
	}
	r->said.first_month = take_month(r);
	if (!take_until(r) && is(from, "in"))
		r->said.is_in_month = true;
	return true;
}

/* "het tweede half jaar" */
static bool
take_half_year(struct reader *r)
{
	bool is_first = is(r->at, "eerste");
	size_t n = is(r->at + 1, "halfjaar")			    ? 2
		   : is(r->at + 1, "half") && is(r->at + 2, "jaar") ? 3
								    : 0;

	if (n == 0 || (!is_first && !is(r->at, "tweede")))
		return false;
	r->said.first_month = is_first ? 1 : 7;
	r->said.last_month = is_first ? 6 : 12;
	r->at += n;
	return true;
}

static void
take_amount(struct reader *r, struct parts number, bool is_more)
{
	const struct token *t = r->at++;

	number = parts_times(number, t->size);
	if (is_more && r->said.amount_noun == t->noun)
		r->said.amount = parts_plus(r->said.amount, number);
	else
		set(r, &r->said.amount, number, "een aantal");
	r->said.amount_noun = t->noun;
}

/* A number and what it counts. */
static bool
take_counted(struct reader *r)
{
	const struct token *from = r->at;
	bool is_more = is(from, "en");
	struct parts n;

	if (is_more)
		r->at++;
	n = take_number(r);
	if (n.bottom == 0 && is_any(r->at, "uur kwartier halfuur halfjaar"))
		n = parts_of(1, 1); /* "per week een uur", "halfuur" */
	if (n.bottom == 0) {
		r->at = from;
		return false;
	}
	if (r->at->noun == NOUN_TIMES) {
		set(r, &r->said.times, n, "hoeveel keer");
		r->at++;
	} else if (r->at->noun == NOUN_PERSON) {
		set(r, &r->said.persons, n, "hoeveel personen");
		r->at++;
	} else if (is_period(r->at) && !is(r->at + 1, "per")) {
		set(r, &r->said.lasts, parts_times(n, r->at->size), "hoe lang");
		r->said.lasts_noun = r->at->noun;
		r->at++;
	} else if (r->at->noun != NOUN_NONE) {
		take_amount(r, n, is_more);
	} else {
		set(r, &r->said.amount, n, "een aantal");
	}
	return true;
}

static bool
take_other(struct reader *r)
{
	const struct token *t = r->at;

	if (is_any(t, "eenmalig ineens")) {
		r->said.is_once = true;
		r->at++;
		return true;
	}
	if (is_any(t, "daarna dan vervolgens eerst")) {
		fault(r, "Dit zijn twee perioden na elkaar. Maak van de tweede "
			 "een nieuwe regel.");
		r->at++;
		return true;
	}
	if (strncmp(t->text, "€", strlen("€")) == 0 || is_any(t, "euro eur")) {
		fault(r,
		    "De prijs staat al in de tabel. Zeg hier alleen hoeveel "
		    "en hoe lang.");
		r->at++;
		return true;
	}
	if (is_any(t, "lang de het voor en steeds telkens gedurende is "
		      "met samen van te eerste")) {
		r->at++;
		return true;
	}
	return false;
}

static void
read_all(struct reader *r)
{
	while (*r->at->text != '\0' && r->said.fault == NULL)
		if (!take_often(r) && !take_months(r) && !take_half_year(r) &&
		    !take_counted(r) && !take_other(r))
			fault(r, arena_printf(r->arena, "Ik begrijp ‘%s’ niet.",
				     r->at->text));
}

struct said
said_read(struct arena *a, const char *text, const char *example)
{
	struct token tokens[TOKENS_MAX + 3] = {0};
	struct reader r = {.arena = a, .at = tokens, .example = example};

	tokens[TOKENS_MAX + 1].text = tokens[TOKENS_MAX + 2].text = "";
	for (size_t i = 0; i < TOKENS_MAX; i++)
		tokens[i].text = "";
	if (!tokens_of(tokens, a, text))
		fault(&r, "Dit is te lang.");
	else
		read_all(&r);
	return r.said;
}
