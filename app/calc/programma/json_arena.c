/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * json_arena.c - the program's memory. One plan's worth is emptied before the
 * next is read, so a stream of plans runs in constant memory.
 */
#include "calc/programma/json_arena.h"

#include <stdalign.h>
#include <stdlib.h>

enum { BLOK = 256 * 1024 };

struct json_blok {
	struct json_blok *vorige;
	size_t grootte;
	alignas(max_align_t) char inhoud[];
};

static void *
geef(void *ctx, size_t n)
{
	const size_t lijn = alignof(max_align_t);
	struct json_arena *a = ctx;
	char *uit;

	if (n > SIZE_MAX / 2)
		abort();
	n = (n + lijn - 1) / lijn * lijn;
	if (!a->blok || a->blok->grootte - a->gebruikt < n) {
		size_t grootte = n > BLOK ? n : BLOK;
		struct json_blok *b = calloc(1, sizeof(*b) + grootte);

		if (!b)
			abort();
		b->vorige = a->blok;
		b->grootte = grootte;
		a->blok = b;
		a->gebruikt = 0;
	}
	uit = a->blok->inhoud + a->gebruikt;
	a->gebruikt += n;
	return uit;
}

struct rk_memory
json_arena_memory(struct json_arena *a)
{
	return (struct rk_memory){geef, a};
}

void
json_arena_leeg(struct json_arena *a)
{
	while (a->blok && (a->blok->vorige || a->blok->grootte > BLOK)) {
		struct json_blok *b = a->blok;

		a->blok = b->vorige;
		free(b);
	}
	a->gebruikt = 0;
}

void
json_arena_sluit(struct json_arena *a)
{
	while (a->blok) {
		struct json_blok *b = a->blok;

		a->blok = b->vorige;
		free(b);
	}
}
