/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * calc.h - what the fuzz targets of the rekenkern share: memory in which each
 * piece is a block of its own (the sanitizer sees one byte too far), and what
 * must hold of every answer.
 */
#ifndef LMS_TESTS_FUZZ_CALC_H
#define LMS_TESTS_FUZZ_CALC_H

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "calc/bereken.h"
#include "calc/gevoeligheid.h"
#include "calc/programma/json_resultaat.h"
#include "calc/uitleg.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MUST(holds)                                                            \
	do {                                                                   \
		if (!(holds))                                                  \
			abort();                                               \
	} while (0)

struct pieces {
	void **list;
	size_t count, room;
};

static inline void *
piece(void *ctx, size_t n)
{
	struct pieces *p = ctx;
	void *new = malloc(n > 0 ? n : 1);

	MUST(new);
	if (p->count == p->room) {
		p->room = p->room * 2 + 64;
		p->list = realloc(p->list, p->room * sizeof(*p->list));
		MUST(p->list);
	}
	p->list[p->count++] = new;
	return new;
}

static inline void
free_pieces(struct pieces *p)
{
	while (p->count > 0)
		free(p->list[--p->count]);
	free(p->list);
	*p = (struct pieces){0};
}

/* name, name[3], or more of them with dots between. */
static inline bool
is_path(const char *s)
{
	for (;;) {
		size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_");

		if (n == 0)
			return false;
		s += n;
		if (*s == '[') {
			n = strspn(++s, "0123456789");
			if (n == 0 || s[n] != ']')
				return false;
			s += n + 1;
		}
		if (*s != '.')
			return *s == '\0';
		s++;
	}
}

/* regel:kolom */
static inline bool
is_place(const char *s)
{
	size_t n = strspn(s, "0123456789");

	if (n == 0 || s[n] != ':')
		return false;
	s += n + 1;
	n = strspn(s, "0123456789");
	return n > 0 && s[n] == '\0';
}

/* A line of text: never empty, nothing in it that could end the line. */
static inline bool
is_line(const char *s)
{
	const char *c;

	for (c = s; *c; c++)
		if (iscntrl((unsigned char)*c))
			return false;
	return c > s;
}

static inline void
check_fault(const struct rk_fout *fault)
{
	MUST(is_path(fault->pad) && is_line(fault->uitleg) && fault->veld);
	MUST(fault->scenario >= -1 && fault->scenario < RK_SCENARIOS);
	MUST(fault->regel >= -1);
}

static inline int64_t
sum(const struct rk_verdeling *v)
{
	int64_t total = 0;
	size_t i;

	for (i = 0; i < v->aantal; i++) {
		MUST(llabs(v->posten[i].eurocent) <= RK_MAX_BEDRAG);
		total += v->posten[i].eurocent;
	}
	return total;
}

static inline void
check_scenario(const struct rk_scenario *s, int years)
{
	int64_t lines = 0, year = 0;
	size_t i;

	for (i = 0; i < s->aantal_regels; i++)
		lines += s->regels[i].totaal;
	for (i = 0; i < (size_t)years; i++)
		year += s->per_jaar[i];
	MUST(s->totaal >= 0 && s->totaal <= RK_MAX_BEDRAG);
	MUST(lines == s->totaal && year == s->totaal);
	MUST(sum(&s->per_wet) == s->totaal);
	MUST(sum(&s->per_domein) == s->totaal);
	MUST(sum(&s->per_betaler) == s->totaal);
	MUST(s->interventiekosten_cw <= s->contante_waarde);
}

