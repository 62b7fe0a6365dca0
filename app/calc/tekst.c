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

/* While uit is NULL, the text is only counted. */
struct schrijver {
	char *uit;
	size_t n;
};

static void
schrijf(struct schrijver *w, const char *s, size_t n)
{
	if (w->uit)
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
	while (vorm && *vorm) {
		const char *begin = vorm;

		vorm = strchrnul(vorm, '%');
		schrijf(w, begin, (size_t)(vorm - begin));
		if (*vorm)
			vorm = schrijf_waarde(w, vorm + 1, ap);
	}
	return vorm != NULL;
}

static size_t
lengte_met_libc(const char *vorm, va_list *ap)
{
	int n = vsnprintf(NULL, 0, vorm, *ap);

	if (n < 0)
		abort();
	return (size_t)n;
}

const char *
rk_tekst(const struct rk_memory *m, const char *vorm, ...)
{
	struct schrijver w = {NULL, 0};
	va_list tellen, tellen_libc, schrijven;
	bool bekend;

	va_start(tellen, vorm);
	va_copy(tellen_libc, tellen);
	va_copy(schrijven, tellen);
	bekend = schrijf_vorm(&w, vorm, &tellen);
	if (!bekend)
		w.n = lengte_met_libc(vorm, &tellen_libc);
	w = (struct schrijver){rk_alloc(m, w.n + 1), w.n};
	if (bekend) {
		w.n = 0;
		(void)schrijf_vorm(&w, vorm, &schrijven);
		w.uit[w.n] = '\0';
	} else
		(void)vsnprintf(w.uit, w.n + 1, vorm, schrijven);
	va_end(schrijven);
	va_end(tellen_libc);
	va_end(tellen);
	return w.uit;
}
