/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * json_uit.c - writes JSON straight to a stream, without building it first.
 */
#include "calc/programma/json_uit.h"

#include <inttypes.h>

static void
nieuwe_regel(const struct json_uit *u)
{
	int i;

	if (u->op_een_regel)
		return;
	fputc_unlocked('\n', u->f);
	for (i = 0; i < u->diepte; i++)
		fputc_unlocked(' ', u->f);
}

static void
citaat(const struct json_uit *u, const char *tekst)
{
	const char *begin = tekst;

	fputc_unlocked('"', u->f);
	for (; *tekst; tekst++) {
		unsigned char c = (unsigned char)*tekst;

		if (c >= 0x20 && c != '"' && c != '\\')
			continue;
		fwrite_unlocked(begin, 1, (size_t)(tekst - begin), u->f);
		begin = tekst + 1;
		if (c < 0x20)
			(void)fprintf(u->f, "\\u%04x", (unsigned)c);
		else
			(void)fprintf(u->f, "\\%c", c);
	}
	fwrite_unlocked(begin, 1, (size_t)(tekst - begin), u->f);
	fputc_unlocked('"', u->f);
}

/* The comma, the line and the key before any value. */
static void
voor(struct json_uit *u, const char *sleutel)
{
	if (u->vervolg)
		fputc_unlocked(',', u->f);
	if (u->diepte > 0)
		nieuwe_regel(u);
	if (sleutel) {
		citaat(u, sleutel);
		fputs_unlocked(u->op_een_regel ? ":" : ": ", u->f);
	}
	u->vervolg = true;
}

void
json_begin(struct json_uit *u, const char *sleutel, char soort)
{
	voor(u, sleutel);
	fputc_unlocked(soort, u->f);
	u->diepte++;
	u->vervolg = false;
}

void
json_eind(struct json_uit *u, char soort)
{
	u->diepte--;
	if (u->vervolg)
		nieuwe_regel(u);
	fputc_unlocked(soort, u->f);
	u->vervolg = true;
}

void
json_tekst(struct json_uit *u, const char *sleutel, const char *tekst)
{
	if (!tekst) {
		json_niets(u, sleutel);
		return;
	}
	voor(u, sleutel);
	citaat(u, tekst);
}

void
json_getal(struct json_uit *u, const char *sleutel, int64_t waarde)
{
	voor(u, sleutel);
	(void)fprintf(u->f, "%" PRId64, waarde);
}

void
json_niets(struct json_uit *u, const char *sleutel)
{
	voor(u, sleutel);
	fputs_unlocked("null", u->f);
}

void
json_klaar(struct json_uit *u)
{
	fputc_unlocked('\n', u->f);
	u->vervolg = false;
}