/* The invariants of rekenregels §9, for any plan. */
static inline void
check_result(const struct rk_resultaat *r)
{
	const struct rk_modus *cash = &r->modi[RK_TOV_HUIDIG];
	const struct rk_modus *avoided = &r->modi[RK_TOV_DREIGEND];
	size_t i;

	for (i = 0; i < RK_SCENARIOS; i++)
		check_scenario(&r->scenarios[i], r->horizon_jaren);
	for (i = 0; i < RK_MODI; i++) {
		const struct rk_modus *m = &r->modi[i];

		MUST(m->vrijval - m->extra_inzet == m->totale_baten);
		MUST(sum(&m->baten_per_wet) == m->totale_baten);
		MUST(sum(&m->baten_per_domein) == m->totale_baten);
		MUST(sum(&m->baten_per_betaler) == m->totale_baten);
		MUST(m->terugverdientijd_maand >= RK_NIET_TERUGVERDIEND &&
		     m->terugverdientijd_maand <= 12 * r->horizon_jaren);
	}
	MUST(avoided->totale_baten - cash->totale_baten ==
	     r->voorkomen_verergering);
	for (i = 0; i < r->aantal_signalen; i++)
		MUST(r->signalen[i].aantal_paden > 0 &&
		     is_line(r->signalen[i].tekst));
}

/* The result as the program prints it; to be freed. */
static inline char *
printed(const struct rk_plan *plan, const struct rk_resultaat *r,
    const struct rk_memory *m)
{
	struct rk_gevoeligheid *g;
	char *text = NULL;
	size_t size = 0;
	struct json_uit out = {.f = open_memstream(&text, &size)};

	MUST(out.f);
	MUST(rk_gevoeligheid(&g, plan, r, m) == RK_GOED);
	json_schrijf_resultaat(
	    &out, &(struct json_resultaat){plan, r, g, NULL});
	MUST(fclose(out.f) == 0);
	return text;
}

/* Parts that are added add up, and the last step ends in the figure. */
static inline void
check_figure(const struct rk_uitleg *u)
{
	const struct rk_stap *last = u->stappen + u->aantal_stappen - 1;
	size_t i, k;

	MUST(u->aantal_stappen > 0 && is_line(u->waarde) && is_line(u->titel));
	for (i = 0; i < u->aantal_stappen; i++) {
		const struct rk_stap *step = &u->stappen[i];
		int64_t total = 0;

		MUST(is_line(step->tekst));
		for (k = 0; k < step->aantal_delen; k++) {
			MUST(is_line(step->delen[k].naam));
			total += step->delen[k].eurocent;
		}
		MUST(!step->opgeteld || total == step->eurocent);
	}
	MUST(u->maat != RK_IN_EUROCENT || !last->heeft_bedrag ||
	     last->eurocent == u->eurocent);
}

/* Some of the figures, evenly spread: all of them would take too long. */
static inline void
check_explained(const struct rk_plan *plan, const struct rk_memory *m)
{
	enum { SOME = 8 };
	struct rk_uitlegger *u;
	struct rk_fouten fouten;
	size_t n, i;

	MUST(rk_uitleg_begin(&u, &fouten, plan, NULL, m) == RK_GOED);
	n = rk_uitleg_aantal(u);
	for (i = n % 7; i < n; i += 1 + n / SOME)
		check_figure(rk_uitleg_nummer(u, i));
	rk_uitleg_sluit(u);
}

/*
 * A plan through the library, in 128 bits and in GMP: the same answer, and
 * one that is right in itself. fouten is that of the first.
 */
static inline enum rk_status
compute(struct rk_fouten *fouten, const struct rk_plan *plan,
    const struct rk_memory *m)
{
	struct rk_resultaat *small, *big;
	struct rk_fouten again;
	enum rk_status status = rk_bereken(&small, fouten, plan, NULL, m);
	char *first, *second;
	size_t i;

	MUST(status == rk_bereken_via(&big, &again, plan, NULL, m, true));
	MUST(fouten->aantal == again.aantal);
	MUST((status == RK_GOED) == (fouten->aantal == 0));
	for (i = 0; i < fouten->aantal; i++) {
		check_fault(&fouten->lijst[i]);
		MUST(strcmp(fouten->lijst[i].pad, again.lijst[i].pad) == 0);
	}
	if (status != RK_GOED)
		return status;
	check_result(small);
	first = printed(plan, small, m);
	second = printed(plan, big, m);
	MUST(strcmp(first, second) == 0);
	check_explained(plan, m);
	free(first);
	free(second);
	return status;
}

#endif
