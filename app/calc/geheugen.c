/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * geheugen.c - memory and quotations from the caller's arena.
 *
 * Nothing is freed here: growing an array leaves its old copy in the arena,
 * which costs at most as much again.
 */
#include "calc/geheugen.h"

#include <stdlib.h>
#include <string.h>

#define MAX_CITAAT 40

void *
rk_alloc(const struct rk_memory *m, size_t n)
{
	void *p = m->alloc(m->ctx, n > 0 ? n : 1);

	if (!p)
		abort();
	return p;
}

void *
rk_alloc_nul(const struct rk_memory *m, size_t n, size_t grootte)
{
	if (n > SIZE_MAX / grootte)
		abort();
	return memset(rk_alloc(m, n * grootte), 0, n * grootte);
}

void *
rk_groei(const struct rk_memory *m, void *rij, size_t aantal, size_t *ruimte,
    size_t grootte)
{
	void *nieuw;

	if (aantal < *ruimte)
		return rij;
	*ruimte = *ruimte > 0 ? *ruimte * 2 : 8;
	nieuw = rk_alloc_nul(m, *ruimte, grootte);
	if (aantal > 0)
		memcpy(nieuw, rij, aantal * grootte);
	return nieuw;
}

static bool
is_stuurteken(char c)
{
	return (unsigned char)c < 0x20 || c == 0x7f;
}

const char *
rk_in_zin(const struct rk_memory *m, const char *s)
{
	const char *c = s;
	char *uit, *u;

	while (*c && !is_stuurteken(*c))
		c++;
	if (!*c)
		return s;
	uit = rk_alloc(m, strlen(s) + 1);
	for (u = uit; *s; s++)
		*u++ = is_stuurteken(*s) ? ' ' : *s;
	*u = '\0';
	return uit;
}

const char *
rk_citaat(const struct rk_memory *m, const char *s)
{
	size_t n = strnlen(s, MAX_CITAAT + 1), i;
	bool afgekapt = n > MAX_CITAAT;
	char *uit;

	if (afgekapt) /* not inside a UTF-8 character */
		for (n = MAX_CITAAT; n > 0 && (s[n] & 0xc0) == 0x80; n--)
			;
	uit = rk_alloc(m, n + 6);
	uit[0] = '"';
	for (i = 0; i < n; i++)
		uit[i + 1] = is_stuurteken(s[i]) ? '?' : s[i];
	memcpy(uit + n + 1, afgekapt ? "…\"" : "\"", afgekapt ? 5 : 2);
	return uit;
}
