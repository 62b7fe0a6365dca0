/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * schrijfwijze.c - exact numbers as a Dutch reader writes them.
 */
#include "calc/uitleg/schrijfwijze.h"

#include <string.h>

#include "calc/geheugen.h"
#include "calc/klein.h"

enum { MAX_DECIMALEN = 12, AFGEKAPT = 4 };
#define MAX_NOEMER 1000000
#define MAX_NOEMER_UITKOMST 100
#define MAX_TELLER INT64_C(1000000000000)

/* 16726 -> "16.726" */
static const char *
met_punten(const struct rk_memory *m, int64_t waarde)
{
	const char *cijfers = rk_tekst(m, "%lld", (long long)waarde);
	size_t n = strlen(cijfers), i;
	char *uit = rk_alloc(m, n + n / 3 + 1), *naar = uit;

	for (i = 0; i < n; i++) {
		if (i > 0 && (n - i) % 3 == 0)
			*naar++ = '.';
		*naar++ = cijfers[i];
	}
	*naar = '\0';
	return uit;
}

const char *
rk_schrijf_cent(const struct rk_memory *m, int64_t eurocent)
{
	int64_t grootte = eurocent < 0 ? -eurocent : eurocent;

	return rk_tekst(m, "%s%s,%02d", eurocent < 0 ? "−" : "",
	    met_punten(m, grootte / 100), (int)(grootte % 100));
}

const char *
rk_schrijf_bedrag(const struct rk_memory *m, int64_t eurocent)
{
	return rk_tekst(m, "%s€ %s", eurocent < 0 ? "−" : "",
	    rk_schrijf_cent(m, eurocent < 0 ? -eurocent : eurocent));
}

struct decimalen {
	char cijfers[MAX_DECIMALEN + 1];
	bool eindigt;
};

/* The digits after the comma of a rest in [0, 1). */
static struct decimalen
werk_uit(struct rk_rekenaar *r, struct rk_getal rest)
{
	struct decimalen uit = {{0}, false};
	int n = 0;

	while (n < MAX_DECIMALEN && rk_teken(rest) > 0) {
		int64_t cijfer;

		rest = rk_maal(r, rest, rk_heel(r, 10));
		cijfer = rk_geheel_deel(rest);
		rest = rk_min(r, rest, rk_heel(r, cijfer));
		uit.cijfers[n++] = (char)('0' + cijfer);
	}
	uit.eindigt = rk_teken(rest) == 0;
	if (!uit.eindigt)
		uit.cijfers[AFGEKAPT] = '\0';
	return uit;
}

/* At least `minstens` decimals; *eindigt: the text is the whole number. */
static const char *
decimaal(bool *eindigt, struct rk_rekenaar *r, struct rk_getal a, int minstens)
{
	bool negatief = rk_teken(a) < 0;
	struct decimalen d;
	int64_t heel;
	int n;

	if (negatief)
		a = rk_min(r, rk_heel(r, 0), a);
	heel = rk_geheel_deel(a);
	d = werk_uit(r, rk_min(r, a, rk_heel(r, heel)));
	*eindigt = d.eindigt;
	for (n = (int)strlen(d.cijfers); n < minstens; n++)
		d.cijfers[n] = '0';
	return rk_tekst(r->memory, "%s%s%s%s%s", negatief ? "−" : "",
	    met_punten(r->memory, heel), *d.cijfers ? "," : "", d.cijfers,
	    d.eindigt ? "" : "…");
}

/* A fraction that a reader can take in, in lowest terms; else NULL. */
static const char *
breuk(struct rk_rekenaar *r, struct rk_getal a, int64_t max_noemer)
{
	if (a.groot)
		return NULL;
	a = rk_klein_breuk(a.teller, a.noemer);
	if (a.noemer > max_noemer || a.teller > MAX_TELLER ||
	    a.teller < -MAX_TELLER)
		return NULL;
	return rk_tekst(r->memory, "%s%s/%s", a.teller < 0 ? "−" : "",
	    met_punten(
		r->memory, (int64_t)(a.teller < 0 ? -a.teller : a.teller)),
	    met_punten(r->memory, (int64_t)a.noemer));
}

/* The decimals; where they do not end, the fraction and what stands between. */
static const char *
schrijf(struct rk_rekenaar *r, struct rk_getal a, int minstens, bool beide)
{
	bool eindigt;
	const char *uit = decimaal(&eindigt, r, a, minstens);
	const char *als_breuk =
	    eindigt ? NULL
		    : breuk(r, a, beide ? MAX_NOEMER_UITKOMST : MAX_NOEMER);

	if (!als_breuk)
		return uit;
	return beide ? rk_tekst(r->memory, "%s = %s", als_breuk, uit)
		     : als_breuk;
}

const char *
rk_schrijf_getal(struct rk_rekenaar *r, struct rk_getal a)
{
	return schrijf(r, a, 0, false);
}

const char *
rk_schrijf_uitkomst(struct rk_rekenaar *r, struct rk_getal a)
{
	return schrijf(r, a, 0, true);
}

static struct rk_getal
in_euro(struct rk_rekenaar *r, struct rk_getal eurocent)
{
	return rk_gedeeld(r, eurocent, rk_heel(r, 100));
}

const char *
rk_schrijf_euro(struct rk_rekenaar *r, struct rk_getal eurocent)
{
	bool eindigt;

	return decimaal(&eindigt, r, in_euro(r, eurocent), 2);
}

const char *
rk_schrijf_euro_uitkomst(struct rk_rekenaar *r, struct rk_getal eurocent)
{
	return schrijf(r, in_euro(r, eurocent), 2, true);
}
