/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * law_input.c - the rules of a local article. What is written here is read by
 * everybody of the organisation, so it passes the detector of identifiers.
 */
#include "core/law_input.h"

#include "base/text.h"
#include "core/law.h"
#include "core/privacy.h"

#include <stdio.h>
#include <string.h>

enum { PHRASES_MAX = 12, PHRASE_MAX = 160, YEAR_LEAST = 1800 };

static const struct {
	const char *name;
	size_t most; /* characters; 0: a word of a list, or a date */
	const char *empty;
} FIELDS[LAW_FIELD_COUNT] = {
    [LAW_SOORT] = {"soort", 0, NULL},
    [LAW_REGELING] = {"regeling", 160,
	"Vul in hoe de verordening of beleidsregel heet."},
    [LAW_ARTIKEL] = {"artikel", 40, "Vul het nummer van het artikel in."},
    [LAW_KERNZIN] = {"kernzin", 400, "Zeg in één zin wat het artikel regelt."},
    [LAW_WANNEER] = {"wanneer", 600, "Schrijf op wanneer het helpt."},
    [LAW_HELPT_NIET] = {"helpt_niet", 600,
	"Schrijf op wanneer het niet helpt."},
    [LAW_HINDERNISSEN] = {"hindernissen", 2000,
	"Schrijf minstens één zin op die mensen zeggen."},
    [LAW_DOMEIN] = {"domein", 0, NULL},
    [LAW_LINK] = {"link", 400, NULL},
    [LAW_STAND] = {"stand", 0, NULL},
};

const char *
law_field_name(enum law_field f)
{
	return FIELDS[f].name;
}

static bool
is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* A day that exists, as yyyy-mm-dd; or NULL. */
static const char *
read_date(struct arena *a, const char *text)
{
	static const int DAYS[] = {
	    31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int year, month, day, end = 0;

	if (sscanf(text, "%4d-%2d-%2d%n", &year, &month, &day, &end) != 3 ||
	    text[end] != '\0') {
		end = 0;
		if (sscanf(text, "%2d-%2d-%4d%n", &day, &month, &year, &end) !=
			3 ||
		    text[end] != '\0')
			return NULL;
	}
	if (year < YEAR_LEAST || month < 1 || month > 12 || day < 1 ||
	    day > DAYS[month - 1] + (month == 2 && is_leap(year)))
		return NULL;
	return arena_printf(a, "%04d-%02d-%02d", year, month, day);
}

static const char *
text_fault(struct arena *a, enum law_field f, const char *text)
{
	struct privacy_find found;

	if (*text == '\0')
		return FIELDS[f].empty;
	if (text_length(text) > FIELDS[f].most)
		return arena_printf(a,
		    "Dit is te lang. Maak het korter dan %zu tekens.",
		    FIELDS[f].most);
	if (f != LAW_LINK && privacy_stops(&found, text))
		return arena_printf(a, "‘%.*s’ lijkt %s. %s", (int)found.len,
		    text + found.at, privacy_what(found.kind),
		    privacy_remedy(found.kind));
	return NULL;
}

static const char *
word_fault(
    struct law_input *in, struct arena *a, enum law_field f, const char *today)
{
	const char *text = in->text[f];

	if (f == LAW_SOORT)
		return strcmp(text, "verordening") == 0 ||
			       strcmp(text, "beleidsregel") == 0
			   ? NULL
			   : "Kies verordening of beleidsregel.";
	if (f == LAW_DOMEIN)
		return law_theme_at(LAW_DOMAINS, LAW_DOMAIN_COUNT, text) < 0
			   ? "Kies waar het over gaat."
			   : NULL;
	in->stand = read_date(a, text);
	if (in->stand == NULL)
		return "Vul een dag in die bestaat, zoals 1-7-2026.";
	return strcmp(in->stand, today) > 0
		   ? "Deze dag moet nog komen. Van welke dag is de tekst?"
		   : NULL;
}

static const char *
link_fault(const char *text)
{
	bool is_web = strncmp(text, "https://", 8) == 0 && text[8] != '\0' &&
		      strpbrk(text, " \"<>\\") == NULL;

	return *text == '\0' || is_web
		   ? NULL
		   : "Begin met https:// en laat spaties weg.";
}

/* "Dit is …\n\n…": its lines, without what is blank. */
static const char *
read_phrases(struct law_input *in, struct arena *a)
{
	char *rest = arena_strdup(a, in->text[LAW_HINDERNISSEN]), *line;
	const char **list = arena_array(a, PHRASES_MAX, sizeof(*list));

	in->phrases = list;
	while ((line = strtok_r(rest, "\r\n", &rest)) != NULL) {
		if (text_is_blank(line))
			continue;
		line = text_trim(a, line);
		if (text_length(line) > PHRASE_MAX)
			return "Maak elke zin korter dan 160 tekens.";
		if (in->phrase_count == PHRASES_MAX)
			return "Niet meer dan twaalf zinnen.";
		list[in->phrase_count++] = line;
	}
	return NULL;
}

bool
law_input_check(struct law_input *in, struct arena *a, const char *today)
{
	bool is_good = true;

	in->phrase_count = 0;
	for (int i = 0; i < LAW_FIELD_COUNT; i++) {
		enum law_field f = (enum law_field)i;

		in->error[f] = FIELDS[f].most == 0
				   ? word_fault(in, a, f, today)
				   : text_fault(a, f, in->text[f]);
	}
	if (in->error[LAW_LINK] == NULL)
		in->error[LAW_LINK] = link_fault(in->text[LAW_LINK]);
	if (in->error[LAW_HINDERNISSEN] == NULL)
		in->error[LAW_HINDERNISSEN] = read_phrases(in, a);
	for (int i = 0; i < LAW_FIELD_COUNT; i++)
		is_good = is_good && in->error[i] == NULL;
	return is_good;
}
