/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * signal_words.c - names of remarks, short enough for a heading.
 */
#include "core/signal_words.h"

#include <string.h>

static const struct {
	const char *code, *kind;
} KINDS[] = {
	{ "E3", "Kan dit?" },
	{ "W1", "Vergeten?" },
	{ "W2", "Dubbel geteld?" },
	{ "W3", "Al 18 jaar?" },
	{ "W4", "Dubbel geteld?" },
	{ "W5", "Wie betaalt er mee?" },
	{ "W6", "Te somber?" },
	{ "W7", "Oefentarieven" },
	{ "W8", "Prijzen van toen" },
	{ "W10", "Goedkoper als het misgaat?" },
	{ "W11", "Geld dat verschuift" },
	{ "W12", "En als het niet lukt?" },
};

bool
signal_words_knows(const char *code)
{
	for (size_t i = 0; i < sizeof(KINDS) / sizeof(KINDS[0]); i++)
		if (strcmp(KINDS[i].code, code) == 0)
			return true;
	return false;
}

const char *
signal_words_kind(const char *code)
{
	for (size_t i = 0; i < sizeof(KINDS) / sizeof(KINDS[0]); i++)
		if (strcmp(KINDS[i].code, code) == 0)
			return KINDS[i].kind;
	return "Let op";
}

bool
signal_words_is_about_lines(const char *code)
{
	return strcmp(code, "W12") != 0;
}
