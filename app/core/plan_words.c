/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * plan_words.c - what a line says, so that somebody sees at once whether the
 * form was read as it was meant.
 */
#include "core/plan_words.h"

#include "base/text.h"
#include "core/plan_input.h"
#include "core/plan_line_form.h"

#include <string.h>

static bool
is(const char *a, const char *b)
{
	return strcmp(a, b) == 0;
}

static const char *
plural(const char *unit)
{
	static const char *const WORDS[][2] = {
		{ "dag", "dagen" },
		{ "week", "weken" },
		{ "maand", "maanden" },
		{ "etmaal", "etmalen" },
		{ "dagdeel", "dagdelen" },
		{ "stuk", "stuks" },
		{ "traject", "trajecten" },
	};

	for (size_t i = 0; i < sizeof(WORDS) / sizeof(WORDS[0]); i++)
		if (is(WORDS[i][0], unit))
			return WORDS[i][1];
	return unit; /* uur, jaar */
}

const char *
unit_words(const char *unit, bool is_one)
{
	return is_one ? unit : plural(unit);
}

/* "2 uur per week", "elke maand", "4 etmalen per dag". */
static const char *
how_much(struct arena *a, const struct plan_line *line)
{
	bool is_one = is(line->hoeveelheid, "1");
	const char *number = input_dutch(a, line->hoeveelheid);
	/* A price per month, once a month: not "1 maand per maand". */
	bool is_same = is(line->eenheid, line->per) ||
	    (is(line->eenheid, "etmaal") && is(line->per, "dag"));

	if (is(line->per, "eenmalig")) {
		if (is_one && (is(line->eenheid, "stuk") ||
				  is(line->eenheid, "traject")))
			return "eenmalig";
		return arena_printf(a, "eenmalig %s %s", number,
		    is_one ? line->eenheid : plural(line->eenheid));
	}
	if (is_same && is_one)
		return arena_printf(a, "%s %s",
		    is(line->per, "jaar") ? "elk" : "elke", line->per);
	if (is_same)
		return arena_printf(a, "%s keer per %s", number, line->per);
	return arena_printf(a, "%s %s per %s", number,
	    is_one ? line->eenheid : plural(line->eenheid), line->per);
}

/* "een jaar lang", "26 weken lang". */
static const char *
how_long(struct arena *a, const char *amount, const char *unit)
{
	static const char *const YEAR[][2] = { { "365", "dag" },
		{ "52", "week" }, { "12", "maand" }, { "1", "jaar" } };

	for (size_t i = 0; i < sizeof(YEAR) / sizeof(YEAR[0]); i++)
		if (is(amount, YEAR[i][0]) && is(unit, YEAR[i][1]))
			return "een jaar lang";
	return arena_printf(a, "%s %s lang", input_dutch(a, amount),
	    is(amount, "1") ? unit : plural(unit));
}

const char *
line_words(struct arena *a, const struct plan_line *line)
{
	const char *words = how_much(a, line);

	if (line->duur_aantal == NULL)
		words = arena_printf(a, "%s, in maand %d", words,
		    line->start_maand);
	else
		words = arena_printf(a, "%s, %s, vanaf maand %d", words,
		    how_long(a, line->duur_aantal, line->duur_eenheid),
		    line->start_maand);
	if (line->kans != NULL)
		words = strchr(line->kans, '/') != NULL ?
		    arena_printf(a, "%s, kans %s", words, line->kans) :
		    arena_printf(a, "%s, kans %s %%", words,
			input_percent_of(a, line->kans));
	return line->verlengde_jeugdhulp == SIGN_YES ?
	    arena_printf(a, "%s, als verlengde jeugdhulp", words) :
	    words;
}

const char *
person_words(const char *id, const struct household_member *members,
    size_t member_count)
{
	if (is(id, "HH"))
		return "het hele huishouden";
	for (size_t i = 0; i < member_count; i++)
		if (is(members[i].id, id))
			return members[i].name;
	return id;
}

const char *
line_sentences(struct arena *a, const struct plan_line *line,
    const struct household_member *members, size_t member_count)
{
	char *words = arena_printf(a, "%s. Voor %s. %s betaalt.",
	    line_words(a, line),
	    person_words(line->persoon, members, member_count),
	    line_payer_words(line->payers[0].betaler));

	if (*words >= 'a' && *words <= 'z')
		*words = (char)(*words - 'a' + 'A');
	return line->stopreden == NULL ?
	    words :
	    arena_printf(a, "%s Stopt, want: %s", words, line->stopreden);
}

const char *
action_words(struct arena *a, const struct plan_action *action)
{
	return arena_printf(a, "%s\n%s · %s", action->wat, action->wie,
	    action->wanneer);
}

const char *
tariff_words(struct arena *a, int64_t cents, const char *eenheid)
{
	return arena_printf(a, "%s per %s", text_euro(a, cents), eenheid);
}

const char *
certainty_words(const char *zekerheid)
{
	if (is(zekerheid, "official"))
		return "officieel bedrag";
	if (is(zekerheid, "published"))
		return "gepubliceerd bedrag";
	return "oefenbedrag";
}

const char *
argument_words(struct arena *a, const struct plan_article *article)
{
	static const char *const LEAD[ARGUMENT_PARTS] = {
	    "Hindernis", "Ruimte", "Afweging"};
	const char *words = "";

	for (int i = 0; i < ARGUMENT_PARTS; i++)
		if (!text_is_blank(article->part[i]))
			words = arena_printf(a, "%s%s%s: %s", words,
			    *words == '\0' ? "" : "\n", LEAD[i],
			    article->part[i]);
	return words;
}
