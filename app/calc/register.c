/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * register.c - find an id among many. Merge sort, because qsort() may take
 * memory of its own and is not stable.
 */
#include "calc/register.h"

#include <string.h>

#include "calc/geheugen.h"

struct rk_register
rk_register_nieuw(const struct rk_memory *m, size_t n)
{
	return (struct rk_register){
	    rk_alloc_nul(m, n, sizeof(struct rk_ingang)), 0, false};
}

/* Bytes of a text as a number, so that numbers are ordered as the texts. */
static uint64_t
begin_van(const char *id)
{
	uint64_t uit = 0;
	int plek;

	for (plek = 56; plek >= 0 && *id; plek -= 8)
		uit |= (uint64_t)(unsigned char)*id++ << plek;
	return uit;
}

/* As strcmp() of the ids. */
static int
orde(const struct rk_ingang *a, const struct rk_ingang *b)
{
	if (a->begin != b->begin)
		return a->begin < b->begin ? -1 : 1;
	/* With a zero among the eight, they are all there is. */
	return (a->begin & 0xff) == 0 ? 0 : strcmp(a->id, b->id);
}

void
rk_register_zet(struct rk_register *reg, const char *id, size_t index)
{
	if (id && *id)
		reg->rij[reg->aantal++] =
		    (struct rk_ingang){begin_van(id), id, index};
}

/* Merges van[a..midden) and van[midden..eind) into naar. */
static void
voeg_samen(struct rk_ingang *naar, const struct rk_ingang *van, size_t a,
    size_t midden, size_t eind)
{
	size_t i = a, k = midden, uit;

	for (uit = a; uit < eind; uit++)
		if (i < midden && (k >= eind || orde(&van[i], &van[k]) <= 0))
			naar[uit] = van[i++];
		else
			naar[uit] = van[k++];
}

void
rk_register_sorteer(struct rk_register *reg, const struct rk_memory *m)
{
	size_t n = reg->aantal, breed, a;
	struct rk_ingang *van = reg->rij;
	struct rk_ingang *naar = rk_alloc_nul(m, n, sizeof(*naar));

	for (breed = 1; breed < n; breed *= 2) {
		struct rk_ingang *klaar = naar;

		for (a = 0; a < n; a += 2 * breed) {
			size_t midden = a + breed < n ? a + breed : n;
			size_t eind = midden + breed < n ? midden + breed : n;

			voeg_samen(naar, van, a, midden, eind);
		}
		naar = van;
		van = klaar;
	}
	reg->rij = van;
	for (a = 1; a < n && !reg->dubbel; a++)
		reg->dubbel = orde(&van[a - 1], &van[a]) == 0;
}

const struct rk_ingang *
rk_register_eerste(const struct rk_register *reg, const char *id)
{
	const struct rk_ingang zoek = {begin_van(id), id, 0};
	size_t laag = 0, hoog = reg->aantal;

	while (laag < hoog) {
		size_t midden = laag + (hoog - laag) / 2;

		if (orde(&reg->rij[midden], &zoek) < 0)
			laag = midden + 1;
		else
			hoog = midden;
	}
	if (laag < reg->aantal && orde(&reg->rij[laag], &zoek) == 0)
		return &reg->rij[laag];
	return NULL;
}

size_t
rk_register_zoek(const struct rk_register *reg, const char *id)
{
	const struct rk_ingang *ingang = rk_register_eerste(reg, id);

	return ingang ? ingang->index : RK_NIET_GEVONDEN;
}
