/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * json_invoer.c - documents from a file or standard input.
 *
 * The buffer grows to the limit and no further, so a line without an end
 * cannot take the memory of the machine.
 */
#include "calc/programma/json_invoer.h"

#include <stdlib.h>
#include <string.h>

#include "calc/geheugen.h"

enum { HAP = 64 * 1024 };

/* Reads more behind eind. False when nothing came. */
static bool
lees_bij(struct json_invoer *in)
{
	size_t n;

	if (in->op)
		return false;
	if (in->begin > 0) {
		memmove(
		    in->buffer, in->buffer + in->begin, in->eind - in->begin);
		in->eind -= in->begin;
		in->begin = 0;
	}
	if (in->ruimte - in->eind < HAP) {
		in->ruimte = in->ruimte * 2 + HAP;
		in->buffer = realloc(in->buffer, in->ruimte);
		if (!in->buffer)
			abort();
	}
	n = fread(in->buffer + in->eind, 1, HAP, in->bron);
	in->eind += n;
	in->op = n == 0;
	return n > 0;
}

/* Throws away up to and including the next line end. */
static void
sla_regel_over(struct json_invoer *in)
{
	char *eind;

	do {
		eind = in->eind > in->begin ? memchr(in->buffer + in->begin,
						  '\n', in->eind - in->begin)
					    : NULL;
		in->begin = eind ? (size_t)(eind - in->buffer) + 1 : in->eind;
	} while (!eind && lees_bij(in));
}

static enum json_gelezen
volgende(struct json_invoer *in, const char **tekst, size_t *lengte)
{
	size_t bekeken = 0;
	char *eind = NULL;

	for (;;) {
		if (in->eind - in->begin > bekeken)
			eind = memchr(in->buffer + in->begin + bekeken, '\n',
			    in->eind - in->begin - bekeken);
		bekeken = in->eind - in->begin;
		if (eind || bekeken > in->limiet || !lees_bij(in))
			break;
	}
	if (ferror(in->bron))
		return JSON_LEESFOUT;
	if (!eind && bekeken == 0)
		return JSON_EINDE;
	in->regel++;
	*tekst = in->buffer + in->begin;
	*lengte = eind ? (size_t)(eind - *tekst) : bekeken;
	if (*lengte > in->limiet) {
		sla_regel_over(in);
		return JSON_TE_GROOT;
	}
	in->begin += *lengte + (eind ? 1 : 0);
	return JSON_DOCUMENT;
}

static bool
is_leeg(const char *tekst, size_t lengte)
{
	size_t i;

	for (i = 0; i < lengte; i++)
		if (!strchr(" \t\r", tekst[i]) || tekst[i] == '\0')
			return false;
	return true;
}

enum json_gelezen
json_invoer_regel(struct json_invoer *in, const char **tekst, size_t *lengte)
{
	enum json_gelezen gelezen;

	do
		gelezen = volgende(in, tekst, lengte);
	while (gelezen == JSON_DOCUMENT && is_leeg(*tekst, *lengte));
	return gelezen;
}

enum json_gelezen
json_invoer_alles(struct json_invoer *in, const char **tekst, size_t *lengte)
{
	while (in->eind <= in->limiet && lees_bij(in))
		;
	if (ferror(in->bron))
		return JSON_LEESFOUT;
	if (in->eind > in->limiet)
		return JSON_TE_GROOT;
	*tekst = in->buffer ? in->buffer : "";
	*lengte = in->eind;
	in->regel = 1;
	return JSON_DOCUMENT;
}

void
json_invoer_sluit(struct json_invoer *in)
{
	free(in->buffer);
	in->buffer = NULL;
}

/* What went wrong, in Dutch. */
static const char *
leg_uit(const json_error_t *fout)
{
	switch (json_error_code(fout)) {
	case json_error_invalid_utf8:
		return "geen geldige UTF-8";
	case json_error_premature_end_of_input:
		return "het document houdt te vroeg op";
	case json_error_end_of_input_expected:
		return "er staat nog iets na het einde van het document";
	case json_error_null_character:
	case json_error_null_byte_in_key:
		return "een nulteken mag niet in tekst";
	case json_error_duplicate_key:
		return "dubbele sleutel";
	case json_error_numeric_overflow:
		return "getal te groot";
	case json_error_stack_overflow:
		return "te diep genest";
	default:
		return "geen geldige JSON";
	}
}

json_t *
json_ontleed(struct rk_fouten *fouten, const struct rk_memory *m,
    const char *tekst, size_t lengte, long eerste_regel)
{
	json_error_t fout;
	json_t *uit = json_loadb(tekst, lengte, JSON_REJECT_DUPLICATES, &fout);
	long regel;

	*fouten = (struct rk_fouten){0};
	if (uit)
		return uit;
	regel = eerste_regel + (fout.line > 0 ? fout.line - 1 : 0);
	fouten->lijst =
	    rk_groei(m, NULL, 0, &fouten->ruimte, sizeof(*fouten->lijst));
	fouten->lijst[fouten->aantal++] = (struct rk_fout){
	    rk_tekst(m, "%ld:%d", regel, fout.column > 0 ? fout.column : 1),
	    leg_uit(&fout), -1, -1, ""};
	return NULL;
}
