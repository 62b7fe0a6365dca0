/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * uitleg_tekst.c - an explanation as text.
 *
 * First the path and what the figure is, then numbered steps: a sentence, the
 * sum in numbers, and under it what was added up, each with the path by which
 * it can be asked for in turn.
 */
#include "calc/programma/uitleg_tekst.h"

#include <string.h>

#include "calc/programma/json_arena.h"
#include "calc/uitleg/schrijfwijze.h"

enum { BREEDTE_BEDRAG = 16 };

/* How many characters UTF-8 text takes on a line. */
static int
breedte(const char *s)
{
	int n = 0;

	for (; *s; s++)
		n += (*s & 0xc0) != 0x80;
	return n;
}

static void
schrijf_deel(
    FILE *f, const struct rk_deelbedrag *deel, const struct rk_memory *m)
{
	const char *bedrag = rk_schrijf_cent(m, deel->eurocent);

	(void)fprintf(f, "   %*s%s  %s", BREEDTE_BEDRAG - breedte(bedrag), "",
	    bedrag, deel->naam);
	if (deel->pad)
		(void)fprintf(f, "  [%s]", deel->pad);
	(void)fputc('\n', f);
	if (deel->formule)
		(void)fprintf(
		    f, "   %*s  %s\n", BREEDTE_BEDRAG, "", deel->formule);
}

static void
schrijf_stap(FILE *f, size_t nummer, const struct rk_stap *stap, bool laatste,
    const struct rk_memory *m)
{
	size_t i;

	(void)fprintf(f, "%zu. %s\n", nummer, stap->tekst);
	if (stap->opgeteld)
		for (i = 0; i < stap->aantal_delen; i++)
			schrijf_deel(f, &stap->delen[i], m);
	if (stap->formule)
		(void)fprintf(f, "   %s\n", stap->formule);
	else if (laatste && stap->waarde)
		(void)fprintf(f, "   = %s\n", stap->waarde);
	if (!stap->opgeteld)
		for (i = 0; i < stap->aantal_delen; i++)
			schrijf_deel(f, &stap->delen[i], m);
}

static void
schrijf_uitleg(
    FILE *f, const struct rk_uitleg *uitleg, const struct rk_memory *m)
{
	size_t i;

	(void)fprintf(
	    f, "%s\n%s: %s\n", uitleg->pad, uitleg->titel, uitleg->waarde);
	for (i = 0; i < uitleg->aantal_stappen; i++)
		schrijf_stap(f, i + 1, &uitleg->stappen[i],
		    i + 1 == uitleg->aantal_stappen, m);
}

static void
noem_paden(const struct rk_uitlegger *u, const char *pad)
{
	size_t n = rk_uitleg_aantal(u), i;

	(void)fprintf(stderr,
	    "rekenkern: het resultaat heeft geen bedrag met het pad %s\n"
	    "Deze paden zijn er:\n",
	    pad);
	for (i = 0; i < n; i++)
		(void)fprintf(stderr, "  %s\n", rk_uitleg_pad(u, i));
}

bool
uitleg_schrijf(FILE *f, struct rk_uitlegger *u, const char *pad)
{
	struct json_arena arena = {0};
	const struct rk_memory m = json_arena_memory(&arena);
	size_t n = rk_uitleg_aantal(u), i;
	const struct rk_uitleg *uitleg;
	bool gevonden = true;

	if (strcmp(pad, UITLEG_ALLES) != 0) {
		uitleg = rk_uitleg(u, pad);
		gevonden = uitleg != NULL;
		if (gevonden)
			schrijf_uitleg(f, uitleg, &m);
		else
			noem_paden(u, pad);
	} else {
		for (i = 0; i < n; i++) {
			if (i > 0)
				(void)fputc('\n', f);
			schrijf_uitleg(f, rk_uitleg_nummer(u, i), &m);
		}
	}
	json_arena_sluit(&arena);
	return gevonden;
}
