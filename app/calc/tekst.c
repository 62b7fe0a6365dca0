/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tekst.c - printf into the caller's arena: geheugen.h, rk_tekst().
 *
 * The conversions that the core's own texts use (%s %d %ld %lld %zu %%, and
 * %04d) are written here, because vsnprintf() took a fifth of the time of a
 * whole plan. A text with any other conversion goes through vsnprintf().
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calc/geheugen.h"

enum { KORT = 256 };

/* What does not fit in ruimte is only counted. */
struct schrijver {
	char *uit;
	size_t ruimte;
	size_t n;
};

static void
schrijf(struct schrijver *w, const char *s, size_t n)
{
	if (w->n + n <= w->ruimte)
		memcpy(w->uit + w->n, s, n);
	w->n += n;
}

/* At least `breed` digits, which is at most 9. */
static void
schrijf_getal(struct schrijver *w, uint64_t waarde, bool negatief, int breed)
{
	char cijfers[24];
	size_t begin = sizeof(cijfers);

	do {
		cijfers[--begin] = (char)('0' + waarde % 10);
		waarde /= 10;
		breed--;
	} while (waarde > 0 || breed > 0);
	if (negatief)
		cijfers[--begin] = '-';
	schrijf(w, cijfers + begin, sizeof(cijfers) - begin);
}

static void
schrijf_met_teken(struct schrijver *w, int64_t waarde, int breed)
{
	uint64_t x = (uint64_t)waarde;

	schrijf_getal(w, waarde < 0 ? 0 - x : x, waarde < 0, breed);
}

/* One conversion, from after its %; what follows it, or NULL: not known. */
static const char *
schrijf_waarde(struct schrijver *w, const char *vorm, va_list *ap)
{
	const char *s;

	if (*vorm == 's') {
		s = va_arg(*ap, const char *);
		schrijf(w, s, strlen(s));
		return vorm + 1;
	}
	if (*vorm == 'd' || strncmp(vorm, "04d", 3) == 0) {
		schrijf_met_teken(w, va_arg(*ap, int), *vorm == 'd' ? 1 : 4);
		return vorm + (*vorm == 'd' ? 1 : 3);
	}
	if (strncmp(vorm, "zu", 2) == 0) {
		schrijf_getal(w, va_arg(*ap, size_t), false, 1);
		return vorm + 2;
	}
	if (strncmp(vorm, "ld", 2) == 0) {
		schrijf_met_teken(w, va_arg(*ap, long), 1);
		return vorm + 2;
	}
	if (strncmp(vorm, "lld", 3) == 0) {
		schrijf_met_teken(w, va_arg(*ap, long long), 1);
		return vorm + 3;
	}
	if (*vorm != '%')
		return NULL;
	schrijf(w, vorm, 1);
	return vorm + 1;
}

/* False when the text has a conversion that is not known here. */
static bool
schrijf_vorm(struct schrijver *w, const char *vorm, va_list *ap)
{
	for (;;) {
		const char *begin = vorm;

		vorm = strchrnul(vorm, '%');
		schrijf(w, begin, (size_t)(vorm - begin));
		if (*vorm == '\0')
			return true;
		vorm = schrijf_waarde(w, vorm + 1, ap);
		if (!vorm)
			return false;
	}
}

static const char *
schrijf_met_libc(const struct rk_memory *m, const char *vorm, va_list *ap)
{
	va_list nogmaals;
	char *uit;
	int n;

	if (!vorm)
		abort(); /* never; a sanitizer doubts it, and then gcc warns */
	va_copy(nogmaals, *ap);
	n = vsnprintf(NULL, 0, vorm, nogmaals);
	va_end(nogmaals);
	if (n < 0)
		abort();
	uit = rk_alloc(m, (size_t)n + 1);
	(void)vsnprintf(uit, (size_t)n + 1, vorm, *ap);
	return uit;
}

const char *
rk_tekst(const struct rk_memory *m, const char *vorm, ...)
{
	char kort[KORT];
	struct schrijver w = {kort, KORT, 0};
	va_list ap, nogmaals;
	const char *uit = NULL;

	va_start(ap, vorm);
	va_copy(nogmaals, ap);
	if (!schrijf_vorm(&w, vorm, &ap))
		uit = schrijf_met_libc(m, vorm, &nogmaals);
	else {
		char *tekst = rk_alloc(m, w.n + 1);

		if (w.n <= KORT)
			memcpy(tekst, kort, w.n);
		else {
			w = (struct schrijver){tekst, w.n, 0};
			(void)schrijf_vorm(&w, vorm, &nogmaals);
		}
		tekst[w.n] = '\0';
		uit = tekst;
	}
	va_end(nogmaals);
	va_end(ap);
	return uit;
}
