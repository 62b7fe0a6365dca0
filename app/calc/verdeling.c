/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verdeling.c - amounts per name (wet, domein, betaler): rekenregels §5.
 *
 * A sorted array: a plan knows a dozen names, and results are printed sorted.
 */
#include "calc/verdeling.h"

#include <string.h>

#include "calc/geheugen.h"
#include "calc/woorden.h"

struct rk_post *
rk_verdeling_post(
    struct rk_verdeling *v, const struct rk_memory *m, const char *naam)
{
	size_t laag = 0, hoog = v->aantal;

	while (laag < hoog) {
		size_t midden = laag + (hoog - laag) / 2;
		int c = rk_orde(v->posten[midden].naam, naam);

		if (c == 0)
			return &v->posten[midden];
		if (c < 0)
			laag = midden + 1;
		else
			hoog = midden;
	}
	v->posten =
	    rk_groei(m, v->posten, v->aantal, &v->ruimte, sizeof(*v->posten));
	memmove(v->posten + laag + 1, v->posten + laag,
	    (v->aantal - laag) * sizeof(*v->posten));
	v->aantal++;
	v->posten[laag] = (struct rk_post){naam, 0};
	return &v->posten[laag];
}

void
rk_verdeling_tel_op(struct rk_verdeling *v, const struct rk_memory *m,
    const char *naam, int64_t eurocent)
{
	rk_verdeling_post(v, m, naam)->eurocent += eurocent;
}

struct rk_verdeling
rk_verdeling_verschil(const struct rk_verdeling *a,
    const struct rk_verdeling *b, const struct rk_memory *m)
{
	struct rk_verdeling uit = {0};
	size_t i = 0, k = 0;

	while (i < a->aantal || k < b->aantal) {
		struct rk_post *post;
		int c = i == a->aantal ? 1
			: k == b->aantal
			    ? -1
			    : rk_orde(a->posten[i].naam, b->posten[k].naam);

		uit.posten = rk_groei(m, uit.posten, uit.aantal, &uit.ruimte,
		    sizeof(*uit.posten));
		post = &uit.posten[uit.aantal++];
		post->naam = c <= 0 ? a->posten[i].naam : b->posten[k].naam;
		if (c <= 0)
			post->eurocent = a->posten[i++].eurocent;
		if (c >= 0)
			post->eurocent -= b->posten[k++].eurocent;
	}
	return uit;
}

bool
rk_bedrag_past(int64_t eurocent)
{
	return eurocent >= -RK_MAX_BEDRAG && eurocent <= RK_MAX_BEDRAG;
}

bool
rk_verdeling_past(const struct rk_verdeling *v, const struct rk_post **post)
{
	size_t i;

	for (i = 0; i < v->aantal; i++) {
		*post = &v->posten[i];
		if (!rk_bedrag_past(v->posten[i].eurocent))
			return false;
	}
	return true;
}
